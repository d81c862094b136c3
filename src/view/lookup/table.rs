//! Effects in rows, injection and tablet side by side, most often first.

use yew::{Html, html};

use super::array;
use super::desk::{Desk, marked};
use super::figures::{self, Figure, Given};
use crate::content::catalog::{Effect, key};

/// A table of effects under a heading that names it.
pub(super) fn table(desk: &Desk<'_>, heading: &'static str, effects: &[&'static Effect]) -> Html {
    let page = desk.page;
    html! {
        <table class="often" aria-labelledby={heading}>
            <thead>
                <tr>
                    <td></td>
                    { for Given::BOTH.into_iter().map(|given| html! {
                        <th scope="col">{ page.say(given.name()) }</th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for effects.iter().map(|effect| html! {
                    <tr key={effect.id}>
                        <th scope="row">
                            { desk.link(effect) }
                            if effect.serious { <small class="grave">{ page.say(key::UI_GRAVE) }</small> }
                        </th>
                        { for Given::BOTH.into_iter().map(|given| cell(desk, effect, given)) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn cell(desk: &Desk<'_>, effect: &Effect, given: Given) -> Html {
    let page = desk.page;
    let Some(figure) = figures::with_form(effect, given).map(figures::of_row) else {
        return html! { <td class="small">{ page.say(key::UI_NOT_LISTED) }</td> };
    };
    let words = marked(&figures::words(page, figure));
    match figure {
        Figure::Count(count) => html! {
            <td><span class="cell">{ array::squares(count) }<span>{ words }</span></span></td>
        },
        Figure::Range(..) => {
            html! { <td><span class="cell bare"><span>{ words }</span></span></td> }
        }
        Figure::Unchecked => html! { <td class="small">{ words }</td> },
    }
}

/// Effects in order, the most often reported first.
pub(super) fn by_often(effects: impl Iterator<Item = &'static Effect>) -> Vec<&'static Effect> {
    let mut effects: Vec<_> = effects.collect();
    effects.sort_by(|a, b| figures::most(b).total_cmp(&figures::most(a)));
    effects
}
