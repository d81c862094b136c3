//! Who sits on the receptors: once everything has settled, and after any given time.
//!
//! Two ligands compete for one site by mass action. A held receptor cannot be entered: nothing is
//! ever pushed off, a vacancy is taken.

use super::ligand::{Concentrations, Rates};
use crate::model::units::{Refused, Relative, Seconds, Share};

/// Shares of receptors held by agonist and antagonist; the rest is free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    agonist: f64,
    antagonist: f64,
    free: f64,
}

impl Shares {
    /// Every receptor free.
    pub const EMPTY: Self = Self {
        agonist: 0.0,
        antagonist: 0.0,
        free: 1.0,
    };

    /// The shares, or a refusal if one is out of range or both together exceed the whole.
    pub fn new(agonist: f64, antagonist: f64) -> Result<Self, Refused> {
        Share::new(agonist)?;
        Share::new(antagonist)?;
        Share::new(agonist + antagonist)?;
        Ok(Self::rounded(
            agonist,
            antagonist,
            1.0 - agonist - antagonist,
        ))
    }

    /// Rounding may carry a computed share a last bit over the edge; it is put back.
    fn rounded(agonist: f64, antagonist: f64, free: f64) -> Self {
        Self {
            agonist: agonist.clamp(0.0, 1.0),
            antagonist: antagonist.clamp(0.0, 1.0),
            free: free.clamp(0.0, 1.0),
        }
    }

    /// Share held by the agonist, `0.0..=1.0`.
    pub fn agonist(self) -> f64 {
        self.agonist
    }

    /// Share held by the antagonist, `0.0..=1.0`.
    pub fn antagonist(self) -> f64 {
        self.antagonist
    }

    /// Share held by nobody, `0.0..=1.0`.
    pub fn free(self) -> f64 {
        self.free
    }
}

/// Shares once everything has settled (`gaddum-1937`).
///
/// Both arguments are concentrations divided by their `K_D`.
pub fn settled(agonist: Relative, antagonist: Relative) -> Shares {
    let (a, b) = (agonist.value(), antagonist.value());
    let all = 1.0 + a + b;
    Shares {
        agonist: a / all,
        antagonist: b / all,
        free: 1.0 / all,
    }
}

/// Two ligands at steady concentrations: how often each site is entered and left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exchange {
    enter_agonist: f64,
    leave_agonist: f64,
    enter_antagonist: f64,
    leave_antagonist: f64,
}

impl Exchange {
    /// The exchange at the given concentrations.
    pub fn new(agonist: Rates, antagonist: Rates, at: Concentrations) -> Self {
        Self {
            enter_agonist: agonist.binding.value() * at.agonist.value(),
            leave_agonist: agonist.leaving.value(),
            enter_antagonist: antagonist.binding.value() * at.antagonist.value(),
            leave_antagonist: antagonist.leaving.value(),
        }
    }

    /// The two rates, slower first, at which any start is forgotten, per second.
    pub fn relaxation_rates(&self) -> (f64, f64) {
        let fast = f64::midpoint(self.sum(), 2.0 * self.half_gap());
        // The product over the larger root: the difference would cancel when rates lie far apart.
        (
            if fast > 0.0 {
                self.product() / fast
            } else {
                0.0
            },
            fast,
        )
    }

    /// Where the shares end; none if what is held is never left, so that it depends on the start.
    pub fn rest(&self) -> Option<Shares> {
        let all = self.product();
        (all > 0.0).then(|| {
            Shares::rounded(
                self.enter_agonist * self.leave_antagonist / all,
                self.enter_antagonist * self.leave_agonist / all,
                self.leave_agonist * self.leave_antagonist / all,
            )
        })
    }

    /// How fast the two held shares change at this moment, per second.
    pub fn slopes(&self, now: Shares) -> (f64, f64) {
        (
            self.enter_agonist * now.free() - self.leave_agonist * now.agonist,
            self.enter_antagonist * now.free() - self.leave_antagonist * now.antagonist,
        )
    }

    /// The shares a given time after a start, exactly.
    pub fn after(&self, start: Shares, time: Seconds) -> Shares {
        self.over(time).apply(start)
    }

    /// What a given time does to any start, exactly: worth keeping when many starts follow.
    pub fn over(&self, time: Seconds) -> Transition {
        let t = time.value();
        let entering = self.enter_agonist + self.enter_antagonist;
        if entering == 0.0 {
            return Transition {
                rest: Shares::EMPTY,
                stay: [
                    decay(self.leave_agonist, t),
                    0.0,
                    0.0,
                    decay(self.leave_antagonist, t),
                ],
            };
        }
        self.rest().map_or_else(
            || self.over_without_rest(t),
            |rest| self.over_with_rest(rest, t),
        )
    }

    fn over_with_rest(&self, rest: Shares, t: f64) -> Transition {
        let (slow, fast) = self.relaxation_rates();
        let gap = 2.0 * self.half_gap();
        let slowest = decay(slow, t);
        let even = f64::midpoint(slowest, decay(fast, t));
        // (1 - e^(-gap t)) / gap, which tends to t as the rates become equal.
        let odd = slowest
            * if gap * t < 1e-8 {
                t
            } else {
                -libm::expm1(-gap * t) / gap
            };
        let tilt = 0.5
            * (self.enter_agonist + self.leave_agonist
                - self.enter_antagonist
                - self.leave_antagonist);
        Transition {
            rest,
            stay: [
                even - odd * tilt,
                -odd * self.enter_agonist,
                -odd * self.enter_antagonist,
                even + odd * tilt,
            ],
        }
    }

    /// Someone enters and does not leave, and the rest point depends on the start.
    fn over_without_rest(&self, t: f64) -> Transition {
        let entering = self.enter_agonist + self.enter_antagonist;
        let (of_agonist, of_antagonist) = (
            self.enter_agonist / entering,
            self.enter_antagonist / entering,
        );
        if self.leave_agonist == 0.0 && self.leave_antagonist == 0.0 {
            let filled = -libm::expm1(-entering * t);
            return Transition {
                rest: Shares {
                    agonist: of_agonist,
                    antagonist: of_antagonist,
                    free: 0.0,
                },
                stay: [
                    1.0 - of_agonist * filled,
                    -of_agonist * filled,
                    -of_antagonist * filled,
                    1.0 - of_antagonist * filled,
                ],
            };
        }
        // One ligand holds for ever and does not enter; the other trades the sites left over.
        let idle_antagonist = self.enter_antagonist == 0.0;
        let (enter, leave) = if idle_antagonist {
            (self.enter_agonist, self.leave_agonist)
        } else {
            (self.enter_antagonist, self.leave_antagonist)
        };
        let held = enter / (enter + leave);
        let kept = decay(enter + leave, t);
        let crowded = held * (kept - 1.0);
        if idle_antagonist {
            Transition {
                rest: Shares {
                    agonist: held,
                    antagonist: 0.0,
                    free: 1.0 - held,
                },
                stay: [kept, crowded, 0.0, 1.0],
            }
        } else {
            Transition {
                rest: Shares {
                    agonist: 0.0,
                    antagonist: held,
                    free: 1.0 - held,
                },
                stay: [1.0, 0.0, crowded, kept],
            }
        }
    }

    fn sum(&self) -> f64 {
        self.enter_agonist + self.leave_agonist + self.enter_antagonist + self.leave_antagonist
    }

    fn product(&self) -> f64 {
        self.enter_agonist * self.leave_antagonist
            + self.enter_antagonist * self.leave_agonist
            + self.leave_agonist * self.leave_antagonist
    }

    fn half_gap(&self) -> f64 {
        let tilt =
            self.enter_agonist + self.leave_agonist - self.enter_antagonist - self.leave_antagonist;
        0.5 * (tilt * tilt + 4.0 * self.enter_agonist * self.enter_antagonist).sqrt()
    }
}

fn decay(rate: f64, time: f64) -> f64 {
    libm::exp(-rate * time)
}

/// What a stretch of time does to any start: the distance from rest, shrunk and turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transition {
    rest: Shares,
    /// Two rows of two: what remains of each distance from rest.
    stay: [f64; 4],
}

impl Transition {
    /// The shares at the end of the stretch.
    pub fn apply(&self, start: Shares) -> Shares {
        let agonist = start.agonist - self.rest.agonist;
        let antagonist = start.antagonist - self.rest.antagonist;
        let [aa, ab, ba, bb] = self.stay;
        let gained = aa * agonist + ab * antagonist;
        let gained_by_other = ba * agonist + bb * antagonist;
        Shares::rounded(
            self.rest.agonist + gained,
            self.rest.antagonist + gained_by_other,
            self.rest.free - gained - gained_by_other,
        )
    }
}
