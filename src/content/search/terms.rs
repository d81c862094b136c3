//! The words of a language's search, read from the text that the browser loads.
//!
//! One line for each list, its name first, its entries after tabs. Phrases are separated by bars; a
//! phrase is a few words in any order, `a/b` for either of two, `@name` for any word of a class.
//! `~` before a phrase: it says enough only where nothing else is said; `?`: it only hints; `=`: its
//! words stand just so, the small ones with them, in each wording that `/` and `@` give.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use super::normal;
use super::sound::{letters, sound};
use super::stem::stem;
use super::{Index, Known, Owner, Phrase, Place, Saying, Strength, Target, small};
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
struct Draft {
    /// As it is written; empty if no list has it as a word.
    surface: String,
    kind: u16,
    concepts: Vec<u32>,
    /// A saying has it.
    is_told: bool,
}

/// A word of a phrase as it is written.
struct Member {
    surface: String,
    plain: String,
    stem: u32,
}

#[derive(Default)]
struct Reader<'t> {
    /// Every stem, with its number.
    numbers: BTreeMap<String, u32>,
    /// What is known of each stem, by its number.
    drafts: Vec<Draft>,
    classes: BTreeMap<&'t str, Vec<&'t str>>,
    concepts: BTreeMap<Vec<u32>, u32>,
    phrases: Vec<Phrase>,
    elements: Vec<u32>,
    aliases: BTreeMap<String, Vec<String>>,
    sayings: Vec<Saying>,
    places: Vec<Place>,
    /// For each saying the numbers of its places, saying after saying.
    rows: Vec<u32>,
    begins: Vec<(u32, u32)>,
    owners: [u16; 3],
    /// What was read before, for what stands in the lists more than once.
    members: BTreeMap<String, Rc<[Member]>>,
    asked: BTreeMap<&'t str, Rc<[u32]>>,
    numbered: BTreeMap<&'t str, u32>,
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
                reader.classes.insert(name, rest.split(' ').collect());
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
    fn stem(&mut self, plain: &str) -> u32 {
        let next = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(stem(plain)).or_insert(next);
        if number == next {
            self.drafts.push(Draft::default());
        }
        number
    }

    /// What is known of a stem, which from now on is a word.
    fn word(&mut self, surface: &str, stem: u32) -> Option<&mut Draft> {
        let draft = self.drafts.get_mut(stem as usize)?;
        if draft.surface.is_empty() {
            surface.clone_into(&mut draft.surface);
        }
        Some(draft)
    }

    fn kind(&self, stem: u32) -> u16 {
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

    fn class(&mut self, list: &'t str) {
        let (name, members) = list.split_once('\t').unwrap_or((list, ""));
        self.classes.insert(name, members.split(' ').collect());
    }

    fn idiom(&mut self, list: &'t str) {
        for words in list.split('|') {
            self.saying(words, None, Strength::Strong);
        }
    }

    /// Adds a saying with all its wordings.
    fn saying(&mut self, words: &'t str, owner: Option<Owner>, strength: Strength) {
        let first = self.rows.len();
        for element in words.split_whitespace() {
            let place = match self.numbered.get(element) {
                Some(place) => *place,
                None => self.place(element),
            };
            self.rows.push(place);
        }
        let number = u32::try_from(self.sayings.len()).unwrap_or(u32::MAX);
        let start = self.rows.get(first);
        let ways = start.and_then(|place| self.places.get(*place as usize));
        let firsts = ways.into_iter().flatten();
        let begins = firsts.filter_map(|stems| Some((*stems.first()?, number)));
        self.begins.extend(begins);
        self.sayings.push(Saying {
            first: u32::try_from(first).unwrap_or(u32::MAX),
            count: u8::try_from(self.rows.len() - first).unwrap_or(u8::MAX),
            owner,
            strength,
        });
    }

    /// Adds what may stand at one place of a saying, and gives its number.
    fn place(&mut self, element: &'t str) -> u32 {
        let mut ways = Vec::new();
        for surface in self.surfaces(element) {
            let mut stems = Vec::new();
            for word in normal::words(surface) {
                let own = self.stem(&word.plain);
                self.word(&word.plain, own);
                match self.aliases.get(&word.plain).cloned() {
                    Some(meant) => stems.extend(meant.iter().map(|word| self.stem(word))),
                    None => stems.push(own),
                }
            }
            for stem in &stems {
                if let Some(draft) = self.drafts.get_mut(*stem as usize) {
                    draft.is_told = true;
                }
            }
            ways.push(stems);
        }
        ways.sort_unstable();
        ways.dedup();
        let number = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(ways);
        self.numbered.insert(element, number);
        number
    }

    /// Every word that one word of a phrase may be.
    fn surfaces<'e>(&self, element: &'e str) -> Vec<&'e str>
    where
        't: 'e,
    {
        let mut surfaces = Vec::new();
        for alternative in element.split('/') {
            let class = alternative.strip_prefix('@');
            match class.and_then(|name| self.classes.get(name)) {
                Some(members) => surfaces.extend(members.iter().copied()),
                None => surfaces.push(alternative),
            }
        }
        surfaces
    }

    fn entry(&mut self, owner: Owner, list: &'t str) {
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
            let mut own: Vec<u32> = Vec::new();
            for element in words.split_whitespace() {
                let asked = if let Some(asked) = self.asked.get(element) {
                    Rc::clone(asked)
                } else {
                    let asked: Rc<[u32]> = self.element(element).into();
                    self.asked.insert(element, Rc::clone(&asked));
                    asked
                };
                own.extend(asked.iter());
            }
            // A word that stands twice counts once.
            own.sort_unstable();
            own.dedup();
            // A negation alone says nothing.
            if own == [NEGATION] {
                continue;
            }
            let first = self.elements.len();
            if let (Ok(first), Ok(count @ 1..)) = (u32::try_from(first), u8::try_from(own.len())) {
                self.phrases.push(Phrase {
                    first,
                    count,
                    owner,
                    strength,
                });
            }
            self.elements.extend(own);
        }
    }

    /// The words that one way to write a word of a phrase stands for.
    fn members(&mut self, surface: &str) -> Rc<[Member]> {
        if let Some(members) = self.members.get(surface) {
            return Rc::clone(members);
        }
        let mut members = Vec::new();
        for word in normal::words(surface) {
            let (surface, plain) = match self.aliases.get(&word.plain).map(Vec::as_slice) {
                Some([meant]) => (meant.clone(), meant.clone()),
                _ => (surface.to_owned(), word.plain),
            };
            let stem = self.stem(&plain);
            members.push(Member {
                surface,
                plain,
                stem,
            });
        }
        let members: Rc<[Member]> = members.into();
        self.members.insert(surface.to_owned(), Rc::clone(&members));
        members
    }

    /// What one word of a phrase asks for; nothing for a word without meaning.
    fn element(&mut self, element: &str) -> Vec<u32> {
        let written: Vec<Rc<[Member]>> = self
            .surfaces(element)
            .into_iter()
            .map(|surface| self.members(surface))
            .collect();
        let mut members: Vec<&Member> = written.iter().flat_map(|one| one.iter()).collect();
        // Words joined by a hyphen stand one after the other.
        if !element.contains(['/', '@']) && members.len() > 1 {
            let each = members
                .iter()
                .flat_map(|member| self.element(&member.plain));
            return each.collect();
        }
        members.retain(|member| self.kind(member.stem) & Known::STOP == 0);
        if members.is_empty() {
            return Vec::new();
        }
        let negates = |member: &&Member| self.kind(member.stem) & Known::NEGATES != 0;
        if members.iter().all(negates) {
            return vec![NEGATION];
        }
        let mut stems: Vec<u32> = members.iter().map(|member| member.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        let concept = *self.concepts.entry(stems).or_insert(next);
        for member in members {
            if let Some(draft) = self.word(&member.surface, member.stem) {
                draft.concepts.push(concept);
            }
        }
        vec![concept]
    }

    fn index(mut self) -> Index {
        let concepts = self.concepts.len();
        let mut index = Index {
            phrases: self.phrases,
            elements: self.elements,
            aliases: self.aliases,
            sayings: self.sayings,
            places: self.places,
            rows: self.rows,
            begins: self.begins,
            ..Index::default()
        };
        index.begins.sort_unstable();
        index.begins.dedup();
        for (stem, number) in self.numbers {
            let draft = self.drafts.get_mut(number as usize);
            let Some(mut draft) = draft.map(std::mem::take) else {
                continue;
            };
            if draft.is_told {
                index.told.push((stem.as_str().into(), number));
            }
            if draft.surface.is_empty() {
                continue;
            }
            let first = index.concepts.len();
            draft.concepts.sort_unstable();
            draft.concepts.dedup();
            index.concepts.extend(draft.concepts);
            index.words.push(Known {
                sound: sound(&stem).into(),
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
