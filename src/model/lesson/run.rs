//! One run of a scene as a value: everything that decides what happens, and nothing else.

use super::scene::Scene;
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::{Refused, Relative, checked};

/// The version of the model whose runs these are; it rises whenever the same run would go differently.
pub const MODEL_VERSION: u32 = 2;

/// Most adjustments one run can hold.
pub const MOST_ADJUSTMENTS: usize = 512;

/// Adjustments take hold at whole tenths of a second on screen, so that a slider being dragged
/// leaves at most ten a second.
const STEPS_PER_ADJUSTMENT: u32 = 6;

/// A level the learner set, in ten-thousandths of the half-occupying one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(u32);

impl Amount {
    /// The largest: a hundred thousand times the half-occupying level.
    pub const MOST: u32 = 1_000_000_000;

    /// The amount in ten-thousandths, or a refusal if there are too many.
    pub fn new(ten_thousandths: u32) -> Result<Self, Refused> {
        checked(
            "amount",
            f64::from(ten_thousandths),
            0.0,
            f64::from(Self::MOST),
        )?;
        Ok(Self(ten_thousandths))
    }

    /// The amount nearest to a level, the largest at most.
    pub fn nearest(level: Relative) -> Self {
        let steps = libm::round(level.value() * 10_000.0).min(f64::from(Self::MOST));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded and bounded"
        )]
        let steps = steps as u32;
        Self(steps)
    }

    /// Ten-thousandths of the half-occupying level.
    pub fn ten_thousandths(self) -> u32 {
        self.0
    }

    /// The level itself.
    pub fn level(self) -> Relative {
        Relative::of(f64::from(self.0) / 10_000.0)
    }
}

/// Something the learner set; it holds until set again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// How much endorphin or opioid there is.
    Agonist(Amount),
    /// How much naltrexone there is.
    Antagonist(Amount),
    /// How strong the drink is, in hundredths; it sets the endorphins.
    Drink(u8),
    /// Everything follows the plan of the scene again.
    PlanResumed,
}

impl Control {
    /// Whether a later one of these undoes all of an earlier one.
    fn replaces(self, earlier: Self) -> bool {
        match self {
            Self::PlanResumed => true,
            Self::Agonist(_) | Self::Drink(_) => {
                matches!(earlier, Self::Agonist(_) | Self::Drink(_))
            }
            Self::Antagonist(_) => matches!(earlier, Self::Antagonist(_)),
        }
    }
}

/// Something the learner set, and the step at whose start it takes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Steps since the start.
    pub tick: u32,
    /// What was set.
    pub control: Control,
}

/// Everything that decides what happens in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    scene: Scene,
    picked: Substance,
    seed: u64,
    clock_tenths: u32,
    receptor_count: u32,
    adjustments: Vec<Adjustment>,
}

impl Run {
    /// A run before anything was set, or a refusal that names what is out of range.
    ///
    /// The clock factor is given in tenths: real seconds at the receptor in ten seconds on screen.
    pub fn new(
        scene: Scene,
        picked: Substance,
        seed: u64,
        clock_tenths: u32,
        receptor_count: u32,
    ) -> Result<Self, Refused> {
        checked("clock factor", f64::from(clock_tenths), 10.0, 2_000.0)?;
        checked("receptor count", f64::from(receptor_count), 1.0, 10_000.0)?;
        if picked == Substance::Naltrexone {
            // It switches nothing on: the picture would show no agonist at all.
            checked("efficacy", 0.0, 1e-9, 1e9)?;
        }
        let adjustments = Vec::with_capacity(MOST_ADJUSTMENTS);
        Ok(Self {
            scene,
            picked,
            seed,
            clock_tenths,
            receptor_count,
            adjustments,
        })
    }

    /// The usual run of a scene: sixty receptors, twenty real seconds in one on screen.
    pub fn usual(scene: Scene, seed: u64) -> Self {
        Self {
            scene,
            picked: Substance::Morphine,
            seed,
            clock_tenths: 200,
            receptor_count: 60,
            adjustments: Vec::with_capacity(MOST_ADJUSTMENTS),
        }
    }

    /// The scene it plays.
    pub fn scene(&self) -> Scene {
        self.scene
    }

    /// The opioid the learner picked, whether or not the scene shows it.
    pub fn picked(&self) -> Substance {
        self.picked
    }

    /// The substance that switches receptors on in it.
    pub fn agonist(&self) -> Substance {
        self.scene.agonist(self.picked)
    }

    /// The number that makes its chances.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Real seconds at the receptor in ten seconds on screen.
    pub fn clock_tenths(&self) -> u32 {
        self.clock_tenths
    }

    /// Real seconds at the receptor in one second on screen.
    pub fn clock_factor(&self) -> f64 {
        f64::from(self.clock_tenths) / 10.0
    }

    /// Receptors in the row.
    pub fn receptor_count(&self) -> u32 {
        self.receptor_count
    }

    /// Everything that was set, in the order of time.
    pub fn adjustments(&self) -> &[Adjustment] {
        &self.adjustments
    }

    /// Adds something the learner set, or refuses it if it is out of order or one too many.
    pub fn add(&mut self, adjustment: Adjustment) -> Result<(), Refused> {
        let last = self.adjustments.last().map_or(0, |last| last.tick);
        checked(
            "adjustment step",
            f64::from(adjustment.tick),
            f64::from(last),
            4e9,
        )?;
        if let Control::Drink(strength) = adjustment.control {
            checked("strength of drink", f64::from(strength), 0.0, 100.0)?;
        }
        if self.adjustments.len() >= MOST_ADJUSTMENTS {
            let most = f64::from(u32::try_from(MOST_ADJUSTMENTS).unwrap_or(u32::MAX));
            checked("number of adjustments", most + 1.0, 0.0, most)?;
        }
        self.adjustments.push(adjustment);
        Ok(())
    }

    /// Sets something from the next tenth of a second on, given the step decided next.
    ///
    /// Whatever the run held for later is dropped: from here on the learner plays. So is what was
    /// set for the same moment and would have no effect any more.
    pub fn adjust(&mut self, next: u32, control: Control) -> Result<Adjustment, Refused> {
        let tick = next
            .div_ceil(STEPS_PER_ADJUSTMENT)
            .saturating_mul(STEPS_PER_ADJUSTMENT);
        self.adjustments.retain(|earlier| {
            earlier.tick < tick || earlier.tick == tick && !control.replaces(earlier.control)
        });
        let adjustment = Adjustment { tick, control };
        self.add(adjustment)?;
        Ok(adjustment)
    }
}
