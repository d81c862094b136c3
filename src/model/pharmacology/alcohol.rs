//! Alcohol and the body's own opioids: an illustration of an idea, not measured.
//!
//! Naltrexone blocks the part of the reward that runs over receptors and leaves the rest; it does
//! not make anyone sober.

use crate::model::units::{Refused, Relative, Share, checked};

/// The illustration as plain numbers, all assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlcoholNumbers {
    /// Endorphin at rest, as a multiple of its half-occupying level.
    pub resting_endorphin: f64,
    /// How much of the resting level the strongest drink adds.
    pub release_gain: f64,
    /// Efficacy of endorphin.
    pub efficacy: f64,
    /// Part of the reward that does not run over the receptors.
    pub direct_part: f64,
}

/// The illustration, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alcohol {
    numbers: AlcoholNumbers,
}

/// What alcohol does at one moment, in arbitrary units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlcoholReading {
    /// Signal of the receptors, `0.0..1.0`.
    pub signal: f64,
    /// How much of it is due to alcohol.
    pub opioid_part: f64,
    /// One for the strongest drink without naltrexone.
    pub reward: f64,
}

impl Alcohol {
    /// The illustration, or a refusal that names the number at fault.
    pub fn new(numbers: AlcoholNumbers) -> Result<Self, Refused> {
        checked("resting endorphin", numbers.resting_endorphin, 1e-9, 1e6)?;
        checked("release gain", numbers.release_gain, 1e-9, 1e6)?;
        checked("efficacy", numbers.efficacy, 1e-9, 1e6)?;
        checked("direct part", numbers.direct_part, 0.0, 1.0)?;
        Ok(Self { numbers })
    }

    /// Must be at most one: above it, a weak block would at first raise the reward.
    pub fn sensitivity(&self) -> f64 {
        (1.0 + self.numbers.efficacy)
            * self.numbers.resting_endorphin
            * (1.0 + self.numbers.release_gain).sqrt()
    }

    /// Endorphin as a multiple of its half-occupying level after a drink of the given strength.
    pub fn endorphin(&self, drink: Share) -> Relative {
        let gain = 1.0 + self.numbers.release_gain * drink.value();
        Relative::of(self.numbers.resting_endorphin * gain)
    }

    /// The drink after which there is so much endorphin, none or the strongest at the edges.
    pub fn drink(&self, endorphin: Relative) -> Share {
        let added = endorphin.value() / self.numbers.resting_endorphin - 1.0;
        Share::of((added / self.numbers.release_gain).clamp(0.0, 1.0))
    }

    /// What a drink does while the receptors are blocked as given.
    pub fn at(&self, drink: Share, blocked: Relative) -> AlcoholReading {
        let none = Relative::of(0.0);
        let opioid_part = self.opioid_part(drink, blocked);
        let whole = self.opioid_part(Share::of(1.0), none);
        let direct = self.numbers.direct_part;
        AlcoholReading {
            signal: self.signal(drink, blocked),
            opioid_part,
            reward: (1.0 - direct) * opioid_part / whole + direct * drink.value(),
        }
    }

    fn signal(&self, drink: Share, blocked: Relative) -> f64 {
        let e = self.endorphin(drink).value();
        let drive = self.numbers.efficacy * e;
        drive / (1.0 + e + blocked.value() + drive)
    }

    /// The rise of the signal over that at rest, written without the difference of two near values.
    fn opioid_part(&self, drink: Share, blocked: Relative) -> f64 {
        let numbers = &self.numbers;
        let (tau, b) = (numbers.efficacy, blocked.value());
        let rest = numbers.resting_endorphin;
        let added = rest * numbers.release_gain * drink.value();
        let after = 1.0 + b + (1.0 + tau) * (rest + added);
        let before = 1.0 + b + (1.0 + tau) * rest;
        tau * added * (1.0 + b) / (after * before)
    }
}
