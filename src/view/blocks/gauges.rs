//! Signal and effect as bars, with a mark where the equations expect them.

use yew::{Html, html};

use super::panel::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::{Beside, Numbers, WHOLE};

/// The two read-outs of the same receptors.
pub fn gauges(shown: &Shown<'_>) -> Html {
    let words = &shown.page.words;
    let numbers = Numbers::of(&shown.play.world().reading());
    html! {
        <div class="gauges">
            { gauge(say::ui_signal_of(words, WHOLE), numbers.signal) }
            { gauge(say::ui_effect_of(words, WHOLE), numbers.effect) }
            <p class="note">{ shown.page.say(key::UI_EFFECT_NOTE) }</p>
        </div>
    }
}

fn gauge(name: String, beside: Beside) -> Html {
    html! {
        <div class="gauge">
            <span>{ name }</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="whole" width="100" height="10" />
                <rect class="part" width={beside.counted.to_string()} height="10" />
                <rect class="mark" x={beside.expected.to_string()} width="1" y="-2" height="14" />
            </svg>
            <b>{ beside.counted }</b>
        </div>
    }
}
