//! Tools built from their crates, lightly: they run for a second, so they need not be fast.

use super::Tool;
use crate::{place, run, say};
use anyhow::{Context, Result};
use std::io::IsTerminal;
use std::path::Path;
use std::{env, fs, io};

/// Builds one crate's programs into `folder`; `takes` says how long that is.
pub(super) fn build(
    tool: &Tool,
    name: &str,
    flags: &[&str],
    takes: &str,
    folder: &Path,
) -> Result<()> {
    say::line(&format!(
        "{}: building {name} {} from its crate, {takes}, once",
        tool.name, tool.version
    ));
    let begun = say::now();
    // Kept until the build is through, so that an interrupted one goes on where it was.
    let unfinished = place::beside(folder, "unfinished");
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("{} cannot be written", unfinished.display()))?;
    let mut install = run::cargo();
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(shapes_our_own_build) {
            install.env_remove(key);
        }
    }
    for (key, value) in [
        ("OPT_LEVEL", "1"),
        ("LTO", "off"),
        ("CODEGEN_UNITS", "16"),
        ("DEBUG", "false"),
        ("STRIP", "true"),
    ] {
        install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    install.args([
        "install",
        name,
        "--version",
        &format!("={}", tool.version),
        "--force",
    ]);
    install
        .args(flags)
        .arg("--root")
        .arg(folder)
        .arg("--target-dir")
        .arg(&unfinished);
    if !io::stderr().is_terminal() {
        install.arg("--quiet");
    }
    run::run(
        &mut install,
        &format!(
            "mend what is said above, or put {} {} on the PATH",
            tool.name, tool.version
        ),
    )?;
    let _ = fs::remove_dir_all(&unfinished);
    say::line(&format!(
        "{}: built in {}",
        tool.name,
        say::time(begun.elapsed())
    ));
    Ok(())
}

fn shapes_our_own_build(key: &str) -> bool {
    const NAMES: [&str; 4] = [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_TARGET_DIR",
        "CARGO_INCREMENTAL",
    ];
    const GROUPS: [&str; 2] = ["CARGO_BUILD_", "CARGO_PROFILE_"];
    NAMES.contains(&key) || GROUPS.iter().any(|group| key.starts_with(group))
}
