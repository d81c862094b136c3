//! Trunk, which builds the page and serves it.

use super::{Tool, crates, prebuilt};
use crate::version::Version;

/// The newest that installs with its own lock file on the Rust this project asks for.
const VERSION: Version = Version(0, 21, 14);

pub(super) fn tool() -> Tool {
    Tool {
        name: "trunk",
        version: VERSION,
        fits: |wanted, found| found >= wanted && found < Version(0, 22, 0),
        prebuilt: prebuilt::platform("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-apple-darwin", "aarch64-apple-darwin")
            .map(|platform| prebuilt::Archive {
                address: format!("https://github.com/trunk-rs/trunk/releases/download/v{VERSION}/trunk-{platform}.tar.gz"),
                outer_folders: 0,
                into: "bin",
            }),
        otherwise: |tool, folder| {
            // Its own downloads and its look-out for news are not used, and are half its build.
            let flags = ["--locked", "--no-default-features"];
            crates::build(tool, "trunk", &flags, "about 4 minutes on two cores", folder)
        },
    }
}
