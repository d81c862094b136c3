//! The doses as marks below a chart: taken ones solid, missed ones hollow, the chosen one framed.

use yew::{AttrValue, Html, html};

use super::figures::percent;
use crate::model::lesson::timeline::schedule::Planned;
use crate::model::lesson::timeline::{Lane, Span};

/// A syringe, its needle at the bottom.
const SYRINGE: &str = "M-6 4H6V20L2.5 25V27H-2.5V25L-6 20Z";
const NEEDLE: &str = "M0 27V37M-9 4H9M0 4V-2M-5-2H5";

/// The marks of a lane.
pub(super) fn marks(lane: Lane, doses: &[Planned], span: Span, chosen: Option<usize>) -> Html {
    let shown = doses.iter().enumerate();
    html! {
        <svg class="tl-doses" aria-hidden="true" focusable="false">
            { for shown.filter(|(_, dose)| dose.at < span.hours()).map(|(at, dose)| {
                let x = percent(f64::from(dose.at), f64::from(span.hours()));
                let class = if dose.taken { "tl-dose" } else { "tl-dose missed" };
                let framed = chosen == Some(at);
                mark(lane, *dose, class, span, x, framed)
            }) }
        </svg>
    }
}

fn frame(lane: Lane) -> &'static str {
    match lane {
        Lane::Tablet => "M-7-4H7V36H-7Z",
        Lane::Injection => "M-14-7H14V41H-14Z",
    }
}

fn mark(
    lane: Lane,
    dose: Planned,
    class: &'static str,
    span: Span,
    x: AttrValue,
    framed: bool,
) -> Html {
    let frame = html! {
        if framed { <svg x={x.clone()} overflow="visible"><path class="tl-chosen" d={frame(lane)} /></svg> }
    };
    match lane {
        Lane::Tablet => {
            // A larger tablet is a longer bar.
            let height = 10 + dose.milligrams.min(150) / 8;
            let (width, transform) = match span {
                Span::Long => ("2", "translate(-1 0)"),
                Span::Short | Span::Middle => ("5", "translate(-2.5 0)"),
            };
            html! {
                <>
                    { frame }
                    <rect {class} {x} {transform} y={(32 - height).to_string()} {width} height={height.to_string()} rx="1.5" />
                </>
            }
        }
        Lane::Injection => html! {
            <>
                { frame }
                <svg {x} overflow="visible"><path {class} d={SYRINGE} /><path class="tl-needle" d={NEEDLE} /></svg>
            </>
        },
    }
}
