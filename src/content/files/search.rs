//! One language's search terms as the browser loads them: `content::search` reads them back.

use std::fmt::Write;

use super::words::fingerprint;
use super::{Files, Problem};

/// The emergencies, the most urgent first.
pub const CRISES: [&str; 8] = [
    "self-harm",
    "overdose",
    "breathing",
    "swelling",
    "chest-pain",
    "fits",
    "liver",
    "collapse",
];

/// The letters that stand for the weights of a leaning, from the lowest on.
pub const LETTERS: std::ops::RangeInclusive<u8> = b'a'..=b'p';

/// Compiles one language's search terms.
///
/// # Errors
/// If the folder has no such language.
pub fn compile_terms(files: &Files, language: &str) -> Result<String, Vec<Problem>> {
    let Some(terms) = files.searches.get(language) else {
        return Err(vec![Problem::new(
            &format!("search/{language}.json"),
            "the file",
            "is not there",
            "add the language's search terms",
        )]);
    };
    let mut out = fingerprint(files);
    out.push('\n');
    for (name, list) in [
        ("stop", &terms.stop),
        ("light", &terms.light),
        ("not", &terms.negations),
        ("turn", &terms.turns),
        ("fine", &terms.fine),
        ("elsewhere", &terms.elsewhere),
        ("denies", &terms.denies),
        ("person", &terms.person),
        ("through", &terms.through),
        ("or", &terms.joins),
    ] {
        let _ = writeln!(out, "{name}\t{list}");
    }
    let aliases: Vec<String> = terms
        .aliases
        .iter()
        .map(|(from, to)| format!("{from} {to}"))
        .collect();
    let _ = writeln!(out, "alias\t{}", aliases.join("|"));
    for (name, members) in &terms.classes {
        let _ = writeln!(out, "class\t{name}\t{members}");
    }
    let _ = writeln!(out, "idiom\t{}", terms.idioms.join("|"));
    let mut line = |name: &str, phrases: Option<&Vec<String>>| {
        let phrases = phrases.map(|phrases| phrases.join("|"));
        let _ = writeln!(out, "{name}\t{}", phrases.unwrap_or_default());
    };
    for effect in &files.side_effects.effects {
        line("effect", terms.effects.get(&effect.id));
    }
    for crisis in CRISES {
        line("crisis", terms.crises.get(crisis));
    }
    for asked in &files.asked {
        line("asked", terms.asked.get(&asked.id));
    }
    let _ = writeln!(out, "known\t{}", terms.known);
    if let Some(learnt) = files.leanings.get(language) {
        for (name, leaning) in [("cry", &learnt.cry), ("elsewhere", &learnt.elsewhere)] {
            let numbers = hundredths(&[leaning.bias, leaning.step]);
            let _ = writeln!(out, "leans-{name}\t{numbers}\t{}", leaning.weights);
        }
        let effects = &learnt.effects;
        let numbers = [&[effects.step], &*effects.biases].concat();
        let _ = writeln!(out, "leans-biases\t{}", hundredths(&numbers));
        let _ = writeln!(out, "leans-effects\t{}", effects.weights);
    }
    Ok(out)
}

/// Numbers as whole hundredths, after tabs: a program that reads those reads no decimals, which would
/// take more room than all that it does with them.
fn hundredths(numbers: &[f32]) -> String {
    let whole = |number: &f32| format!("{:.0}", number * 100.0);
    numbers.iter().map(whole).collect::<Vec<_>>().join("\t")
}
