//! A statement as marked-up text: strong words, and terms that say what they mean when tapped.

use yew::{Html, html};

use super::page::Page;
use crate::content::catalog::{self, Placed, Section, Statement, key};
use crate::content::text::{Run, runs};

/// The words of a statement.
pub fn statement(page: &Page, statement: &Statement) -> Html {
    marked(page, statement.id, &page.said(statement.text))
}

/// Text with its marks; `owner` keeps the ids of its terms apart from everybody else's.
pub fn marked(page: &Page, owner: &str, text: &str) -> Html {
    runs(text)
        .into_iter()
        .map(|run| match run {
            Run::Plain(text) => html! { { text } },
            Run::Strong(text) => html! { <strong>{ text }</strong> },
            Run::Term(id, words) => term(page, owner, id, words),
        })
        .collect()
}

fn term(page: &Page, owner: &str, id: &str, words: &str) -> Html {
    let Some(term) = catalog::term(id) else {
        return html! { { words } };
    };
    let card = format!("nx-{owner}-{id}");
    html! {
        <>
            <button type="button" class="term" popovertarget={card.clone()}>{ words }</button>
            <span id={card.clone()} popover="auto" class="term-card">
                <strong>{ page.say(term.name) }</strong>
                <span>{ plain(page, term.means) }</span>
                <button
                    type="button"
                    class="button quiet"
                    popovertarget={card}
                    popovertargetaction="hide"
                >
                    { page.say(key::UI_TERM_CLOSE) }
                </button>
            </span>
        </>
    }
}

/// The words of a statement without marks.
pub fn plain(page: &Page, statement: &Statement) -> String {
    crate::content::text::unmarked(&page.said(statement.text))
}

/// The statements of a section that are set in one of the roles that `wanted` accepts.
pub fn placed(
    section: &'static Section,
    wanted: impl Fn(&Placed) -> bool,
) -> impl Iterator<Item = &'static Placed> {
    section.placed.iter().filter(move |placed| wanted(placed))
}
