//! The question of a scene, and what became of it.

use yew::{Html, html};

use super::act;
use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::questions::{self, Question};
use crate::content::describe::{self, Beside, WHOLE};
use crate::content::text::{Key, unmarked};
use crate::model::lesson::receptor_scene::{Choice, Phase, ReceptorSceneAction};
use crate::model::lesson::scene::Scene;
use crate::model::units::{Relative, Share};

/// The question while it is open, the conclusion once the scene has shown it.
pub fn ask(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let Some(question) = questions::question(shown.scene.scene()) else {
        return html! {
            <section class="ask" aria-labelledby="scene-ask">
                <h3 id="scene-ask" tabindex="-1">{ page.say(key::UI_FREE_TITLE) }</h3>
                <ul class="items">
                    { for [key::UI_FREE_HINT_A, key::UI_FREE_HINT_B, key::UI_FREE_HINT_C]
                        .into_iter()
                        .map(|hint| html! { <li>{ page.say(hint) }</li> }) }
                </ul>
            </section>
        };
    };
    if shown.scene.phase == Phase::Concluded
        && let Some(found) = questions::found(&page.words, shown.play, shown.diary)
    {
        return conclusion(shown, &question, &found);
    }
    html! {
        <section class="ask" aria-labelledby="scene-ask">
            <h3 id="scene-ask" tabindex="-1">{ page.say(question.ask) }</h3>
            <div class="choices" role="group" aria-labelledby="scene-ask">
                { for (0_u8..).zip(question.choices).map(|(at, (choice, _))| html! {
                    <button
                        type="button"
                        class="choice"
                        aria-pressed={(shown.scene.prediction == Some(Choice(at))).to_string()}
                        onclick={act(page, ReceptorSceneAction::Predicted(Choice(at)))}
                    >
                        <i aria-hidden="true"></i>
                        { page.say(choice) }
                    </button>
                }) }
            </div>
            if shown.scene.phase == Phase::Asking {
                <p class="note">{ page.say(key::UI_CHOOSE_THEN_PLAYS) }</p>
                <button
                    type="button"
                    class="btn bare skip"
                    onclick={act(page, ReceptorSceneAction::QuestionSkipped)}
                >
                    { page.say(key::UI_JUST_PLAY) }
                </button>
            }
        </section>
    }
}

fn conclusion(shown: &Shown<'_>, question: &Question, found: &str) -> Html {
    let page = shown.page;
    let said = shown
        .scene
        .prediction
        .and_then(|choice| question.choice(choice));
    let grave = matches!(shown.scene.scene(), Scene::Overpowering | Scene::WearingOff);
    let lesson = if grave { "say warn" } else { "say" };
    // An answer to what a scene does by itself does not fit what a learner made of it.
    let untouched = shown.play.run().adjustments().is_empty();
    html! {
        <section class="ask concluded" aria-labelledby="scene-ask">
            <h3 id="scene-ask" tabindex="-1">{ page.say(key::UI_WHAT_HAPPENED) }</h3>
            if let Some((choice, reply)) = said {
                <p class="said">
                    { page.say(key::UI_YOU_SAID) }{ " " }<q>{ page.say(choice) }</q>
                </p>
                <p>{ page.say(if untouched { reply } else { key::UI_CHANGED_AMOUNTS }) }</p>
            }
            <p class="found">{ found.to_owned() }</p>
            <p class={lesson}>{ super::words::marked(page, question.lesson) }</p>
            { compared(shown) }
            { illustration(shown) }
        </section>
    }
}

/// What a scene illustrates without measuring it: the drive to withdraw, or what a drink gives.
fn illustration(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let scene = shown.scene.scene();
    let bars: Vec<(Key, f64)> = match scene {
        Scene::TooSoon => vec![
            (key::UI_MOMENT_BEFORE, 0.0),
            (key::UI_MOMENT_AFTER, shown.play.withdrawal()),
        ],
        Scene::Alcohol => {
            let (_, antagonist) = describe::levels(shown.play);
            let drunk = Share::of(f64::from(shown.drink_strength()) / f64::from(WHOLE));
            vec![
                (
                    key::UI_MOMENT_DRINK,
                    shown.alcohol.at(drunk, Relative::of(0.0)).reward,
                ),
                (
                    key::UI_MOMENT_DRINK_BLOCKED,
                    shown.alcohol.at(drunk, antagonist).reward,
                ),
            ]
        }
        _ => return Html::default(),
    };
    let (heading, caveat) = if scene == Scene::TooSoon {
        (key::UI_WITHDRAWAL, key::UI_WITHDRAWAL_NOTE)
    } else {
        (key::UI_REWARD, key::UI_REWARD_NOTE)
    };
    html! {
        <figure class="illustration">
            <figcaption><b>{ page.say(heading) }</b><em>{ page.say(key::UI_ILLUSTRATION) }</em></figcaption>
            { for bars.into_iter().map(|(name, part)| html! {
                <div class="bar-row">
                    <span>{ page.say(name) }</span>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="whole" width="100" height="10" />
                        <rect class="part" width={describe::of_whole(part).to_string()} height="10" />
                    </svg>
                </div>
            }) }
            <p class="note">{ page.say(caveat) }</p>
        </figure>
    }
}

/// The moments that are to be compared, counted and expected.
fn compared(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let moments = questions::moments(&page.words, shown.play, shown.diary);
    let cell = |beside: Beside| {
        html! {
            <td><b>{ beside.counted }</b>{ " " }<span class="exact">{ beside.expected }</span></td>
        }
    };
    let on = if shown.partly {
        key::UI_STATE_PARTLY
    } else {
        key::UI_STATE_ON
    };
    html! {
        <table class="numbers moments">
            <caption>{ page.say(key::UI_MOMENTS) }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ page.say(on) }</th>
                    <th scope="col">{ page.say(key::UI_STATE_BLOCKED) }</th>
                    <th scope="col">{ unmarked(&say::ui_signal_of(&page.words, WHOLE)) }</th>
                </tr>
            </thead>
            <tbody>
                { for moments.into_iter().map(|(name, numbers)| html! {
                    <tr>
                        <th scope="row">{ name }</th>
                        { cell(numbers.on) }
                        { cell(numbers.blocked) }
                        { cell(numbers.signal) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
