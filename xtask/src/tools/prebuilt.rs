//! Tools that their makers have already built: taken where that is quick, passed over where not.

use crate::{place, run, say};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

/// Longest wait for an answer, in seconds; a machine that is cut off should not notice it.
const ANSWER_WITHIN: &str = "5";

/// Longest time for the whole of one archive, in seconds; past that, building is as quick.
const DONE_WITHIN: &str = "60";

/// Set once the place could not be reached, so that only one tool waits for it.
static OUT_OF_REACH: AtomicBool = AtomicBool::new(false);

/// A compressed archive of one tool.
pub(super) struct Archive {
    /// Where it is.
    pub(super) address: String,
    /// How many folders inside it are dropped.
    pub(super) outer_folders: u8,
    /// The folder of the tool's own folder that it is unpacked into.
    pub(super) into: &'static str,
}

/// The word that this machine's kind goes by in a maker's archives, if it is among them.
pub(super) fn platform(
    linux_x86: &'static str,
    linux_arm: &'static str,
    mac_x86: &'static str,
    mac_arm: &'static str,
) -> Option<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some(linux_x86),
        ("linux", "aarch64") => Some(linux_arm),
        ("macos", "x86_64") => Some(mac_x86),
        ("macos", "aarch64") => Some(mac_arm),
        _ => None,
    }
}

impl Archive {
    /// Fetches and unpacks the archive into `folder`; says so in one line when it cannot be had.
    pub(super) fn fetch(&self, name: &str, folder: &Path) -> bool {
        if OUT_OF_REACH.load(Ordering::Relaxed) {
            return false;
        }
        say::line(&format!(
            "{name}: looking for a prebuilt one, at most a minute"
        ));
        // Unpacked beside its place and moved there whole: an interrupted one leaves nothing.
        let partial = place::beside(folder, "partial");
        let unpacked = self.unpack(&partial);
        let moved = unpacked.and_then(|()| {
            let _ = fs::remove_dir_all(folder);
            fs::rename(&partial, folder).map_err(|error| error.to_string())
        });
        let _ = fs::remove_dir_all(&partial);
        if let Err(reason) = &moved {
            say::line(&format!("{name}: no prebuilt one to be had ({reason})"));
        }
        moved.is_ok()
    }

    fn unpack(&self, partial: &Path) -> Result<(), String> {
        let _ = fs::remove_dir_all(partial);
        let into = partial.join(self.into);
        fs::create_dir_all(&into).map_err(|error| error.to_string())?;
        let archive = partial.join("archive.tar.gz");
        let mut curl = run::program("curl");
        curl.args([
            "--fail",
            "--silent",
            "--show-error",
            "--location",
            "--output",
        ])
        .arg(&archive);
        curl.args([
            "--connect-timeout",
            ANSWER_WITHIN,
            "--max-time",
            DONE_WITHIN,
            &self.address,
        ]);
        if let Err(reason) = quietly(&mut curl) {
            OUT_OF_REACH.store(true, Ordering::Relaxed);
            return Err(reason);
        }
        let mut tar = run::program("tar");
        tar.arg("-xzf").arg(&archive).arg("-C").arg(&into);
        tar.arg(format!("--strip-components={}", self.outer_folders));
        quietly(&mut tar)?;
        fs::remove_file(archive).map_err(|error| error.to_string())
    }
}

/// Runs a program without showing what it prints; its last line is the reason when it fails.
fn quietly(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().display().to_string();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(text
        .lines()
        .last()
        .map_or_else(|| format!("{name} failed"), str::to_owned))
}
