//! Sayings such as `sick of`: words that mean one thing only as they stand, the small ones with them.

use super::normal::Pause;
use super::query::Query;
use super::{Index, Saying};

impl Query {
    /// Marks sayings such as `sick of`, whose words do not mean what they say.
    pub(super) fn mark_sayings(&mut self, index: &Index) {
        for at in 0..self.words.len() {
            let said = index.sayings_at(self, at).into_iter();
            // A saying is said in one breath: `sweats, panting` are no `sweat pants`.
            let flows = |length: usize| {
                let mut rest = self.words.iter().skip(at + 1).take(length - 1);
                rest.all(|read| read.word.pause == Pause::None)
            };
            let empty = said.filter(|(one, length)| one.owner.is_none() && flows(*length));
            let length = empty.map(|(_, length)| length).max().unwrap_or_default();
            for read in self.words.iter_mut().skip(at).take(length) {
                read.is_saying = true;
            }
        }
    }
}

impl Index {
    /// The sayings that begin at a word of a query, and how many words each takes.
    pub(super) fn sayings_at(&self, query: &Query, at: usize) -> Vec<(&Saying, usize)> {
        let here: Vec<Option<u32>> = query.words.iter().skip(at).map(|read| read.told).collect();
        let Some(Some(first)) = here.first() else {
            return Vec::new();
        };
        let from = self.begins.partition_point(|(stem, _)| stem < first);
        let rest = self.begins.get(from..).unwrap_or_default().iter();
        let mut found: Vec<(&Saying, usize)> = rest
            .take_while(|(stem, _)| stem == first)
            .filter_map(|(_, saying)| {
                let saying = self.sayings.get(*saying as usize)?;
                let places = self.places_of(saying);
                Some((
                    saying,
                    self.takes(places, &here).filter(|taken| *taken > 0)?,
                ))
            })
            .collect();
        found.sort_by_key(|(saying, taken)| (*taken, saying.owner));
        found
    }

    /// How many of the words a saying with these places takes, if they say it.
    fn takes(&self, places: &[u32], words: &[Option<u32>]) -> Option<usize> {
        let Some((here, rest)) = places.split_first() else {
            return Some(0);
        };
        let mut ways = self.places.get(*here as usize)?.of(&self.ways);
        let mut most = None;
        while let Some((length, left)) = ways.split_first() {
            let (stems, next) = left.split_at_checked(*length as usize)?;
            ways = next;
            let Some((begun, after)) = words.split_at_checked(stems.len()) else {
                continue;
            };
            let mut pairs = begun.iter().zip(stems);
            if pairs.all(|(word, stem)| *word == Some(*stem)) {
                let taken = self.takes(rest, after).map(|more| more + stems.len());
                most = most.max(taken);
            }
        }
        most
    }
}
