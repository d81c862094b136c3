//! The content's files, checked and turned into tables when the project is built.

pub use super::quiz::{QuizChoice, QuizQuestion};
pub use super::shift::Shift;
use super::text::{Key, Value, Words};
pub use super::tour::{StepWords, TourWords};
use crate::model::lesson::receptor_scene::Choice;
use crate::model::lesson::scene::{Scene, SceneNumbers};
use crate::model::lesson::tour::{Goal, Stage, StepPlan, TourPlan};
use crate::model::pharmacology;

/// Something that stands behind a statement.
#[derive(Debug)]
pub struct Source {
    /// Its name in the data files.
    pub id: &'static str,
    /// The citation as printed.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// The edition that was read: a year, a month or a day.
    pub date: &'static str,
    /// Where it lives, if it has an address.
    pub url: Option<&'static str>,
}

/// How a shown statement came to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Seen in a copy of the named source.
    Read,
    /// Arithmetic on values that were read.
    Derived,
    /// Our own framing.
    Editorial,
}

/// Who approved a statement, and when.
#[derive(Debug)]
pub struct Review {
    /// The reviewer.
    pub by: &'static str,
    /// The day, as year-month-day.
    pub on: &'static str,
}

/// One thing that we say.
#[derive(Debug)]
pub struct Statement {
    /// Its name, for reviewers, links and language files.
    pub id: &'static str,
    /// Its words.
    pub text: Key,
    /// Who says so.
    pub sources: &'static [&'static Source],
    /// How it came to us.
    pub basis: Basis,
    /// Who approved it, if anybody has.
    pub review: Option<Review>,
}

/// How a statement is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// A paragraph.
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
    /// A drawing of days that are too soon, and of days that may be.
    Days {
        /// Days that are too soon in any case.
        from: u8,
        /// The last day that may still be too soon.
        to: u8,
    },
    /// A sign of an emergency.
    Sign,
}

/// A statement in its place.
#[derive(Debug)]
pub struct Placed {
    /// What is said.
    pub statement: &'static Statement,
    /// How it is set.
    pub role: Role,
}

/// A headed run of statements.
#[derive(Debug)]
pub struct Section {
    /// Its name, for links.
    pub id: &'static str,
    /// Its heading.
    pub heading: Key,
    /// What it says, in order.
    pub placed: &'static [Placed],
}

/// One part of the explainer.
#[derive(Debug)]
pub struct PartContent {
    /// Its name in addresses and attributes.
    pub id: &'static str,
    /// Its name in the navigation.
    pub name: Key,
    /// Its heading.
    pub title: Key,
    /// What it is about, in one sentence.
    pub lead: Key,
    /// What it says, in order.
    pub sections: &'static [&'static Section],
}

/// A form of the medicine, or something people also hear of.
#[derive(Debug)]
pub struct Form {
    /// Its name, for links.
    pub id: &'static str,
    /// Its heading.
    pub name: Key,
    /// Whether it is the tablet or the injection.
    pub main: bool,
    /// What is said of it, by question.
    pub topics: &'static [Topic],
}

/// One question about a form.
#[derive(Debug)]
pub struct Topic {
    /// The question.
    pub heading: Key,
    /// The answers.
    pub statements: &'static [&'static Statement],
}

/// A word of the glossary.
#[derive(Debug)]
pub struct Term {
    /// Its name in marks.
    pub id: &'static str,
    /// The word.
    pub name: Key,
    /// What it means.
    pub means: &'static Statement,
}

/// A country with its help lines.
#[derive(Debug)]
pub struct Country {
    /// Its name in attributes.
    pub id: &'static str,
    /// Its name.
    pub name: Key,
    /// The number for an emergency, if it has been checked.
    pub emergency: Option<&'static str>,
    /// Who gives that number.
    pub sources: &'static [&'static Source],
    /// Everybody else to call.
    pub lines: &'static [Line],
}

/// One help line.
#[derive(Debug)]
pub struct Line {
    /// Its name, for reviewers.
    pub id: &'static str,
    /// What it is for.
    pub purpose: Purpose,
    /// Who answers.
    pub name: Key,
    /// When to call.
    pub when: Key,
    /// The number, if it has been checked.
    pub number: Option<Number>,
    /// Who gives that number.
    pub sources: &'static [&'static Source],
}

/// What a help line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Thoughts of suicide or of harming oneself.
    Crisis,
    /// Help with drugs and alcohol.
    DrugsAndAlcohol,
    /// Something swallowed.
    Poison,
    /// A nurse's advice.
    Nurse,
    /// Reports of side effects.
    Report,
}

/// A telephone number.
#[derive(Debug)]
pub struct Number {
    /// As people read it.
    pub shown: &'static str,
    /// As a telephone dials it.
    pub dial: &'static str,
    /// Whether somebody answers calls.
    pub call: bool,
    /// Whether somebody answers text messages.
    pub text: bool,
}

/// One effect in one group of people.
#[derive(Debug)]
pub struct SideEffect {
    /// The row's name, for reviewers.
    pub id: &'static str,
    /// The effect in plain words.
    pub name: Key,
    /// The medical term.
    pub term: Key,
    /// What readers call it, separated by bars.
    pub also: Key,
    /// The body system.
    pub system: Key,
    /// Whether it can be serious.
    pub serious: bool,
    /// Who was counted.
    pub populations: &'static [Population],
    /// How many out of 100 with the medicine, where that was read.
    pub with: Option<f64>,
    /// How many out of 100 without it, where that was read.
    pub without: Option<f64>,
    /// A range out of 100, where no more than that was read; an absent end is open.
    pub range: Option<(Option<f64>, Option<f64>)>,
    /// What to do.
    pub action: Advice,
    /// Who says so.
    pub sources: &'static [&'static Source],
}

/// One effect, whoever was counted: what a reader looks up.
#[derive(Debug)]
pub struct Effect {
    /// Its name, for links.
    pub id: &'static str,
    /// The effect in plain words.
    pub name: Key,
    /// The medical term.
    pub term: Key,
    /// What readers call it, separated by bars.
    pub also: Key,
    /// Where in the body readers look for it.
    pub area: AreaIndex,
    /// Whether it can be serious for anybody who was counted.
    pub serious: bool,
    /// The most urgent advice of its rows.
    pub action: Advice,
    /// Its rows, one for each group of people counted.
    pub rows: &'static [&'static SideEffect],
    /// Entries to look at next, closest first.
    pub kin: &'static [EffectIndex],
}

/// The place of an effect in [`EFFECTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EffectIndex(pub u16);

impl EffectIndex {
    /// The effect there.
    pub fn get(self) -> Option<&'static Effect> {
        EFFECTS.get(usize::from(self.0))
    }

    /// What stands round its numbers.
    pub fn answer(self) -> Option<&'static Answer> {
        ANSWERS.get(usize::from(self.0))
    }
}

/// What stands round the numbers of an effect.
#[derive(Debug)]
pub struct Answer {
    /// Signs that cannot wait, the most likely first.
    pub signs: &'static [&'static Statement],
    /// What may help.
    pub help: &'static [&'static Statement],
    /// What else was counted.
    pub more: &'static [&'static Statement],
    /// How long it lasts, where a source says.
    pub lasts: Option<&'static Statement>,
    /// A trial that counted people with and without the medicine, where one was read.
    pub compared: Option<Compared>,
}

/// How many people had an effect, with the medicine and with a dummy.
#[derive(Debug)]
pub struct Compared {
    /// Who was counted.
    pub population: Population,
    /// The statement that says so.
    pub statement: &'static Statement,
    /// Out of 100 with the medicine.
    pub with: u8,
    /// Out of 100 with the dummy.
    pub without: u8,
}

/// An area of the body to browse by.
#[derive(Debug)]
pub struct Area {
    /// Its name, for links.
    pub id: &'static str,
    /// Its name in words.
    pub name: Key,
}

/// The place of an area in [`AREAS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AreaIndex(pub u16);

/// Something that readers ask about and that has no entry of its own.
#[derive(Debug)]
pub struct Asked {
    /// Its name, for links.
    pub id: &'static str,
    /// Its name in words.
    pub name: Key,
    /// Who lists it without saying how often; none if nobody whom we read does.
    pub sources: &'static [&'static Source],
    /// Effects to look at instead.
    pub kin: &'static [EffectIndex],
}

/// The place of something asked about in [`ASKED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AskedIndex(pub u16);

impl AskedIndex {
    /// What is asked about there.
    pub fn get(self) -> Option<&'static Asked> {
        ASKED.get(usize::from(self.0))
    }
}

/// A form of the medicine and the condition it was given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// The tablet, for alcohol use disorder.
    OralAlcohol,
    /// The tablet, for opioid use disorder.
    OralOpioid,
    /// The injection, for alcohol use disorder.
    XrAlcohol,
    /// The injection, for opioid use disorder.
    XrOpioid,
}

/// What a person with an effect should do, the most urgent last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Look after it at home.
    SelfCare,
    /// Call the doctor.
    CallDoctor,
    /// Call for help now.
    Emergency,
}

/// The part with this name in addresses and attributes.
pub fn part(id: &str) -> Option<&'static PartContent> {
    PARTS.iter().find(|part| part.id == id)
}

/// The place of the effect with this name in links.
pub fn effect(id: &str) -> Option<EffectIndex> {
    let at = EFFECTS.iter().position(|effect| effect.id == id)?;
    u16::try_from(at).ok().map(EffectIndex)
}

/// The word of the glossary with this name.
pub fn term(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id == id)
}

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
