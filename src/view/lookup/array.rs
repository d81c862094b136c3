//! A hundred small figures, some of them filled: how many people in 100. They never move.

use std::fmt::Write;

use yew::{Html, html};

/// How many figures stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Ten rows of ten: two of them stand side by side.
    Square,
    /// Five rows of twenty: alone, as wide as its column.
    Wide,
}

/// A hundred people, the first ones filled, and what that says in words.
pub(super) fn people(filled: u32, shape: Shape, words: String) -> Html {
    let (columns, view) = match shape {
        Shape::Square => (10, "-1 -1 229 249"),
        Shape::Wide => (20, "-1 -1 459 124"),
    };
    let (mut full, mut empty) = (String::new(), String::new());
    for person in 0..100 {
        let path = if person < filled {
            &mut full
        } else {
            &mut empty
        };
        let (x, y) = (person % columns * 23, person / columns * 25);
        // A head, and shoulders below it.
        let _ = write!(
            path,
            "M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0zm-3 16v-5.5c0-3.500 3-5.300 7-5.300s7 1.800 7 5.300V{}z",
            x + 6,
            y + 5,
            y + 21
        );
    }
    html! {
        <svg class="people" viewBox={view} role="img" aria-label={words}>
            <path class="with" d={full} />
            <path class="none" d={empty} />
        </svg>
    }
}

/// A hundred squares, the first ones filled, beside a number that says the same.
pub(super) fn squares(filled: u32) -> Html {
    let (mut full, mut empty) = (String::new(), String::new());
    for square in 0..100_u32 {
        let (x, y) = (square % 10 * 9, square / 10 * 9);
        if square < filled {
            let _ = write!(full, "M{x} {y}h7v7h-7z");
        } else {
            let _ = write!(empty, "M{x}.8 {y}.8h5.400v5.400h-5.400z");
        }
    }
    html! {
        <svg class="squares" viewBox="0 0 88 88" aria-hidden="true">
            <path class="with" d={full} />
            <path class="none" d={empty} />
        </svg>
    }
}
