//! Does docs/embedding.md list all that the element has, and nothing else?

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

type Names = BTreeSet<String>;

/// What a custom element has by the platform's wish rather than by ours.
const LIFE_CYCLE: [&str; 6] = [
    "constructor",
    "connectedCallback",
    "disconnectedCallback",
    "connectedMoveCallback",
    "adoptedCallback",
    "attributeChangedCallback",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    let text = fs::read_to_string(root().join(name));
    text.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The scripts of the element: the loader, and what it may be divided into.
fn element() -> String {
    read("src/host/element.js")
}

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found
}

/// The code in the first cell of each row under a heading of the document.
fn listed(heading: &str) -> Names {
    let text = read("docs/embedding.md");
    let mark = format!("## {heading}");
    assert!(
        text.lines().any(|line| line == mark),
        "docs/embedding.md has no heading `{mark}`"
    );
    text.lines()
        .skip_while(|line| *line != mark)
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .map(|name| name.split('(').next().unwrap().to_owned())
        .collect()
}

/// Every word that stands between `before` and the next `after`.
fn between(text: &str, before: &str, after: char) -> Names {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once(after))
        .map(|(name, _)| name.to_owned())
        .filter(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        .collect()
}

/// The names in quotation marks of one kind.
fn quoted(text: &str, mark: char) -> Names {
    let inside = text.split(mark).skip(1).step_by(2);
    inside.map(str::to_owned).collect()
}

#[track_caller]
fn same(what: &str, documented: &Names, coded: &Names) {
    let missing: Vec<_> = coded.difference(documented).collect();
    let made_up: Vec<_> = documented.difference(coded).collect();
    assert!(
        missing.is_empty() && made_up.is_empty(),
        "docs/embedding.md, {what}: the code has {missing:?} besides, and lacks {made_up:?}"
    );
}

fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let mut out = words.next().unwrap().to_owned();
    for word in words {
        out.push_str(&word[..1].to_uppercase());
        out.push_str(&word[1..]);
    }
    out
}

/// The names in a list of the element's script, and in the lists it is made of.
fn list(script: &str, name: &str) -> Names {
    let start = format!("{name} = ");
    let text = script.split(&start).nth(1).unwrap();
    let text = text.split(';').next().unwrap();
    if !text.contains('[') {
        return list(script, text);
    }
    let mut names = quoted(text, '"');
    for other in text.split("...").skip(1) {
        let end = other.find([',', ']']).unwrap();
        names.extend(list(script, &format!("const {}", &other[..end])));
    }
    names
}

/// The attributes the element watches.
fn watched() -> Names {
    list(&element(), "observedAttributes")
}

fn attributes() -> Names {
    let script = element();
    watched()
        .union(&between(&script, "this.getAttribute(\"", '"'))
        .cloned()
        .collect()
}

/// The lines of the element's class at the level of its members.
fn members() -> Vec<String> {
    let script = element();
    let class = script.split("extends HTMLElement").nth(1).unwrap();
    let class = class.split("\n}\n").next().unwrap();
    let member = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    class
        .lines()
        .filter(member)
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn every_attribute_is_listed() {
    same("attributes", &listed("Attributes"), &attributes());
}

#[test]
fn every_property_is_listed() {
    let mut coded: Names = members()
        .iter()
        .filter_map(|line| line.strip_prefix("get ")?.split('(').next())
        .map(str::to_owned)
        .collect();
    // Twins of attributes may be made in one go.
    if element().contains("defineProperty") {
        let twins = attributes();
        // `start` is a method, and `lang` every element has.
        let twins = twins
            .iter()
            .filter(|name| *name != "start" && *name != "lang");
        coded.extend(twins.map(|name| camel(name)));
    }
    same("properties", &listed("Properties"), &coded);
}

#[test]
fn every_method_is_listed() {
    let coded: Names = members()
        .iter()
        .map(|line| line.strip_prefix("async ").unwrap_or(line))
        .filter(|line| line.ends_with('{'))
        .filter_map(|line| line.split_once('('))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric()))
        .filter(|name| !LIFE_CYCLE.contains(&name.as_str()))
        .collect();
    same("methods", &listed("Methods"), &coded);
}

#[test]
fn every_event_is_listed() {
    let script = element();
    let mut coded = between(&read("src/host/messages.rs"), "(\"", '"');
    coded.extend(between(
        &read("src/host/messages.rs"),
        "=> (\n            \"",
        '"',
    ));
    for before in ["#tell(\"", "kind === \"", "#hear(\""] {
        coded.extend(between(&script, before, '"'));
    }
    same("events", &listed("Events"), &coded);
}

#[test]
fn every_custom_property_is_listed() {
    let mut coded = Names::new();
    for sheet in files_below(&root().join("styles"), "css") {
        let text = fs::read_to_string(sheet).unwrap();
        for rest in text.split("var(--naltrexone-").skip(1) {
            let end = rest.find([')', ',', ' ']).unwrap();
            coded.insert(format!("--naltrexone-{}", &rest[..end]));
        }
    }
    same("custom properties", &listed("Custom properties"), &coded);
}

#[test]
fn every_part_is_listed() {
    let mut coded = between(&element(), "setAttribute(\"part\", \"", '"');
    for file in files_below(&root().join("src/view"), "rs") {
        let text = fs::read_to_string(file).unwrap();
        coded.extend(between(&text, " part=\"", '"'));
    }
    same("parts", &listed("Parts for `::part`"), &coded);
}

#[test]
fn every_message_of_the_frame_is_listed() {
    let mut coded = Names::new();
    for script in files_below(&root().join("src/host"), "js") {
        let name = script.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("frame") {
            let text = fs::read_to_string(&script).unwrap();
            for before in ["kind: \"", "kind === \"", "kind !== \""] {
                coded.extend(between(&text, before, '"'));
            }
        }
    }
    same("messages", &listed("Messages of the frame"), &coded);
}

#[test]
fn the_recipes_use_only_what_there_is() {
    let plugin = read("docs/recipes/wordpress/naltrexone-explainer/naltrexone-explainer.php");
    let allowed = plugin.split("ATTRIBUTES = array(").nth(1).unwrap();
    let allowed = quoted(allowed.split(");").next().unwrap(), '\'');
    let known = listed("Attributes");
    // What the element does not have yet, it ignores.
    assert!(
        known.difference(&allowed).next().is_none(),
        "the plugin lets only {allowed:?} through, but there are {known:?}"
    );
}
