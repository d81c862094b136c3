//! Two strips with the same receptors lit: why A and B are the same to the cell.

use yew::{Html, html};

use super::super::figures::{two_figures, whole};
use super::{Points, WHOLE};
use crate::content::catalog::{key, say};
use crate::model::pharmacology::binding::{Shares, settled};
use crate::model::units::Relative;
use crate::view::page::Page;
use crate::view::plate;
use crate::view::plate::geometry::ReceptorState;

/// Receptors in a strip.
const RECEPTORS: u32 = 60;

/// How many receptors of a strip are in each state: switched on, blocked, empty.
fn counts(shares: Shares) -> [u32; 3] {
    let on = whole(shares.agonist() * f64::from(RECEPTORS));
    let blocked = whole(shares.antagonist() * f64::from(RECEPTORS)).min(RECEPTORS - on);
    [on, blocked, RECEPTORS - on - blocked]
}

/// The state of a receptor: those that are on are the same ones in every strip, spread out.
fn state(receptor: u32, [on, _, empty]: [u32; 3]) -> ReceptorState {
    // A step that shares no factor with the number visits every receptor once.
    let rank = (receptor * 23 + 12) % RECEPTORS;
    if rank < on {
        ReceptorState::SwitchedOn
    } else if rank >= RECEPTORS - empty {
        ReceptorState::Empty
    } else {
        ReceptorState::Blocked
    }
}

/// Both strips with their words.
pub(super) fn strips(page: &Page, name: &str, points: &Points) -> Html {
    let words = &page.words;
    let shares = |agonist, naltrexone| settled(Relative::of(agonist), naltrexone);
    let without = counts(shares(points.without, Relative::of(0.0)));
    let with = counts(shares(points.with, points.naltrexone));
    let (a, b) = (
        two_figures(words, points.without),
        two_figures(words, points.with),
    );
    let naltrexone = two_figures(words, points.naltrexone.value());
    let signal = whole(points.level * f64::from(WHOLE));
    let strip = |letter, title: String, counts: [u32; 3]| {
        let [on, blocked, empty] = counts;
        html! {
            <div class="dose-strip">
                <p>
                    <b class="letter">{ page.say(letter) }</b>
                    <b>{ title }</b>
                    <span>{ say::ui_dose_counts(words, on, blocked, empty, signal, WHOLE) }</span>
                </p>
                <div class="dose-row" aria-hidden="true">
                    { for (0..RECEPTORS).map(|receptor| plate::state_sign(state(receptor, counts))) }
                </div>
            </div>
        }
    };
    html! {
        <div class="dose-strips">
            { strip(key::UI_DOSE_A, say::ui_dose_strip_without(words, name, &*a), without) }
            { strip(key::UI_DOSE_B, say::ui_dose_strip_with(words, &*naltrexone, name, &*b), with) }
            <p class="dose-spare">{ say::ui_dose_spare(words, without.first().copied().unwrap_or_default(), RECEPTORS) }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lit(counts: [u32; 3]) -> Vec<u32> {
        (0..RECEPTORS)
            .filter(|receptor| state(*receptor, counts) == ReceptorState::SwitchedOn)
            .collect()
    }

    #[test]
    fn the_same_receptors_are_lit_in_both_strips() {
        let (without, with) = ([6, 0, 54], [6, 51, 3]);
        assert_eq!(lit(without), lit(with));
        assert_eq!(lit(with).len(), 6);
    }

    #[test]
    fn a_strip_shows_exactly_its_counts() {
        let counts = [6, 51, 3];
        let of = |wanted| {
            (0..RECEPTORS)
                .filter(|at| state(*at, counts) == wanted)
                .count()
        };
        assert_eq!(of(ReceptorState::Blocked), 51);
        assert_eq!(of(ReceptorState::Empty), 3);
    }
}
