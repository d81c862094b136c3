//! Fixtures: the model with the explainer's own numbers.
#![allow(dead_code, reason = "each test file uses its own part of the fixtures")]

use naltrexone_explainer::model::lesson::scene::SceneNumbers;
use naltrexone_explainer::model::pharmacology::adaptation::AdaptationNumbers;
use naltrexone_explainer::model::pharmacology::alcohol::AlcoholNumbers;
use naltrexone_explainer::model::pharmacology::blockade::{EffectSiteNumbers, Zones};
use naltrexone_explainer::model::pharmacology::dosing::{
    OralNumbers, PharmacokineticNumbers, ReleasePhase,
};
use naltrexone_explainer::model::pharmacology::ligand::LigandNumbers;
use naltrexone_explainer::model::pharmacology::{
    LigandTable, Parameters, Pharmacology, ResponseNumbers,
};
use serde_json::Value;

/// The explainer's numbers as they are shipped.
pub(crate) fn parameters() -> Parameters {
    let data = data();
    let endorphin = ligand(&data["ligands"]["endorphin"]);
    Parameters {
        ligands: LigandTable {
            naltrexone: ligand(&data["ligands"]["naltrexone"]),
            endorphin,
            morphine: ligand(&data["ligands"]["morphine"]),
            heroin: ligand(&data["ligands"]["heroin"]),
            oxycodone: ligand(&data["ligands"]["oxycodone"]),
            fentanyl: ligand(&data["ligands"]["fentanyl"]),
            partial_agonist: ligand(&data["ligands"]["partial_agonist"]),
        },
        pharmacokinetics: pharmacokinetics(&data["pharmacokinetics"]),
        effect_site: effect_site(&data["effect_site"]),
        effect_site_short: effect_site(&data["effect_site_short"]),
        effect_site_long: effect_site(&data["effect_site_long"]),
        response: ResponseNumbers {
            signal_steepness: number(&data["response"]["signal_steepness"]),
            effect_steepness: number(&data["response"]["effect_steepness"]),
            challenge_drive: number(&data["response"]["challenge_drive"]),
        },
        zones: Zones {
            waning: number(&data["zones"]["waning"]),
            working: number(&data["zones"]["working"]),
            strong: number(&data["zones"]["strong"]),
        },
        alcohol: AlcoholNumbers {
            resting_endorphin: number(&data["alcohol"]["resting_endorphin"]),
            release_gain: number(&data["alcohol"]["release_gain"]),
            efficacy: endorphin.efficacy,
            direct_part: number(&data["alcohol"]["direct_part"]),
        },
        adaptation: AdaptationNumbers {
            adapting_days: number(&data["adaptation"]["adapting_days"]),
            starting_tolerance: number(&data["adaptation"]["starting_tolerance"]),
            tolerance_half_life_days: number(&data["adaptation"]["tolerance_half_life_days"]),
        },
    }
}

/// The same, checked.
pub(crate) fn pharmacology() -> Pharmacology {
    Pharmacology::new(&parameters()).unwrap()
}

/// The levels of the scenes as they are shipped.
pub(crate) fn scene_numbers() -> SceneNumbers {
    let scenes = &data()["scenes"];
    SceneNumbers {
        endorphin_burst: number(&scenes["endorphin_burst"]),
        dose: number(&scenes["dose"]),
        large_dose: number(&scenes["large_dose"]),
        naltrexone: number(&scenes["naltrexone"]),
        wearing_off_half_life_seconds: number(&scenes["wearing_off_half_life_seconds"]),
    }
}

fn data() -> Value {
    serde_json::from_str(include_str!("../../src/content/data/pharmacology.json")).unwrap()
}

fn number(entry: &Value) -> f64 {
    entry["value"]
        .as_f64()
        .unwrap_or_else(|| panic!("no value in {entry}"))
}

fn ligand(entry: &Value) -> LigandNumbers {
    LigandNumbers {
        half_occupying_nanomolar: number(&entry["half_occupying_nanomolar"]),
        leaving_per_second: number(&entry["leaving_per_second"]),
        efficacy: number(&entry["efficacy"]),
    }
}

fn oral(entry: &Value) -> OralNumbers {
    OralNumbers {
        bioavailability: number(&entry["bioavailability"]),
        clearance_liters_per_hour: number(&entry["clearance_liters_per_hour"]),
        uptake_per_hour: number(&entry["uptake_per_hour"]),
        early_fall_per_hour: number(&entry["early_fall_per_hour"]),
        late_fall_per_hour: number(&entry["late_fall_per_hour"]),
        early_part: number(&entry["early_part"]),
    }
}

fn pharmacokinetics(entry: &Value) -> PharmacokineticNumbers {
    let phases = entry["injection_phases"].as_array().unwrap();
    let phase = |phase: &Value| ReleasePhase {
        part: number(&phase["part"]),
        rise_per_hour: number(&phase["rise_per_hour"]),
        fall_per_hour: number(&phase["fall_per_hour"]),
    };
    PharmacokineticNumbers {
        oral_naltrexone: oral(&entry["oral_naltrexone"]),
        oral_naltrexol: oral(&entry["oral_naltrexol"]),
        injection_phases: phases.iter().map(phase).collect(),
        injection_conversion: number(&entry["injection_conversion"]),
        naltrexol_potency: number(&entry["naltrexol_potency"]),
    }
}

fn effect_site(entry: &Value) -> EffectSiteNumbers {
    EffectSiteNumbers {
        exchange_per_hour: number(&entry["exchange_per_hour"]),
        half_blocking_nanograms_per_milliliter: number(
            &entry["half_blocking_nanograms_per_milliliter"],
        ),
    }
}
