//! The part "How it blocks": the receptor scene, and after it everything it leaves unsaid as text.

mod amounts;
mod ask;
mod choose;
mod closer;
mod figures;
mod gauges;
mod keys;
mod layout;
mod live;
mod panel;
mod share;
mod shared;
mod shown;
mod sign;
mod told;
mod transport;
mod words;

use yew::{Callback, Html, html};

pub(super) use self::gauges::dose;
pub(super) use self::layout::{Calls, Places, charts, picture, strip};
pub(super) use self::panel::Panel;
pub(super) use self::shown::Shown;
pub(super) use self::words::marked;
use super::article;
use super::page::Page;
use crate::content::catalog::PartContent;
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::model::lesson::{Action, Part};

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn blocks(page: &Page, content: &'static PartContent) -> Html {
    let Some(pharmacology) = page.pharmacology.clone().filter(|_| page.runs()) else {
        return article::article(page, Part::HowItBlocks, content);
    };
    html! {
        <>
            { article::head(page, content) }
            <Panel page={page.clone()} {pharmacology} />
            { for content.sections.iter().map(|section| article::section(page, section)) }
        </>
    }
}

/// A callback that reports what was done in this part.
fn act<E>(page: &Page, action: ReceptorSceneAction) -> Callback<E> {
    page.act(Action::ReceptorScene(action))
}
