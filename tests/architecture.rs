//! The house keeps its arrow: host → view → content → model, one noun a file, no prose in Rust.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "a test fails by panicking, and may say what it measured"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and what it must never name.
const LAYERS: [(&str, &[&str]); 4] = [
    (
        "model",
        &[
            "yew",
            "web_sys",
            "js_sys",
            "gloo",
            "wasm_bindgen",
            "serde",
            "HashMap",
            "HashSet",
            "crate::content",
            "crate::view",
            "crate::host",
            "std::time",
            "rand::",
        ],
    ),
    (
        "content",
        &[
            "yew",
            "web_sys",
            "js_sys",
            "gloo",
            "wasm_bindgen",
            "crate::view",
            "crate::host",
        ],
    ),
    (
        "view",
        &[
            "crate::host",
            "local_storage",
            "session_storage",
            "Storage",
            "location()",
            "history()",
        ],
    ),
    (
        "host",
        &[
            "crate::content::catalog::key",
            "crate::content::catalog::say",
        ],
    ),
];

/// The order inside the model: each folder may name only those after it.
const MODEL_ORDER: [&str; 4] = ["lesson", "world", "pharmacology", "units"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == ending)
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<PathBuf> {
    let mut files = files_below(&root().join("src"), "rs");
    files.extend(files_below(&root().join("xtask/src"), "rs"));
    files.extend(files_below(&root().join("tests"), "rs"));
    files
}

/// The code of a file without its comments and without the tests at its foot.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !(inside(before) || inside(after) && name.ends_with(|c: char| c.is_alphanumeric()))
    })
}

#[test]
fn no_layer_names_what_stands_to_its_left() {
    let mut breaches = Vec::new();
    for (layer, forbidden) in LAYERS {
        let files = files_below(&root().join("src").join(layer), "rs");
        assert!(!files.is_empty(), "src/{layer} has no files");
        for path in files {
            let code = code(&path);
            for name in forbidden {
                // The written forms of the content are the one place for serde, and it may be there.
                if names(&code, name) {
                    breaches.push(format!("{} names `{name}`", path.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn inside_the_model_the_line_goes_on() {
    let mut breaches = Vec::new();
    for (at, folder) in MODEL_ORDER.iter().enumerate() {
        let base = root().join("src/model");
        let mut files = files_below(&base.join(folder), "rs");
        let single = base.join(format!("{folder}.rs"));
        if single.exists() {
            files.push(single);
        }
        for path in files {
            let code = code(&path);
            for left in MODEL_ORDER.iter().take(at) {
                if names(&code, &format!("model::{left}")) {
                    breaches.push(format!("{} names `{left}`", path.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_file_is_introduced_and_short() {
    let mut breaches = Vec::new();
    for path in rust_files() {
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("//!") {
            breaches.push(format!("{} does not say what it holds", path.display()));
        }
        let lines = text.lines().count();
        if lines > 400 {
            breaches.push(format!(
                "{} has {lines} lines; split it by noun",
                path.display()
            ));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let vague = [
        "utils", "util", "helpers", "helper", "common", "misc", "manager", "service",
    ];
    for path in rust_files() {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert!(!vague.contains(&stem), "{}", path.display());
    }
}

#[test]
fn what_is_shown_holds_no_sentence_of_its_own() {
    let mut breaches = Vec::new();
    for layer in ["model", "view"] {
        for path in files_below(&root().join("src").join(layer), "rs") {
            for literal in string_literals(&code(&path)) {
                let words = literal
                    .split_whitespace()
                    .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
                    .count();
                if words > 3 {
                    breaches.push(format!("{}: {literal:?}", path.display()));
                }
            }
        }
    }
    assert!(
        breaches.is_empty(),
        "move these into text/en.ftl:\n{}",
        breaches.join("\n")
    );
}

/// Every string in the code but class names and reasons for lints.
fn string_literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once('"') {
        let mut escaped = false;
        let end = after
            .find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            })
            .unwrap_or(after.len());
        let named = ["class=", "reason = "]
            .iter()
            .any(|name| before.ends_with(name));
        if !named {
            found.push(after[..end].to_owned());
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    found
}

#[test]
fn no_style_is_written_into_an_attribute_and_no_text_becomes_markup() {
    for path in files_below(&root().join("src"), "rs")
        .into_iter()
        .chain(files_below(&root().join("src"), "js"))
    {
        let code = code(&path);
        for banned in [
            "style=",
            "innerHTML",
            "outerHTML",
            "from_html_unchecked",
            "document.write",
            "eval(",
        ] {
            assert!(!names(&code, banned), "{} has `{banned}`", path.display());
        }
    }
}

#[test]
fn every_style_sheet_keeps_to_logical_properties_and_container_units() {
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
        "float: left",
        "float: right",
    ];
    for path in files_below(&root().join("styles"), "css") {
        // A membrane has no reading direction: the plate's words stand where the picture has them.
        if path.ends_with("plate.css") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for banned in physical {
            assert!(!text.contains(banned), "{} has `{banned}`", path.display());
        }
        let grows = text
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'))
            .any(|word| {
                ["vh", "svh", "dvh", "lvh", "rem"].iter().any(|unit| {
                    word.strip_suffix(unit).is_some_and(|n| {
                        !n.is_empty() && n.chars().all(|c| c.is_ascii_digit() || c == '.')
                    })
                })
            });
        assert!(
            !grows,
            "{} measures by the window or the host's type",
            path.display()
        );
    }
}
