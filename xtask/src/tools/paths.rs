//! Keeps the builder's own folders out of what is published, so that the same source gives the same
//! bytes, and the same file names, on every machine.

use crate::run;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Flags for the browser's target alone: those for this machine's programs stay as they are.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Tells a build to name the files of dependencies without the folder they were fetched into.
pub(super) fn keep_out_of(build: &mut Command) -> Result<()> {
    // They must be there to be named: a first build would otherwise differ from the next.
    let mut fetch = run::cargo();
    fetch.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    run::run(
        &mut fetch,
        "see whether this machine reaches the crates registry",
    )?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registries = home
        .map(|home| folders_in(&home.join("registry/src")))
        .unwrap_or_default();
    // The variable has no way to write a space inside a flag.
    let flags = registries.iter().filter_map(|folder| folder.to_str());
    let flags = flags.filter(|folder| !folder.contains(' '));
    let mut flags: Vec<_> = flags
        .map(|folder| format!("--remap-path-prefix={folder}/="))
        .collect();
    flags.extend(env::var(FLAGS).ok());
    build.env(FLAGS, flags.join(" "));
    Ok(())
}

/// The folders in a folder, in the order of their names.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut folders: Vec<_> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
