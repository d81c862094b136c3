//! What an occupied receptor does: the operational model of agonism (`black-leff-1983`).

use crate::model::units::{Affinity, Efficacy, Nanomolar, Relative, Share, Steepness};

/// How the share of receptors an agonist holds becomes an answer.
///
/// The same occupancy has two read-outs: the signal of a cell (steepness 1) and the effect on a
/// whole person (steepness 4, calibrated, not molecular).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readout {
    steepness: Steepness,
}

impl Readout {
    /// A read-out of the given steepness.
    pub fn new(steepness: Steepness) -> Self {
        Self { steepness }
    }

    /// The answer, `0.0..1.0`, to a drive: the sum of efficacy times occupancy.
    pub fn of_drive(self, drive: f64) -> f64 {
        if drive <= 0.0 {
            return 0.0;
        }
        let n = self.steepness.value();
        // Powers of a number at most 1 cannot overflow.
        if drive <= 1.0 {
            let p = power(drive, n);
            p / (1.0 + p)
        } else {
            1.0 / (1.0 + power(1.0 / drive, n))
        }
    }

    /// The answer when one agonist holds the given share of receptors.
    pub fn of_share(self, efficacy: Efficacy, held: f64) -> f64 {
        self.of_drive(efficacy.value() * held)
    }

    /// The answer when two agonists share the receptors, each adding its own drive.
    pub fn of_two(self, first: (Efficacy, f64), second: (Efficacy, f64)) -> f64 {
        self.of_drive(first.0.value() * first.1 + second.0.value() * second.1)
    }

    /// The settled answer at concentrations given as multiples of each `K_D`.
    pub fn settled(self, efficacy: Efficacy, agonist: Relative, antagonist: Relative) -> f64 {
        let held = super::binding::settled(agonist, antagonist).agonist();
        self.of_share(efficacy, held)
    }

    /// The answer that no concentration exceeds.
    pub fn ceiling(self, efficacy: Efficacy) -> f64 {
        self.of_drive(efficacy.value())
    }

    /// The concentration that gives half of the ceiling, with the antagonist present.
    pub fn half_maximal(self, efficacy: Efficacy, of: Affinity, antagonist: Relative) -> Nanomolar {
        let (tau, n) = (efficacy.value(), self.steepness.value());
        let inverse = if tau > 1.0 {
            // ln(2 + tau^n), without raising a large number to a power.
            let log = n * libm::log(tau) + libm::log1p(2.0 * power(1.0 / tau, n));
            libm::expm1(log / n)
        } else {
            libm::expm1(libm::log(2.0 + power(tau, n)) / n)
        };
        Nanomolar::of(of.value() * (1.0 + antagonist.value()) / inverse)
    }
}

/// How many times more agonist is needed for the same answer when the antagonist is present.
///
/// The same for every agonist, efficacy, steepness and level of answer.
pub fn dose_ratio(antagonist: Relative) -> f64 {
    1.0 + antagonist.value()
}

/// Share of receptors the antagonist holds when no agonist is there.
pub fn blocked_share(antagonist: Relative) -> Share {
    let b = antagonist.value();
    Share::of(b / (1.0 + b))
}

fn power(base: f64, exponent: f64) -> f64 {
    #[expect(clippy::float_cmp, reason = "exact one only")]
    if exponent == 1.0 {
        base
    } else {
        libm::pow(base, exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::{Readout, dose_ratio};
    use crate::model::units::{Affinity, Efficacy, Relative, Steepness};

    #[test]
    fn half_the_maximum_needs_one_receptor_in_forty_when_tau_is_39() {
        let readout = Readout::new(Steepness::new(1.0).unwrap());
        let tau = Efficacy::new(39.0).unwrap();
        let k = Affinity::new(1.17).unwrap();
        let none = Relative::new(0.0).unwrap();
        let half = readout.half_maximal(tau, k, none).value();
        assert!((half - 1.17 / 40.0).abs() < 1e-15);
    }

    #[test]
    fn no_drive_gives_no_answer_and_a_huge_one_stays_below_the_whole() {
        let readout = Readout::new(Steepness::new(100.0).unwrap());
        assert!(readout.of_drive(0.0) == 0.0);
        assert!(readout.of_drive(1e9) <= 1.0);
        assert!((dose_ratio(Relative::new(99.0).unwrap()) - 100.0).abs() < 1e-12);
    }
}
