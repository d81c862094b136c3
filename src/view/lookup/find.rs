//! The search, made ready for the page's language.

use crate::content::search::Index;
use crate::content::text::Words;

/// What readers say, in the first language.
const TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/terms.txt"));

/// The search in the language of the words; one that finds nothing where that has no terms.
pub(super) fn index(words: &Words) -> Index {
    if words.language() == "en" {
        Index::parse(TERMS).unwrap_or_default()
    } else {
        Index::default()
    }
}
