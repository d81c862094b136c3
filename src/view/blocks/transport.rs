//! What moves time: from the start, play or pause, one step, and how fast.

use yew::{Callback, Html, html};

use super::act;
use super::sign::Sign;
use crate::content::catalog::key;
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::{Pace, Phase, ReceptorScene, ReceptorSceneAction};
use crate::view::page::Page;

/// Whether time stands still as the learner sees it.
pub fn stands(scene: &ReceptorScene) -> bool {
    scene.paused || scene.phase == Phase::Asking
}

/// The name of a pace.
pub fn pace_name(pace: Pace) -> Key {
    match pace {
        Pace::Slow => key::UI_PACE_SLOW,
        Pace::Normal => key::UI_PACE_NORMAL,
        Pace::Fast => key::UI_PACE_FAST,
    }
}

/// The controls of time.
pub fn transport(page: &Page, on_step: &Callback<()>) -> Html {
    let scene = &page.lesson.receptor_scene;
    let (sign, label) = if stands(scene) {
        (Sign::Play, key::UI_PLAY)
    } else {
        (Sign::Pause, key::UI_PAUSE)
    };
    html! {
        <div class="transport">
            <button
                type="button"
                class="btn icon-only"
                aria-label={page.say(key::UI_RESTART_SCENE)}
                onclick={act(page, ReceptorSceneAction::Restarted)}
            >
                { Sign::Restart.draw() }
            </button>
            <button
                type="button"
                class="btn primary play"
                onclick={act(page, ReceptorSceneAction::PauseToggled)}
            >
                { sign.draw() }
                { page.say(label) }
            </button>
            <button
                type="button"
                class="btn icon-only"
                aria-label={page.say(key::UI_STEP)}
                onclick={on_step.reform(|_| ())}
            >
                { Sign::Step.draw() }
            </button>
            <div class="paces" role="group" aria-label={page.say(key::UI_PACE)}>
                { for Pace::ALL.into_iter().map(|pace| html! {
                    <button
                        type="button"
                        aria-pressed={(pace == scene.pace).to_string()}
                        onclick={act(page, ReceptorSceneAction::PaceChosen(pace))}
                    >
                        { page.say(pace_name(pace)) }
                    </button>
                }) }
            </div>
        </div>
    }
}
