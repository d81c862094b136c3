//! The whole explainer as a document, written when building: everything is there without a program.

use yew::{Callback, Html, Properties, component, html};

use super::outside::Outside;
use super::page::{Medium, Page};
use super::{shell, state};
use crate::content::catalog::key;
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
        outside: Outside::nowhere(),
        on_action: Callback::noop(),
    };
    html! {
        <div
            class="nx reading"
            lang={page.words.language().to_owned()}
            dir={page.words.direction().attribute()}
        >
            <div class="page" role="region" aria-label={page.say(key::UI_NAME)}>
                { shell::mast(&page, state::loading(&page)) }
                { state::no_program(&page) }
                <div class="body">
                    { for Part::ALL.into_iter().map(|part| shell::part(&page, part)) }
                </div>
                { shell::foot(&page) }
            </div>
        </div>
    }
}
