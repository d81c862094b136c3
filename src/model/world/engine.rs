//! Exact event-driven simulation of the receptors (Gillespie's direct method): it alone decides
//! who binds when, and knows neither molecules nor pictures.

use super::receptor::Species;
use crate::model::pharmacology::binding::Shares;
use crate::model::pharmacology::ligand::{Concentrations, Rates};
use crate::model::random::Pcg32;
use crate::model::units::Seconds;

/// The stream of random numbers that belongs to the engine; nothing else draws from it.
const STREAM: u64 = 1;

/// What happened to a receptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A molecule of this kind took the free receptor.
    Bound(Species),
    /// The molecule of this kind left by itself.
    Left(Species),
}

/// One thing that happened to one receptor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// The stretch of time it fell into, counted from zero.
    pub tick: u64,
    /// Real time since that stretch began.
    pub after: Seconds,
    /// What happened.
    pub change: Change,
    /// The receptor's place in the row, from zero.
    pub receptor: u32,
}

/// How many receptors are in each state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Held by nobody.
    pub free: u32,
    /// Held by the agonist.
    pub agonist: u32,
    /// Held by the antagonist.
    pub antagonist: u32,
}

impl Counts {
    /// All receptors.
    pub fn total(self) -> u32 {
        self.free + self.agonist + self.antagonist
    }

    /// Receptors held by one kind.
    pub fn held_by(self, species: Species) -> u32 {
        match species {
            Species::Agonist => self.agonist,
            Species::Antagonist => self.antagonist,
        }
    }
}

/// The receptors and what may happen to them next.
#[derive(Clone, Debug)]
pub struct Engine {
    agonist: Rates,
    antagonist: Rates,
    /// Receptors in the order: held by the agonist, free, held by the antagonist.
    order: Vec<u32>,
    counts: Counts,
    random: Pcg32,
    tick: u64,
}

impl Engine {
    /// An engine whose receptors are all free.
    pub fn new(agonist: Rates, antagonist: Rates, receptor_count: u32, seed: u64) -> Self {
        Self {
            agonist,
            antagonist,
            order: (0..receptor_count).collect(),
            counts: Counts {
                free: receptor_count,
                agonist: 0,
                antagonist: 0,
            },
            random: Pcg32::new(seed, STREAM),
            tick: 0,
        }
    }

    /// Puts every receptor, independently, into a state drawn by the given shares.
    pub fn seat(&mut self, shares: Shares) {
        let total = self.counts.total();
        let (mut agonists, mut antagonists) = (0, 0);
        self.order.clear();
        self.order.extend(0..total);
        for place in 0..total {
            let u = self.random.uniform();
            // The walk goes forward: places before `place` are settled, later ones untouched.
            if u < shares.agonist() {
                exchange(&mut self.order, agonists, place);
                agonists += 1;
            }
        }
        let chance = shares.antagonist() / (1.0 - shares.agonist()).max(f64::MIN_POSITIVE);
        for place in (agonists..total).rev() {
            if self.random.uniform() < chance {
                antagonists += 1;
                exchange(&mut self.order, total - antagonists, place);
            }
        }
        self.counts = Counts {
            free: total - agonists - antagonists,
            agonist: agonists,
            antagonist: antagonists,
        };
    }

    /// How many receptors are in each state now.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Stretches of time behind us.
    pub fn tick(&self) -> u64 {
        self.tick
    }

    /// The receptors held by one kind, in no particular order.
    pub fn held_by(&self, species: Species) -> &[u32] {
        let Counts { free, agonist, .. } = self.counts;
        let range = match species {
            Species::Agonist => 0..agonist as usize,
            Species::Antagonist => (agonist + free) as usize..self.order.len(),
        };
        self.order.get(range).unwrap_or_default()
    }

    /// Lives through one stretch of time at steady concentrations and tells every event.
    ///
    /// Exact for any length: what would have happened later is discarded, which the lack of
    /// memory allows.
    pub fn advance(
        &mut self,
        duration: Seconds,
        at: Concentrations,
        mut on_event: impl FnMut(Event),
    ) {
        let (agonist, antagonist) = (self.agonist, self.antagonist);
        let enter_agonist = agonist.binding.value() * at.agonist.value();
        let enter_antagonist = antagonist.binding.value() * at.antagonist.value();
        let mut time = 0.0;
        loop {
            let Counts {
                free,
                agonist: held,
                antagonist: blocked,
            } = self.counts;
            let binds = enter_agonist * f64::from(free);
            let blocks = binds + enter_antagonist * f64::from(free);
            let frees = blocks + agonist.leaving.value() * f64::from(held);
            let all = frees + antagonist.leaving.value() * f64::from(blocked);
            if all <= 0.0 {
                break;
            }
            time -= libm::log(self.random.uniform()) / all;
            if time >= duration.value() {
                break;
            }
            let choice = self.random.uniform() * all;
            // The last branch may be reached by rounding with nobody left in it.
            let change = if choice < binds {
                Change::Bound(Species::Agonist)
            } else if choice < blocks {
                Change::Bound(Species::Antagonist)
            } else if choice < frees || blocked == 0 {
                Change::Left(Species::Agonist)
            } else {
                Change::Left(Species::Antagonist)
            };
            if let Some(receptor) = self.apply(change) {
                let after = Seconds::of(time);
                on_event(Event {
                    tick: self.tick,
                    after,
                    change,
                    receptor,
                });
            }
        }
        self.tick += 1;
    }

    /// Picks one of the receptors it may happen to and moves it to its new place in the order.
    fn apply(&mut self, change: Change) -> Option<u32> {
        let Counts {
            free,
            agonist,
            antagonist,
        } = self.counts;
        let (first, eligible) = match change {
            Change::Bound(_) => (agonist, free),
            Change::Left(Species::Agonist) => (0, agonist),
            Change::Left(Species::Antagonist) => (agonist + free, antagonist),
        };
        let remaining = eligible.checked_sub(1)?;
        let chosen = first + self.random.below(eligible);
        let (border, counts) = match change {
            Change::Bound(Species::Agonist) => (
                first,
                Counts {
                    free: remaining,
                    agonist: agonist + 1,
                    antagonist,
                },
            ),
            Change::Bound(Species::Antagonist) => (
                first + remaining,
                Counts {
                    free: remaining,
                    agonist,
                    antagonist: antagonist + 1,
                },
            ),
            Change::Left(Species::Agonist) => (
                remaining,
                Counts {
                    free: free + 1,
                    agonist: remaining,
                    antagonist,
                },
            ),
            Change::Left(Species::Antagonist) => (
                first,
                Counts {
                    free: free + 1,
                    agonist,
                    antagonist: remaining,
                },
            ),
        };
        let receptor = exchange(&mut self.order, border, chosen)?;
        self.counts = counts;
        Some(receptor)
    }
}

/// Swaps two places and returns what now stands at the first; nothing happens outside the row.
fn exchange(order: &mut [u32], first: u32, second: u32) -> Option<u32> {
    let (first, second) = (first as usize, second as usize);
    let (one, other) = (*order.get(first)?, *order.get(second)?);
    *order.get_mut(first)? = other;
    *order.get_mut(second)? = one;
    Some(other)
}
