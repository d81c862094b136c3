//! What is drawn: molecules that drift, dock and leave. They act events out and decide nothing.

use super::gaussian::Gaussian;
use super::scenery::{Scenery, WorldPoint};
use crate::model::random::Pcg32;

/// How near to the eye a molecule drifts; those that dock come near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// In front, where the receptors are.
    Near,
    /// Behind.
    Middle,
    /// Far behind.
    Far,
}

/// What a molecule is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doing {
    /// Nothing: the slot is empty.
    Absent,
    /// Wandering at random.
    Drifting,
    /// On its way to a receptor, to arrive after so many steps.
    Docking {
        /// The receptor it was called to.
        receptor: u32,
        /// Steps until it takes the seat.
        remaining: f64,
    },
    /// Sitting in a receptor.
    Held {
        /// The receptor that holds it.
        receptor: u32,
    },
    /// On its way out of the picture, to be gone after so many steps.
    Leaving {
        /// Where it goes.
        to: WorldPoint,
        /// Steps until it is gone.
        remaining: f64,
    },
}

impl Doing {
    /// Whether it wanders and nothing has called it.
    pub fn drifts(self) -> bool {
        matches!(self, Self::Drifting)
    }

    /// Whether it is in the picture and no receptor holds it.
    fn roams(self) -> bool {
        matches!(
            self,
            Self::Drifting | Self::Docking { .. } | Self::Leaving { .. }
        )
    }
}

/// One molecule, or an empty slot for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Molecule {
    /// Where its middle is.
    pub point: WorldPoint,
    /// How near it drifts.
    pub layer: Layer,
    /// What it is doing.
    pub doing: Doing,
}

/// How many molecules of one kind there are, and how many came and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Wandering.
    pub drifting: u32,
    /// Called to a receptor.
    pub docking: u32,
    /// On their way out.
    pub leaving: u32,
    /// Sitting in receptors.
    pub held: u32,
    /// All that ever came in, those of the start included.
    pub entered: u64,
    /// All that ever went out.
    pub left: u64,
}

impl Tally {
    /// Molecules in the picture that no receptor holds.
    pub fn free(self) -> u32 {
        self.drifting + self.docking + self.leaving
    }
}

/// All molecules of one kind, in slots made at the start.
#[derive(Clone, Debug)]
pub(super) struct Swarm {
    molecules: Vec<Molecule>,
    vacant: Vec<u32>,
    /// Slots from here on were never used.
    used: usize,
    /// Slots of those that no receptor holds: only they move.
    roaming: Vec<u32>,
    /// For each slot, its place among the roaming.
    places: Vec<u32>,
    tally: Tally,
}

impl Swarm {
    pub(super) fn new(slots: u32) -> Self {
        let nowhere = WorldPoint { x: 0.0, y: 0.0 };
        let empty = Molecule {
            point: nowhere,
            layer: Layer::Near,
            doing: Doing::Absent,
        };
        let mut swarm = Self {
            molecules: (0..slots).map(|_| empty).collect(),
            vacant: (0..slots).rev().collect(),
            used: 0,
            roaming: (0..slots).collect(),
            places: (0..slots).collect(),
            tally: Tally::default(),
        };
        swarm.roaming.clear();
        swarm
    }

    pub(super) fn tally(&self) -> Tally {
        self.tally
    }

    pub(super) fn present(&self) -> impl Iterator<Item = (u32, &Molecule)> {
        let slots = (0..).zip(self.molecules.iter().take(self.used));
        slots.filter(|(_, molecule)| !matches!(molecule.doing, Doing::Absent))
    }

    fn roaming(&self) -> impl Iterator<Item = (u32, &Molecule)> {
        let slots = self.roaming.iter();
        slots.filter_map(|slot| Some((*slot, self.molecules.get(*slot as usize)?)))
    }

    pub(super) fn molecule(&self, slot: u32) -> Option<&Molecule> {
        self.molecules.get(slot as usize)
    }

    /// Lets one more in; none if every slot is taken.
    pub(super) fn enter(&mut self, molecule: Molecule) -> Option<u32> {
        let slot = self.vacant.pop()?;
        let doing = molecule.doing;
        *self.molecules.get_mut(slot as usize)? = Molecule {
            doing: Doing::Absent,
            ..molecule
        };
        self.used = self.used.max(slot as usize + 1);
        self.tally.entered += 1;
        self.turn_to(slot, doing);
        Some(slot)
    }

    /// Gives a molecule something else to do.
    pub(super) fn turn_to(&mut self, slot: u32, doing: Doing) {
        let Some(molecule) = self.molecules.get_mut(slot as usize) else {
            return;
        };
        let before = core::mem::replace(&mut molecule.doing, doing);
        if matches!(doing, Doing::Docking { .. }) {
            molecule.layer = Layer::Near;
        }
        self.count(before, u32::MAX);
        self.count(doing, 1);
        match (before.roams(), doing.roams()) {
            (false, true) => self.start_roaming(slot),
            (true, false) => self.stop_roaming(slot),
            _ => {}
        }
    }

    fn start_roaming(&mut self, slot: u32) {
        if let Some(place) = self.places.get_mut(slot as usize) {
            *place = u32::try_from(self.roaming.len()).unwrap_or(u32::MAX);
            self.roaming.push(slot);
        }
    }

    fn stop_roaming(&mut self, slot: u32) {
        let Some(&place) = self.places.get(slot as usize) else {
            return;
        };
        if (place as usize) < self.roaming.len() {
            self.roaming.swap_remove(place as usize);
        }
        if let Some(moved) = self.roaming.get(place as usize)
            && let Some(other) = self.places.get_mut(*moved as usize)
        {
            *other = place;
        }
    }

    /// Puts a molecule somewhere at once.
    pub(super) fn place(&mut self, slot: u32, point: WorldPoint) {
        if let Some(molecule) = self.molecules.get_mut(slot as usize) {
            molecule.point = point;
            molecule.layer = Layer::Near;
        }
    }

    /// The drifting molecule closest to a point, a near one if there is any.
    pub(super) fn nearest(&self, to: WorldPoint) -> Option<u32> {
        let mut best: Option<(bool, f64, u32)> = None;
        for (slot, molecule) in self.roaming() {
            if molecule.doing.drifts() {
                let behind = molecule.layer != Layer::Near;
                let distance = molecule.point.squared_distance(to);
                if best.is_none_or(|(b, d, _)| (behind, distance) < (b, d)) {
                    best = Some((behind, distance, slot));
                }
            }
        }
        best.map(|(_, _, slot)| slot)
    }

    /// The drifting molecule that is highest up, closest to the way out.
    pub(super) fn highest(&self) -> Option<u32> {
        let drifting = self
            .roaming()
            .filter(|(_, molecule)| molecule.doing.drifts());
        let highest = drifting.max_by(|one, other| one.1.point.y.total_cmp(&other.1.point.y));
        highest.map(|(slot, _)| slot)
    }

    /// Lets every free molecule move for one step.
    pub(super) fn drift(
        &mut self,
        scenery: &Scenery,
        taken: impl Fn(u32) -> bool,
        bell: &Gaussian,
        random: &mut Pcg32,
    ) {
        // From the last to the first: one that leaves is replaced by one that has moved already.
        for place in (0..self.roaming.len()).rev() {
            let Some(&slot) = self.roaming.get(place) else {
                continue;
            };
            let Some(molecule) = self.molecules.get_mut(slot as usize) else {
                continue;
            };
            match &mut molecule.doing {
                Doing::Absent | Doing::Held { .. } => {}
                Doing::Drifting => scenery.wander(&mut molecule.point, bell, random),
                Doing::Docking {
                    receptor,
                    remaining,
                } => {
                    let target = scenery.waiting_place(*receptor, taken(*receptor));
                    scenery.bridge(&mut molecule.point, target, *remaining, bell, random);
                    *remaining -= 1.0;
                }
                Doing::Leaving { to, remaining } => {
                    scenery.bridge(&mut molecule.point, *to, *remaining, bell, random);
                    *remaining -= 1.0;
                    if *remaining <= 0.0 {
                        self.turn_to(slot, Doing::Absent);
                        self.vacant.push(slot);
                        self.tally.left += 1;
                    }
                }
            }
        }
    }

    /// Adds to the number of those doing the same; wrapping lets one addition take one away.
    fn count(&mut self, doing: Doing, change: u32) {
        let number = match doing {
            Doing::Absent => return,
            Doing::Drifting => &mut self.tally.drifting,
            Doing::Docking { .. } => &mut self.tally.docking,
            Doing::Held { .. } => &mut self.tally.held,
            Doing::Leaving { .. } => &mut self.tally.leaving,
        };
        *number = number.wrapping_add(change);
    }
}
