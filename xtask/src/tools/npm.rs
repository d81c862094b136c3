//! Tools taken from npm, and npm itself where it may be installed.

use super::debian;
use crate::version::Version;
use crate::{place, run, say};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

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

fn set_up(wanted: &str) -> Result<()> {
    if place::on_path("npm").is_some() && place::on_path("node").is_some() {
        return Ok(());
    }
    let remedy = if cfg!(target_os = "macos") {
        "`brew install node`"
    } else {
        "`sudo apt-get install nodejs npm`, or the like on other systems,"
    };
    debian::install(&["nodejs", "npm"], "about a minute").with_context(|| {
        format!("{wanted} comes from npm, which is not installed: {remedy} and try again")
    })
}
