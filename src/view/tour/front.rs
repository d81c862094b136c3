//! Before the lesson: which way through it, and the code that a class was given.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::{Callback, Html, SubmitEvent, TargetCast, html};

use crate::content::catalog::{TOURS, TourWords, key, say};
use crate::model::lesson::tour::{TourAction, TourPlan};
use crate::model::lesson::{Action, Part, Place};
use crate::view::icon::Icon;
use crate::view::page::Page;

/// The ways through the lesson, and a field for a code.
pub(super) fn front(page: &Page) -> Html {
    let tour = &page.lesson.tour;
    html! {
        <section class="tr-front ruled col" aria-labelledby="tour">
            <h3 id="tour" tabindex="-1">{ page.say(key::UI_TOUR) }</h3>
            <p class="note">{ page.say(key::UI_TOUR_LEAD) }</p>
            <ul class="tr-ways">
                { for tour.plans.iter().zip(TOURS).enumerate().map(|(at, (plan, words))| way(page, at, plan, words)) }
            </ul>
            { typed(page) }
        </section>
    }
}

fn way(page: &Page, at: usize, plan: &TourPlan, words: &TourWords) -> Html {
    let steps = u32::try_from(plan.steps.len()).unwrap_or_default();
    let on_action = page.on_action.clone();
    let begin = Callback::from(move |_| {
        on_action.emit(Action::Tour(TourAction::Begun(at)));
        on_action.emit(Action::LinkFollowed(Part::Lesson, Place::TOUR_QUESTION));
    });
    let on_action = page.on_action.clone();
    let present = Callback::from(move |_| {
        on_action.emit(Action::Tour(TourAction::Begun(at)));
        on_action.emit(Action::Tour(TourAction::Presented(true)));
    });
    html! {
        <li>
            <h4>{ page.say(words.name) }</h4>
            <p>{ page.say(words.lead) }</p>
            <p class="note">{ say::ui_tour_minutes(&page.words, u32::from(plan.minutes), steps) }</p>
            <div class="row">
                <button type="button" class="btn primary tr-begin" onclick={begin}>
                    { page.say(key::UI_TOUR_BEGIN) }
                    <span class="sr">{ ": " }{ page.say(words.name) }</span>
                </button>
                <button type="button" class="btn tr-present" onclick={present}>
                    { page.say(key::UI_TOUR_PRESENT) }
                    <span class="sr">{ ": " }{ page.say(words.name) }</span>
                </button>
            </div>
            <details class="sources">
                <summary>{ Icon::Down.draw() }<span>{ page.say(key::UI_TOUR_STEPS) }</span></summary>
                <ol class="tr-steps">
                    { for words.steps.iter().map(|step| html! {
                        <li><b>{ page.say(step.name) }</b>{ ". " }{ page.say(step.intro) }</li>
                    }) }
                </ol>
            </details>
        </li>
    }
}

/// The field for a code: what was typed stays, whatever becomes of it.
fn typed(page: &Page) -> Html {
    let on_action = page.on_action.clone();
    let open = Callback::from(move |submit: SubmitEvent| {
        submit.prevent_default();
        let field = submit
            .target_dyn_into::<Element>()
            .and_then(|form| form.query_selector("input").ok().flatten())
            .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            on_action.emit(Action::Tour(TourAction::CodeTyped(field.value())));
            // A code of nothing has no such place: the keyboard stays where it is.
            on_action.emit(Action::LinkFollowed(Part::Lesson, Place::TOUR_QUESTION));
        }
    });
    let refused = page.lesson.tour.refused;
    html! {
        <form class="tr-typed" onsubmit={open}>
            <label for="tour-code">{ page.say(key::UI_TOUR_CODE_ASK) }</label>
            <p class="note" id="tour-code-hint">{ page.say(key::UI_TOUR_CODE_HINT) }</p>
            <div class="row">
                <input
                    id="tour-code"
                    type="text"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="tour-code-hint tour-code-refused"
                    aria-invalid={refused.then_some("true")}
                />
                <button type="submit" class="btn">{ page.say(key::UI_TOUR_CODE_OPEN) }</button>
            </div>
            <p class="tr-refused" id="tour-code-refused" role="alert">
                if refused { { page.say(key::UI_TOUR_CODE_REFUSED) } }
            </p>
        </form>
    }
}
