//! The wasm-bindgen CLI, of exactly the version that the lock file names.

use super::{Tool, crates, prebuilt};
use crate::place;
use crate::version::Version;
use anyhow::{Context, Result};
use std::fs;

pub(super) fn tool() -> Result<Tool> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock"))
        .context("Cargo.lock cannot be read")?;
    let version = locked(&lock)
        .context("Cargo.lock lists no wasm-bindgen; run `cargo update --workspace`")?;
    Ok(Tool {
        name: "wasm-bindgen",
        version,
        fits: |wanted, found| wanted == found,
        prebuilt: prebuilt::platform("x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu", "x86_64-apple-darwin", "aarch64-apple-darwin")
            .map(|platform| prebuilt::Archive {
                address: format!(
                    "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{platform}.tar.gz"
                ),
                outer_folders: 1,
                into: "bin",
            }),
        otherwise: |tool, folder| {
            // With its own lock file it does not build on current Rust.
            crates::build(tool, "wasm-bindgen-cli", &[], "about 2 minutes on two cores", folder)
        },
    })
}

/// The version of wasm-bindgen in the text of a lock file.
fn locked(lock: &str) -> Option<Version> {
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != "name = \"wasm-bindgen\"");
    Version::find(lines.nth(1)?.strip_prefix("version = ")?.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_library_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock), Some(Version(0, 2, 130)));
        assert_eq!(locked("[[package]]\n"), None);
    }
}
