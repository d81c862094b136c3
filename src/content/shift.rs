//! One published pair of doses, for the Schild plot.

use super::text::Key;

/// How naltrexone moved the dose-response curve of one opioid for one effect in monkeys.
#[derive(Debug)]
pub struct Shift {
    /// Pairs with the same number share opioid and effect.
    pub curve: usize,
    /// The opioid.
    pub opioid: Key,
    /// What was measured.
    pub effect: Key,
    /// Naltrexone, in milligrams per kilogram.
    pub naltrexone: f64,
    /// The opioid that gives half of its effect alone, in milligrams per kilogram.
    pub alone: f64,
    /// The same after naltrexone.
    pub with: f64,
}
