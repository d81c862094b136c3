//! Looks up each line of a file as the page would, one line of answer each.

use crate::content;
use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files, search::compile_terms};
use naltrexone_explainer::content::search::{Found, Index, Verdict};
use std::io::{BufWriter, Read, Write, stdin, stdout};
use std::path::PathBuf;

/// The most terms of a line.
const MOST: usize = 5;

/// Answers every line of a file or of standard input.
pub(crate) fn lookup(mut words: lexopt::Parser) -> Result<()> {
    let mut language = FIRST_LANGUAGE.to_owned();
    let mut file: Option<PathBuf> = None;
    while let Some(word) = words.next()? {
        match word {
            Long("lang") => language = words.value()?.string()?,
            Value(name) if file.is_none() => file = Some(name.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut bytes = Vec::new();
    match &file {
        Some(name) => {
            bytes = std::fs::read(name)
                .with_context(|| format!("{} cannot be read", name.display()))?;
        }
        None => {
            stdin().read_to_end(&mut bytes)?;
        }
    }
    let files = content::read()?;
    if !files.searches.contains_key(&language) {
        let known: Vec<&str> = files.searches.keys().map(String::as_str).collect();
        bail!(
            "there are no search terms for `{language}`; there are for {}",
            known.join(", ")
        );
    }
    let terms = compile_terms(&files, &language).map_err(|problems| content::listed(&problems))?;
    let index = Index::parse(&terms).map_err(|error| anyhow!("{error}"))?;
    let mut out = BufWriter::new(stdout().lock());
    for query in String::from_utf8_lossy(&bytes).lines() {
        writeln!(out, "{}", line(&files, query, &index.find(query)))?;
    }
    out.flush()?;
    Ok(())
}

/// The query, how sure the answer is, the best terms, and whether help stands above them.
fn line(files: &Files, query: &str, found: &Found) -> String {
    let verdict = match found.verdict {
        Verdict::Match => "match",
        Verdict::Near => "near",
        Verdict::None => "none",
    };
    let terms: Vec<&str> = found
        .hits
        .iter()
        .filter_map(|hit| {
            let effect = files.side_effects.effects.get(usize::from(hit.effect.0))?;
            Some(effect.preferred_term.as_str())
        })
        .take(MOST)
        .collect();
    let help = if found.help.is_empty() { "" } else { "HELP" };
    // A tab inside the query would shift the columns.
    let query = query.replace('\t', " ");
    format!("{query}\t{verdict}\t{}\t{help}", terms.join("|"))
}
