//! Whatever is typed: no panic, the same answer, and no word that hides another. How long it takes,
//! `cargo xtask speed` says.

use super::{files, index};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

#[test]
fn any_text_is_answered_without_a_panic_and_always_alike() {
    let index = index();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        max_shrink_iters: 50,
        ..ProptestConfig::default()
    });
    let texts = prop_oneof![
        "\\PC{0,2500}",
        prop::collection::vec(any::<char>(), 0..2_500).prop_map(String::from_iter),
        prop::collection::vec(
            "(not|no|head|hurts|cant|sleep|but|itchng|stomack|[a-z]{1,14})",
            0..1_500
        )
        .prop_map(|words| words.join(" ")),
        "[a-z]{0,10000}",
    ];
    runner
        .run(&texts, |text| {
            prop_assert_eq!(index.find(&text), index.find(&text));
            Ok(())
        })
        .unwrap();
    for text in [
        "headache ".repeat(1_100),
        "\u{1f92e}".repeat(2_500),
        "stomackake".repeat(1_000),
    ] {
        assert_eq!(index.find(&text), index.find(&text));
    }
}

#[test]
fn an_exact_synonym_never_hides_its_effect() {
    let index = index();
    let files = files();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let queries = fs::read_to_string(folder.join("tuning.tsv")).unwrap();
    let queries: Vec<&str> = queries
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    for (at, effect) in files.side_effects.effects.iter().enumerate() {
        let phrases = &files.searches["en"].effects[&effect.id];
        for (number, phrase) in phrases.iter().enumerate() {
            if phrase.contains(['/', '@', '?']) {
                continue;
            }
            let phrase = phrase.trim_start_matches(['~', '=']);
            let query = queries[(at * 31 + number * 7) % queries.len()];
            for text in [format!("{query}, {phrase}"), format!("{phrase} {query}")] {
                let found = index.find(&text);
                assert!(
                    found.hits.iter().any(|hit| usize::from(hit.effect.0) == at),
                    "{} is hidden in: {text}",
                    effect.id
                );
            }
        }
    }
}
