//! Other programs: cargo and the tools, run from the checkout with a clean environment.

use crate::place;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// A program started in the checkout, without what cargo set for this one.
///
/// What the person set (`CARGO_HOME`, `CARGO_TARGET_DIR`, registries) stays.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root());
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(set_by_cargo_run) {
            command.env_remove(key);
        }
    }
    command
}

/// Cargo, the same one that runs this program.
pub(crate) fn cargo() -> Command {
    program("cargo")
}

/// Runs a program to its end; `remedy` says what to do when it fails.
pub(crate) fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("`{name}` could not be started; {remedy}"))?;
    if status.success() {
        return Ok(());
    }
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    bail!("`{name} {}` failed; {remedy}", arguments.join(" "));
}

/// What a program printed, if it could be run and ended well.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a chore in the form of this program that is built with the content, and ends as it ends.
#[cfg(not(feature = "content"))]
pub(crate) fn with_content(chore: &[std::ffi::OsString]) -> Result<()> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "content",
        "--",
    ]);
    let status = command
        .args(chore)
        .status()
        .context("cargo could not be started")?;
    std::process::exit(status.code().unwrap_or(1));
}

fn set_by_cargo_run(key: &str) -> bool {
    const GROUPS: [&str; 5] = [
        "CARGO_PKG_",
        "CARGO_BIN_",
        "CARGO_MANIFEST_",
        "CARGO_CRATE_",
        "CARGO_PRIMARY_",
    ];
    matches!(key, "CARGO" | "OUT_DIR") || GROUPS.iter().any(|group| key.starts_with(group))
}
