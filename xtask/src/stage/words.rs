//! The words of one language, and the reading page written with them.

use crate::content::listed;
use anyhow::{Context, Result, anyhow};
use naltrexone_explainer::content::catalog::FIRST_KEY_COUNT;
use naltrexone_explainer::content::files::{self, Files};
use naltrexone_explainer::content::text::{Words, english_plural};
use naltrexone_explainer::view::reading::{ReadingPage, ReadingPageProps};
use tokio::runtime;
use tokio::task::LocalSet;

/// A language as the browser loads it.
pub(super) fn compiled(files: &Files, language: &str) -> Result<String> {
    files::words::compile(files, language).map_err(|problems| listed(&problems))
}

/// One text in the first language, without marks; a missing one is named.
pub(super) fn plain(files: &Files, key: &str) -> Result<String> {
    let text = files::words::plain(files, key);
    let there = (!text.is_empty()).then_some(text);
    there.with_context(|| format!("text/en.ftl: `{key}` is not there; add it"))
}

/// One text in a language, without marks; a missing one is named.
pub(super) fn plain_in(files: &Files, language: &str, key: &str) -> Result<String> {
    let text = files::words::plain_in(files, language, key);
    let there = (!text.is_empty()).then_some(text);
    there.with_context(|| format!("text/{language}.ftl: `{key}` is not there; add it"))
}

/// A compiled language as far as the first screen needs it, and what comes after that.
pub(super) fn halves(compiled: &str) -> (&str, &str) {
    // The first line says which language it is.
    let end = compiled
        .match_indices('\n')
        .nth(FIRST_KEY_COUNT)
        .map_or(compiled.len(), |(at, _)| at + 1);
    compiled.split_at(end)
}

/// The whole explainer as HTML, from a compiled language.
pub(super) fn reading_page(compiled: &str) -> Result<String> {
    let words = Words::parse(compiled, english_plural).map_err(|error| anyhow!("{error}"))?;
    let props = ReadingPageProps::new(words).map_err(|refused| anyhow!("{refused}"))?;
    let page = yew::LocalServerRenderer::<ReadingPage>::with_props(props);
    let runtime = runtime::Builder::new_current_thread().build()?;
    Ok(LocalSet::new().block_on(&runtime, page.hydratable(false).render()))
}
