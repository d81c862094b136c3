//! Emergencies among the answers: which effect each may be, and how far to the front it belongs.

use super::answer::{Ranked, words};
use super::phrases::Said;
use super::query::Query;
use super::{Crisis, Index, Owner};
use crate::content::catalog::EffectIndex;

/// How much of the best answer's score an overdose must have, so that it comes first.
const OUTSPOKEN: f32 = 0.55;

/// The same where none of its effects is said otherwise.
const ALONE: f32 = 0.8;

/// How much more an emergency's likeliest effect counts than its others.
const LIKELY: f32 = 1.25;

/// How much a heard emergency adds to the effects that it may be.
const URGENT: f32 = 0.5;

/// What is left of the score of what a collapse may come from.
const GUESSED: f32 = 0.5;

/// The emergency that was said, if one was.
fn emergency(said: &Said) -> Option<Crisis> {
    match said.owner {
        Owner::Crisis(number) => Crisis::ALL.get(usize::from(number)).copied(),
        _ => None,
    }
}

/// Adds what each heard emergency may be, as far as nothing else says it.
pub(super) fn add(
    index: &Index,
    query: &Query,
    said: &[Said],
    help: &[Crisis],
    ranked: &mut Vec<Ranked>,
) {
    let cries = said
        .iter()
        .filter_map(|one| emergency(one).map(|crisis| (crisis, one)));
    for (crisis, one) in cries.filter(|(crisis, _)| help.contains(crisis)) {
        for (place, effect) in crisis.effects().enumerate() {
            if let Some(known) = ranked.iter_mut().find(|one| one.hit.effect == effect) {
                if place == 0 && known.hit.near == one.near {
                    known.score = known.score.max(one.score);
                }
                continue;
            }
            // A collapse has many causes, and too much of something only where that is said.
            let is_guess = crisis == Crisis::Collapse;
            let is_far = is_guess && place > 0 && !help.contains(&Crisis::Overdose);
            let left = |is: bool| if is { GUESSED } else { 1.0 };
            let mut hit = words(index, query, one, effect);
            hit.near |= is_guess;
            ranked.push(Ranked {
                score: one.score * left(is_guess) * left(is_far),
                hit,
            });
        }
    }
}

/// Moves emergencies forward: where a life may be at stake, nothing said more faintly comes first.
///
/// `own` are the effects that were said by themselves.
pub(super) fn raise(said: &[Said], help: &[Crisis], own: &[EffectIndex], ranked: &mut [Ranked]) {
    for crisis in help.iter().rev() {
        let most = ranked.iter().map(|one| one.score).fold(0.0, f32::max);
        let cries = said.iter().filter(|one| emergency(one) == Some(*crisis));
        let cry = cries.map(|one| one.score).fold(0.0, f32::max);
        if comes_first(*crisis, cry, most, own) {
            if let Some(first) = likeliest(*crisis, own, ranked) {
                first.score = most + 1.0;
            }
        } else if !is_within(*crisis, help) {
            for one in ranked.iter_mut() {
                if crisis.effects().any(|effect| effect == one.hit.effect) {
                    one.score += URGENT * cry;
                }
            }
        }
    }
}

/// Whether an emergency comes before all else that was said, however clearly that was.
fn comes_first(crisis: Crisis, cry: f32, most: f32, own: &[EffectIndex]) -> bool {
    let is_said = crisis.effects().any(|effect| own.contains(&effect));
    let least = if is_said { OUTSPOKEN } else { ALONE };
    match crisis {
        Crisis::SelfHarm => true,
        Crisis::Overdose => cry > least * most,
        _ => false,
    }
}

/// What an emergency is: its likeliest effect, unless another alone, or more clearly, was said.
fn likeliest<'a>(
    crisis: Crisis,
    own: &[EffectIndex],
    ranked: &'a mut [Ranked],
) -> Option<&'a mut Ranked> {
    let place = |one: &Ranked| crisis.effects().position(|effect| effect == one.hit.effect);
    let worth = |one: &Ranked| match place(one) {
        Some(0) if own.contains(&one.hit.effect) => LIKELY * one.score,
        Some(_) if own.contains(&one.hit.effect) => one.score,
        Some(0) => 1.0,
        _ => 0.0,
    };
    let may_be = ranked.iter_mut().filter(|one| place(one).is_some());
    may_be.reduce(|best, one| if worth(one) > worth(best) { one } else { best })
}

/// Whether an emergency is only the sign of another that was named, or of many.
fn is_within(crisis: Crisis, help: &[Crisis]) -> bool {
    match crisis {
        Crisis::Collapse => true,
        Crisis::Breathing => help.contains(&Crisis::Overdose),
        _ => false,
    }
}
