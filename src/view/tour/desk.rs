//! The question of a step with its answers, and what became of it: counted, not claimed.

use yew::{Callback, Html, html};

use super::act;
use crate::content::catalog::{StepWords, key, say};
use crate::model::lesson::Action;
use crate::model::lesson::receptor_scene::{Choice, Phase, ReceptorSceneAction};
use crate::model::lesson::tour::{Medium, Tour, TourAction};
use crate::view::page::Page;
use crate::view::quiz::LETTERS;
use crate::view::{blocks, cited};

/// What a run, or the equations, made of a step.
pub(super) struct Outcome {
    /// What is said while it goes on.
    pub(super) caption: Option<String>,
    /// The live chart, where there is one.
    pub(super) chart: Html,
    /// What was counted; nothing before the end.
    pub(super) found: Option<String>,
    /// Whether the step has shown what it is for.
    pub(super) met: bool,
}

/// The question, the run, or the answer.
pub(super) fn desk(page: &Page, words: &StepWords, outcome: &Outcome) -> Html {
    let tour = &page.lesson.tour;
    match (&outcome.found, tour.phase()) {
        (Some(found), Phase::Concluded) => concluded(page, words, outcome, found),
        (_, phase) => html! {
            <section class="tr-desk" aria-labelledby="tour-ask">
                <div class="tr-asked">
                    <h4 id="tour-ask" tabindex="-1">{ page.say(words.ask) }</h4>
                    if phase == Phase::Asking {
                        <p class="tr-intro">{ page.say(words.intro) }</p>
                    } else {
                        { for outcome.caption.iter().map(|caption| html! { <p class="tr-intro">{ caption.clone() }</p> }) }
                    }
                    { outcome.chart.clone() }
                </div>
                <div class="tr-choices" role="group" aria-labelledby="tour-ask">
                    { for (0_u8..).zip(words.choices).map(|(at, (text, _))| choice(page, Choice(at), &page.say(*text))) }
                </div>
            </section>
        },
    }
}

fn letter(choice: Choice) -> String {
    let letter = LETTERS.get(usize::from(choice.0));
    letter.map(char::to_string).unwrap_or_default()
}

fn hands(tour: &Tour, choice: Choice) -> u32 {
    let hands = tour.hands();
    u32::from(
        hands
            .get(usize::from(choice.0))
            .copied()
            .unwrap_or_default(),
    )
}

/// One answer: chosen by a learner, or counted for a class.
fn choice(page: &Page, choice: Choice, text: &str) -> Html {
    let tour = &page.lesson.tour;
    let wall = tour.medium == Medium::Wall;
    let on_action = page.on_action.clone();
    let chosen = Callback::from(move |_| {
        on_action.emit(Action::Tour(if wall {
            TourAction::HandRaised(choice)
        } else {
            TourAction::Scene(ReceptorSceneAction::Predicted(choice))
        }));
    });
    let count = hands(tour, choice);
    html! {
        <button
            type="button"
            class="qz-choice tr-choice"
            aria-pressed={(!wall).then(|| (tour.scene.prediction == Some(choice)).to_string())}
            aria-label={wall.then(|| say::ui_tour_hand_of(&page.words, text, count))}
            onclick={chosen}
        >
            <b aria-hidden="true">{ letter(choice) }</b>
            <span>{ text.to_owned() }</span>
            if wall { { raised(page, count) } }
        </button>
    }
}

fn raised(page: &Page, count: u32) -> Html {
    html! { <em class="tr-hands">{ page.say(key::UI_TOUR_HANDS) }<strong>{ count }</strong></em> }
}

fn concluded(page: &Page, words: &StepWords, outcome: &Outcome, found: &str) -> Html {
    let tour = &page.lesson.tour;
    let grave = matches!(words.id, "competition" | "wearing-off" | "staying-safe");
    let right = tour.step().map(|step| step.right).filter(|_| outcome.met);
    let reply = |choice: Option<Choice>| {
        let choice = words.choices.get(usize::from(choice?.0));
        choice.map(|(_, reply)| page.say(*reply))
    };
    let mine = tour.scene.prediction;
    let seen = tour.medium == Medium::Wall;
    html! {
        <section class="tr-desk tr-concluded" aria-labelledby="tour-ask">
            <div class="tr-asked">
                <h4 id="tour-ask" tabindex="-1">{ page.say(key::UI_WHAT_HAPPENED) }</h4>
                <p class="tr-found">{ found.to_owned() }</p>
                if !outcome.met { <p class="tr-otherwise">{ page.say(key::UI_TOUR_OTHERWISE) }</p> }
                <p class={if grave { "tr-lesson warn" } else { "tr-lesson" }}>{ blocks::marked(page, words.lesson) }</p>
                { outcome.chart.clone() }
            </div>
            <div class="tr-answers">
                <p class="tr-again">{ page.say(words.ask) }</p>
                <ul>
                    { for (0_u8..).zip(words.choices).map(|(at, (text, _))| {
                        let (at, text) = (Choice(at), page.say(*text));
                        let class = match (right == Some(at), mine == Some(at)) {
                            (true, _) => "qz-choice tr-choice right",
                            (_, true) => "qz-choice tr-choice yours",
                            _ => "qz-choice tr-choice",
                        };
                        html! {
                            <li {class}>
                                <b aria-hidden="true">{ letter(at) }</b>
                                <span>{ text }</span>
                                if mine == Some(at) { <em>{ page.say(key::UI_TOUR_YOURS) }</em> }
                                if right == Some(at) { <em class="is">{ page.say(key::UI_TOUR_RIGHT) }</em> }
                                if seen { { raised(page, hands(tour, at)) } }
                            </li>
                        }
                    }) }
                </ul>
                if outcome.met {
                    { for reply(mine).map(|reply| html! { <p class="tr-reply">{ reply }</p> }) }
                    if mine != right { { for reply(right).map(|reply| html! { <p class="tr-reply">{ reply }</p> }) } }
                }
                if !seen { { cited::sources(page, words.name, words.rests.iter().copied(), further(words)) } }
            </div>
        </section>
    }
}

/// Who counted what a step shows beside its statements.
fn further(words: &StepWords) -> &'static [&'static crate::content::catalog::Source] {
    match words.id {
        "side-effects" => super::board::counted().map_or(&[], |row| row.sources),
        _ => &[],
    }
}

/// On, with the words for what comes next.
pub(super) fn next(page: &Page) -> (crate::content::text::Key, Callback<yew::MouseEvent>) {
    let tour = &page.lesson.tour;
    let moves = matches!(
        tour.step().map(|step| step.stage),
        Some(crate::model::lesson::tour::Stage::Scene(_))
    );
    let last = tour
        .plan()
        .is_some_and(|plan| tour.at + 1 >= plan.steps.len());
    let label = match tour.phase() {
        Phase::Asking if moves => key::UI_TOUR_NEXT_PLAY,
        Phase::Asking => key::UI_TOUR_NEXT_ANSWER,
        Phase::Running => key::UI_TOUR_NEXT_END,
        Phase::Concluded if last => key::UI_TOUR_NEXT_LAST,
        Phase::Concluded => key::UI_TOUR_NEXT_STEP,
    };
    (label, act(page, TourAction::Advanced))
}
