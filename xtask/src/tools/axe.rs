//! axe-core, the accessibility checks that the browser tests put into the page.

use super::npm;
use crate::place;
use crate::version::Version;
use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;

const VERSION: Version = Version(4, 14, 1);

/// The path of `axe.min.js`; `AXE` names another one.
pub(crate) fn set_up() -> Result<PathBuf> {
    if let Some(named) = env::var_os("AXE")
        .map(PathBuf::from)
        .filter(|file| file.is_file())
    {
        return std::path::absolute(named).context("AXE must name a file");
    }
    let folder = place::tools()?.join(format!("axe-core-{VERSION}"));
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        npm::install("axe-core", "axe-core", VERSION, &folder)?;
    }
    Ok(file)
}
