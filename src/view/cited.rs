//! Who says so: the sources of some statements, one tap away.

use yew::{Html, html};

use super::icon::Icon;
use super::page::Page;
use crate::content::catalog::{Basis, Section, Source, Statement, key, say};
use crate::content::text::Key;

/// The sources of every statement of some sections, under the heading of the first.
pub fn sections(page: &Page, sections: &[&'static Section]) -> Html {
    let Some(heading) = sections.first().map(|section| section.heading) else {
        return Html::default();
    };
    let statements = sections.iter().flat_map(|section| section.placed);
    sources(
        page,
        heading,
        statements.map(|placed| placed.statement),
        &[],
    )
}

/// A fold that lists who says so, of which date, and how far it has been checked.
pub fn sources<'a>(
    page: &Page,
    heading: Key,
    statements: impl Iterator<Item = &'a Statement>,
    further: &[&'static Source],
) -> Html {
    let mut cited: Vec<&'static Source> = Vec::new();
    let mut reviews = Vec::new();
    let (mut unreviewed, mut derived) = (!further.is_empty(), false);
    let mut cite = |sources: &[&'static Source]| {
        for source in sources {
            if !cited.iter().any(|known| std::ptr::eq(*known, *source)) {
                cited.push(source);
            }
        }
    };
    for statement in statements {
        derived |= statement.basis == Basis::Derived;
        match &statement.review {
            Some(review) => {
                if !reviews.contains(&(review.by, review.on)) {
                    reviews.push((review.by, review.on));
                }
            }
            None => unreviewed = true,
        }
        cite(statement.sources);
    }
    cite(further);
    if cited.is_empty() {
        return Html::default();
    }
    let heading = page.say(heading);
    html! {
        <details class="sources">
            <summary aria-label={say::ui_sources_of(&page.words, &*heading)}>
                { Icon::Down.draw() }
                <span>{ page.say(key::UI_SOURCES) }</span>
            </summary>
            <ol>{ for cited.into_iter().map(|source| self::source(page, source)) }</ol>
            if derived { <p>{ page.say(key::UI_BASIS_DERIVED) }{ "." }</p> }
            if unreviewed { <p>{ page.say(key::UI_NOT_REVIEWED) }{ "." }</p> }
            { for reviews.into_iter().map(|(by, on)| html! {
                <p>{ say::ui_reviewed(&page.words, by, on) }{ "." }</p>
            }) }
        </details>
    }
}

fn source(page: &Page, source: &Source) -> Html {
    let title = match source.url {
        Some(url) if page.shape.links => {
            html! { <a href={url} rel="noopener noreferrer external">{ source.title }</a> }
        }
        _ => html! { { source.title } },
    };
    let date = if source.date.is_empty() { "" } else { ", " };
    html! {
        <li>
            <cite>{ title }</cite>
            { " " }
            <small>
                { source.publisher }{ date }{ source.date }{ "; " }{ page.say(key::UI_BASIS_READ) }
            </small>
        </li>
    }
}
