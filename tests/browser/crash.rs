//! When the program stops by a fault, does it say so, offer to go on, and leave its neighbour alone?

use crate::axe;
use crate::chrome::Scheme;
use crate::site::{Page, Visit};

/// Takes away something that the program has drawn, as a blocker of advertisements might, so that
/// the next part cannot be drawn beside it.
#[track_caller]
fn stop(page: &Page) {
    page.run("inside('.help').remove(); explainer().setAttribute('part', 'forms');");
    page.until("explainer().dataset.state === 'stopped'");
}

fn two() -> Page {
    let page = Visit {
        page: "/pages/two.html",
        ..Visit::default()
    }
    .start();
    page.until("running(1)");
    page
}

#[test]
fn a_fault_is_told_to_the_reader_and_to_the_page() {
    let page = Visit {
        before: "addEventListener('naltrexone-explainer:stopped', ({ detail }) => { window.told = detail; });",
        ..Visit::default()
    }
    .start();
    stop(&page);
    assert!(page.holds("visible(inside('.crash h2'))"));
    let rest = page.list("all('.part, .mast, .foot').filter(visible).map(described)");
    assert!(rest.is_empty(), "still seen: {rest:?}");
    assert_eq!(page.count("told.version"), 1);
    assert!(page.text("told.value").contains("panicked"));
}

#[test]
fn axe_finds_nothing_in_the_panel_of_a_fault() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Visit {
            width: 390,
            scheme,
            ..Visit::default()
        }
        .start();
        stop(&page);
        axe::check(&page, &format!("stopped, {}", scheme.name()));
    }
}

#[test]
fn a_fault_in_one_leaves_the_other_working() {
    let page = two();
    stop(&page);
    page.click("all('.parts .tab', 1)[4]");
    page.until("shows('forms', 1)");
    assert!(page.holds("!visible(inside('.crash', 1))"));
}

#[test]
fn after_a_fault_it_starts_again_as_often_as_it_must() {
    let page = two();
    for _ in 0..2 {
        stop(&page);
        page.click("inside('.crash [data-do=restart]')");
        page.until("shows('forms')");
        page.run("explainer().setAttribute('part', 'lesson');");
        page.until("shows('lesson')");
    }
}

#[test]
fn after_a_fault_every_word_can_still_be_read() {
    let page = Visit::default().start();
    stop(&page);
    page.click("inside('.crash [data-do=read]')");
    page.until("[...explainer().querySelectorAll('.part')].filter(visible).length === 7");
}
