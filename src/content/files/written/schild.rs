//! `schild.json` as it is written.

use serde::{Deserialize, Serialize};

use super::Basis;

/// How naltrexone moved the dose-response curves of opioids in one study.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Schild {
    /// Who measured it.
    pub sources: Vec<String>,
    /// How the numbers came to us.
    pub basis: Option<Basis>,
    /// Each pair of curves.
    pub rows: Vec<Pair>,
}

/// The half-maximal doses of one opioid for one effect, alone and after naltrexone.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The opioid; its name is the message `ui-schild-<opioid>`.
    pub opioid: String,
    /// What was measured; its name is the message `ui-schild-<effect>`.
    pub effect: String,
    /// Naltrexone, in milligrams per kilogram.
    pub naltrexone_mg_per_kg: f64,
    /// The opioid that gives half of its effect alone, in milligrams per kilogram.
    pub half_effect_alone_mg_per_kg: f64,
    /// The same after naltrexone.
    pub half_effect_with_mg_per_kg: f64,
}
