//! A part as running text: headings, paragraphs and lists straight from the content.

use yew::{Html, html};

use super::page::Page;
use super::plate::geometry::ReceptorState;
use super::{cited, plate, prose};
use crate::content::catalog::{
    FORMS, Form, PartContent, Placed, Section, Statement, Topic, key, statement,
};
use crate::model::lesson::Part;

/// The heading of a part and what it is about.
pub fn head(page: &Page, part: &PartContent) -> Html {
    html! {
        <div class="head col">
            <h2 id={format!("{}-title", part.id)} tabindex="-1">{ page.say(part.title) }</h2>
            <p class="lead">{ page.say(part.lead) }</p>
        </div>
    }
}

/// Every section of a part, one after another; the first half of the program calls it by name.
///
/// The forms before them where they belong.
#[inline(never)]
pub fn article(page: &Page, part: Part, content: &'static PartContent) -> Html {
    html! {
        <>
            { head(page, content) }
            if part == Part::Forms { { for FORMS.iter().map(|form| self::form(page, form)) } }
            { for content.sections.iter().map(|section| self::section(page, section)) }
        </>
    }
}

/// A section with its heading beside its text.
pub fn section(page: &Page, section: &'static Section) -> Html {
    html! {
        <section class="sect ruled col" aria-labelledby={section.id}>
            { prose::heading(page, section) }
            <div>{ blocks(page, section) }{ cited::sections(page, &[section]) }</div>
        </section>
    }
}

/// The statements of a section: paragraphs, and a list wherever entries follow each other.
pub fn blocks(page: &Page, section: &'static Section) -> Html {
    section
        .placed
        .chunk_by(|a, b| prose::is_entry(a) && prose::is_entry(b))
        .map(|run| match run.first() {
            Some(first) if prose::is_entry(first) => {
                let class = if sign(first.statement).is_some() { "states" } else { "items" };
                html! { <ul class={class}>{ for run.iter().map(|placed| entry(page, placed)) }</ul> }
            }
            _ => run
                .iter()
                .map(|placed| prose::paragraph(page, placed))
                .collect(),
        })
        .collect()
}

fn entry(page: &Page, placed: &Placed) -> Html {
    match sign(placed.statement) {
        Some(state) => html! {
            <li data-statement={placed.statement.id}>
                { plate::state_sign(state) }
                <span>{ prose::statement(page, placed.statement) }</span>
            </li>
        },
        None => prose::entry(page, placed),
    }
}

/// The receptor state that a statement describes, if it describes one.
fn sign(said: &'static Statement) -> Option<ReceptorState> {
    [
        (&statement::STATE_ON, ReceptorState::SwitchedOn),
        (&statement::STATE_PARTLY, ReceptorState::PartlyOn),
        (&statement::STATE_BLOCKED, ReceptorState::Blocked),
        (&statement::STATE_EMPTY, ReceptorState::Empty),
    ]
    .into_iter()
    .find_map(|(known, state)| std::ptr::eq(known, said).then_some(state))
}

fn form(page: &Page, form: &'static Form) -> Html {
    let id = format!("form-{}", form.id);
    let statements = form
        .topics
        .iter()
        .flat_map(|topic| topic.statements)
        .copied();
    html! {
        <section class="sect wide ruled col" aria-labelledby={id.clone()}>
            <h3 id={id} tabindex="-1">{ page.say(form.name) }</h3>
            <div>
                <dl class="topics">{ for form.topics.iter().map(|topic| self::topic(page, topic)) }</dl>
                { cited::sources(page, form.name, statements, &[]) }
            </div>
        </section>
    }
}

/// A question about a form with its answers.
pub fn topic(page: &Page, topic: &'static Topic) -> Html {
    let urgent = topic.heading == key::TOPIC_BEFORE_FIRST;
    html! {
        <div class={urgent.then_some("alert")}>
            <dt>{ page.say(topic.heading) }</dt>
            { for topic.statements.iter().map(|statement| html! {
                <dd data-statement={statement.id}>{ prose::statement(page, statement) }</dd>
            }) }
        </div>
    }
}
