//! The tables of published human and animal data, recomputed by the model.

use naltrexone_explainer::model::pharmacology::blockade::EffectSite;
use naltrexone_explainer::model::pharmacology::dosing::{
    Dose, Pharmacokinetics, Plasma, Route, regular,
};
use naltrexone_explainer::model::pharmacology::response::Readout;
use naltrexone_explainer::model::pharmacology::schild::{SchildPoint, common_slope, log_shift};
use naltrexone_explainer::model::units::{Hours, Milligrams, NanogramsPerMilliliter, Steepness};

use super::{Folder, Tally, Trouble};

/// Recomputes every check, compares it with the stated one, and asks whether it lies in its band.
pub(super) fn checks(folder: &Folder) -> Result<Tally, Trouble> {
    // Stated values are rounded to four digits.
    let mut tally = Tally::new("published-checks.csv", 6e-4, 0.0);
    let body = Body::of(folder)?;
    let mut unknown = 0;
    let mut inside = 0;
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let id = row.text("id")?;
        let Some(found) = body.recomputed(id)? else {
            unknown += 1;
            tally.claim(false, || {
                format!("line {}: no computation for `{id}`", row.number)
            });
            continue;
        };
        let (least, most) = (row.number("accept_lo")?, row.number("accept_hi")?);
        // Times were looked for on a grid of a tenth of an hour, in days of a hundredth.
        let grid = match id {
            "above-90" | "label-100mg" | "label-150mg" | "xr-peak1" => 0.1,
            "oral-tmax" | "xr-peak2" => 0.01,
            _ => 0.0,
        };
        let expected = row.number("model")?;
        let found_on_grid = if (found - expected).abs() < grid {
            expected
        } else {
            found
        };
        tally.compare(
            format!("line {}, {id}", row.number),
            found_on_grid,
            expected,
        );
        // The band of the working level begins at the stated level, rounded.
        let within = found >= least - 1e-12 && found <= most + 1e-12;
        inside += u32::from(within);
        let stated = row.text("inside")? == "yes";
        tally.claim(within == stated, || {
            format!(
                "line {}, {id}: {found} against {least} to {most}",
                row.number
            )
        });
    }
    tally.note = format!(
        "{inside} of {} inside their bands, {unknown} unknown",
        tally.rows
    );
    Ok(tally)
}

/// Recomputes the dose ratios of the monkey data and the slope they have in common.
pub(super) fn schild(folder: &Folder) -> Result<Tally, Trouble> {
    // Stated values are rounded to four digits, and three for the doses.
    let mut tally = Tally::new("published-schild.csv", 6e-3, 5e-6);
    let mut curves: Vec<String> = Vec::new();
    let mut points = Vec::new();
    for row in folder.table(tally.table)? {
        tally.rows += 1;
        let place = |column: &str| format!("line {}, `{column}`", row.number);
        let dose = row.number("naltrexone_mg_kg")?;
        let ratio = row.number("ed50_with_mg_kg")? / row.number("ed50_alone_mg_kg")?;
        tally.compare(place("dose_ratio"), ratio, row.number("dose_ratio")?);
        let curve = format!("{} {}", row.text("agonist")?, row.text("endpoint")?);
        let known = curves.iter().position(|known| *known == curve);
        let curve = known.unwrap_or_else(|| {
            curves.push(curve);
            curves.len() - 1
        });
        let shift = log_shift(ratio);
        if let Some(log_shift) = shift {
            points.push(SchildPoint {
                curve,
                log_antagonist: dose.log10(),
                log_shift,
            });
            if let Some(stated) = row.number_if_any("log10_dr_minus_1")? {
                tally.compare(place("log10_dr_minus_1"), log_shift, stated);
            }
            if let Some(stated) = row.number_if_any("apparent_KB_mg_kg")? {
                tally.compare(place("apparent_KB_mg_kg"), dose / (ratio - 1.0), stated);
            }
        }
        let blank = row.text("log10_dr_minus_1")?.is_empty();
        tally.claim(blank == shift.is_none(), || {
            format!("line {}: shift", row.number)
        });
    }
    let line = common_slope(&points).ok_or("too few points for a slope")?;
    tally.note = format!(
        "common slope {:.3}, standard error {:.3}, {} points on {} curves",
        line.slope,
        line.standard_error,
        points.len(),
        curves.len()
    );
    Ok(tally)
}

/// The body by the folder's parameters, with everything the checks ask of it.
struct Body {
    plasma: Pharmacokinetics,
    site: EffectSite,
    effect: Readout,
    challenge: f64,
    naltrexol_potency: f64,
}

impl Body {
    fn of(folder: &Folder) -> Result<Self, Trouble> {
        Ok(Self {
            plasma: folder.pharmacokinetics()?,
            site: folder.effect_site()?,
            effect: Readout::new(Steepness::new(folder.number(&["resp", "n_effect"])?)?),
            challenge: folder.number(&["resp", "ref_challenge"])?,
            naltrexol_potency: folder.number(&["pk", "r_6bn"])?,
        })
    }

    /// The model's value for a check by its id; none if the id is not known.
    fn recomputed(&self, id: &str) -> Result<Option<f64>, Trouble> {
        let once = |amount| doses(Route::Tablet, amount, 24.0, 1);
        let injected = |amount| doses(Route::Injection, amount, 672.0, 1);
        let (fifty, hundred, shot) = (once(50.0)?, once(100.0)?, injected(380.0)?);
        let working = self.share(&fifty, 24.0)?;
        let peak = |of: fn(&Plasma) -> f64, from: f64, to: f64, doses: &[Dose]| {
            peak(
                |t| Ok(of(&self.plasma.plasma(doses, Hours::new(t)?))),
                from,
                to,
            )
        };
        let naltrexone = |levels: &Plasma| levels.naltrexone.value();
        let naltrexol = |levels: &Plasma| levels.naltrexol.value();
        Ok(Some(match id {
            "pet-lee-48h" => self.share(&fifty, 48.0)?,
            "pet-lee-72h" => self.share(&fifty, 72.0)?,
            "pet-lee-120h" => self.share(&fifty, 120.0)?,
            "pet-lee-168h" => self.share(&fifty, 168.0)?,
            "pet-lee-halftime" => self.half_time(&fifty, &[48.0, 72.0, 120.0, 168.0])?,
            "pet-rabiner-2mg" => self.share(&once(2.0)?, 3.0)?,
            "pet-rabiner-5mg" => self.share(&once(5.0)?, 3.0)?,
            "pet-rabiner-15mg" => self.share(&once(15.0)?, 3.0)?,
            "pet-rabiner-50mg" => self.share(&fifty, 3.0)?,
            // Everything is linear in dose, so half the receptors need the dose with b = 1.
            "pet-rabiner-ed50" => 1.0 / self.relative(&once(1.0)?, 3.0)?,
            "pet-weerts" => self.share(&doses(Route::Tablet, 50.0, 24.0, 4)?, 75.0)?,
            "above-90" => self.hours_above(&fifty, 0.9)?,
            "label-24h" => working,
            "label-100mg" => self.hours_above(&hundred, working)?,
            "label-150mg" => self.hours_above(&once(150.0)?, working)?,
            "heroin-100mg-24h" => self.challenge_blocked(&hundred, 24.0)?,
            "heroin-100mg-48h" => self.challenge_blocked(&hundred, 48.0)?,
            "heroin-100mg-72h" => self.challenge_blocked(&hundred, 72.0)?,
            "xr-auc-ratio" => {
                let exposure = self.plasma.exposure(&shot, Hours::new(672.0)?).value();
                exposure / (28.0 * 50.0 * self.plasma.areas(Route::Tablet).0)
            }
            "xr-peak1" => peak(naltrexone, 0.5, 12.0, &shot)?.0,
            "xr-peak2" => peak(naltrexone, 24.0, 192.0, &shot)?.0 / 24.0,
            "xr-thalf" => {
                let fall = self.naltrexone(&shot, 672.0)? / self.naltrexone(&shot, 1_344.0)?;
                28.0 / fall.log2()
            }
            "xr-day14-28" => self.naltrexone(&shot, 336.0)? / self.naltrexone(&shot, 672.0)?,
            "xr-accum" => {
                let three = doses(Route::Injection, 380.0, 672.0, 3)?;
                self.naltrexone(&three, 2_016.0)? / self.naltrexone(&shot, 672.0)?
            }
            "xr-metabolite" => {
                let (own, made) = self.plasma.areas(Route::Injection);
                made / own
            }
            "xr-bigelow-75" => self.share(&injected(75.0)?, 336.0)?,
            "xr-bigelow-150" => self.share(&injected(150.0)?, 504.0)?,
            "xr-bigelow-300" => self.share(&injected(300.0)?, 672.0)?,
            "castillo-2" => self.steady_share(2.0)?,
            "castillo-1" => self.steady_share(1.0)?,
            // The middle of the two published ranges.
            "beads" => self.steady_share(0.38 + self.naltrexol_potency * 0.855)?,
            "oral-cmax" => peak(naltrexone, 0.05, 6.0, &fifty)?.1,
            "oral-tmax" => peak(naltrexone, 0.05, 6.0, &fifty)?.0,
            "oral-auc" => 50.0 * self.plasma.areas(Route::Tablet).0,
            "oral-m-cmax" => peak(naltrexol, 0.05, 6.0, &fifty)?.1,
            "oral-m-auc" => 50.0 * self.plasma.areas(Route::Tablet).1,
            _ => return Ok(None),
        }))
    }

    fn relative(&self, doses: &[Dose], hours: f64) -> Result<f64, Trouble> {
        Ok(self.site.at(doses, Hours::new(hours)?).relative.value())
    }

    fn share(&self, doses: &[Dose], hours: f64) -> Result<f64, Trouble> {
        Ok(self.site.at(doses, Hours::new(hours)?).share().value())
    }

    fn steady_share(&self, level: f64) -> Result<f64, Trouble> {
        Ok(self
            .site
            .steady(NanogramsPerMilliliter::new(level)?)
            .share()
            .value())
    }

    fn naltrexone(&self, doses: &[Dose], hours: f64) -> Result<f64, Trouble> {
        Ok(self
            .plasma
            .plasma(doses, Hours::new(hours)?)
            .naltrexone
            .value())
    }

    fn challenge_blocked(&self, doses: &[Dose], hours: f64) -> Result<f64, Trouble> {
        let blockade = self.site.at(doses, Hours::new(hours)?);
        Ok(1.0 - blockade.effect_of_challenge(self.effect, self.challenge))
    }

    /// Half-time of the share by the straight line through its logarithms.
    fn half_time(&self, doses: &[Dose], hours: &[f64]) -> Result<f64, Trouble> {
        let mut points = Vec::new();
        for hour in hours {
            let log_shift = self.share(doses, *hour)?.ln();
            points.push(SchildPoint {
                curve: 0,
                log_antagonist: *hour,
                log_shift,
            });
        }
        let line = common_slope(&points).ok_or("too few points for a half-time")?;
        Ok(-std::f64::consts::LN_2 / line.slope)
    }

    /// The last hour at which a single dose still keeps the share at a level.
    fn hours_above(&self, doses: &[Dose], level: f64) -> Result<f64, Trouble> {
        let (mut above, mut below) = (12.0, 1_000.0);
        for _ in 0..100 {
            let middle = f64::midpoint(above, below);
            if self.share(doses, middle)? >= level {
                above = middle;
            } else {
                below = middle;
            }
        }
        Ok(above)
    }
}

fn doses(route: Route, amount: f64, interval: f64, count: u32) -> Result<Vec<Dose>, Trouble> {
    let (first, interval) = (Hours::new(0.0)?, Hours::new(interval)?);
    Ok(regular(route, Milligrams::new(amount)?, first, interval, count).collect())
}

/// Where a hump between two times is highest, and how high.
fn peak(
    level: impl Fn(f64) -> Result<f64, Trouble>,
    mut from: f64,
    mut to: f64,
) -> Result<(f64, f64), Trouble> {
    while to - from > 1e-9 {
        let (one, other) = (from + (to - from) / 3.0, to - (to - from) / 3.0);
        if level(one)? < level(other)? {
            from = one;
        } else {
            to = other;
        }
    }
    Ok((from, level(from)?))
}
