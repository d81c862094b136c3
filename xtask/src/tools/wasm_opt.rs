//! wasm-opt, which makes the published WebAssembly small; part of Binaryen.

use super::{Tool, npm, prebuilt};
use crate::version::Version;

/// The version that the sizes in the documents were measured with.
const VERSION: Version = Version(132, 0, 0);

/// The oldest that knows every feature today's Rust makes use of.
const OLDEST: Version = Version(120, 0, 0);

pub(super) fn tool() -> Tool {
    let release = VERSION.0;
    Tool {
        name: "wasm-opt",
        version: VERSION,
        fits: |_, found| found >= OLDEST,
        prebuilt: prebuilt::platform("x86_64-linux", "aarch64-linux", "x86_64-macos", "arm64-macos")
            .map(|platform| prebuilt::Archive {
                address: format!(
                    "https://github.com/WebAssembly/binaryen/releases/download/version_{release}/binaryen-version_{release}-{platform}.tar.gz"
                ),
                outer_folders: 1,
                into: "",
            }),
        otherwise: |tool, folder| npm::install(tool.name, "binaryen", VERSION, folder),
    }
}
