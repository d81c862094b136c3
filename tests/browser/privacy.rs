//! Does it ask nobody for anything after it has loaded, and keep nothing?

use naltrexone_explainer::model::lesson::Part;

use crate::site::Visit;

#[test]
fn using_every_part_asks_nobody_for_anything() {
    let page = Visit::default().start();
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
fn using_every_part_stores_nothing() {
    let page = Visit::default().start();
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
        "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0,
    });
    assert_eq!(kept, nothing);
}
