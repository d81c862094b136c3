//! What the world is exposed to at each step of a run, and the run being played.

use super::run::{Adjustment, Control, Run};
use super::scene::{Levels, Plan, SceneNumbers};
use crate::model::pharmacology::Pharmacology;
use crate::model::pharmacology::adaptation::Adaptation;
use crate::model::pharmacology::ligand::{Concentrations, Ligand, Substance};
use crate::model::units::{Refused, Relative, Seconds, Share};
use crate::model::world::history::Reading;
use crate::model::world::{Setup, Start, World};

/// A run being played: the plan of its scene, what the learner set, and the world they act on.
#[derive(Clone, Debug)]
pub struct Play {
    run: Run,
    plan: Plan,
    pharmacology: Pharmacology,
    agonist: Ligand,
    antagonist: Ligand,
    hand: Hand,
    /// Adjustments that already hold.
    done: usize,
    adapted_signal: f64,
    world: World,
}

/// What the learner's hand holds; whatever it does not hold follows the plan.
#[derive(Clone, Copy, Debug, Default)]
struct Hand {
    agonist: Option<Relative>,
    antagonist: Option<Relative>,
}

impl Play {
    /// The run before its first step, or a refusal that names the number at fault.
    pub fn new(
        run: Run,
        pharmacology: &Pharmacology,
        numbers: &SceneNumbers,
    ) -> Result<Self, Refused> {
        let plan = Plan::new(run.scene(), numbers, &pharmacology.alcohol)?;
        let agonist = *pharmacology.ligands.of(run.agonist());
        let antagonist = *pharmacology.ligands.of(Substance::Naltrexone);
        let first = concentrations(&agonist, &antagonist, plan.at(Seconds::of(0.0)));
        let start = if plan.begins_settled() {
            Start::Settled(first)
        } else {
            Start::Empty(first)
        };
        let world = World::new(&Setup {
            receptor_count: run.receptor_count(),
            clock_factor: run.clock_factor(),
            seed: run.seed(),
            ..Setup::usual(agonist, antagonist, pharmacology.readouts, start)
        })?;
        Ok(Self {
            adapted_signal: world.reading().expected_answer.signal,
            run,
            plan,
            pharmacology: pharmacology.clone(),
            agonist,
            antagonist,
            hand: Hand::default(),
            done: 0,
            world,
        })
    }

    /// Lives through one whole step.
    pub fn step(&mut self) {
        let tick = self.next();
        while let Some(adjustment) = self.run.adjustments().get(self.done)
            && adjustment.tick <= tick
        {
            self.hand.take(adjustment.control, &self.pharmacology);
            self.done += 1;
        }
        let now = self.conditions(tick);
        self.world.step(now);
    }

    /// Sets something from the next tenth of a second on.
    pub fn adjust(&mut self, control: Control) -> Result<Adjustment, Refused> {
        self.run.adjust(self.next(), control)
    }

    /// The run so far, to be replayed or sent as a link.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// What the scene does by itself.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What switches receptors on in it, and naltrexone.
    pub fn ligands(&self) -> [&Ligand; 2] {
        [&self.agonist, &self.antagonist]
    }

    /// Recent readings, oldest first, ten for each second on screen.
    pub fn readings(&self) -> impl DoubleEndedIterator<Item = &Reading> + ExactSizeIterator {
        self.world.history().readings()
    }

    /// Receptors, molecules and their recent past.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// How strongly the body is driven to withdraw, `0.0..=1.0`: an illustration without a unit.
    ///
    /// The body is adapted to the signal the scene began with, and minutes do not change that.
    pub fn withdrawal(&self) -> f64 {
        Adaptation::withdrawal(
            self.adapted_signal,
            self.world.reading().expected_answer.signal,
        )
    }

    /// The step that is decided next.
    pub fn next(&self) -> u32 {
        u32::try_from(self.world.decided()).unwrap_or(u32::MAX)
    }

    /// What the hand, as it is now, and the plan make of the middle of a step.
    pub fn conditions(&self, tick: u32) -> Concentrations {
        let middle = (f64::from(tick) + 0.5) * self.world.tick_length().value();
        let planned = self.plan.at(Seconds::of(middle));
        let levels = Levels {
            agonist: self.hand.agonist.unwrap_or(planned.agonist),
            antagonist: self.hand.antagonist.unwrap_or(planned.antagonist),
        };
        concentrations(&self.agonist, &self.antagonist, levels)
    }
}

impl Hand {
    fn take(&mut self, control: Control, pharmacology: &Pharmacology) {
        match control {
            Control::Agonist(amount) => self.agonist = Some(amount.level()),
            Control::Antagonist(amount) => self.antagonist = Some(amount.level()),
            Control::Drink(strength) => {
                let drink = Share::of(f64::from(strength.min(100)) / 100.0);
                self.agonist = Some(pharmacology.alcohol.endorphin(drink));
            }
            Control::PlanResumed => *self = Self::default(),
        }
    }
}

fn concentrations(agonist: &Ligand, antagonist: &Ligand, levels: Levels) -> Concentrations {
    Concentrations {
        agonist: agonist.concentration(levels.agonist),
        antagonist: antagonist.concentration(levels.antagonist),
    }
}
