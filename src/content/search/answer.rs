//! What was said, as an answer: each effect once, with the reader's own words for it.

use super::phrases::Said;
use super::query::Query;
use super::{Crisis, Found, Hit, Index, Owner, Verdict};
use crate::content::catalog::AskedIndex;

/// The answer: each effect once, by its best phrase and a little for every other.
pub(super) fn found(index: &Index, query: &Query, mut said: Vec<Said>, help: Vec<Crisis>) -> Found {
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
            if !ranked.iter().any(|(_, _, hit)| hit.effect == effect) {
                let (matched, meant) = words(index, query, one);
                let hit = Hit {
                    effect,
                    matched,
                    meant,
                    near: one.near,
                };
                ranked.push((one.near, one.score, hit));
            }
        }
    }
    // Where a life may be at stake, nothing else comes first.
    for crisis in help.iter().rev().filter(|crisis| crisis.comes_first()) {
        let most = ranked.iter().map(|(_, score, _)| *score);
        let most = most.fold(0.0, f32::max);
        let first = crisis.effects().next();
        let own = ranked.iter_mut().find(|one| Some(one.2.effect) == first);
        if let Some((_, score, _)) = own {
            *score = most + 1.0;
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
