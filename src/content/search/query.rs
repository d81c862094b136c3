//! A query read word by word: what each may stand for, and how surely.

use super::leanings::piece;
use super::negation::bit;
use super::normal::{self, Pause, Word};
use super::slips::{self, LETTER};
use super::sound::{letters, sound};
use super::stem::{mended, stem};
use super::{Index, Known, Target};

/// A query, read.
#[derive(Default)]
pub(super) struct Query {
    /// What was read of it.
    pub(super) text: String,
    pub(super) words: Vec<Read>,
    /// What its words may stand for, by concept and then by place.
    pub(super) readings: Vec<Reading>,
    /// The words that may stand for something, as a set.
    pub(super) meaningful: u128,
    slips: usize,
}

/// One word of a query.
pub(super) struct Read {
    pub(super) word: Word,
    /// What is known of it, if it is known.
    pub(super) kind: u16,
    /// The number of its stem as a piece, or of the word's that it is a slip of.
    pub(super) piece: u16,
    /// Its number among the words of sayings, if it is one.
    pub(super) told: Option<u32>,
    /// Part of a saying that means something else.
    pub(super) is_saying: bool,
}

impl Read {
    /// Whether it sets what follows against what came before.
    pub(super) fn is_but(&self) -> bool {
        let silent = Known::TURNS | Known::STOP | Known::LIGHT;
        self.kind & silent == Known::TURNS
    }
}

/// One thing that a word may stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) concept: u32,
    /// The first word.
    pub(super) at: usize,
    /// The last word.
    pub(super) to: usize,
    /// From 0 for a guess to 1 for the word itself.
    pub(super) quality: f32,
    /// The known word.
    pub(super) known: usize,
}

/// How sure a word is that is not yet typed to its end.
const BEGUN: f32 = 0.6;

/// How many words of a query are taken for slips; more would be no sentence.
const MOST_SLIPS: usize = 16;

/// How many places of one meaning are looked at.
const MOST_PLACES: usize = 8;

/// How many known words a misspelt one may be taken for.
const MOST_GUESSES: usize = 3;

/// What it costs that a word is misspelt by ear.
const BY_EAR: u16 = 2;

/// How much farther than the closest known word another may be.
const SPREAD: u16 = 2;

impl Query {
    /// Reads a query.
    pub(super) fn new(index: &Index, query: &str) -> Self {
        let text = normal::read(query);
        let mut words = Vec::new();
        for word in normal::shortened(normal::words(&text)) {
            let typed = text.get(word.from..word.to).unwrap_or_default();
            match index
                .meant_as_typed(typed)
                .or_else(|| index.meant(&word.plain))
            {
                None => words.push(word),
                Some(meant) => {
                    for (plain, pause) in meant
                        .iter()
                        .zip(std::iter::once(word.pause).chain(std::iter::repeat(Pause::None)))
                    {
                        words.push(Word {
                            plain: plain.clone(),
                            pause,
                            ..word
                        });
                    }
                }
            }
        }
        words.truncate(normal::MOST_WORDS);
        let mut query = Self {
            text,
            ..Self::default()
        };
        let last = words.len().saturating_sub(1);
        for (at, word) in words.into_iter().enumerate() {
            query.read(index, at, word, at == last);
        }
        query.join(index);
        query.mark_sayings(index);
        query.readings.sort_by_key(|one| (one.concept, one.at));
        for reading in &query.readings {
            query.meaningful |= bit(reading.at) | bit(reading.to);
        }
        query.thin();
        query
    }

    fn read(&mut self, index: &Index, at: usize, word: Word, is_last: bool) {
        let mut stem = stem(&word.plain);
        let mut known = index.position(&stem);
        if known.is_none()
            && let Some(mended) = mended(&word.plain)
        {
            known = index.position(&mended);
            stem = known.map_or(stem, |_| mended);
        }
        let kind = known
            .and_then(|known| index.words.get(known))
            .map_or(0, |known| known.kind);
        let mut meant = known;
        if let Some(known) = known {
            self.take(index, known, at, at, 1.0);
        } else {
            let mut guesses = Vec::new();
            if self.slips < MOST_SLIPS {
                self.slips += 1;
                guesses = index.misspelt(&word.plain, &stem);
                meant = guesses.first().map(|(known, _)| *known);
            }
            if guesses.is_empty() {
                guesses = index.parted(&word.plain);
            }
            if guesses.is_empty() && is_last && word.plain.len() > if at == 0 { 2 } else { 3 } {
                guesses = index.begun(&word.plain);
            }
            for (known, quality) in guesses {
                self.take(index, known, at, at, quality);
            }
        }
        let meant = meant.and_then(|known| index.words.get(known));
        self.words.push(Read {
            word,
            piece: piece(meant.map_or(&*stem, |known| &*known.stem)),
            told: index.number(&stem),
            kind,
            is_saying: false,
        });
    }

    fn take(&mut self, index: &Index, known: usize, at: usize, to: usize, quality: f32) {
        let Some(word) = index.words.get(known) else {
            return;
        };
        for concept in index.concepts_of(word) {
            self.readings.push(Reading {
                concept: *concept,
                at,
                to,
                quality,
                known,
            });
        }
    }

    /// Reads two words as one, as in `head ache` and `light headed`.
    fn join(&mut self, index: &Index) {
        let mut found = Vec::new();
        for (at, pair) in self.words.windows(2).enumerate() {
            if let [one, other] = pair
                && other.word.pause == Pause::None
            {
                let joined = stem(&format!("{}{}", one.word.plain, other.word.plain));
                found.extend(index.position(&joined).map(|known| (at, known)));
            }
        }
        for (at, known) in found {
            self.take(index, known, at, at + 1, 1.0);
        }
    }

    /// Keeps the first and the last places of what is said over and over.
    fn thin(&mut self) {
        let mut kept = Vec::with_capacity(self.readings.len());
        for group in self
            .readings
            .chunk_by(|one, other| one.concept == other.concept)
        {
            let from = group.len().saturating_sub(MOST_PLACES / 2);
            let places = group.iter().enumerate();
            let ends = places.filter(|(at, _)| *at < MOST_PLACES / 2 || *at >= from);
            kept.extend(ends.map(|(_, reading)| *reading));
        }
        self.readings = kept;
    }

    /// Whether a comma or more stands between two words.
    pub(super) fn is_parted(&self, from: usize, to: usize) -> bool {
        let mut words = self.words.iter().take(to + 1).skip(from + 1);
        words.any(|read| read.word.pause != Pause::None)
    }

    /// The readings of one concept, in order of place.
    pub(super) fn of(&self, concept: u32) -> &[Reading] {
        let from = self.readings.partition_point(|one| one.concept < concept);
        let to = self.readings.partition_point(|one| one.concept <= concept);
        self.readings.get(from..to).unwrap_or_default()
    }
}

impl Index {
    /// The words that a short form or a well-known slip stands for.
    fn meant(&self, plain: &str) -> Option<&[String]> {
        let stem = stem(plain);
        let found = self.aliases.get(plain).or_else(|| {
            let long = self.aliases.get(&stem);
            long.filter(|_| stem.len() > 3)
        });
        found.map(Vec::as_slice)
    }

    /// The words that a short form stands for that its apostrophe tells from another word.
    fn meant_as_typed(&self, typed: &str) -> Option<&[String]> {
        if !typed.contains(['\'', '\u{2019}']) {
            return None;
        }
        let plain = |letter: char| match letter {
            '\u{2019}' => '\'',
            other => normal::small(other),
        };
        let key: String = typed.chars().map(plain).collect();
        self.aliases.get(&key).map(Vec::as_slice)
    }

    /// The number of a word among those of sayings.
    fn number(&self, stem: &str) -> Option<u32> {
        let at = self.told.binary_search_by(|(told, _)| (**told).cmp(stem));
        let (_, number) = self.told.get(at.ok()?)?;
        Some(*number)
    }

    fn position(&self, stem: &str) -> Option<usize> {
        self.words
            .binary_search_by(|known| (*known.stem).cmp(stem))
            .ok()
    }

    pub(super) fn is_meaningful(word: &Known) -> bool {
        word.count > 0 && word.kind & Known::STOP == 0
    }

    /// The known words that a word may be a slip of, closest first, with how sure each is.
    fn misspelt(&self, plain: &str, stem: &str) -> Vec<(usize, f32)> {
        let limit = slips::limit(plain.len().min(stem.len() + 1));
        if !stem.is_ascii() || plain.len() < 3 {
            return Vec::new();
        }
        let heard = sound(stem);
        let (spelt, set) = (letters(stem), letters(&heard));
        if limit == 0 {
            let sounds = |one: &&Target| {
                let known = self.words.get(one.word as usize);
                one.length > 3
                    && one.heard == set
                    && known.is_some_and(|known| *known.sound == *heard)
            };
            let alike = self.targets.iter().find(sounds);
            return alike
                .map(|one| (one.word as usize, 0.8))
                .into_iter()
                .collect();
        }
        let mut found: Vec<(u16, usize)> = Vec::new();
        // No farther than the closest so far and a little, and by ear that much less.
        let mut most = limit;
        for one in &self.targets {
            let at = one.word as usize;
            if (set ^ one.heard).count_ones() > 5
                || usize::from(one.length).abs_diff(stem.len()) > 3
            {
                continue;
            }
            let Some(word) = self.words.get(at) else {
                continue;
            };
            let mut far = None;
            if slips::least(spelt, one.spelt) <= most {
                far = slips::within(stem, &word.stem, limit, most);
            }
            // What sounds the same was misspelt by ear.
            let by_ear = far.unwrap_or(most).saturating_sub(BY_EAR);
            if slips::least(set, one.heard) <= by_ear {
                let spoken = slips::within(&heard, &word.sound, limit, by_ear);
                far = spoken.map(|far| far + BY_EAR).into_iter().chain(far).min();
            }
            if let Some(far) = far {
                most = most.min(far + SPREAD);
                found.push((far, at));
            }
        }
        found.sort_unstable();
        let closest = found.first().map_or(0, |(far, _)| *far);
        found.retain(|(far, _)| *far <= closest + SPREAD);
        found.truncate(MOST_GUESSES);
        let letters = f32::from(u8::try_from(stem.len()).unwrap_or(u8::MAX));
        found
            .into_iter()
            .map(|(far, at)| {
                let share = f32::from(far) / (f32::from(LETTER) * letters);
                (at, 0.97 - 0.9 * share)
            })
            .collect()
    }

    /// The two known words that were typed as one.
    fn parted(&self, plain: &str) -> Vec<(usize, f32)> {
        if plain.len() < 6 || !plain.is_ascii() {
            return Vec::new();
        }
        for at in 2..plain.len() - 1 {
            let Some((one, other)) = plain.split_at_checked(at) else {
                continue;
            };
            if let (Some(one), Some(other)) =
                (self.position(&stem(one)), self.position(&stem(other)))
                && [one, other]
                    .iter()
                    .any(|at| self.words.get(*at).is_some_and(Self::is_meaningful))
            {
                return vec![(one, 0.9), (other, 0.9)];
            }
        }
        Vec::new()
    }

    /// The words that a word may become once it is typed to its end.
    fn begun(&self, plain: &str) -> Vec<(usize, f32)> {
        let from = self.words.partition_point(|word| *word.stem < *plain);
        let words = self.words.iter().enumerate().skip(from);
        words
            .take_while(|(_, word)| word.stem.starts_with(plain))
            .filter(|(_, word)| Self::is_meaningful(word))
            .take(MOST_GUESSES)
            .map(|(at, _)| (at, BEGUN))
            .collect()
    }
}
