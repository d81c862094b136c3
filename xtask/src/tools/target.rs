//! The Rust target of the browser, and the two components the checks use.

use crate::{run, say};
use anyhow::{Result, bail};
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that Rust can build for the browser.
///
/// Asked for explicitly: a machine may be set not to install what a toolchain file names.
pub(crate) fn set_up() -> Result<()> {
    let libraries =
        run::printed(run::program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| PathBuf::from(folder.trim()).is_dir()) {
        return Ok(());
    }
    say::line(&format!("adding Rust's {TARGET} target, a few seconds"));
    rustup(
        &["target", "add", TARGET],
        &format!("install Rust's {TARGET} standard library"),
    )
}

/// Sees to it that `cargo fmt` and `cargo clippy` are there.
pub(crate) fn set_up_checks() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if run::printed(run::cargo().args([subcommand, "--version"])).is_none() {
            say::line(&format!("adding Rust's {component}, a few seconds"));
            rustup(
                &["component", "add", component],
                &format!("install {component}"),
            )?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str], otherwise: &str) -> Result<()> {
    if run::printed(run::program("rustup").arg("--version")).is_none() {
        bail!("there is no rustup here to do it; {otherwise} for this Rust, or use rustup");
    }
    run::run(
        run::program("rustup").args(arguments),
        &format!("see above, or {otherwise} by hand"),
    )
}
