//! The content holds together, reads easily, and says what to mend when it does not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "a test fails by panicking, and may say what it measured"
)]

use std::fs;
use std::path::{Path, PathBuf};

use naltrexone_explainer::content::catalog::{
    Advice, EFFECTS, EffectIndex, FORMS, PARTS, SIDE_EFFECTS, STATEMENTS, TERMS,
};
use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE, words};
use naltrexone_explainer::content::text::{Words, english_plural};
use serde_json::Value;
use tempfile::TempDir;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data")
}

/// A copy of the content with one file changed.
fn content_with(file: &str, change: impl Fn(String) -> String) -> TempDir {
    let copy = TempDir::new().unwrap();
    for folder in ["", "text", "search"] {
        fs::create_dir_all(copy.path().join(folder)).unwrap();
        for entry in fs::read_dir(data().join(folder)).unwrap().flatten() {
            if entry.path().is_file() {
                let name = Path::new(folder).join(entry.file_name());
                fs::copy(entry.path(), copy.path().join(name)).unwrap();
            }
        }
    }
    let path = copy.path().join(file);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "the change does nothing");
    fs::write(path, after).unwrap();
    copy
}

#[track_caller]
fn refused(file: &str, change: impl Fn(String) -> String, expected: &[&str]) {
    let copy = content_with(file, change);
    let problems = files::read(copy.path()).expect_err("broken content is refused");
    let message = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect::<String>();
    for part in expected {
        assert!(message.contains(part), "{part:?} is not in:\n{message}");
    }
}

fn edited(json: &str, edit: impl Fn(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(json).unwrap();
    edit(&mut value);
    value.to_string()
}

#[test]
fn a_broken_file_is_refused_by_name_line_and_remedy() {
    refused(
        "sources.json",
        |text| text.replacen('{', "", 1),
        &[
            "sources.json: `line ",
            "a comma, a quotation mark or a name is off",
        ],
    );
}

#[test]
fn an_unknown_source_is_refused_by_its_id_and_its_statement() {
    refused(
        "facts.json",
        |text| {
            edited(&text, |facts| {
                facts[0]["sources"] = serde_json::json!(["label-2031"]);
            })
        },
        &[
            "facts.json",
            "`label-2031`",
            "which sources.json does not list",
            "add that source",
        ],
    );
}

#[test]
fn an_unknown_source_of_a_model_number_is_refused_by_its_place() {
    refused(
        "pharmacology.json",
        |text| text.replacen("\"mann-2022\"", "\"mann-2031\"", 1),
        &[
            "pharmacology.json",
            "/ligands/",
            "`mann-2031`",
            "add that source",
        ],
    );
}

#[test]
fn a_model_number_that_is_missing_misnamed_or_in_another_unit_is_refused() {
    refused(
        "pharmacology.json",
        |text| text.replace("\"late_fall_per_hour\"", "\"late_fall_per_day\""),
        &["pharmacology.json: `line ", "late_fall_per_day"],
    );
    refused(
        "pharmacology.json",
        |text| text.replacen("\"unit\": \"nanomolar\"", "\"unit\": \"micromolar\"", 1),
        &["half_occupying_nanomolar", "is given in `micromolar`"],
    );
    refused(
        "pharmacology.json",
        |text| text.replacen("\"value\": 1.0", "\"value\": -1.0", 1),
        &["is no amount"],
    );
}

#[test]
fn a_missing_message_is_refused_by_its_key() {
    refused(
        "text/en.ftl",
        |text| text.replacen("part-forms-title =", "part-shapes-title =", 1),
        &[
            "text/en.ftl",
            "`part-forms-title` is missing",
            "add a line",
            "`part-shapes-title` belongs to nothing",
        ],
    );
}

#[test]
fn a_placeholder_that_nothing_fills_is_refused() {
    refused(
        "text/en.ftl",
        |text| text.replacen("part-forms-title =", "part-forms-title = { $tablets }", 1),
        &["`part-forms-title` puts in `tablets`, which nothing fills"],
    );
}

#[test]
fn a_figure_among_the_words_is_refused() {
    refused(
        "text/en.ftl",
        |text| text.replacen("part-forms-title =", "part-forms-title = 50 mg:", 1),
        &[
            "`part-forms-title` has a figure among its words",
            "facts.json",
        ],
    );
}

#[test]
fn a_recalled_figure_is_never_shown() {
    let first_with_figures = |facts: &mut Value| {
        let fact = facts
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .find(|fact| fact["shown"] != false && fact["figures"].is_object())
            .unwrap();
        fact["basis"] = "recalled".into();
    };
    refused(
        "facts.json",
        |text| edited(&text, first_with_figures),
        &[
            "whose basis is Recalled",
            "make its basis `read`, or set `shown` to false",
        ],
    );
}

#[test]
fn a_figure_without_a_basis_is_refused() {
    refused(
        "facts.json",
        |text| {
            edited(&text, |facts| {
                facts[0].as_object_mut().unwrap().remove("basis");
            })
        },
        &["facts.json", "missing field `basis`"],
    );
}

#[test]
fn a_statement_without_a_place_is_refused() {
    refused(
        "parts.json",
        |text| {
            edited(&text, |parts| {
                parts[0]["sections"][0]["statements"]
                    .as_array_mut()
                    .unwrap()
                    .pop();
            })
        },
        &["facts.json", "stands in 0 places"],
    );
}

#[test]
fn every_row_of_the_evidence_is_there() {
    assert_eq!(SIDE_EFFECTS.len(), 102);
    assert_eq!(FORMS.iter().filter(|form| form.main).count(), 2);
    assert!(FORMS.iter().filter(|form| !form.main).count() >= 5);
    assert_eq!(PARTS.len(), 7);
    assert!(TERMS.len() >= 6);
}

#[test]
fn every_row_belongs_to_one_effect() {
    let rows: Vec<&str> = EFFECTS
        .iter()
        .flat_map(|effect| effect.rows.iter().map(|row| row.id))
        .collect();
    assert_eq!(rows.len(), SIDE_EFFECTS.len());
    assert!(SIDE_EFFECTS.iter().all(|row| rows.contains(&row.id)));
    // As many as the evidence has preferred terms.
    assert_eq!(EFFECTS.len(), 74);
    assert!(EFFECTS.iter().all(|effect| effect.area.0 < 14));
}

#[test]
fn no_figure_of_a_row_is_shown_that_was_not_read() {
    let files = files::read(&data()).unwrap();
    for row in &files.side_effects.rows {
        let shown = SIDE_EFFECTS
            .iter()
            .find(|shown| shown.id == row.id)
            .unwrap();
        for (written, shown) in [(&row.drug, shown.with), (&row.placebo, shown.without)] {
            if let (Some(written), Some(_)) = (written, shown) {
                assert!(
                    !matches!(written.basis, files::written::Basis::Recalled),
                    "{} shows a recalled figure",
                    row.id
                );
            }
        }
    }
}

#[test]
fn a_language_file_of_another_version_is_refused() {
    let text = files::compile_words(&data(), FIRST_LANGUAGE).unwrap();
    let other = text.replacen(|c: char| c.is_ascii_hexdigit(), "x", 1);
    assert!(Words::parse(&other, english_plural).is_err());
    let cut = text
        .lines()
        .take(10)
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    assert!(Words::parse(&cut, english_plural).is_err());
}

#[test]
fn an_answer_that_says_what_is_not_shown_or_compares_without_figures_is_refused() {
    refused(
        "answers.json",
        |text| text.replacen("\"serious-overdose\"", "\"told-injection-site-figures\"", 1),
        &["`told-injection-site-figures`", "a statement that is shown"],
    );
    refused(
        "answers.json",
        |text| text.replacen("\"nauseadummy\"", "\"nauseaplacebo\"", 1),
        &["`nausea` is compared by", "two of its figures out of 100"],
    );
}

#[test]
fn every_effect_has_an_answer_with_signs_that_cannot_wait() {
    for (at, effect) in (0..).zip(EFFECTS) {
        let answer = EffectIndex(at).answer().expect(effect.id);
        assert!(!answer.signs.is_empty(), "{}", effect.id);
        // An emergency is one of the signs that ask for help.
        assert!(
            effect.action != Advice::Emergency || answer.signs[0].id.starts_with("serious-"),
            "{}",
            effect.id
        );
    }
}

#[test]
fn an_approval_lapses_when_the_text_changes() {
    let files = files::read(&data()).unwrap();
    let id = STATEMENTS[0].id;
    let before = words::short_hash(&words::plain(&files, id));
    let key = format!("{id} =");
    let copy = content_with("text/en.ftl", |text| {
        text.replacen(&key, &format!("{key} Truly:"), 1)
    });
    let changed = files::read(copy.path()).unwrap();
    assert_ne!(before, words::short_hash(&words::plain(&changed, id)));
}

#[test]
fn a_question_whose_right_answer_is_not_offered_is_refused() {
    let change = |text: String| edited(&text, |file| file[0]["right"] = "z".into());
    refused("quiz.json", change, &["`pushes` has `z` as the right"]);
}
