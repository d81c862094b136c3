//! When one of two breaks in the middle of a scene, does the other go on, and the page hear nothing?

use crate::site::{Page, Visit, breakable};

/// Everything that reaches the page's own script, and what is said on the console.
const LISTEN: &str = "window.uncaught = [];
    addEventListener('error', (event) => uncaught.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));
    window.logged = [];
    const say = console.error;
    console.error = (...what) => { logged.push(JSON.stringify(what)); say(...what); };";

/// Whether a scene is under way.
const MOVES: &str = "(n) => whole(n) && inside('.scene', n)?.dataset.phase === 'running'";

/// Two scenes that run side by side.
#[track_caller]
fn two() -> Page {
    assert!(
        breakable().join("embed/naltrexone-explainer.js").is_file(),
        "{} is missing; run `cargo xtask dist --fault`, or set FAULT",
        breakable().display()
    );
    let page = Visit {
        page: "/pages/fault.html",
        height: 3000,
        before: LISTEN,
        ..Visit::default()
    }
    .start();
    page.until(&format!("[0, 1].every({MOVES})"));
    page
}

#[track_caller]
fn goes_on(page: &Page, explainer: usize) {
    let tick = page.text(&format!("inside('.scene', {explainer}).dataset.tick"));
    page.until(&format!(
        "inside('.scene', {explainer}).dataset.tick !== '{tick}'"
    ));
}

/// Breaks the first of the two, and looks at everything that must hold.
#[track_caller]
fn breaks_alone(page: &Page, fault: &str, said: &str) {
    page.errors();
    page.run("logged.length = 0;");
    page.run(&format!("explainer(0).setAttribute('start', '{fault}');"));
    page.until("explainer(0).dataset.state === 'stopped'");
    goes_on(page, 1);
    assert!(page.holds("visible(inside('.crash h2')) && whole(1)"));
    assert_eq!(page.list("uncaught"), Vec::<String>::new());
    let errors = page.errors();
    assert!(
        !errors.iter().any(|line| line.contains("Uncaught")),
        "{errors:#?}"
    );
    let logged = page.list("logged");
    let context = ["how-it-blocks", env!("CARGO_PKG_VERSION"), said];
    assert!(
        logged
            .iter()
            .any(|line| context.iter().all(|what| line.contains(what))),
        "{logged:#?}"
    );
    page.run("explainer(0).setAttribute('start', 'free-play');");
    page.click("inside('.crash [data-do=restart]')");
    page.until(&format!("({MOVES})(0)"));
    goes_on(page, 0);
    goes_on(page, 1);
    assert_eq!(page.list("uncaught"), Vec::<String>::new());
}

#[test]
fn a_panic_in_a_scene_stops_that_scene_alone_as_often_as_it_comes() {
    let page = two();
    for _ in 0..2 {
        breaks_alone(&page, "fault-panic", "fault.rs");
    }
}

#[test]
fn memory_that_runs_out_stops_that_scene_alone() {
    breaks_alone(&two(), "fault-memory", "RuntimeError");
}

#[test]
fn every_word_can_be_read_after_a_panic() {
    let page = two();
    page.run("explainer(0).innerHTML = '<p>Words of the page.</p>'; explainer(0).setAttribute('start', 'fault-panic');");
    page.until("explainer(0).dataset.state === 'stopped'");
    page.click("inside('.crash [data-do=read]')");
    page.until("visible(explainer(0).querySelector('p'))");
}
