//! Lighthouse, which judges a page as on a phone.

use super::npm;
use crate::place;
use crate::version::Version;
use anyhow::Result;
use std::path::PathBuf;

/// The last line that runs on the Node that Debian has.
const VERSION: Version = Version(12, 8, 2);

/// The path of the script that Node runs.
pub(crate) fn set_up() -> Result<PathBuf> {
    let folder = place::tools()?.join(format!("lighthouse-{VERSION}"));
    let file = folder.join("node_modules/lighthouse/cli/index.js");
    if !file.is_file() {
        npm::install("lighthouse", "lighthouse", VERSION, &folder)?;
    }
    Ok(file)
}
