//! Whether coming and going, or running for long, leaves anything behind, looked for on the site as published.

use crate::{dist, run, say, test};
use anyhow::Result;

/// How many minutes a scene is watched where nobody says otherwise.
pub(crate) const MINUTES: u32 = 10;

/// Mounts and takes off two hundred, plays a scene in fast motion, and one for so many minutes; fails
/// when memory has grown by more than the tests allow.
pub(crate) fn look(minutes: u32) -> Result<()> {
    dist::bring_up_to_date()?;
    say::line(&format!(
        "watching the memory, {} minutes or so",
        minutes.saturating_add(3)
    ));
    let mut tests = test::browser_tests()?;
    // One at a time: the minutes are those of a machine that does nothing else.
    tests
        .args([
            "--",
            "--include-ignored",
            "leaks::",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("LEAKS_MINUTES", minutes.to_string());
    run::run(&mut tests, "see what is said above")
}
