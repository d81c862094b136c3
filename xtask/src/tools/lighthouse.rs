//! Lighthouse, which judges the standalone page.

use super::npm;
use crate::place;
use crate::version::Version;
use anyhow::Result;
use std::env;
use std::path::PathBuf;

/// The newest one that runs on Node 18 and 20 too.
const VERSION: Version = Version(12, 8, 2);

/// The path of its command; `LIGHTHOUSE` names another one.
pub(crate) fn set_up() -> Result<PathBuf> {
    if let Some(named) = env::var_os("LIGHTHOUSE").map(PathBuf::from) {
        return Ok(named);
    }
    let folder = place::tools()?.join(format!("lighthouse-{VERSION}"));
    let file = folder.join("node_modules/lighthouse/cli/index.js");
    if !file.is_file() {
        npm::install("lighthouse", "lighthouse", VERSION, &folder)?;
    }
    Ok(file)
}
