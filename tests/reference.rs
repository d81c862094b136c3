//! Do the equations match the reference tables, row by row?
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "../xtask/src/reference/mod.rs"]
mod reference;

use std::path::Path;

#[test]
fn every_reference_table_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let report = reference::run(&folder).unwrap();
    assert!(report.held(), "{report}");
    let checked = report.outcomes.iter();
    let checked = checked.filter(|outcome| matches!(outcome, reference::Outcome::Checked(_)));
    assert_eq!(checked.count(), 14, "{report}");
    println!("{report}");
}
