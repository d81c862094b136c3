//! What was said, as an answer: each effect once, with the reader's own words for it.

use super::phrases::Said;
use super::query::Query;
use super::{Crisis, Found, Hit, Index, Owner, Verdict, urgency};
use crate::content::catalog::{AskedIndex, EffectIndex};

/// How much each further phrase of an effect adds to its best.
const FURTHER: f32 = 0.15;

/// An effect on its way to its place among the answers.
pub(super) struct Ranked {
    pub(super) score: f32,
    pub(super) hit: Hit,
}

/// The answer: each effect once, by its best phrase and a little for every other.
///
/// `heard` are the emergencies that were said clearly, `help` all that help is offered for.
pub(super) fn found(
    index: &Index,
    query: &Query,
    mut said: Vec<Said>,
    heard: &[Crisis],
    help: Vec<Crisis>,
) -> Found {
    said.sort_by(|one, other| {
        let nearness = one.near.cmp(&other.near);
        nearness.then(other.score.total_cmp(&one.score))
    });
    let mut ranked: Vec<Ranked> = Vec::new();
    let mut asked: Vec<AskedIndex> = Vec::new();
    for one in &said {
        match one.owner {
            Owner::Effect(effect) => match ranked.iter_mut().find(|one| one.hit.effect == effect) {
                Some(known) => known.score += FURTHER * one.score,
                None => ranked.push(Ranked {
                    score: one.score,
                    hit: words(index, query, one, effect),
                }),
            },
            Owner::Asked(number) if !one.near => {
                if !asked.contains(&AskedIndex(number)) {
                    asked.push(AskedIndex(number));
                }
            }
            Owner::Asked(_) | Owner::Crisis(_) => {}
        }
    }
    let own: Vec<EffectIndex> = ranked.iter().map(|one| one.hit.effect).collect();
    urgency::add(index, query, &said, heard, &mut ranked);
    urgency::raise(&said, heard, &own, &mut ranked);
    ranked.sort_by(|one, other| {
        let nearness = one.hit.near.cmp(&other.hit.near);
        nearness
            .then(other.score.total_cmp(&one.score))
            .then(one.hit.effect.cmp(&other.hit.effect))
    });
    let hits: Vec<Hit> = ranked.into_iter().map(|one| one.hit).collect();
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

/// An effect with the reader's words for it, and what they were taken for if that differs.
pub(super) fn words(index: &Index, query: &Query, said: &Said, effect: EffectIndex) -> Hit {
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
    Hit {
        effect,
        matched: typed.join(" "),
        meant: (!sure).then(|| meant.join(" ")),
        near: said.near,
    }
}
