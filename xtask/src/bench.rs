//! What a frame of the receptor scene costs in the browser, measured on the site as published.

use crate::{dist, run, say, test};
use anyhow::Result;

/// How long to measure.
pub(crate) struct Options {
    /// Seconds for each scene, width, pixel ratio and slowness.
    pub seconds: u32,
    /// The one scene to measure, by its name in addresses; none for all of them.
    pub scene: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seconds: 20,
            scene: String::new(),
        }
    }
}

/// Builds the site, measures it, and prints what was found and which goals hold.
pub(crate) fn measure(options: &Options) -> Result<()> {
    dist::bring_up_to_date()?;
    say::line("measuring; leave the machine alone meanwhile");
    let mut tests = test::browser_tests()?;
    // One at a time: two browsers would slow each other.
    tests
        .args([
            "--",
            "--ignored",
            "bench_",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("BENCH_SECONDS", options.seconds.to_string())
        .env("BENCH_SCENE", &options.scene);
    run::run(&mut tests, "see what is said above")
}
