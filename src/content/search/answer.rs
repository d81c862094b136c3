//! What was said, as an answer: each effect once, with the reader's own words for it.

use super::phrases::Said;
use super::query::Query;
use super::{Crisis, Found, Hit, Index, Owner, Verdict, small};
use crate::content::catalog::{AskedIndex, EffectIndex};

/// How much of the best answer's score an overdose must have, so that it comes first.
const OUTSPOKEN: f32 = 0.55;

/// The same where none of its effects is said otherwise.
const ALONE: f32 = 0.8;

/// How much more an emergency's likeliest effect counts than its others.
const LIKELY: f32 = 1.25;

/// How much a heard emergency adds to the effect that it may be.
const URGENT: f32 = 0.5;

/// What is left of the score of what an emergency is only rarely.
const FAR: f32 = 0.5;

/// Whether an emergency is only the sign of another that was named, or of many.
fn is_within(crisis: Crisis, help: &[Crisis]) -> bool {
    match crisis {
        Crisis::Collapse => true,
        Crisis::Breathing => help.contains(&Crisis::Overdose),
        _ => false,
    }
}

/// How clearly an emergency is said, at its clearest.
fn loudest(said: &[Said], crisis: Crisis) -> f32 {
    let own = said.iter().filter(|one| match one.owner {
        Owner::Crisis(number) => Crisis::ALL.get(usize::from(number)) == Some(&crisis),
        _ => false,
    });
    own.map(|one| one.score).fold(0.0, f32::max)
}

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
    let own: Vec<EffectIndex> = ranked.iter().map(|(_, _, hit)| hit.effect).collect();
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
            if let Some((near, score, _)) = ranked.iter_mut().find(|one| one.2.effect == effect) {
                let is_likeliest = crisis.and_then(|crisis| crisis.effects().next()) == Some(effect);
                if is_likeliest && *near == one.near {
                    *score = score.max(one.score);
                }
            } else {
                let (matched, meant) = words(index, query, one);
                // A collapse has many causes, and too much of something only where that is said.
                let is_guess = crisis == Some(&Crisis::Collapse);
                let is_far = is_guess
                    && !help.contains(&Crisis::Overdose)
                    && crisis.and_then(|crisis| crisis.effects().next()) != Some(effect);
                let near = one.near || is_guess;
                let hit = Hit {
                    effect,
                    matched,
                    meant,
                    near,
                };
                let faint = [is_guess, is_far].into_iter().filter(|is| *is).count();
                let score = one.score * libm::powf(FAR, small(faint));
                ranked.push((near, score, hit));
            }
        }
    }
    // Where a life may be at stake, nothing that is said more faintly comes first.
    for crisis in help.iter().rev() {
        let most = ranked.iter().map(|(_, score, _)| *score);
        let most = most.fold(0.0, f32::max);
        let cry = loudest(&said, *crisis);
        let outspoken = if crisis.effects().any(|effect| own.contains(&effect)) {
            OUTSPOKEN
        } else {
            ALONE
        };
        let is_first = matches!(crisis, Crisis::SelfHarm)
            || matches!(crisis, Crisis::Overdose) && cry > outspoken * most;
        let place = |hit: &Hit| crisis.effects().position(|effect| effect == hit.effect);
        if is_first {
            // The likelier one, unless the other alone, or more clearly, was what was said.
            let worth = |(_, score, hit): &(bool, f32, Hit)| match place(hit) {
                Some(0) if own.contains(&hit.effect) => LIKELY * score,
                Some(_) if own.contains(&hit.effect) => *score,
                Some(0) => 1.0,
                _ => 0.0,
            };
            let rest = ranked.iter_mut().filter(|one| place(&one.2).is_some());
            let best = rest.reduce(|best, one| if worth(one) > worth(best) { one } else { best });
            if let Some((_, score, _)) = best {
                *score = most + 1.0;
            }
        } else if !is_within(*crisis, &help) {
            for (_, score, _) in ranked.iter_mut().filter(|one| place(&one.2).is_some()) {
                *score += URGENT * cry;
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
