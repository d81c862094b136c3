//! The scenes of the receptor picture: what is in the fluid, and when.
//!
//! Times are real seconds at the receptor, chosen for legibility; levels come in as numbers.

use crate::model::pharmacology::alcohol::Alcohol;
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::{Refused, Relative, Seconds, Share, checked};

/// One tap each: a question to predict, a scene to watch, a sentence to conclude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The body's own endorphins come and go.
    Endorphins,
    /// An opioid arrives, and later washes out.
    OpioidArrives,
    /// Naltrexone is there before the opioid.
    NaltrexoneFirst,
    /// Naltrexone arrives while opioids sit on the receptors: precipitated withdrawal.
    TooSoon,
    /// Alcohol lets endorphins loose, without naltrexone and with it.
    Alcohol,
    /// More and more opioid against the block.
    Overpowering,
    /// The block wears off while opioid is there.
    WearingOff,
    /// Nothing happens but what the learner does.
    FreePlay,
}

impl Scene {
    /// Every scene, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Endorphins,
        Self::OpioidArrives,
        Self::NaltrexoneFirst,
        Self::TooSoon,
        Self::Alcohol,
        Self::Overpowering,
        Self::WearingOff,
        Self::FreePlay,
    ];

    /// The substance that switches receptors on, given the one the learner picked.
    ///
    /// Two scenes are about endorphins whatever was picked.
    pub fn agonist(self, picked: Substance) -> Substance {
        match self {
            Self::Endorphins | Self::Alcohol => Substance::Endorphin,
            _ => picked,
        }
    }
}

/// The levels scenes use, as multiples of half-occupying ones, not yet checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneNumbers {
    /// Endorphin when much of it is let loose.
    pub endorphin_burst: f64,
    /// A dose of any opioid.
    pub dose: f64,
    /// A large dose of any opioid.
    pub large_dose: f64,
    /// Naltrexone at full block.
    pub naltrexone: f64,
    /// How fast the block of the last scene halves, in real seconds.
    pub wearing_off_half_life_seconds: f64,
}

/// How a level behaves during a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Level {
    Steady(f64),
    /// From a level, halving again and again.
    Halving {
        from: f64,
        half_life: f64,
    },
}

impl Level {
    const NONE: Self = Self::Steady(0.0);

    fn after(self, time: f64) -> Relative {
        match self {
            Self::Steady(level) => Relative::of(level),
            Self::Halving { from, half_life } => Relative::of(from * libm::exp2(-time / half_life)),
        }
    }
}

/// Levels from a time until the next phase begins.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Phase {
    begins: f64,
    agonist: Level,
    antagonist: Level,
}

/// What is in the fluid at one moment, as multiples of half-occupying levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// The endorphin or opioid.
    pub agonist: Relative,
    /// Naltrexone.
    pub antagonist: Relative,
}

/// A scene's levels over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    phases: Vec<Phase>,
    settled: bool,
}

impl Plan {
    /// The plan of a scene, or a refusal that names the number at fault.
    pub fn new(scene: Scene, numbers: &SceneNumbers, alcohol: &Alcohol) -> Result<Self, Refused> {
        let level = |name, value| checked(name, value, 0.0, 1e5);
        let burst = Level::Steady(level("endorphin burst", numbers.endorphin_burst)?);
        let dose = level("scene dose", numbers.dose)?;
        let large = level("large scene dose", numbers.large_dose)?;
        let naltrexone = level("scene naltrexone", numbers.naltrexone)?;
        let half_life = numbers.wearing_off_half_life_seconds;
        let half_life = checked("scene half-life", half_life, 1.0, 1e9)?;
        let drink = |part| Level::Steady(alcohol.endorphin(Share::of(part)).value());
        let (sober, strong) = (drink(0.0), drink(1.0));
        let (full, given) = (Level::Steady(naltrexone), Level::Steady(dose));
        let (steps, settled): (&[(f64, Level, Level)], bool) = match scene {
            Scene::Endorphins => (
                &[
                    (0.0, sober, Level::NONE),
                    (200.0, burst, Level::NONE),
                    (600.0, sober, Level::NONE),
                ],
                true,
            ),
            Scene::OpioidArrives => (
                &[
                    (0.0, Level::NONE, Level::NONE),
                    (100.0, given, Level::NONE),
                    (1_000.0, Level::NONE, Level::NONE),
                ],
                false,
            ),
            Scene::NaltrexoneFirst => (&[(0.0, Level::NONE, full), (60.0, given, full)], true),
            Scene::TooSoon => (&[(0.0, given, Level::NONE), (200.0, given, full)], true),
            Scene::Alcohol => (
                &[
                    (0.0, sober, Level::NONE),
                    (200.0, strong, Level::NONE),
                    (700.0, sober, Level::NONE),
                    (900.0, sober, full),
                    (1_300.0, strong, full),
                    (1_800.0, sober, full),
                ],
                true,
            ),
            Scene::Overpowering => (
                &[
                    (0.0, Level::NONE, full),
                    (200.0, given, full),
                    (600.0, Level::Steady(large), full),
                    (1_100.0, Level::Steady(large * 10.0), full),
                    (1_600.0, Level::Steady(large * 100.0), full),
                ],
                true,
            ),
            Scene::WearingOff => (
                &[(
                    0.0,
                    given,
                    Level::Halving {
                        from: naltrexone,
                        half_life,
                    },
                )],
                true,
            ),
            Scene::FreePlay => (&[(0.0, Level::NONE, Level::NONE)], false),
        };
        let phase = |&(begins, agonist, antagonist): &_| Phase {
            begins,
            agonist,
            antagonist,
        };
        Ok(Self {
            phases: steps.iter().map(phase).collect(),
            settled,
        })
    }

    /// The levels at a time since the start.
    pub fn at(&self, time: Seconds) -> Levels {
        let time = time.value();
        let phase = self.phases.iter().rev().find(|phase| phase.begins <= time);
        phase.map_or_else(
            || Levels {
                agonist: Relative::of(0.0),
                antagonist: Relative::of(0.0),
            },
            |phase| Levels {
                agonist: phase.agonist.after(time - phase.begins),
                antagonist: phase.antagonist.after(time - phase.begins),
            },
        )
    }

    /// Whether the receptors begin as they are after a long time at the first levels.
    pub fn begins_settled(&self) -> bool {
        self.settled
    }

    /// When the levels change by themselves, in real seconds.
    pub fn turns(&self) -> impl Iterator<Item = Seconds> {
        self.phases
            .iter()
            .skip(1)
            .map(|phase| Seconds::of(phase.begins))
    }
}
