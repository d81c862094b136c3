//! `side_effects.json` as written.

use serde::{Deserialize, Serialize};

use super::Basis;

/// `side_effects.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SideEffects {
    /// The areas of the body to browse by, in order.
    pub areas: Vec<String>,
    /// One entry for each effect, in the order of their first rows.
    pub effects: Vec<Effect>,
    /// One row for each effect and group of people counted.
    pub rows: Vec<SideEffectRow>,
}

/// One effect, whoever was counted: what a reader looks up.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// The name that its rows and the language files use.
    pub id: String,
    /// The medical term, as the evidence has it.
    pub preferred_term: String,
    /// Where in the body readers look for it; our own sorting.
    pub area: String,
    /// Entries to look at next, closest first; our own choice.
    pub kin: Vec<String>,
}

/// One effect in one group of people.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SideEffectRow {
    /// The row's name.
    pub id: String,
    /// The effect that rows of several groups share.
    pub effect: String,
    /// The words for what was counted here, where they are wider than the effect.
    pub named: Option<String>,
    /// The body system.
    pub system: String,
    /// Whether it can be serious.
    pub seriousness: Seriousness,
    /// Who was counted.
    pub populations: Vec<Population>,
    /// With the medicine.
    pub drug: Option<Share>,
    /// Without the medicine.
    pub placebo: Option<Share>,
    /// A range, where a source gives no more than that.
    pub band: Option<Band>,
    /// What to do.
    pub action: Advice,
    /// Who says so.
    pub sources: Vec<String>,
    /// How the row came to us.
    pub basis: Basis,
}

impl SideEffectRow {
    /// The message with the words for what was counted.
    pub fn words(&self) -> String {
        format!("effect-{}", self.named.as_ref().unwrap_or(&self.effect))
    }
}

/// Whether an effect can be serious.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum Seriousness {
    Common,
    Serious,
}

/// A form of the medicine and the condition it was given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum Population {
    OralAlcohol,
    OralOpioid,
    XrAlcohol,
    XrOpioid,
}

/// How many of those who were counted had an effect.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// People with the effect.
    pub count: Option<u32>,
    /// People counted.
    pub of: Option<u32>,
    /// Out of 100.
    pub percent: Option<f64>,
    /// How the percentage came to us.
    pub basis: Basis,
    /// How the counts came to us, where that differs.
    pub count_basis: Option<Basis>,
}

/// A range, out of 100.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// At least this many; from zero if absent.
    pub from_percent: Option<f64>,
    /// Fewer than this many; open if absent.
    pub to_percent: Option<f64>,
    /// Without the medicine, at least.
    pub placebo_from_percent: Option<f64>,
    /// Without the medicine, at most.
    pub placebo_to_percent: Option<f64>,
    /// The lowest and the highest of several trials.
    #[serde(default)]
    pub across_trials: bool,
    /// How it came to us.
    pub basis: Basis,
}

/// What a person with an effect should do, the most urgent last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum Advice {
    SelfCare,
    CallDoctor,
    Emergency,
}
