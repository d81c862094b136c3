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
    pub ligands: LigandTable<LigandNumbers>,
    pub pharmacokinetics: PharmacokineticNumbers,
    pub effect_site: EffectSiteNumbers,
    /// The same for a person whose block is short.
    pub effect_site_short: EffectSiteNumbers,
    /// The same for a person whose block is long.
    pub effect_site_long: EffectSiteNumbers,
    pub response: ResponseNumbers,
    pub zones: Zones,
    pub alcohol: AlcoholNumbers,
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
    pub naltrexone: T,
    pub endorphin: T,
    pub morphine: T,
    pub heroin: T,
    pub oxycodone: T,
    pub fentanyl: T,
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
    pub ligands: LigandTable<Ligand>,
    pub pharmacokinetics: Pharmacokinetics,
    pub blockade: Band,
    pub readouts: Readouts,
    /// Drive of the reference challenge without a block.
    pub challenge_drive: f64,
    pub zones: Zones,
    pub alcohol: Alcohol,
    pub adaptation: Adaptation,
}

impl Pharmacology {
    /// The checked equations, or a refusal that names the number at fault.
    pub fn new(parameters: &Parameters) -> Result<Self, Refused> {
        let pharmacokinetics = Pharmacokinetics::new(&parameters.pharmacokinetics)?;
        let site = |numbers| EffectSite::new(&pharmacokinetics, numbers);
        let blockade = Band {
            short: site(&parameters.effect_site_short)?,
            usual: site(&parameters.effect_site)?,
            long: site(&parameters.effect_site_long)?,
        };
        let Zones { waning, working, strong } = parameters.zones;
        for edge in [waning, working, strong] {
            Share::new(edge)?;
        }
        let alcohol = Alcohol::new(parameters.alcohol)?;
        checked("sensitivity of the alcohol illustration", alcohol.sensitivity(), 0.0, 1.0)?;
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
