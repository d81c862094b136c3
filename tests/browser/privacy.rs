//! Does it ask nobody for anything after it has loaded, and keep nothing?

use naltrexone_explainer::model::lesson::Part;

use serde_json::json;

use crate::site::{Page, Visit};

/// The standalone page keeps its own files for when there is no network; then it has loaded.
const KEPT: &str = "await navigator.serviceWorker.ready; return true;";

#[test]
fn using_every_part_asks_nobody_for_anything() {
    let page = Visit::default().start();
    page.run_async(KEPT);
    let origin = page.server.origin();
    // The browser's own pages, before ours was opened, are none of our business.
    let loaded: Vec<_> = page
        .session
        .requests()
        .into_iter()
        .filter(|address| address.starts_with("http"))
        .collect();
    assert!(
        loaded.iter().any(|address| address.contains(".wasm")),
        "{loaded:#?}"
    );
    let strange: Vec<_> = loaded
        .iter()
        .filter(|address| !address.starts_with(&origin))
        .collect();
    assert!(strange.is_empty(), "{strange:#?}");
    let asked = page.server.asked();
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    assert_eq!(page.session.requests(), Vec::<String>::new());
    assert_eq!(page.server.asked(), asked);
}

#[test]
fn using_every_part_stores_nothing_but_the_files_of_the_page_itself() {
    let page = Visit::default().start();
    page.run_async(KEPT);
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    let kept = page.run_async(
        r"return {
           local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
           databases: (await indexedDB.databases()).length,
           files: (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((file) => new URL(file.url).pathname))))
             .flat().filter((name) => !/^\/((embed\/)?[a-z-]+(-[0-9a-f]{8})?\.(js|css|wasm|txt|svg|json))?$/.test(name)),
         };",
    );
    let nothing = serde_json::json!({
        "local": 0, "session": 0, "cookies": "", "databases": 0, "files": [],
    });
    assert_eq!(kept, nothing);
}

/// Uses everything as a reader does: types, runs a scene, drags over a drawing, answers questions.
fn tour(page: &Page) {
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    page.show(Part::SideEffects);
    page.write("inside('section.part input')", "throwing up");
    page.until("/vomit/i.test(inside('section.part').textContent)");
    page.run("explainer().show('how-it-blocks', 'too-soon');");
    page.until("inside('.mural canvas')");
    page.run("inside('.choice')?.click(); inside('.mural').scrollIntoView();");
    page.until("inside('.scene').dataset.phase === 'running'");
    page.run("window.then = inside('.scene').dataset.tick;");
    page.until("inside('.scene').dataset.tick !== then");
    page.run("explainer().show('how-long-it-lasts', 'tablet');");
    page.until("shows('how-long-it-lasts')");
    page.run("inside('section.part svg').scrollIntoView({ block: 'center' });");
    let at = |way: f64| {
        page.number(&format!(
            "(({{ left, width }}) => left + width * {way})(inside('section.part svg').getBoundingClientRect())"
        ))
    };
    let height = page.number(
        "(({ top, height }) => top + height / 2)(inside('section.part svg').getBoundingClientRect())",
    );
    for (kind, way) in [
        ("mousePressed", 0.3),
        ("mouseMoved", 0.5),
        ("mouseMoved", 0.7),
        ("mouseReleased", 0.7),
    ] {
        page.session.chrome(
            "Input.dispatchMouseEvent",
            &json!({ "type": kind, "x": at(way), "y": height, "button": "left", "buttons": 1, "clickCount": 1 }),
        );
    }
    page.run("explainer().show('forms', 'form-tablet');");
    page.until("shows('forms')");
}

#[test]
fn a_tour_with_real_use_on_somebodys_page_asks_for_files_of_its_own_once_and_keeps_nothing() {
    let page = Visit {
        page: "/pages/blank.html",
        ..Visit::default()
    }
    .start();
    let origin = page.server.origin();
    let loaded = page.session.requests();
    let files: Vec<_> = loaded
        .iter()
        .filter(|address| address.starts_with("http"))
        .collect();
    assert!(files.len() > 5, "{loaded:#?}");
    assert!(
        files.iter().all(|address| address.starts_with(&origin)),
        "{loaded:#?}"
    );
    tour(&page);
    assert_eq!(page.session.requests(), Vec::<String>::new());
    let kept = page.run_async(
        "return [localStorage.length, sessionStorage.length, document.cookie.length,
           (await indexedDB.databases()).length, (await caches.keys()).length,
           (await navigator.serviceWorker.getRegistrations()).length];",
    );
    assert_eq!(kept, json!([0, 0, 0, 0, 0, 0]));
}
