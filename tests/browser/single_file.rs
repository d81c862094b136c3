//! Does the one file do everything when it is opened from a disk, with no network?

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use naltrexone_explainer::model::lesson::Part;
use serde_json::json;
use tempfile::TempDir;

use crate::paper;
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

#[test]
fn what_is_saved_from_the_file_arrives_on_the_disk() {
    let page = opened();
    let folder = TempDir::new().unwrap();
    page.session.chrome(
        "Browser.setDownloadBehavior",
        &json!({ "behavior": "allow", "downloadPath": folder.path().display().to_string() }),
    );
    page.show(Part::HowLongItLasts);
    page.until("all('.tl-words ~ .row button').length > 0");
    page.click("all('.tl-words ~ .row button')[0]");
    let table = || {
        let names = fs::read_dir(folder.path()).unwrap();
        let mut paths = names.map(|entry| entry.unwrap().path());
        paths.find(|path| path.extension().is_some_and(|end| end == "csv"))
    };
    let arrived = (0..200).find_map(|_| {
        sleep(Duration::from_millis(50));
        table()
    });
    let saved = fs::read_to_string(arrived.expect("nothing was saved")).unwrap();
    assert!(saved.lines().count() > 24, "{saved}");
    assert!(
        saved.lines().skip(1).all(|line| line.contains(',')),
        "{saved}"
    );
}

#[test]
fn the_file_prints_its_sheets() {
    let page = opened();
    page.run("location.hash = '#lesson/quiz';");
    page.until("inside('[data-sheet=worksheet]') !== null");
    paper::take(&page, "worksheet");
    paper::printing(&page, "worksheet");
    for paper in paper::PAPERS {
        assert_eq!(paper::pages(&page, "worksheet", paper), 2, "{}", paper.0);
    }
}
