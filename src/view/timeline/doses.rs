//! One dose at a time: taken or missed, sooner or later; adding one; taking a change back.

use yew::{Callback, Html, MouseEvent, html};

use super::figures::{lane, on};
use crate::content::catalog::{key, say};
use crate::model::lesson::Action;
use crate::model::lesson::timeline::schedule::DAY;
use crate::model::lesson::timeline::{Lane, TimelineAction};
use crate::view::icon::Icon;
use crate::view::page::Page;

/// Everything that changes a dose.
pub(super) fn doses(page: &Page) -> Html {
    let timeline = &page.lesson.timeline;
    html! {
        <section class="tl-change" aria-labelledby="tl-change">
            <h3 id="tl-change">{ page.say(key::UI_LASTS_CHANGE) }</h3>
            { for timeline.dose().map(|(lane, dose)| chosen(page, lane, dose)) }
            <div class="tl-row">
                { for timeline.shown.lanes().iter().map(|lane| {
                    let label = match lane {
                        Lane::Tablet => key::UI_LASTS_ADD_TABLET,
                        Lane::Injection => key::UI_LASTS_ADD_INJECTION,
                    };
                    button(page, "btn", &page.say(label), Some(TimelineAction::DoseAdded(*lane, timeline.moment)))
                }) }
                <button
                    type="button"
                    class="btn tl-undo"
                    disabled={!timeline.can_undo()}
                    onclick={page.act(Action::Timeline(TimelineAction::Undone))}
                >
                    { Icon::Restart.draw() }
                    { page.say(key::UI_LASTS_UNDO) }
                </button>
            </div>
            <p class="note">{ page.say(key::UI_LASTS_HINT) }</p>
        </section>
    }
}

fn chosen(page: &Page, of: Lane, index: usize) -> Html {
    let timeline = &page.lesson.timeline;
    let doses = timeline.course(of).schedule.doses();
    let Some(dose) = doses.get(index) else {
        return Html::default();
    };
    let name = say::ui_lasts_dose(
        &page.words,
        &*page.say(lane(of)),
        u32::try_from(index + 1).unwrap_or_default(),
        &*on(page, dose.at),
        u32::from(dose.milligrams),
    );
    let before = index
        .checked_sub(1)
        .map(|at| TimelineAction::DoseChosen(of, at));
    let next = (index + 1 < doses.len()).then_some(TimelineAction::DoseChosen(of, index + 1));
    let step = match of {
        Lane::Tablet => 6,
        Lane::Injection => 7 * DAY,
    };
    let moved = |to: u16| TimelineAction::DoseMoved(of, index, to);
    let taken = match of {
        Lane::Tablet => key::UI_LASTS_TAKEN,
        Lane::Injection => key::UI_LASTS_GIVEN,
    };
    html! {
        <>
            if timeline.shown.lanes().len() > 1 {
                <div class="tl-row" role="group" aria-label={page.say(key::UI_LASTS_SHOW)}>
                    { for timeline.shown.lanes().iter().map(|other| {
                        let nearest = timeline.course(*other).schedule.nearest(timeline.moment);
                        pick(page, &page.say(lane(*other)), *other == of, TimelineAction::DoseChosen(*other, nearest.unwrap_or_default()))
                    }) }
                </div>
            }
            <div class="tl-row tl-which">
                { arrow("M14.5 5.5 8 12l6.5 6.5", &page.say(key::UI_LASTS_DOSE_BEFORE), before.is_none(), act(page, before)) }
                <p aria-live="polite"><b>{ name }</b></p>
                { arrow("M9.5 5.5 16 12l-6.5 6.5", &page.say(key::UI_LASTS_DOSE_AFTER), next.is_none(), act(page, next)) }
            </div>
            <div class="tl-row">
                <div class="tl-pair" role="group" aria-label={page.say(key::UI_LASTS_CHANGE)}>
                    { pick(page, &page.say(taken), dose.taken, TimelineAction::DoseTaken(of, index, true)) }
                    { pick(page, &page.say(key::UI_LASTS_MISSED), !dose.taken, TimelineAction::DoseTaken(of, index, false)) }
                </div>
                { button(page, "btn", &shift(page, of, false), Some(moved(dose.at.saturating_sub(step)))) }
                { button(page, "btn", &shift(page, of, true), Some(moved(dose.at + step))) }
                { button(page, "btn tl-remove", &page.say(key::UI_LASTS_REMOVE), Some(TimelineAction::DoseRemoved(of, index))) }
            </div>
        </>
    }
}

/// How far a dose is moved by one press.
fn shift(page: &Page, of: Lane, later: bool) -> String {
    let words = &page.words;
    match (of, later) {
        (Lane::Tablet, false) => say::ui_lasts_hours_sooner(words, 6),
        (Lane::Tablet, true) => say::ui_lasts_hours_later(words, 6),
        (Lane::Injection, false) => say::ui_lasts_days_sooner(words, 7),
        (Lane::Injection, true) => say::ui_lasts_days_later(words, 7),
    }
}

fn button(page: &Page, class: &'static str, label: &str, action: Option<TimelineAction>) -> Html {
    html! {
        <button type="button" {class} disabled={action.is_none()} onclick={act(page, action)}>{ label }</button>
    }
}

fn pick(page: &Page, label: &str, picked: bool, action: TimelineAction) -> Html {
    html! {
        <button
            type="button"
            class="tl-pick"
            aria-pressed={if picked { "true" } else { "false" }}
            onclick={act(page, Some(action))}
        >
            { label }
        </button>
    }
}

/// A square button with an arrow.
pub(super) fn arrow(
    path: &'static str,
    label: &str,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="tl-arrow" aria-label={label.to_owned()} {disabled} {onclick}>
            <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}

fn act<E>(page: &Page, action: Option<TimelineAction>) -> Callback<E> {
    match action {
        Some(action) => page.act(Action::Timeline(action)),
        None => Callback::noop(),
    }
}
