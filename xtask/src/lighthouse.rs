//! What Lighthouse says of the standalone page on a phone.

use crate::tools::lighthouse;
use crate::{dist, run, say, test};
use anyhow::Result;

/// Builds the site, lets Lighthouse judge it, and prints its scores.
pub(crate) fn judge() -> Result<()> {
    dist::bring_up_to_date()?;
    let program = lighthouse::set_up()?;
    say::line("asking Lighthouse, about a minute");
    let mut tests = test::browser_tests()?;
    tests
        .args(["--", "--ignored", "lighthouse", "--nocapture"])
        .env("LIGHTHOUSE", program);
    run::run(&mut tests, "mend what is said above")
}
