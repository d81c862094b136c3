//! What stands round every part: name, navigation, help, and what the explainer is.

use std::rc::Rc;

use yew::{FocusEvent, Html, KeyboardEvent, html};

use super::icon::Icon;
use super::page::Page;
use super::{article, blocks, control, forms, glance, keyboard, lookup, safe, timeline, tour};
use crate::content::catalog::{self, PartContent, key};
use crate::model::lesson::{Action, Part, Place};

/// The head of the explainer: its name, its parts, and help; `state` is what hangs below it.
pub fn mast(page: &Page, state: Html) -> Html {
    html! {
        <div class="mast">
            <p class="wordmark">{ page.say(key::UI_NAME) }</p>
            <nav class="parts" aria-label={page.say(key::UI_PARTS)}>
                <ul>{ for page.shape.parts.iter().map(|part| tab(page, *part, Action::PartChosen(*part))) }</ul>
            </nav>
            { picker(page) }
            { control::to(page, "help", Place::HELP_LINES.0, Action::HelpSought, html! {
                <>
                    { Icon::Phone.draw() }
                    <span class="long">{ page.say(key::UI_HELP_NOW) }</span>
                    <span class="short">{ page.say(key::UI_HELP_SHORT) }</span>
                </>
            }) }
            { state }
        </div>
    }
}

fn name(page: &Page, part: Part) -> Rc<str> {
    catalog::part(part.id())
        .map(|content| page.say(content.name))
        .unwrap_or_default()
}

fn tab(page: &Page, part: Part, action: Action) -> Html {
    let label = name(page, part);
    let current = page.runs() && page.lesson.part == part;
    html! {
        <li>
            if page.runs() {
                <button
                    type="button"
                    class="tab"
                    aria-current={current.then_some("page")}
                    onclick={page.act(action)}
                >
                    { label }
                </button>
            } else {
                <a class="tab" href={format!("#{}", part.id())}>{ label }</a>
            }
        </li>
    }
}

/// The same choice folded away, where seven names do not fit. Choosing makes a new, closed fold.
fn picker(page: &Page) -> Html {
    let count = page.lesson.place.map_or(0, |(_, count)| count);
    let here: Html = if page.runs() {
        html! { { name(page, page.lesson.part) } }
    } else {
        html! {
            <>
                { for Part::ALL.into_iter().map(|part| html! {
                    <span class="here" data-part={part.id()}>{ name(page, part) }</span>
                }) }
                <span class="here all">{ page.say(key::UI_ALL_PARTS) }</span>
            </>
        }
    };
    let choose = |part: &Part| tab(page, *part, Action::LinkFollowed(*part, Place(part.id())));
    html! {
        <details class="picker" key={format!("{}{count}", page.lesson.part.id())} onkeydown={|press: KeyboardEvent| keyboard::close_on_escape(&press)} onfocusout={|leaving: FocusEvent| keyboard::close_on_leaving(&leaving)}>
            <summary>
                <span class="sr">{ page.say(key::UI_CHOOSE_PART) }{ ": " }</span>
                { here }
                { Icon::Down.draw() }
            </summary>
            <ul>{ for page.shape.parts.iter().map(choose) }</ul>
        </details>
    }
}

/// Whether a part is there with the first half of the program.
pub fn is_early(part: Part) -> bool {
    part == Part::AtAGlance
}

/// Whether a part waits for the rest of the program.
pub fn arriving(page: &Page, part: Part) -> bool {
    !is_early(part) && page.pharmacology.is_none()
}

/// A part that waits for the rest of the program; whom to call is there before anything else.
fn on_its_way(page: &Page, part: Part, content: &PartContent) -> Html {
    html! {
        <>
            { article::head(page, content) }
            if part == Part::StayingSafe { { safe::calls(page) } }
        </>
    }
}

/// One part with its heading.
pub fn part(page: &Page, part: Part) -> Html {
    let Some(content) = catalog::part(part.id()) else {
        return Html::default();
    };
    let (class, body) = match part {
        Part::AtAGlance => ("part glance", glance::glance(page, content)),
        _ if arriving(page, part) => ("part article", on_its_way(page, part, content)),
        Part::StayingSafe => ("part safe", safe::safe(page, content)),
        Part::HowItBlocks => ("part article", blocks::blocks(page, content)),
        Part::HowLongItLasts => ("part article", timeline::timeline(page, content)),
        Part::SideEffects => ("part article", lookup::lookup(page, content)),
        Part::Forms => ("part article", forms::forms(page, content)),
        Part::Lesson => ("part article", tour::lesson(page, content)),
    };
    html! {
        <section
            key={part.id()}
            class={class}
            id={part.id()}
            aria-labelledby={format!("{}-title", part.id())}
        >
            { body }
        </section>
    }
}

/// The foot of the explainer: what it is, and paper.
pub fn foot(page: &Page) -> Html {
    html! {
        <div class="foot col">
            <p>{ page.say(key::UI_ABOUT) }</p>
            <p>{ page.say(key::UI_NOT_REVIEWED) }{ "." }</p>
            if page.runs() {
                <button type="button" class="btn" onclick={|_| print()}>
                    { Icon::Print.draw() }
                    { page.say(key::UI_PRINT) }
                </button>
            }
        </div>
    }
}

fn print() {
    if let Some(window) = web_sys::window() {
        // A page that may not print stays as it is.
        let _ = window.print();
    }
}
