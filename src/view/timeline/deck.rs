//! The moment that is looked at, in large figures: how many receptors are blocked, and what that means.

use yew::{Html, html};

use super::board::Now;
use super::figures::{BASE, banded, lane, on, times, zone};
use super::still::What;
use crate::content::catalog::{key, say};
use crate::model::lesson::timeline::{Lane, link_to_scene};
use crate::model::lesson::{Action, Part, Place};
use crate::model::pharmacology::blockade::Zone;
use crate::view::page::Page;

/// One form at the moment.
pub(super) fn reading(page: &Page, now: &Now<'_>, alone: bool) -> Html {
    let [low, usual, high] = banded(&now.blockade);
    let words = &page.words;
    let known = now.model.zones.of(now.blockade.usual.share());
    html! {
        <div class="tl-reading" data-form={form_id(now.lane)} key={form_id(now.lane)}>
            if !alone { <h3>{ page.say(lane(now.lane)) }</h3> }
            <p class="tl-number" data-blocked={usual.to_string()}>
                <b>{ usual }</b>
                { " " }
                <span>{ say::ui_lasts_of(words, BASE) }</span>
            </p>
            <p class="tl-spread">
                { say::ui_lasts_band(words, low, high) }
                { " · " }
                <b>{ page.say(zone(known)) }</b>
            </p>
            if now.faded {
                <p class="tl-say warn">
                    <strong>{ page.say(key::UI_LASTS_DANGER) }{ "." }</strong>
                    { " " }
                    { page.say(if known < Zone::Working { key::UI_LASTS_DANGER_WORDS } else { key::UI_LASTS_DANGER_EARLY }) }
                </p>
            } else {
                <p class="tl-say">{ say::ui_lasts_ratio(words, times(now.blockade.usual)) }</p>
            }
            { scene(page, now, alone) }
        </div>
    }
}

/// The button that leads to the receptors at this moment.
fn scene(page: &Page, now: &Now<'_>, alone: bool) -> Html {
    let on_action = page.on_action.clone();
    let detail = link_to_scene(now.blockade.usual.relative.value());
    let part = Part::HowItBlocks;
    let label = if alone {
        page.say(key::UI_LASTS_SEE).to_string()
    } else {
        say::ui_lasts_see_form(&page.words, &*page.say(lane(now.lane)))
    };
    html! {
        <button
            type="button"
            class="btn primary tl-see"
            onclick={move |_| {
                on_action.emit(Action::LinkFollowed(part, Place(part.id())));
                on_action.emit(Action::DetailAsked(detail.clone()));
            }}
        >
            { label }
        </button>
    }
}

/// A hundred small receptors that repeat the number.
pub(super) fn hundred(
    page: &Page,
    now: &Now<'_>,
    alone: bool,
    still: &impl Fn(What) -> Html,
) -> Html {
    let [_, usual, _] = banded(&now.blockade);
    let words = &page.words;
    let title = say::ui_lasts_receptors(words, BASE, &*on(page, now.hour));
    html! {
        <div class="tl-hundred" key={form_id(now.lane)}>
            <p class="col">
                <b>
                    if !alone { { page.say(lane(now.lane)) }{ ": " } }
                    { title }
                </b>
                { " " }
                <span>{ say::ui_lasts_counts(words, usual, BASE - usual) }</span>
            </p>
            { still(What::Receptors(usual)) }
        </div>
    }
}

/// The name of a form in attributes.
pub(super) fn form_id(lane: Lane) -> &'static str {
    match lane {
        Lane::Tablet => "tablet",
        Lane::Injection => "injection",
    }
}
