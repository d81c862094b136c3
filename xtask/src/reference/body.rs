//! The tables of blood levels, blockade over time, and the two illustrations.

use naltrexone_explainer::model::pharmacology::adaptation::{Adaptation, AdaptationNumbers};
use naltrexone_explainer::model::pharmacology::alcohol::Alcohol;
use naltrexone_explainer::model::pharmacology::response::Readout;
use naltrexone_explainer::model::units::{Hours, Relative, Share, Steepness};

use super::chemistry::place;
use super::folder::Row;
use super::{Folder, Tally, Trouble};

pub(super) fn oral(folder: &Folder) -> Result<Tally, Trouble> {
    plasma(folder, "pk-oral.csv")
}

pub(super) fn injection(folder: &Folder) -> Result<Tally, Trouble> {
    plasma(folder, "pk-xr.csv")
}

fn plasma(folder: &Folder, table: &'static str) -> Result<Tally, Trouble> {
    let mut tally = Tally::new(table, 1e-9, 1e-12);
    let body = folder.pharmacokinetics()?;
    let regimens = folder.regimens()?;
    for row in folder.table(table)? {
        tally.rows += 1;
        let doses = regimens
            .get(row.text("regimen")?)
            .ok_or_else(|| unknown(&row))?;
        let levels = body.plasma(doses, Hours::new(row.number("t_h")?)?);
        for (column, found) in [
            ("ntx_ng_ml", levels.naltrexone),
            ("nxol_ng_ml", levels.naltrexol),
            ("effective_ng_ml", levels.effective),
        ] {
            tally.compare(place(&row, column), found.value(), row.number(column)?);
        }
    }
    Ok(tally)
}

pub(super) fn occupancy(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("occupancy-timeline.csv", 1e-9, 1e-12);
    let site = folder.effect_site()?;
    let regimens = folder.regimens()?;
    let effect = Readout::new(Steepness::new(folder.number(&["resp", "n_effect"])?)?);
    let drive = folder.number(&["resp", "ref_challenge"])?;
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let doses = regimens
            .get(row.text("regimen")?)
            .ok_or_else(|| unknown(&row))?;
        let blockade = site.at(doses, Hours::new(row.number("t_h")?)?);
        for (column, found) in [
            ("effect_site_ng_ml", blockade.level.value()),
            ("b", blockade.relative.value()),
            ("occupancy", blockade.share().value()),
            ("dose_ratio", blockade.dose_ratio()),
            (
                "effect_of_reference_challenge",
                blockade.effect_of_challenge(effect, drive),
            ),
        ] {
            tally.compare(place(&row, column), found, row.number(column)?);
        }
    }
    Ok(tally)
}

pub(super) fn alcohol(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("alcohol-schematic.csv", 1e-9, 1e-15);
    let illustration = Alcohol::new(folder.alcohol()?)?;
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let drink = Share::new(row.number("alcohol")?)?;
        let reading = illustration.at(drink, Relative::new(row.number("b")?)?);
        for (column, found) in [
            ("mu_signal", reading.signal),
            ("opioid_part", reading.opioid_part),
            ("reward_index", reading.reward),
        ] {
            tally.compare(place(&row, column), found, row.number(column)?);
        }
    }
    Ok(tally)
}

pub(super) fn vulnerability(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("vulnerability-schematic.csv", 1e-9, 1e-12);
    let site = folder.effect_site()?;
    let regimens = folder.regimens()?;
    let half_life = folder.number(&["risk", "tol_half_life_d"])?;
    let adaptation = Adaptation::new(AdaptationNumbers {
        adapting_days: half_life,
        starting_tolerance: folder.number(&["risk", "tol0"])?,
        tolerance_half_life_days: half_life,
    })?;
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let doses = regimens
            .get(row.text("regimen")?)
            .ok_or_else(|| unknown(&row))?;
        let time = Hours::new(row.number("t_d")? * 24.0)?;
        let b = site.at(doses, time).relative;
        for (column, found) in [
            ("b", b.value()),
            ("tolerance", adaptation.tolerance(time)),
            ("vulnerability", adaptation.vulnerability(time, b)),
        ] {
            tally.compare(place(&row, column), found, row.number(column)?);
        }
    }
    Ok(tally)
}

fn unknown(row: &Row) -> String {
    let regimen = row.text("regimen").unwrap_or_default();
    format!(
        "line {}: regimens.csv does not list `{regimen}`",
        row.number
    )
}
