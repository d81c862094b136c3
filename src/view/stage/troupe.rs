//! All molecules as they are seen, and the room they leave each other.

use super::actors::{Act, Actor, Moment};
use super::layout::Layout;
use crate::model::world::World;
use crate::model::world::receptor::Species;
use crate::view::plate::geometry::MoleculeKind;

/// Plate units that near molecules keep from each other.
const ELBOW_ROOM: f32 = 40.0;

/// A molecule in view: its kind, its slot, and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) species: Species,
    pub(super) slot: u32,
    pub(super) actor: Actor,
}

/// All molecules as they are seen.
#[derive(Debug)]
pub(super) struct Troupe {
    agonists: Vec<Option<Actor>>,
    antagonists: Vec<Option<Actor>>,
    frame: u32,
    tick: u64,
    fills: bool,
    /// Those in view that no receptor holds, and those whose trail still shows.
    pub(super) seen: Vec<Seen>,
    near: Vec<(Species, usize)>,
}

impl Troupe {
    pub(super) fn new() -> Self {
        Self {
            agonists: Vec::new(),
            antagonists: Vec::new(),
            frame: 0,
            tick: 0,
            fills: true,
            seen: Vec::with_capacity(256),
            near: Vec::with_capacity(128),
        }
    }

    /// Follows the world for `passed` seconds; with `still`, everything is at once in its place.
    pub(super) fn follow(
        &mut self,
        world: &World,
        layout: &Layout,
        agonist: MoleculeKind,
        passed: f32,
        still: bool,
    ) {
        let tick = world.tick();
        self.fills = self.frame == 0 || tick < self.tick;
        if self.fills {
            // Another run: nobody is the same.
            self.agonists.clear();
            self.antagonists.clear();
        }
        let step = still && tick != self.tick;
        self.tick = tick;
        let before = self.frame;
        self.frame = before.wrapping_add(1);
        for species in Species::BOTH {
            let (actors, kind) = match species {
                Species::Agonist => (&mut self.agonists, agonist),
                Species::Antagonist => (&mut self.antagonists, MoleculeKind::Naltrexone),
            };
            let scenery = world.scenery();
            let moment = Moment {
                world,
                layout,
                sea: (scenery.floor, scenery.ceiling),
                pitch: scenery.pitch,
                fills: self.fills,
                kind,
                passed,
                still,
            };
            for (slot, molecule) in world.molecules(species) {
                let place = slot as usize;
                if actors.len() <= place {
                    actors.resize(place + 1, None);
                }
                let Some(actor) = actors.get_mut(place) else {
                    continue;
                };
                let known = actor.filter(|known| known.frame == before);
                let mut next = known.unwrap_or_else(|| moment.entering(slot, molecule));
                next.frame = self.frame;
                if step {
                    next.dots = 0;
                }
                moment.act(&mut next, molecule);
                *actor = Some(next);
            }
        }
        if !still {
            self.keep_elbow_room(layout, passed);
        }
        self.look(layout);
    }

    fn actor_mut(&mut self, species: Species, place: usize) -> Option<&mut Actor> {
        match species {
            Species::Agonist => self.agonists.get_mut(place)?.as_mut(),
            Species::Antagonist => self.antagonists.get_mut(place)?.as_mut(),
        }
    }

    /// Near molecules in view move apart a little; those that dock or rise go first.
    fn keep_elbow_room(&mut self, layout: &Layout, passed: f32) {
        let (left, right) = layout.edges(ELBOW_ROOM);
        let frame = self.frame;
        let mut near = std::mem::take(&mut self.near);
        near.clear();
        for (species, actors) in [
            (Species::Agonist, &self.agonists),
            (Species::Antagonist, &self.antagonists),
        ] {
            for (place, actor) in actors.iter().enumerate() {
                if let Some(actor) = actor
                    && actor.frame == frame
                    && actor.depth == 2
                    && actor.act != Act::Sit
                    && actor.x > left
                    && actor.x < right
                {
                    near.push((species, place));
                }
            }
        }
        let strength = (passed * 9.0).min(0.5);
        for (index, &(species, place)) in near.iter().enumerate() {
            let Some(one) = self.actor_mut(species, place).copied() else {
                continue;
            };
            let (mut x, mut y) = (0.0, 0.0);
            for &(species, place) in near.iter().skip(index + 1) {
                let Some(other) = self.actor_mut(species, place) else {
                    continue;
                };
                let (dx, dy) = (other.x - one.x, other.y - one.y);
                let squared = dx * dx + dy * dy;
                if squared > 0.01 && squared < ELBOW_ROOM * ELBOW_ROOM {
                    let distance = squared.sqrt();
                    let push = (ELBOW_ROOM - distance) * strength / distance;
                    if other.act == Act::Drift {
                        other.x += push * dx;
                        other.y += push * dy;
                    }
                    x -= push * dx;
                    y -= push * dy;
                }
            }
            if one.act == Act::Drift
                && let Some(one) = self.actor_mut(species, place)
            {
                one.x += x;
                one.y += y;
            }
        }
        self.near = near;
    }

    /// Notes who is in view.
    fn look(&mut self, layout: &Layout) {
        let (left, right) = layout.edges(30.0);
        let Self {
            agonists,
            antagonists,
            frame,
            seen,
            ..
        } = self;
        seen.clear();
        for (species, actors) in [
            (Species::Agonist, agonists),
            (Species::Antagonist, antagonists),
        ] {
            for (slot, actor) in (0..).zip(actors.iter()) {
                if let Some(actor) = actor
                    && actor.frame == *frame
                    && (actor.act != Act::Sit || actor.dots > 0)
                    && actor.x > left
                    && actor.x < right
                {
                    seen.push(Seen {
                        species,
                        slot,
                        actor: *actor,
                    });
                }
            }
        }
    }
}
