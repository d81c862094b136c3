//! The tables of binding and response.

use std::collections::HashMap;

use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares, settled};
use naltrexone_explainer::model::pharmacology::ligand::{Concentrations, Rates};
use naltrexone_explainer::model::pharmacology::response::{Readout, dose_ratio};
use naltrexone_explainer::model::pharmacology::schild::{SchildPoint, common_slope};
use naltrexone_explainer::model::units::{
    Affinity, Efficacy, Nanomolar, PerNanomolarSecond, PerSecond, Relative, Seconds, Steepness,
};

use super::folder::Row;
use super::{Folder, Tally, Trouble};

/// Longest stretch for which a falling concentration is held still: one tick at clock factor 20.
/// A fast fall is followed in shorter ones.
const TICK_SECONDS: f64 = 20.0 / 60.0;

pub(super) fn gaddum(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("gaddum.csv", 1e-9, 0.0);
    let signal = Readout::new(Steepness::new(folder.number(&["resp", "n_signal"])?)?);
    let effect = Readout::new(Steepness::new(folder.number(&["resp", "n_effect"])?)?);
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let (a, b) = relatives(&row)?;
        let tau = Efficacy::new(row.number("tau")?)?;
        let shares = settled(a, b);
        for (column, found) in [
            ("occ_A", shares.agonist()),
            ("occ_B", shares.antagonist()),
            ("free", shares.free()),
            ("signal", signal.settled(tau, a, b)),
            ("effect", effect.settled(tau, a, b)),
        ] {
            tally.compare(place(&row, column), found, row.number(column)?);
        }
    }
    Ok(tally)
}

pub(super) fn kinetics(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("kinetics.csv", 0.0, 1e-9);
    let mut segment = (String::new(), String::new());
    let (mut started, mut start, mut last) = (0.0, Shares::EMPTY, Shares::EMPTY);
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let (scenario, number) = (row.text("scenario")?, row.text("segment")?);
        if scenario != segment.0 {
            start = Shares::EMPTY;
            started = row.number("t_s")?;
        } else if number != segment.1 {
            start = last;
            started = row.number("t_s")?;
        }
        segment = (scenario.to_owned(), number.to_owned());
        let passed = Seconds::new(row.number("t_s")? - started)?;
        last = exchange(&row)?.after(start, passed);
        compare_shares(&mut tally, &row, last)?;
    }
    Ok(tally)
}

pub(super) fn segments(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("kinetics-segments.csv", 1e-12, 0.0);
    let mut stated = HashMap::new();
    for row in folder.table(tally.table)? {
        let key = (
            row.text("scenario")?.to_owned(),
            row.text("segment")?.to_owned(),
        );
        stated.insert(key, row);
    }
    tally.rows = stated.len();
    let mut seen = 0;
    if folder.has("kinetics.csv") {
        for row in folder.table("kinetics.csv")? {
            let key = (
                row.text("scenario")?.to_owned(),
                row.text("segment")?.to_owned(),
            );
            let Some(segment) = stated.get(&key) else {
                tally.claim(false, || {
                    format!("kinetics.csv line {}: no such segment", row.number)
                });
                continue;
            };
            seen += 1;
            for column in ["A_nM", "B_nM"] {
                tally.compare(
                    place(segment, column),
                    row.number(column)?,
                    segment.number(column)?,
                );
            }
            let (start, end) = (segment.number("t_start_s")?, segment.number("t_end_s")?);
            let time = row.number("t_s")?;
            tally.claim(time >= start - 1e-9 && time <= end + 1e-9, || {
                format!("kinetics.csv line {}: outside its segment", row.number)
            });
        }
        tally.note = format!("{seen} rows of kinetics.csv lie in these segments");
    }
    Ok(tally)
}

pub(super) fn decay(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("kinetics-decay.csv", 0.0, 1e-6);
    let mut scenario = String::new();
    let (mut time, mut shares) = (0.0, Shares::EMPTY);
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let (agonist, antagonist) = rates(&row)?;
        let held = row.number("A_nM")?;
        let (first, half_life) = (row.number("B0_nM")?, row.number("B_half_life_s")?);
        let level = |t: f64| first * (-t / half_life).exp2();
        let at = |level: f64| -> Result<Concentrations, Trouble> {
            Ok(Concentrations {
                agonist: Nanomolar::new(held)?,
                antagonist: Nanomolar::new(level)?,
            })
        };
        if row.text("scenario")? != scenario {
            row.text("scenario")?.clone_into(&mut scenario);
            time = 0.0;
            let rest = Exchange::new(agonist, antagonist, at(first)?).rest();
            shares = rest.ok_or("nothing leaves, so there is no rest to start from")?;
        }
        let end = row.number("t_s")?;
        while time < end {
            let step = TICK_SECONDS.min(half_life / 2_000.0).min(end - time);
            let middle = at(level(time + step / 2.0))?;
            shares = Exchange::new(agonist, antagonist, middle).after(shares, Seconds::new(step)?);
            time += step;
        }
        tally.compare(place(&row, "B_nM"), level(end), row.number("B_nM")?);
        tally.compare(place(&row, "occ_A"), shares.agonist(), row.number("occ_A")?);
        tally.compare(
            place(&row, "occ_B"),
            shares.antagonist(),
            row.number("occ_B")?,
        );
    }
    Ok(tally)
}

pub(super) fn schild(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("schild.csv", 1e-9, 1e-14);
    let mut curves: HashMap<String, (f64, Vec<SchildPoint>)> = HashMap::new();
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let readout = Readout::new(Steepness::new(row.number("n")?)?);
        let tau = Efficacy::new(row.number("tau")?)?;
        let own = Affinity::new(row.number("KA_nM")?)?;
        let blocker = row.number("B_nM")? / row.number("KB_nM")?;
        let b = Relative::new(blocker)?;
        let alone = readout.half_maximal(tau, own, Relative::new(0.0)?).value();
        let half = readout.half_maximal(tau, own, b).value();
        tally.compare(
            place(&row, "emax"),
            readout.ceiling(tau),
            row.number("emax")?,
        );
        tally.compare(place(&row, "ec50_nM"), half, row.number("ec50_nM")?);
        tally.compare(
            place(&row, "dose_ratio"),
            half / alone,
            row.number("dose_ratio")?,
        );
        tally.compare(
            place(&row, "dose_ratio"),
            dose_ratio(b),
            row.number("dose_ratio")?,
        );
        if let Some(expected) = row.number_if_any("log10_dr_minus_1")? {
            tally.compare(place(&row, "log10_dr_minus_1"), blocker.log10(), expected);
            let log_antagonist = row.number("B_nM")?.log10();
            tally.compare(
                place(&row, "log10_B_nM"),
                log_antagonist,
                row.number("log10_B_nM")?,
            );
            let curve = format!("{} n = {}", row.text("agonist")?, row.text("n")?);
            let points = &mut curves
                .entry(curve)
                .or_insert((row.number("KB_nM")?, vec![]))
                .1;
            points.push(SchildPoint {
                curve: 0,
                log_antagonist,
                log_shift: expected,
            });
        }
    }
    for (curve, (half_blocking, points)) in &curves {
        if let Some(line) = common_slope(points) {
            tally.compare(format!("slope of {curve}"), line.slope, 1.0);
            for point in points {
                let intercept = point.log_shift - line.slope * point.log_antagonist;
                tally.claim((intercept + half_blocking.log10()).abs() < 1e-9, || {
                    format!("intercept of {curve}: {intercept}")
                });
            }
        }
    }
    tally.note = format!(
        "{} Schild lines: slope one, intercept -log10 of K_B",
        curves.len()
    );
    Ok(tally)
}

pub(super) fn dose_response(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("dose-response.csv", 1e-9, 0.0);
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let (a, b) = relatives(&row)?;
        let readout = Readout::new(Steepness::new(row.number("n")?)?);
        let found = readout.settled(Efficacy::new(row.number("tau")?)?, a, b);
        tally.compare(place(&row, "response"), found, row.number("response")?);
    }
    Ok(tally)
}

/// The two rates in a row.
pub(super) fn rates(row: &Row) -> Result<(Rates, Rates), Trouble> {
    let pair = |binding: &str, leaving: &str| -> Result<Rates, Trouble> {
        Ok(Rates {
            binding: PerNanomolarSecond::new(row.number(binding)?)?,
            leaving: PerSecond::new(row.number(leaving)?)?,
        })
    };
    Ok((
        pair("konA_per_nM_s", "koffA_per_s")?,
        pair("konB_per_nM_s", "koffB_per_s")?,
    ))
}

/// The two concentrations in a row.
pub(super) fn concentrations(row: &Row) -> Result<Concentrations, Trouble> {
    Ok(Concentrations {
        agonist: Nanomolar::new(row.number("A_nM")?)?,
        antagonist: Nanomolar::new(row.number("B_nM")?)?,
    })
}

/// Both together.
pub(super) fn exchange(row: &Row) -> Result<Exchange, Trouble> {
    let (agonist, antagonist) = rates(row)?;
    Ok(Exchange::new(agonist, antagonist, concentrations(row)?))
}

/// Where a value stands, for complaints.
pub(super) fn place(row: &Row, column: &str) -> String {
    format!("line {}, `{column}`", row.number)
}

fn relatives(row: &Row) -> Result<(Relative, Relative), Trouble> {
    Ok((
        Relative::new(row.number("A_nM")? / row.number("KA_nM")?)?,
        Relative::new(row.number("B_nM")? / row.number("KB_nM")?)?,
    ))
}

fn compare_shares(tally: &mut Tally, row: &Row, shares: Shares) -> Result<(), Trouble> {
    tally.compare(place(row, "occ_A"), shares.agonist(), row.number("occ_A")?);
    tally.compare(
        place(row, "occ_B"),
        shares.antagonist(),
        row.number("occ_B")?,
    );
    tally.compare(place(row, "free"), shares.free(), row.number("free")?);
    Ok(())
}
