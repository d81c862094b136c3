//! The words of a language's search, read from the text that the browser loads.
//!
//! One line for each list, its name first, its entries after tabs. Phrases are separated by bars; a
//! phrase is a few words in any order, `a/b` for either of two, `@name` for any word of a class.
//! `~` before a phrase: it says enough only where nothing else is said; `?`: it only hints; `=`: its
//! words stand just so, the small ones with them, in each wording that `/` and `@` give.

use std::collections::BTreeMap;
use std::fmt;

use super::normal;
use super::opinion::Opinion;
use super::stem::stem;
use super::{Index, Known, Owner, Phrase, Quick, Saying, Span, Strength};
use crate::content::catalog::{EffectIndex, FINGERPRINT};

/// What every word that negates stands for.
pub(super) const NEGATION: u32 = 0;

/// Why the search terms of a language were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsError {
    /// They were built for another version of the program.
    OtherVersion,
}

impl fmt::Display for TermsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherVersion => f.write_str("the search terms belong to another version"),
        }
    }
}

/// A stem while the lists are being read.
#[derive(Default)]
pub(super) struct Draft {
    /// As it is written; empty if no list has it as a word.
    pub(super) surface: String,
    pub(super) kind: u16,
    pub(super) concepts: Vec<u32>,
    /// A saying has it.
    pub(super) is_told: bool,
}

/// Words that stand for each other.
#[derive(Clone, Copy)]
pub(super) struct Class<'t> {
    /// As they are listed.
    pub(super) surfaces: &'t str,
    /// The stems that they stand for, once a phrase has asked for the class.
    pub(super) members: Option<Span>,
    /// The ways to say them, once a saying has asked for it.
    pub(super) ways: Option<Span>,
}

#[derive(Default)]
pub(super) struct Reader<'t> {
    /// Every stem, with its number.
    pub(super) numbers: Quick<String, u32>,
    /// What is known of each stem, by its number.
    pub(super) drafts: Vec<Draft>,
    pub(super) classes: BTreeMap<&'t str, Class<'t>>,
    pub(super) concepts: Quick<Vec<u32>, u32>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) elements: Vec<u32>,
    pub(super) aliases: Quick<String, Vec<String>>,
    pub(super) sayings: Vec<Saying>,
    pub(super) places: Vec<Span>,
    pub(super) ways: Vec<u32>,
    /// For each saying the numbers of its places, saying after saying.
    pub(super) rows: Vec<u32>,
    pub(super) begins: Vec<(u32, u32)>,
    pub(super) opinion: Opinion,
    pub(super) owners: [u16; 3],
    /// What was read before, for what stands in the lists more than once: the stems that a word
    /// stands for, the concepts that a word of a phrase asks for, the places of sayings.
    pub(super) members: Quick<&'t str, Span>,
    pub(super) stems: Vec<u32>,
    pub(super) asked: Quick<&'t str, Span>,
    pub(super) answers: Vec<u32>,
    pub(super) numbered: Quick<&'t str, u32>,
}

/// Builds the index from the text.
pub(super) fn parse(text: &str) -> Result<Index, TermsError> {
    let mut lines = text.lines();
    if lines.next() != Some(FINGERPRINT) {
        return Err(TermsError::OtherVersion);
    }
    let mut reader = Reader::default();
    reader.concepts.insert(Vec::new(), NEGATION);
    for line in lines {
        let (name, rest) = line.split_once('\t').unwrap_or((line, ""));
        match name {
            "stop" => reader.flag(rest, Known::STOP),
            "light" => reader.flag(rest, Known::LIGHT),
            "not" => {
                reader.flag(rest, Known::NEGATES);
                reader.class(name, rest);
            }
            "turn" => reader.flag(rest, Known::TURNS),
            "fine" => reader.flag(rest, Known::FINE),
            "elsewhere" => reader.flag(rest, Known::ELSEWHERE),
            "denies" => reader.flag(rest, Known::DENIES),
            "person" => reader.flag(rest, Known::PERSON),
            "through" => reader.flag(rest, Known::THROUGH),
            "or" => reader.flag(rest, Known::JOINS),
            "known" => reader.flag(rest, 0),
            "alias" => reader.alias(rest),
            "class" => {
                let (name, members) = rest.split_once('\t').unwrap_or((rest, ""));
                reader.class(name, members);
            }
            "idiom" => reader.idiom(rest),
            "effect" => {
                let owner = Owner::Effect(EffectIndex(reader.next(0)));
                reader.entry(owner, rest);
            }
            "crisis" => {
                let owner = Owner::Crisis(reader.next(1));
                reader.entry(owner, rest);
            }
            "asked" => {
                let owner = Owner::Asked(reader.next(2));
                reader.entry(owner, rest);
            }
            _ => reader.opinion.take(name, rest),
        }
    }
    Ok(reader.index())
}

impl<'t> Reader<'t> {
    fn next(&mut self, kind: usize) -> u16 {
        let mut given = 0;
        if let Some(next) = self.owners.get_mut(kind) {
            given = *next;
            *next = next.saturating_add(1);
        }
        given
    }

    /// The number of a plain word's stem.
    pub(super) fn stem(&mut self, plain: &str) -> u32 {
        let next = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(stem(plain)).or_insert(next);
        if number == next {
            self.drafts.push(Draft::default());
        }
        number
    }

    /// What is known of a stem, which from now on is a word.
    pub(super) fn word(&mut self, surface: &str, stem: u32) -> Option<&mut Draft> {
        let draft = self.drafts.get_mut(stem as usize)?;
        if draft.surface.is_empty() {
            surface.clone_into(&mut draft.surface);
        }
        Some(draft)
    }

    pub(super) fn kind(&self, stem: u32) -> u16 {
        let draft = self.drafts.get(stem as usize);
        draft.map_or(0, |draft| draft.kind)
    }

    fn flag(&mut self, list: &str, kind: u16) {
        for word in normal::words(list) {
            let stem = self.stem(&word.plain);
            if let Some(draft) = self.word(&word.plain, stem) {
                draft.kind |= kind;
                if kind == Known::NEGATES {
                    draft.concepts.push(NEGATION);
                }
            }
        }
    }

    fn alias(&mut self, list: &str) {
        for entry in list.split('|') {
            let mut words = normal::words(entry).into_iter().map(|word| word.plain);
            let typed = entry.split(' ').next().unwrap_or_default();
            if let Some(from) = words.next() {
                // An apostrophe may be all that tells two words apart: `od'd` is not `odd`.
                let has_apostrophe = typed.contains('\'');
                let from = if has_apostrophe {
                    typed.to_owned()
                } else {
                    from
                };
                self.aliases.insert(from, words.collect());
            }
        }
    }

    fn class(&mut self, name: &'t str, list: &'t str) {
        let class = Class {
            surfaces: list,
            members: None,
            ways: None,
        };
        self.classes.insert(name, class);
    }

    fn idiom(&mut self, list: &'t str) {
        for words in list.split('|') {
            self.saying(words, None, Strength::Strong);
        }
    }
}
