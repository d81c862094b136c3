//! Does it ask nobody for anything after it has loaded, and keep nothing but its own files?

use naltrexone_explainer::model::lesson::Part;

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
        "return {
           local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
           databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
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
