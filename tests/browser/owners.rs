//! The pages for site owners: are the lines they give right, and does the self-test tell the truth?

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use naltrexone_explainer::model::lesson::Part;

use crate::axe;
use crate::chrome::Scheme;
use crate::site::{Page, Visit, folder};

/// The bundler that the package is tried with.
const VITE: &str = "8.3.8";

/// A folder of this test's own, which the server shows below `/made/`.
pub fn made(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The builder, once its preview runs.
pub fn builder() -> Page {
    let page = Visit {
        page: "/embed.html",
        ..Visit::default()
    }
    .open();
    page.until("'scripts' in document.documentElement.dataset && whole()");
    page
}

/// One of the lines it gives.
pub fn line(page: &Page, place: &str) -> String {
    page.text(&format!("document.getElementById('{place}').textContent"))
}

/// Sets a field of the builder as a person would.
#[track_caller]
pub fn choose(page: &Page, field: &str, value: &str) {
    page.run(&format!(
        "const field = document.getElementById('choices').elements['{field}'];
         field.value = '{value}';
         document.getElementById('choices').dispatchEvent(new Event('input', {{ bubbles: true }}));"
    ));
}

/// Writes a page that holds a line and nothing else, and opens it under a policy.
fn pasted(name: &str, line: &str, policy: String) -> Page {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title></head><body>{line}</body></html>"
    );
    fs::write(made(name).join("index.html"), html).unwrap();
    // A visit keeps what it sends for as long as the program runs.
    let policy: &'static str = Box::leak(policy.into_boxed_str());
    let page: &'static str = Box::leak(format!("/made/{name}/").into_boxed_str());
    Visit {
        page,
        headers: vec![("Content-Security-Policy", policy)],
        ..Visit::default()
    }
    .open()
}

#[test]
fn the_lines_say_what_was_chosen() {
    let page = builder();
    assert!(
        line(&page, "snippet-script").contains("<naltrexone-explainer></naltrexone-explainer>")
    );
    page.click("document.querySelector('#parts input[value=forms]')");
    page.click("document.querySelector('#parts li:nth-child(2) [data-move=up]')");
    choose(&page, "theme", "dark");
    choose(&page, "country", "uk");
    choose(&page, "heading-level", "3");
    choose(&page, "address", "/embed");
    let parts: Vec<_> = Part::ALL.map(Part::id).into();
    let mut expected: Vec<_> = parts.iter().filter(|part| **part != "forms").collect();
    expected.swap(0, 1);
    let parts = format!(
        "parts=\"{}\"",
        expected.into_iter().copied().collect::<Vec<_>>().join(" ")
    );
    let script = line(&page, "snippet-script");
    for said in [
        parts.as_str(),
        "theme=\"dark\"",
        "country=\"uk\"",
        "heading-level=\"3\"",
        "src=\"/embed/naltrexone-explainer.js\"",
        "integrity=\"sha384-",
    ] {
        assert!(script.contains(said), "{said} in {script}");
    }
    let frame = line(&page, "snippet-frame");
    assert!(
        frame.contains("src=\"/embed/frame.html?parts=how-it-blocks+at-a-glance+"),
        "{frame}"
    );
    assert!(frame.contains("&amp;theme=dark&amp;"), "{frame}");
    assert!(line(&page, "csp").contains("script-src 'self' 'wasm-unsafe-eval'"));
    choose(&page, "address", "https://files.example/x/");
    assert!(line(&page, "csp").contains("script-src https://files.example 'wasm-unsafe-eval'"));
    page.run("document.getElementById('pin').click();");
    assert!(!line(&page, "snippet-script").contains("integrity"));
    // The preview wears what was chosen.
    page.until("explainer().getAttribute('theme') === 'dark' && whole()");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn the_pasted_line_runs_under_the_policy_that_is_given_with_it() {
    let page = builder();
    choose(&page, "address", "/embed/");
    choose(&page, "part", "staying-safe");
    choose(&page, "theme", "dark");
    choose(&page, "loading", "eager");
    let snippet = line(&page, "snippet-script");
    let policy = line(&page, "csp").replace("Content-Security-Policy: ", "");
    drop(page);
    let page = pasted("pasted", &snippet, policy.clone());
    page.until("whole() && shows('staying-safe')");
    assert_eq!(page.text("app().dataset.theme"), "dark");
    let refused: Vec<_> = page.errors();
    // The browser asks for a picture that this page does not have.
    assert!(
        refused.iter().all(|said| said.contains("favicon")),
        "{refused:?}"
    );
    drop(page);
    let page = pasted("changed", &snippet.replace("sha384-", "sha384-A"), policy);
    page.until("document.readyState === 'complete'");
    assert!(page.holds("customElements.get('naltrexone-explainer') === undefined"));
}

#[test]
fn axe_finds_nothing_on_the_pages_for_site_owners() {
    for (name, done) in [
        ("/embed.html", "whole()"),
        (
            "/check.html",
            "'tested' in document.documentElement.dataset && whole()",
        ),
    ] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let page = Visit {
                page: name,
                scheme,
                ..Visit::default()
            }
            .open();
            page.until(done);
            for width in [320, 1280, 1920] {
                page.session.resize(width, 800, 1);
                axe::check(&page, &format!("{name} at {width}, {}", scheme.name()));
                assert!(
                    page.holds("document.documentElement.scrollWidth <= innerWidth"),
                    "{name} is wider than {width}"
                );
            }
        }
    }
}

fn state(page: &Page, test: &str) -> String {
    page.until("'tested' in document.documentElement.dataset");
    page.text(&format!(
        "document.querySelector('[data-test={test}]').dataset.state"
    ))
}

fn remedy_is_seen(page: &Page, test: &str) -> bool {
    page.holds(&format!(
        "visible(document.querySelector('[data-test={test}] .remedy'))"
    ))
}

#[test]
fn the_self_test_finds_a_good_server_good_and_a_wrong_media_type_wrong() {
    let page = Visit {
        page: "/check.html",
        ..Visit::default()
    }
    .open();
    for test in [
        "modules",
        "reach",
        "versions",
        "wasm-type",
        "script-type",
        "policy",
        "run",
    ] {
        assert_eq!(state(&page, test), "good", "{test}");
        assert!(!remedy_is_seen(&page, test), "{test}");
    }
    assert_eq!(page.errors(), Vec::<String>::new());
    page.session
        .go(&format!("{}/wrong/check.html", page.server.origin()));
    assert_eq!(state(&page, "wasm-type"), "hint");
    assert!(remedy_is_seen(&page, "wasm-type"));
    assert!(
        page.text("document.querySelector('[data-test=wasm-type] .found').textContent")
            .contains("application/octet-stream")
    );
    assert_eq!(state(&page, "run"), "good");
}

#[test]
fn the_self_test_goes_on_where_webassembly_is_refused() {
    let page = Visit {
        page: "/check.html",
        headers: vec![(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
        )],
        ..Visit::default()
    }
    .open();
    assert_eq!(state(&page, "policy"), "bad");
    assert_eq!(state(&page, "run"), "bad");
    assert!(remedy_is_seen(&page, "policy"));
    assert_eq!(state(&page, "wasm-type"), "good");
}

/// Runs npm to its end and gives what it printed.
#[track_caller]
fn npm(place: &Path, arguments: &[&str]) -> String {
    let done = Command::new("npm")
        .args(arguments)
        .current_dir(place)
        .output()
        .unwrap_or_else(|error| panic!("npm is needed, as for axe-core: {error}"));
    assert!(
        done.status.success(),
        "npm {arguments:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[test]
fn the_package_is_built_into_a_page_by_a_bundler_and_runs() {
    let place = made("vite");
    let package = folder().parent().unwrap().join("npm");
    let goal = place.to_str().unwrap();
    let packed = npm(&package, &["pack", "--silent", "--pack-destination", goal]);
    let packed = format!("./{}", packed.trim());
    fs::write(
        place.join("package.json"),
        "{ \"private\": true, \"type\": \"module\" }",
    )
    .unwrap();
    fs::write(
        place.join("index.html"),
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Built</title>\
         <script type=\"module\" src=\"./main.js\"></script></head><body>\
         <naltrexone-explainer part=\"forms\" loading=\"eager\"></naltrexone-explainer></body></html>",
    )
    .unwrap();
    fs::write(
        place.join("main.js"),
        "import { ready } from \"naltrexone-explainer\";\nready.then(() => { document.title = \"Defined\"; });\n",
    )
    .unwrap();
    let vite = format!("vite@{VITE}");
    npm(
        &place,
        &[
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            &packed,
            &vite,
        ],
    );
    let installed = place.join("node_modules/naltrexone-explainer");
    for name in [
        "index.d.ts",
        "custom-elements.json",
        "LICENSE-MIT",
        "NOTICE.md",
    ] {
        assert!(installed.join(name).is_file(), "{name} is not packed");
    }
    let manifest = fs::read_to_string(installed.join("custom-elements.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let declared = &manifest["modules"][0]["declarations"][0];
    assert!(declared["attributes"].as_array().unwrap().len() >= 5);
    npm(
        &place,
        &[
            "exec",
            "--",
            "vite",
            "build",
            "--base",
            "./",
            "--logLevel",
            "error",
        ],
    );
    let page = Visit {
        page: "/made/vite/dist/index.html",
        ..Visit::default()
    }
    .open();
    page.until("document.title === 'Defined' && whole() && shows('forms')");
}
