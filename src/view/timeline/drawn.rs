//! A course as path data, computed once for each change of its doses.

use yew::AttrValue;

use super::figures;
use crate::model::lesson::timeline::course::Trace;
use crate::model::lesson::timeline::{Lane, Span};
use crate::model::pharmacology::Pharmacology;
use crate::model::pharmacology::blockade::Blockade;
use crate::model::pharmacology::dosing::Dose;

/// The height of a chart in units of its paths.
pub(super) const HEIGHT: u16 = 2000;

/// What one form's chart is drawn from.
pub(super) struct Drawn {
    /// The blockade in regular steps.
    pub trace: Trace,
    /// The doses that were taken.
    pub doses: Vec<Dose>,
    /// The line of the usual person.
    pub line: AttrValue,
    /// Between a short block and a long one.
    pub band: AttrValue,
    /// How many steps the paths have.
    pub steps: usize,
    /// From which hour to which the block has faded.
    pub faded: Vec<(u16, u16)>,
    /// The name of the pattern for the danger.
    pub hatch: &'static str,
}

impl Drawn {
    /// Computes a course and draws it.
    pub(super) fn new(model: &Pharmacology, of: Lane, doses: Vec<Dose>, span: Span) -> Self {
        let trace = Trace::new(&model.blockade, &doses, span);
        let mut line = Pen::default();
        let mut band = Pen::default();
        for (at, moment) in trace.row.iter().enumerate() {
            line.to(at, moment.usual);
            band.to(at, moment.long);
        }
        for (at, moment) in trace.row.iter().enumerate().rev() {
            band.to(at, moment.short);
        }
        Self {
            line: line.0.into(),
            band: band.0.into(),
            steps: trace.row.len().saturating_sub(1),
            faded: trace.faded(&model.zones),
            hatch: match of {
                Lane::Tablet => "tl-hatch-tablet",
                Lane::Injection => "tl-hatch-injection",
            },
            trace,
            doses,
        }
    }

    /// What follows an hour when no more doses come, if any would.
    pub(super) fn after(&self, model: &Pharmacology, hour: u16, span: Span) -> Option<AttrValue> {
        let taken = |dose: &&Dose| dose.at.value() < f64::from(hour);
        let doses: Vec<Dose> = self.doses.iter().take_while(taken).copied().collect();
        let shown = self
            .doses
            .iter()
            .filter(|dose| dose.at.value() < f64::from(span.hours()));
        if doses.is_empty() || doses.len() == shown.count() {
            return None;
        }
        let trace = Trace::since(&model.blockade, &doses, span, hour);
        let mut pen = Pen::default();
        let first = self.trace.row.len().saturating_sub(trace.row.len());
        for (at, moment) in trace.row.iter().enumerate() {
            pen.to(first + at, moment.usual);
        }
        Some(pen.0.into())
    }
}

/// Path data of whole numbers.
#[derive(Default)]
struct Pen(String);

impl Pen {
    /// On to a blockade at a step.
    fn to(&mut self, at: usize, blockade: Blockade) {
        self.0.push(if self.0.is_empty() { 'M' } else { ' ' });
        figures::push(&mut self.0, u32::try_from(at).unwrap_or_default());
        self.0.push(' ');
        let open = 1.0 - blockade.share().value();
        figures::push(&mut self.0, figures::whole(open * f64::from(HEIGHT)));
    }
}
