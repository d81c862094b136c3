//! What is handed on: `dist/site`, the standalone page, and `dist/embed`, the files to embed.

use crate::tools::Toolbox;
use crate::{budget, npm_package, place, run, say};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What the build is made from; a change in any of it makes `dist` stale.
const SOURCES: [&str; 9] = [
    "docs/embedding.md",
    "index.html",
    "src",
    "styles",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "xtask",
];

/// What tells the staging where the page will stand.
pub(crate) const ADDRESS: &str = "NALTREXONE_EXPLAINER_ADDRESS";

/// The explainer as one file.
pub(crate) const SINGLE: &str = "naltrexone-explainer.html";

/// The standalone page.
pub(crate) fn site() -> PathBuf {
    place::dist().join("site")
}

/// The files to embed.
pub(crate) fn embed() -> PathBuf {
    place::dist().join("embed")
}

/// Builds both folders anew; what was there stays until the new ones are whole.
///
/// `address` is where the page will stand, for what other sites show beside a link to it.
pub(crate) fn write(address: Option<&str>) -> Result<()> {
    let tools = Toolbox::set_up(true)?;
    let (begun, as_of) = (say::now(), SystemTime::now());
    say::line("building the published form, a minute or two");
    let _lock = lock()?;
    let next = place::dist().join("next");
    remove(&next)?;
    fs::create_dir_all(&next).with_context(|| format!("{} cannot be written", next.display()))?;
    let mut trunk = tools.trunk()?;
    trunk
        .args(["build", "--quiet", "--release", "--dist"])
        .arg(next.join("site"));
    if let Some(address) = address {
        trunk.env(ADDRESS, address);
    }
    run::run(&mut trunk, "mend what is said above")?;
    pack(&next.join("site"))?;
    copy(&next.join("site/embed"), &next.join("embed"))?;
    npm_package::write(&next.join("embed"), &next.join("npm"))?;
    // A source that changes while this builds is newer than the page.
    fs::File::options()
        .write(true)
        .open(next.join("site/index.html"))
        .and_then(|page| page.set_modified(as_of))
        .context("Trunk left no index.html")?;
    for name in ["site", "embed", "npm"] {
        let (place, old) = (
            place::dist().join(name),
            place::dist().join(format!("{name}.old")),
        );
        remove(&old)?;
        if place.exists() {
            rename(&place, &old)?;
        }
        rename(&next.join(name), &place)?;
        remove(&old)?;
    }
    let single = site().join(SINGLE);
    let copied = place::dist().join(SINGLE);
    fs::copy(&single, &copied).with_context(|| {
        format!(
            "{} cannot be copied to {}",
            single.display(),
            copied.display()
        )
    })?;
    remove(&next)?;
    say::line(&format!(
        "wrote dist/site, dist/embed and dist/npm in {}",
        say::time(begun.elapsed())
    ));
    Ok(())
}

/// The standalone page with the switch for faults.
pub(crate) fn fault() -> PathBuf {
    place::dist().join("fault")
}

/// Builds the form that a test can break, if it is missing or older than what it is made from; it
/// is built as for working on it, and never handed on.
pub(crate) fn bring_fault_up_to_date() -> Result<()> {
    if is_fresh(&fault()) {
        return Ok(());
    }
    let tools = Toolbox::set_up(false)?;
    say::line("building the form that the tests break, a minute");
    let _lock = lock()?;
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--quiet", "--features", "fault", "--dist"]);
    run::run(trunk.arg(fault()), "mend what is said above")
}

/// Puts beside each file what a server can send packed: the same by Brotli and by gzip.
fn pack(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path)?;
            continue;
        }
        // A picture is packed as it is.
        if path.extension().is_some_and(|ending| ending == "png") {
            continue;
        }
        let bytes = fs::read(&path)?;
        for (ending, packed) in [
            ("br", budget::brotli(&bytes)?),
            ("gz", budget::gzip(&bytes)?),
        ] {
            let name = format!("{}.{ending}", path.display());
            fs::write(&name, packed).with_context(|| format!("{name} cannot be written"))?;
        }
    }
    Ok(())
}

/// Whether a file is another one packed.
pub(crate) fn is_packed(name: &str) -> bool {
    [".br", ".gz"].iter().any(|ending| name.ends_with(ending))
}

/// Builds both folders if they are missing or older than what they are made from.
pub(crate) fn bring_up_to_date() -> Result<()> {
    if is_fresh(&site()) && embed().is_dir() {
        return Ok(());
    }
    write(None)
}

/// Whether a built page is newer than everything it is made from.
fn is_fresh(folder: &Path) -> bool {
    let written = fs::metadata(folder.join("index.html")).and_then(|page| page.modified());
    let changed = SOURCES
        .iter()
        .filter_map(|name| newest(&place::root().join(name)))
        .max();
    matches!((written, changed), (Ok(written), Some(changed)) if written >= changed)
}

/// Held while the folders are written; a second build waits for the first.
fn lock() -> Result<fs::File> {
    let file = place::dist().join(".lock");
    let problem = || format!("{} cannot be locked", file.display());
    fs::create_dir_all(place::dist()).with_context(problem)?;
    let lock = fs::File::create(&file).with_context(problem)?;
    lock.lock().with_context(problem)?;
    Ok(lock)
}

/// When anything at or under a path was last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let about = fs::metadata(path).ok()?;
    if !about.is_dir() {
        return about.modified().ok();
    }
    fs::read_dir(path)
        .ok()?
        .filter_map(|entry| newest(&entry.ok()?.path()))
        .max()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let problem = || format!("{} cannot be copied to {}", from.display(), to.display());
    fs::create_dir_all(to).with_context(problem)?;
    for entry in fs::read_dir(from).with_context(problem)? {
        let entry = entry.with_context(problem)?;
        fs::copy(entry.path(), to.join(entry.file_name())).with_context(problem)?;
    }
    Ok(())
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)
        .with_context(|| format!("{} cannot be moved to {}", from.display(), to.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
