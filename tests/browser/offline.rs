//! The standalone page without a network: installed, kept whole, and updated whole.

use std::fs;
use std::path::{Path, PathBuf};

use naltrexone_explainer::model::lesson::Part;
use serde_json::{Value, json};

use crate::site::{self, Page, Visit};

/// What the worker of the second version writes into the page, by the page's own script.
const SECOND: &str = "document.documentElement.dataset.second = '';";

/// A copy of the site in a folder of its own, which the server shows below `/made/`.
fn uploaded(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    for inside in ["", "embed"] {
        fs::create_dir_all(folder.join(inside)).unwrap();
        for entry in fs::read_dir(site::folder().join(inside)).unwrap().flatten() {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), folder.join(inside).join(entry.file_name())).unwrap();
            }
        }
    }
    folder
}

/// Opens the page of such a folder, and waits until it is kept.
fn opened(name: &str) -> (Page, PathBuf) {
    let folder = uploaded(name);
    let page: &'static str = Box::leak(format!("/made/{name}/").into_boxed_str());
    let page = Visit {
        page,
        ..Visit::default()
    }
    .start();
    page.keep();
    (page, folder)
}

fn home(page: &Page, name: &str) -> String {
    format!("{}/made/{name}/", page.server.origin())
}

/// The digest of a text as the worker's list has it.
fn digest(page: &Page, text: &str) -> String {
    let digest = page.run_async(&format!(
        "const bytes = new TextEncoder().encode({});
         const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
         return `sha256-${{btoa(String.fromCharCode(...digest))}}`;",
        json!(text)
    ));
    digest.as_str().unwrap().to_owned()
}

/// A worker that lists a file with another digest.
fn listing(worker: &str, name: &str, digest: &str) -> String {
    let mark = format!("\"{name}\":\"");
    let (before, after) = worker.split_once(&mark).unwrap();
    let (_, after) = after.split_once('"').unwrap();
    format!("{before}{mark}{digest}\"{after}")
}

/// The second version: another title, another script, and a worker that lists both.
fn second(page: &Page, folder: &Path) -> [(&'static str, String); 3] {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let title = read("index.html").replace("<title>", "<title>Second ");
    let script = format!("{SECOND}\n{}", read("page.js"));
    let worker = listing(&read("worker.js"), "", &digest(page, &title));
    let worker = listing(&worker, "page.js", &digest(page, &script));
    let worker = worker.replace("const VERSION = \"", "const VERSION = \"second");
    [
        ("index.html", title),
        ("page.js", script),
        ("worker.js", worker),
    ]
}

/// Which version the page's document and its script are of.
fn versions(page: &Page) -> (bool, bool) {
    page.until("whole()");
    (
        page.holds("document.title.startsWith('Second')"),
        page.holds("'second' in document.documentElement.dataset"),
    )
}

/// Goes to a page that the worker has nothing to do with, and waits until no worker is waiting.
fn leave(page: &Page, name: &str) {
    page.session
        .go(&format!("{}/pages/blank.html", page.server.origin()));
    page.run_async(&format!(
        "const found = () => navigator.serviceWorker.getRegistration('/made/{name}/');
         for (let now = await found(); now.waiting || now.active?.state !== 'activated'; now = await found()) {{
           await new Promise(requestAnimationFrame);
         }}"
    ));
}

fn caches(page: &Page) -> Vec<String> {
    let names = page.run_async("return (await caches.keys()).sort();");
    let names = names.as_array().into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn the_page_can_be_installed() {
    let page = Visit::default().start();
    page.keep();
    let manifest = page.session.chrome("Page.getAppManifest", &json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    let data: Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    assert_eq!(data["start_url"], "./");
    for icon in data["icons"].as_array().unwrap() {
        let name = icon["src"].as_str().unwrap();
        assert!(site::folder().join(name).is_file(), "{name}");
    }
    let against = page
        .session
        .chrome("Page.getInstallabilityErrors", &json!({}));
    assert_eq!(against["installabilityErrors"], json!([]), "{against}");
}

#[test]
fn without_a_network_the_second_visit_has_everything() {
    let page = Visit::default().start();
    page.keep();
    page.server.go_away();
    page.errors();
    page.session.go(&format!("{}/", page.server.origin()));
    page.until("whole()");
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    page.show(Part::SideEffects);
    page.run(
        "window.before = words(inside('.part').textContent);
              const field = inside('.part input');
              field.value = 'throwing up';
              field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));",
    );
    page.until("words(inside('.part').textContent) !== before && /vomiting|nausea/i.test(inside('.part').textContent)");
    assert_eq!(page.errors(), Vec::<String>::new());
    // A link into it works as well, and so does its other name.
    let link = format!("{}/index.html#forms", page.server.origin());
    page.session.go(&link);
    page.until("whole() && shows('forms')");
}

#[test]
fn an_update_is_taken_whole_at_the_next_start() {
    let name = "offline-update";
    let (page, folder) = opened(name);
    page.run_async("await caches.open('of another program');");
    let before = caches(&page);
    for (file, text) in second(&page, &folder) {
        fs::write(folder.join(file), text).unwrap();
    }
    // Opened again: all of the first version, while the second one arrives beside it.
    page.session.go(&home(&page, name));
    assert_eq!(versions(&page), (false, false));
    page.run_async(
        "const kept = await navigator.serviceWorker.ready;
         await kept.update();
         while (!kept.waiting) await new Promise(requestAnimationFrame);",
    );
    page.session.go(&home(&page, name));
    assert_eq!(versions(&page), (false, false));
    leave(&page, name);
    page.server.go_away();
    page.session.go(&home(&page, name));
    assert_eq!(versions(&page), (true, true));
    let after = caches(&page);
    assert_eq!((before.len(), after.len()), (2, 2), "{before:?} {after:?}");
    assert!(after.contains(&"of another program".to_owned()));
    assert_ne!(before, after);
}

#[test]
fn half_an_update_is_not_taken() {
    let name = "offline-half";
    let (page, folder) = opened(name);
    for (file, text) in second(&page, &folder) {
        // The page's script has not been uploaded yet.
        if file != "page.js" {
            fs::write(folder.join(file), text).unwrap();
        }
    }
    page.session.go(&home(&page, name));
    page.run_async(
        "const kept = await navigator.serviceWorker.ready;
         await kept.update();
         while (kept.installing || kept.waiting) await new Promise(requestAnimationFrame);",
    );
    leave(&page, name);
    page.session.go(&home(&page, name));
    assert_eq!(versions(&page), (false, false));
}

#[test]
fn an_embed_and_a_frame_keep_nothing() {
    for page in ["/pages/two.html", "/embed/frame.html"] {
        let page = Visit {
            page,
            ..Visit::default()
        }
        .open();
        page.until("whole()");
        let kept = page.run_async(
            "return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;",
        );
        assert_eq!(kept, 0);
    }
}
