//! The data files exactly as they are written: the only serde types of the content.

pub mod answers;
mod help_lines;
mod leanings;
pub mod pharmacology;
mod quiz;
pub mod schild;
mod search;
mod side_effects;
pub mod tour;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use answers::Comparison;
pub use help_lines::{Country, Emergency, Line, LinePurpose, Way};
pub use leanings::{EffectLeanings, Leaning, Leanings};
pub use quiz::QuizQuestion;
pub use search::{Asked, SearchTerms};
pub use side_effects::{
    Advice, Band, Effect, Population, Seriousness, Share, SideEffectRow, SideEffects,
};
pub use tour::Tours;

/// How a figure or a sentence came to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Seen in a copy of the named source.
    Read,
    /// Arithmetic on values that were read.
    Derived,
    /// Our own framing: no figure and no claim that needs one.
    Editorial,
    /// From memory: waits for somebody to check it, and is not shown as a number.
    Recalled,
    /// A row that holds both read and recalled figures; each figure says its own.
    Mixed,
}

/// One entry of `sources.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name that every other file uses.
    pub id: String,
    /// The citation as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year, year and month, or day of the edition that was read.
    pub date: String,
    /// Where it lives, if it has an address.
    pub url: Option<String>,
    /// Where the copy was read.
    pub seen_at: Option<String>,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// Relayed by a machine-assisted site: carries no figure alone.
    #[serde(default)]
    pub machine_assisted: bool,
}

/// What sort of source stands behind a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum SourceKind {
    Label,
    Leaflet,
    Guidance,
    Trial,
    Review,
    Paper,
    Database,
    Agency,
    Directory,
    Secondary,
}

/// A number with its unit.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The value, in `unit`.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// How this one number came to us, where that differs from its statement.
    pub basis: Option<Basis>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name says it all")]
pub enum Unit {
    Number,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Mg,
    Ml,
    Celsius,
    Percent,
    #[serde(rename = "in_100")]
    InHundred,
    People,
    Trials,
    Fold,
    Nanomolar,
}

/// One entry of `facts.json`; its words stand in the language files under the same id.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The statement's name, for reviewers, links and language files.
    pub id: String,
    /// The numbers that its sentence names.
    #[serde(default)]
    pub figures: BTreeMap<String, Figure>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How it came to us.
    pub basis: Basis,
    /// False while it waits to be checked.
    #[serde(default = "yes")]
    pub shown: bool,
}

fn yes() -> bool {
    true
}

/// One entry of `parts.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The part's name in addresses and attributes.
    pub id: String,
    /// What it says, in reading order.
    pub sections: Vec<Section>,
}

/// A headed run of statements.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The section's name; its heading is the word `section-<id>`.
    pub id: String,
    /// The statements, in order.
    pub statements: Vec<Placed>,
}

/// A statement in its place.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// Which statement.
    pub id: String,
    /// How it is set.
    #[serde(rename = "as", default)]
    pub role: Role,
}

/// How a statement is set on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A paragraph.
    #[default]
    Plain,
    /// A larger opening paragraph.
    Lead,
    /// An entry of a list.
    Item,
    /// A paragraph whose first strong words are set as a large figure.
    Figure,
    /// Small print.
    Note,
    /// One line set large.
    Pull,
    /// Urgent.
    Warning,
    /// A drawing of days, from its figures `from` and `to`.
    Days,
    /// A sign of an emergency, in an urgent list.
    Sign,
}

/// One entry of `forms.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The form's name.
    pub id: String,
    /// A form of naltrexone treatment, or something people also hear of.
    pub group: FormGroup,
    /// What is said of it, by question.
    pub topics: Vec<Topic>,
}

/// Whether a form is one of the two that this explainer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormGroup {
    /// Tablet and injection.
    Main,
    /// What people may also hear of.
    Related,
}

/// One question about a form and its answers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The question's name; its heading is the word `topic-<id>`.
    pub id: String,
    /// The statements that answer it.
    pub statements: Vec<String>,
}

/// One entry of `locales.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    /// The language's own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// What stands between thousands.
    pub group: String,
    /// What stands before tenths.
    pub decimal: String,
}

/// One clinician's decision in `review.json`, under the statement's id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was decided.
    #[allow(clippy::struct_field_names, reason = "the name in the file")]
    pub decision: Verdict,
    /// By whom.
    pub by: String,
    /// On which day, as year-month-day.
    pub on: String,
    /// What the text and its figures were then; a later change asks for a new review.
    pub text_hash: String,
    /// What the reviewer wrote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What a reviewer decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It may stand.
    Approve,
    /// It may stand once changed.
    Change,
    /// It must go.
    Reject,
}
