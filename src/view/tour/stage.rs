//! The receptor scene as the lesson shows it: the same picture and strip, and its own desk below.

use yew::{Callback, Html, html};

use super::desk::{self, Outcome};
use crate::content::describe;
use crate::content::describe::questions;
use crate::model::lesson::Action;
use crate::model::lesson::receptor_scene::Phase;
use crate::model::lesson::scene::Scene;
use crate::model::lesson::tour::{Medium, TourAction};
use crate::view::blocks::{self, Calls, Places, Shown};
use crate::view::page::Page;

/// What the panel draws for the lesson.
pub fn scene(shown: &Shown<'_>, calls: &Calls, places: &Places<'_>) -> Html {
    let page = shown.page;
    let Some(words) = super::words(page) else {
        return Html::default();
    };
    let phase = shown.scene.phase;
    let goal = page.lesson.tour.step().map(|step| step.goal);
    let outcome = Outcome {
        caption: (phase != Phase::Asking)
            .then(|| page.say(describe::caption(shown.play)).to_string()),
        chart: blocks::charts(shown, places),
        found: questions::found(&page.words, shown.play, shown.diary),
        met: goal.is_some_and(|goal| goal.met_by(shown.play, shown.diary)),
    };
    let further = phase == Phase::Concluded
        && shown.scene.scene() == Scene::Overpowering
        && page.lesson.tour.medium == Medium::Page;
    html! {
        <>
            { blocks::picture(shown, calls, places, false) }
            { blocks::strip(shown, calls, places) }
            { desk::desk(page, words, &outcome) }
            if further { { blocks::dose(shown, &calls.set) } }
        </>
    }
}

/// The page as the receptor scene of the lesson sees it: its own scene, and its own way back.
pub(super) fn page(page: &Page) -> Page {
    let mut own = page.clone();
    own.lesson.receptor_scene = page.lesson.tour.scene.clone();
    let on_action = page.on_action.clone();
    own.on_action = Callback::from(move |action| {
        on_action.emit(match action {
            Action::ReceptorScene(action) => Action::Tour(TourAction::Scene(action)),
            other => other,
        });
    });
    own
}
