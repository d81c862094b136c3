//! What ninety blocked of a hundred means: squares, one for each time that a dose would have to grow.

use yew::{AttrValue, Html, html};

use super::board::Now;
use super::figures::{BASE, banded, lane, whole};
use super::receptors;
use crate::content::catalog::{key, say, statement};
use crate::view::page::Page;
use crate::view::prose;

/// The shares that are always shown.
const SHARES: [u32; 3] = [99, 90, 50];

/// The rows of squares, those of the moment last.
pub(super) fn squares(page: &Page, now: &[Now<'_>]) -> Html {
    let [from, to, _] = SHARES;
    html! {
        <section class="tl-times" aria-labelledby="tl-times">
            <h3 id="tl-times">{ say::ui_lasts_protection(&page.words, from, to) }</h3>
            <p class="note">{ page.say(key::UI_LASTS_PROTECTION_NOTE) }</p>
            <ul>
                { for SHARES.map(|share| row(page, None, share, BASE / (BASE - share))) }
                { for now.iter().map(|now| {
                    let [_, share, _] = banded(&now.blockade);
                    let name = page.say(lane(now.lane));
                    row(page, Some(&name), share, whole(now.blockade.usual.dose_ratio()).max(1))
                }) }
            </ul>
            <p class="warn">{ prose::statement(page, &statement::ALIVE_NEVER) }</p>
        </section>
    }
}

fn row(page: &Page, name: Option<&str>, share: u32, times: u32) -> Html {
    html! {
        <li class={name.map(|_| "now")}>
            <p>
                { for name.map(|name| html! { <b>{ name }{ ", " }{ page.say(key::UI_LASTS_NOW) }{ ": " }</b> }) }
                { say::ui_lasts_squares(&page.words, share, BASE, times) }
            </p>
            { drawing(times.min(100)) }
        </li>
    }
}

fn drawing(count: u32) -> Html {
    let mut path = String::new();
    for at in 0..count {
        let (x, y) = (at % 25 * 12 + 1, at / 25 * 12 + 1);
        receptors::push(&mut path, x, y, "h9v9h-9z");
    }
    let height = count.div_ceil(25).max(1) * 12;
    html! {
        <svg viewBox={AttrValue::from(format!("0 0 300 {height}"))} aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}
