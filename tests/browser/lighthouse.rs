//! What an outside judge says of the standalone page on a phone; run by `cargo xtask lighthouse`.

use std::env;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::server::Server;
use crate::site;

/// The least score in each category.
const LEAST: [(&str, f64); 4] = [
    ("accessibility", 100.0),
    ("best-practices", 100.0),
    ("seo", 100.0),
    ("performance", 95.0),
];

#[test]
#[ignore = "`cargo xtask lighthouse` runs it, and says what it needs"]
fn lighthouse_finds_nothing_to_mend_on_the_page() {
    site::folder();
    let program = env::var("LIGHTHOUSE").expect("run `cargo xtask lighthouse`");
    let server = Server::packing();
    let folder = TempDir::new().unwrap();
    let report = folder.path().join("report.json");
    let mut command = Command::new("node");
    command
        .arg(program)
        .arg(format!("{}/", server.origin()))
        .args(["--quiet", "--output=json", "--only-categories=accessibility,best-practices,seo,performance"])
        .arg(format!("--output-path={}", report.display()))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync");
    if let Some(chrome) = env::var_os("CHROME") {
        command.env("CHROME_PATH", chrome);
    }
    assert!(command.status().unwrap().success(), "Lighthouse failed");
    let report: Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    let mut short = Vec::new();
    for (name, least) in LEAST {
        let score = report["categories"][name]["score"].as_f64().unwrap() * 100.0;
        println!("{name}: {score:.0} of 100 (at least {least:.0})");
        if score < least {
            let audits = report["categories"][name]["auditRefs"].as_array().unwrap();
            let failed = audits
                .iter()
                .filter_map(|audit| report["audits"].get(audit["id"].as_str()?))
                .filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 0.9));
            short.extend(
                failed.map(|audit| format!("{name}: {} {}", audit["title"], audit["displayValue"])),
            );
        }
    }
    for name in [
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
        "speed-index",
    ] {
        println!("{name}: {}", report["audits"][name]["displayValue"]);
    }
    assert!(short.is_empty(), "{short:#?}");
}
