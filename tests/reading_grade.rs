//! Every part, the quiz and the paper for a class read easily.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "a test fails by panicking, and may say what it measured"
)]

use std::path::{Path, PathBuf};

use naltrexone_explainer::content::catalog::{FORMS, PARTS};
use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE, words};
use naltrexone_explainer::content::text::{Words, english_plural, unmarked};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data")
}

fn english() -> Words {
    let text = files::compile_words(&data(), FIRST_LANGUAGE).unwrap();
    Words::parse(&text, english_plural).unwrap()
}

/// Names that no plain word can stand for; a reading grade counts each as a short word.
const UNAVOIDABLE: [&str; 19] = [
    "naltrexone",
    "buprenorphine",
    "methadone",
    "morphine",
    "oxycodone",
    "fentanyl",
    "heroin",
    "tramadol",
    "naloxone",
    "nalmefene",
    "methylnaltrexone",
    "bupropion",
    "thioridazine",
    "disulfiram",
    "acamprosate",
    "endorphins",
    "endorphin",
    "opioids",
    "opioid",
];

fn grade(text: &str) -> f64 {
    let plain: String = text
        .split_inclusive(|c: char| !c.is_alphanumeric())
        .map(|word| {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let rest = &word[bare.len()..];
            let known = UNAVOIDABLE.contains(&bare.to_lowercase().as_str());
            format!("{}{rest}", if known { "word" } else { bare })
        })
        .collect();
    textstat::flesch_kincaid_grade(&plain)
}

/// Sentences as one text whose reading grade is at most seven.
#[track_caller]
fn reads_easily(name: &str, sentences: impl IntoIterator<Item = String>) {
    let ended = |sentence: String| {
        let sentence = sentence.trim();
        let done = sentence.ends_with(['.', '?', '!', ':']);
        [sentence, if done { " " } else { ". " }].concat()
    };
    let text: String = sentences.into_iter().map(ended).collect();
    let grade = grade(&text);
    println!("reading grade of {name}: {grade:.1}");
    assert!(grade <= 7.0, "{name} reads at grade {grade:.1}:\n{text}");
}

#[test]
fn every_part_reads_at_grade_seven_or_below() {
    let words = english();
    let said = |key| unmarked(&words.fill(key, &[("emergency", "your emergency number".into())]));
    for part in PARTS {
        let placed = part.sections.iter().flat_map(|section| section.placed);
        let further = FORMS.iter().filter(|_| part.id == "forms");
        let topics = further.flat_map(|form| form.topics);
        let keys = placed.map(|placed| placed.statement.text).chain(
            topics
                .flat_map(|topic| topic.statements)
                .map(|said| said.text),
        );
        reads_easily(part.id, [part.lead].into_iter().chain(keys).map(said));
    }
}

#[test]
fn the_quiz_and_the_paper_for_a_class_read_at_grade_seven_or_below() {
    let files = files::read(&data()).unwrap();
    for (name, least) in [
        ("quiz-", 70),
        ("ui-quiz", 10),
        ("ui-paper", 15),
        ("ui-guide", 15),
    ] {
        let keys = words::keys(&files).into_iter();
        let sentences: Vec<String> = keys
            .filter(|key| key.starts_with(name))
            .map(|key| words::plain(&files, &key).replace(['{', '}', '$'], ""))
            .collect();
        assert!(sentences.len() >= least, "{name}: {}", sentences.len());
        reads_easily(name, sentences);
    }
}
