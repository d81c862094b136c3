//! The lesson: predict, watch, explain; alone, on the wall of a class, or as the presenter's notes.

mod board;
mod channel;
mod code;
mod countdown;
mod desk;
mod foot;
mod front;
mod keys;
mod notes;
mod stage;
mod wall;

use yew::{Callback, Html, html};

use super::page::Page;
use super::{article, quiz};
use crate::content::catalog::{PartContent, StepWords, TOURS};
use crate::model::lesson::tour::{Medium, TourAction};
use crate::model::lesson::{Action, Part};

pub(super) use stage::scene;

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn lesson(page: &Page, content: &'static PartContent) -> Html {
    let Some(pharmacology) = page.pharmacology.clone().filter(|_| page.runs()) else {
        return html! { <>{ article::article(page, Part::Lesson, content) }{ quiz::quiz(page) }</> };
    };
    let tour = &page.lesson.tour;
    if tour.medium == Medium::Notes {
        return html! { <notes::Notes page={page.clone()} title={content.title} /> };
    }
    if tour.taken.is_some() {
        return html! { <wall::Wall page={page.clone()} {pharmacology} title={content.title} /> };
    }
    html! {
        <>
            { article::head(page, content) }
            { front::front(page) }
            { for content.sections.iter().map(|section| article::section(page, section)) }
            { quiz::quiz(page) }
        </>
    }
}

/// A callback that reports what was done in the lesson.
fn act<E>(page: &Page, action: TourAction) -> Callback<E> {
    page.act(Action::Tour(action))
}

/// The words of the open step.
pub(super) fn words(page: &Page) -> Option<&'static StepWords> {
    let tour = &page.lesson.tour;
    TOURS.get(tour.taken?)?.steps.get(tour.at)
}
