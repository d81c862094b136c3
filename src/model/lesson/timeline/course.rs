//! The blockade over the time that is shown: what a chart draws and a table lists.

use super::Span;
use super::schedule::{DAY, GRID};
use crate::model::pharmacology::blockade::{Band, BandedBlockade, Blockade, Zones};
use crate::model::pharmacology::dosing::Dose;
use crate::model::units::{Hours, NanogramsPerMilliliter, Relative};

/// The blockade at regular steps from the first dose on.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Hours between two moments: a divisor of the grid of doses.
    pub step: f64,
    /// How many steps make one of the grid of doses.
    grid: usize,
    /// Every moment, the first at hour zero.
    pub row: Vec<BandedBlockade>,
}

/// Nothing blocked.
const NONE: Blockade = Blockade {
    level: NanogramsPerMilliliter::of(0.0),
    relative: Relative::of(0.0),
};

/// Nothing blocked, in whomever.
const NOTHING: BandedBlockade = BandedBlockade {
    short: NONE,
    usual: NONE,
    long: NONE,
};

impl Span {
    /// Hours between two moments of a trace, and how many such make one step of the grid.
    fn step(self) -> (f64, usize) {
        match self {
            Self::Short => (1.5, 4),
            Self::Middle => (3.0, 2),
            Self::Long => (6.0, 1),
        }
    }
}

impl Trace {
    /// The trace of some doses over a stretch of time.
    pub fn new(band: &Band, doses: &[Dose], span: Span) -> Self {
        Self::since(band, doses, span, 0)
    }

    /// The trace of some doses from an hour on.
    pub fn since(band: &Band, doses: &[Dose], span: Span, from: u16) -> Self {
        let (step, grid) = span.step();
        let mut row = Vec::new();
        let mut hours = f64::from(from);
        while hours <= f64::from(span.hours()) {
            row.push(NOTHING);
            hours += step;
        }
        band.fill(&mut row, doses, Hours::of(f64::from(from)), Hours::of(step));
        Self { step, grid, row }
    }

    /// Every moment with its hour.
    pub fn moments(&self) -> impl Iterator<Item = (f64, &BandedBlockade)> {
        let mut hour = -self.step;
        self.row.iter().map(move |moment| {
            hour += self.step;
            (hour, moment)
        })
    }

    /// The moment at an hour on the grid of doses; the last one where the hour lies beyond.
    pub fn at(&self, hour: u16) -> BandedBlockade {
        let place = usize::from(hour / GRID) * self.grid;
        let moment = self.row.get(place).or(self.row.last());
        moment.copied().unwrap_or(NOTHING)
    }

    /// The moments on the grid of doses, after the first day.
    fn settled(&self) -> impl Iterator<Item = (u16, &BandedBlockade)> {
        let grid = self.row.iter().step_by(self.grid);
        (0..)
            .step_by(usize::from(GRID))
            .zip(grid)
            .skip_while(|(hour, _)| *hour < DAY)
    }

    /// The hour at which fewest receptors are blocked, once the first day is over.
    pub fn lowest(&self) -> Option<(u16, BandedBlockade)> {
        let share = |moment: &BandedBlockade| moment.usual.share().value();
        let mut lowest: Option<(u16, BandedBlockade)> = None;
        for (hour, moment) in self.settled() {
            if lowest.is_none_or(|(_, known)| share(moment) < share(&known)) {
                lowest = Some((hour, *moment));
            }
        }
        lowest
    }

    /// The stretches in which the block has faded, from hour to hour: a person whose block is
    /// short has left the zone in which it works. The first day is no such stretch.
    pub fn faded(&self, zones: &Zones) -> Vec<(u16, u16)> {
        let mut stretches: Vec<(u16, u16)> = Vec::new();
        let mut open = false;
        for (hour, moment) in self.settled() {
            let faded = moment.short.share().value() < zones.working;
            match stretches.last_mut() {
                Some((_, end)) if open => *end = hour,
                _ if faded => stretches.push((hour, hour)),
                _ => {}
            }
            open = faded;
        }
        // A dip of an hour or two while the block still builds up is none.
        stretches.retain(|(from, to)| to - from > DAY / 2);
        stretches
    }
}
