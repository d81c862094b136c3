//! Equations that have an exact answer.
//!
//! Numbers come in as [`Parameters`], are checked once, and are trusted from then on.

pub mod adaptation;
pub mod alcohol;
pub mod binding;
pub mod blockade;
mod chain;
pub mod dosing;
pub mod ligand;
pub mod response;
pub mod schild;
mod timeline;

use self::adaptation::{Adaptation, AdaptationNumbers};
use self::alcohol::{Alcohol, AlcoholNumbers};
use self::blockade::{Band, EffectSite, EffectSiteNumbers, Zones};
use self::dosing::{PharmacokineticNumbers, Pharmacokinetics};
use self::ligand::{Ligand, LigandNumbers, Substance};
use self::response::Readout;
use super::units::{Refused, Share, Steepness, checked};

/// Every number the model needs, plain and not yet checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Every substance.
    pub ligands: LigandTable<LigandNumbers>,
    /// What the body does to naltrexone.
    pub pharmacokinetics: PharmacokineticNumbers,
    /// From blood to receptors, in the usual person.
    pub effect_site: EffectSiteNumbers,
    /// The same for a person whose block is short.
    pub effect_site_short: EffectSiteNumbers,
    /// The same for a person whose block is long.
    pub effect_site_long: EffectSiteNumbers,
    /// From occupancy to answer.
    pub response: ResponseNumbers,
    /// Edges of the zones on the chart.
    pub zones: Zones,
    /// The alcohol illustration.
    pub alcohol: AlcoholNumbers,
    /// The withdrawal and tolerance illustrations.
    pub adaptation: AdaptationNumbers,
}

/// Read-outs and the reference challenge, as plain numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponseNumbers {
    /// Steepness of the signal of a cell.
    pub signal_steepness: f64,
    /// Steepness of the effect on a whole person.
    pub effect_steepness: f64,
    /// Drive of the reference challenge without a block.
    pub challenge_drive: f64,
}

/// One value for each substance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LigandTable<T> {
    /// The blocker.
    pub naltrexone: T,
    /// The body's own.
    pub endorphin: T,
    /// An opioid.
    pub morphine: T,
    /// As 6-MAM, which the body makes from it.
    pub heroin: T,
    /// An opioid.
    pub oxycodone: T,
    /// An opioid.
    pub fentanyl: T,
    /// Like buprenorphine.
    pub partial_agonist: T,
}

impl<T> LigandTable<T> {
    /// The value for a substance.
    pub fn of(&self, substance: Substance) -> &T {
        match substance {
            Substance::Naltrexone => &self.naltrexone,
            Substance::Endorphin => &self.endorphin,
            Substance::Morphine => &self.morphine,
            Substance::Heroin => &self.heroin,
            Substance::Oxycodone => &self.oxycodone,
            Substance::Fentanyl => &self.fentanyl,
            Substance::PartialAgonist => &self.partial_agonist,
        }
    }

    /// The table that holds what `each` makes of every value.
    pub fn try_map<U, E>(&self, each: impl Fn(&T) -> Result<U, E>) -> Result<LigandTable<U>, E> {
        Ok(LigandTable {
            naltrexone: each(&self.naltrexone)?,
            endorphin: each(&self.endorphin)?,
            morphine: each(&self.morphine)?,
            heroin: each(&self.heroin)?,
            oxycodone: each(&self.oxycodone)?,
            fentanyl: each(&self.fentanyl)?,
            partial_agonist: each(&self.partial_agonist)?,
        })
    }
}

/// The two read-outs of one occupancy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readouts {
    /// Of a cell.
    pub signal: Readout,
    /// On a whole person; calibrated, not molecular.
    pub effect: Readout,
}

/// Every equation with its numbers checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Pharmacology {
    /// Every substance.
    pub ligands: LigandTable<Ligand>,
    /// Blood levels over time.
    pub pharmacokinetics: Pharmacokinetics,
    /// Blocked receptors over time.
    pub blockade: Band,
    /// From occupancy to answer.
    pub readouts: Readouts,
    /// Drive of the reference challenge without a block.
    pub challenge_drive: f64,
    /// Edges of the zones on the chart.
    pub zones: Zones,
    /// The alcohol illustration.
    pub alcohol: Alcohol,
    /// The withdrawal and tolerance illustrations.
    pub adaptation: Adaptation,
}

impl Pharmacology {
    /// The checked equations, or a refusal that names the number at fault.
    #[inline(never)]
    pub fn new(parameters: &Parameters) -> Result<Self, Refused> {
        let pharmacokinetics = Pharmacokinetics::new(&parameters.pharmacokinetics)?;
        let site = |numbers| EffectSite::new(&pharmacokinetics, numbers);
        let blockade = Band {
            short: site(&parameters.effect_site_short)?,
            usual: site(&parameters.effect_site)?,
            long: site(&parameters.effect_site_long)?,
        };
        let Zones {
            waning,
            working,
            strong,
        } = parameters.zones;
        for edge in [waning, working, strong] {
            Share::new(edge)?;
        }
        let alcohol = Alcohol::new(parameters.alcohol)?;
        checked("sensitivity to alcohol", alcohol.sensitivity(), 0.0, 1.0)?;
        let response = &parameters.response;
        Ok(Self {
            ligands: parameters.ligands.try_map(Ligand::new)?,
            blockade,
            pharmacokinetics,
            readouts: Readouts {
                signal: Readout::new(Steepness::new(response.signal_steepness)?),
                effect: Readout::new(Steepness::new(response.effect_steepness)?),
            },
            challenge_drive: checked("challenge drive", response.challenge_drive, 0.0, 1e9)?,
            zones: parameters.zones,
            alcohol,
            adaptation: Adaptation::new(parameters.adaptation)?,
        })
    }
}
