//! What must hold of the published shifts.

use super::super::written::Basis;
use super::super::{FIRST_LANGUAGE, Files, Problem};

/// Every number or name that does not hold.
pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let mut report = |entry: &str, what: &str, remedy: &str| {
        problems.push(Problem::new("schild.json", entry, what, remedy));
    };
    let schild = &files.schild;
    if schild.sources.is_empty() || schild.basis != Some(Basis::Read) {
        report(
            "rows",
            "are shown, but do not say in which source they were read",
            "name the source and make `basis` `read`",
        );
    }
    for (at, row) in schild.rows.iter().enumerate() {
        let entry = format!("row {}", at + 1);
        let doses = [
            row.naltrexone_mg_per_kg,
            row.half_effect_alone_mg_per_kg,
            row.half_effect_with_mg_per_kg,
        ];
        if doses.iter().any(|dose| !dose.is_finite() || *dose <= 0.0) {
            report(
                &entry,
                "has a dose that is no amount",
                "write a number above zero",
            );
        }
        for name in [&row.opioid, &row.effect] {
            let key = format!("ui-schild-{name}");
            let said = files
                .texts
                .get(FIRST_LANGUAGE)
                .is_some_and(|text| text.contains_key(&key));
            if !said {
                report(
                    &entry,
                    &format!("has no words for `{name}`"),
                    &format!("add `{key}` to the language files"),
                );
            }
        }
    }
}
