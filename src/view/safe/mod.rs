//! Before you start, and staying safe: the first dose, a missed dose, stopping, and whom to call.

mod calls;
mod card;
mod days;

use yew::{Html, html};

use super::page::Page;
use super::{article, cited, control, plate, prose};
use crate::content::catalog::{PartContent, Placed, Role, Section, key, section};
use crate::content::text::Key;
use crate::model::lesson::{Part, Place};

pub(super) use calls::calls;

/// Where the links at the head of the part lead.
const JUMPS: [(Key, Place); 5] = [
    (key::UI_JUMP_BEFORE, Place("opioid-free-first")),
    (key::UI_JUMP_TOO_SOON, Place("too-soon")),
    (key::UI_JUMP_AFTER, Place("worn-off")),
    (key::UI_JUMP_CARD, Place("card")),
    (key::UI_JUMP_CALL, Place::HELP_LINES),
];

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn safe(page: &Page, content: &PartContent) -> Html {
    html! {
        <>
            { article::head(page, content) }
            { jumps(page) }
            <div class="two col">
                { block(page, &section::OPIOID_FREE_FIRST, None, days::days(page)) }
                { block(page, &section::TOO_SOON, Some("urgent too-soon"), too_soon(page)) }
                { block(
                    page,
                    &section::TELL_PRESCRIBER,
                    Some("tell"),
                    article::blocks(page, &section::TELL_PRESCRIBER),
                ) }
            </div>
            { worn_off(page) }
            <div class="after col">
                { block(page, &section::WORN_OFF, None, prose::paragraphs(page, &section::WORN_OFF)) }
                { block(page, &section::KEEPS_ALIVE, Some("keeps"), html! {
                    <ol class="five">{ prose::entries(page, &section::KEEPS_ALIVE) }</ol>
                }) }
            </div>
            <div class="plans ruled col">
                { block(page, &section::SURGERY, None, prose::paragraphs(page, &section::SURGERY)) }
                { block(page, &section::PREGNANCY, None, prose::paragraphs(page, &section::PREGNANCY)) }
            </div>
            { card::card(page) }
            { calls(page) }
        </>
    }
}

fn jumps(page: &Page) -> Html {
    html! {
        <nav class="jump col" aria-label={page.say(key::UI_ON_THIS_PAGE)}>
            <ul>
                { for JUMPS.into_iter().map(|(label, place)| html! {
                    <li>
                        { control::lead(page, "", Part::StayingSafe, place, html! { { page.say(label) } }) }
                    </li>
                }) }
            </ul>
        </nav>
    }
}

/// A headed block with its sources at its foot.
fn block(page: &Page, section: &'static Section, class: Option<&'static str>, body: Html) -> Html {
    html! {
        <section class={class} aria-labelledby={section.id}>
            { prose::heading(page, section) }
            { body }
            { cited::sections(page, &[section]) }
        </section>
    }
}

fn too_soon(page: &Page) -> Html {
    let plain =
        |role: Role| {
            section::TOO_SOON.placed.iter().filter(move |placed| placed.role == role).map(|placed| {
            let Placed { statement, .. } = placed;
            html! { <p data-statement={statement.id}>{ prose::statement(page, statement) }</p> }
        })
        };
    let scene = html! { { page.say(key::UI_NEXT_BLOCKS) } };
    html! {
        <>
            { for plain(Role::Lead) }
            <ul class="signs">{ prose::entries(page, &section::TOO_SOON) }</ul>
            { for plain(Role::Warning) }
            <div class="row">
                { calls::emergency(page) }
                { control::lead(page, "btn call", Part::HowItBlocks, Place("scenes"), scene) }
            </div>
        </>
    }
}

fn worn_off(page: &Page) -> Html {
    html! {
        <figure class="plate plate-worn">
            { plate::worn_off() }
            <p class="plate-word sea sea-left" aria-hidden="true">{ page.say(key::UI_PLATE_WHILE) }</p>
            <p class="plate-word sea sea-right" aria-hidden="true">{ page.say(key::UI_PLATE_AFTER) }</p>
            <div class="plate-words" aria-hidden="true">
                <p class="plate-word under-blocked">{ page.say(key::UI_PLATE_BLOCKED_SHORT) }</p>
                <p class="plate-word under-empty">{ page.say(key::UI_PLATE_EMPTY) }</p>
                <p class="plate-word on under-on">{ page.say(key::UI_PLATE_ON_SHORT) }</p>
            </div>
            <figcaption class="sr">{ page.say(key::UI_PLATE_WORN_WORDS) }</figcaption>
        </figure>
    }
}
