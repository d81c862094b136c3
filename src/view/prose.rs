//! Statements as marked-up text: strong words, and terms that say what they mean when tapped.

use yew::{Html, html};

use super::page::Page;
use crate::content::catalog::{self, Placed, Role, Section, Statement, key};
use crate::content::text::{Run, runs, unmarked};

/// The words of a statement.
pub fn statement(page: &Page, statement: &Statement) -> Html {
    let text = page.said(statement.text);
    let runs = runs(&text);
    let mut shown = Vec::new();
    let mut kept = 0;
    for (at, run) in runs.iter().enumerate() {
        let kept_before = std::mem::take(&mut kept);
        let own = |text: &str| text.get(kept_before..).unwrap_or_default().to_owned();
        shown.push(match *run {
            Run::Plain(text) => html! { { own(text) } },
            Run::Strong(text) => html! { <strong>{ own(text) }</strong> },
            Run::Term(id, words) => {
                let after = match runs.get(at + 1) {
                    Some(Run::Plain(text)) => leading_marks(text),
                    _ => "",
                };
                kept = after.len();
                term(page, statement.id, id, words, after)
            }
        });
    }
    shown.into_iter().collect()
}

/// The punctuation that a text begins with: it stays with the word before it.
fn leading_marks(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_punctuation())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn term(page: &Page, owner: &str, id: &str, words: &str, after: &str) -> Html {
    let Some(term) = catalog::term(id) else {
        return html! { <>{ words }{ after }</> };
    };
    let card = format!("nx-{owner}-{id}");
    html! {
        <>
            <span class="keep">
                <button type="button" class="term" popovertarget={card.clone()}>{ words }</button>
                { after }
            </span>
            <span id={card.clone()} popover="auto" class="term-card" data-statement={term.means.id}>
                <strong>{ page.say(term.name) }</strong>
                { " " }
                { unmarked(&page.said(term.means.text)) }
                { " " }
                <button
                    type="button"
                    class="btn"
                    popovertarget={card}
                    popovertargetaction="hide"
                >
                    { page.say(key::UI_TERM_CLOSE) }
                </button>
            </span>
        </>
    }
}

/// A statement as a paragraph that is set as its role asks.
pub fn paragraph(page: &Page, placed: &Placed) -> Html {
    let class = match placed.role {
        Role::Lead => Some("say"),
        Role::Figure => Some("fact"),
        Role::Note => Some("note"),
        Role::Pull => Some("pull"),
        Role::Warning => Some("warn"),
        Role::Plain | Role::Item | Role::Sign | Role::Days { .. } => None,
    };
    html! {
        <p class={class} data-statement={placed.statement.id}>
            { statement(page, placed.statement) }
        </p>
    }
}

/// Every statement of a section as a paragraph.
pub fn paragraphs(page: &Page, section: &'static Section) -> Html {
    section
        .placed
        .iter()
        .map(|placed| paragraph(page, placed))
        .collect()
}

/// A statement as an entry of a list.
pub fn entry(page: &Page, placed: &Placed) -> Html {
    html! { <li data-statement={placed.statement.id}>{ statement(page, placed.statement) }</li> }
}

/// Every statement of a section that is set as an entry of a list.
pub fn entries(page: &Page, section: &'static Section) -> Html {
    section
        .placed
        .iter()
        .filter(|placed| is_entry(placed))
        .map(|placed| entry(page, placed))
        .collect()
}

/// Whether a statement stands in a list.
pub fn is_entry(placed: &Placed) -> bool {
    matches!(placed.role, Role::Item | Role::Sign)
}

/// The heading of a section, which links can lead to.
pub fn heading(page: &Page, section: &Section) -> Html {
    html! { <h3 id={section.id} tabindex="-1">{ page.say(section.heading) }</h3> }
}
