//! Which phrases a query says, and how well.

use super::negation::bit;
use super::normal::Pause;
use super::query::{Query, Read, Reading};
use super::terms::NEGATION;
use super::{Index, Known, Owner, Phrase, Strength, small};

/// Words between those of a phrase before it is only a guess.
const MOST_APART: usize = 9;

/// How sure the words of a phrase must be.
const SURE: f32 = 0.72;

/// A phrase that a query says.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) owner: Owner,
    pub(super) score: f32,
    pub(super) near: bool,
    pub(super) strength: Strength,
    pub(super) words: u128,
    pub(super) readings: Vec<Reading>,
    /// Reaches over the end of a sentence.
    pub(super) is_torn: bool,
    /// Reaches over a `but`, and so was not said.
    pub(super) is_cut: bool,
}

/// The phrases whose every word stands in the query, and those that miss one.
pub(super) fn phrases<'a>(index: &'a Index, query: &Query) -> (Vec<&'a Phrase>, Vec<&'a Phrase>) {
    let mut counts = vec![0_u8; index.phrases.len()];
    let mut touched = Vec::new();
    let mut last = None;
    for reading in &query.readings {
        if last == Some(reading.concept) {
            continue;
        }
        last = Some(reading.concept);
        for number in index.postings_of(reading.concept) {
            if let Some(count) = counts.get_mut(*number as usize) {
                if *count == 0 {
                    touched.push(*number);
                }
                *count += 1;
            }
        }
    }
    touched.sort_unstable();
    let (mut full, mut part) = (Vec::new(), Vec::new());
    for number in touched {
        let number = number as usize;
        if let (Some(phrase), Some(count)) = (index.phrases.get(number), counts.get(number)) {
            if *count == phrase.count {
                full.push(phrase);
            } else if *count + 1 == phrase.count && phrase.strength == Strength::Strong {
                part.push(phrase);
            }
        }
    }
    (full, part)
}

/// Where a query says a phrase best, if each of its words can have a place of its own.
pub(super) fn say(index: &Index, query: &Query, phrase: &Phrase, denied: u128) -> Option<Said> {
    let elements = index.elements_of(phrase);
    let anchor = elements
        .iter()
        .min_by_key(|element| query.of(**element).len())?;
    let mut best: Option<(f32, Said)> = None;
    for start in query.of(*anchor) {
        if is_undone(query, *anchor, start) {
            continue;
        }
        let mut readings = vec![*start];
        for element in elements.iter().filter(|element| *element != anchor) {
            let free = query.of(*element).iter().filter(|one| {
                if is_undone(query, *element, one) {
                    return false;
                }
                let taken = |other: &Reading| one.at <= other.to && other.at <= one.to;
                !readings.iter().any(taken)
            });
            let far = |one: &Reading| {
                // A negation stands before what it negates, as a rule.
                let late = match one.at.saturating_sub(start.at) {
                    after @ 1.. if *element == NEGATION => 5 + 15 * usize::from(after > 2),
                    _ => 0,
                };
                let gone = usize::from(bit(one.at) & denied != 0);
                // Nor does it reach over a comma, where another is closer.
                let (from, to) = (one.at.min(start.at), one.at.max(start.at));
                let parted = usize::from(*element == NEGATION && query.is_parted(from, to));
                one.at.abs_diff(start.at) + late + 40 * gone + 10 * parted
            };
            let closest = free.min_by(|one, other| {
                let distance = far(one).cmp(&far(other));
                distance.then(other.quality.total_cmp(&one.quality))
            });
            readings.extend(closest.copied());
        }
        if readings.len() != elements.len() {
            continue;
        }
        let said = place(index, query, phrase, readings);
        if said.is_cut {
            continue;
        }
        let worth = said.score - if said.words & denied == 0 { 0.0 } else { 100.0 };
        if best.as_ref().is_none_or(|(most, _)| worth > *most) {
            best = Some((worth, said));
        }
    }
    best.map(|(_, said)| said)
}

/// Whether a word is turned round by the one beside it, as both are in `no trouble`.
fn is_undone(query: &Query, concept: u32, one: &Reading) -> bool {
    let read = |at: usize| query.words.get(at);
    let negates = |at: usize| read(at).is_some_and(|read| read.kind & Known::NEGATES != 0);
    if negates(one.at) && read(one.at).is_some_and(|read| read.is_saying) {
        return true;
    }
    if concept == NEGATION {
        return false;
    }
    let others = query.of(concept).iter();
    let mut beside = others.filter(|other| between(query, one.at, other.at) <= 1);
    beside.any(|other| negates(one.at) != negates(other.at))
}

/// How many words that mean something stand between two others.
fn between(query: &Query, one: usize, other: usize) -> usize {
    let (from, to) = (one.min(other), one.max(other));
    let words = query.words.iter().take(to).skip(from + 1);
    words.filter(|read| read.kind & Known::STOP == 0).count()
}

/// Whether the negations of a phrase stand by one of its other words.
fn is_bound(query: &Query, said: &Said) -> bool {
    let negates = |one: &&Reading| {
        let read = query.words.get(one.at);
        read.is_some_and(|read| read.kind & Known::NEGATES != 0)
    };
    // After a pause, `no` denies what follows it.
    let begins = |by: &Reading| {
        let read = query.words.get(by.at);
        read.is_some_and(|read| read.kind & Known::DENIES != 0 && read.word.pause != Pause::None)
    };
    let near = |by: &Reading, one: &Reading| {
        one.at > by.at && one.at - by.at <= 4
            || one.at < by.at && by.at - one.to <= 3 && !begins(by)
    };
    let is_crisis = matches!(said.owner, Owner::Crisis(_));
    let others = || said.readings.iter().filter(|one| !negates(one));
    said.readings
        .iter()
        .filter(negates)
        .filter(|by| is_crisis || by.concept != NEGATION)
        .all(|by| others().next().is_none() || others().any(|one| near(by, one)))
}

/// Whether a negation belongs to a phrase: nothing else stands between it and the phrase's next word,
/// or, where it is the last, after it.
pub(super) fn is_own(query: &Query, said: &Said, negation: usize) -> bool {
    // A saying stands just so, its negation with it.
    if matches!(&*said.readings, [all] if all.at < all.to) {
        return true;
    }
    let is_last = said.words >> negation == 1;
    let denies = |read: &Read| read.kind & Known::DENIES != 0;
    if is_last && !query.words.get(negation).is_some_and(denies) {
        return true;
    }
    // After a comma, `not` denies what follows it, be it the end of a phrase: `watery eyes, not blurry`.
    let own = query.words.get(negation);
    if own.is_some_and(|read| denies(read) && read.word.pause != Pause::None)
        && said.words & bit(negation).wrapping_sub(1) != 0
    {
        return false;
    }
    reaches(query, negation, said.words, query.meaningful).unwrap_or(is_last)
}

/// Whether a negation stands before its own words rather than others; none if neither follow it.
fn reaches(query: &Query, negation: usize, own: u128, others: u128) -> Option<bool> {
    let silent = Known::STOP | Known::LIGHT | Known::NEGATES;
    for (at, read) in query.words.iter().enumerate().skip(negation + 1) {
        if read.word.pause != Pause::None || read.is_but() {
            return None;
        }
        if own & bit(at) != 0 {
            return Some(true);
        }
        if read.kind & silent == 0 && others & bit(at) != 0 {
            return Some(false);
        }
    }
    None
}

/// A phrase at its place: how much it says, by how rare, how sure and how close its words are.
fn place(index: &Index, query: &Query, phrase: &Phrase, mut readings: Vec<Reading>) -> Said {
    readings.sort_by_key(|reading| reading.at);
    let words = readings
        .iter()
        .flat_map(|reading| reading.at..=reading.to)
        .fold(0, |set, at| set | bit(at));
    let mut score: f32 = readings
        .iter()
        .map(|reading| index.weight(reading.concept) * reading.quality)
        .sum();
    let quality =
        readings.iter().map(|reading| reading.quality).sum::<f32>() / small(readings.len().max(1));
    let mut said = Said {
        owner: phrase.owner,
        score: 0.0,
        near: quality < SURE || phrase.strength == Strength::Hint,
        strength: phrase.strength,
        words,
        is_torn: false,
        is_cut: false,
        readings,
    };
    let gap = apart(&said);
    let (from, to) = (
        said.readings.first().map_or(0, |reading| reading.at),
        said.readings.last().map_or(0, |reading| reading.to),
    );
    let between = query.words.iter().take(to + 1).skip(from + 1);
    let mut soft = 0_u8;
    for read in between {
        said.is_torn |= read.word.pause == Pause::Hard;
        said.is_cut |= read.is_but();
        soft += u8::from(read.word.pause == Pause::Soft);
    }
    score /= 1.0 + 0.1 * small(gap) + 0.15 * f32::from(soft);
    said.near |= gap > MOST_APART || said.is_torn || !is_bound(query, &said);
    score *= match phrase.strength {
        Strength::Strong => 1.0,
        Strength::Weak => 0.8,
        Strength::Hint => 0.5,
    };
    said.score = if said.is_torn { score * 0.4 } else { score };
    said
}

/// The negations of a phrase wherever a query says it, be it more than once; not those that stand
/// before one of `others`, the words that say something by themselves: `not sleepy, just no strength`.
pub(super) fn again(index: &Index, query: &Query, phrase: &Phrase, others: u128) -> u128 {
    let elements = index.elements_of(phrase);
    if !elements.contains(&NEGATION) {
        return 0;
    }
    let follows = |at: usize, element: u32| {
        let reached = at.saturating_sub(2)..=at + 4;
        query.of(element).iter().any(|one| {
            let (from, to) = (at.min(one.at), at.max(one.at));
            let mut between = query.words.iter().take(to).skip(from + 1);
            // What stands before a comma is not denied by what follows it.
            let after = query.words.iter().take(at + 1).skip(one.at + 1);
            let parted = after.into_iter().any(|read| read.word.pause != Pause::None);
            reached.contains(&one.at) && !parted && !between.any(Read::is_but)
        })
    };
    let whole = query.of(NEGATION).iter();
    let whole = whole.filter(|one| !is_undone(query, NEGATION, one));
    let rest = || elements.iter().filter(|element| **element != NEGATION);
    let own = rest().flat_map(|element| query.of(*element));
    let own = own.fold(0, |set, one| set | bit(one.at));
    let said = whole.filter(|one| {
        let is_own = reaches(query, one.to, own, others & !own) != Some(false);
        is_own && rest().all(|element| follows(one.to, *element))
    });
    said.fold(0, |set, one| set | bit(one.at))
}

/// The sayings of the query that speak of an entry.
pub(super) fn told(index: &Index, query: &Query) -> Vec<Said> {
    let mut told = Vec::new();
    for at in 0..query.words.len() {
        for (saying, taken) in index.sayings_at(query, at) {
            let Some(owner) = saying.owner else {
                continue;
            };
            let to = at + taken - 1;
            told.push(Said {
                owner,
                score: 2.0 + 0.7 * small(taken),
                near: false,
                strength: saying.strength,
                words: (at..=to).fold(0, |set, at| set | bit(at)),
                readings: vec![Reading {
                    concept: NEGATION,
                    at,
                    to,
                    quality: 1.0,
                    known: 0,
                }],
                is_torn: false,
                is_cut: false,
            });
        }
    }
    told
}

/// A phrase of which the query says all but one word.
pub(super) fn guess(index: &Index, query: &Query, phrase: &Phrase) -> Option<Said> {
    if phrase.count < 3 || matches!(phrase.owner, Owner::Crisis(_)) {
        return None;
    }
    let elements = index.elements_of(phrase);
    let readings: Vec<Reading> = elements
        .iter()
        .filter_map(|element| query.of(*element).first().copied())
        .collect();
    let all: f32 = elements.iter().map(|element| index.weight(*element)).sum();
    let there: f32 = readings.iter().map(|one| index.weight(one.concept)).sum();
    let mut said = place(index, query, phrase, readings);
    said.near = true;
    said.score *= 0.4;
    (there >= 0.66 * all && !said.is_torn && !said.is_cut && apart(&said) <= 3).then_some(said)
}

/// How many words stand between those of a phrase.
pub(super) fn apart(said: &Said) -> usize {
    let mut gap = 0;
    for pair in said.readings.windows(2) {
        if let [one, other] = pair {
            gap += other.at.saturating_sub(one.to + 1);
        }
    }
    gap
}
