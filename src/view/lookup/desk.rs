//! What every piece of the lookup is drawn from.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Html, NodeRef, html};

use super::figures::Given;
use crate::content::catalog::{self, Effect, EffectIndex, Statement, key};
use crate::content::search::{Found, Hit, Verdict, normal};
use crate::content::text::{Run, runs};
use crate::model::lesson::Action;
use crate::model::lesson::lookup::{Lookup, LookupAction};
use crate::view::page::Page;

/// What every piece of the lookup is drawn from.
pub(super) struct Desk<'a> {
    /// The page.
    pub(super) page: &'a Page,
    /// What stands in the part.
    pub(super) state: &'a Lookup,
    /// What the words in the box mean, if there are any.
    pub(super) found: Option<&'a Found>,
    /// Whether the keyboard goes to the answer after the next drawing.
    pub(super) asked: Rc<RefCell<bool>>,
    /// The part's own element.
    pub(super) root: NodeRef,
}

impl Desk<'_> {
    /// How many results are listed at most.
    const MOST_LISTED: usize = 6;

    /// A callback that reports an action.
    pub(super) fn act<E>(&self, action: LookupAction) -> Callback<E> {
        self.page.act(Action::Lookup(action))
    }

    /// A callback that reports an action and leads to the answer it brings.
    pub(super) fn lead<E>(&self, action: LookupAction) -> Callback<E> {
        let (asked, on_action) = (self.asked.clone(), self.page.on_action.clone());
        Callback::from(move |_| {
            super::ask(&asked);
            on_action.emit(Action::Lookup(action.clone()));
        })
    }

    /// A callback that chooses an effect and leads to its answer.
    pub(super) fn choose<E>(&self, effect: &Effect) -> Callback<E> {
        self.lead(LookupAction::Chosen(effect.id.to_owned()))
    }

    /// A name that leads to an effect's answer.
    pub(super) fn link(&self, effect: &'static Effect) -> Html {
        html! {
            <button type="button" class="word" onclick={self.choose(effect)}>
                { self.name(effect) }
            </button>
        }
    }

    /// The plain name of an effect, beginning with a capital letter.
    pub(super) fn name(&self, effect: &Effect) -> String {
        capital(&self.page.say(effect.name))
    }

    /// The results in the list.
    pub(super) fn hits(&self) -> &[Hit] {
        let hits = self.found.map_or(&[][..], |found| &found.hits);
        hits.get(..Self::MOST_LISTED).unwrap_or(hits)
    }

    /// Whether the list of results is open and has any.
    pub(super) fn is_listed(&self) -> bool {
        self.state.listed && !self.hits().is_empty()
    }

    /// Whether the words ask for help before anything else.
    pub(super) fn needs_help(&self) -> bool {
        self.found.is_some_and(Found::is_urgent)
    }

    /// The form that the reader speaks of, if it is one of the two.
    pub(super) fn given(&self) -> Option<Given> {
        let typed = self
            .state
            .typed
            .chars()
            .map(normal::small)
            .collect::<String>();
        let named = |key| {
            let names = self.page.say(key);
            let mut words = typed.split(|letter: char| !letter.is_alphanumeric());
            words.any(|word| names.split('|').any(|name| name.trim() == word))
        };
        match (named(key::UI_WORDS_INJECTION), named(key::UI_WORDS_TABLET)) {
            (true, false) => Some(Given::Injection),
            (false, true) => Some(Given::Tablet),
            _ => None,
        }
    }

    /// The effect that is answered: the one that was chosen, or the one that was clearly meant.
    ///
    /// Where the words ask for help, nothing is answered unless it was chosen.
    pub(super) fn shown(&self) -> Option<EffectIndex> {
        match &self.state.effect {
            Some(id) => catalog::effect(id),
            None => self
                .found
                .filter(|found| found.verdict == Verdict::Match && !found.is_urgent())
                .and_then(|found| found.hits.first())
                .map(|hit| hit.effect),
        }
    }

    /// The words of a statement without the meanings of its terms, which stand further down.
    pub(super) fn said(&self, statement: &Statement) -> Html {
        marked(&self.page.said(statement.text))
    }
}

/// A message with its strong words set strong.
pub(super) fn marked(text: &str) -> Html {
    runs(text)
        .into_iter()
        .map(|run| match run {
            Run::Strong(text) => html! { <strong>{ text.to_owned() }</strong> },
            Run::Plain(text) | Run::Term(_, text) => html! { { text.to_owned() } },
        })
        .collect()
}

/// The text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(normal::capital(first))
            .chain(letters)
            .collect()
    })
}
