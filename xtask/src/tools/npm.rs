//! Tools taken from npm, and npm itself where it may be installed.

use super::{debian, version_of};
use crate::version::Version;
use crate::{place, run, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The oldest Node that runs the packages installed here.
const OLDEST_NODE: Version = Version(18, 0, 0);

/// Installs one npm package into `folder`; `wanted` is what it is wanted for.
pub(super) fn install(wanted: &str, package: &str, version: Version, folder: &Path) -> Result<()> {
    set_up(wanted)?;
    say::line(&format!(
        "{wanted}: taking {package} {version} from npm, a few seconds"
    ));
    fs::create_dir_all(folder)
        .with_context(|| format!("{} cannot be written", folder.display()))?;
    let mut npm = run::program("npm");
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--ignore-scripts",
        "--loglevel=error",
    ]);
    npm.arg("--prefix")
        .arg(folder)
        .arg(format!("{package}@{version}"));
    run::run(
        &mut npm,
        &format!("mend what is said above, or put {wanted} on the PATH"),
    )
}

/// Sees to it that npm is there, and a Node that runs today's packages.
fn set_up(wanted: &str) -> Result<()> {
    let is_there = || place::on_path("npm").is_some() && place::on_path("node").is_some();
    if !is_there() && debian::may_install() {
        debian::install(&["nodejs", "npm"], "about a minute")?;
    }
    if !is_there() {
        bail!(
            "{wanted} comes from npm, which is not installed: {} and try again",
            remedy()
        );
    }
    match version_of("node") {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => bail!(
            "{wanted} comes from npm and needs Node {OLDEST_NODE} or newer: {}",
            remedy()
        ),
    }
}

fn remedy() -> &'static str {
    if cfg!(target_os = "macos") {
        "`brew install node`"
    } else {
        "`sudo apt-get install nodejs npm`, or the like on other systems,"
    }
}
