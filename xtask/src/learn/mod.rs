//! Learns from the judged queries which way the pieces of a query lean.

mod choice;
mod odds;

use std::fs;

use anyhow::{Context, Result, anyhow, ensure};
use naltrexone_explainer::content::files::search::{LETTERS, compile_terms};
use naltrexone_explainer::content::files::words::short_hash;
use naltrexone_explainer::content::files::written::{EffectLeanings, Leaning, Leanings};
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files};
use naltrexone_explainer::content::search::Index;
use naltrexone_explainer::content::search::leanings::{NOTHING, PIECES, pieces};
use naltrexone_explainer::content::search::opinion::{FIRST_EFFECT, NEXT_PIECE};

use crate::{content, place, say};
use choice::{Answered, Choice};
use odds::{Example, Odds};

/// Where the judged queries of English are.
const SETS: &str = "tests/search";

/// The set that nothing is learnt from.
const KEPT: &str = "kept.tsv";

/// What one step of a weight adds to the logarithm of the odds of a cry: the coarser, the smaller.
const CRY_STEP: f32 = 0.35;

/// The same for something else, which is asked less finely.
const ELSEWHERE_STEP: f32 = 0.5;

/// The same for an effect.
const EFFECT_STEP: f32 = 1.0;

/// The least weight of a word for an effect that is kept.
const LEAST: f64 = 0.6;

/// One query with what a person says of it.
struct Judged {
    query: String,
    /// Help must come.
    needs_help: bool,
    /// It has nothing to do with the medicine.
    is_elsewhere: bool,
    /// The preferred term of the likeliest effect, if any is right.
    term: Option<String>,
}

/// Learns and writes what was learnt among the content.
pub(crate) fn learn() -> Result<()> {
    let files = content::read()?;
    let sets = sets()?;
    let judged: Vec<Judged> = sets.lines().filter_map(Judged::read).collect();
    ensure!(!judged.is_empty(), "{SETS} holds nothing to learn from");
    say::plain(&format!(
        "learning from {} queries, some minutes",
        judged.len()
    ));
    let learnt = Leanings {
        sets: short_hash(&sets),
        cry: leaning(&Odds::learn(&cries(&judged), PIECES)?, CRY_STEP),
        elsewhere: leaning(&Odds::learn(&elsewhere(&judged), PIECES)?, ELSEWHERE_STEP),
        effects: effects(&files, &judged)?,
    };
    let path = content::folder().join(format!("leanings/{FIRST_LANGUAGE}.json"));
    let problem = || format!("{} cannot be written", path.display());
    fs::write(&path, serde_json::to_string_pretty(&learnt)? + "\n").with_context(problem)?;
    say::plain(&format!("{} is written", path.display()));
    Ok(())
}

/// Every line of every set that may be learnt from, in the order of their names.
fn sets() -> Result<String> {
    let folder = place::root().join(SETS);
    let problem = || format!("{} cannot be read", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder).with_context(problem)? {
        let path = entry.with_context(problem)?.path();
        if path.extension().is_some_and(|ending| ending == "tsv") && !path.ends_with(KEPT) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut sets = String::new();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(problem)?;
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        sets.extend(lines.flat_map(|line| [line, "\n"]));
    }
    Ok(sets)
}

impl Judged {
    fn read(line: &str) -> Option<Self> {
        let mut cells = line.split('\t');
        let kind = cells.next()?;
        let query = cells.next()?.to_owned();
        let term = cells.next().and_then(|right| right.split('|').next());
        let term = term.filter(|term| !term.is_empty()).map(str::to_owned);
        let needs_help = cells.next().is_some_and(|help| !help.is_empty());
        let is_elsewhere =
            matches!(kind, "unrelated" | "lookalike") && term.is_none() && !needs_help;
        Some(Self {
            query,
            needs_help,
            is_elsewhere,
            term,
        })
    }
}

/// Which queries are cries for help, and which are none.
///
/// The beginnings of queries are none, so that nobody who is still typing is asked: one of each
/// query, of another length from query to query; of a cry no more than its first half.
fn cries(judged: &[Judged]) -> Vec<Example> {
    let mut examples = Vec::new();
    for (at, one) in judged.iter().enumerate() {
        examples.push(Example {
            pieces: pieces(&one.query),
            is_one: one.needs_help,
        });
        let words: Vec<&str> = one.query.split_whitespace().collect();
        if words.len() < 3 {
            continue;
        }
        let count = 1 + at % (words.len() - 1);
        if !one.needs_help || 2 * count <= words.len() {
            let begun: Vec<&str> = words.into_iter().take(count).collect();
            examples.push(Example {
                pieces: pieces(&begun.join(" ")),
                is_one: false,
            });
        }
    }
    examples
}

/// Which queries have nothing to do with the medicine.
fn elsewhere(judged: &[Judged]) -> Vec<Example> {
    let example = |one: &Judged| Example {
        pieces: pieces(&one.query),
        is_one: one.is_elsewhere,
    };
    judged.iter().map(example).collect()
}

/// Which words speak of which effect, of nothing that is listed, or of another emergency.
fn effects(files: &Files, judged: &[Judged]) -> Result<EffectLeanings> {
    let terms = compile_terms(files, FIRST_LANGUAGE).map_err(|all| content::listed(&all))?;
    let index = Index::parse(&terms).map_err(|error| anyhow!("{error}"))?;
    let effects = &files.side_effects.effects;
    let (unlisted, emergency) = (effects.len(), effects.len() + 1);
    let answer = |one: &Judged| {
        let is_it = |term: &String| effects.iter().position(|one| one.preferred_term == *term);
        let other = if one.needs_help { emergency } else { unlisted };
        Answered {
            words: index.words(&one.query),
            effect: one.term.as_ref().and_then(is_it).unwrap_or(other),
        }
    };
    let answers: Vec<Answered> = judged.iter().map(answer).collect();
    let choice = Choice::learn(&answers, PIECES, effects.len() + 2)?;
    let mut weights = String::new();
    for (at, row) in choice.weights.chunks_exact(effects.len() + 2).enumerate() {
        if at > 0 {
            weights.push(NEXT_PIECE);
        }
        let towards = (FIRST_EFFECT..).zip(row);
        for (towards, weight) in towards.filter(|(_, weight)| weight.abs() >= LEAST) {
            weights.push(char::from(towards));
            weights.push(letter(*weight, EFFECT_STEP));
        }
    }
    Ok(EffectLeanings {
        order: effects.iter().map(|effect| effect.id.clone()).collect(),
        biases: choice.biases.iter().map(|bias| round(*bias)).collect(),
        step: EFFECT_STEP,
        weights,
    })
}

/// The weights as letters.
fn leaning(odds: &Odds, step: f32) -> Leaning {
    Leaning {
        bias: round(odds.bias),
        step,
        weights: odds
            .weights
            .iter()
            .map(|weight| letter(*weight, step))
            .collect(),
    }
}

/// The letter that stands for a weight, or for the closest that one stands for.
fn letter(weight: f64, step: f32) -> char {
    let steps = (weight / f64::from(step)).round();
    let far = |letter: &u8| (f64::from(*letter) - f64::from(NOTHING) - steps).abs();
    let closest = LETTERS.min_by(|one, other| far(one).total_cmp(&far(other)));
    char::from(closest.unwrap_or(NOTHING))
}

/// To the hundredth: what is left out changes no answer.
fn round(number: f64) -> f32 {
    format!("{number:.2}").parse().unwrap_or_default()
}
