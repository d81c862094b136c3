//! What was read of the lists, put in order for the search, each concept with its weight.

use super::sound::{letters, sound};
use super::terms::Reader;
use super::{Index, Known, Owner, Target, small};

impl Reader<'_> {
    /// The index of all that was read.
    pub(super) fn index(mut self) -> Index {
        let concepts = self.concepts.len();
        let mut index = Index {
            phrases: self.phrases,
            elements: self.elements,
            aliases: self.aliases,
            sayings: self.sayings,
            places: self.places,
            ways: self.ways,
            rows: self.rows,
            begins: self.begins,
            opinion: self.opinion,
            ..Index::default()
        };
        index.begins.sort_unstable();
        index.begins.dedup();
        let mut numbers: Vec<(String, u32)> = self.numbers.into_iter().collect();
        numbers.sort_unstable();
        for (stem, number) in numbers {
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
