//! Does the model still meet every published number it is held against?
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "../xtask/src/reference/mod.rs"]
#[allow(dead_code, reason = "only two of the tables are of interest here")]
mod reference;

use std::path::Path;

use reference::{Outcome, Tally};

fn tally(table: &str) -> Tally {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let report = reference::run_only(&folder, |name| name == table).unwrap();
    let found = report
        .outcomes
        .into_iter()
        .find_map(|outcome| match outcome {
            Outcome::Checked(tally) if tally.table == table => Some(tally),
            _ => None,
        });
    found.unwrap()
}

#[test]
fn all_thirty_six_published_checks_lie_inside_their_bands() {
    let tally = tally("published-checks.csv");
    assert!(tally.held(), "{:?}", tally.complaints);
    assert_eq!(tally.rows, 36);
    assert_eq!(tally.note, "36 of 36 inside their bands, 0 unknown");
}

#[test]
fn the_monkey_data_have_a_common_schild_slope_of_1_03() {
    let tally = tally("published-schild.csv");
    assert!(tally.held(), "{:?}", tally.complaints);
    assert_eq!(
        tally.note,
        "common slope 1.031, standard error 0.095, 18 points on 6 curves"
    );
}
