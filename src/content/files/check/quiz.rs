//! Every question of the quiz can be answered rightly and wrongly, and rests on statements.

use std::collections::BTreeSet;

use super::super::{Files, Problem};

const FILE: &str = "quiz.json";

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let mut refuse = |entry: &str, what: &str, remedy: &str| {
        problems.push(Problem::new(FILE, entry, what, remedy));
    };
    if !(8..=12).contains(&files.quiz.len()) {
        refuse(
            "the file",
            &format!("asks {} questions", files.quiz.len()),
            "ask eight to twelve",
        );
    }
    for question in &files.quiz {
        let names: BTreeSet<&String> = question.choices.iter().collect();
        if names.len() != question.choices.len() || !(2..=4).contains(&names.len()) {
            refuse(
                &question.id,
                "does not offer two to four different answers",
                "give each answer a letter of its own in `choices`",
            );
        }
        if !names.contains(&question.right) {
            refuse(
                &question.id,
                &format!(
                    "has `{}` as the right answer, which it does not offer",
                    question.right
                ),
                "name one of its choices in `right`",
            );
        }
        if question.rests.is_empty() {
            refuse(
                &question.id,
                "rests on nothing",
                "name the statements behind its feedback in `rests`",
            );
        }
        for id in &question.rests {
            if !files.facts.iter().any(|fact| fact.id == *id && fact.shown) {
                refuse(
                    &question.id,
                    &format!("rests on `{id}`, which facts.json does not show"),
                    "use the id of a statement that is shown",
                );
            }
        }
    }
}
