//! Which figures may be shown: those that were read, in a source that is not machine-assisted.

use super::super::written::{Basis, Share, SideEffectRow};
use super::super::{Files, Problem};

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    for fact in &files.facts {
        if fact.basis == Basis::Mixed {
            problems.push(Problem::new(
                "facts.json",
                &fact.id,
                "has basis `mixed`",
                "say `read`, `derived`, `editorial` or `recalled`, and give a figure its own basis",
            ));
        }
        if fact.sources.is_empty() && fact.basis != Basis::Editorial {
            problems.push(Problem::new(
                "facts.json",
                &fact.id,
                "names no source",
                "add at least one id from sources.json, or make its basis `editorial`",
            ));
        }
        if !fact.shown {
            continue;
        }
        for (name, figure) in &fact.figures {
            if !figure.value.is_finite() {
                problems.push(Problem::new(
                    "facts.json",
                    &fact.id,
                    &format!("has a figure `{name}` that is no number"),
                    "write the number as it stands in the source",
                ));
            }
            match figure.basis.unwrap_or(fact.basis) {
                Basis::Read | Basis::Derived => {}
                basis => problems.push(Problem::new(
                    "facts.json",
                    &fact.id,
                    &format!("shows the figure `{name}`, whose basis is {basis:?}"),
                    "check it in a source and make its basis `read`, or set `shown` to false",
                )),
            }
        }
        if fact.basis == Basis::Recalled {
            problems.push(Problem::new(
                "facts.json",
                &fact.id,
                "is shown, but its basis is `recalled`",
                "check it in a source and make its basis `read`, or set `shown` to false",
            ));
        }
        if !fact.figures.is_empty() && rests_on_machines(files, &fact.sources) {
            problems.push(Problem::new(
                "facts.json",
                &fact.id,
                "shows a figure that only a machine-assisted site gives",
                "add a source that was read, or set `shown` to false",
            ));
        }
    }
    for row in &files.side_effects.rows {
        check_row(row, problems);
    }
}

/// Whether nothing but machine-assisted sites stands behind a list of sources.
pub fn rests_on_machines(files: &Files, sources: &[String]) -> bool {
    !sources.is_empty()
        && sources.iter().all(|id| {
            files
                .sources
                .iter()
                .any(|source| source.id == *id && source.machine_assisted)
        })
}

fn check_row(row: &SideEffectRow, problems: &mut Vec<Problem>) {
    let mut refuse = |what: &str, remedy: &str| {
        problems.push(Problem::new("side_effects.json", &row.id, what, remedy));
    };
    if row.sources.is_empty() {
        refuse("names no source", "add at least one id from sources.json");
    }
    if row.populations.is_empty() {
        refuse("does not say who was counted", "fill in `populations`");
    }
    for share in [&row.drug, &row.placebo].into_iter().flatten() {
        if !share_holds(share) {
            refuse(
                "has a count that does not fit its total or its percentage",
                "compare `count`, `of` and `percent` with the source",
            );
        }
    }
    if let Some(band) = &row.band {
        let ordered =
            |from: Option<f64>, to: Option<f64>| from.unwrap_or(0.0) < to.unwrap_or(f64::INFINITY);
        if !ordered(band.from_percent, band.to_percent) {
            refuse(
                "has a range that ends before it begins",
                "swap the two ends",
            );
        }
    }
}

/// Whether count, total and percentage of a share can all be right: within a point of rounding.
fn share_holds(share: &Share) -> bool {
    let in_range = share
        .percent
        .is_none_or(|percent| (0.0..=100.0).contains(&percent));
    let agrees = match (share.count, share.of, share.percent) {
        (Some(count), Some(of), Some(percent)) if of > 0 => {
            count <= of && (100.0 * f64::from(count) / f64::from(of) - percent).abs() <= 1.0
        }
        (Some(_), None, _) | (_, Some(0), _) => false,
        _ => true,
    };
    in_range && agrees
}
