//! What leads somewhere: a button where a program runs, a link in a document.

use yew::{Html, html};

use super::page::Page;
use crate::model::lesson::{Action, Part, Place};

/// Leads to a place in a part.
pub fn lead(page: &Page, class: &'static str, part: Part, place: Place, label: Html) -> Html {
    to(
        page,
        class,
        place.0,
        Action::LinkFollowed(part, place),
        label,
    )
}

/// Reports an action, or leads to `place` in a document.
pub fn to(page: &Page, class: &'static str, place: &str, action: Action, label: Html) -> Html {
    if page.runs() {
        html! {
            <button type="button" class={class} onclick={page.act(action)}>{ label }</button>
        }
    } else {
        html! { <a class={class} href={format!("#{place}")}>{ label }</a> }
    }
}
