//! The words of a language's search, read from the text that the browser loads.
//!
//! One line for each list, its name first, its entries after tabs. Phrases are separated by bars; a
//! phrase is a few words in any order, `a/b` for either of two, `@name` for any word of a class.
//! `~` before a phrase: it says enough only where nothing else is said; `?`: it only hints; `=`: its
//! words stand just so, the small ones with them, in each wording that `/` and `@` give.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::normal;
use super::sound::{letters, sound};
use super::stem::stem;
use super::{Index, Known, Owner, Phrase, Saying, Strength, Target, small};
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

/// A word while the lists are being read.
#[derive(Default)]
struct Draft {
    surface: String,
    kind: u16,
    concepts: BTreeSet<u32>,
}

#[derive(Default)]
struct Reader {
    words: BTreeMap<String, Draft>,
    classes: BTreeMap<String, Vec<String>>,
    concepts: BTreeMap<String, u32>,
    phrases: Vec<Phrase>,
    elements: Vec<u32>,
    aliases: BTreeMap<String, Vec<String>>,
    sayings: Vec<Saying>,
    told: BTreeMap<String, u32>,
    begins: Vec<(u32, u32)>,
    owners: [u16; 3],
}

/// Builds the index from the text.
pub(super) fn parse(text: &str) -> Result<Index, TermsError> {
    let mut lines = text.lines();
    if lines.next() != Some(FINGERPRINT) {
        return Err(TermsError::OtherVersion);
    }
    let mut reader = Reader::default();
    reader.concepts.insert("!".to_owned(), NEGATION);
    for line in lines {
        let (name, rest) = line.split_once('\t').unwrap_or((line, ""));
        match name {
            "stop" => reader.flag(rest, Known::STOP),
            "light" => reader.flag(rest, Known::LIGHT),
            "not" => {
                reader.flag(rest, Known::NEGATES);
                let members = rest.split(' ').map(str::to_owned).collect();
                reader.classes.insert(name.to_owned(), members);
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
            "class" => reader.class(rest),
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
            _ => {}
        }
    }
    Ok(reader.index())
}

impl Reader {
    fn next(&mut self, kind: usize) -> u16 {
        let mut given = 0;
        if let Some(next) = self.owners.get_mut(kind) {
            given = *next;
            *next = next.saturating_add(1);
        }
        given
    }

    fn word(&mut self, surface: &str, plain: &str) -> &mut Draft {
        let draft = self.words.entry(stem(plain)).or_default();
        if draft.surface.is_empty() {
            surface.clone_into(&mut draft.surface);
        }
        draft
    }

    fn flag(&mut self, list: &str, kind: u16) {
        for word in normal::words(list) {
            let draft = self.word(&word.plain, &word.plain);
            draft.kind |= kind;
            if kind == Known::NEGATES {
                draft.concepts.insert(NEGATION);
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

    fn class(&mut self, list: &str) {
        let (name, members) = list.split_once('\t').unwrap_or((list, ""));
        let members = members.split(' ').map(str::to_owned).collect();
        self.classes.insert(name.to_owned(), members);
    }

    fn idiom(&mut self, list: &str) {
        for words in list.split('|') {
            self.saying(words, None, Strength::Strong);
        }
    }

    /// Adds a saying with all its wordings.
    fn saying(&mut self, words: &str, owner: Option<Owner>, strength: Strength) {
        let mut places: Vec<Vec<Vec<u32>>> = Vec::new();
        for element in words.split_whitespace() {
            let mut ways = Vec::new();
            for surface in self.surfaces(element) {
                let mut stems = Vec::new();
                for word in normal::words(&surface) {
                    let meant = match self.aliases.get(&word.plain) {
                        Some(meant) => meant.iter().map(|word| stem(word)).collect(),
                        None => vec![stem(&word.plain)],
                    };
                    stems.extend(meant.into_iter().map(|stem| self.number(stem)));
                    self.word(&word.plain, &word.plain);
                }
                ways.push(stems);
            }
            ways.sort_unstable();
            ways.dedup();
            places.push(ways);
        }
        let number = u32::try_from(self.sayings.len()).unwrap_or(u32::MAX);
        let firsts = places.first().into_iter().flatten();
        let begins = firsts.filter_map(|stems| Some((*stems.first()?, number)));
        self.begins.extend(begins);
        self.sayings.push(Saying {
            places,
            owner,
            strength,
        });
    }

    /// The number of a word among those of sayings.
    fn number(&mut self, stem: String) -> u32 {
        let next = u32::try_from(self.told.len()).unwrap_or(u32::MAX);
        *self.told.entry(stem).or_insert(next)
    }

    /// Every word that one word of a phrase may be.
    fn surfaces(&self, element: &str) -> Vec<String> {
        let mut surfaces = Vec::new();
        for alternative in element.split('/') {
            let class = alternative.strip_prefix('@');
            match class.and_then(|name| self.classes.get(name)) {
                Some(members) => surfaces.extend(members.iter().cloned()),
                None => surfaces.push(alternative.to_owned()),
            }
        }
        surfaces
    }

    fn entry(&mut self, owner: Owner, list: &str) {
        for written in list.split('|').filter(|phrase| !phrase.is_empty()) {
            let (strength, words) = match written.split_at_checked(1) {
                Some(("~", rest)) => (Strength::Weak, rest),
                Some(("?", rest)) => (Strength::Hint, rest),
                Some(("=", rest)) => {
                    self.saying(rest, Some(owner), Strength::Strong);
                    continue;
                }
                _ => (Strength::Strong, written),
            };
            let first = self.elements.len();
            for element in words.split_whitespace() {
                self.element(element);
            }
            let count = self.elements.len() - first;
            // A word that stands twice counts once.
            let mut own = self.elements.split_off(first);
            own.sort_unstable();
            own.dedup();
            let count = count.min(own.len());
            self.elements.extend(own);
            // A negation alone says nothing.
            if self.elements.get(first..) == Some(&[NEGATION]) {
                self.elements.truncate(first);
                continue;
            }
            if let (Ok(first), Ok(count @ 1..)) = (u32::try_from(first), u8::try_from(count)) {
                self.phrases.push(Phrase {
                    first,
                    count,
                    owner,
                    strength,
                });
            }
        }
    }

    /// Adds what one word of a phrase asks for; nothing for a word without meaning.
    fn element(&mut self, element: &str) {
        let mut members: Vec<(String, String)> = Vec::new();
        for surface in self.surfaces(element) {
            for word in normal::words(&surface) {
                match self.aliases.get(&word.plain) {
                    Some(meant) if meant.len() == 1 => {
                        members.extend(meant.iter().map(|plain| (plain.clone(), plain.clone())));
                    }
                    _ => members.push((surface.clone(), word.plain)),
                }
            }
        }
        // Words joined by a hyphen stand one after the other.
        if !element.contains(['/', '@']) && members.len() > 1 {
            for (_, plain) in members {
                self.element(&plain);
            }
            return;
        }
        members.retain(|(_, plain)| {
            let known = self.words.get(&stem(plain));
            known.is_none_or(|known| known.kind & Known::STOP == 0)
        });
        if members.is_empty() {
            return;
        }
        let negates = members.iter().all(|(_, plain)| {
            let known = self.words.get(&stem(plain));
            known.is_some_and(|known| known.kind & Known::NEGATES != 0)
        });
        if negates {
            self.elements.push(NEGATION);
            return;
        }
        let mut stems: Vec<String> = members.iter().map(|(_, plain)| stem(plain)).collect();
        stems.sort_unstable();
        stems.dedup();
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        let concept = *self.concepts.entry(stems.join(" ")).or_insert(next);
        for (surface, plain) in members {
            self.word(&surface, &plain).concepts.insert(concept);
        }
        self.elements.push(concept);
    }

    fn index(self) -> Index {
        let concepts = self.concepts.len();
        let mut index = Index {
            phrases: self.phrases,
            elements: self.elements,
            aliases: self.aliases,
            sayings: self.sayings,
            told: self.told,
            begins: self.begins,
            ..Index::default()
        };
        index.begins.sort_unstable();
        index.begins.dedup();
        for (stem, draft) in self.words {
            let first = index.concepts.len();
            index.concepts.extend(draft.concepts);
            let heard = sound(&stem);
            index.words.push(Known {
                sound: heard.into(),
                surface: draft.surface.into(),
                stem: stem.into(),
                kind: draft.kind,
                first: u32::try_from(first).unwrap_or(u32::MAX),
                count: u8::try_from(index.concepts.len() - first).unwrap_or(u8::MAX),
            });
        }
        index.aim();
        index.post(concepts);
        index
    }
}

impl Index {
    /// Lists the words that a misspelt one may be taken for.
    fn aim(&mut self) {
        for (word, number) in self.words.iter().zip(0_u32..) {
            if Self::is_meaningful(word) && word.stem.len() > 2 {
                self.targets.push(Target {
                    spelt: letters(&word.stem),
                    heard: letters(&word.sound),
                    word: number,
                    length: u8::try_from(word.stem.len()).unwrap_or(u8::MAX),
                });
            }
        }
    }

    /// Lists the phrases of each concept and weighs it: what few entries say weighs more.
    fn post(&mut self, concepts: usize) {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); concepts];
        for (phrase, number) in self.phrases.iter().zip(0_u32..) {
            for element in self.elements_of(phrase) {
                if let Some(list) = lists.get_mut(*element as usize) {
                    list.push(number);
                }
            }
        }
        let mut light = vec![false; concepts];
        for word in &self.words {
            if word.kind & Known::LIGHT != 0 {
                for concept in self.concepts_of(word) {
                    if let Some(light) = light.get_mut(*concept as usize) {
                        *light = true;
                    }
                }
            }
        }
        let all = owners(
            self,
            &(0..u32::try_from(self.phrases.len()).unwrap_or(u32::MAX)).collect::<Vec<_>>(),
        );
        self.starts.push(0);
        for (list, light) in lists.iter().zip(light) {
            let share = small(owners(self, list)) / small(all.max(1));
            // From 1 for a word that everybody says to 3 for one that a single entry says.
            let rare =
                1.0 + 2.0 * libm::log2f(share.max(1e-6)) / libm::log2f(1.0 / small(all.max(2)));
            self.weights.push(if light { rare * 0.4 } else { rare });
            self.postings.extend(list);
            self.starts
                .push(u32::try_from(self.postings.len()).unwrap_or(u32::MAX));
        }
    }
}

/// How many entries own a list of phrases.
fn owners(index: &Index, list: &[u32]) -> usize {
    let mut owners: Vec<Owner> = list
        .iter()
        .filter_map(|number| index.phrases.get(*number as usize))
        .map(|phrase| phrase.owner)
        .collect();
    owners.sort_unstable();
    owners.dedup();
    owners.len()
}
