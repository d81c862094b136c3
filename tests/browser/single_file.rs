//! Does the one file do everything when it is opened from a disk, with no network?

use naltrexone_explainer::model::lesson::Part;
use serde_json::json;

use crate::site::{self, Page, Visit};

/// The file, opened as a double click does.
#[track_caller]
pub fn opened() -> Page {
    let page = Visit::default().start();
    page.until("'whole' in explainer().dataset");
    page.session.chrome("Network.enable", &json!({}));
    page.session.chrome(
        "Network.emulateNetworkConditions",
        &json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 }),
    );
    let file = site::folder().join("naltrexone-explainer.html");
    page.session.requests();
    page.errors();
    page.session.go(&format!(
        "file://{}",
        file.canonicalize().unwrap().display()
    ));
    page.until("running() && 'whole' in explainer().dataset");
    page
}

#[test]
fn every_part_opens_from_a_disk_without_a_network() {
    let page = opened();
    for part in Part::ALL {
        page.show(part);
        page.until(&format!(
            "location.hash === '#{}' || '{}' === 'at-a-glance'",
            part.id(),
            part.id()
        ));
    }
    let asked: Vec<_> = page
        .session
        .requests()
        .into_iter()
        .filter(|address| !address.starts_with("file:") && !address.starts_with("data:"))
        .collect();
    assert!(asked.is_empty(), "{asked:?}");
    let errors = page.errors();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_link_into_the_file_opens_what_it_names() {
    let page = opened();
    page.run("location.hash = '#side-effects/nausea';");
    page.until("shows('side-effects') && words(inside('.part').textContent).includes('Nausea')");
    page.run("history.back();");
    page.until("shows('at-a-glance')");
}
