//! The receptor scene, one event at a time, by chance: [`World`] and its one verb, `step`.
//!
//! The engine decides ahead of time; the picture follows after a fixed delay, so that molecules
//! can be on their way before they arrive. Charts read the same delayed clock as the picture.

pub mod engine;
mod gaussian;
pub mod history;
pub mod log;
pub mod molecule;
mod picture;
pub mod receptor;
pub mod scenery;
mod setup;

use std::collections::VecDeque;

use self::engine::{Change, Engine, Event};
use self::history::{Answer, History, Reading};
use self::log::EventLog;
use self::molecule::{Molecule, Tally};
use self::picture::Picture;
use self::receptor::{Receptor, Species};
use self::scenery::Scenery;
pub use self::setup::{Drawn, Setup, Start, TICKS_PER_SECOND};
use super::pharmacology::Readouts;
use super::pharmacology::binding::{Exchange, Shares, Transition};
use super::pharmacology::ligand::{Concentrations, Ligand};
use super::units::{Refused, Seconds};

/// Steps from one entry of the history to the next.
const STEPS_PER_READING: u64 = 6;

/// Receptors, molecules and their recent past; everything it needs is made at the start.
#[derive(Clone, Debug)]
pub struct World {
    agonist: Ligand,
    antagonist: Ligand,
    readouts: Readouts,
    drawn: Drawn,
    tick_length: Seconds,
    look_ahead: usize,
    engine: Engine,
    log: EventLog,
    expected: Shares,
    course: Option<(Concentrations, Transition)>,
    pending: VecDeque<Pending>,
    most_pending: usize,
    ahead: VecDeque<Moment>,
    now: Moment,
    tick: u64,
    picture: Picture,
    history: History,
}

/// An event that is decided but not yet seen, and the molecule that is on its way for it.
#[derive(Clone, Copy, Debug)]
struct Pending {
    event: Event,
    docker: Option<u32>,
}

/// What was expected at the end of a step, and the concentrations in it.
#[derive(Clone, Copy, Debug)]
struct Moment {
    concentrations: Concentrations,
    expected: Shares,
}

impl World {
    /// The scene before its first step, or a refusal that names the number at fault.
    pub fn new(setup: &Setup) -> Result<Self, Refused> {
        let sizes = setup.checked()?;
        let (agonist, antagonist) = (setup.agonist.rates(), setup.antagonist.rates());
        let mut engine = Engine::new(agonist, antagonist, setup.receptor_count, setup.seed);
        let (at, expected) = match setup.start {
            Start::Empty(at) => (at, Shares::EMPTY),
            Start::Settled(at) => {
                let rest = Exchange::new(agonist, antagonist, at).rest();
                (at, rest.unwrap_or(Shares::EMPTY))
            }
        };
        if matches!(setup.start, Start::Settled(_)) {
            engine.seat(expected);
        }
        let mut picture = Picture::new(setup.receptor_count, sizes.slots, sizes.throng, setup.seed);
        let now = Moment {
            concentrations: at,
            expected,
        };
        for species in Species::BOTH {
            for receptor in engine.held_by(species) {
                picture.seat(species, *receptor);
            }
        }
        let mut world = Self {
            agonist: setup.agonist,
            antagonist: setup.antagonist,
            readouts: setup.readouts,
            drawn: setup.drawn,
            tick_length: sizes.tick_length,
            look_ahead: sizes.look_ahead,
            engine,
            log: EventLog::EMPTY,
            expected,
            course: None,
            pending: VecDeque::with_capacity(sizes.most_pending),
            most_pending: sizes.most_pending,
            ahead: VecDeque::with_capacity(sizes.look_ahead + 1),
            now,
            tick: 0,
            picture,
            history: History::new(setup.history_length),
        };
        for species in Species::BOTH {
            let wanted = world.wanted(species);
            world.picture.fill(species, wanted);
        }
        world.history.push(world.reading());
        Ok(world)
    }

    /// Lives through one whole step at the given concentrations, those of the step's middle.
    pub fn step(&mut self, concentrations: Concentrations) {
        self.decide(concentrations);
        self.follow();
        for species in Species::BOTH {
            self.picture.balance(species, self.wanted(species));
        }
        self.picture.drift();
    }

    /// The engine's part: what happens in the newest step.
    fn decide(&mut self, concentrations: Concentrations) {
        let Self {
            engine,
            log,
            picture,
            pending,
            ..
        } = self;
        let (most, length) = (self.most_pending, self.tick_length.value());
        let lead = f64::from(u32::try_from(self.look_ahead).unwrap_or(u32::MAX));
        engine.advance(self.tick_length, concentrations, |event| {
            log.add(&event);
            if pending.len() >= most
                && let Some(early) = pending.pop_front()
            {
                // More events than were ever expected: the oldest is seen a little early.
                picture.act(&early.event, early.docker);
            }
            let docker = match event.change {
                Change::Bound(species) => {
                    let remaining = lead + event.after.value() / length;
                    picture.call(species, event.receptor, remaining)
                }
                Change::Left(_) => None,
            };
            pending.push_back(Pending { event, docker });
        });
        let course = match self.course {
            Some((at, course)) if at == concentrations => course,
            _ => {
                let (agonist, antagonist) = (self.agonist.rates(), self.antagonist.rates());
                Exchange::new(agonist, antagonist, concentrations).over(self.tick_length)
            }
        };
        self.course = Some((concentrations, course));
        self.expected = course.apply(self.expected);
        self.ahead.push_back(Moment {
            concentrations,
            expected: self.expected,
        });
    }

    /// The picture's part: it reaches the step that was decided one look-ahead ago.
    fn follow(&mut self) {
        if self.ahead.len() <= self.look_ahead {
            return;
        }
        if let Some(moment) = self.ahead.pop_front() {
            self.now = moment;
        }
        while let Some(next) = self.pending.front()
            && next.event.tick <= self.tick
        {
            let Pending { event, docker } = *next;
            self.pending.pop_front();
            self.picture.act(&event, docker);
        }
        self.tick += 1;
        if self.tick.is_multiple_of(STEPS_PER_READING) {
            self.history.push(self.reading());
        }
    }

    /// Steps the picture has shown.
    pub fn tick(&self) -> u64 {
        self.tick
    }

    /// Steps the engine has decided: the next one that conditions can still change.
    pub fn decided(&self) -> u64 {
        self.engine.tick()
    }

    /// Real time that one step stands for.
    pub fn tick_length(&self) -> Seconds {
        self.tick_length
    }

    /// Everything worth a chart, as drawn now.
    pub fn reading(&self) -> Reading {
        let counts = self.picture.counts();
        let all = f64::from(counts.total().max(1));
        let (agonist, antagonist) = (self.agonist.efficacy(), self.antagonist.efficacy());
        let answer = |a, b| Answer::of(&self.readouts, (agonist, a), (antagonist, b));
        let Moment {
            concentrations,
            expected,
        } = self.now;
        Reading {
            tick: self.tick,
            counts,
            answer: answer(
                f64::from(counts.agonist) / all,
                f64::from(counts.antagonist) / all,
            ),
            expected,
            expected_answer: answer(expected.agonist(), expected.antagonist()),
            concentrations,
        }
    }

    /// Recent readings, ten for each second on screen.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The receptors from left to right, as drawn now.
    pub fn receptors(&self) -> &[Receptor] {
        self.picture.receptors()
    }

    /// The molecules of one kind, each with a number that stays its own while it is in the picture.
    pub fn molecules(&self, species: Species) -> impl Iterator<Item = (u32, &Molecule)> {
        self.picture.molecules(species)
    }

    /// How many molecules of one kind there are, and how many came and went.
    pub fn tally(&self, species: Species) -> Tally {
        self.picture.tally(species)
    }

    /// How many real dots one drawn dot stands for: above one when the number drawn is capped.
    pub fn dots_per_dot(&self, species: Species) -> f64 {
        (self.dots(species) / f64::from(self.drawn.most.max(1))).max(1.0)
    }

    /// Where things are.
    pub fn scenery(&self) -> &Scenery {
        self.picture.scenery()
    }

    /// Fingerprint of everything the engine has decided so far.
    pub fn log(&self) -> EventLog {
        self.log
    }

    /// The engine, to compare its state with the picture.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    fn dots(&self, species: Species) -> f64 {
        let Concentrations {
            agonist,
            antagonist,
        } = self.now.concentrations;
        let relative = match species {
            Species::Agonist => self.agonist.relative(agonist),
            Species::Antagonist => self.antagonist.relative(antagonist),
        };
        f64::from(self.drawn.per_half_occupying) * relative.value()
    }

    /// How many free molecules of a kind the bath keeps in the picture.
    fn wanted(&self, species: Species) -> u32 {
        let dots = libm::round(self.dots(species)).min(f64::from(self.drawn.most));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded and bounded"
        )]
        let wanted = dots as u32;
        wanted
    }
}
