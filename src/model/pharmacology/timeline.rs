//! Levels at regular steps, carried forward exactly instead of summed anew over all doses.
//!
//! A stage passes on to the next what it loses, so the state after a step is a fixed mixture of
//! the state before it, with positive weights only: nothing cancels and nothing drifts.

use super::chain::{Chain, MOST_STAGES};
use crate::model::units::Hours;

/// A chain at regular steps: how much each stage holds now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    chain: Chain,
    /// How much of what the first stage of a row held is in its last after a step.
    weights: [[f64; MOST_STAGES]; MOST_STAGES],
    held: [f64; MOST_STAGES],
}

impl Carried {
    /// The chain before any dose, to be carried by such steps.
    pub(super) fn new(chain: Chain, step: Hours) -> Self {
        let mut weights = [[0.0; MOST_STAGES]; MOST_STAGES];
        for (last, row) in weights.iter_mut().enumerate() {
            for (first, weight) in row.iter_mut().enumerate().take(last + 1) {
                *weight = chain.passed(first, last, step);
            }
        }
        Self {
            chain,
            weights,
            held: [0.0; MOST_STAGES],
        }
    }

    /// Adds a dose given so long ago.
    pub(super) fn add(&mut self, amount: f64, since: Hours) {
        for (last, held) in self.held.iter_mut().enumerate() {
            *held += amount * self.chain.passed(0, last, since);
        }
    }

    /// Lives through one step.
    pub(super) fn step(&mut self) {
        let before = self.held;
        for (held, row) in self.held.iter_mut().zip(&self.weights) {
            *held = row
                .iter()
                .zip(before)
                .map(|(weight, held)| weight * held)
                .sum();
        }
    }

    /// The level behind the last stage.
    pub(super) fn level(&self) -> f64 {
        self.chain.scaled(&self.held)
    }
}
