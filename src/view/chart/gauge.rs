//! A gauge: one value of a hundred, with a mark at what is expected.

use yew::{Html, html};

use super::figures::{percent, whole};
use crate::content::catalog::say;
use crate::view::page::Page;

/// The whole of which a gauge shows a part.
const WHOLE: u32 = 100;

/// What a gauge shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge<'a> {
    /// What is measured.
    pub label: &'a str,
    /// What a reader of the screen hears: value and expected value.
    pub words: &'a str,
    /// As it is, `0.0..=1.0`.
    pub value: f64,
    /// As the equations expect it, `0.0..=1.0`.
    pub expected: f64,
}

impl Gauge<'_> {
    /// The gauge.
    pub fn draw(&self, page: &Page) -> Html {
        let value = whole(self.value * f64::from(WHOLE));
        let at = percent(self.expected.clamp(0.0, 1.0));
        html! {
            <div class="gauge" role="meter" aria-label={self.label.to_owned()}
                aria-valuemin="0" aria-valuemax={WHOLE.to_string()} aria-valuenow={value.to_string()}
                aria-valuetext={self.words.to_owned()}>
                <span class="gauge-label">{ self.label }</span>
                <svg class="gauge-bar" aria-hidden="true" focusable="false">
                    <rect class="gauge-track" y="3" width="100%" height="14" />
                    <rect class="gauge-fill" y="3" width={percent(self.value.clamp(0.0, 1.0))} height="14" />
                    <line class="gauge-expected" x1={at.clone()} x2={at} y1="0" y2="20" />
                </svg>
                <span class="gauge-value"><b>{ value }</b>{ " " }{ say::ui_chart_of(&page.words, WHOLE) }</span>
            </div>
        }
    }
}
