//! Which scene: a row of tabs, or one at a time where there is no room for them.

use yew::{Html, html};

use super::act;
use super::sign::Sign;
use crate::content::catalog::{key, say};
use crate::content::describe;
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::model::lesson::scene::Scene;
use crate::view::page::Page;

/// The choice of scenes.
pub fn choose(page: &Page) -> Html {
    let now = page.lesson.receptor_scene.scene();
    html! {
        <>
            <nav class="scenes" aria-label={page.say(key::UI_SCENES)}>
                <ol>{ for (1_u32..).zip(Scene::ALL).map(|(number, scene)| tab(page, number, scene, now)) }</ol>
            </nav>
            { stepper(page, now) }
        </>
    }
}

fn tab(page: &Page, number: u32, scene: Scene, now: Scene) -> Html {
    let name = page.say(describe::scene(scene));
    let current = (scene == now).then_some("true");
    html! {
        <li>
            <button
                type="button"
                class="scene-tab"
                aria-current={current}
                onclick={act(page, ReceptorSceneAction::SceneChosen(scene))}
            >
                if scene != Scene::FreePlay { <b>{ number }</b> }
                <span class={(scene != Scene::FreePlay).then_some("name")}>{ name }</span>
            </button>
        </li>
    }
}

fn stepper(page: &Page, now: Scene) -> Html {
    let at = Scene::ALL
        .iter()
        .position(|scene| *scene == now)
        .unwrap_or(0);
    let all = Scene::ALL.len();
    let to = |at: usize| Scene::ALL.get(at % all).copied().unwrap_or(now);
    let number = u32::try_from(at + 1).unwrap_or(1);
    let last = u32::try_from(all - 1).unwrap_or(1);
    let arrow = |scene: Scene, label, sign: Sign| {
        let name = page.say(describe::scene(scene));
        let label = [&*page.say(label), ": ", &*name].concat();
        html! {
            <button
                type="button"
                class="btn bare"
                aria-label={label}
                onclick={act(page, ReceptorSceneAction::SceneChosen(scene))}
            >
                { sign.draw() }
            </button>
        }
    };
    html! {
        <div class="stepper">
            { arrow(to(at + all - 1), key::UI_SCENE_PREVIOUS, Sign::Before) }
            <p>
                if now != Scene::FreePlay { <small>{ say::ui_scene_of(&page.words, number, last) }</small> }
                <strong>{ page.say(describe::scene(now)) }</strong>
            </p>
            { arrow(to(at + 1), key::UI_SCENE_NEXT, Sign::After) }
        </div>
    }
}
