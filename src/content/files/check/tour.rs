//! Every step of the lesson can be answered rightly and wrongly, and every way is made of steps.

use std::collections::BTreeSet;

use super::super::{Files, Problem};

const FILE: &str = "tour.json";

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let mut refuse = |entry: &str, what: &str, remedy: &str| {
        problems.push(Problem::new(FILE, entry, what, remedy));
    };
    let mut steps = BTreeSet::new();
    for step in &files.tour.steps {
        if !steps.insert(&step.id) {
            refuse(&step.id, "comes twice", "give each step a name of its own");
        }
        let names: BTreeSet<&String> = step.choices.iter().collect();
        if names.len() != step.choices.len() || !(2..=4).contains(&names.len()) {
            refuse(
                &step.id,
                "does not offer two to four different answers",
                "give each answer a letter of its own in `choices`",
            );
        }
        if !names.contains(&step.right) {
            refuse(
                &step.id,
                &format!(
                    "has `{}` as the right answer, which it does not offer",
                    step.right
                ),
                "name one of its choices in `right`",
            );
        }
        for id in &step.rests {
            if !files.facts.iter().any(|fact| fact.id == *id && fact.shown) {
                refuse(
                    &step.id,
                    &format!("rests on `{id}`, which facts.json does not show"),
                    "use the id of a statement that is shown",
                );
            }
        }
    }
    let mut tours = BTreeSet::new();
    for tour in &files.tour.tours {
        if !tours.insert(&tour.id) || tour.id.contains('.') {
            refuse(
                &tour.id,
                "comes twice or has a full stop in its name",
                "give each tour a plain name of its own: it stands in addresses",
            );
        }
        if tour.steps.is_empty() || tour.minutes == 0 {
            refuse(
                &tour.id,
                "has no steps or takes no time",
                "name its steps in `steps`, and say how many `minutes` it takes",
            );
        }
        for id in &tour.steps {
            if !steps.contains(id) {
                refuse(
                    &tour.id,
                    &format!("leads to `{id}`, which is no step"),
                    "use the id of an entry of `steps`",
                );
            }
        }
    }
}
