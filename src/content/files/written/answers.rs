//! `answers.json` as written: what stands round the numbers of an effect.

use serde::{Deserialize, Serialize};

use super::Population;

/// `answers.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Trials that counted people with the medicine and people with a dummy.
    pub compared: Vec<Comparison>,
    /// What belongs to every effect of an area.
    pub areas: Vec<Answer>,
    /// What belongs to one effect, in place of its area's.
    pub effects: Vec<Answer>,
}

/// One comparison of the medicine with a dummy.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The effect that was counted.
    pub effect: String,
    /// Who was counted.
    pub population: Population,
    /// The statement that says so.
    pub fact: String,
    /// Its figure with the medicine, out of 100.
    pub with: String,
    /// Its figure with the dummy, out of 100.
    pub without: String,
}

/// The statements that belong to an answer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The effect or the area.
    pub id: String,
    /// Signs that cannot wait, the most likely first.
    pub signs: Vec<String>,
    /// What may help.
    #[serde(default)]
    pub help: Vec<String>,
    /// What else was counted.
    #[serde(default)]
    pub more: Vec<String>,
    /// How long it lasts, if a source says.
    #[serde(default)]
    pub lasts: Option<String>,
}
