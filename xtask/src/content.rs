//! The content's files, read for the chores that need them.

use crate::place;
use anyhow::{Result, anyhow};
use naltrexone_explainer::content::files::{self, Files, Problem};
use std::path::PathBuf;

/// The folder they are in.
pub(crate) fn folder() -> PathBuf {
    place::root().join("src/content/data")
}

/// All of them, checked.
pub(crate) fn read() -> Result<Files> {
    files::read(&folder()).map_err(|problems| listed(&problems))
}

/// One refusal for all that must be mended.
pub(crate) fn listed(problems: &[Problem]) -> anyhow::Error {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    anyhow!("the content must be mended:\n  {}", lines.join("\n  "))
}
