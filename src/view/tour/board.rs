//! The steps that no receptor scene shows: drawn by the parts that they are about.

use yew::{Html, html};

use super::desk::{self, Outcome};
use crate::content::catalog::{SIDE_EFFECTS, SideEffect, StepWords, key, say};
use crate::content::describe::{WHOLE, of_whole};
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::Phase;
use crate::model::lesson::tour::{Goal, Stage, after_last_injection, after_last_tablet};
use crate::model::pharmacology::Pharmacology;
use crate::view::page::Page;
use crate::view::{lookup, timeline};

/// The counted effect that the lesson asks about.
const COUNTED: &str = "nausea--xr-alcohol";

/// A step without a receptor scene.
pub(super) fn board(
    page: &Page,
    words: &StepWords,
    stage: Stage,
    pharmacology: &Pharmacology,
) -> Html {
    let tour = &page.lesson.tour;
    let shown = tour.phase() == Phase::Concluded;
    let (picture, found) = match stage {
        Stage::SideEffects => people(page, shown),
        Stage::Forms => forms(page, shown, pharmacology),
        _ => stopped(page, shown, pharmacology),
    };
    let outcome = Outcome {
        caption: None,
        chart: Html::default(),
        found,
        met: tour
            .step()
            .is_some_and(|step| step.goal.met_in(pharmacology)),
    };
    html! {
        <>
            <div class="tr-board col">{ picture }</div>
            { desk::desk(page, words, &outcome) }
        </>
    }
}

/// The row of the counted effect.
pub(super) fn counted() -> Option<&'static SideEffect> {
    SIDE_EFFECTS.iter().find(|row| row.id == COUNTED)
}

fn people(page: &Page, shown: bool) -> (Html, Option<String>) {
    let count = counted().and_then(|row| row.with);
    let count = count.map_or(0, crate::content::describe::rounded);
    let found = say::ui_found_side_effects(&page.words, count, WHOLE);
    let alone = page.say(key::UI_TOUR_HIDDEN).to_string();
    let picture = if shown {
        lookup::people(count, found.clone())
    } else {
        lookup::people(0, alone)
    };
    (
        html! { <div class="tr-people">{ picture }</div> },
        Some(found),
    )
}

/// The blocked receptors of a hundred; never all of them, because never all are.
fn blocked(share: f64) -> u32 {
    of_whole(share).min(WHOLE - 1)
}

fn forms(page: &Page, shown: bool, pharmacology: &Pharmacology) -> (Html, Option<String>) {
    let days = Goal::compared_after();
    let at = |days| {
        [
            after_last_tablet(pharmacology, days),
            after_last_injection(pharmacology, days),
        ]
        .map(|share| blocked(share.value()))
    };
    let [tablet, injection] = at(days);
    let found = say::ui_found_forms(&page.words, u32::from(days), tablet, WHOLE, injection);
    let seen = if shown { days } else { 1 };
    let [tablet, injection] = at(seen);
    let picture = html! {
        <>
            { hundred(page, key::UI_FORM_TABLET, tablet, seen) }
            { hundred(page, key::UI_FORM_INJECTION, injection, seen) }
        </>
    };
    (picture, Some(found))
}

fn stopped(page: &Page, shown: bool, pharmacology: &Pharmacology) -> (Html, Option<String>) {
    let days = Goal::stopped_for();
    let at = |days| blocked(after_last_tablet(pharmacology, days).value());
    let found = say::ui_found_staying_safe(&page.words, at(1), WHOLE, at(days), u32::from(days));
    let seen = if shown { days } else { 1 };
    let picture = hundred(page, key::UI_FORM_TABLET, at(seen), seen);
    (picture, Some(found))
}

/// A hundred receptors, so many days after the last dose.
fn hundred(page: &Page, name: Key, blocked: u32, days: u16) -> Html {
    html! {
        <figure class="tr-hundred">
            <figcaption>
                <b>{ page.say(name) }</b>
                { " " }
                { say::ui_tour_hundred(&page.words, u32::from(days), blocked, WHOLE) }
            </figcaption>
            { timeline::strips(blocked) }
        </figure>
    }
}
