//! What binds: how tightly, how fast it comes and goes, and how strongly it switches a receptor on.

use crate::model::units::{
    Affinity, Efficacy, Nanomolar, PerNanomolarSecond, PerSecond, Refused, Relative, Seconds,
};

/// The substances the explainer can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Substance {
    /// Blocks, and switches nothing on.
    Naltrexone,
    /// The body's own: beta-endorphin stands for all endorphins.
    Endorphin,
    /// An opioid medicine.
    Morphine,
    /// 6-MAM, which the body makes from heroin within minutes.
    Heroin,
    /// An opioid medicine that leaves receptors quickly.
    Oxycodone,
    /// A strong opioid that stays long on receptors.
    Fentanyl,
    /// Buprenorphine-like: holds on for hours and switches receptors on only partly.
    PartialAgonist,
}

impl Substance {
    /// Every substance, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Naltrexone,
        Self::Endorphin,
        Self::Morphine,
        Self::Heroin,
        Self::Oxycodone,
        Self::Fentanyl,
        Self::PartialAgonist,
    ];
}

/// A ligand as three plain numbers, not yet checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LigandNumbers {
    /// Concentration at which it holds half the receptors, in nanomolar (`K_D`).
    pub half_occupying_nanomolar: f64,
    /// How often a held receptor is let go, per second (koff).
    pub leaving_per_second: f64,
    /// Efficacy times receptor reserve (tau); zero for an antagonist.
    pub efficacy: f64,
}

/// A substance that binds, checked; the rate of binding follows from the other two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ligand {
    half_occupying: Affinity,
    leaving: PerSecond,
    efficacy: Efficacy,
}

impl Ligand {
    /// The ligand, or a refusal that names the number at fault.
    pub fn new(numbers: &LigandNumbers) -> Result<Self, Refused> {
        Ok(Self {
            half_occupying: Affinity::new(numbers.half_occupying_nanomolar)?,
            leaving: PerSecond::new(numbers.leaving_per_second)?,
            efficacy: Efficacy::new(numbers.efficacy)?,
        })
    }

    /// Concentration at which it holds half the receptors.
    pub fn half_occupying(&self) -> Affinity {
        self.half_occupying
    }

    /// Efficacy times receptor reserve (tau).
    pub fn efficacy(&self) -> Efficacy {
        self.efficacy
    }

    /// How fast it comes and goes.
    pub fn rates(&self) -> Rates {
        Rates {
            binding: PerNanomolarSecond::of(self.leaving.value() / self.half_occupying.value()),
            leaving: self.leaving,
        }
    }

    /// How long it stays on a receptor on average; without end (infinite) if it never leaves.
    pub fn mean_stay(&self) -> Seconds {
        Seconds::of(1.0 / self.leaving.value())
    }

    /// A concentration as a multiple of the half-occupying one.
    pub fn relative(&self, concentration: Nanomolar) -> Relative {
        Relative::of(concentration.value() / self.half_occupying.value())
    }

    /// The concentration that is so many times the half-occupying one.
    pub fn concentration(&self, relative: Relative) -> Nanomolar {
        Nanomolar::of(relative.value() * self.half_occupying.value())
    }
}

/// How fast a ligand binds free receptors and leaves held ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// kon, per nanomolar and second.
    pub binding: PerNanomolarSecond,
    /// koff, per second.
    pub leaving: PerSecond,
}

/// Free concentrations at the receptors, held steady by the scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concentrations {
    /// Of the endorphin or opioid.
    pub agonist: Nanomolar,
    /// Of naltrexone.
    pub antagonist: Nanomolar,
}

impl Concentrations {
    /// No ligand at all.
    pub const NONE: Self = Self {
        agonist: Nanomolar::of(0.0),
        antagonist: Nanomolar::of(0.0),
    };
}
