//! `leanings/<language>.json` as written.

use serde::{Deserialize, Serialize};

/// `leanings/<language>.json`: what `cargo xtask learn` learnt from the judged queries.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Leanings {
    /// The fingerprint of the queries that it was learnt from.
    pub sets: String,
    /// To a cry for help.
    pub cry: Leaning,
    /// To what has nothing to do with the medicine.
    pub elsewhere: Leaning,
    /// To each effect.
    pub effects: EffectLeanings,
}

/// How the odds of something follow from the pieces of a query; `content::search` says how.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Leaning {
    /// The natural logarithm of the odds where no piece is known.
    pub bias: f32,
    /// What one step of a weight adds to it.
    pub step: f32,
    /// A letter for each piece, from `a` for the lowest weight to `p`; `i` is none.
    pub weights: String,
}

/// How the odds of each effect follow from the words of a query; `content::search` says how.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EffectLeanings {
    /// The effects, as they were counted.
    pub order: Vec<String>,
    /// The natural logarithm of the odds of each where no word is known; last those of nothing that is
    /// listed, and of an emergency that is no listed effect.
    pub biases: Vec<f32>,
    /// What one step of a weight adds to it.
    pub step: f32,
    /// Piece after piece, parted by dots: a letter for each effect that it speaks for or against, from
    /// `0` for the first, and one for the weight.
    pub weights: String,
}
