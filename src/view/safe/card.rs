//! The wallet card: a thing of paper, to be filled in by hand and carried.

use yew::{Event, Html, MouseEvent, TargetCast, html};

use crate::content::catalog::{key, section};
use crate::model::lesson::{Action, CardSide};
use crate::view::icon::Icon;
use crate::view::page::Page;
use crate::view::{cited, plate, prose};

/// The card with both sides, and what can be done with it.
pub(super) fn card(page: &Page) -> Html {
    let turned = page.lesson.card == CardSide::Back;
    html! {
        <section class="carry ruled col" aria-labelledby={section::CARD.id}>
            <div>
                { prose::heading(page, &section::CARD) }
                { prose::paragraphs(page, &section::CARD) }
                { cited::sections(page, &[&section::CARD, &section::CARD_FRONT, &section::CARD_BACK]) }
            </div>
            <div class="wallet">{ front(page) }{ back(page) }</div>
            <div class="row">
                <label class="btn turn">
                    <input
                        type="checkbox"
                        checked={turned}
                        onchange={page.act::<Event>(Action::CardTurned)}
                    />
                    { page.say(key::UI_TURN_CARD) }
                </label>
                if page.runs() {
                    <button type="button" class="btn primary" onclick={|click: MouseEvent| print(&click)}>
                        { Icon::Print.draw() }
                        { page.say(key::UI_PRINT_CARD) }
                    </button>
                }
            </div>
        </section>
    }
}

fn front(page: &Page) -> Html {
    html! {
        <figure class="front">
            <div class="wcard">
                <p class="top">{ plate::card_sign() }<strong>{ page.say(key::UI_CARD_TITLE) }</strong></p>
                { for section::CARD_FRONT.placed.iter().map(|placed| html! {
                    <p class="big" data-statement={placed.statement.id}>
                        { prose::statement(page, placed.statement) }
                    </p>
                }) }
                <dl>
                    { blank(page.say(key::UI_CARD_NAME).as_ref()) }
                    <div>
                        <dt>{ page.say(key::UI_CARD_FORM) }</dt>
                        <dd class="tick">
                            <span>{ page.say(key::UI_CARD_TABLET) }</span>
                            <span>{ page.say(key::UI_CARD_INJECTION) }</span>
                        </dd>
                    </div>
                    { blank(page.say(key::UI_CARD_LAST_DOSE).as_ref()) }
                    { blank(page.say(key::UI_CARD_PRESCRIBER).as_ref()) }
                </dl>
            </div>
            <figcaption>{ page.say(key::UI_CARD_FRONT_CAPTION) }</figcaption>
        </figure>
    }
}

fn back(page: &Page) -> Html {
    html! {
        <figure class="back-side">
            <div class="wcard back">
                <p class="top"><strong>{ page.say(key::UI_CARD_STAFF) }</strong></p>
                <ul>{ prose::entries(page, &section::CARD_BACK) }</ul>
                <dl>{ blank(page.say(key::UI_CARD_CALL).as_ref()) }</dl>
            </div>
            <figcaption>{ page.say(key::UI_CARD_BACK_CAPTION) }</figcaption>
        </figure>
    }
}

/// A line to write on.
fn blank(label: &str) -> Html {
    html! { <div><dt>{ label }</dt><dd></dd></div> }
}

/// Prints the card alone: the style sheet for paper hides the rest while the root says so.
fn print(click: &MouseEvent) {
    let root = click
        .target_dyn_into::<web_sys::Element>()
        .and_then(|button| button.closest(".nx").ok().flatten());
    if let (Some(root), Some(window)) = (root, web_sys::window()) {
        // A browser that cannot mark the root, or print, leaves everything as it was.
        let _ = root.set_attribute("data-print", "card");
        let _ = window.print();
        let _ = root.remove_attribute("data-print");
    }
}
