//! `pharmacology.json` as written: every number of the model with its unit, basis and sources.

use serde::{Deserialize, Serialize};

/// One number and who says so.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The number itself.
    pub value: f64,
    /// What it counts.
    pub unit: String,
    /// How it came to us.
    pub basis: NumberBasis,
    /// Who says so; what is assumed may name nobody.
    pub sources: Vec<String>,
}

/// How a number of the model came to us. None of them is shown as a fact by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberBasis {
    /// Seen in a copy of the named source.
    Read,
    /// Seen where another work cites it.
    Secondary,
    /// Arithmetic on values that were read.
    Derived,
    /// From memory; waits for somebody who reads it.
    Recalled,
    /// Chosen to fit what is known.
    #[default]
    Assumed,
}

/// A file or a part of it: a name, then one field for each entry.
macro_rules! entries {
    ($(#[doc = $what:literal] $name:ident { $($(#[doc = $of:literal])? $field:ident: $kind:ty,)+ })+) => { $(
        #[doc = $what]
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(#[doc = concat!("The entry `", stringify!($field), "`.")] pub $field: $kind,)+
        }
    )+ };
}

entries! {
    /// `pharmacology.json` as a whole.
    Pharmacology {
        ligands: Ligands,
        pharmacokinetics: Pharmacokinetics,
        effect_site: EffectSite,
        effect_site_short: EffectSite,
        effect_site_long: EffectSite,
        response: Response,
        zones: Zones,
        alcohol: Alcohol,
        adaptation: Adaptation,
        scenes: Scenes,
    }
    /// Every substance.
    Ligands {
        naltrexone: Ligand,
        endorphin: Ligand,
        morphine: Ligand,
        heroin: Ligand,
        oxycodone: Ligand,
        fentanyl: Ligand,
        partial_agonist: Ligand,
    }
    /// One substance at the mu-opioid receptor.
    Ligand {
        half_occupying_nanomolar: Number,
        leaving_per_second: Number,
        efficacy: Number,
    }
    /// What the body does to naltrexone.
    Pharmacokinetics {
        oral_naltrexone: Oral,
        oral_naltrexol: Oral,
        injection_phases: Vec<ReleasePhase>,
        injection_conversion: Number,
        naltrexol_potency: Number,
    }
    /// A tablet's course in the blood.
    Oral {
        bioavailability: Number,
        clearance_liters_per_hour: Number,
        uptake_per_hour: Number,
        early_fall_per_hour: Number,
        late_fall_per_hour: Number,
        early_part: Number,
    }
    /// A part of what an injection releases.
    ReleasePhase {
        part: Number,
        rise_per_hour: Number,
        fall_per_hour: Number,
    }
    /// From blood to receptors.
    EffectSite {
        exchange_per_hour: Number,
        half_blocking_nanograms_per_milliliter: Number,
    }
    /// From occupancy to answer.
    Response {
        signal_steepness: Number,
        effect_steepness: Number,
        challenge_drive: Number,
    }
    /// Edges of the zones on the timeline.
    Zones {
        waning: Number,
        working: Number,
        strong: Number,
    }
    /// The alcohol illustration.
    Alcohol {
        resting_endorphin: Number,
        release_gain: Number,
        direct_part: Number,
    }
    /// The withdrawal and tolerance illustrations.
    Adaptation {
        adapting_days: Number,
        starting_tolerance: Number,
        tolerance_half_life_days: Number,
    }
    /// The levels of the scenes.
    Scenes {
        endorphin_burst: Number,
        dose: Number,
        large_dose: Number,
        naltrexone: Number,
        wearing_off_half_life_seconds: Number,
    }
}
