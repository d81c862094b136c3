//! The whole explainer as a document, written when building: everything is there without a program.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::outside::Outside;
use super::page::{Drawn, Medium, Page, Shape};
use super::{shell, state};
use crate::content::catalog::{self, key};
use crate::content::text::Words;
use crate::model::lesson::scene::SceneNumbers;
use crate::model::lesson::{CountryIndex, Lesson, Part};
use crate::model::pharmacology::Pharmacology;
use crate::model::units::Refused;

/// What the document is written from.
#[derive(Clone, PartialEq, Properties)]
pub struct ReadingPageProps {
    /// The language.
    pub words: Words,
    /// The equations with the explainer's numbers.
    pub pharmacology: Rc<Pharmacology>,
    /// The levels of the scenes.
    pub scene_numbers: SceneNumbers,
}

impl ReadingPageProps {
    /// The document in a language, with the explainer's own numbers.
    ///
    /// # Errors
    /// If those numbers contradict each other.
    pub fn new(words: Words) -> Result<Self, Refused> {
        Ok(Self {
            words,
            pharmacology: Rc::new(Pharmacology::new(&catalog::parameters())?),
            scene_numbers: catalog::scene_numbers(),
        })
    }
}

/// Every part, one after another.
#[component]
pub fn ReadingPage(props: &ReadingPageProps) -> Html {
    let page = Page {
        shape: Shape::default(),
        words: props.words.clone(),
        lesson: Lesson::new(Part::AtAGlance, CountryIndex::default()),
        medium: Medium::Document,
        pharmacology: Some(props.pharmacology.clone()),
        scene_numbers: props.scene_numbers,
        outside: Outside::nowhere(),
        drawn: Drawn::All,
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
