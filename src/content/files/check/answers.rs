//! Every effect has an answer, and every answer is made of statements and figures that exist.

use super::super::{Files, Problem};

const FILE: &str = "answers.json";

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let mut refuse = |entry: &str, what: &str, remedy: &str| {
        problems.push(Problem::new(FILE, entry, what, remedy));
    };
    let file = &files.answers;
    let shown = |id: &str| files.facts.iter().any(|fact| fact.id == id && fact.shown);
    for answer in file.areas.iter().chain(&file.effects) {
        let said = answer.signs.iter().chain(&answer.help);
        let said = said.chain(&answer.more).chain(&answer.lasts);
        for id in said.filter(|id| !shown(id)) {
            refuse(
                &answer.id,
                &format!("says `{id}`, which facts.json does not show"),
                "use the id of a statement that is shown",
            );
        }
        if answer.signs.is_empty() {
            refuse(
                &answer.id,
                "names no sign that cannot wait",
                "give it at least one in `signs`",
            );
        }
    }
    let table = &files.side_effects;
    let known = |id: &str| table.effects.iter().any(|effect| effect.id == id);
    for answer in file.effects.iter().filter(|answer| !known(&answer.id)) {
        refuse(
            &answer.id,
            "is an answer to nothing that exists",
            "use the id of an effect of side_effects.json",
        );
    }
    for area in &table.areas {
        if !file.areas.iter().any(|answer| answer.id == *area) {
            refuse(
                area,
                "has no answer of its own",
                "add the area to `areas`, with the signs to look for",
            );
        }
    }
    for comparison in &file.compared {
        let fact = files.facts.iter().find(|fact| fact.id == comparison.fact);
        let whole = |name: &String| {
            let figure = fact.and_then(|fact| fact.figures.get(name));
            figure.is_some_and(|figure| {
                figure.value.fract() == 0.0 && (0.0..=100.0).contains(&figure.value)
            })
        };
        let drawn = whole(&comparison.with) && whole(&comparison.without);
        if !known(&comparison.effect) || !drawn {
            refuse(
                &comparison.effect,
                &format!(
                    "is compared by `{}`, but not in whole figures",
                    comparison.fact
                ),
                "name an effect, a fact and two of its figures out of 100",
            );
        }
    }
}
