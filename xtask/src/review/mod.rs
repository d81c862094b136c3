//! Review by a clinician: a sheet of everything that is claimed, and the decisions taken on it.

mod decisions;
mod sheet;

use crate::{content, place, say};
use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the sheet, or takes the decisions of a filled-in one.
pub(crate) fn review(mut words: lexopt::Parser) -> Result<()> {
    let (mut out, mut filled_in) = (None, None);
    while let Some(word) = words.next()? {
        match word {
            Long("out") => out = Some(PathBuf::from(words.value()?)),
            Long("read") => filled_in = Some(PathBuf::from(words.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    match (out, filled_in) {
        (Some(_), Some(_)) => bail!("use --out to write a sheet or --read to read one, not both"),
        (out, None) => write(&out.unwrap_or_else(|| place::root().join("review.csv"))),
        (None, Some(filled_in)) => read(&filled_in),
    }
}

fn write(out: &Path) -> Result<()> {
    let rows = sheet::rows(&content::read()?);
    let sheet = sheet::written(&rows)?;
    fs::write(out, sheet).with_context(|| format!("{} cannot be written", out.display()))?;
    let waiting = rows
        .iter()
        .filter(|row| row.review != sheet::APPROVED)
        .count();
    say::line(&format!(
        "{}: {} rows, {waiting} of them not approved\n\
         fill in decision (approve, change or reject), reviewer, date (such as 2026-01-31) and \
         note, then `cargo xtask review --read {}`",
        out.display(),
        rows.len(),
        out.display(),
    ));
    Ok(())
}

fn read(filled_in: &Path) -> Result<()> {
    let files = content::read()?;
    let text = fs::read_to_string(filled_in)
        .with_context(|| format!("{} cannot be read as UTF-8 text", filled_in.display()))?;
    let decided = decisions::read(&text, &sheet::rows(&files))?;
    let count = decided.len();
    let all: BTreeMap<_, _> = files.review.into_iter().chain(decided).collect();
    let file = content::folder().join("review.json");
    let new = file.with_extension("json.new");
    let problem = || format!("{} cannot be written", file.display());
    fs::write(&new, serde_json::to_string_pretty(&all)? + "\n").with_context(problem)?;
    fs::rename(&new, &file).with_context(problem)?;
    say::line(&format!("took {count} decisions into {}", file.display()));
    Ok(())
}
