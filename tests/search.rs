//! Readers' queries, by kind, against the search as it is shipped.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a test that cannot go on says where, and prints what it measured"
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "search/judged.rs"]
mod judged;
#[path = "search/kinds.rs"]
mod kinds;
#[path = "search/properties.rs"]
mod properties;

use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE, Files, search::compile_terms};
use naltrexone_explainer::content::search::Index;
use std::path::Path;

/// The content as it is shipped.
fn files() -> Files {
    files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data")).unwrap()
}

/// The terms that the page loads.
fn terms(files: &Files) -> String {
    compile_terms(files, FIRST_LANGUAGE).unwrap()
}

/// The index that the page builds.
fn index() -> Index {
    Index::parse(&terms(&files())).unwrap()
}
