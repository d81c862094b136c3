//! `asked.json` and `search/<language>.json` as written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One entry of `asked.json`: something readers ask about that has no row; named `asked-<id>`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The name that the language files use.
    pub id: String,
    /// Who lists it without saying how often; none if nobody whom we read does.
    pub sources: Vec<String>,
    /// Effects to look at instead.
    pub kin: Vec<String>,
}

/// `search/<language>.json`: how readers say things. `content::search` says what a phrase may hold.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SearchTerms {
    /// Words without meaning here.
    pub stop: String,
    /// Words that mean something only together with others.
    pub light: String,
    /// Words that turn what follows into its opposite.
    pub negations: String,
    /// Words that end what a negation reaches.
    pub turns: String,
    /// Words that say that what comes before them is as it should be.
    pub fine: String,
    /// Words of what a reader may talk of instead: animals, machines, other medicines.
    pub elsewhere: String,
    /// The negations that deny beyond doubt.
    pub denies: String,
    /// Words by which a reader speaks of somebody, or of a treatment.
    pub person: String,
    /// Words that a negation reaches through.
    pub through: String,
    /// Words that carry a negation on.
    pub joins: String,
    /// Words of everyday speech that are no slips of any of ours.
    pub known: String,
    /// Short forms and slips too far from their words, with those words.
    pub aliases: BTreeMap<String, String>,
    /// Words that stand for each other, by name.
    pub classes: BTreeMap<String, String>,
    /// Sayings whose words do not mean what they say.
    pub idioms: Vec<String>,
    /// Phrases that belong to more than one effect.
    pub shared: Vec<String>,
    /// What readers say for each effect.
    pub effects: BTreeMap<String, Vec<String>>,
    /// What readers say in each emergency.
    pub crises: BTreeMap<String, Vec<String>>,
    /// What readers say for each entry of `asked.json`.
    pub asked: BTreeMap<String, Vec<String>>,
}
