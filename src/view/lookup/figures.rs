//! How often: which figure of an effect is shown, and in which words.

use crate::content::catalog::{Effect, Population, SideEffect, key, say};
use crate::content::text::{Key, Value};
use crate::view::page::Page;

/// The group that every figure is out of.
pub(super) const BASE: u32 = 100;

/// How often, as far as it was checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    /// So many in 100.
    Count(u32),
    /// Between two numbers in 100; an absent end is open.
    Range(Option<f64>, Option<f64>),
    /// Reported, and not checked how often.
    Unchecked,
}

/// Tablet or injection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Injection,
    Tablet,
}

impl Given {
    /// Both, in the order of the columns.
    pub(super) const BOTH: [Self; 2] = [Self::Injection, Self::Tablet];

    /// Its name.
    pub(super) fn name(self) -> Key {
        match self {
            Self::Injection => key::UI_FORM_INJECTION,
            Self::Tablet => key::UI_FORM_TABLET,
        }
    }

    /// The words for having it.
    pub(super) fn with(self) -> Key {
        match self {
            Self::Injection => key::UI_WITH_INJECTION,
            Self::Tablet => key::UI_WITH_TABLET,
        }
    }

    /// The words for having a dummy in its place.
    pub(super) fn with_dummy(self) -> Key {
        match self {
            Self::Injection => key::UI_WITH_DUMMY_INJECTION,
            Self::Tablet => key::UI_WITH_DUMMY_TABLET,
        }
    }

    /// Whether these people had it.
    pub(super) fn was_given(self, population: Population) -> bool {
        let tablet = matches!(population, Population::OralAlcohol | Population::OralOpioid);
        tablet == (self == Self::Tablet)
    }
}

/// The figure of one row.
pub(super) fn of_row(row: &SideEffect) -> Figure {
    match (row.with, row.range) {
        (Some(with), _) => Figure::Count(whole(with)),
        (None, Some((from, to))) => Figure::Range(from, to),
        (None, None) => Figure::Unchecked,
    }
}

/// The row that answers best how often: a counted one before a range, the larger of two alike.
pub(super) fn best(rows: impl Iterator<Item = &'static SideEffect>) -> Option<&'static SideEffect> {
    rows.fold(None, |best, row| match best {
        Some(known) if rank(of_row(known)) >= rank(of_row(row)) => Some(known),
        _ => Some(row),
    })
}

/// The row of an effect that answers best how often with one form, if it was reported there.
pub(super) fn with_form(effect: &Effect, given: Given) -> Option<&'static SideEffect> {
    let rows = effect.rows.iter().copied();
    best(rows.filter(|row| row.populations.iter().any(|who| given.was_given(*who))))
}

/// How often an effect is reported, out of 100, by the figures that are shown of it; for an order.
pub(super) fn most(effect: &Effect) -> f64 {
    let shown = Given::BOTH
        .into_iter()
        .filter_map(|given| with_form(effect, given));
    let each = shown.map(|row| match of_row(row) {
        Figure::Count(count) => f64::from(count),
        // An open range is above its end, and a closed one begins there.
        Figure::Range(Some(from), None) => from + 0.5,
        Figure::Range(from, to) => from.or(to).unwrap_or_default(),
        Figure::Unchecked => -1.0,
    });
    each.fold(-1.0, f64::max)
}

pub(super) fn rank(figure: Figure) -> (u8, u32) {
    match figure {
        Figure::Count(count) => (2, count),
        Figure::Range(from, _) => (1, whole(from.unwrap_or_default() * f64::from(BASE))),
        Figure::Unchecked => (0, 0),
    }
}

/// How often, in words, the number marked strong; the same group of 100 for all.
pub(super) fn words(page: &Page, figure: Figure) -> String {
    let words = &page.words;
    match figure {
        Figure::Count(count) => say::ui_in_100(words, count, BASE),
        Figure::Range(_, Some(to)) if to <= 1.0 => say::ui_under(words, 1, BASE),
        Figure::Range(Some(from), Some(to)) => say::ui_range(words, whole(from), whole(to), BASE),
        Figure::Range(None, Some(to)) => say::ui_under(words, whole(to), BASE),
        Figure::Range(Some(from), None) => say::ui_over(words, whole(from), BASE),
        Figure::Range(None, None) | Figure::Unchecked => page.say(key::UI_NOT_CHECKED).to_string(),
    }
}

/// The same in a larger group, where a group of 100 is too small to say it.
pub(super) fn finer(page: &Page, figure: Figure) -> Option<String> {
    let Figure::Range(from, Some(to)) = figure else {
        return None;
    };
    let (times, thousands) = match to {
        to if to > 1.0 => return None,
        to if to > 0.1 => (10.0, "1"),
        _ => (100.0, "10"),
    };
    let base = say::ui_thousands(&page.words, thousands, "000");
    let base = Value::Text(&base);
    let to = whole(to * times);
    Some(match from {
        Some(from) => say::ui_range(&page.words, whole(from * times), to, base),
        None => say::ui_under(&page.words, to, base),
    })
}

/// Who was counted.
pub(super) fn counted(page: &Page, row: &SideEffect) -> String {
    match row.populations {
        [one] => page.say(population(*one)).to_string(),
        several => {
            let has = |given: Given| several.iter().any(|who| given.was_given(*who));
            let words = match Given::BOTH.map(has) {
                [true, false] => key::UI_FORM_INJECTION,
                [false, true] => key::UI_FORM_TABLET,
                _ => key::UI_FORM_EITHER,
            };
            page.say(words).to_string()
        }
    }
}

/// The words for a group of people.
pub(super) fn population(population: Population) -> Key {
    match population {
        Population::OralAlcohol => key::UI_POPULATION_ORAL_ALCOHOL,
        Population::OralOpioid => key::UI_POPULATION_ORAL_OPIOID,
        Population::XrAlcohol => key::UI_POPULATION_XR_ALCOHOL,
        Population::XrOpioid => key::UI_POPULATION_XR_OPIOID,
    }
}

/// A figure as a whole number; the content keeps them between nothing and 10 000.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and the content is checked"
)]
fn whole(figure: f64) -> u32 {
    (figure + 0.5) as u32
}
