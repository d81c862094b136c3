//! The second opinion, against the queries that it was learnt from.

use super::files;
use super::kinds::KEPT;
use naltrexone_explainer::content::files::FIRST_LANGUAGE;
use naltrexone_explainer::content::files::words::short_hash;
use naltrexone_explainer::content::search::leanings::PIECES;
use naltrexone_explainer::content::search::opinion::NEXT_PIECE;
use std::fs;
use std::path::Path;

#[test]
fn what_was_learnt_was_learnt_from_the_queries_as_they_are_and_none_of_those_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    paths.retain(|path| !path.ends_with(KEPT));
    paths.sort();
    let mut sets = String::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        sets.extend(lines.flat_map(|line| [line, "\n"]));
    }
    let learnt = &files().leanings[FIRST_LANGUAGE];
    assert_eq!(
        learnt.sets,
        short_hash(&sets),
        "a set has changed: run `cargo xtask learn`"
    );
}

#[test]
fn every_piece_has_its_weights() {
    let learnt = &files().leanings[FIRST_LANGUAGE];
    assert_eq!(learnt.cry.weights.len(), PIECES);
    assert_eq!(learnt.elsewhere.weights.len(), PIECES);
    assert_eq!(learnt.effects.weights.split(NEXT_PIECE).count(), PIECES);
    let effects = learnt.effects.order.len();
    assert_eq!(learnt.effects.biases.len(), effects + 2);
}
