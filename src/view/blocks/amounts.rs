//! How much of what is in the fluid: which opioid, and each amount by slider and by number.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::{Callback, Html, TargetCast, html};

use super::act;
use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::{self, WHOLE, number};
use crate::model::lesson::Action;
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::model::lesson::run::{Amount, Control};
use crate::model::lesson::scene::Scene;
use crate::model::lesson::story;
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::Relative;
use crate::view::icon::Icon;
use crate::view::page::Page;
use crate::view::plate;
use crate::view::plate::geometry::MoleculeKind;

/// Places of a slider: none, and then ten for each factor of ten, up to a thousand.
const PLACES: u32 = 50;

/// The place at which a slider stands for the half-filling level.
const HALF_FILLING: f64 = 20.0;

/// The largest amount that can be set by hand, as a multiple of the half-filling level.
const MOST: f64 = 1_000.0;

/// A field that a number is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What switches on.
    Agonist,
    /// Naltrexone.
    Antagonist,
    /// The drink.
    Drink,
}

/// What stands in a field while it is being typed into; nothing once the reader has left it.
pub type Typing = Option<(Field, String)>;

/// Where a change goes.
pub struct Changes<'a> {
    /// An amount was set.
    pub set: &'a Callback<Control>,
    /// A field was typed into, or left.
    pub typing: &'a Callback<Typing>,
}

/// The amounts.
pub fn amounts(shown: &Shown<'_>, changes: &Changes<'_>) -> Html {
    let page = shown.page;
    let scene = shown.scene.scene();
    let (agonist, antagonist) = describe::levels(shown.play);
    let [held_agonist, held_antagonist] = shown.hand;
    let agonist = held_agonist.unwrap_or(agonist);
    let antagonist = held_antagonist.unwrap_or(antagonist);
    let own = scene.agonist(shown.scene.run.picked());
    let kind = if own == Substance::Endorphin {
        MoleculeKind::Endorphin
    } else {
        MoleculeKind::Opioid
    };
    let held = shown.hand.iter().any(Option::is_some) || shown.drink.is_some();
    html! {
        <section class="amounts" aria-label={page.say(key::UI_LEAF_AMOUNTS)}>
            if scene == Scene::Alcohol {
                { drink(shown, changes) }
            } else {
                { amount(shown, (own, kind, Field::Agonist), agonist, changes, Control::Agonist) }
            }
            { amount(shown, (Substance::Naltrexone, MoleculeKind::Naltrexone, Field::Antagonist), antagonist, changes, Control::Antagonist) }
            if held && scene != Scene::FreePlay {
                <button
                    type="button"
                    class="btn"
                    onclick={changes.set.reform(|_| Control::PlanResumed)}
                >
                    { page.say(key::UI_FOLLOW_PLAN) }
                </button>
            }
            if scene == Scene::FreePlay && own != Substance::PartialAgonist {
                <button type="button" class="btn show-partly" onclick={act(page, ReceptorSceneAction::Replayed(story::partly(shown.scene.run.seed())))}>
                    { page.say(key::UI_SHOW_PARTLY) }
                </button>
            }
            <p class="note">{ say::ui_half_filling(&page.words, 1) }</p>
        </section>
    }
}

fn amount(
    shown: &Shown<'_>,
    (which, kind, field): (Substance, MoleculeKind, Field),
    level: Relative,
    changes: &Changes<'_>,
    control: fn(Amount) -> Control,
) -> Html {
    let page = shown.page;
    let offered = story::opioids(page.lesson.receptor_scene.scene());
    let name = page.say(describe::substance(which));
    let unit = page.say(key::UI_TIMES_HALF);
    let written = number(&page.words, level.value());
    let slid = changes.set.reform(move |input: InputEvent| {
        let place = place(&input);
        control(Amount::nearest(level_at(place)))
    });
    let typed = typed(changes, field, move |text| {
        let value = decimal(text)?;
        let level = value.is_finite().then(|| value.clamp(0.0, MOST))?;
        Some(control(Amount::nearest(Relative::of(level))))
    });
    // What a hand has set stands there to the last figure; what the scene does, in two.
    let [held_agonist, held_antagonist] = shown.hand;
    let held = match field {
        Field::Antagonist => held_antagonist,
        Field::Agonist | Field::Drink => held_agonist,
    };
    let exact = if held.is_some() {
        level.value()
    } else {
        two_figures(level.value())
    };
    let exact = Amount::nearest(Relative::of(exact))
        .level()
        .value()
        .to_string();
    html! {
        <div class="amount">
            { plate::molecule_sign(kind) }
            <p>
                if offered.contains(&which) { { opioid(page, which, offered) } } else { <strong>{ name.clone() }</strong> }
            </p>
            <input
                type="range"
                min="0"
                max={PLACES.to_string()}
                step="1"
                value={place_of(level).to_string()}
                aria-label={name.clone()}
                aria-valuetext={[&*written, " ", &*unit].concat()}
                oninput={slid}
            />
            <input
                type="number"
                min="0"
                max={MOST.to_string()}
                step="any"
                inputmode="decimal"
                value={shown.typed(field).unwrap_or(exact)}
                aria-label={say::ui_number_of(&page.words, &*name)}
                oninput={typed}
                onblur={changes.typing.reform(|_| None)}
            />
        </div>
    }
}

/// What typing into a field does: it stays as typed, and holds as soon as it is a number.
fn typed(
    changes: &Changes<'_>,
    field: Field,
    control: impl Fn(&str) -> Option<Control> + 'static,
) -> Callback<InputEvent> {
    let (set, typing) = (changes.set.clone(), changes.typing.clone());
    Callback::from(move |input: InputEvent| {
        let text = value(&input);
        if let Some(control) = control(&text) {
            set.emit(control);
        }
        typing.emit(Some((field, text)));
    })
}

fn opioid(page: &Page, chosen: Substance, offered: &'static [Substance]) -> Html {
    let actions = page.on_action.clone();
    let chose = move |change: Event| {
        let at = change
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some(opioid) = at.and_then(|at| offered.get(at)) {
            actions.emit(Action::ReceptorScene(ReceptorSceneAction::OpioidChosen(
                *opioid,
            )));
        }
    };
    html! {
        <span class="select">
            <select aria-label={page.say(key::UI_OPIOID_CHOOSE)} onchange={chose}>
                { for offered.iter().copied().map(|opioid| html! {
                    <option selected={opioid == chosen}>{ page.say(describe::substance(opioid)) }</option>
                }) }
            </select>
            { Icon::Down.draw() }
        </span>
    }
}

fn drink(shown: &Shown<'_>, changes: &Changes<'_>) -> Html {
    let page = shown.page;
    let strength = u32::from(shown.drink_strength()).to_string();
    let name = page.say(key::UI_DRINK);
    let set = |text: &str| Some(Control::Drink(text.parse::<u8>().ok()?.min(100)));
    let slid = changes
        .set
        .reform(move |input: InputEvent| set(&value(&input)).unwrap_or(Control::Drink(0)));
    let of = say::ui_drink_of(&page.words, WHOLE);
    html! {
        <div class="amount">
            { plate::molecule_sign(MoleculeKind::Endorphin) }
            <p><strong>{ name.clone() }</strong><small>{ of }</small></p>
            <input
                type="range"
                min="0"
                max="100"
                step="1"
                value={strength.clone()}
                aria-label={name.clone()}
                oninput={slid}
            />
            <input
                type="number"
                min="0"
                max="100"
                step="1"
                value={shown.typed(Field::Drink).unwrap_or(strength)}
                aria-label={say::ui_number_of(&page.words, &*name)}
                oninput={typed(changes, Field::Drink, set)}
                onblur={changes.typing.reform(|_| None)}
            />
        </div>
    }
}

/// Where a slider stands.
fn place(input: &InputEvent) -> f64 {
    input
        .target_dyn_into::<HtmlInputElement>()
        .map_or(0.0, |input| input.value_as_number())
}

fn value(input: &InputEvent) -> String {
    input
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// A number as a number field writes it: digits with at most one point. The library's reading of
/// every notation weighs ten times as much.
fn decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(part.bytes());
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number = digits().fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'));
    Some(part.bytes().fold(number, |number, _| number / 10.0))
}

fn level_at(place: f64) -> Relative {
    if place < 0.5 {
        return Relative::of(0.0);
    }
    let level = libm::exp10((place - HALF_FILLING) / 10.0);
    Relative::of(two_figures(level).min(MOST))
}

/// A level with two figures, as it is shown.
fn two_figures(level: f64) -> f64 {
    if level <= 0.0 {
        return 0.0;
    }
    let unit = libm::exp10(libm::floor(libm::log10(level) + 1e-9) - 1.0);
    libm::round(level / unit) * unit
}

fn place_of(level: Relative) -> u32 {
    if level.value() < 0.01 {
        return 0;
    }
    let place = libm::log10(level.value()) * 10.0 + HALF_FILLING;
    describe::rounded(place.max(1.0)).min(PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_comes_back_to_every_place() {
        for place in 0..=PLACES {
            assert_eq!(place_of(level_at(f64::from(place))), place);
        }
        assert!((level_at(f64::from(PLACES)).value() - MOST).abs() < 1e-6);
    }
}
