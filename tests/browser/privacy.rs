//! Does it ask nobody for anything after it has loaded, and keep nothing but its own files?

use naltrexone_explainer::model::lesson::Part;

use serde_json::json;

use crate::site::{self, Page, Visit};

/// The files that the page's worker keeps.
fn kept_files(page: &Page) -> Vec<String> {
    let files = page.run_async(
        "const [name] = await caches.keys();
         const files = await (await caches.open(name)).keys();
         return files.map(({ url }) => url.slice(location.origin.length)).sort();",
    );
    let files = files.as_array().into_iter().flatten();
    files
        .filter_map(|file| file.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn using_every_part_asks_nobody_for_anything() {
    let page = Visit::default().start();
    page.keep();
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
fn using_every_part_stores_nothing_but_the_pages_own_files() {
    let page = Visit::default().start();
    page.keep();
    let files = kept_files(&page);
    assert!(files.len() >= 10, "{files:?}");
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    let kept = page.run_async(
        r"return {
           local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
           databases: (await indexedDB.databases()).length,
           caches: (await caches.keys()).length,
           workers: (await navigator.serviceWorker.getRegistrations()).length,
         };",
    );
    let nothing = serde_json::json!({
        "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 1, "workers": 1,
    });
    assert_eq!(kept, nothing);
    // What is kept is what the server has, and no more after use than before.
    assert_eq!(kept_files(&page), files);
    for file in &files {
        let name = file.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        assert!(site::folder().join(name).is_file(), "{file}");
    }
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
