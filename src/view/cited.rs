//! Who says so: the sources of some statements, one tap away.

use yew::{Html, html};

use super::page::Page;
use crate::content::catalog::{Basis, SourceIndex, Statement, key, say};

/// A fold that lists every source of some statements, its date, and how far it has been checked.
pub fn sources<'a>(page: &Page, statements: impl Iterator<Item = &'a Statement>) -> Html {
    let mut cited: Vec<SourceIndex> = Vec::new();
    let mut reviews = Vec::new();
    let mut unreviewed = false;
    let mut derived = false;
    for statement in statements {
        derived |= statement.basis == Basis::Derived;
        match &statement.review {
            Some(review) if !reviews.contains(&(review.by, review.on)) => {
                reviews.push((review.by, review.on));
            }
            Some(_) => {}
            None => unreviewed = true,
        }
        for source in statement.sources {
            if !cited.contains(source) {
                cited.push(*source);
            }
        }
    }
    if cited.is_empty() {
        return Html::default();
    }
    let list = cited.into_iter().filter_map(SourceIndex::source).map(|source| {
        let title = match source.url {
            Some(url) => {
                html! { <a href={url} rel="noopener noreferrer external">{ source.title }</a> }
            }
            None => html! { { source.title } },
        };
        html! { <li><cite>{ title }</cite>{ " " }{ source.publisher }{ ", " }{ source.date }</li> }
    });
    html! {
        <details class="sources">
            <summary>{ page.say(key::UI_SOURCES) }</summary>
            <ul>{ for list }</ul>
            <p>
                { page.say(key::UI_BASIS_READ) }
                if derived { { " " }{ page.say(key::UI_BASIS_DERIVED) } }
                if unreviewed { { " " }{ page.say(key::UI_NOT_REVIEWED) } }
                { for reviews.into_iter().map(|(by, on)| html! {
                    <>{ " " }{ say::ui_reviewed(&page.words, by, on) }</>
                }) }
            </p>
        </details>
    }
}
