//! What a reader says, in; the effects that are meant, out. Runs in the page and in the chores.

mod answer;
pub mod leanings;
mod negation;
pub mod normal;
pub mod opinion;
mod phrases;
mod query;
mod rank;
mod sayings;
mod slips;
mod sound;
mod stem;
mod terms;
mod urgency;
mod weights;
mod wordings;

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::catalog::{AskedIndex, EffectIndex};

pub use normal::MOST_BYTES;
use opinion::Opinion;
pub use terms::TermsError;

/// Everything that readers say for every effect, ready to be searched.
#[derive(Debug, Default)]
pub struct Index {
    words: Vec<Known>,
    /// The words that a misspelt one may be taken for.
    targets: Vec<Target>,
    /// What each word may stand for, word after word.
    concepts: Vec<u32>,
    phrases: Vec<Phrase>,
    /// What each phrase asks for, phrase after phrase.
    elements: Vec<u32>,
    /// The phrases that ask for each concept, concept after concept.
    postings: Vec<u32>,
    starts: Vec<u32>,
    weights: Vec<f32>,
    aliases: Quick<String, Vec<String>>,
    sayings: Vec<Saying>,
    /// What may stand at one place of a saying or of several: where in the list of ways.
    places: Vec<Span>,
    /// Way after way: how many words it has, then each word; one, or a few for which it is short.
    ways: Vec<u32>,
    /// The places of each saying, saying after saying.
    rows: Vec<u32>,
    /// Every word that a saying has, with its number.
    told: Vec<(Box<str>, u32)>,
    /// The words that sayings begin with, and the saying of each, in order.
    begins: Vec<(u32, u32)>,
    opinion: Opinion,
}

/// A map that is asked so often that its hash has to be quick; nobody else chooses its keys.
type Quick<K, V> = HashMap<K, V, FxBuildHasher>;

/// A stretch of a list.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    first: u32,
    end: u32,
}

impl Span {
    /// What stands in a list from a place to its end.
    fn since<T>(first: usize, list: &[T]) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            first: place(first),
            end: place(list.len()),
        }
    }

    fn range(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    fn of<T>(self, list: &[T]) -> &[T] {
        list.get(self.range()).unwrap_or_default()
    }
}

/// Words that say one thing only as they stand, the small ones with them.
#[derive(Debug)]
struct Saying {
    first: u32,
    count: u8,
    /// Nothing, if they only seem to speak of an effect.
    owner: Option<Owner>,
    strength: Strength,
}

/// A word of the language that the search knows.
#[derive(Debug)]
struct Known {
    stem: Box<str>,
    sound: Box<str>,
    surface: Box<str>,
    kind: u16,
    first: u32,
    count: u8,
}

/// What tells at a glance that a known word is not the one that was misspelt.
#[derive(Debug)]
struct Target {
    /// The letters of its stem, as a set.
    spelt: u32,
    /// The letters of its sound, as a set.
    heard: u32,
    word: u32,
    /// How long its stem is.
    length: u8,
}

impl Known {
    /// Means nothing here.
    const STOP: u16 = 1;
    /// Means something only together with others.
    const LIGHT: u16 = 2;
    /// Turns what follows into its opposite.
    const NEGATES: u16 = 4;
    /// Ends what a negation reaches.
    const TURNS: u16 = 8;
    /// Says that what comes before it is as it should be.
    const FINE: u16 = 16;
    /// Says that something else is talked of: an animal, a machine, another medicine.
    const ELSEWHERE: u16 = 32;
    /// Says that somebody is spoken of, or a treatment.
    const PERSON: u16 = 64;
    /// A negation reaches through it to what is denied.
    const THROUGH: u16 = 128;
    /// Denies beyond doubt.
    const DENIES: u16 = 512;
    /// Carries a negation on to what follows.
    const JOINS: u16 = 256;
}

/// Words that say one thing when they stand together.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    first: u32,
    count: u8,
    owner: Owner,
    strength: Strength,
}

/// How much a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// Enough.
    Strong,
    /// Enough where nothing else is said.
    Weak,
    /// Never enough.
    Hint,
}

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Effect(EffectIndex),
    Crisis(u16),
    Asked(u16),
}

/// An emergency that a reader may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crisis {
    /// Thoughts of suicide or of harming oneself.
    SelfHarm,
    /// Too much of a medicine or a drug, or its signs.
    Overdose,
    /// No breath.
    Breathing,
    /// Swelling of face, lips, tongue or throat; a serious allergy.
    Swelling,
    /// Pain or pressure in the chest.
    ChestPain,
    /// A seizure.
    Fits,
    /// Yellow eyes or skin.
    Liver,
    /// Somebody who cannot be woken, or a call for an ambulance.
    Collapse,
    /// No phrase says which, but what was typed leans to one.
    Unclear,
}

impl Crisis {
    /// Every emergency that can be named, the order in which the terms list them.
    pub const ALL: [Self; 8] = [
        Self::SelfHarm,
        Self::Overdose,
        Self::Breathing,
        Self::Swelling,
        Self::ChestPain,
        Self::Fits,
        Self::Liver,
        Self::Collapse,
    ];

    /// Its name in the content's files.
    pub fn id(self) -> &'static str {
        match self {
            Self::SelfHarm => "self-harm",
            Self::Overdose => "overdose",
            Self::Breathing => "breathing",
            Self::Swelling => "swelling",
            Self::ChestPain => "chest-pain",
            Self::Fits => "fits",
            Self::Liver => "liver",
            Self::Collapse => "collapse",
            Self::Unclear => "unclear",
        }
    }

    /// The listed effects that it may be, the likeliest first; a seizure is none.
    pub fn effects(self) -> impl Iterator<Item = EffectIndex> {
        let ids: &[&str] = match self {
            Self::SelfHarm => &["suicidal-ideation"],
            Self::Overdose => &["opioid-overdose", "overcome-blockade"],
            Self::Breathing => &["eosinophilic-pneumonia", "anaphylaxis"],
            Self::Swelling => &["anaphylaxis"],
            Self::ChestPain => &["chest-pain"],
            Self::Fits | Self::Unclear => &[],
            Self::Liver => &["liver-injury", "hepatobiliary-disorder-hepatitis"],
            Self::Collapse => &["dizziness-syncope", "opioid-overdose"],
        };
        ids.iter().filter_map(|id| super::catalog::effect(id))
    }
}

/// How sure the search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The reader said an effect.
    Match,
    /// The reader may mean an effect: to be asked, not told.
    Near,
    /// Nothing that is listed.
    None,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How sure the best hit is.
    pub verdict: Verdict,
    /// The effects that are or may be meant, best first.
    pub hits: Vec<Hit>,
    /// The emergencies that were named, the most urgent first; help for them stands above all.
    pub help: Vec<Crisis>,
    /// What the reader asks about that has no entry of its own.
    pub asked: Vec<AskedIndex>,
}

impl Found {
    /// Whether an emergency was named; not only that one may be meant.
    pub fn is_urgent(&self) -> bool {
        self.help.iter().any(|crisis| *crisis != Crisis::Unclear)
    }
}

/// An effect that is or may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub effect: EffectIndex,
    /// The reader's words that say it, as typed.
    pub matched: String,
    /// The known words that they were taken for, if they were not typed so.
    pub meant: Option<String>,
    /// Whether this is a guess, to be asked rather than told.
    pub near: bool,
}

/// A small count as a number to reckon with.
fn small(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

impl Index {
    /// Reads the search terms of a language, as the build wrote them.
    ///
    /// # Errors
    /// If they belong to another build of the program.
    pub fn parse(text: &str) -> Result<Self, TermsError> {
        terms::parse(text)
    }

    /// What a reader's words mean; cheap enough for every keystroke.
    pub fn find(&self, query: &str) -> Found {
        rank::find(self, query)
    }

    /// The numbers of a query's words as [`leanings::pieces`], each once: those that are not denied,
    /// and for a slip the word that was meant.
    pub fn words(&self, query: &str) -> Vec<u16> {
        rank::words(self, query)
    }

    /// The bytes that the index holds in memory.
    pub fn bytes(&self) -> usize {
        let told = |(stem, _): &(Box<str>, u32)| size_of::<(Box<str>, u32)>() + stem.len();
        let words: usize = self
            .words
            .iter()
            .map(|word| word.stem.len() + word.sound.len() + word.surface.len())
            .sum();
        words
            + self.words.len() * size_of::<Known>()
            + self.targets.len() * size_of::<Target>()
            + self.phrases.len() * size_of::<Phrase>()
            + (self.concepts.len() + self.elements.len() + self.postings.len()) * 4
            + (self.starts.len() + self.weights.len()) * 4
            + self.sayings.len() * size_of::<Saying>()
            + self.places.len() * size_of::<Span>()
            + (self.ways.len() + self.rows.len()) * 4
            + self.begins.len() * 8
            + self.opinion.bytes()
            + self.told.iter().map(told).sum::<usize>()
    }

    fn elements_of(&self, phrase: &Phrase) -> &[u32] {
        let first = phrase.first as usize;
        let range = first..first + usize::from(phrase.count);
        self.elements.get(range).unwrap_or_default()
    }

    fn places_of(&self, saying: &Saying) -> &[u32] {
        let first = saying.first as usize;
        let range = first..first + usize::from(saying.count);
        self.rows.get(range).unwrap_or_default()
    }

    fn concepts_of(&self, word: &Known) -> &[u32] {
        let first = word.first as usize;
        let range = first..first + usize::from(word.count);
        self.concepts.get(range).unwrap_or_default()
    }

    fn postings_of(&self, concept: u32) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let range: Range<usize> = bound(concept as usize)..bound(concept as usize + 1);
        self.postings.get(range).unwrap_or_default()
    }

    fn weight(&self, concept: u32) -> f32 {
        let weight = self.weights.get(concept as usize);
        weight.copied().unwrap_or_default()
    }
}
