//! The two curves, the two points on them, and the arrow between.

use yew::{AttrValue, Html, html};

use super::super::figures::{Pen, percent, two_figures, whole};
use super::{Points, WHOLE};
use crate::content::catalog::{key, say};
use crate::model::pharmacology::ligand::Ligand;
use crate::model::pharmacology::response::Readout;
use crate::model::units::Relative;
use crate::view::page::Page;

/// Amounts go from this power of ten half-filling levels to its inverse.
pub(super) const DECADES: i32 = 3;

/// Points of a curve in each decade.
const PER_DECADE: i32 = 12;

/// The sides of a drawing in units of its paths.
const SIDE: f64 = 1000.0;

/// The curves as path data, and where their names stand.
pub(super) struct Curves {
    without: AttrValue,
    with: AttrValue,
    /// Where each has come close to its top.
    tops: [f64; 2],
}

impl Curves {
    pub(super) fn new(readout: Readout, agonist: &Ligand, naltrexone: Relative) -> Self {
        let none = Relative::of(0.0);
        let signal = |amount: f64, blocker| {
            readout.settled(agonist.efficacy(), Relative::of(amount), blocker)
        };
        let path = |blocker| {
            let mut pen = Pen::default();
            for step in -DECADES * PER_DECADE..=DECADES * PER_DECADE {
                let amount = libm::exp10(f64::from(step) / f64::from(PER_DECADE));
                pen.to(
                    across(amount) * SIDE,
                    (1.0 - signal(amount, blocker)) * SIDE,
                );
            }
            pen.finish()
        };
        let top = super::amount_for(readout, agonist, 0.95 * readout.ceiling(agonist.efficacy()));
        let shifted = top * (1.0 + naltrexone.value());
        Self {
            without: path(none),
            with: path(naltrexone),
            tops: [across(top), across(shifted)],
        }
    }
}

/// How far to the side an amount lies, `0.0..=1.0`; what is beyond the ends lies at the end.
fn across(amount: f64) -> f64 {
    let decades = f64::from(DECADES);
    ((libm::log10(amount) + decades) / (2.0 * decades)).clamp(0.0, 1.0)
}

/// The drawing; the table says the same.
pub(super) fn drawing(page: &Page, curves: &Curves, points: &Points) -> Html {
    let moved = points.naltrexone.value() > 0.0;
    let level = percent(1.0 - points.level);
    let a = percent(across(points.without));
    let b = percent(across(points.with));
    let [top_a, top_b] = curves.tops;
    html! {
        <div class="dose-plot">
            <svg class="plot" aria-hidden="true" focusable="false">
                { axes(page) }
                <line class="dots" x2={if moved { b.clone() } else { a.clone() }} y1={level.clone()} y2={level.clone()} />
                <line class="dots" x1={a.clone()} x2={a.clone()} y1={level.clone()} y2="100%" />
                if moved {
                    <line class="dots" x1={b.clone()} x2={b.clone()} y1={level.clone()} y2="100%" />
                }
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%">
                    if moved { <path class="curve with" d={curves.with.clone()} /> }
                    <path class="curve without" d={curves.without.clone()} />
                </svg>
                <text class="dose-names" x="0" y="-14">{ page.say(key::UI_DOSE_NALTREXONE) }</text>
                { name(top_a, "without", page.say(key::UI_DOSE_NONE).to_string(), true) }
                if moved {
                    { name(top_b, "with", times(page, points), top_b > 0.86) }
                    { arrow(page, points, &level) }
                }
                { reading(page, points.without, true) }
                if moved { { reading(page, points.with, false) } }
                { pin(&a, &level, page.say(key::UI_DOSE_A).to_string()) }
                if moved { { pin(&b, &level, page.say(key::UI_DOSE_B).to_string()) } }
            </svg>
        </div>
    }
}

fn times(page: &Page, points: &Points) -> String {
    let amount = two_figures(&page.words, points.naltrexone.value());
    say::ui_dose_level(&page.words, &*amount)
}

/// The rules with their numbers: signal by twenties, amounts by decades.
fn axes(page: &Page) -> Html {
    let signals = (0..=5).map(|step| {
        let signal = f64::from(step) / 5.0;
        let y = percent(1.0 - signal);
        html! { <>
            <line class={if step == 0 { "axis" } else { "rule" }} x2="100%" y1={y.clone()} y2={y.clone()} />
            <text class="tick-y" x="-8" {y} dy=".35em">{ whole(signal * f64::from(WHOLE)) }</text>
        </> }
    });
    let amounts = (-DECADES..=DECADES).map(|decade| {
        let amount = libm::exp10(f64::from(decade));
        let x = percent(across(amount));
        let class = if decade.rem_euclid(3) == 0 {
            "tick-x"
        } else {
            "tick-x lesser"
        };
        html! { <>
            <svg x={x.clone()} y="100%" class="over"><line class="axis" y2="5" /></svg>
            <text {class} {x} y="100%" dy="21">{ two_figures(&page.words, amount) }</text>
        </> }
    });
    signals.chain(amounts).collect()
}

/// The name of a curve above its top, before it or after it.
fn name(at: f64, class: &'static str, text: String, before: bool) -> Html {
    let side = if before { "before" } else { "after" };
    html! { <>
        <line class="lead-line" x1={percent(at)} x2={percent(at)} y1="-24" y2={percent(0.045)} />
        <text class={[class, " ", side].concat()} x={percent(at)} dx={if before { "-6" } else { "6" }} y="-14">{ text }</text>
    </> }
}

fn arrow(page: &Page, points: &Points, level: &AttrValue) -> Html {
    let (from, until) = (across(points.without), across(points.with));
    let ratio = two_figures(&page.words, points.ratio);
    let long = if until - from > 0.3 {
        "arrow-text"
    } else {
        "arrow-text short"
    };
    html! { <>
        <line class="arrow" x1={percent(from)} x2={percent(until)} y1={level.clone()} y2={level.clone()} />
        <svg x={percent(until)} y={level.clone()} class="over"><path class="arrow" d="M-23-6-14 0-23 6" /></svg>
        <text class={long} x={percent(f64::midpoint(from, until))} y={level.clone()} dy="-20">
            { say::ui_dose_times(&page.words, &*ratio) }
        </text>
    </> }
}

/// An amount in figures beside its line, on the axis.
fn reading(page: &Page, amount: f64, before: bool) -> Html {
    let (class, dx) = if before {
        ("reading before", "-5")
    } else {
        ("reading after", "5")
    };
    html! {
        <text {class} x={percent(across(amount))} {dx} y="100%" dy="-7">{ two_figures(&page.words, amount) }</text>
    }
}

fn pin(x: &AttrValue, y: &AttrValue, letter: String) -> Html {
    html! { <>
        <circle class="pin" cx={x.clone()} cy={y.clone()} r="13" />
        <text class="pin-letter" x={x.clone()} y={y.clone()} dy=".36em">{ letter }</text>
    </> }
}
