//! At a glance: the five things to take away, what it is, and what it is for.

use yew::{Html, html};

use super::page::{Drawn, Page};
use super::{article, cited, control, plate, prose};
use crate::content::catalog::{PartContent, Section, key, section};
use crate::content::text::Key;
use crate::model::lesson::{Action, Part, Place};

/// Where a reader may want to go from here.
const NEXT: [(Key, Part, Place); 4] = [
    (
        key::UI_NEXT_BLOCKS,
        Part::HowItBlocks,
        Place("how-it-blocks"),
    ),
    (
        key::UI_NEXT_EFFECT,
        Part::SideEffects,
        Place("side-effects"),
    ),
    (key::UI_NEXT_FORMS, Part::Forms, Place("forms")),
    (
        key::UI_NEXT_MISSED,
        Part::HowLongItLasts,
        Place("missed-dose"),
    ),
];

/// The scene in which an opioid finds naltrexone in its place, by its name in addresses.
const WATCHED: &str = "naltrexone-first";

/// The part.
pub fn glance(page: &Page, content: &PartContent) -> Html {
    html! {
        <>
            <div class="glance-top">
                <figure class="plate plate-hero">
                    { plate::hero() }
                    <div class="plate-words" aria-hidden="true">
                        <p class="plate-word on under-opioid">{ page.say(key::UI_PLATE_ON) }</p>
                        <p class="plate-word under-lids">{ page.say(key::UI_PLATE_BLOCKED) }</p>
                    </div>
                    <figcaption class="sr">{ page.say(key::UI_PLATE_GLANCE_WORDS) }</figcaption>
                </figure>
                <div class="glance-words col">
                    <h2 id={format!("{}-title", content.id)} tabindex="-1">{ page.say(content.title) }</h2>
                    { watch(page) }
                    { takeaways(page) }
                </div>
            </div>
            if page.drawn >= Drawn::Part { { below(page) } }
        </>
    }
}

/// What stands under the picture and the five things.
fn below(page: &Page) -> Html {
    html! {
        <>
            <div class="uses col">
                { using(page, &section::FOR_ALCOHOL) }
                { using(page, &section::FOR_OPIOIDS) }
                { next(page) }
            </div>
            { article::section(page, &section::WHAT_IT_IS) }
            { article::section(page, &section::DOES_IT_WORK) }
        </>
    }
}

/// Straight to the block, seen as it happens.
fn watch(page: &Page) -> Html {
    const CLASS: &str = "btn primary watch";
    let (part, label) = (Part::HowItBlocks, page.say(key::UI_PLATE_WATCH));
    if !page.runs() {
        return html! { <a class={CLASS} href={format!("#{}", part.id())}>{ label }</a> };
    }
    let on_action = page.on_action.clone();
    let onclick = move |_| {
        on_action.emit(Action::LinkFollowed(part, Place(part.id())));
        on_action.emit(Action::DetailAsked(WATCHED.to_owned()));
    };
    html! { <button type="button" class={CLASS} {onclick}>{ label }</button> }
}

fn takeaways(page: &Page) -> Html {
    html! {
        <section aria-labelledby={section::TAKEAWAYS.id}>
            <h3 class="sr" id={section::TAKEAWAYS.id} tabindex="-1">
                { page.say(section::TAKEAWAYS.heading) }
            </h3>
            <ol class="five">{ prose::entries(page, &section::TAKEAWAYS) }</ol>
            { prose::paragraphs(page, &section::GLANCE_NOTE) }
            { cited::sections(page, &[&section::TAKEAWAYS, &section::GLANCE_NOTE]) }
        </section>
    }
}

fn using(page: &Page, section: &'static Section) -> Html {
    html! {
        <section aria-labelledby={section.id}>
            { prose::heading(page, section) }
            { prose::paragraphs(page, section) }
            { cited::sections(page, &[section]) }
        </section>
    }
}

fn next(page: &Page) -> Html {
    html! {
        <nav class="next" aria-labelledby="next">
            <h3 id="next">{ page.say(key::UI_NEXT) }</h3>
            <ul>
                { for NEXT.into_iter().map(|(label, part, place)| html! {
                    <li>{ control::lead(page, "go", part, place, html! { { page.say(label) } }) }</li>
                }) }
            </ul>
        </nav>
    }
}
