//! The chart of one form: three flat zones, the band, the line, the danger, and the moment.

use yew::{AttrValue, Html, html};

use super::drawn::Drawn;
use super::figures::{BASE, banded, down, percent, time, zone};
use crate::content::catalog::say;
use crate::model::lesson::timeline::Span;
use crate::model::lesson::timeline::schedule::DAY;
use crate::model::pharmacology::blockade::{BandedBlockade, Zone, Zones};
use crate::view::page::Page;

/// What a chart of one form is drawn from.
pub(super) struct Plot<'a> {
    /// The line and its band.
    pub drawn: &'a Drawn,
    /// How much time is shown.
    pub span: Span,
    /// The moment that is looked at, in hours.
    pub hour: u16,
    /// The edges of the zones.
    pub zones: &'a Zones,
    /// The blockade at that moment.
    pub now: &'a BandedBlockade,
    /// What follows that moment when no more doses come.
    pub after: Option<AttrValue>,
    /// Whether the moment is named above the chart.
    pub named: bool,
}

impl Plot<'_> {
    /// How far to the side an hour lies.
    fn across(&self, hour: u16) -> AttrValue {
        percent(f64::from(hour), f64::from(self.span.hours()))
    }

    /// The drawing.
    pub(super) fn draw(&self, page: &Page) -> Html {
        let zones = self.zones;
        let hatch = self.drawn.hatch;
        let view = AttrValue::from(format!("0 0 {} {}", self.drawn.steps, super::drawn::HEIGHT));
        html! {
            <svg class="tl-drawing" aria-hidden="true" focusable="false">
                <defs>
                    <pattern id={hatch} width="9" height="9" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
                        <rect class="tl-hatch" width="3" height="9" />
                    </pattern>
                </defs>
                <rect class="z-strong" width="100%" height={down(zones.strong)} />
                <rect class="z-working" width="100%" y={down(zones.strong)} height={percent(zones.strong - zones.working, 1.0)} />
                <rect class="z-waning" width="100%" y={down(zones.working)} height={percent(zones.working - zones.waning, 1.0)} />
                { for self.drawn.faded.iter().map(|(from, to)| html! {
                    <rect class="tl-faded" x={self.across(*from)} width={self.across(to - from)} height="100%" fill={format!("url(#{hatch})")} />
                }) }
                { for ["0", "50%", "100%"].map(|y| html! { <line class="tl-rule" x2="100%" y1={y} y2={y} /> }) }
                <svg viewBox={view} preserveAspectRatio="none" width="100%" height="100%">
                    <path class="tl-band" d={self.drawn.band.clone()} />
                    <path class="tl-halo" d={self.drawn.line.clone()} />
                    <path class="tl-line" d={self.drawn.line.clone()} />
                    { for self.after.iter().map(|d| html! { <path class="tl-dots" {d} /> }) }
                </svg>
                { self.moment(page) }
            </svg>
        }
    }

    fn moment(&self, page: &Page) -> Html {
        let x = self.across(self.hour);
        let [low, usual, high] = banded(self.now);
        let part = f64::from(self.hour) / f64::from(self.span.hours());
        // A high point has room below it, towards the beginning; a low one above it, towards the end.
        let (y, side) = if usual > 60 {
            (percent(0.42, 1.0), if part > 0.3 { -1 } else { 1 })
        } else {
            let above = down(self.now.usual.share().value() + 0.07);
            (above, if part < 0.7 { 1 } else { -1 })
        };
        let shift = AttrValue::from(format!("translate({} 0)", side * 16));
        let anchor = if side > 0 { "start" } else { "end" };
        html! {
            <>
                <line class="tl-now" x1={x.clone()} x2={x.clone()} y2="100%" />
                <circle class="tl-point" cx={x.clone()} cy={down(self.now.usual.share().value())} r="6.5" />
                if self.named {
                    <text class="tl-when" x={x.clone()} y="-9" text-anchor={ends(self.hour, self.span)}>{ time(page, self.hour) }</text>
                }
                <text class="tl-beside" {x} {y} transform={shift} text-anchor={anchor}>
                    <tspan class="tl-big">{ usual }</tspan>
                    { " " }
                    <tspan class="rest">{ say::ui_lasts_beside(&page.words, BASE, low, high) }</tspan>
                </text>
            </>
        }
    }
}

/// Words at the ends of the scale stay inside it.
fn ends(hour: u16, span: Span) -> &'static str {
    let part = f64::from(hour) / f64::from(span.hours());
    if part < 0.08 {
        "start"
    } else if part > 0.92 {
        "end"
    } else {
        "middle"
    }
}

/// The share axis, beside a chart.
pub(super) fn shares() -> Html {
    html! {
        <svg class="tl-shares" aria-hidden="true" focusable="false">
            { for [("0", "100"), ("50%", "50"), ("100%", "0")].map(|(y, number)| html! {
                <text x="100%" {y} dy="5" text-anchor="end">{ number }</text>
            }) }
        </svg>
    }
}

/// The names of the zones, beside a chart.
pub(super) fn zone_names(page: &Page, zones: &Zones) -> Html {
    let edge = |share: f64| super::figures::whole(share * 100.0);
    let (strong, working, waning) = (edge(zones.strong), edge(zones.working), edge(zones.waning));
    let words = &page.words;
    let name = |known| page.say(zone(known));
    let rows = [
        (
            1.0 - (1.0 - zones.strong) / 2.0,
            -4,
            Zone::Strong,
            say::ui_lasts_from(words, &*name(Zone::Strong), strong),
        ),
        (
            f64::midpoint(zones.strong, zones.working),
            8,
            Zone::Working,
            say::ui_lasts_between(words, &*name(Zone::Working), working, strong),
        ),
        (
            f64::midpoint(zones.working, zones.waning),
            0,
            Zone::Waning,
            say::ui_lasts_between(words, &*name(Zone::Waning), waning, working),
        ),
        (
            zones.waning / 2.0,
            0,
            Zone::Little,
            say::ui_lasts_under(words, &*name(Zone::Little), waning),
        ),
    ];
    html! {
        <svg class="tl-zones" aria-hidden="true" focusable="false">
            { for rows.into_iter().map(|(share, shift, known, full)| html! {
                <svg y={down(share)} overflow="visible">
                    <path class="tl-rule" d={format!("M1 0L9 {shift}")} />
                    <text class="long" x="13" y={(shift + 5).to_string()}>{ full }</text>
                    <text class="short" x="11" y={(shift + 5).to_string()}>{ name(known) }</text>
                </svg>
            }) }
        </svg>
    }
}

/// The days below the charts.
pub(super) fn days(page: &Page, span: Span) -> Html {
    let every = match span {
        Span::Short | Span::Middle => 7,
        Span::Long => 14,
    };
    html! {
        <svg class="tl-days" aria-hidden="true" focusable="false">
            { for (0..=span.days()).step_by(every).map(|day| {
                let x = percent(f64::from(day * DAY), f64::from(span.hours()));
                let words = if day == 0 {
                    say::ui_lasts_on_day(&page.words, 0)
                } else {
                    day.to_string()
                };
                html! {
                    <>
                        <line class="tl-rule" x1={x.clone()} x2={x.clone()} y2="5" />
                        <text {x} y="20" text-anchor="middle">{ words }</text>
                    </>
                }
            }) }
        </svg>
    }
}
