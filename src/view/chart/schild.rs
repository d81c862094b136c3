//! The Schild plot: the model's line, the amount that is set, and what was measured in monkeys.

use yew::{AttrValue, Html, html};

use super::figures::{percent, two_decimals, two_figures};
use crate::content::catalog::{SHIFTS, SHIFTS_FROM, Shift, key, say};
use crate::model::pharmacology::response::dose_ratio;
use crate::model::pharmacology::schild::{CommonSlope, SchildPoint, common_slope, log_shift};
use crate::model::units::Relative;
use crate::view::cited;
use crate::view::page::Page;

/// The first and the last power of ten, the same on both axes.
const DECADES: (i32, i32) = (-1, 3);

/// What was measured, as points that share one origin.
struct Measured {
    line: CommonSlope,
    curves: usize,
    /// Naltrexone in its own half-filling levels and the shift, both as decimal logarithms.
    points: Vec<(&'static Shift, f64, f64)>,
}

impl Measured {
    /// The published points; none if they do not make a line.
    fn new() -> Option<Self> {
        let shifts: Vec<(&Shift, SchildPoint)> = SHIFTS
            .iter()
            .filter_map(|shift| {
                let point = SchildPoint {
                    curve: shift.curve,
                    log_antagonist: libm::log10(shift.naltrexone),
                    log_shift: log_shift(shift.with / shift.alone)?,
                };
                Some((shift, point))
            })
            .collect();
        let plain: Vec<SchildPoint> = shifts.iter().map(|(_, point)| *point).collect();
        let line = common_slope(&plain)?;
        let points = shifts
            .iter()
            .map(|(shift, point)| {
                let origin = origin(&plain, point.curve, line.slope);
                (*shift, point.log_antagonist - origin, point.log_shift)
            })
            .collect();
        Some(Self {
            curves: plain.len().checked_sub(line.degrees_of_freedom + 1)?,
            line,
            points,
        })
    }
}

/// Where the line of one curve crosses a shift of two times: its half-filling level.
fn origin(points: &[SchildPoint], curve: usize, slope: f64) -> f64 {
    let own = points.iter().filter(|point| point.curve == curve);
    let (mut x, mut y, mut count) = (0.0, 0.0, 0.0);
    for point in own {
        x += point.log_antagonist;
        y += point.log_shift;
        count += 1.0;
    }
    (x - y / slope) / f64::max(count, 1.0)
}

/// How far along an axis a decimal logarithm lies.
fn along(log: f64) -> f64 {
    let (from, until) = (f64::from(DECADES.0), f64::from(DECADES.1));
    ((log - from) / (until - from)).clamp(0.0, 1.0)
}

fn x(log: f64) -> AttrValue {
    percent(along(log))
}

fn y(log: f64) -> AttrValue {
    percent(1.0 - along(log))
}

/// The plot with its table and its source, behind a fold.
pub(super) fn fold(page: &Page, naltrexone: Relative) -> Html {
    let Some(measured) = Measured::new() else {
        return Html::default();
    };
    html! {
        <details class="chart-table schild">
            <summary>{ page.say(key::UI_SCHILD_TITLE) }</summary>
            <p>{ page.say(key::UI_SCHILD_LEAD) }</p>
            <figure class="chart">
                <figcaption><span>{ page.say(key::UI_SCHILD_AXIS_Y) }</span></figcaption>
                { drawing(page, &measured, naltrexone) }
                <p class="dose-amount">{ page.say(key::UI_SCHILD_AXIS_X) }</p>
                <ul class="schild-key" aria-hidden="true">
                    <li><svg class="sign"><path class="measured" d={CROSS} /></svg>{ page.say(key::UI_SCHILD_MORPHINE) }</li>
                    <li><svg class="sign"><path class="measured" d={DIAMOND} /></svg>{ page.say(key::UI_SCHILD_HEROIN) }</li>
                    <li><svg class="sign"><circle class="set" r="6" /></svg>{ page.say(key::UI_SCHILD_NOW) }</li>
                </ul>
            </figure>
            { words(page, &measured) }
            { table(page, &measured, naltrexone) }
            { cited::sources(page, key::UI_SCHILD_TITLE, std::iter::empty(), SHIFTS_FROM) }
        </details>
    }
}

fn words(page: &Page, measured: &Measured) -> Html {
    let (low, high) = measured.line.range_of_95_percent();
    let decimals = |number| two_decimals(&page.words, number);
    let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
    html! {
        <p>{ say::ui_schild_monkeys(
            &page.words,
            count(measured.points.len()),
            count(measured.curves),
            &*decimals(measured.line.slope),
            &*decimals(low),
            &*decimals(high),
        ) }</p>
    }
}

const CROSS: &str = "M-5 0H5M0-5V5";
const DIAMOND: &str = "M0-5 5 0 0 5-5 0Z";

fn drawing(page: &Page, measured: &Measured, naltrexone: Relative) -> Html {
    let (from, until) = (f64::from(DECADES.0), f64::from(DECADES.1));
    let axes = (DECADES.0..=DECADES.1).map(|decade| {
        let log = f64::from(decade);
        let name = two_figures(&page.words, libm::exp10(log));
        html! { <>
            <line class={if decade == DECADES.0 { "axis" } else { "rule" }} x2="100%" y1={y(log)} y2={y(log)} />
            <text class="tick-y" x="-8" y={y(log)} dy=".35em">{ name.clone() }</text>
            <text class="tick-x" x={x(log)} y="100%" dy="19">{ name }</text>
        </> }
    });
    // The measured line, where points lie.
    let slope = measured.line.slope;
    let set = log_shift(dose_ratio(naltrexone)).map(|log| {
        html! { <circle class="set" cx={x(log)} cy={y(log)} r="6" /> }
    });
    html! {
        <div class="schild-plot">
            <svg class="plot" aria-hidden="true" focusable="false">
                { for axes }
                <line class="model" x1={x(from)} y1={y(from)} x2={x(until)} y2={y(until)} />
                <line class="fitted" x1={x(-0.8)} y1={y(-0.8 * slope)} x2={x(1.7)} y2={y(1.7 * slope)} />
                { for measured.points.iter().map(|(shift, level, log)| {
                    let sign = if shift.opioid == key::UI_SCHILD_MORPHINE { CROSS } else { DIAMOND };
                    html! { <svg class="over" x={x(*level)} y={y(*log)}><path class="measured" d={sign} /></svg> }
                }) }
                { set }
            </svg>
        </div>
    }
}

fn table(page: &Page, measured: &Measured, naltrexone: Relative) -> Html {
    let figures = |number| two_figures(&page.words, number);
    let name = |shift: &Shift| [&*page.say(shift.opioid), ", ", &*page.say(shift.effect)].concat();
    html! {
        <details class="chart-table">
            <summary>{ page.say(key::UI_CHART_TABLE) }</summary>
            <table class="numbers">
                <thead><tr>
                    <th scope="col">{ page.say(key::UI_SCHILD_OPIOID) }</th>
                    <th scope="col">{ page.say(key::UI_SCHILD_AXIS_X) }</th>
                    <th scope="col">{ page.say(key::UI_SCHILD_TIMES) }</th>
                </tr></thead>
                <tbody>
                    <tr>
                        <th scope="row">{ page.say(key::UI_SCHILD_NOW) }</th>
                        <td>{ figures(naltrexone.value()) }</td>
                        <td>{ figures(dose_ratio(naltrexone)) }</td>
                    </tr>
                    { for measured.points.iter().map(|(shift, level, _)| html! {
                        <tr>
                            <th scope="row">{ name(shift) }</th>
                            <td>{ figures(libm::exp10(*level)) }</td>
                            <td>{ figures(shift.with / shift.alone) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_monkeys_points_have_the_published_slope() {
        let measured = Measured::new().unwrap();
        let (low, high) = measured.line.range_of_95_percent();
        assert_eq!((measured.points.len(), measured.curves), (18, 6));
        assert_eq!(SHIFTS.len(), 19);
        for (found, stated) in [(measured.line.slope, 1.03), (low, 0.82), (high, 1.24)] {
            assert!((found - stated).abs() < 0.005, "{found} {stated}");
        }
    }

    #[test]
    fn every_point_lies_in_the_plot_and_round_one_line() {
        let measured = Measured::new().unwrap();
        for (_, level, log) in &measured.points {
            assert!(*level > -1.0 && *level < 3.0 && *log > -1.0 && *log < 3.0);
            assert!((log - measured.line.slope * level).abs() < 0.6);
        }
    }
}
