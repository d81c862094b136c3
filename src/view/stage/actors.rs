//! How molecules are seen to move: smoothly, with elbow room, waiting beside a taken cup, dropping
//! into a free one, rising straight when they leave.
//!
//! The world says where each molecule is and what it does; nothing here decides anything.

use super::layout::{Layout, PITCH, narrow};
use crate::model::world::World;
use crate::model::world::molecule::{Doing, Layer, Molecule};
use crate::view::plate::geometry::{Depth, MoleculeKind};
use crate::view::plate::uneven::Jitter;

/// Seconds in which a molecule drops into its cup.
const DROP: f32 = 0.3;
/// Seconds in which a molecule that left rises straight up, and how far, in plate units.
///
/// It is clear of the cup within a tenth of a second: often the next one comes right after it,
/// and must not seem to push.
const RISE: f32 = 0.6;
const RISES_BY: f32 = 104.0;
/// Steps for which a cup that was left stays free of the next one, and seconds before its arrival
/// from which the next one cannot wait any longer.
const CLEARING: u64 = 11;
const HURRY: f32 = 0.1;
/// Seconds from one dot of a trail to the next.
const DOT_EVERY: f32 = 0.07;
/// Most dots of a trail.
const DOTS: usize = 10;

/// What a molecule was last seen doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Act {
    Drift,
    Dock,
    Sit,
    /// Rising for so many more seconds, up to this height.
    Rise(f32, f32),
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
    pub(super) dots: usize,
    pub(super) act: Act,
    /// Seconds by which it lags behind its place in the world.
    lag: f32,
    /// How far it is shown above its place in the world, as a share of the sea, and how far it
    /// will be: the world lets all come in at the upper edge, where they would crowd for long.
    shift: f32,
    home: f32,
    spin: f32,
    next_dot: f32,
    pub(super) frame: u32,
}

/// What every molecule needs to know about one frame.
pub(super) struct Moment<'a> {
    pub(super) world: &'a World,
    pub(super) layout: &'a Layout,
    pub(super) sea: (f64, f64),
    /// From one receptor of the world to the next.
    pub(super) pitch: f64,
    /// Whether this is the first sight of a run.
    pub(super) fills: bool,
    pub(super) kind: MoleculeKind,
    /// Seconds since the frame before.
    pub(super) passed: f32,
    pub(super) still: bool,
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
    pub(super) fn entering(&self, slot: u32, molecule: &Molecule) -> Actor {
        let mut jitter = Jitter::new(slot.wrapping_mul(7919).wrapping_add(17));
        let depth = depth(molecule.layer);
        let (x, y) = match molecule.doing {
            Doing::Held { receptor } => self.seat(receptor),
            _ => self.place(molecule, depth, 0.0),
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
            shift: 0.0,
            home: if self.fills || self.share(molecule) < 0.98 {
                0.0
            } else {
                -jitter.share()
            },
            spin: jitter.around(0.4),
            next_dot: 0.0,
            frame: 0,
        }
    }

    /// How high a molecule is in the sea, from 0 to 1.
    fn share(&self, molecule: &Molecule) -> f32 {
        let (lowest, highest) = self.sea;
        narrow((molecule.point.y - lowest) / (highest - lowest).max(1.0)).clamp(0.0, 1.0)
    }

    /// Where a molecule is in the world, as seen from its depth.
    fn place(&self, molecule: &Molecule, depth: usize, shift: f32) -> (f32, f32) {
        let floor = match depth {
            2 => 80.0,
            1 => 68.0,
            _ => 52.0,
        };
        let x = narrow(molecule.point.x / self.pitch) * PITCH;
        // Folded where it would sink below the floor.
        let share = (self.share(molecule) + shift).abs();
        (x, self.layout.plate_from_sea(x, share, floor))
    }

    /// Where a molecule sits in a receptor.
    fn seat(&self, receptor: u32) -> (f32, f32) {
        let height = self.kind.seat_height();
        match self.layout.sites.get(receptor as usize) {
            Some(site) => (site.x + site.tilt * height, site.y - height),
            None => (narrow(f64::from(receptor)) * PITCH, -height),
        }
    }

    pub(super) fn act(&self, actor: &mut Actor, molecule: &Molecule) {
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
                (actor.shift, actor.home) = (0.0, 0.0);
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
                let leaves = matches!(molecule.doing, Doing::Leaving { .. });
                let home = if leaves { 0.0 } else { actor.home };
                let way = if self.still { 1.0 } else { 0.6 * passed };
                actor.shift += (home - actor.shift).clamp(-way, 4.0 * way);
                let aim = self.place(molecule, actor.depth, actor.shift);
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
                    actor.act = Act::Rise(RISE, actor.y - RISES_BY - 60.0 * actor.spin);
                }
                if let Act::Rise(left, top) = actor.act {
                    dotted = true;
                    actor.y += (top - actor.y) * passed / (0.13 + passed);
                    let left = left - passed;
                    actor.act = if left > 0.0 {
                        Act::Rise(left, top)
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
        let cup = self.world.receptors().get(receptor as usize);
        let taken = cup.is_some_and(|cup| {
            // The one that has just left needs room to rise past.
            let leaving = cup.since > 0 && self.world.tick() < cup.since + CLEARING && left > HURRY;
            cup.holder.is_some() || leaving
        });
        let beside = if actor.x < x { -36.0 } else { 36.0 };
        let (aim, by, full) = if taken {
            // Beside the cup, never on top of its holder.
            ((x + beside, y - 46.0), (left - DROP).max(0.2), 0.8)
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
        full
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
