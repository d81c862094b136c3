//! Signal and effect as gauges, and the view of dose and response: what the receptors come to.

use yew::{Callback, Html, html};

use super::act;
use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::{self, Beside, Numbers, WHOLE};
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::model::lesson::run::{Amount, Control};
use crate::view::chart::dose::Dose;
use crate::view::chart::gauge::Gauge;

/// The two read-outs of the same receptors.
pub fn gauges(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let reading = shown.play.world().reading();
    let numbers = Numbers::of(&reading);
    let (now, expected) = (reading.answer, reading.expected_answer);
    let gauge = |label: String, beside: Beside, value: f64, expected: f64| {
        let words = say::ui_now_expected(&page.words, beside.counted, beside.expected);
        Gauge {
            label: &label,
            words: &words,
            value,
            expected,
        }
        .draw(page)
    };
    html! {
        <div class="gauges">
            { gauge(page.say(key::UI_SIGNAL).to_string(), numbers.signal, now.signal, expected.signal) }
            { gauge(page.say(key::UI_EFFECT).to_string(), numbers.effect, now.effect, expected.effect) }
            <p class="note">{ say::ui_effect_note(&page.words, WHOLE) }</p>
        </div>
    }
}

/// Dose and response, behind a button that shows them.
pub fn dose(shown: &Shown<'_>, on_set: &Callback<Control>) -> Html {
    let page = shown.page;
    let open = shown.scene.dose;
    let [agonist, _] = shown.play.ligands();
    let (_, antagonist) = describe::levels(shown.play);
    let [_, held] = shown.hand;
    let name = page.say(describe::substance_within(shown.play.run().agonist()));
    let dose = Dose {
        agonist,
        name: &name,
        naltrexone: held.unwrap_or(antagonist),
        on_naltrexone: on_set.reform(|level| Control::Antagonist(Amount::nearest(level))),
    };
    html! {
        <div class="dose-fold col">
            <button
                type="button"
                class="btn"
                aria-expanded={open.to_string()}
                onclick={act(page, ReceptorSceneAction::DoseToggled)}
            >
                { page.say(key::UI_DOSE_SHOW) }
            </button>
            if open { { dose.draw(page) } }
        </div>
    }
}
