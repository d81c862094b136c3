//! What a negation reaches: `no headache but dizzy` denies the headache alone.

use super::Known;
use super::normal::Pause;
use super::query::Query;

/// The words that are denied, as a set; `spent` are negations that a phrase has used, `told` the words
/// of phrases.
pub(super) fn denied(query: &Query, spent: u128, told: u128) -> u128 {
    let mut denied = 0_u128;
    let meaningful = query.meaningful;
    for (at, read) in query.words.iter().enumerate() {
        let counts = read.kind & Known::DENIES != 0 || !read.is_saying;
        if read.kind & Known::NEGATES == 0 || spent & bit(at) != 0 || !counts {
            continue;
        }
        let mut said = false;
        for (to, next) in query.words.iter().enumerate().skip(at + 1) {
            let is_apart = next.word.pause == Pause::Soft && said;
            if next.word.pause == Pause::Hard || is_apart && !is_list(query, at, to) {
                break;
            }
            if next.kind & Known::TURNS != 0 && (said || next.kind & Known::STOP == 0) {
                break;
            }
            if next.kind & (Known::STOP | Known::NEGATES) != 0 {
                continue;
            }
            let means = meaningful & bit(to) != 0;
            if !means && next.kind & Known::LIGHT == 0 {
                break;
            }
            denied |= bit(to);
            said = true;
        }
    }
    denied | fine(query, told) | answered(query, spent)
}

/// Whether what is denied goes on after a comma, as in `no nausea, vomiting or rash`.
fn is_list(query: &Query, negation: usize, from: usize) -> bool {
    let denies = |at: usize| {
        query
            .words
            .get(at)
            .is_some_and(|read| read.kind & Known::DENIES != 0)
    };
    let rest = query.words.iter().skip(from);
    let ends = Known::TURNS | Known::PERSON | Known::NEGATES;
    denies(negation)
        && rest
            .take_while(|read| read.word.pause != Pause::Hard && read.kind & ends == 0)
            .any(|read| read.kind & Known::JOINS != 0)
}

/// Each negation that denies beyond doubt, with the words it stands right before, as sets.
///
/// Help is kept from nobody by less: `not helping my chest pain` denies no pain.
pub(super) fn outright(query: &Query) -> Vec<(u128, u128)> {
    let mut denied = Vec::new();
    for (at, read) in query.words.iter().enumerate() {
        if read.kind & Known::DENIES == 0 {
            continue;
        }
        let (mut reached, mut is_next) = (0_u128, true);
        for (to, next) in query.words.iter().enumerate().skip(at + 1) {
            let joins = next.kind & Known::JOINS != 0;
            if next.word.pause != Pause::None && !joins || next.kind & Known::TURNS != 0 {
                break;
            }
            if joins {
                is_next = true;
            } else if next.kind & Known::STOP == 0 {
                reached |= if is_next { bit(to) } else { 0 };
                is_next &= next.kind & Known::THROUGH != 0;
            }
        }
        denied.push((bit(at), reached));
    }
    denied
}

/// Whether what is said ends with a word.
fn ends(query: &Query, at: usize) -> bool {
    let next = query.words.get(at + 1);
    next.is_none_or(|next| next.word.pause != Pause::None || next.is_but())
}

/// What is asked and then answered with no: `Any rash? No.`
fn answered(query: &Query, spent: u128) -> u128 {
    let mut answered = 0_u128;
    for (at, read) in query.words.iter().enumerate() {
        let denies = read.kind & Known::DENIES != 0 && spent & bit(at) == 0;
        if !denies || read.word.pause == Pause::None || !ends(query, at) {
            continue;
        }
        let mut asked = 0_u128;
        for (to, before) in query.words.iter().enumerate().take(at).rev() {
            if before.kind & (Known::NEGATES | Known::TURNS) != 0 && before.kind & Known::STOP == 0
            {
                asked = 0;
                break;
            }
            if before.kind & Known::STOP == 0 {
                asked |= bit(to);
            }
            if before.word.pause != Pause::None {
                break;
            }
        }
        answered |= asked;
    }
    answered
}

/// The words that are said to be as they should be: `my stomach is fine`; `told` are those of phrases.
fn fine(query: &Query, told: u128) -> u128 {
    let mut fine = 0_u128;
    for (at, read) in query.words.iter().enumerate() {
        // What is `gone` may go on, as in `gone yellow`, or be a complaint, as `my appetite is gone`.
        let is_open = read.kind & Known::LIGHT != 0 && (told & bit(at) != 0 || !ends(query, at));
        if read.kind & Known::FINE == 0 || is_open {
            continue;
        }
        let mut reached = 0;
        let mut denies = false;
        let mut follows = read.word.pause;
        for (to, before) in query.words.iter().enumerate().take(at).rev() {
            denies |= before.kind & Known::NEGATES != 0;
            if follows != Pause::None || before.kind & (Known::TURNS | Known::NEGATES) != 0 {
                break;
            }
            follows = before.word.pause;
            if before.kind & Known::STOP == 0 {
                reached |= bit(to);
            }
        }
        if !denies {
            fine |= reached;
        }
    }
    fine
}

/// The set that holds one word.
pub(super) fn bit(at: usize) -> u128 {
    u32::try_from(at).map_or(0, |at| 1_u128.checked_shl(at).unwrap_or_default())
}
