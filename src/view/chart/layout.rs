//! Where the parts of the live chart lie, at any width; and which stretch of time it shows.

use super::marks::State;
use crate::content::catalog::{key, say};
use crate::content::text::Words;
use crate::model::world::TICKS_PER_SECOND;

/// The size of type, as the start of a font.
pub(super) const SIZE: &str = "14px ";

/// Least distance between the middles of two labels.
pub(super) const GAP: f64 = 19.0;

/// From this width on there is room for the columns' heads and the states' full names.
const WIDE: f64 = 430.0;

/// The words of the chart.
pub(super) struct Names {
    words: Words,
    /// Head of the column of counts.
    pub counted: String,
    /// Head of the column of exact values.
    pub exact: String,
    full: [String; 3],
    short: [String; 3],
}

impl Names {
    /// The words of a language, for what switches on wholly or partly.
    pub(super) fn new(words: &Words, partly: bool) -> Self {
        let say = |key| words.get(key).to_string();
        let (on, short) = if partly {
            (key::UI_CHART_PARTLY, key::UI_CHART_PARTLY_SHORT)
        } else {
            (key::UI_CHART_ON, key::UI_CHART_ON_SHORT)
        };
        let (blocked, empty) = (key::UI_CHART_BLOCKED, key::UI_CHART_EMPTY);
        Self {
            counted: say(key::UI_CHART_COUNTED),
            exact: say(key::UI_CHART_EXACT),
            full: [on, blocked, empty].map(say),
            short: [short, blocked, empty].map(say),
            words: words.clone(),
        }
    }

    /// The name of a state.
    pub(super) fn state(&self, state: State, short: bool) -> &str {
        let [on, blocked, empty] = if short { &self.short } else { &self.full };
        state.of([on, blocked, empty])
    }

    /// A moment with its unit.
    pub(super) fn seconds(&self, seconds: u32) -> String {
        say::ui_chart_seconds(&self.words, seconds)
    }
}

/// Where the parts of the chart lie, in pixels of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// Left end of the plot.
    pub left: f64,
    /// Right end of the plot.
    pub right: f64,
    /// Upper end of the plot.
    pub top: f64,
    /// Lower end of the plot.
    pub bottom: f64,
    /// Middle of the marks beside the labels.
    pub mark: f64,
    /// Right edge of the column of counts.
    pub counted: f64,
    /// Right edge of the column of exact values.
    pub exact: f64,
    /// Left edge of the names.
    pub name: f64,
    /// Whether heads are drawn and names are short.
    pub short: bool,
}

impl Layout {
    /// The layout for a size, so many receptors, and widths as the type has them.
    pub(super) fn new(
        size: (f64, f64),
        total: u32,
        names: &Names,
        width: impl Fn(&str) -> f64,
    ) -> Self {
        let short = size.0 < WIDE;
        let number = width(&total.to_string()) + 2.0;
        let head = |text: &str| {
            if short {
                number
            } else {
                number.max(width(text))
            }
        };
        // Names are bold, and a little wider than they were measured.
        let name = State::ALL
            .map(|state| width(names.state(state, short)) * 1.09)
            .into_iter()
            .fold(0.0, f64::max);
        let space = if short { 8.0 } else { 12.0 };
        let name_at = size.0 - libm::ceil(name) - 2.0;
        let exact = name_at - space;
        let counted = exact - head(&names.exact) - space;
        let mark = counted - head(&names.counted).max(number) - space;
        Self {
            left: number + 8.0,
            right: mark - 16.0,
            top: 28.0,
            bottom: size.1 - 25.0,
            mark,
            counted,
            exact,
            name: name_at,
            short,
        }
    }
}

/// The stretch of time that the chart shows, in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// Its first step.
    pub from: u32,
    /// Its last step.
    pub until: u32,
}

impl Window {
    /// The window for a moment: it grows by leaps while the whole run fits, and then moves on.
    pub(super) fn at(now: u32) -> Self {
        // Seconds in the window, and the last of them that is still shown in it as now.
        const SPANS: [(u32, u32); 3] = [(20, 15), (40, 30), (80, 60)];
        const LONGEST: (u32, u32) = (120, 102);
        let second = now / TICKS_PER_SECOND;
        let span = SPANS.into_iter().find(|(_, last)| second < *last);
        let (length, last) = span.unwrap_or(LONGEST);
        let from = now.saturating_sub(last * TICKS_PER_SECOND);
        Self {
            from,
            until: from.saturating_add(length * TICKS_PER_SECOND),
        }
    }

    /// The second with which it begins.
    pub(super) fn first_second(self) -> u32 {
        self.from.div_ceil(TICKS_PER_SECOND)
    }

    /// How many seconds it shows.
    pub(super) fn seconds(self) -> u32 {
        (self.until / TICKS_PER_SECOND).saturating_sub(self.first_second())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_always_lies_in_the_window_and_leaves_room_ahead() {
        for now in 0..20_000 {
            let window = Window::at(now);
            assert!(window.from <= now && now < window.until);
            let ahead = f64::from(window.until - now) / f64::from(window.until - window.from);
            assert!(ahead > 0.14, "{now}");
            // Two minutes are remembered.
            assert!(now - window.from < 7_200);
        }
    }

    #[test]
    fn the_window_begins_with_the_run_until_that_is_too_long() {
        assert_eq!(
            Window::at(0),
            Window {
                from: 0,
                until: 1_200
            }
        );
        assert_eq!(
            Window::at(5_400),
            Window {
                from: 0,
                until: 7_200
            }
        );
        assert_eq!(Window::at(7_200).from, 7_200 - 102 * 60);
    }
}
