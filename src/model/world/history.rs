//! Recent readings, fixed length, for the charts.

use std::collections::VecDeque;

use super::engine::Counts;
use crate::model::pharmacology::Readouts;
use crate::model::pharmacology::binding::Shares;
use crate::model::pharmacology::ligand::Concentrations;
use crate::model::units::Efficacy;

/// What an occupancy does, by both read-outs, each `0.0..1.0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// Signal of a cell.
    pub signal: f64,
    /// Effect on a whole person.
    pub effect: f64,
}

impl Answer {
    /// The answer to held shares, each ligand with its own efficacy.
    pub fn of(readouts: &Readouts, agonist: (Efficacy, f64), antagonist: (Efficacy, f64)) -> Self {
        Self {
            signal: readouts.signal.of_two(agonist, antagonist),
            effect: readouts.effect.of_two(agonist, antagonist),
        }
    }
}

/// Everything worth a chart at one moment: what chance gave, and what is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Steps since the start.
    pub tick: u64,
    /// Receptors by state, as drawn.
    pub counts: Counts,
    /// What the counts do.
    pub answer: Answer,
    /// Shares by the exact solution.
    pub expected: Shares,
    /// What the expected shares would do.
    pub expected_answer: Answer,
    /// Free concentrations at the receptors.
    pub concentrations: Concentrations,
}

/// The latest readings, oldest first; the oldest makes room for the newest.
#[derive(Clone, Debug)]
pub struct History {
    readings: VecDeque<Reading>,
    capacity: usize,
}

impl History {
    /// An empty history with room for so many readings, made once.
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            readings: VecDeque::with_capacity(capacity),
            capacity,
        }
    }

    /// Takes the newest reading.
    pub(super) fn push(&mut self, reading: Reading) {
        if self.capacity == 0 {
            return;
        }
        if self.readings.len() >= self.capacity {
            self.readings.pop_front();
        }
        self.readings.push_back(reading);
    }

    /// The readings, oldest first.
    pub fn readings(&self) -> impl DoubleEndedIterator<Item = &Reading> + ExactSizeIterator {
        self.readings.iter()
    }
}
