//! The whole explainer as a document, written when building: everything is there without a program.

use yew::{Callback, Html, Properties, component, html};

use super::page::{Medium, Page};
use super::shell;
use crate::content::text::Words;
use crate::model::lesson::{CountryIndex, Lesson, Part};

/// What the document is written from.
#[derive(Clone, PartialEq, Properties)]
pub struct ReadingPageProps {
    /// The language.
    pub words: Words,
}

/// Every part, one after another.
#[component]
pub fn ReadingPage(props: &ReadingPageProps) -> Html {
    let page = Page {
        words: props.words.clone(),
        lesson: Lesson::new(Part::AtAGlance, CountryIndex::default()),
        medium: Medium::Document,
        on_action: Callback::noop(),
    };
    html! {
        <div class="nx" lang={page.words.language().to_owned()} dir={page.words.direction().attribute()}>
            <div class="page">
                { shell::mast(&page) }
                <main>{ for Part::ALL.into_iter().map(|part| shell::part(&page, part)) }</main>
            </div>
        </div>
    }
}
