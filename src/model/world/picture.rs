//! What the eye sees: receptors and molecules that act out, a little later, what the engine decided.

use super::engine::{Change, Counts, Event};
use super::gaussian::Gaussian;
use super::molecule::{Doing, Layer, Molecule, Swarm, Tally};
use super::receptor::{Receptor, Species};
use super::scenery::{Scenery, any_layer};
use crate::model::random::Pcg32;

/// The stream of random numbers that belongs to the picture; the engine never draws from it.
const STREAM: u64 = 2;

/// Steps in which a surplus molecule leaves the picture.
const LEAVING_STEPS: f64 = 24.0;

/// The receptors and molecules as drawn.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    receptors: Vec<Receptor>,
    counts: Counts,
    agonists: Swarm,
    antagonists: Swarm,
    scenery: Scenery,
    /// Most molecules of a kind that come or go in one step.
    throng: u32,
    bell: Gaussian,
    random: Pcg32,
}

impl Picture {
    pub(super) fn new(receptor_count: u32, slots: u32, throng: u32, seed: u64) -> Self {
        Self {
            receptors: (0..receptor_count).map(|_| Receptor::default()).collect(),
            counts: Counts {
                free: receptor_count,
                agonist: 0,
                antagonist: 0,
            },
            agonists: Swarm::new(slots),
            antagonists: Swarm::new(slots),
            scenery: Scenery::for_row(receptor_count),
            throng,
            bell: Gaussian::new(),
            random: Pcg32::new(seed, STREAM),
        }
    }

    pub(super) fn receptors(&self) -> &[Receptor] {
        &self.receptors
    }

    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    pub(super) fn scenery(&self) -> &Scenery {
        &self.scenery
    }

    pub(super) fn tally(&self, species: Species) -> Tally {
        self.swarm(species).tally()
    }

    pub(super) fn molecules(&self, species: Species) -> impl Iterator<Item = (u32, &Molecule)> {
        self.swarm(species).present()
    }

    /// Fills the fluid at the start.
    pub(super) fn fill(&mut self, species: Species, count: u32) {
        for _ in 0..count {
            let point = self.scenery.anywhere(&mut self.random);
            let layer = any_layer(&mut self.random);
            self.swarm_mut(species).enter(Molecule {
                point,
                layer,
                doing: Doing::Drifting,
            });
        }
    }

    /// Seats one at the start.
    pub(super) fn seat(&mut self, species: Species, receptor: u32) {
        self.bind(species, receptor, None, 0);
    }

    /// Calls a molecule to a receptor it will bind to after so many steps.
    pub(super) fn call(&mut self, species: Species, receptor: u32, remaining: f64) -> Option<u32> {
        let seat = self.scenery.seat_of(receptor);
        let slot = self.swarm(species).nearest(seat).or_else(|| {
            let mut point = self.scenery.edge(&mut self.random);
            // Straight above its receptor: it has little time.
            point.x = seat.x;
            let doing = Doing::Drifting;
            self.swarm_mut(species).enter(Molecule {
                point,
                layer: Layer::Near,
                doing,
            })
        })?;
        self.swarm_mut(species).turn_to(
            slot,
            Doing::Docking {
                receptor,
                remaining,
            },
        );
        Some(slot)
    }

    /// Acts one event out.
    pub(super) fn act(&mut self, event: &Event, docker: Option<u32>) {
        match event.change {
            Change::Bound(species) => self.bind(species, event.receptor, docker, event.tick),
            Change::Left(species) => self.release(species, event.receptor, event.tick),
        }
    }

    /// Moves everything that moves by one step.
    pub(super) fn drift(&mut self) {
        let Self {
            receptors,
            agonists,
            antagonists,
            scenery,
            bell,
            random,
            ..
        } = self;
        let taken = |receptor: u32| {
            receptors
                .get(receptor as usize)
                .is_some_and(|receptor| receptor.holder.is_some())
        };
        agonists.drift(scenery, taken, bell, random);
        antagonists.drift(scenery, taken, bell, random);
    }

    /// Lets molecules in or out at the edge until as many are free as the bath demands.
    pub(super) fn balance(&mut self, species: Species, wanted: u32) {
        let Tally {
            drifting, docking, ..
        } = self.tally(species);
        // A great difference is made up in proportion, so that it cannot pile up.
        let throng = self.throng.max((drifting + docking).abs_diff(wanted) / 8);
        for _ in 0..throng {
            let Tally {
                drifting, docking, ..
            } = self.tally(species);
            if drifting + docking < wanted {
                let point = self.scenery.edge(&mut self.random);
                let layer = any_layer(&mut self.random);
                self.swarm_mut(species).enter(Molecule {
                    point,
                    layer,
                    doing: Doing::Drifting,
                });
            } else if drifting > 0 && drifting + docking > wanted {
                let swarm = self.swarm(species);
                let Some(slot) = swarm.highest() else { break };
                let Some(molecule) = swarm.molecule(slot) else {
                    break;
                };
                let to = self.scenery.edge_above(molecule.point);
                let doing = Doing::Leaving {
                    to,
                    remaining: LEAVING_STEPS,
                };
                self.swarm_mut(species).turn_to(slot, doing);
            } else {
                break;
            }
        }
    }

    fn bind(&mut self, species: Species, receptor: u32, docker: Option<u32>, tick: u64) {
        let seat = self.scenery.seat_of(receptor);
        let doing = Doing::Held { receptor };
        let known = docker.or_else(|| self.swarm(species).nearest(seat));
        let swarm = self.swarm_mut(species);
        let slot = match known {
            Some(slot) => {
                swarm.place(slot, seat);
                swarm.turn_to(slot, doing);
                Some(slot)
            }
            None => swarm.enter(Molecule {
                point: seat,
                layer: Layer::Near,
                doing,
            }),
        };
        if let Some(place) = self.receptors.get_mut(receptor as usize) {
            *place = Receptor {
                holder: Some(species),
                before: place.before,
                since: tick,
                molecule: slot,
            };
            let Counts {
                free,
                agonist,
                antagonist,
            } = &mut self.counts;
            *free = free.saturating_sub(1);
            match species {
                Species::Agonist => *agonist += 1,
                Species::Antagonist => *antagonist += 1,
            }
        }
    }

    fn release(&mut self, species: Species, receptor: u32, tick: u64) {
        let Some(place) = self.receptors.get_mut(receptor as usize) else {
            return;
        };
        let slot = place.molecule;
        *place = Receptor {
            holder: None,
            before: Some(species),
            since: tick,
            molecule: None,
        };
        let Counts {
            free,
            agonist,
            antagonist,
        } = &mut self.counts;
        *free += 1;
        match species {
            Species::Agonist => *agonist = agonist.saturating_sub(1),
            Species::Antagonist => *antagonist = antagonist.saturating_sub(1),
        }
        if let Some(slot) = slot {
            self.swarm_mut(species).turn_to(slot, Doing::Drifting);
        }
    }

    fn swarm(&self, species: Species) -> &Swarm {
        match species {
            Species::Agonist => &self.agonists,
            Species::Antagonist => &self.antagonists,
        }
    }

    fn swarm_mut(&mut self, species: Species) -> &mut Swarm {
        match species {
            Species::Agonist => &mut self.agonists,
            Species::Antagonist => &mut self.antagonists,
        }
    }
}
