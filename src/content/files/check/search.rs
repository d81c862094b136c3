//! Every entry can be found by words, and every word list speaks of entries that exist.

use std::collections::BTreeMap;

use super::super::search::{CRISES, LETTERS};
use super::super::written::SearchTerms;
use super::super::{FIRST_LANGUAGE, Files, Problem};

/// The fewest wordings that an entry may have, every choice among words counted.
const FEWEST: usize = 12;

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    for asked in &files.asked {
        for kin in &asked.kin {
            if !files
                .side_effects
                .effects
                .iter()
                .any(|effect| effect.id == *kin)
            {
                problems.push(Problem::new(
                    "asked.json",
                    &asked.id,
                    &format!("leads on to `{kin}`, which is no effect"),
                    "use the id of an effect of side_effects.json",
                ));
            }
        }
    }
    if !files.searches.contains_key(FIRST_LANGUAGE) {
        problems.push(Problem::new(
            "search/en.json",
            "the file",
            "is missing",
            "put it back: nothing can be looked up without it",
        ));
    }
    for (language, terms) in &files.searches {
        let file = format!("search/{language}.json");
        let effects: Vec<&str> = files
            .side_effects
            .effects
            .iter()
            .map(|effect| effect.id.as_str())
            .collect();
        let asked: Vec<&str> = files.asked.iter().map(|asked| asked.id.as_str()).collect();
        entries(&file, &terms.effects, &effects, (FEWEST, terms), problems);
        entries(&file, &terms.crises, &CRISES, (FEWEST, terms), problems);
        entries(&file, &terms.asked, &asked, (1, terms), problems);
        classes(&file, terms, problems);
        shared(&file, terms, problems);
    }
    for (language, learnt) in &files.leanings {
        for (name, leaning) in [("cry", &learnt.cry), ("elsewhere", &learnt.elsewhere)] {
            let is_known = |letter: u8| LETTERS.contains(&letter);
            if leaning.weights.is_empty() || !leaning.weights.bytes().all(is_known) {
                problems.push(Problem::new(
                    &format!("leanings/{language}.json"),
                    name,
                    "is no list of weights",
                    "let `cargo xtask learn` write it",
                ));
            }
        }
        let effects = files.side_effects.effects.iter();
        if !effects.map(|effect| &effect.id).eq(&learnt.effects.order) {
            problems.push(Problem::new(
                &format!("leanings/{language}.json"),
                "effects",
                "was learnt for other effects, or in another order",
                "let `cargo xtask learn` write it",
            ));
        }
    }
}

/// Every entry has its phrases, and nothing else has any.
fn entries(
    file: &str,
    found: &BTreeMap<String, Vec<String>>,
    wanted: &[&str],
    (fewest, terms): (usize, &SearchTerms),
    problems: &mut Vec<Problem>,
) {
    for id in wanted {
        let phrases = found.get(*id).into_iter().flatten();
        if phrases.map(|phrase| wordings(phrase, terms)).sum::<usize>() < fewest {
            problems.push(Problem::new(
                file,
                id,
                &format!("can be said in fewer than {fewest} ways"),
                "add what readers say for it",
            ));
        }
    }
    for id in found.keys().filter(|id| !wanted.contains(&id.as_str())) {
        problems.push(Problem::new(
            file,
            id,
            "is nothing that can be looked up",
            "correct the id or remove its phrases",
        ));
    }
}

/// In how many ways a phrase can be said.
fn wordings(phrase: &str, terms: &SearchTerms) -> usize {
    let ways = |word: &str| match word.strip_prefix('@') {
        Some(class) => terms
            .classes
            .get(class)
            .map_or(1, |members| members.split(' ').count()),
        None => 1,
    };
    let words = phrase.trim_start_matches(['~', '?', '=']).split(' ');
    words
        .map(|word| word.split('/').map(ways).sum::<usize>())
        .fold(1, usize::saturating_mul)
}

/// Every class that a phrase names is there, and no phrase holds a sign that parts phrases.
fn classes(file: &str, terms: &SearchTerms, problems: &mut Vec<Problem>) {
    let all = [&terms.effects, &terms.crises, &terms.asked];
    for (id, phrases) in all.into_iter().flatten() {
        for phrase in phrases {
            let missing = phrase.split([' ', '/']).find(|word| {
                let class = word.trim_start_matches(['~', '?', '=']).strip_prefix('@');
                class.is_some_and(|class| class != "not" && !terms.classes.contains_key(class))
            });
            let parted = phrase.contains(['|', '\t', '\n']) || phrase.trim() != phrase;
            if missing.is_some() || parted || phrase.is_empty() {
                problems.push(Problem::new(
                    file,
                    id,
                    &format!("has the phrase `{phrase}`, which cannot be read"),
                    "name a class of `classes` after `@`, and use no bars or tabs",
                ));
            }
        }
    }
}

/// A phrase of several effects says so, so that none belongs to two by mistake.
fn shared(file: &str, terms: &SearchTerms, problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, phrases) in &terms.effects {
        for phrase in phrases {
            let words = phrase.trim_start_matches(['~', '?', '=']);
            owners.entry(words).or_default().push(id);
        }
    }
    for (phrase, owners) in &owners {
        let declared = terms.shared.iter().any(|shared| shared == phrase);
        if (owners.len() > 1) != declared {
            problems.push(Problem::new(
                file,
                phrase,
                &format!("belongs to {}", owners.join(", ")),
                "list it in `shared` exactly if it belongs to more than one effect",
            ));
        }
    }
}
