//! The right effect first, help in every crisis, and no answer to what was no question for us.

use super::{files, index, terms};
use naltrexone_explainer::content::files::fluent;
use naltrexone_explainer::content::search::{Index, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The set whose misses nobody looks at, so that its figures stay honest.
pub const KEPT: &str = "kept.tsv";

/// What became of the queries of one kind.
#[derive(Default)]
struct Tally {
    queries: u32,
    with_answer: u32,
    first: u32,
    among_three: u32,
    crises: u32,
    helped: u32,
    false_alarms: u32,
    wrongly_matched: u32,
    denied: u32,
}

/// Asks every query of a file and counts by kind.
fn ask(index: &Index, name: &str) -> (BTreeMap<String, Tally>, Vec<String>) {
    let files = files();
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/search")
        .join(name);
    let text = fs::read_to_string(path).unwrap();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut missed = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        let (kind, query, right, help, denied) = (next(), next(), next(), next(), next());
        let found = index.find(query);
        let terms: Vec<&str> = found
            .hits
            .iter()
            .map(|hit| {
                let effect = &files.side_effects.effects[usize::from(hit.effect.0)];
                effect.preferred_term.as_str()
            })
            .collect();
        let tally = tallies.entry(kind.to_owned()).or_default();
        tally.queries += 1;
        let is_right = |term: &&str| right.split('|').any(|right| right == *term);
        let mut good = true;
        if right.is_empty() {
            let wrong = matches!(kind, "unrelated" | "lookalike" | "asked" | "negation");
            let wrong = wrong && found.verdict == Verdict::Match;
            tally.wrongly_matched += u32::from(wrong);
            good &= !wrong;
        } else {
            tally.with_answer += 1;
            let first = terms.first().is_some_and(is_right);
            tally.first += u32::from(first);
            tally.among_three += u32::from(terms.iter().take(3).any(is_right));
            good &= first;
        }
        if help.is_empty() {
            tally.false_alarms += u32::from(!found.help.is_empty());
        } else {
            tally.crises += 1;
            tally.helped += u32::from(!found.help.is_empty());
            good &= !found.help.is_empty();
        }
        let named = denied
            .split('|')
            .any(|denied| terms.iter().take(5).any(|term| *term == denied));
        tally.denied += u32::from(named && !denied.is_empty());
        if !good || named && !denied.is_empty() {
            missed.push(format!(
                "{kind}: {query} -> {:?} {} {:?}",
                found.verdict,
                terms.join(", "),
                found.hits.first().map(|hit| &hit.matched)
            ));
        }
    }
    (tallies, missed)
}

/// Prints the figures of each kind and holds each to what was reached.
fn hold(name: &str) {
    let (tallies, missed) = ask(&index(), name);
    println!("{name}");
    println!(
        "{:<12}{:>8}{:>8}{:>8}{:>8}{:>14}{:>16}{:>8}",
        "kind", "queries", "first", "three", "help", "false alarms", "wrongly matched", "denied"
    );
    let mut all = Tally::default();
    for (kind, tally) in &tallies {
        println!(
            "{kind:<12}{:>8}{:>8}{:>8}{:>8}{:>14}{:>16}{:>8}",
            tally.queries,
            share(tally.first, tally.with_answer),
            share(tally.among_three, tally.with_answer),
            share(tally.helped, tally.crises),
            tally.false_alarms,
            tally.wrongly_matched,
            tally.denied,
        );
        all.queries += tally.queries;
        all.with_answer += tally.with_answer;
        all.first += tally.first;
        all.among_three += tally.among_three;
        all.crises += tally.crises;
        all.helped += tally.helped;
        all.wrongly_matched += tally.wrongly_matched;
    }
    println!(
        "{:<12}{:>8}{:>8}{:>8}{:>8}",
        "all",
        all.queries,
        share(all.first, all.with_answer),
        share(all.among_three, all.with_answer),
        share(all.helped, all.crises)
    );
    // What was written to be held out stays unseen, its figures apart.
    if name != KEPT {
        for line in &missed {
            println!("  {line}");
        }
    }
    let reached = reached(name);
    for (kind, tally) in &tallies {
        let now = [
            tally.first,
            tally.among_three,
            tally.helped,
            tally.queries - tally.wrongly_matched,
            tally.queries - tally.denied,
        ];
        println!(
            "reached\t{name}\t{kind}\t{}",
            now.map(|one| one.to_string()).join("\t")
        );
        let least = reached.get(kind);
        let held =
            least.is_some_and(|least| now.iter().zip(least).all(|(now, least)| now >= least));
        assert!(held, "{name}, {kind}: {now:?} now, {least:?} was reached");
    }
}

/// What each kind of a set once gave: right first, right among three, helped, not wrongly matched,
/// nothing denied that was named.
fn reached(name: &str) -> BTreeMap<String, Vec<u32>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/reached.txt");
    let text = fs::read_to_string(path).unwrap();
    let cells = text
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let own = cells.filter(|cells| cells.first() == Some(&name));
    own.map(|cells| {
        let counts = cells[2..].iter().map(|count| count.parse().unwrap());
        (cells[1].to_owned(), counts.collect())
    })
    .collect()
}

fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    format!("{:.1} %", 100.0 * f64::from(part) / f64::from(whole))
}

#[test]
fn what_was_tuned_on_is_found() {
    hold("tuning.tsv");
}

#[test]
fn what_others_would_ask_is_found() {
    hold("fresh.tsv");
}

#[test]
fn what_was_held_out_is_found() {
    // When it was first asked, 95.6 in 100 were right among the first three, and of the fresh set
    // 94.9. Both have been seen since: they hold what was reached.
    hold("held_out.tsv");
}

#[test]
fn what_nobody_had_tuned_on_is_found() {
    // 88.9 and 90.3 in 100 when it was first asked; `README.md` keeps all the first figures.
    hold("unseen.tsv");
}

#[test]
fn what_was_written_before_the_vocabulary_was_read_is_found() {
    hold("fourth.tsv");
    hold("fifth.tsv");
}

#[test]
fn what_was_asked_once_after_the_tuning_is_found() {
    hold("second.tsv");
    hold("third.tsv");
    hold("sixth.tsv");
}

#[test]
fn what_is_kept_from_tuning_is_found() {
    hold(KEPT);
}

#[test]
fn a_third_of_all_queries_is_kept_from_tuning() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let (mut tuned, mut kept) = (BTreeSet::new(), BTreeSet::new());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let is_kept = path.file_name().is_some_and(|name| name == KEPT);
        let set = if is_kept { &mut kept } else { &mut tuned };
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        set.extend(lines.filter_map(|line| Some(line.split('\t').nth(1)?.to_lowercase())));
    }
    let both: Vec<_> = kept.intersection(&tuned).collect();
    assert!(both.is_empty(), "kept and tuned on: {both:?}");
    println!("{} kept, {} tuned on", kept.len(), tuned.len());
    assert!(2 * kept.len() >= tuned.len());
}

#[test]
fn what_many_others_would_ask_is_found() {
    for name in [
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty_first",
        "twenty_second",
        "twenty_third",
        "twenty_fourth",
        "twenty_fifth",
    ] {
        hold(&format!("{name}.tsv"));
    }
}

#[test]
fn every_phrase_of_the_content_finds_its_effect() {
    let content = files();
    let index = index();
    let terms = &content.searches["en"];
    let mut missed = Vec::new();
    for (at, effect) in content.side_effects.effects.iter().enumerate() {
        let also = &content.texts["en"][&format!("effect-{}.also", effect.id)];
        let also = fluent::bare_text(also);
        let own = terms.effects[&effect.id]
            .iter()
            .filter(|phrase| !phrase.contains(['/', '@']));
        for phrase in own.map(String::as_str).chain(also.split(" | ")) {
            let phrase = phrase.trim_start_matches(['~', '?', '=']);
            let found = index.find(phrase);
            if !found.hits.iter().any(|hit| usize::from(hit.effect.0) == at) {
                missed.push(format!("{}: {phrase}", effect.id));
            }
        }
    }
    assert!(missed.is_empty(), "not found:\n{}", missed.join("\n"));
}

/// Prints the everyday words of a list that would be taken for slips of ours.
#[test]
#[ignore = "for authors: WORDS names a file with a word a line"]
fn words_that_would_be_taken_for_others() {
    let text = fs::read_to_string(std::env::var("WORDS").unwrap()).unwrap();
    let index = Index::parse(&terms(&files())).unwrap();
    for word in text.split_whitespace() {
        let found = index.find(word);
        let taken = found.hits.iter().any(|hit| hit.meant.is_some());
        if taken || found.hits.is_empty() && !found.help.is_empty() {
            println!("taken {word}");
        }
    }
}
