//! One receptor or one molecule, looked at closely; chosen here or tapped in the picture.

use web_sys::{Event, HtmlSelectElement};
use yew::{Html, TargetCast, html};

use super::act;
use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::{self, closer};
use crate::model::lesson::Action;
use crate::model::lesson::receptor_scene::{Picked, ReceptorSceneAction};
use crate::model::pharmacology::ligand::Substance;
use crate::model::world::receptor::Species;
use crate::view::icon::Icon;

/// What is looked at, and the choice of it.
pub fn closer(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let picked = shown.scene.picked;
    html! {
        <section class="closer" aria-labelledby="scene-closer">
            <h3 class="label" id="scene-closer">{ page.say(key::UI_CLOSER) }</h3>
            { choice(shown) }
            if let Some(picked) = picked {
                { told(shown, picked) }
                <button
                    type="button"
                    class="btn"
                    onclick={act(page, ReceptorSceneAction::PickedUp(None))}
                >
                    { page.say(key::UI_CLOSER_CLEAR) }
                </button>
            } else {
                <p class="note">{ page.say(key::UI_CLOSER_NONE) }</p>
            }
        </section>
    }
}

fn told(shown: &Shown<'_>, picked: Picked) -> Html {
    let told = closer::closer(&shown.page.words, shown.play, shown.diary, picked);
    html! {
        <>
            <h4>{ told.title }</h4>
            <p>{ told.state }</p>
            <ul class="items">{ for told.history.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </>
    }
}

fn choice(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let picked = shown.scene.picked;
    let all = u32::try_from(shown.play.world().receptors().len()).unwrap_or(0);
    // A free molecule of each kind, if there is one: the nearest in number.
    let free = |species: Species| {
        let mut drifting = shown.play.world().molecules(species);
        let found = drifting.find(|(_, molecule)| molecule.doing.drifts());
        found.map(|(number, _)| number)
    };
    let (agonist, antagonist) = (free(Species::Agonist), free(Species::Antagonist));
    let actions = page.on_action.clone();
    let chose = move |change: Event| {
        let Some(select) = change.target_dyn_into::<HtmlSelectElement>() else {
            return;
        };
        let picked = match select.value().as_str() {
            "a" => agonist.map(Picked::Agonist),
            "n" => antagonist.map(Picked::Antagonist),
            place => place.parse().ok().map(Picked::Receptor),
        };
        actions.emit(Action::ReceptorScene(ReceptorSceneAction::PickedUp(picked)));
    };
    let name = |which: Substance| {
        let name = page.say(describe::substance_within(which));
        say::ui_closer_free(&page.words, &*name)
    };
    html! {
        <span class="select">
            <select aria-label={page.say(key::UI_CLOSER)} onchange={chose}>
                <option value="" selected={picked.is_none()}>{ "–" }</option>
                if agonist.is_some() || matches!(picked, Some(Picked::Agonist(_))) {
                    <option value="a" selected={matches!(picked, Some(Picked::Agonist(_)))}>
                        { name(shown.play.run().agonist()) }
                    </option>
                }
                if antagonist.is_some() || matches!(picked, Some(Picked::Antagonist(_))) {
                    <option value="n" selected={matches!(picked, Some(Picked::Antagonist(_)))}>
                        { name(Substance::Naltrexone) }
                    </option>
                }
                { for (0..all).map(|place| html! {
                    <option value={place.to_string()} selected={picked == Some(Picked::Receptor(place))}>
                        { say::ui_closer_receptor(&page.words, place + 1) }
                    </option>
                }) }
            </select>
            { Icon::Down.draw() }
        </span>
    }
}
