//! `help_lines.json` as written.

use serde::{Deserialize, Serialize};

use super::Basis;

/// One country's entry of `help_lines.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The country's name in attributes and words.
    #[allow(clippy::struct_field_names, reason = "the name in the file")]
    pub country: String,
    /// The number for an emergency.
    pub emergency: Emergency,
    /// Everybody else to call.
    pub lines: Vec<Line>,
}

/// The number to call in an emergency.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// As dialed.
    pub number: String,
    /// How it came to us.
    pub basis: Basis,
    /// Who says so.
    pub sources: Vec<String>,
}

/// One help line.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The line's name; its words are `line-<id>` and `line-<id>.when`.
    pub id: String,
    /// What it is for.
    #[serde(rename = "for")]
    pub purpose: LinePurpose,
    /// As people read it.
    pub number: String,
    /// As a telephone dials it.
    pub dial: String,
    /// How it can be reached.
    pub ways: Vec<Way>,
    /// How it came to us.
    pub basis: Basis,
    /// Who says so.
    pub sources: Vec<String>,
}

/// What a help line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum LinePurpose {
    Crisis,
    DrugsAndAlcohol,
    Poison,
    Nurse,
    Report,
}

/// How a help line can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum Way {
    Call,
    Text,
}
