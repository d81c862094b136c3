//! How much naltrexone there is: a slider in even steps of times, and a field for any number.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, InputEvent, html};

use super::super::figures::two_figures;
use crate::content::catalog::{key, say};
use crate::model::units::Relative;
use crate::view::page::Page;
use crate::view::plate;
use crate::view::plate::geometry::MoleculeKind;

/// Steps of the slider in each decade; its first step is none at all.
const PER_DECADE: f64 = 20.0;

/// Steps from one tenth of a level to a thousand levels.
const STEPS: u32 = 81;

/// The most that can be set, in half-filling levels.
const MOST: f64 = 1000.0;

/// The amount at a step of the slider.
fn amount(step: f64) -> f64 {
    if step < 0.5 {
        return 0.0;
    }
    let exact = libm::exp10((step - 1.0) / PER_DECADE - 1.0);
    // Two figures are enough for a hand.
    let scale = if exact < 1.0 {
        100.0
    } else if exact < 10.0 {
        10.0
    } else {
        1.0
    };
    libm::round(exact * scale) / scale
}

/// The step of the slider nearest to an amount.
fn step(amount: f64) -> u32 {
    if amount <= 0.0 {
        return 0;
    }
    let step = (libm::log10(amount) + 1.0) * PER_DECADE + 1.0;
    super::whole(step.max(1.0)).min(STEPS)
}

/// The slider and the field.
pub(super) fn controls(page: &Page, naltrexone: Relative, on: &Callback<Relative>) -> Html {
    let hear = |to_amount: fn(f64) -> f64| {
        let on = on.clone();
        move |event: Event| {
            let number = event
                .target()
                .and_then(|target| target.dyn_into().ok())
                .map_or(f64::NAN, |input: HtmlInputElement| input.value_as_number());
            if let Ok(amount) = Relative::new(to_amount(number).clamp(0.0, MOST)) {
                on.emit(amount);
            }
        }
    };
    let slide = hear(amount);
    let value = naltrexone.value();
    let shown = two_figures(&page.words, value);
    let label = page.say(key::UI_DOSE_NALTREXONE_NAME);
    html! {
        <div class="dose-control">
            { plate::molecule_sign(MoleculeKind::Naltrexone) }
            <label for="dose-naltrexone"><b>{ label.to_string() }</b><span>{ page.say(key::UI_DOSE_UNIT) }</span></label>
            <input type="range" min="0" max={STEPS.to_string()} step="1" value={step(value).to_string()}
                aria-label={label.to_string()} aria-valuetext={say::ui_dose_level(&page.words, &*shown)}
                oninput={move |event: InputEvent| slide(event.into())} />
            <input type="number" id="dose-naltrexone" min="0" max="1000" step="any" inputmode="decimal"
                value={js_number(value)} onchange={hear(|number| number)} />
        </div>
    }
}

/// A number as an input of numbers wants it in every language, in hundredths.
fn js_number(value: f64) -> String {
    let hundredths = super::whole(value * 100.0);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let mut text = whole.to_string();
    if rest > 0 {
        text.push_str(if rest < 10 { ".0" } else { "." });
        let rest = if rest % 10 == 0 { rest / 10 } else { rest };
        text.push_str(&rest.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_finds_every_amount_it_gave() {
        for at in 0..=STEPS {
            let found = step(amount(f64::from(at)));
            // Two figures may round two neighbours below one level together.
            assert!(found.abs_diff(at) <= 1, "{at}: {found}");
        }
        assert_eq!(step(0.0), 0);
        assert!((amount(f64::from(STEPS)) - MOST).abs() < 1e-9);
    }

    #[test]
    fn the_field_shows_hundredths_without_noughts() {
        for (value, text) in [
            (0.0, "0"),
            (20.0, "20"),
            (2.5, "2.5"),
            (0.05, "0.05"),
            (1.25, "1.25"),
        ] {
            assert_eq!(js_number(value), text);
        }
    }
}
