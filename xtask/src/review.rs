//! The sheet a clinician works through, and the decisions read back from it.
use anyhow::{Result, bail};
pub(crate) fn review(_words: lexopt::Parser) -> Result<()> {
    bail!("not yet")
}
