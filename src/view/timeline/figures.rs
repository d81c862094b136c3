//! The numbers of the timeline as a reader meets them: whole receptors of a hundred, days, times.

use yew::AttrValue;

use crate::content::catalog::{key, say};
use crate::content::text::Key;
use crate::model::lesson::timeline::Lane;
use crate::model::lesson::timeline::schedule::DAY;
use crate::model::pharmacology::blockade::{BandedBlockade, Blockade, Zone};
use crate::model::units::Share;
use crate::view::page::Page;

/// Receptors are counted out of so many.
pub(super) const BASE: u32 = 100;

/// A number that is zero or more, as a whole one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what does not fit becomes the nearest that does"
)]
pub(super) fn whole(number: f64) -> u32 {
    (number + 0.5) as u32
}

/// Adds a whole number to a path.
pub(super) fn push(path: &mut String, number: u32) {
    if number >= 10 {
        push(path, number / 10);
    }
    path.extend(char::from_digit(number % 10, 10));
}

/// Blocked receptors of a hundred; never all of them, because never all are.
pub(super) fn blocked(share: Share) -> u32 {
    whole(share.value() * 100.0).min(BASE - 1)
}

/// How many times a dose would have to grow, in a round number.
pub(super) fn times(blockade: Blockade) -> u32 {
    match whole(blockade.dose_ratio()) {
        few @ ..20 => few,
        some @ ..100 => (some + 2) / 5 * 5,
        many => (many + 5) / 10 * 10,
    }
}

/// The blocked receptors of a hundred: of a short block, the usual one and a long one.
pub(super) fn banded(moment: &BandedBlockade) -> [u32; 3] {
    [moment.short, moment.usual, moment.long].map(|blockade| blocked(blockade.share()))
}

/// A moment as people say it.
pub(super) fn time(page: &Page, hour: u16) -> String {
    let (day, rest) = (u32::from(hour / DAY), u32::from(hour % DAY));
    if rest == 0 {
        say::ui_lasts_day(&page.words, day)
    } else {
        say::ui_lasts_day_hour(&page.words, day, rest)
    }
}

/// A moment as people say it in the middle of a sentence.
pub(super) fn on(page: &Page, hour: u16) -> String {
    let (day, rest) = (u32::from(hour / DAY), u32::from(hour % DAY));
    if rest == 0 {
        say::ui_lasts_on_day(&page.words, day)
    } else {
        say::ui_lasts_on_day_hour(&page.words, day, rest)
    }
}

/// The name of a zone.
pub(super) fn zone(zone: Zone) -> Key {
    match zone {
        Zone::Strong => key::UI_LASTS_STRONG,
        Zone::Working => key::UI_LASTS_WORKING,
        Zone::Waning => key::UI_LASTS_WANING,
        Zone::Little => key::UI_LASTS_LITTLE,
    }
}

/// The name of a lane.
pub(super) fn lane(lane: Lane) -> Key {
    match lane {
        Lane::Tablet => key::UI_LASTS_TABLET,
        Lane::Injection => key::UI_LASTS_INJECTION,
    }
}

/// A part of a whole as a percentage with two decimals, for coordinates.
pub(super) fn percent(part: f64, of: f64) -> AttrValue {
    let hundredths = whole(part / of * 10_000.0);
    let mut text = (hundredths / 100).to_string();
    let rest = hundredths % 100;
    if rest > 0 {
        text.push('.');
        if rest < 10 {
            text.push('0');
        }
        text.push_str(&rest.to_string());
    }
    text.push('%');
    text.into()
}

/// How far down a share lies in a chart.
pub(super) fn down(share: f64) -> AttrValue {
    percent(1.0 - share, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinate_keeps_two_decimals_at_most() {
        for (part, text) in [
            (0.0, "0%"),
            (1.0, "100%"),
            (0.5005, "50.05%"),
            (0.125, "12.50%"),
        ] {
            assert_eq!(percent(part, 1.0), text);
        }
    }

    #[test]
    fn never_all_receptors_are_blocked() {
        let share = |value| Share::new(value).unwrap();
        assert_eq!(blocked(share(0.9999)), 99);
        assert_eq!(blocked(share(0.8449)), 84);
        assert_eq!(blocked(share(0.0)), 0);
    }
}
