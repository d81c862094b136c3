//! The tools the chores need: found on the search path, in our cache, or brought there.
//!
//! One file per tool says which version fits and where it comes from; the rest say how each kind
//! of source is asked.

pub(crate) mod axe;
pub(crate) mod browser;
pub(crate) mod engines;
#[cfg(feature = "content")]
pub(crate) mod lighthouse;
pub(crate) mod servers;
pub(crate) mod target;

mod bindgen;
mod crates;
mod debian;
mod npm;
mod paths;
mod prebuilt;
mod trunk;
mod wasm_opt;

use crate::version::Version;
use crate::{place, run, say};
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a build needs to reach, besides cargo.
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
    /// Whether the published form is built.
    for_release: bool,
}

impl Toolbox {
    /// Everything for a build, brought here if it is missing.
    ///
    /// `wasm-opt` makes the published files small; a build for working on them does without it.
    pub(crate) fn set_up(for_release: bool) -> Result<Self> {
        target::set_up()?;
        let needed = [trunk::tool(), bindgen::tool()?];
        let folders = needed
            .iter()
            .map(Tool::set_up)
            .collect::<Result<Vec<_>>>()?;
        let small = match wasm_opt::tool().set_up() {
            Err(problem) if !for_release => {
                say::line(&format!("only the published form needs this: {problem:#}"));
                None
            }
            other => other?,
        };
        Ok(Self {
            folders: folders.into_iter().flatten().chain(small).collect(),
            for_release,
        })
    }

    /// The search path with the tools in front.
    fn path(&self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        env::join_paths(folders).context("a folder of PATH has a `:` in its name")
    }

    /// Cargo, able to run tests in wasm.
    pub(crate) fn cargo_for_wasm(&self) -> Result<Command> {
        let mut cargo = run::cargo();
        cargo.env("PATH", self.path()?);
        cargo.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        );
        Ok(cargo)
    }

    /// Trunk, able to find the other tools, and told to fetch nothing itself.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let path = self.path()?;
        let named = |folder: &PathBuf| folder.join("trunk");
        let trunk = self.folders.iter().map(named).find(|file| file.is_file());
        let mut trunk = run::program(trunk.unwrap_or_else(|| "trunk".into()));
        trunk
            .env("PATH", path)
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        // What went wrong is said above Trunk's own account of it, which helps nobody here.
        trunk.env("RUST_LIB_BACKTRACE", "0");
        if self.for_release {
            paths::keep_out_of(&mut trunk)?;
        }
        // Trunk reads this as true or false and refuses the usual `1`.
        if env::var_os("NO_COLOR").is_some() {
            trunk.env("NO_COLOR", "true");
        }
        Ok(trunk)
    }
}

/// A tool, the versions of it that fit, and where to have it from.
struct Tool {
    /// The program's name.
    name: &'static str,
    /// The version that is fetched or built.
    version: Version,
    /// Whether another version would do as well.
    fits: fn(wanted: Version, found: Version) -> bool,
    /// Where a prebuilt one is.
    prebuilt: Option<prebuilt::Archive>,
    /// How to get it where there is no prebuilt one.
    otherwise: fn(&Tool, folder: &Path) -> Result<()>,
}

impl Tool {
    /// The folder to add to the search path; none when the tool on it fits.
    fn set_up(&self) -> Result<Option<PathBuf>> {
        if let Some(found) = version_of(self.name) {
            if (self.fits)(self.version, found) {
                return Ok(None);
            }
            say::line(&format!(
                "{}: {found} is on the PATH, {} is needed",
                self.name, self.version
            ));
        }
        let folder = place::tools()?.join(format!("{}-{}", self.name, self.version));
        if let Some(kept) = self.kept_in(&folder) {
            return Ok(Some(kept));
        }
        let fetched = self
            .prebuilt
            .as_ref()
            .is_some_and(|archive| archive.fetch(self.name, &folder));
        if !(fetched && self.kept_in(&folder).is_some()) {
            (self.otherwise)(self, &folder)?;
        }
        let kept = self.kept_in(&folder);
        kept.map(Some).with_context(|| {
            format!(
                "{name} {version} was installed in {folder} but does not run; remove that folder \
                 and try again, or put {name} {version} on the PATH",
                name = self.name,
                version = self.version,
                folder = folder.display(),
            )
        })
    }

    /// The folder inside `folder` that holds a working one.
    fn kept_in(&self, folder: &Path) -> Option<PathBuf> {
        let places = ["bin", "node_modules/.bin"].map(|inside| folder.join(inside));
        let runs = |place: &PathBuf| {
            version_of(place.join(self.name)).is_some_and(|found| (self.fits)(self.version, found))
        };
        places.into_iter().find(runs)
    }
}

fn version_of(program: impl AsRef<std::ffi::OsStr>) -> Option<Version> {
    Version::find(&run::printed(run::program(program).arg("--version"))?)
}
