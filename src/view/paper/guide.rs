//! One page for the teacher: aims, time, what to know before, what is simplified, and stigma.

use yew::{Html, html};

use crate::content::catalog::{key, part, say, section};
use crate::content::text::{Key, unmarked};
use crate::model::lesson::Part;
use crate::view::page::Page;

/// The page.
pub(super) fn guide(page: &Page) -> Html {
    let list = |keys: &[Key]| -> Html {
        html! { <ul class="items">{ for keys.iter().map(|key| html! { <li>{ page.say(*key) }</li> }) }</ul> }
    };
    let words = &page.words;
    let times = [
        say::ui_guide_time_open(words, 5),
        say::ui_guide_time_tour(words, 25),
        say::ui_guide_time_quiz(words, 10),
        say::ui_guide_time_talk(words, 10),
        say::ui_guide_time_short(words, 10),
    ];
    let safe = part(Part::StayingSafe.id())
        .map(|part| page.say(part.name))
        .unwrap_or_default();
    let emergency = page.emergency();
    html! {
        <div class="pp-guide">
            <section><h5>{ page.say(key::UI_GUIDE_AIMS) }</h5>
                { list(&[key::UI_GUIDE_AIM_BLOCK, key::UI_GUIDE_AIM_PERSON, key::UI_GUIDE_AIM_MODEL]) }</section>
            <section><h5>{ page.say(key::UI_GUIDE_BEFORE) }</h5><p>{ page.say(key::UI_GUIDE_BEFORE_TEXT) }</p></section>
            <section><h5>{ page.say(key::UI_GUIDE_TIME) }</h5>
                <ul class="items">{ for times.into_iter().map(|time| html! { <li>{ time }</li> }) }</ul></section>
            <section><h5>{ page.say(key::UI_GUIDE_HOW) }</h5>
                { list(&[key::UI_GUIDE_HOW_GUESS, key::UI_GUIDE_HOW_SAME, key::UI_GUIDE_HOW_AMOUNTS]) }</section>
            <section><h5>{ page.say(key::UI_GUIDE_SIMPLE) }</h5>
                <ul class="items">{ for section::SIMPLIFIED.placed.iter().map(|placed| html! {
                    <li>{ unmarked(&page.said(placed.statement.text)) }</li>
                }) }</ul></section>
            <section><h5>{ page.say(key::UI_GUIDE_STIGMA) }</h5>
                { list(&[key::UI_GUIDE_STIGMA_WORDS, key::UI_GUIDE_STIGMA_ILL, key::UI_GUIDE_STIGMA_NEAR]) }</section>
            <section><h5>{ page.say(key::UI_GUIDE_CARE) }</h5>
                <p>{ say::ui_guide_care_text(words, &*safe, &*emergency) }</p></section>
        </div>
    }
}
