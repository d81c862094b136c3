//! Whatever is typed: no panic, the same answer, and no word that hides another. How long it takes,
//! `cargo xtask speed` says.

use super::{files, index};
use naltrexone_explainer::content::search::{Crisis, Verdict};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

#[test]
fn any_text_is_answered_without_a_panic_and_always_alike() {
    let index = index();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        max_shrink_iters: 50,
        ..ProptestConfig::default()
    });
    let texts = prop_oneof![
        "\\PC{0,2500}",
        prop::collection::vec(any::<char>(), 0..2_500).prop_map(String::from_iter),
        prop::collection::vec(
            "(not|no|head|hurts|cant|sleep|but|itchng|stomack|[a-z]{1,14})",
            0..1_500
        )
        .prop_map(|words| words.join(" ")),
        "[a-z]{0,10000}",
    ];
    runner
        .run(&texts, |text| {
            prop_assert_eq!(index.find(&text), index.find(&text));
            Ok(())
        })
        .unwrap();
    for text in [
        "headache ".repeat(1_100),
        "\u{1f92e}".repeat(2_500),
        "stomackake".repeat(1_000),
    ] {
        assert_eq!(index.find(&text), index.find(&text));
    }
}

#[test]
fn an_exact_synonym_never_hides_its_effect() {
    let index = index();
    let files = files();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let queries = fs::read_to_string(folder.join("tuning.tsv")).unwrap();
    let queries: Vec<&str> = queries
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    for (at, effect) in files.side_effects.effects.iter().enumerate() {
        let phrases = &files.searches["en"].effects[&effect.id];
        for (number, phrase) in phrases.iter().enumerate() {
            if phrase.contains(['/', '@', '?']) {
                continue;
            }
            let phrase = phrase.trim_start_matches(['~', '=']);
            let query = queries[(at * 31 + number * 7) % queries.len()];
            for text in [format!("{query}, {phrase}"), format!("{phrase} {query}")] {
                let found = index.find(&text);
                assert!(
                    found.hits.iter().any(|hit| usize::from(hit.effect.0) == at),
                    "{} is hidden in: {text}",
                    effect.id
                );
            }
        }
    }
}

/// The preferred terms of what a query finds, best first.
fn terms_of(query: &str) -> Vec<String> {
    let files = files();
    let found = index().find(query);
    let terms = found.hits.iter().map(|hit| {
        let effect = &files.side_effects.effects[usize::from(hit.effect.0)];
        effect.preferred_term.clone()
    });
    terms.collect()
}

#[test]
fn words_on_both_sides_of_a_comma_are_no_saying() {
    let parted = terms_of("cold sweats, panting");
    assert!(parted.contains(&"Eosinophilic pneumonia".to_owned()));
}

#[test]
fn what_is_denied_of_one_thing_is_not_denied_of_the_next() {
    let bruised = terms_of("no swelling at the injection site, just a bruise");
    assert_eq!(bruised[0], "Injection site bruising");
    assert!(terms_of("never had any trouble sleeping").is_empty());
}

#[test]
fn a_negation_that_belongs_to_one_complaint_denies_no_other_and_hides_none() {
    let weak = terms_of("not sleepy, just no strength");
    assert_eq!(weak[0], "Asthenia");
    assert!(!weak.contains(&"Somnolence".to_owned()), "{weak:?}");
    let awake = terms_of("not depressed just can't sleep");
    assert_eq!(awake[0], "Insomnia");
    assert!(!awake.contains(&"Depression".to_owned()), "{awake:?}");
    let watery = terms_of("eyes are watery, not blurry");
    assert_eq!(watery[0], "Lacrimation increased");
}

#[test]
fn a_denied_complaint_of_more_than_one_word_is_not_named() {
    assert!(terms_of("no mood swings").is_empty());
    assert!(terms_of("no erection problems").is_empty());
}

#[test]
fn what_is_asked_and_answered_with_no_is_denied() {
    assert!(terms_of("Any itching? No.").is_empty());
    assert!(terms_of("headaches: none").is_empty());
}

#[test]
fn what_is_gone_is_denied_unless_that_is_the_complaint() {
    let dizzy = terms_of("headache gone, dizzy now");
    assert_eq!(dizzy[0], "Dizziness");
    assert!(!dizzy.contains(&"Headache".to_owned()), "{dizzy:?}");
    assert_eq!(terms_of("my appetite is gone")[0], "Decreased appetite");
}

#[test]
fn what_speaks_of_something_else_is_neither_told_nor_guessed_at() {
    let index = index();
    for text in [
        "how do i reset my password",
        "uv index today",
        "air fryer jacket potato time",
        "best pizza near me",
    ] {
        assert_eq!(index.find(text).verdict, Verdict::None, "{text}");
    }
    // An emergency that is named brings help whatever it is about; it is told of nobody.
    let souffle = index.find("collapsed souffle rescue");
    assert!(souffle.verdict != Verdict::Match && souffle.is_urgent());
    // What may be a slip of one, amid all else, is asked about in one quiet line.
    let squirrels = index.find("how to keep squirrels off the bird feeder");
    assert_eq!(squirrels.help, [Crisis::Unclear]);
}

#[test]
fn an_overdose_that_is_told_comes_before_its_signs_and_a_faint_before_an_overdose() {
    let overdose = terms_of("she took fentanyl and is barely breathing");
    assert_eq!(overdose[0], "Accidental overdose");
    let faint = terms_of("my wife passed out in the kitchen, she is fine now");
    assert_eq!(faint[0], "Dizziness / Syncope");
}

#[test]
fn a_cry_for_help_is_an_answer_though_a_negation_stands_in_it() {
    let cry = terms_of("cannot see a reason to carry on living");
    assert_eq!(cry, ["Suicidal ideation"]);
}

/// What people ask of the medicine in calm.
const CALM: [&str; 24] = [
    "how and when should I take naltrexone",
    "when and how to start after heroin",
    "what is the point of taking it",
    "is there a reason not to take it with food",
    "what if I'm not here for my next injection",
    "I will not be here next week for the shot",
    "i won't be here for my next appointment",
    "I won't need it after six months",
    "can I undo the injection",
    "can I get my second injection early",
    "oh my god I cant go to the toilet",
    "I am done with it",
    "I am done with drinking",
    "I have a plan to cut down",
    "I want to be here for my kids",
    "I want to stop drinking for good",
    "is there a way to end treatment early",
    "tell my wife I am on naltrexone",
    "will I see him again next month",
    "thank you all goodbye",
    "I look after my mum with dementia",
    "I put my phone off at night",
    "I have asthma, is it safe to start",
    "can I take it at night",
];

#[test]
fn a_calm_question_about_the_medicine_is_not_answered_with_help_in_an_emergency() {
    let index = index();
    for question in CALM {
        assert!(!index.find(question).is_urgent(), "{question}");
    }
}

/// What anybody types first.
const PLAIN: [&str; 24] = [
    "headache since yesterday",
    "my tummy hurts, is it the shot?",
    "every time i stand up the room spins",
    "cant sleep at night",
    "tired all the time",
    "sick in the morning",
    "dry mouth and thirsty",
    "ringing in my ears",
    "sore bum where they gave me the jab",
    "itchy rash on my arms",
    "leg cramps at night",
    "no sex drive any more",
    "sweating at night",
    "constipated for a week",
    "runny nose and sneezing",
    "blurry vision when reading",
    "no side effects so far",
    "can i take it with food",
    "what is naltrexone",
    "how long does it last",
    "does it work for alcohol",
    "how do i stop taking it",
    "hello",
    "weather tomorrow",
];

#[test]
fn nobody_who_types_a_plain_complaint_is_asked_on_the_way_whether_anyone_is_in_danger() {
    let index = index();
    for text in PLAIN {
        let mut typed = String::new();
        for letter in text.chars() {
            typed.push(letter);
            assert_eq!(index.find(&typed).help, [], "{typed}");
        }
    }
}
