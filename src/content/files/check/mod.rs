//! What must hold of the content before it is built; every breach is named with its remedy.

mod answers;
mod effects;
mod figures;
mod numbers;
mod places;
mod quiz;
mod schild;
mod search;
mod texts;
mod tour;

use std::collections::BTreeSet;

use super::{Files, Problem};

pub use figures::rests_on_machines;

/// The parts of the explainer, in reading order.
pub const PARTS: [&str; 7] = [
    "at-a-glance",
    "how-it-blocks",
    "how-long-it-lasts",
    "side-effects",
    "forms",
    "staying-safe",
    "lesson",
];

/// Every breach of every rule.
pub fn problems(files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    unique_ids(files, &mut problems);
    cited_sources(files, &mut problems);
    effects::check(files, &mut problems);
    answers::check(files, &mut problems);
    figures::check(files, &mut problems);
    places::check(files, &mut problems);
    quiz::check(files, &mut problems);
    tour::check(files, &mut problems);
    search::check(files, &mut problems);
    schild::check(files, &mut problems);
    texts::check(files, &mut problems);
    numbers::check(files, &mut problems);
    reviews(files, &mut problems);
    problems
}

fn unique_ids(files: &Files, problems: &mut Vec<Problem>) {
    let mut check = |file: &str, ids: &mut dyn Iterator<Item = &String>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                problems.push(Problem::new(
                    file,
                    id,
                    "stands twice",
                    "give one of the two another id",
                ));
            }
            let plain = id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if id.is_empty() || !plain {
                problems.push(Problem::new(
                    file,
                    id,
                    "is not a plain id",
                    "use small letters, digits and hyphens",
                ));
            }
        }
    };
    check(
        "sources.json",
        &mut files.sources.iter().map(|source| &source.id),
    );
    check("facts.json", &mut files.facts.iter().map(|fact| &fact.id));
    check(
        "side_effects.json",
        &mut files.side_effects.rows.iter().map(|row| &row.id),
    );
    check(
        "side_effects.json",
        &mut files.side_effects.effects.iter().map(|effect| &effect.id),
    );
    check("asked.json", &mut files.asked.iter().map(|asked| &asked.id));
    check(
        "quiz.json",
        &mut files.quiz.iter().map(|question| &question.id),
    );
    check("forms.json", &mut files.forms.iter().map(|form| &form.id));
    check(
        "help_lines.json",
        &mut files.help_lines.iter().map(|country| &country.country),
    );
    check(
        "help_lines.json",
        &mut files
            .help_lines
            .iter()
            .flat_map(|country| &country.lines)
            .map(|line| &line.id),
    );
}

fn cited_sources(files: &Files, problems: &mut Vec<Problem>) {
    let known: BTreeSet<&str> = files
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    let mut check = |file: &str, entry: &str, sources: &[String]| {
        for source in sources {
            if !known.contains(source.as_str()) {
                problems.push(Problem::new(
                    file,
                    entry,
                    &format!("cites `{source}`, which sources.json does not list"),
                    "add that source to sources.json or correct its id here",
                ));
            }
        }
    };
    for fact in &files.facts {
        check("facts.json", &fact.id, &fact.sources);
    }
    for (entry, number) in numbers::all(&files.pharmacology) {
        check("pharmacology.json", &entry, &number.sources);
    }
    check("schild.json", "rows", &files.schild.sources);
    for row in &files.side_effects.rows {
        check("side_effects.json", &row.id, &row.sources);
    }
    for asked in &files.asked {
        check("asked.json", &asked.id, &asked.sources);
    }
    for country in &files.help_lines {
        check(
            "help_lines.json",
            &country.country,
            &country.emergency.sources,
        );
        for line in &country.lines {
            check("help_lines.json", &line.id, &line.sources);
        }
    }
}

fn reviews(files: &Files, problems: &mut Vec<Problem>) {
    for (id, decision) in &files.review {
        let known = files.facts.iter().any(|fact| fact.id == *id)
            || files.side_effects.rows.iter().any(|row| row.id == *id)
            || files.help_lines.iter().any(|country| {
                country.country == *id || country.lines.iter().any(|line| line.id == *id)
            });
        if !known {
            problems.push(Problem::new(
                "review.json",
                id,
                "is a decision about nothing that exists",
                "remove it, or use the id of the statement it was made for",
            ));
        }
        if decision.by.trim().is_empty() || decision.on.len() != 10 {
            problems.push(Problem::new(
                "review.json",
                id,
                "does not say who decided and when",
                "fill in `by` with a name and `on` with a day such as 2026-01-31",
            ));
        }
    }
}
