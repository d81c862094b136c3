//! What lets a reader keep the standalone page: its manifest, its pictures, and its worker.

use super::{Site, hash, read, script, words};
use crate::place;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// The manifest's name: this ending every server knows.
pub(super) const MANIFEST: &str = "manifest.json";

/// The picture that other sites show beside a link.
pub(super) const SOCIAL: &str = "social.png";

/// The light ground of the page, as in `styles/tokens.css` and the icon.
pub(super) const LIGHT: &str = "#ffffff";

/// The dark ground of the page.
pub(super) const DARK: &str = "#17111b";

/// The pictures of the installed page: name, size, what for.
const ICONS: [(&str, &str, &str); 5] = [
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-192.png", "192x192", "maskable"),
    ("icon-maskable-512.png", "512x512", "maskable"),
];

/// Writes the manifest and the pictures.
pub(super) fn manifest(site: &Site, files: &Files) -> Result<()> {
    for (name, _, _) in ICONS.iter().filter(|(name, ..)| *name != "icon.svg") {
        site.write(name, &picture(name)?)?;
    }
    site.write(SOCIAL, &picture(SOCIAL)?)?;
    let said = described(files)?;
    site.write(MANIFEST, said.to_string().as_bytes())
}

fn folder() -> PathBuf {
    place::root().join("src/host/site")
}

fn picture(name: &str) -> Result<Vec<u8>> {
    let file = folder().join(name);
    fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))
}

fn described(files: &Files) -> Result<Value> {
    let icons = ICONS.map(|(name, sizes, purpose)| {
        let kind = if sizes == "any" {
            "image/svg+xml"
        } else {
            "image/png"
        };
        json!({ "src": format!("./{name}"), "sizes": sizes, "type": kind, "purpose": purpose })
    });
    Ok(json!({
        "name": words::plain(files, "ui-name")?,
        "short_name": words::plain(files, "ui-short-name")?,
        "description": words::plain(files, "ui-page-description")?,
        "lang": FIRST_LANGUAGE,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": LIGHT,
        "theme_color": LIGHT,
        "icons": icons,
    }))
}

/// Writes the worker; call it once everything that the page needs is staged.
pub(super) fn worker(site: &Site) -> Result<()> {
    let text = script::without_comments(&read(&folder().join("worker.js"))?);
    site.write("worker.js", listing(&text, &needed(site)?)?.as_bytes())
}

/// Every file that the page may ask for, with the digest that a browser holds it against. The page
/// itself goes by the empty name: its folder's own.
fn needed(site: &Site) -> Result<Map<String, Value>> {
    let mut listed = Map::new();
    for folder in ["", "embed/"] {
        for entry in fs::read_dir(site.root.join(folder))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_file() && is_needed(&name) {
                let digest = STANDARD.encode(Sha256::digest(fs::read(entry.path())?));
                let name = if name == "index.html" { "" } else { &name };
                listed.insert(name.to_owned(), format!("sha256-{digest}").into());
            }
        }
    }
    Ok(listed)
}

/// Whether the page asks for a file: all to embed but the frame, and of the rest its own.
fn is_needed(name: &str) -> bool {
    match name.strip_prefix("embed/") {
        Some(embedded) => !embedded.starts_with("frame"),
        None => {
            matches!(name, "index.html" | "page.js" | "icon.svg" | MANIFEST)
                || name.starts_with("page-")
        }
    }
}

/// The worker with its list, and with a version that changes with the list and with itself.
fn listing(worker: &str, listed: &Map<String, Value>) -> Result<String> {
    let list = Value::Object(listed.clone()).to_string();
    let version = hash(format!("{worker}{list}").as_bytes());
    let mut out = worker.to_owned();
    for (place, filling) in [
        ("const LISTED = {};", format!("const LISTED = {list};")),
        (
            "const VERSION = \"\";",
            format!("const VERSION = \"{version}\";"),
        ),
    ] {
        if out.matches(place).count() != 1 {
            bail!("src/host/site/worker.js must say `{place}` once");
        }
        out = out.replace(place, &filling);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const LISTED = {}; // a note\nconst VERSION = \"\"; // a note\n";

    #[test]
    fn another_list_or_another_worker_is_another_version() -> Result<()> {
        let list = |digest: &str| Map::from_iter([("a.js".to_owned(), digest.into())]);
        let first = listing(WORKER, &list("sha256-1"))?;
        assert!(first.starts_with("const LISTED = {\"a.js\":\"sha256-1\"};"));
        let version = |text: &str| text.split("VERSION = ").nth(1).map(str::to_owned);
        let changed = listing(WORKER, &list("sha256-2"))?;
        assert_ne!(version(&first), version(&changed));
        let other = listing(&format!("{WORKER}run();\n"), &list("sha256-1"))?;
        let start = |text: &str| {
            text.split("VERSION = ")
                .nth(1)
                .map(|text| text.get(..12).map(str::to_owned))
        };
        assert_ne!(start(&first), start(&other));
        Ok(())
    }

    #[test]
    fn what_only_frames_and_owners_need_is_not_kept() {
        for name in [
            "index.html",
            "page-0123abcd.css",
            "embed/rest-en-0123abcd.txt",
        ] {
            assert!(is_needed(name), "{name}");
        }
        for name in [
            "embed/frame-whole.html",
            "check.html",
            "naltrexone-explainer.html",
            SOCIAL,
        ] {
            assert!(!is_needed(name), "{name}");
        }
    }
}
