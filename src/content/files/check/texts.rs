//! Every language has every key, with the same things put in, well-formed marks and no figures.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fluent::{self, Message};
use super::super::written::SideEffectRow;
use super::super::{FIRST_LANGUAGE, Files, Problem};

/// The one thing that a statement may leave open until the page is shown.
pub const EMERGENCY: &str = "emergency";

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let Some(first) = files.texts.get(FIRST_LANGUAGE) else {
        problems.push(Problem::new(
            "text/en.ftl",
            "the file",
            "is missing",
            "put it back: every other language is held against it",
        ));
        return;
    };
    let needed = needed_keys(files);
    for (language, messages) in &files.texts {
        let file = format!("text/{language}.ftl");
        if !files.locales.contains_key(language) {
            problems.push(Problem::new(
                "locales.json",
                language,
                "is missing",
                "add the language with its name, direction and number signs",
            ));
        }
        for (key, who) in &needed {
            if !messages.contains_key(key) {
                problems.push(Problem::new(
                    &file,
                    key,
                    &format!("is missing, but {who} needs it"),
                    &format!("add a line `{key} = …`"),
                ));
            }
        }
        for key in first.keys().filter(|key| !messages.contains_key(*key)) {
            if !needed.contains_key(key) {
                problems.push(Problem::new(
                    &file,
                    key,
                    "is missing, but English has it",
                    &format!("add a line `{key} = …`"),
                ));
            }
        }
        for (key, message) in messages {
            if !needed.contains_key(key) && !is_free(key) {
                problems.push(Problem::new(
                    &file,
                    key,
                    "belongs to nothing in the data files",
                    "correct the key, add its statement to facts.json, or remove the line",
                ));
            }
            check_message(files, &file, key, message, first, problems);
        }
    }
}

/// Keys that no data file asks for: those that the program names itself.
fn is_free(key: &str) -> bool {
    key.starts_with("ui-")
}

fn check_message(
    files: &Files,
    file: &str,
    key: &str,
    message: &Message,
    first: &BTreeMap<String, Message>,
    problems: &mut Vec<Problem>,
) {
    let text = fluent::bare_text(message);
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        problems.push(Problem::new(
            file,
            key,
            "has a figure among its words",
            "put the number into `figures` in facts.json and write `{ $name }` here",
        ));
    }
    if let Some(what) = broken_marks(files, &text) {
        problems.push(Problem::new(
            file,
            key,
            &what,
            "close every `**` and write terms as [[id|words]] with an id of the glossary",
        ));
    }
    let names = fluent::slots(message);
    let fact = files.facts.iter().find(|fact| fact.id == key);
    let known = |name: &str| match fact {
        Some(fact) => name == EMERGENCY || fact.figures.contains_key(name),
        None if is_free(key) => first
            .get(key)
            .is_some_and(|message| fluent::slots(message).iter().any(|slot| slot == name)),
        None => false,
    };
    for name in &names {
        if !known(name) {
            problems.push(Problem::new(
                file,
                key,
                &format!("puts in `{name}`, which nothing fills"),
                "correct the name between the braces, or add that figure to the statement",
            ));
        }
    }
    let wanted: Vec<String> = match fact {
        Some(fact) => fact.figures.keys().cloned().collect(),
        None => first
            .get(key)
            .map(|message| fluent::slots(message))
            .unwrap_or_default(),
    };
    for name in wanted {
        if !names.contains(&name) {
            problems.push(Problem::new(
                file,
                key,
                &format!("leaves out `{name}`"),
                "write `{ $name }` where the number belongs, or remove the figure",
            ));
        }
    }
}

fn broken_marks(files: &Files, text: &str) -> Option<String> {
    if !text.matches("**").count().is_multiple_of(2) {
        return Some("opens `**` without closing it".to_owned());
    }
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("[[") {
        let Some((inside, remaining)) = after.split_once("]]") else {
            return Some("opens `[[` without closing it".to_owned());
        };
        let Some((term, _)) = inside.split_once('|') else {
            return Some(format!("has `[[{inside}]]` without a bar"));
        };
        if !files
            .facts
            .iter()
            .any(|fact| fact.id == format!("term-{term}-means"))
        {
            return Some(format!(
                "explains `{term}`, which the glossary does not have"
            ));
        }
        rest = remaining;
    }
    None
}

/// What the lesson asks for.
fn tour_keys(files: &Files, need: &mut impl FnMut(String, String)) {
    for tour in &files.tour.tours {
        let who = format!("`{}` of tour.json", tour.id);
        for ending in ["", ".lead"] {
            need(format!("tour-{}{ending}", tour.id), who.clone());
        }
    }
    for step in &files.tour.steps {
        let who = format!("step `{}` of tour.json", step.id);
        for ending in ["", ".intro", ".say", ".listen", ".watch"] {
            need(format!("step-{}{ending}", step.id), who.clone());
        }
        let stage = step.stage.id();
        for part in ["ask", "lesson"] {
            need(format!("ui-{part}-{stage}"), who.clone());
        }
        for choice in &step.choices {
            for part in ["choice", "reply"] {
                need(format!("ui-{part}-{stage}-{choice}"), who.clone());
            }
        }
    }
}

/// Every key that the data files ask for, with who asks.
pub fn needed_keys(files: &Files) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    let mut need = |key: String, who: String| {
        keys.entry(key).or_insert(who);
    };
    for fact in &files.facts {
        need(
            fact.id.clone(),
            format!("statement `{}` of facts.json", fact.id),
        );
        if let Some(term) = fact
            .id
            .strip_prefix("term-")
            .and_then(|id| id.strip_suffix("-means"))
        {
            need(
                format!("term-{term}"),
                format!("statement `{}` of facts.json", fact.id),
            );
        }
    }
    for part in &files.parts {
        for ending in ["", "-title", "-lead"] {
            need(
                format!("part-{}{ending}", part.id),
                format!("part `{}`", part.id),
            );
        }
        for section in &part.sections {
            need(
                format!("section-{}", section.id),
                format!("section `{}`", section.id),
            );
        }
    }
    for form in &files.forms {
        need(format!("form-{}", form.id), format!("form `{}`", form.id));
        for topic in &form.topics {
            need(
                format!("topic-{}", topic.id),
                format!("a topic of form `{}`", form.id),
            );
        }
    }
    let effects = files.side_effects.effects.iter();
    let named: BTreeSet<String> = effects
        .map(|effect| format!("effect-{}", effect.id))
        .chain(files.side_effects.rows.iter().map(SideEffectRow::words))
        .collect();
    for words in named {
        for ending in ["", ".term", ".also"] {
            need(
                format!("{words}{ending}"),
                "a row of side_effects.json".to_owned(),
            );
        }
    }
    for question in &files.quiz {
        let (name, who) = (
            &question.id,
            format!("question `{}` of quiz.json", question.id),
        );
        need(format!("quiz-{name}"), who.clone());
        for choice in &question.choices {
            for ending in ["", ".why"] {
                need(format!("quiz-{name}-{choice}{ending}"), who.clone());
            }
        }
    }
    tour_keys(files, &mut need);
    for asked in &files.asked {
        need(
            format!("asked-{}", asked.id),
            format!("`{}` of asked.json", asked.id),
        );
    }
    for area in &files.side_effects.areas {
        need(format!("area-{area}"), format!("area `{area}`"));
    }
    for row in &files.side_effects.rows {
        need(
            format!("system-{}", row.system),
            format!("row `{}`", row.id),
        );
    }
    for country in &files.help_lines {
        let name = &country.country;
        need(
            format!("country-{name}"),
            format!("country `{name}` of help_lines.json"),
        );
        for line in &country.lines {
            for ending in ["", ".when"] {
                need(
                    format!("line-{}{ending}", line.id),
                    format!("help line `{}`", line.id),
                );
            }
        }
    }
    keys
}
