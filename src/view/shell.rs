//! What stands round every part: name, navigation, help, and what the explainer is.

use yew::{Html, html};

use super::article;
use super::page::Page;
use crate::content::catalog::{self, key};
use crate::model::lesson::{Action, Part};

/// The head of the explainer: its name, its parts, and help.
pub fn mast(page: &Page) -> Html {
    html! {
        <header class="mast">
            <p class="name">{ page.say(key::UI_NAME) }</p>
            <nav aria-label={page.say(key::UI_PARTS)}>
                <ul>{ for Part::ALL.into_iter().map(|part| choice(page, part)) }</ul>
            </nav>
            <button type="button" class="help" onclick={page.act(Action::HelpSought)}>
                { page.say(key::UI_HELP_NOW) }
            </button>
        </header>
    }
}

fn choice(page: &Page, part: Part) -> Html {
    let name = catalog::part(part.id()).map(|part| page.say(part.name));
    let current = (page.runs() && page.lesson.part == part).then_some("page");
    html! {
        <li>
            <button type="button" aria-current={current} onclick={page.act(Action::PartChosen(part))}>
                { name }
            </button>
        </li>
    }
}

/// One part with its heading.
pub fn part(page: &Page, part: Part) -> Html {
    let Some(content) = catalog::part(part.id()) else {
        return Html::default();
    };
    html! {
        <section class="part" id={part.id()} aria-labelledby={format!("{}-title", part.id())}>
            <h2 id={format!("{}-title", part.id())} tabindex="-1">{ page.say(content.title) }</h2>
            <p class="part-lead">{ page.say(content.lead) }</p>
            { article::article(page, content) }
        </section>
    }
}
