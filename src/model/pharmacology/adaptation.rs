//! What weeks of opioids, or of none, change in the body: withdrawal and lost tolerance.
//!
//! Illustrations only: time courses are assumed, numbers have no unit.

use crate::model::units::{Hours, Refused, Relative, checked};

/// The illustration as plain numbers, all assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdaptationNumbers {
    /// How slowly the body adapts to a signal and back, in days.
    pub adapting_days: f64,
    /// Tolerance at the start of treatment, as a multiple of none.
    pub starting_tolerance: f64,
    /// Days in which the surplus tolerance halves.
    pub tolerance_half_life_days: f64,
}

/// The illustration, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adaptation {
    numbers: AdaptationNumbers,
}

impl Adaptation {
    /// The illustration, or a refusal that names the number at fault.
    pub fn new(numbers: AdaptationNumbers) -> Result<Self, Refused> {
        checked("adapting days", numbers.adapting_days, 1e-6, 1e6)?;
        checked("starting tolerance", numbers.starting_tolerance, 1.0, 1e6)?;
        checked(
            "half-life of tolerance",
            numbers.tolerance_half_life_days,
            1e-6,
            1e6,
        )?;
        Ok(Self { numbers })
    }

    /// The level the body is adapted to, a while after the signal became steady.
    pub fn adapted(&self, before: f64, signal: f64, time: Hours) -> f64 {
        let days = time.value() / 24.0;
        signal + (before - signal) * libm::exp(-days / self.numbers.adapting_days)
    }

    /// Drive to withdraw: how far the signal lies below the level the body is adapted to.
    pub fn withdrawal(adapted: f64, signal: f64) -> f64 {
        (adapted - signal).max(0.0)
    }

    /// Tolerance a while after the last opioid, as a multiple of none.
    pub fn tolerance(&self, time: Hours) -> f64 {
        let halvings = time.value() / 24.0 / self.numbers.tolerance_half_life_days;
        1.0 + (self.numbers.starting_tolerance - 1.0) * libm::exp2(-halvings)
    }

    /// How vulnerable to an overdose, as a multiple of the start of treatment.
    pub fn vulnerability(&self, time: Hours, blocked: Relative) -> f64 {
        let shield = self.tolerance(time) * (1.0 + blocked.value());
        self.numbers.starting_tolerance / shield
    }
}
