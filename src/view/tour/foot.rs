//! What leads through the lesson: buttons for a learner, and for a class the keys that do the same.

use yew::{Callback, Html, MouseEvent, NodeRef, html};

use super::{act, desk, keys};
use crate::content::catalog::{key, say};
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::{Phase, ReceptorSceneAction};
use crate::model::lesson::tour::{Cover, NOTES, Stage, TourAction};
use crate::model::lesson::{Action, Part, Place};
use crate::view::page::Page;

/// The buttons of a learner.
pub(super) fn page(page: &Page, dialog: &NodeRef) -> Html {
    let tour = &page.lesson.tour;
    let (label, on) = desk::next(page);
    let concluded = tour.phase() == Phase::Concluded;
    let moves = matches!(tour.step().map(|step| step.stage), Some(Stage::Scene(_)));
    html! {
        <div class="tr-foot col">
            <div class="row">
                <button type="button" class="btn tr-back" onclick={act(page, TourAction::Retreated)}>{ page.say(key::UI_TOUR_BACK) }</button>
                <button type="button" class={if concluded { "btn primary tr-next" } else { "btn tr-next" }} onclick={on}>{ page.say(label) }</button>
                if concluded && moves {
                    <button type="button" class="btn" onclick={act(page, TourAction::Scene(ReceptorSceneAction::Renumbered))}>{ page.say(key::UI_TOUR_ANOTHER) }</button>
                }
                if concluded {
                    <button type="button" class="btn tr-further" onclick={act(page, TourAction::Further)}>{ page.say(key::UI_TOUR_FURTHER) }</button>
                }
            </div>
            <div class="row">
                <button type="button" class="btn tr-show" onclick={act(page, TourAction::Presented(true))}>{ page.say(key::UI_TOUR_PRESENT) }</button>
                <button type="button" class="btn" aria-expanded={(tour.cover == Cover::Code).to_string()} onclick={act(page, TourAction::CodeToggled)}>{ page.say(key::UI_TOUR_CODE) }</button>
                { notes(page) }
                { keys::help(page, dialog) }
            </div>
        </div>
    }
}

/// The window with notes, where this page has an address of its own to open it at.
fn notes(page: &Page) -> Html {
    let address = page.outside.address.emit((Part::Lesson, NOTES.to_owned()));
    if address.is_empty() {
        return Html::default();
    }
    let open = move |_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // A browser that opens no windows leaves everything as it is.
            let _ = window.open_with_url_and_target_and_features(
                &address,
                "naltrexone-notes",
                "popup,width=960,height=720",
            );
        }
    };
    html! { <button type="button" class="btn tr-open-notes" onclick={open}>{ page.say(key::UI_TOUR_NOTES_OPEN) }</button> }
}

/// The keys of a class, each of them also a button.
pub(super) fn wall(page: &Page) -> Html {
    let tour = &page.lesson.tour;
    let (label, on) = desk::next(page);
    let hint = |keys: &[&str], label: Key, does: Callback<MouseEvent>| {
        html! {
            <button type="button" class="tr-hint" onclick={does}>
                { for keys.iter().map(|written| html! { <kbd>{ (*written).to_owned() }</kbd> }) }
                <span>{ page.say(label) }</span>
            </button>
        }
    };
    let page_down = page.say(key::UI_TOUR_FOOT_ON);
    let asking = tour.phase() == Phase::Asking && tour.step().is_some();
    let count = super::words(page).map_or(0, |step| step.choices.len());
    let seed = tour.scene.run.seed().to_string();
    html! {
        <div class="tr-hints">
            if tour.step().is_some() { { hint(&[&page_down], label, on) } }
            if asking {
                <p class="tr-hint">
                    { for (1..=count).map(|number| html! { <kbd>{ number }</kbd> }) }
                    <span>{ page.say(key::UI_TOUR_FOOT_HANDS) }</span>
                </p>
            }
            { hint(&["B"], key::UI_TOUR_FOOT_BLANK, act(page, TourAction::Blanked)) }
            <span class="tr-gap"></span>
            <p class="tr-hint"><span>{ say::ui_tour_run(&page.words, &*seed) }</span></p>
            { hint(&["Q"], key::UI_TOUR_FOOT_CODE, act(page, TourAction::CodeToggled)) }
            { hint(&["Esc"], key::UI_TOUR_STOP, act(page, TourAction::Presented(false))) }
        </div>
    }
}

/// What follows the last step.
pub(super) fn end(page: &Page) -> Html {
    let on_action = page.on_action.clone();
    let quiz = Callback::from(move |_: MouseEvent| {
        on_action.emit(Action::Tour(TourAction::Left));
        on_action.emit(Action::LinkFollowed(Part::Lesson, Place::QUIZ));
    });
    html! {
        <section class="tr-end col" aria-labelledby="tour-ask">
            <h4 id="tour-ask" tabindex="-1">{ page.say(key::UI_TOUR_END) }</h4>
            <p class="tr-found">{ page.say(key::UI_TOUR_END_LEAD) }</p>
            <div class="row">
                <button type="button" class="btn primary" onclick={quiz}>{ page.say(key::UI_TOUR_END_QUIZ) }</button>
                <button type="button" class="btn" onclick={act(page, TourAction::Went(0))}>{ page.say(key::UI_TOUR_AGAIN) }</button>
                <button type="button" class="btn" onclick={act(page, TourAction::Retreated)}>{ page.say(key::UI_TOUR_BACK) }</button>
            </div>
        </section>
    }
}
