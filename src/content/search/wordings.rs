//! The wordings of a list's entries: phrases as what each of their words asks for, sayings place by place.

use super::normal;
use super::terms::{NEGATION, Reader};
use super::{Known, Owner, Phrase, Saying, Span, Strength};

impl<'t> Reader<'t> {
    /// Adds a saying with all its wordings.
    pub(super) fn saying(&mut self, words: &'t str, owner: Option<Owner>, strength: Strength) {
        let first = self.rows.len();
        for element in words.split(' ') {
            let place = match self.numbered.get(element) {
                Some(place) => *place,
                None => self.place(element),
            };
            self.rows.push(place);
        }
        let number = u32::try_from(self.sayings.len()).unwrap_or(u32::MAX);
        let start = self.rows.get(first);
        let place = start.and_then(|place| self.places.get(*place as usize));
        let mut ways = place.map_or(&[][..], |place| place.of(&self.ways));
        while let Some((length, left)) = ways.split_first() {
            let (stems, next) = left.split_at_checked(*length as usize).unwrap_or_default();
            self.begins
                .extend(stems.first().map(|stem| (*stem, number)));
            ways = next;
        }
        self.sayings.push(Saying {
            first: u32::try_from(first).unwrap_or(u32::MAX),
            count: u8::try_from(self.rows.len() - first).unwrap_or(u8::MAX),
            owner,
            strength,
        });
    }

    /// Adds what may stand at one place of a saying, and gives its number.
    fn place(&mut self, element: &'t str) -> u32 {
        for name in element.split('/').filter_map(|one| one.strip_prefix('@')) {
            self.list(name);
        }
        let first = self.ways.len();
        for alternative in element.split('/') {
            let class = alternative.strip_prefix('@');
            let listed = class.and_then(|name| self.classes.get(name)?.ways);
            match listed {
                Some(ways) => self.ways.extend_from_within(ways.range()),
                None => self.way(alternative),
            }
        }
        let number = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(Span::since(first, &self.ways));
        self.numbered.insert(element, number);
        number
    }

    /// Lists the ways to say a class, once, for the places that ask for it.
    fn list(&mut self, name: &str) {
        let Some(class) = self.classes.get(name).filter(|class| class.ways.is_none()) else {
            return;
        };
        let (surfaces, first) = (class.surfaces, self.ways.len());
        for surface in surfaces.split(' ') {
            self.way(surface);
        }
        if let Some(class) = self.classes.get_mut(name) {
            class.ways = Some(Span::since(first, &self.ways));
        }
    }

    /// Adds one way to fill a place.
    fn way(&mut self, surface: &str) {
        let first = self.ways.len();
        self.ways.push(0);
        for word in normal::words(surface) {
            let own = self.stem(&word.plain);
            self.word(&word.plain, own);
            match self.aliases.get(&word.plain).cloned() {
                Some(meant) => {
                    for word in meant {
                        let stem = self.stem(&word);
                        self.tell(stem);
                    }
                }
                None => self.tell(own),
            }
        }
        let count = u32::try_from(self.ways.len() - first - 1).unwrap_or_default();
        if let Some(length) = self.ways.get_mut(first) {
            *length = count;
        }
    }

    /// Adds a stem to the way that is being read.
    fn tell(&mut self, stem: u32) {
        if let Some(draft) = self.drafts.get_mut(stem as usize) {
            draft.is_told = true;
        }
        self.ways.push(stem);
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
            let mut own: Vec<u32> = Vec::with_capacity(8);
            for element in words.split(' ') {
                let asked = match self.asked.get(element) {
                    Some(asked) => *asked,
                    None => self.ask(element),
                };
                own.extend(asked.of(&self.answers));
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

    /// What one word of a phrase asks for, kept for when it comes again.
    fn ask(&mut self, element: &'t str) -> Span {
        let first = self.answers.len();
        // Words joined by a hyphen stand one after the other.
        if element.contains('-') && !element.contains(['/', '@']) {
            for word in element.split('-') {
                let concept = self.concept(word);
                self.answers.extend(concept);
            }
        } else {
            let concept = self.concept(element);
            self.answers.extend(concept);
        }
        let asked = Span::since(first, &self.answers);
        self.asked.insert(element, asked);
        asked
    }

    /// The stems that one way to write a word of a phrase stands for, without words of no meaning.
    fn members(&mut self, surface: &'t str) -> Span {
        if let Some(members) = self.members.get(surface) {
            return *members;
        }
        let first = self.stems.len();
        for word in normal::words(surface) {
            let meant = match self.aliases.get(&word.plain).map(Vec::as_slice) {
                Some([meant]) => Some(meant.clone()),
                _ => None,
            };
            let stem = self.stem(meant.as_deref().unwrap_or(&word.plain));
            if self.kind(stem) & Known::STOP == 0 {
                self.word(meant.as_deref().unwrap_or(surface), stem);
                self.stems.push(stem);
            }
        }
        let members = Span::since(first, &self.stems);
        self.members.insert(surface, members);
        members
    }

    /// The stems that a class stands for; none if there is no such class.
    fn class_members(&mut self, name: &str) -> Option<Span> {
        let class = *self.classes.get(name)?;
        if class.members.is_some() {
            return class.members;
        }
        let mut all = Vec::new();
        for surface in class.surfaces.split(' ') {
            let members = self.members(surface);
            all.extend_from_slice(members.of(&self.stems));
        }
        let first = self.stems.len();
        self.stems.extend(all);
        let members = Some(Span::since(first, &self.stems));
        self.classes.get_mut(name)?.members = members;
        members
    }

    /// The concept of one word of a phrase; none for a word without meaning.
    fn concept(&mut self, element: &'t str) -> Option<u32> {
        let mut stems = Vec::new();
        for alternative in element.split('/') {
            let class = alternative.strip_prefix('@');
            let members = class.and_then(|name| self.class_members(name));
            let members = members.unwrap_or_else(|| self.members(alternative));
            stems.extend_from_slice(members.of(&self.stems));
        }
        if stems.is_empty() {
            return None;
        }
        let negates = |stem: &u32| self.kind(*stem) & Known::NEGATES != 0;
        if stems.iter().all(negates) {
            return Some(NEGATION);
        }
        stems.sort_unstable();
        stems.dedup();
        if let Some(concept) = self.concepts.get(&stems) {
            return Some(*concept);
        }
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        for stem in &stems {
            if let Some(draft) = self.drafts.get_mut(*stem as usize) {
                draft.concepts.push(next);
            }
        }
        self.concepts.insert(stems, next);
        Some(next)
    }
}
