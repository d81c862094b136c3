//! Which phrases a query says, which of them count, and which entry comes first.

use super::negation::{bit, denied};
use super::normal::Pause;
use super::query::{Query, Reading};
use super::terms::NEGATION;
use super::{Crisis, Found, Hit, Index, Known, Owner, Phrase, Strength, Verdict};
use crate::content::catalog::AskedIndex;

/// Words between those of a phrase before it is only a guess.
const MOST_APART: usize = 9;

/// How sure the words of a phrase must be.
const SURE: f32 = 0.72;

/// A phrase that a query says.
struct Said {
    owner: Owner,
    score: f32,
    near: bool,
    strength: Strength,
    words: u128,
    readings: Vec<Reading>,
    /// Reaches over the end of a sentence.
    is_torn: bool,
    /// Reaches over a `but`, and so was not said.
    is_cut: bool,
}

/// Everything that a query says.
pub(super) fn find(index: &Index, text: &str) -> Found {
    let query = Query::new(index, text);
    let (full, part) = phrases(index, &query);
    let mut said: Vec<Said> = full
        .iter()
        .filter_map(|phrase| say(index, &query, phrase, 0))
        .chain(told(index, &query))
        .collect();
    // A negation that belongs to a phrase, as in `can't sleep`, denies nothing else.
    let negations = negations(&query);
    let spent = said
        .iter()
        .filter(|one| !one.is_torn && apart(one) <= 3)
        .fold(0, |spent, one| spent | one.words & negations);
    let denied = denied(&query, spent);
    weaken(&query, &mut said);
    let heard = crises(&said, denied);
    if denied != 0 {
        said = full
            .iter()
            .filter_map(|phrase| say(index, &query, phrase, denied))
            .chain(told(index, &query))
            .filter(|one| one.words & denied == 0)
            .collect();
    }
    let sayings = sayings(&query);
    said.retain(|one| one.words & !sayings != 0);
    weaken(&query, &mut said);
    judge(&mut said);
    if said.iter().all(|one| matches!(one.owner, Owner::Crisis(_))) {
        let guesses = part
            .iter()
            .filter_map(|phrase| guess(index, &query, phrase));
        said.extend(guesses.filter(|one| one.words & (denied | sayings) == 0));
    }
    found(index, &query, said, heard)
}

/// The phrases whose every word stands in the query, and those that miss one.
fn phrases<'a>(index: &'a Index, query: &Query) -> (Vec<&'a Phrase>, Vec<&'a Phrase>) {
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
fn say(index: &Index, query: &Query, phrase: &Phrase, denied: u128) -> Option<Said> {
    let elements = index.elements_of(phrase);
    let anchor = elements
        .iter()
        .min_by_key(|element| query.of(**element).len())?;
    let mut best: Option<(f32, Said)> = None;
    for start in query.of(*anchor) {
        let mut readings = vec![*start];
        for element in elements.iter().filter(|element| *element != anchor) {
            let free = query.of(*element).iter().filter(|one| {
                let taken = |other: &Reading| one.at <= other.to && other.at <= one.to;
                !readings.iter().any(taken)
            });
            let far = |one: &Reading| {
                let away = one.at.abs_diff(start.at);
                let late = usize::from(*element == NEGATION && one.at > start.at);
                (away + 20 * late, ((1.0 - one.quality) * 100.0) as u32)
            };
            readings.extend(free.min_by_key(|one| far(one)).copied());
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
        readings.iter().map(|reading| reading.quality).sum::<f32>() / readings.len().max(1) as f32;
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
    let silent = Known::TURNS | Known::STOP | Known::LIGHT;
    let mut soft = 0_u8;
    for read in between {
        let but = read.kind & silent == Known::TURNS;
        said.is_torn |= read.word.pause == Pause::Hard;
        said.is_cut |= but;
        soft += u8::from(read.word.pause == Pause::Soft);
    }
    score /= 1.0 + 0.1 * gap as f32 + 0.15 * f32::from(soft);
    said.near |= gap > MOST_APART || said.is_torn;
    score *= match phrase.strength {
        Strength::Strong => 1.0,
        Strength::Weak => 0.8,
        Strength::Hint => 0.5,
    };
    said.score = if said.is_torn { score * 0.4 } else { score };
    said
}

/// The sayings of the query that speak of an entry.
fn told(index: &Index, query: &Query) -> Vec<Said> {
    let mut told = Vec::new();
    for at in 0..query.words.len() {
        for saying in index.sayings_at(query, at) {
            let Some(owner) = saying.owner else {
                continue;
            };
            let to = at + saying.stems.len() - 1;
            told.push(Said {
                owner,
                score: 2.0 + 0.7 * saying.stems.len() as f32,
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
fn guess(index: &Index, query: &Query, phrase: &Phrase) -> Option<Said> {
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
fn apart(said: &Said) -> usize {
    let mut gap = 0;
    for pair in said.readings.windows(2) {
        if let [one, other] = pair {
            gap += other.at.saturating_sub(one.to + 1);
        }
    }
    gap
}

fn negations(query: &Query) -> u128 {
    set_of(query, |read| read.kind & Known::NEGATES != 0)
}

fn sayings(query: &Query) -> u128 {
    set_of(query, |read| read.is_saying)
}

fn set_of(query: &Query, holds: impl Fn(&super::query::Read) -> bool) -> u128 {
    let numbered = query.words.iter().enumerate();
    numbered
        .filter(|(_, read)| holds(read))
        .fold(0, |set, (at, _)| set | bit(at))
}

/// The emergencies that are named; those that must never be missed also where they are denied.
fn crises(said: &[Said], denied: u128) -> Vec<Crisis> {
    let mut heard: Vec<Crisis> = said
        .iter()
        .filter(|one| !one.near)
        .filter_map(|one| match one.owner {
            Owner::Crisis(number) => {
                let crisis = *Crisis::ALL.get(usize::from(number))?;
                let said = one.words & denied == 0 || crisis.is_heard_when_denied();
                said.then_some(crisis)
            }
            _ => None,
        })
        .collect();
    heard.sort_unstable();
    heard.dedup();
    heard
}

/// Makes a guess of each weak phrase that leaves words of the query open.
fn weaken(query: &Query, said: &mut [Said]) {
    let explained = said
        .iter()
        .filter(|one| one.strength != Strength::Hint)
        .fold(0, |set, one| set | one.words);
    let silent = Known::STOP | Known::LIGHT | Known::NEGATES | Known::TURNS;
    let open = set_of(query, |read| read.kind & silent == 0) & !explained;
    for one in said.iter_mut() {
        one.near |= one.strength == Strength::Weak && open != 0;
    }
}

/// Sorts by score and takes from the score of what others already say.
fn judge(said: &mut [Said]) {
    said.sort_by(|one, other| {
        let nearness = one.near.cmp(&other.near);
        nearness.then(other.score.total_cmp(&one.score))
    });
    let mut claimed = 0_u128;
    let mut whole: Vec<(u128, f32)> = Vec::new();
    for one in said.iter_mut() {
        if matches!(one.owner, Owner::Crisis(_)) {
            continue;
        }
        let fresh = one.words & !claimed;
        if fresh == one.words {
            whole.push((one.words, one.score));
            claimed |= one.words;
        } else if whole.iter().any(|(words, _)| *words == one.words) {
            // Another reading of the same words.
        } else if fresh == 0 {
            one.score *= 0.35;
            one.near = true;
        } else {
            one.score *= 0.6;
        }
    }
}

/// The answer: each effect once, by its best phrase and a little for every other.
fn found(index: &Index, query: &Query, mut said: Vec<Said>, help: Vec<Crisis>) -> Found {
    said.sort_by(|one, other| {
        let nearness = one.near.cmp(&other.near);
        nearness.then(other.score.total_cmp(&one.score))
    });
    let mut ranked: Vec<(bool, f32, Hit)> = Vec::new();
    let mut asked: Vec<AskedIndex> = Vec::new();
    for one in &said {
        match one.owner {
            Owner::Effect(effect) => {
                let known = ranked.iter_mut().find(|(_, _, hit)| hit.effect == effect);
                if let Some((_, score, _)) = known {
                    *score += 0.15 * one.score;
                    continue;
                }
                let (matched, meant) = words(index, query, one);
                let near = one.near;
                let hit = Hit {
                    effect,
                    matched,
                    meant,
                    near,
                };
                ranked.push((near, one.score, hit));
            }
            Owner::Asked(number) if !one.near => {
                if !asked.contains(&AskedIndex(number)) {
                    asked.push(AskedIndex(number));
                }
            }
            Owner::Asked(_) | Owner::Crisis(_) => {}
        }
    }
    // What help is for is an answer too, if nothing else says it.
    for (owner, one) in said.iter().map(|one| (one.owner, one)) {
        let Owner::Crisis(number) = owner else {
            continue;
        };
        let crisis = Crisis::ALL.get(usize::from(number));
        for effect in crisis
            .filter(|crisis| help.contains(crisis))
            .into_iter()
            .flat_map(|crisis| crisis.effects())
        {
            if !ranked.iter().any(|(_, _, hit)| hit.effect == effect) && !one.near {
                let (matched, meant) = words(index, query, one);
                let hit = Hit {
                    effect,
                    matched,
                    meant,
                    near: false,
                };
                ranked.push((false, one.score, hit));
            }
        }
    }
    ranked.sort_by(|one, other| {
        let nearness = one.0.cmp(&other.0);
        nearness
            .then(other.1.total_cmp(&one.1))
            .then(one.2.effect.cmp(&other.2.effect))
    });
    let hits: Vec<Hit> = ranked.into_iter().map(|(_, _, hit)| hit).collect();
    Found {
        verdict: match hits.first() {
            Some(hit) if !hit.near => Verdict::Match,
            Some(_) => Verdict::Near,
            None => Verdict::None,
        },
        hits,
        help,
        asked,
    }
}

/// The reader's words for a phrase, and what they were taken for if that differs.
fn words(index: &Index, query: &Query, said: &Said) -> (String, Option<String>) {
    let mut typed: Vec<&str> = Vec::new();
    let mut meant: Vec<&str> = Vec::new();
    let mut last = None;
    for reading in &said.readings {
        for at in reading.at..=reading.to {
            let Some(read) = query.words.get(at) else {
                continue;
            };
            if last != Some(read.word.from) {
                typed.extend(query.text.get(read.word.from..read.word.to));
            }
            last = Some(read.word.from);
        }
        meant.extend(index.words.get(reading.known).map(|known| &*known.surface));
    }
    let sure = said.readings.iter().all(|reading| reading.quality >= 1.0);
    (typed.join(" "), (!sure).then(|| meant.join(" ")))
}
