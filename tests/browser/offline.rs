//! The standalone page without a network: is it there whole, does an update come whole, and does an
//! embed keep nothing?

use std::fs;
use std::path::{Path, PathBuf};

use naltrexone_explainer::model::lesson::Part;

use crate::server::Server;
use crate::site::{self, Page, Visit};

/// All of the page is kept.
const KEPT: &str = "await navigator.serviceWorker.ready; return true;";

#[test]
fn what_was_opened_once_opens_again_whole_with_no_server() {
    let page = Visit::default().start();
    page.run_async(KEPT);
    let address = page.text("location.href");
    let Page { session, server } = page;
    drop(server);
    // Another door, so that there is a page to ask; nobody listens at the first one any more.
    let page = Page {
        session,
        server: Server::start(Vec::new(), None),
    };
    page.session.go(&format!("{address}#side-effects"));
    page.run("location.reload();");
    page.until("document.querySelector('naltrexone-explainer') && whole()");
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    page.show(Part::SideEffects);
    page.write("inside('section.part input')", "throwing up");
    page.until("/vomit/i.test(inside('section.part').textContent)");
    assert!(page.server.asked().is_empty());
}

#[test]
fn it_can_be_installed_under_its_own_name() {
    let page = Visit::default().start();
    page.run_async(KEPT);
    let found = page
        .session
        .chrome("Page.getInstallabilityErrors", &serde_json::json!({}));
    assert_eq!(found["installabilityErrors"], serde_json::json!([]));
    let manifest = page
        .session
        .chrome("Page.getAppManifest", &serde_json::json!({}));
    assert_eq!(manifest["errors"], serde_json::json!([]));
    let said: serde_json::Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    assert_eq!(said["name"], "Naltrexone Explainer");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let path = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &path);
        } else {
            fs::copy(entry.path(), path).unwrap();
        }
    }
}

/// The site in a folder of its own below the server's root.
fn moved() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept");
    // What an earlier run left.
    let _ = fs::remove_dir_all(&folder);
    copy(site::folder(), &folder);
    folder
}

#[test]
fn in_a_folder_an_update_comes_whole_at_the_next_visit_and_takes_the_old_files_away() {
    let folder = moved();
    let page = Visit {
        page: "/made/kept/",
        ..Visit::default()
    }
    .start();
    let address = page.text("location.href");
    page.run_async(KEPT);
    let caches = "(await caches.keys())";
    let before = page.run_async(&format!("return {caches};"));
    // The next version: its script says so, and its worker has another list.
    let script = folder.join("page.js");
    let text = fs::read_to_string(&script).unwrap();
    fs::write(
        &script,
        format!("{text}\ndocument.documentElement.dataset.version = 'next';"),
    )
    .unwrap();
    let worker = folder.join("worker.js");
    let text = fs::read_to_string(&worker).unwrap();
    let (head, tail) = text.split_once("\"page.js\":\"").unwrap();
    let (_, tail) = tail.split_once('"').unwrap();
    let text = format!("{head}\"page.js\":\"\"{tail}")
        .replace("const VERSION = \"", "const VERSION = \"next");
    fs::write(&worker, text).unwrap();
    page.session.go(&address);
    page.until("document.querySelector('naltrexone-explainer') && whole()");
    assert!(page.holds("document.documentElement.dataset.version === undefined"));
    page.run_async("const kept = await navigator.serviceWorker.getRegistration(); await kept.update(); while (!kept.waiting) await new Promise((done) => setTimeout(done, 16)); return true;");
    page.session.go("about:blank");
    page.session.go(&address);
    page.until("document.querySelector('naltrexone-explainer') && whole()");
    assert!(page.holds("document.documentElement.dataset.version === 'next'"));
    page.run_async(KEPT);
    let after = page.run_async(&format!("return {caches};"));
    assert_eq!(after.as_array().unwrap().len(), 1, "{before} {after}");
    assert_ne!(before, after);
}

#[test]
fn an_embed_and_a_frame_keep_nothing() {
    for place in ["/pages/blank.html", "/embed/frame.html"] {
        let page = Visit {
            page: place,
            ..Visit::default()
        }
        .start();
        let kept = page.run_async("return [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length];");
        assert_eq!(kept, serde_json::json!([0, 0]), "{place}");
    }
}
