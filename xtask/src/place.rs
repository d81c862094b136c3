//! Where things are: the checkout, what is written into it, and the tools kept outside it.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The checkout this program was built from.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The folder of everything that is built to be handed on.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the tools that these chores fetched or built themselves.
///
/// `NALTREXONE_EXPLAINER_TOOLS` names another one.
pub(crate) fn tools() -> Result<PathBuf> {
    let named = |key: &str| {
        env::var_os(key)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = named("NALTREXONE_EXPLAINER_TOOLS") {
        return std::path::absolute(folder)
            .context("NALTREXONE_EXPLAINER_TOOLS must name a folder");
    }
    let home =
        || named("HOME").context("set HOME, or NALTREXONE_EXPLAINER_TOOLS to a folder for tools");
    let cache = match named("XDG_CACHE_HOME") {
        Some(folder) => folder,
        None if cfg!(target_os = "macos") => home()?.join("Library/Caches"),
        None => home()?.join(".cache"),
    };
    Ok(cache.join("naltrexone-explainer").join("tools"))
}

/// The program of this name on the search path, if there is one.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A folder beside another one, for what is on its way into it.
pub(crate) fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{what}"));
    folder.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_beside_another_keeps_the_whole_of_its_name() {
        let partial = beside(Path::new("/tools/trunk-0.21.14"), "partial");
        assert_eq!(partial, Path::new("/tools/trunk-0.21.14.partial"));
    }
}
