//! What every view is drawn from: the words, the lesson, and where an action goes.

use std::rc::Rc;

use yew::Callback;

use super::outside::Outside;
use crate::content::catalog::{COUNTRIES, Country, key};
use crate::content::text::{Key, Value, Words};
use crate::model::lesson::scene::SceneNumbers;
use crate::model::lesson::{Action, Lesson, Part};
use crate::model::pharmacology::Pharmacology;

/// What the views are drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A running program: controls do things.
    Program,
    /// A document that was written when building: links and folds do without a program.
    Document,
}

/// What of the explainer its page wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The parts that are offered, in order.
    pub parts: Rc<[Part]>,
    /// Whether sources can be followed to other sites.
    pub links: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            parts: Rc::new(Part::ALL),
            links: true,
        }
    }
}

/// How much of the first screen is drawn: on an old phone all of it at once would keep the browser
/// from its reader for as long as a blink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawn {
    /// The name and the navigation.
    Mast,
    /// The part, as far as its picture and the words beside it.
    Picture,
    /// All of the part.
    Part,
    /// Everything.
    All,
}

impl Drawn {
    /// With one portion more.
    #[must_use]
    pub fn further(self) -> Self {
        match self {
            Self::Mast => Self::Picture,
            Self::Picture => Self::Part,
            Self::Part | Self::All => Self::All,
        }
    }
}

/// What every view is drawn from.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The language.
    pub words: Words,
    /// What has been done so far.
    pub lesson: Lesson,
    /// What the views are drawn for.
    pub medium: Medium,
    /// What of it is wanted.
    pub shape: Shape,
    /// The equations with the explainer's numbers, once the rest of the program is there.
    pub pharmacology: Option<Rc<Pharmacology>>,
    /// The levels of the scenes.
    pub scene_numbers: SceneNumbers,
    /// What the page around may be asked for.
    pub outside: Outside,
    /// How much of it is drawn so far.
    pub drawn: Drawn,
    /// Where an action goes.
    pub on_action: Callback<Action>,
}

impl Page {
    /// A message that is said as it is.
    pub fn say(&self, key: Key) -> Rc<str> {
        self.words.get(key)
    }

    /// A message of the data files, with the emergency number of the reader's country put in.
    pub fn said(&self, key: Key) -> String {
        self.words
            .fill(key, &[("emergency", Value::Text(&self.emergency()))])
    }

    /// The country whose help lines are shown.
    pub fn country(&self) -> Option<&'static Country> {
        COUNTRIES
            .get(usize::from(self.lesson.country.0))
            .or_else(|| COUNTRIES.first())
    }

    /// The number to call in an emergency, or words that say which number that is.
    pub fn emergency(&self) -> Rc<str> {
        match self.country().and_then(|country| country.emergency) {
            Some(number) if self.medium == Medium::Program => number.into(),
            // A document cannot know where it is read.
            _ => self.say(key::UI_EMERGENCY_UNCHECKED),
        }
    }

    /// Whether the views are drawn for a running program.
    pub fn runs(&self) -> bool {
        self.medium == Medium::Program
    }

    /// A callback that reports an action.
    pub fn act<E>(&self, action: Action) -> Callback<E> {
        self.on_action.reform(move |_| action.clone())
    }
}
