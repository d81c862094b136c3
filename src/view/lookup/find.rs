//! The search in the page's language, made ready before it is needed but not while the part is drawn.

use std::cell::OnceCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{hook, use_effect_with, use_memo};

use crate::content::search::{Found, Index};
use crate::content::text::Words;

/// When the part has been drawn and nobody can have typed yet, in milliseconds.
const SOON: u32 = 200;

/// The search; one that finds nothing where the language has no terms.
pub(super) struct Search {
    words: Words,
    index: OnceCell<Index>,
}

impl Search {
    /// What a reader's words mean.
    pub(super) fn find(&self, typed: &str) -> Found {
        self.ready().find(typed)
    }

    fn ready(&self) -> &Index {
        let read = || Index::parse(self.words.terms()).unwrap_or_default();
        self.index.get_or_init(read)
    }
}

/// The search in a language, which is read soon after the part has been drawn, or when it is asked.
#[hook]
pub(super) fn use_search(words: &Words) -> Rc<Search> {
    let search = use_memo(words.clone(), |words| Search {
        words: words.clone(),
        index: OnceCell::new(),
    });
    let soon = search.clone();
    use_effect_with(words.clone(), move |_| {
        let wait = Timeout::new(SOON, move || {
            soon.ready();
        });
        move || drop(wait)
    });
    search
}
