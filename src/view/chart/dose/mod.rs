//! Dose and response: the curve of an opioid alone, and the same curve moved by naltrexone.

mod controls;
mod curve;
mod strips;
mod table;

use yew::{Callback, Html, html};

use self::curve::{Curves, drawing};
use super::figures::{two_figures, whole};
use super::{schild, warning};
use crate::content::catalog::{key, say};
use crate::model::pharmacology::ligand::Ligand;
use crate::model::pharmacology::response::{Readout, dose_ratio};
use crate::model::units::Relative;
use crate::view::page::Page;

/// Signals are parts of so many.
pub(super) const WHOLE: u32 = 100;

/// What the view is drawn from.
pub struct Dose<'a> {
    /// What switches receptors on.
    pub agonist: &'a Ligand,
    /// Its name within a sentence.
    pub name: &'a str,
    /// How much naltrexone there is, in half-filling levels.
    pub naltrexone: Relative,
    /// Where another amount of naltrexone goes.
    pub on_naltrexone: Callback<Relative>,
}

impl Dose<'_> {
    /// The view; it closes with the warning.
    pub fn draw(&self, page: &Page) -> Html {
        let Some(pharmacology) = &page.pharmacology else {
            return Html::default();
        };
        let readout = pharmacology.readouts.signal;
        let points = Points::new(readout, self.agonist, self.naltrexone);
        let curves = Curves::new(readout, self.agonist, self.naltrexone);
        let words = &page.words;
        let signal = whole(points.level * f64::from(WHOLE));
        html! {
            <section class="dose" aria-labelledby="dose-title">
                <h3 id="dose-title">{ page.say(key::UI_DOSE_TITLE) }</h3>
                <div class="dose-two">
                    <figure class="chart">
                        <figcaption><span>{ say::ui_dose_axis(words, WHOLE, self.name) }</span></figcaption>
                        { drawing(page, &curves, &points) }
                        <p class="dose-amount">{ say::ui_dose_amount(words, self.name) }</p>
                        { table::table(page, self, readout) }
                    </figure>
                    <div class="dose-side">
                        <p class="dose-times" aria-live="polite">
                            <b>{ two_figures(words, points.ratio) }</b>{ " " }
                            <span>{ say::ui_dose_more(words, self.name) }</span>
                            <small>{ say::ui_dose_same(words, signal, WHOLE) }</small>
                        </p>
                        <p class="dose-say">{ page.say(key::UI_DOSE_SHAPE) }</p>
                        { controls::controls(page, self.naltrexone, &self.on_naltrexone) }
                        { schild::fold(page, self.naltrexone) }
                    </div>
                </div>
                { strips::strips(page, self.name, &points) }
                { warning::warning(page) }
            </section>
        }
    }
}

/// Two amounts of the opioid with the same signal: A without naltrexone, B with it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Points {
    /// The signal of both, `0.0..1.0`.
    level: f64,
    /// The amount without naltrexone, in half-filling levels.
    without: f64,
    /// The amount with it.
    with: f64,
    /// How many times more that is.
    ratio: f64,
    /// Naltrexone, in half-filling levels.
    naltrexone: Relative,
}

impl Points {
    fn new(readout: Readout, agonist: &Ligand, naltrexone: Relative) -> Self {
        // A weak opioid does not reach the usual level however much of it there is.
        let level = if readout.ceiling(agonist.efficacy()) > 0.85 {
            0.8
        } else {
            0.4
        };
        let without = amount_for(readout, agonist, level);
        let ratio = dose_ratio(naltrexone);
        Self {
            level,
            without,
            with: without * ratio,
            ratio,
            naltrexone,
        }
    }
}

/// The amount of an opioid alone that gives a signal, in half-filling levels, by halving.
fn amount_for(readout: Readout, agonist: &Ligand, level: f64) -> f64 {
    let none = Relative::of(0.0);
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        let amount = Relative::of(libm::exp10(middle));
        if readout.settled(agonist.efficacy(), amount, none) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    libm::exp10(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalog;
    use crate::model::pharmacology::Pharmacology;
    use crate::model::pharmacology::ligand::Substance;

    #[test]
    fn twenty_half_filling_levels_ask_for_twenty_one_times_the_opioid() {
        let model = Pharmacology::new(&catalog::parameters()).unwrap();
        let readout = model.readouts.signal;
        let naltrexone = Relative::new(20.0).unwrap();
        for substance in Substance::ALL {
            let agonist = model.ligands.of(substance);
            if readout.ceiling(agonist.efficacy()) < 0.4 {
                continue;
            }
            let points = Points::new(readout, agonist, naltrexone);
            assert!((points.ratio - 21.0).abs() < 1e-12);
            for (amount, blocker) in [(points.without, 0.0), (points.with, 20.0)] {
                let (amount, blocker) = (Relative::of(amount), Relative::of(blocker));
                let signal = readout.settled(agonist.efficacy(), amount, blocker);
                assert!((signal - points.level).abs() < 1e-9, "{substance:?}");
            }
        }
    }
}
