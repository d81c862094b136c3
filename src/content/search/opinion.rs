//! A second opinion on what the phrases say, learnt from thousands of queries that people judged: by
//! its words a query speaks of one effect or another, cries for help, or is about something else.
//!
//! It only adds help and never takes any away. What it adds to the answers is asked, not told, and
//! shows the reader's words that speak for it.

use std::cmp::Ordering;

use super::leanings::{Leaning, hundredths, pieces, steps};
use super::negation::bit;
use super::query::{Query, Read};
use super::{Crisis, Found, Hit, Known, Verdict, small};
use crate::content::catalog::EffectIndex;

/// The letter that stands for the first effect in the terms; those after it for the next ones, then
/// for nothing that is listed, and for an emergency that is no listed effect.
pub const FIRST_EFFECT: u8 = b'0';

/// What parts the weights of one piece from those of the next.
pub const NEXT_PIECE: char = '.';

/// What the words of a query lean to, apart from the effects.
const OTHERS: usize = 2;

// How much each sign of a cry for help counts, and how much it takes: a logistic regression on
// queries that neither the phrases nor the leanings had been made with. At this, three calm queries
// in a hundred are asked whether anyone is in danger (`tests/search/README.md`).
const CRY: f32 = 0.64;
const DANGER: f32 = 0.57;
const UNDERSTOOD: f32 = -0.53;
const NOT_UNDERSTOOD: f32 = 0.28;
const DENIED: f32 = -2.2;
const WORRYING: f32 = -2.15;

// The same for what has nothing to do with the medicine: above the first limit answers are asked rather
// than told, as about five in a hundred of the right ones; above the other, what was asked anyway is left out.
const ELSEWHERE: f32 = 0.53;
const UNLISTED: f32 = 0.87;
const EXPLAINED: f32 = -1.27;
const STRANGE: f32 = -2.5;
const OTHER: f32 = 0.5;

/// How far an effect that a phrase tells is ahead of one that none does, in logarithms of odds.
const TOLD: f32 = 5.0;

/// The same of one that a phrase only hints at.
const HINTED: f32 = 3.0;

/// What is added to both, wherever they stand.
const NAMED: f32 = 1.0;

/// How much is lost with each place among the answers.
const PLACE: f32 = 0.15;

/// How likely an effect that no phrase tells must be where nothing was understood for sure.
const LIKELY: f32 = 0.15;

/// The same beside what was.
const LIKELIER: f32 = 0.35;

/// How many of them are asked about.
const MOST: usize = 3;

/// What was learnt; nothing, for a language that has no judged queries.
#[derive(Debug, Default)]
pub(super) struct Opinion {
    cry: Leaning,
    elsewhere: Leaning,
    /// The odds of each effect, and of the others, where no word is known: natural logarithms.
    biases: Vec<f32>,
    /// What one step of a weight adds to them.
    step: f32,
    /// Where in `weights` those of each piece begin.
    starts: Vec<u32>,
    /// How many steps towards what, piece after piece.
    weights: Vec<(u16, i8)>,
}

/// What the phrases leave open.
pub(super) struct Open<'a> {
    /// An emergency was named, though it may be denied, as in `no chest pain`.
    pub(super) is_named: bool,
    /// One was named in words that are written just as the lists have them.
    pub(super) is_certain: bool,
    /// Something was told for sure, though it may be doubted for what else is spoken of.
    pub(super) is_told: bool,
    /// The words that nothing which was said explains.
    pub(super) words: u128,
    /// The words that are denied.
    pub(super) denied: u128,
    /// The effects that are.
    pub(super) gone: &'a [EffectIndex],
}

/// Adds the second opinion to what was found.
pub(super) fn consider(opinion: &Opinion, query: &Query, open: &Open<'_>, found: &mut Found) {
    if opinion.biases.is_empty() {
        return;
    }
    let begun = query.begun();
    let text = begun.and_then(|(_, from)| query.text.get(..from));
    let pieces = pieces(text.unwrap_or(&query.text));
    let begun = begun.map_or(0, |(at, _)| bit(at));
    let chances = opinion.chances(&query.pieces(open.denied | begun));
    let strangeness = opinion.strangeness(&pieces, &chances, open);
    if found.help.is_empty() {
        if opinion.worry(&pieces, &chances, open, found.verdict) > WORRYING {
            found.help.push(Crisis::Unclear);
        } else if strangeness > STRANGE {
            if strangeness > OTHER && !open.is_told {
                found.hits.clear();
                found.verdict = Verdict::None;
            }
            ask(found);
            return;
        }
    }
    if strangeness > OTHER && !open.is_certain && !found.help.is_empty() {
        // Words that may be a slip of an emergency, amid others that speak of something else.
        found.help = vec![Crisis::Unclear];
    }
    if found.asked.is_empty() {
        opinion.order(&chances, query, open, found);
    }
    if strangeness > STRANGE {
        ask(found);
    }
}

/// Makes every answer a question.
fn ask(found: &mut Found) {
    for hit in &mut found.hits {
        hit.near = true;
    }
    if found.verdict == Verdict::Match {
        found.verdict = Verdict::Near;
    }
}

impl Opinion {
    /// Takes one line of the terms, by its name.
    pub(super) fn take(&mut self, name: &str, text: &str) {
        match name {
            "leans-cry" => self.cry = Leaning::parse(text),
            "leans-elsewhere" => self.elsewhere = Leaning::parse(text),
            "leans-biases" => {
                let mut cells = text.split('\t');
                self.step = hundredths(cells.next());
                self.biases = cells.map(|cell| hundredths(Some(cell))).collect();
            }
            "leans-effects" => self.weigh(text),
            _ => {}
        }
    }

    fn weigh(&mut self, text: &str) {
        let end = |weights: &[(u16, i8)]| u32::try_from(weights.len()).unwrap_or(u32::MAX);
        for piece in text.split(NEXT_PIECE) {
            self.starts.push(end(&self.weights));
            for pair in piece.as_bytes().chunks_exact(2) {
                if let [towards, letter] = pair {
                    let towards = u16::from(towards.saturating_sub(FIRST_EFFECT));
                    self.weights.push((towards, steps(*letter)));
                }
            }
        }
        self.starts.push(end(&self.weights));
    }

    /// The bytes that it holds in memory.
    pub(super) fn bytes(&self) -> usize {
        self.cry.bytes()
            + self.elsewhere.bytes()
            + 4 * (self.biases.len() + self.starts.len())
            + self.weights.len() * size_of::<(u16, i8)>()
    }

    fn weights_of(&self, piece: u16) -> &[(u16, i8)] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let at = usize::from(piece);
        self.weights
            .get(bound(at)..bound(at + 1))
            .unwrap_or_default()
    }

    /// How likely each effect is, and the others, as natural logarithms, by the words of a query.
    fn chances(&self, words: &[u16]) -> Vec<f32> {
        let mut odds = self.biases.clone();
        for (towards, steps) in words.iter().flat_map(|word| self.weights_of(*word)) {
            if let Some(odds) = odds.get_mut(usize::from(*towards)) {
                *odds += self.step * f32::from(*steps);
            }
        }
        let most = odds.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = odds.iter().map(|one| libm::expf(one - most)).sum();
        let all = most + libm::logf(all);
        for one in &mut odds {
            *one -= all;
        }
        odds
    }

    /// How many effects there are.
    fn effects(&self) -> usize {
        self.biases.len().saturating_sub(OTHERS)
    }

    /// How far a query seems to be a cry for help that no phrase hears.
    fn worry(&self, pieces: &[u16], chances: &[f32], open: &Open<'_>, verdict: Verdict) -> f32 {
        let effects = Crisis::ALL.into_iter().flat_map(Crisis::effects);
        let mut grave: Vec<usize> = effects.map(|effect| usize::from(effect.0)).collect();
        grave.push(self.effects() + 1);
        grave.sort_unstable();
        grave.dedup();
        let chance = |at: &usize| chances.get(*at).map_or(0.0, |chance| libm::expf(*chance));
        let chance = grave
            .iter()
            .map(chance)
            .sum::<f32>()
            .clamp(1e-4, 1.0 - 1e-4);
        let danger = libm::logf(chance / (1.0 - chance));
        let understood = match verdict {
            Verdict::Match => UNDERSTOOD,
            Verdict::Near => 0.0,
            Verdict::None => NOT_UNDERSTOOD,
        };
        let denied = if open.is_named { DENIED } else { 0.0 };
        CRY * self.cry.of(pieces) + DANGER * danger + understood + denied
    }

    /// How far a query seems to have nothing to do with the medicine.
    fn strangeness(&self, pieces: &[u16], chances: &[f32], open: &Open<'_>) -> f32 {
        let unlisted = chances.get(self.effects()).copied().unwrap_or_default();
        let explained = if open.words == 0 { EXPLAINED } else { 0.0 };
        ELSEWHERE * self.elsewhere.of(pieces) + UNLISTED * unlisted + explained
    }

    /// Puts the likelier answers before the others, and adds those that no phrase tells.
    fn order(&self, chances: &[f32], query: &Query, open: &Open<'_>, found: &mut Found) {
        let mut ranked: Vec<(f32, Hit)> = Vec::new();
        for (place, hit) in found.hits.drain(..).enumerate() {
            let chance = chances.get(usize::from(hit.effect.0));
            let ahead = if hit.near { HINTED } else { TOLD };
            let ahead = NAMED + ahead * (1.0 - PLACE * small(place));
            ranked.push((ahead + chance.copied().unwrap_or(f32::MIN), hit));
        }
        let is_match = found.verdict == Verdict::Match;
        let least = libm::logf(if is_match { LIKELIER } else { LIKELY });
        let is_grave = !found.help.is_empty();
        let effects = (0_u16..).map(EffectIndex).zip(chances).take(self.effects());
        let is_told = |effect| ranked.iter().any(|(_, hit)| hit.effect == effect);
        let mut new: Vec<(f32, Hit)> = effects
            .filter(|(effect, chance)| **chance > least && !is_told(*effect))
            .filter(|(effect, _)| !open.gone.contains(effect))
            .filter_map(|(effect, chance)| {
                Some((*chance, self.guess(query, open, effect, is_grave)?))
            })
            .collect();
        new.sort_by(|one, other| other.0.total_cmp(&one.0));
        ranked.extend(new.into_iter().take(MOST));
        let best = ranked.iter().max_by(|one, other| one.0.total_cmp(&other.0));
        let is_sure = best.is_some_and(|(_, hit)| !hit.near);
        ranked.sort_by(|one, other| {
            let nearness = if is_sure {
                one.1.near.cmp(&other.1.near)
            } else {
                Ordering::Equal
            };
            nearness.then(other.0.total_cmp(&one.0))
        });
        found.hits.extend(ranked.into_iter().map(|(_, hit)| hit));
        if found.verdict == Verdict::None && !found.hits.is_empty() {
            found.verdict = Verdict::Near;
        }
        if !is_sure {
            ask(found);
        }
    }

    /// An effect that no phrase tells, with the words that speak for it, if any do.
    ///
    /// Small words alone are heard only where help is offered: despair is often said with no others.
    fn guess(
        &self,
        query: &Query,
        open: &Open<'_>,
        effect: EffectIndex,
        is_grave: bool,
    ) -> Option<Hit> {
        let speaks = |read: &Read| {
            let mut weights = self.weights_of(read.piece).iter();
            weights.any(|(towards, steps)| *towards == effect.0 && *steps > 0)
        };
        let words = query.words.iter().enumerate();
        let said = words.filter(|(at, read)| bit(*at) & open.denied == 0 && speaks(read));
        let words: Vec<&Read> = said.map(|(_, read)| read).collect();
        let is_small = |read: &&Read| read.kind & (Known::STOP | Known::LIGHT) != 0;
        if words.is_empty() || !is_grave && words.iter().all(is_small) {
            return None;
        }
        let typed = words.iter().filter(|read| is_grave || !is_small(read));
        let typed: Vec<&str> = typed
            .filter_map(|read| query.text.get(read.word.from..read.word.to))
            .collect();
        Some(Hit {
            effect,
            matched: typed.join(" "),
            meant: None,
            near: true,
        })
    }
}

/// How many letters say nothing yet, if no word has them.
const BEGUN: usize = 2;

impl Query {
    /// The last word, if it can only be the beginning of one: where it stands, and from which byte on.
    fn begun(&self) -> Option<(usize, usize)> {
        let at = self.words.len().checked_sub(1)?;
        let last = self.words.get(at)?;
        // One letter is no word yet, nor are two by themselves: `si` is how `sick` begins.
        let is_word = at > 0 && last.word.plain.len() > 1;
        let is_known = is_word && (last.kind != 0 || self.meaningful & bit(at) != 0);
        let is_begun = last.word.plain.len() <= BEGUN && !is_known;
        is_begun.then_some((at, last.word.from))
    }

    /// The words that are not denied, as pieces, each once.
    pub(super) fn pieces(&self, denied: u128) -> Vec<u16> {
        let words = self.words.iter().enumerate();
        let said = words.filter(|(at, _)| bit(*at) & denied == 0);
        let mut pieces: Vec<u16> = said.map(|(_, read)| read.piece).collect();
        pieces.sort_unstable();
        pieces.dedup();
        pieces
    }
}
