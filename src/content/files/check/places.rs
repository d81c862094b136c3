//! Every shown statement stands in exactly one place, and every place holds a shown statement.

use std::collections::BTreeMap;

use super::super::written::Role;
use super::super::{Files, Problem};
use super::PARTS;

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let found: Vec<&str> = files.parts.iter().map(|part| part.id.as_str()).collect();
    if found != PARTS {
        problems.push(Problem::new(
            "parts.json",
            "the file",
            &format!("lists the parts {}", found.join(", ")),
            &format!("list exactly these, in this order: {}", PARTS.join(", ")),
        ));
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut place = |file: &str, entry: &str, id: &'_ str, problems: &mut Vec<Problem>| match files
        .facts
        .iter()
        .find(|fact| fact.id == id)
    {
        None => problems.push(Problem::new(
            file,
            entry,
            &format!("places `{id}`, which facts.json does not list"),
            "add that statement to facts.json or correct its id here",
        )),
        Some(fact) => {
            *places.entry(fact.id.as_str()).or_default() += 1;
            if !fact.shown {
                problems.push(Problem::new(
                    file,
                    entry,
                    &format!("places `{id}`, which is not to be shown"),
                    "take it out of here, or check it and set `shown` to true in facts.json",
                ));
            }
        }
    };
    for section in files.parts.iter().flat_map(|part| &part.sections) {
        for placed in &section.statements {
            place("parts.json", &section.id, &placed.id, problems);
        }
    }
    for form in &files.forms {
        for id in form.topics.iter().flat_map(|topic| &topic.statements) {
            place("forms.json", &form.id, id, problems);
        }
    }
    for fact in files.facts.iter().filter(|fact| fact.shown) {
        let defines = fact.id.starts_with("term-") && fact.id.ends_with("-means");
        let times = places.get(fact.id.as_str()).copied().unwrap_or(0) + usize::from(defines);
        if times != 1 {
            problems.push(Problem::new(
                "facts.json",
                &fact.id,
                &format!("stands in {times} places"),
                "place it exactly once in parts.json or forms.json, or set `shown` to false",
            ));
        }
    }
    for placed in files
        .parts
        .iter()
        .flat_map(|part| &part.sections)
        .flat_map(|section| &section.statements)
        .filter(|placed| placed.role == Role::Days)
    {
        let drawn = files.facts.iter().find(|fact| fact.id == placed.id).is_some_and(|fact| {
            let value = |name: &str| fact.figures.get(name).map(|figure| figure.value);
            matches!((value("from"), value("to")), (Some(from), Some(to)) if 0.0 < from && from <= to && to < 60.0)
        });
        if !drawn {
            problems.push(Problem::new(
                "facts.json",
                &placed.id,
                "is drawn as days, but has no figures `from` and `to` that can be drawn",
                "give it both, in days, the smaller one first",
            ));
        }
    }
}
