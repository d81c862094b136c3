//! The wordings of a list's entries: phrases as what each of their words asks for, sayings place by place.

use std::rc::Rc;

use super::normal;
use super::terms::{NEGATION, Reader};
use super::{Known, Owner, Phrase, Saying, Strength};

impl<'t> Reader<'t> {
    /// Adds a saying with all its wordings.
    pub(super) fn saying(&mut self, words: &'t str, owner: Option<Owner>, strength: Strength) {
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

    pub(super) fn entry(&mut self, owner: Owner, list: &'t str) {
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

    /// The stems that one way to write a word of a phrase stands for, without words of no meaning.
    fn members(&mut self, surface: &'t str) -> Rc<[u32]> {
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
            if self.kind(stem) & Known::STOP == 0 {
                self.word(&surface, stem);
                members.push(stem);
            }
        }
        let members: Rc<[u32]> = members.into();
        self.members.insert(surface, Rc::clone(&members));
        members
    }

    /// The stems that a class stands for; none if there is no such class.
    fn class_members(&mut self, name: &str) -> Option<Rc<[u32]>> {
        let written = self.classes.get(name)?;
        if let Some(members) = &written.members {
            return Some(Rc::clone(members));
        }
        let each = written.surfaces.clone();
        let each = each.iter().map(|surface| self.members(surface));
        let members: Rc<[u32]> = each.collect::<Vec<_>>().concat().into();
        self.classes.get_mut(name)?.members = Some(Rc::clone(&members));
        Some(members)
    }

    /// What one word of a phrase asks for; nothing for a word without meaning.
    fn element(&mut self, element: &'t str) -> Vec<u32> {
        // Words joined by a hyphen stand one after the other.
        if element.contains('-') && !element.contains(['/', '@']) {
            let each = element.split('-').flat_map(|word| self.element(word));
            return each.collect();
        }
        let mut stems = Vec::new();
        for alternative in element.split('/') {
            let class = alternative.strip_prefix('@');
            let members = class.and_then(|name| self.class_members(name));
            let members = members.unwrap_or_else(|| self.members(alternative));
            stems.extend_from_slice(&members);
        }
        if stems.is_empty() {
            return stems;
        }
        let negates = |stem: &u32| self.kind(*stem) & Known::NEGATES != 0;
        if stems.iter().all(negates) {
            return vec![NEGATION];
        }
        stems.sort_unstable();
        stems.dedup();
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        if let Some(concept) = self.concepts.get(&stems) {
            return vec![*concept];
        }
        for stem in &stems {
            if let Some(draft) = self.drafts.get_mut(*stem as usize) {
                draft.concepts.push(next);
            }
        }
        self.concepts.insert(stems, next);
        vec![next]
    }
}
