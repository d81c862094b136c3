//! Which of the phrases that a query says count, and which comes first.

use super::answer::found;
use super::negation::{bit, denied, outright};
use super::opinion::{Open, consider};
use super::phrases::{Said, again, apart, guess, is_own, phrases, say, told};
use super::query::Query;
use super::{Crisis, Found, Index, Known, Owner, Phrase, Strength};
use crate::content::catalog::EffectIndex;

/// Everything that a query says.
pub(super) fn find(index: &Index, text: &str) -> Found {
    let query = Query::new(index, text);
    let (full, part) = phrases(index, &query);
    let mut said = all(index, &query, &full, 0);
    let denied = reached(index, &query, &full, &said);
    let gone: Vec<EffectIndex> = said
        .iter()
        .filter(|one| one.words & denied != 0 && one.words & !denied == 0)
        .filter_map(|one| match one.owner {
            Owner::Effect(effect) => Some(effect),
            _ => None,
        })
        .collect();
    weaken(&query, &mut said);
    let (heard, help) = crises(&query, &said);
    let mut cries = said
        .iter()
        .filter(|one| matches!(one.owner, Owner::Crisis(_)));
    let is_named = cries.clone().next().is_some();
    let is_certain = cries.any(is_exact);
    if denied != 0 {
        let gone: Vec<(Owner, f32)> = said
            .iter()
            .filter(|one| !one.near && is_denied(&query, one, denied))
            .map(|one| (one.owner, one.score))
            .collect();
        // What is denied outright is not brought back by less.
        let is_gone = |one: &Said| {
            gone.iter()
                .any(|(owner, score)| *owner == one.owner && *score > one.score)
        };
        let cry = cry(&said, &heard);
        said = all(index, &query, &full, denied);
        said.retain(|one| one.words & denied == 0 && !is_gone(one));
        said.extend(cry.filter(|_| said.is_empty()));
    }
    let sayings = sayings(&query);
    let negations = negations(&query);
    said.retain(|one| {
        let is_bound = || one.words & negations & !own(&query, one) == 0;
        one.words & !sayings != 0 && (matches!(one.owner, Owner::Crisis(_)) || is_bound())
    });
    weaken(&query, &mut said);
    let is_told = said.iter().any(is_exact) || meant(&query) & !union(&said) == 0;
    // What stands in a phrase, as in `a lump like a golf ball`, speaks of nothing else.
    let elsewhere = set_of(&query, |read| read.kind & Known::ELSEWHERE != 0);
    if elsewhere & !explained(&said) != 0 {
        for one in &mut said {
            // Help was heard before this; only what is told becomes a guess.
            one.near |= !matches!(one.owner, Owner::Asked(_));
        }
    }
    doubt(&query, &mut said);
    judge(&mut said);
    if said.iter().all(|one| matches!(one.owner, Owner::Crisis(_))) {
        let guesses = part
            .iter()
            .filter_map(|phrase| guess(index, &query, phrase));
        said.extend(guesses.filter(|one| one.words & (denied | sayings) == 0));
    }
    let open = Open {
        is_named,
        is_certain,
        is_told,
        words: open(&query, &said),
        denied,
        gone: &gone,
    };
    let mut found = found(index, &query, said, &heard, help);
    consider(&index.opinion, &query, &open, &mut found);
    found
}

/// The words of a query that nothing which was said explains.
fn open(query: &Query, said: &[Said]) -> u128 {
    meant(query) & !explained(said)
}

/// The words of a query that mean something by themselves.
fn meant(query: &Query) -> u128 {
    let silent = Known::STOP | Known::LIGHT | Known::NEGATES | Known::TURNS;
    set_of(query, |read| read.kind & silent == 0)
}

/// The words that more than a hint explains.
fn explained(said: &[Said]) -> u128 {
    union(said.iter().filter(|one| one.strength != Strength::Hint))
}

/// All that a query says with these phrases and with its sayings, away from what is denied if it can.
fn all(index: &Index, query: &Query, full: &[&Phrase], denied: u128) -> Vec<Said> {
    full.iter()
        .filter_map(|phrase| say(index, query, phrase, denied))
        .chain(told(index, query))
        .collect()
}

/// The pieces that speak for one effect or another: the words that are not denied, without slips.
pub(super) fn words(index: &Index, text: &str) -> Vec<u16> {
    let query = Query::new(index, text);
    let (full, _) = phrases(index, &query);
    let said = all(index, &query, &full, 0);
    query.pieces(reached(index, &query, &full, &said))
}

/// The words that are denied, given all that is said.
fn reached(index: &Index, query: &Query, full: &[&Phrase], said: &[Said]) -> u128 {
    let sure = said.iter().filter(|one| !one.near && apart(one) <= 3);
    denied(query, spent(index, query, full, said), union(sure))
}

/// Whether what was said is written just as the lists have it, and more than a hint.
fn is_exact(said: &Said) -> bool {
    let mut readings = said.readings.iter();
    said.strength != Strength::Hint && readings.all(|reading| reading.quality >= 1.0)
}

/// The words of all these.
fn union<'s>(said: impl IntoIterator<Item = &'s Said>) -> u128 {
    said.into_iter().fold(0, |set, one| set | one.words)
}

/// The negations that belong to a phrase, as in `can't sleep`, and so deny nothing else.
fn spent(index: &Index, query: &Query, full: &[&Phrase], said: &[Said]) -> u128 {
    let negations = negations(query);
    let own = said
        .iter()
        .filter(|one| !one.is_torn && apart(one) <= 3)
        .fold(0, |spent, one| {
            spent | one.words & negations & own(query, one)
        });
    let alone = |one: &&Said| !one.near && one.words.is_power_of_two();
    let alone = union(said.iter().filter(alone));
    let again = full.iter().map(|phrase| again(index, query, phrase, alone));
    again.fold(own, |spent, one| spent | one) & !denying(query, said)
}

/// The negations that deny a cry for help, or more than a phrase with them says: `no mood swings`
/// speaks of mood swings, not of being in no mood.
fn denying(query: &Query, said: &[Said]) -> u128 {
    let stop = set_of(query, |read| read.kind & Known::STOP != 0);
    let denies = outright(query).into_iter().filter(|(by, reached)| {
        let (with, without): (Vec<&Said>, Vec<&Said>) =
            said.iter().partition(|one| one.words & by != 0);
        without.iter().any(|one| {
            if matches!(one.owner, Owner::Crisis(_)) {
                let cry = one.words & reached;
                cry != 0 && with.iter().all(|other| other.words & cry != cry)
            } else {
                let rest = |other: &Said| other.words & !by;
                one.words & (by << 1) != 0
                    && !one.near
                    && apart(one) == 0
                    && !with.is_empty()
                    && with.iter().all(|other| {
                        rest(other) & !one.words == 0 && rest(other) != one.words & !stop
                    })
            }
        })
    });
    denies.fold(0, |set, (by, _)| set | by)
}

/// The negations that belong to what was said.
fn own(query: &Query, said: &Said) -> u128 {
    let places = (0..query.words.len()).filter(|at| said.words & bit(*at) != 0);
    let own = places.filter(|at| is_own(query, said, *at));
    own.fold(0, |set, at| set | bit(at))
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

/// The emergencies that are named, not denied outright, and no part of a saying: those said clearly,
/// which come first among the answers, and those said at all, for which there is help.
fn crises(query: &Query, said: &[Said]) -> (Vec<Crisis>, Vec<Crisis>) {
    let outright = outright(query);
    let sayings = sayings(query);
    let mut named: Vec<(Crisis, bool)> = said
        .iter()
        .filter(|one| one.words & !sayings != 0)
        .filter(|one| {
            let denies =
                |(by, denied): &(u128, u128)| one.words & by == 0 && one.words & denied != 0;
            !outright.iter().any(denies)
        })
        .filter_map(|one| match one.owner {
            Owner::Crisis(number) => Some((*Crisis::ALL.get(usize::from(number))?, one.near)),
            _ => None,
        })
        .collect();
    // What is said clearly stands before the same said faintly.
    named.sort_unstable();
    named.dedup_by_key(|(crisis, _)| *crisis);
    let clear = named.iter().filter(|(_, near)| !near);
    let heard = clear.map(|(crisis, _)| *crisis).collect();
    (heard, named.into_iter().map(|(crisis, _)| crisis).collect())
}

/// Whether what was said is denied: all of it, or some where no comma stands between.
fn is_denied(query: &Query, said: &Said, denied: u128) -> bool {
    said.words & denied != 0 && (said.words & !denied == 0 || !is_parted(query, said))
}

/// Whether a comma or more stands between the words of what was said.
fn is_parted(query: &Query, said: &Said) -> bool {
    let from = said.readings.first().map_or(0, |reading| reading.at);
    let to = said.readings.last().map_or(0, |reading| reading.to);
    query.is_parted(from, to)
}

/// What says an emergency that was heard: a guess where a negation leaves no other answer.
fn cry(said: &[Said], heard: &[Crisis]) -> Option<Said> {
    let is_cry = |one: &&Said| match one.owner {
        Owner::Crisis(number) => Crisis::ALL
            .get(usize::from(number))
            .is_some_and(|crisis| heard.contains(crisis)),
        _ => false,
    };
    let cry = said.iter().filter(is_cry).find(|one| !one.near);
    cry.map(|one| Said {
        near: true,
        ..one.clone()
    })
}

/// Makes a guess of each weak phrase that leaves words of the query open.
fn weaken(query: &Query, said: &mut [Said]) {
    let open = open(query, said);
    for one in said.iter_mut() {
        one.near |= one.strength == Strength::Weak && open != 0;
    }
}

/// Makes a guess of everything where most words speak of something else and nobody is spoken of.
fn doubt(query: &Query, said: &mut [Said]) {
    let silent = Known::STOP | Known::LIGHT | Known::NEGATES | Known::TURNS | Known::PERSON;
    let all = set_of(query, |read| read.kind & silent == 0);
    let named = said
        .iter()
        .filter(|one| one.strength != Strength::Hint && !matches!(one.owner, Owner::Asked(_)))
        .fold(0, |set, one| set | one.words);
    let open = (all & !named).count_ones();
    let people = set_of(query, |read| {
        read.kind & Known::PERSON != 0 && !read.is_saying
    });
    let most = if people == 0 {
        named.count_ones()
    } else {
        u32::MAX
    };
    if open > 0 && open >= most {
        for one in said.iter_mut() {
            one.near = true;
        }
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
