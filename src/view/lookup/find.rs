//! The search, made ready for the page's language.

use crate::content::catalog::SEARCH_TERMS;
use crate::content::search::Index;
use crate::content::text::Words;

/// The search in the language of the words; one that finds nothing where that has no terms.
pub(super) fn index(words: &Words) -> Index {
    Index::parse(&words.get(SEARCH_TERMS).replace('\u{1e}', "\n")).unwrap_or_default()
}
