//! How molecules are seen to move: smoothly, with elbow room, waiting beside a taken cup, dropping
//! into a free one, rising straight when they leave.
//!
//! The world says where each molecule is and what it does; nothing here decides anything.

use super::layout::{Layout, PITCH, narrow};
use crate::model::world::World;
use crate::model::world::molecule::{Doing, Layer, Molecule};
use crate::model::world::receptor::Species;
use crate::view::plate::geometry::{Depth, MoleculeKind};
use crate::view::plate::uneven::Jitter;

/// Seconds in which a molecule drops into its cup.
const DROP: f32 = 0.3;
/// Seconds in which a molecule that left rises straight up.
const RISE: f32 = 0.5;
/// Plate units that near molecules keep from each other.
const ELBOW_ROOM: f32 = 40.0;
/// Seconds from one dot of a trail to the next.
const DOT_EVERY: f32 = 0.07;
/// Most dots of a trail.
const DOTS: usize = 10;

/// What a molecule was last seen doing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Act {
    Drift,
    Dock,
    Sit,
    /// Rising for so many more seconds.
    Rise(f32),
}

/// One molecule as it is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    /// Its middle, in plate units.
    pub(super) x: f32,
    pub(super) y: f32,
    /// In radians.
    pub(super) turn: f32,
    /// Size beside that of a molecule in a cup.
    pub(super) size: f32,
    /// How near it drifts, from 0 (far) to 2.
    pub(super) depth: usize,
    /// Where it came from, oldest first.
    trail: [(f32, f32); DOTS],
    dots: usize,
    act: Act,
    /// Seconds by which it lags behind its place in the world.
    lag: f32,
    spin: f32,
    next_dot: f32,
    frame: u32,
}

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
    /// Those in view that no receptor holds, and those whose trail still shows.
    pub(super) seen: Vec<Seen>,
    near: Vec<(Species, usize)>,
}

/// What every molecule needs to know about one frame.
struct Moment<'a> {
    world: &'a World,
    layout: &'a Layout,
    sea: (f64, f64),
    kind: MoleculeKind,
    /// Seconds since the frame before.
    passed: f32,
    still: bool,
}

impl Troupe {
    pub(super) fn new() -> Self {
        Self {
            agonists: Vec::new(),
            antagonists: Vec::new(),
            frame: 0,
            tick: 0,
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
        if tick < self.tick {
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
        let strength = (passed * 7.0).min(0.5);
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

impl Actor {
    /// Whether a receptor holds it, so that the receptor's picture shows it.
    pub(super) fn sits(&self) -> bool {
        self.act == Act::Sit
    }

    /// Whether it wanders.
    pub(super) fn drifts(&self) -> bool {
        self.act == Act::Drift
    }

    /// Where it came from, oldest first.
    pub(super) fn trail(&self) -> &[(f32, f32)] {
        self.trail.get(..self.dots).unwrap_or_default()
    }

    fn leave_dot(&mut self) {
        if self.dots == DOTS {
            self.lose_dot();
        }
        if let Some(dot) = self.trail.get_mut(self.dots) {
            *dot = (self.x, self.y);
            self.dots += 1;
        }
    }

    fn lose_dot(&mut self) {
        self.trail.rotate_left(1);
        self.dots = self.dots.saturating_sub(1);
    }

    /// Dots from its place to another, for pictures that do not move.
    fn leave_dots_to(&mut self, (x, y): (f32, f32)) {
        self.dots = 0;
        let from = (self.x, self.y);
        for share in [0.1, 0.22, 0.34, 0.46, 0.58, 0.7, 0.82] {
            self.x = from.0 + (x - from.0) * share;
            self.y = from.1 + (y - from.1) * share;
            self.leave_dot();
        }
    }

    /// Goes towards a place so as to be there in `left` seconds.
    fn approach(&mut self, (x, y): (f32, f32), left: f32, passed: f32) {
        let share = if left > passed { passed / left } else { 1.0 };
        self.x += (x - self.x) * share;
        self.y += (y - self.y) * share;
    }
}

impl Moment<'_> {
    /// A molecule that was not there before.
    fn entering(&self, slot: u32, molecule: &Molecule) -> Actor {
        let mut jitter = Jitter::new(slot.wrapping_mul(7919).wrapping_add(17));
        let depth = depth(molecule.layer);
        let (x, y) = match molecule.doing {
            Doing::Held { receptor } => self.seat(receptor),
            _ => self.place(molecule, depth),
        };
        let _ = jitter.share();
        Actor {
            x,
            y,
            turn: jitter.around(1.2),
            size: size(depth),
            depth,
            trail: [(0.0, 0.0); DOTS],
            dots: 0,
            act: match molecule.doing {
                Doing::Held { .. } => Act::Sit,
                _ => Act::Drift,
            },
            lag: 0.45,
            spin: jitter.around(0.4),
            next_dot: 0.0,
            frame: 0,
        }
    }

    /// Where a molecule is in the world, as seen from its depth.
    fn place(&self, molecule: &Molecule, depth: usize) -> (f32, f32) {
        let floor = match depth {
            2 => 80.0,
            1 => 68.0,
            _ => 52.0,
        };
        self.layout
            .plate_from_world(molecule.point, self.sea, floor)
    }

    /// Where a molecule sits in a receptor.
    fn seat(&self, receptor: u32) -> (f32, f32) {
        let height = self.kind.seat_height();
        match self.layout.sites.get(receptor as usize) {
            Some(site) => (site.x + site.tilt * height, site.y - height),
            None => (narrow(f64::from(receptor)) * PITCH, -height),
        }
    }

    fn act(&self, actor: &mut Actor, molecule: &Molecule) {
        let passed = self.passed;
        actor.depth = depth(molecule.layer);
        let mut wanted_size = size(actor.depth);
        let mut dotted = false;
        match molecule.doing {
            Doing::Absent => {}
            Doing::Held { receptor } => {
                let seat = self.seat(receptor);
                if self.still && actor.act != Act::Sit {
                    actor.leave_dots_to(seat);
                }
                (actor.x, actor.y) = seat;
                (actor.act, actor.turn, wanted_size) = (Act::Sit, 0.0, 1.0);
            }
            Doing::Docking {
                receptor,
                remaining,
            } => {
                actor.act = Act::Dock;
                dotted = true;
                wanted_size = self.dock(actor, receptor, narrow(remaining) / 60.0);
            }
            Doing::Drifting | Doing::Leaving { .. } => {
                let aim = self.place(molecule, actor.depth);
                if self.still {
                    if actor.act == Act::Sit {
                        let up = (actor.x, actor.y - 78.0);
                        actor.leave_dots_to(up);
                        (actor.x, actor.y) = up;
                    } else {
                        (actor.x, actor.y) = aim;
                    }
                    actor.act = Act::Drift;
                } else if actor.act == Act::Sit {
                    actor.act = Act::Rise(RISE);
                }
                if let Act::Rise(left) = actor.act {
                    dotted = true;
                    actor.y -= 190.0 * passed * (0.4 + left);
                    let left = left - passed;
                    actor.act = if left > 0.0 {
                        Act::Rise(left)
                    } else {
                        actor.lag = 2.4;
                        Act::Drift
                    };
                } else {
                    actor.act = Act::Drift;
                    let share = passed / (actor.lag + passed);
                    actor.x += (aim.0 - actor.x) * share;
                    actor.y += (aim.1 - actor.y) * share;
                    actor.lag += (0.45 - actor.lag) * passed.min(1.0);
                    actor.turn += actor.spin * passed;
                }
            }
        }
        let quick = if self.still {
            1.0
        } else {
            (8.0 * passed).min(1.0)
        };
        actor.size += (wanted_size - actor.size) * quick;
        if !self.still {
            actor.next_dot -= passed;
            if actor.next_dot <= 0.0 {
                actor.next_dot = DOT_EVERY;
                if dotted {
                    actor.leave_dot();
                } else if actor.dots > 0 {
                    actor.lose_dot();
                }
            }
        }
    }

    /// On the way to a receptor, to sit in it in `left` seconds; returns the size wanted.
    fn dock(&self, actor: &mut Actor, receptor: u32, left: f32) -> f32 {
        let (x, y) = self.seat(receptor);
        let taken = self
            .world
            .receptors()
            .get(receptor as usize)
            .is_some_and(|receptor| receptor.holder.is_some());
        let side = if actor.x < x { -36.0 } else { 36.0 };
        let (aim, by, size) = if taken {
            // Beside the cup, never on top of its holder.
            ((x + side, y - 46.0), (left - DROP).max(0.2), 0.8)
        } else if left > DROP {
            ((x, y - 40.0), left - DROP, 0.8)
        } else {
            ((x, y), left, 1.0)
        };
        if self.still {
            (actor.x, actor.y) = if taken { aim } else { (x, y - 40.0) };
            actor.turn = 0.0;
        } else {
            actor.approach(aim, by, self.passed);
            actor.turn -= actor.turn * (7.0 * self.passed).min(1.0);
        }
        size
    }
}

/// The depth at which a layer of the world is drawn, from 0 (far) to 2.
fn depth(layer: Layer) -> usize {
    match layer {
        Layer::Near => 2,
        Layer::Middle => 1,
        Layer::Far => 0,
    }
}

fn size(depth: usize) -> f32 {
    match depth {
        2 => Depth::Near,
        1 => Depth::Mid,
        _ => Depth::Far,
    }
    .scale()
}
