//! A hundred receptors in their membrane, as many of them blocked as the number says.
//!
//! The order in which they open is fixed and scattered, so that from one moment to the next only
//! those change that must.

use yew::{AttrValue, Html, html};

use super::figures;

/// The width of one receptor with its membrane.
const PITCH: u32 = 26;
/// The height of one row.
const ROW: u32 = 54;
/// A number without a divisor in common with a hundred: it scatters.
const SCATTER: u32 = 37;

/// The receptors in two rows for a wide place, and in four for a narrow one.
pub fn strips(blocked: u32) -> Html {
    html! {
        <>
            { strip(blocked, 50, "tl-strip wide") }
            { strip(blocked, 25, "tl-strip narrow") }
        </>
    }
}

fn strip(blocked: u32, columns: u32, class: &'static str) -> Html {
    let rows = 100 / columns;
    let (width, height) = (columns * PITCH, rows * ROW);
    let (mut open, mut shut, mut lids) = (String::new(), String::new(), String::new());
    for place in 0..100 {
        let (x, y) = (place % columns * PITCH, place / columns * ROW);
        // The rank in which it opens; the last to open are blocked the longest.
        if place * SCATTER % 100 < blocked {
            push(
                &mut shut,
                x + 5,
                y + 19,
                "h4.6v11a3.4 3.4 0 0 0 6.8 0v-11h4.6l-1.6 24h-12.8z",
            );
            push(
                &mut lids,
                x + 6,
                y + 12,
                "h14a3.2 3.2 0 0 1 0 6.4h-14a3.2 3.2 0 0 1 0-6.4zm4.2 6.4h5.6v5.6a2.8 2.8 0 0 1-5.6 0z",
            );
        } else {
            push(
                &mut open,
                x + 5,
                y + 19,
                "h4.6v11a3.4 3.4 0 0 0 6.8 0v-11h4.6l-1.6 24h-12.8z",
            );
        }
    }
    let mut membrane = String::new();
    for row in 0..rows {
        push(&mut membrane, 0, row * ROW + 26, "h");
        membrane.push_str(&width.to_string());
        push(&mut membrane, 0, row * ROW + 38, "h");
        membrane.push_str(&width.to_string());
    }
    html! {
        <svg {class} viewBox={AttrValue::from(format!("0 0 {width} {height}"))} aria-hidden="true" focusable="false">
            <path class="tl-membrane" d={membrane} />
            <path class="tl-open" d={open} />
            <path class="tl-shut" d={shut} />
            <path class="tl-lid" d={lids} />
        </svg>
    }
}

/// Adds what is drawn from a place on.
pub(super) fn push(path: &mut String, x: u32, y: u32, rest: &str) {
    path.push('M');
    figures::push(path, x);
    path.push(' ');
    figures::push(path, y);
    path.push_str(rest);
}
