//! Checked files as Rust tables: what `content::catalog` includes.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::fluent;
use super::written::{Advice, Basis, Fact, Population, Role, Seriousness, Share, Verdict, Way};
use super::{FIRST_LANGUAGE, Files, words};

/// The Rust source of every table.
pub fn tables(files: &Files) -> String {
    let table = Tables::new(files);
    let mut out = String::new();
    table.head(&mut out);
    table.messages(&mut out);
    table.sources(&mut out);
    table.statements(&mut out);
    table.parts(&mut out);
    table.forms(&mut out);
    table.terms(&mut out);
    table.countries(&mut out);
    table.side_effects(&mut out);
    out
}

struct Tables<'a> {
    files: &'a Files,
    keys: BTreeMap<String, usize>,
    sources: BTreeMap<&'a str, usize>,
}

impl<'a> Tables<'a> {
    fn new(files: &'a Files) -> Self {
        let keys = words::keys(files)
            .into_iter()
            .enumerate()
            .map(|(at, key)| (key, at))
            .collect();
        let sources = files
            .sources
            .iter()
            .enumerate()
            .map(|(at, source)| (source.id.as_str(), at))
            .collect();
        Self {
            files,
            keys,
            sources,
        }
    }

    fn key(&self, key: &str) -> String {
        format!("Key({})", self.keys.get(key).copied().unwrap_or_default())
    }

    fn cited(&self, ids: &[String]) -> String {
        let list: Vec<String> = ids
            .iter()
            .filter_map(|id| self.sources.get(id.as_str()))
            .map(|at| format!("SourceIndex({at})"))
            .collect();
        format!("&[{}]", list.join(", "))
    }

    fn head(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "/// What a language file must begin with to fit this program.\n\
             pub const FINGERPRINT: &str = {:?};\n\
             /// How many messages a language has.\n\
             pub const KEY_COUNT: usize = {};",
            words::fingerprint(self.files),
            self.keys.len()
        );
    }

    /// A constant for each message that is said as it is, a function for each that is filled in.
    fn messages(&self, out: &mut String) {
        let Some(texts) = self.files.texts.get(FIRST_LANGUAGE) else {
            return;
        };
        let mut constants = String::new();
        let mut functions = String::new();
        for (key, message) in texts {
            let slots = fluent::slots(message);
            if slots.is_empty() || !key.starts_with("ui-") {
                let _ = writeln!(
                    constants,
                    "#[doc = {:?}]\npub const {}: Key = {};",
                    format!("`{key}`"),
                    constant(key),
                    self.key(key)
                );
                continue;
            }
            let names: Vec<String> = slots.iter().map(|slot| slot.replace('-', "_")).collect();
            let parameters: String = names.iter().fold(String::new(), |all, name| {
                format!("{all}, {name}: impl Into<Value<'a>>")
            });
            let values: String = slots
                .iter()
                .zip(&names)
                .fold(String::new(), |all, (slot, name)| {
                    format!("{all}({slot:?}, {name}.into()), ")
                });
            let _ = writeln!(
                functions,
                "#[doc = {:?}]\npub fn {}<'a>(words: &Words{parameters}) -> String {{ words.fill({}, &[{values}]) }}",
                format!("`{key}`, filled in."),
                key.replace(['-', '.'], "_"),
                self.key(key)
            );
        }
        let _ = writeln!(
            out,
            "/// Messages that are said as they are.\npub mod key {{ use super::Key;\n{constants}}}\n\
             /// Messages that something is put into.\npub mod say {{ use super::{{Key, Value, Words}};\n{functions}}}"
        );
    }

    fn sources(&self, out: &mut String) {
        let _ = writeln!(out, "/// Every source.\npub static SOURCES: &[Source] = &[");
        for source in &self.files.sources {
            let _ = writeln!(
                out,
                "Source {{ id: {:?}, title: {:?}, publisher: {:?}, date: {:?}, url: {:?} }},",
                source.id, source.title, source.publisher, source.date, source.url
            );
        }
        out.push_str("];\n");
    }

    fn statements(&self, out: &mut String) {
        let shown = || self.files.facts.iter().filter(|fact| fact.shown);
        out.push_str("/// Every statement that is shown, by name.\n#[allow(clippy::wildcard_imports, reason = \"a list of tables\")]\npub mod statement { use super::*;\n");
        for fact in shown() {
            let review = self
                .files
                .review
                .get(&fact.id)
                .filter(|decision| {
                    decision.decision == Verdict::Approve
                        && decision.text_hash
                            == words::short_hash(&words::plain(self.files, &fact.id))
                })
                .map_or("None".to_owned(), |decision| {
                    format!(
                        "Some(Review {{ by: {:?}, on: {:?} }})",
                        decision.by, decision.on
                    )
                });
            let _ = writeln!(
                out,
                "#[doc = {:?}]\npub static {}: Statement = Statement {{ id: {:?}, text: {}, sources: {}, basis: Basis::{}, review: {review} }};",
                format!("Statement `{}`.", fact.id),
                constant(&fact.id),
                fact.id,
                self.key(&fact.id),
                self.cited(&fact.sources),
                match fact.basis {
                    Basis::Derived => "Derived",
                    Basis::Editorial => "Editorial",
                    Basis::Read | Basis::Recalled | Basis::Mixed => "Read",
                },
            );
        }
        let all: Vec<String> = shown().map(|fact| statement(&fact.id)).collect();
        let _ = writeln!(
            out,
            "}}\n/// Every statement that is shown.\npub static STATEMENTS: &[&Statement] = &[{}];",
            all.join(", ")
        );
    }

    fn parts(&self, out: &mut String) {
        out.push_str("/// Every section, by name.\n#[allow(clippy::wildcard_imports, reason = \"a list of tables\")]\npub mod section { use super::*;\n");
        for section in self.files.parts.iter().flat_map(|part| &part.sections) {
            let placed: String = section
                .statements
                .iter()
                .fold(String::new(), |all, placed| {
                    let fact = self.files.facts.iter().find(|fact| fact.id == placed.id);
                    format!(
                        "{all}Placed {{ statement: {}, role: Role::{} }}, ",
                        statement(&placed.id),
                        role(placed.role, fact)
                    )
                });
            let _ = writeln!(
                out,
                "#[doc = {:?}]\npub static {}: Section = Section {{ id: {:?}, heading: {}, placed: &[{placed}] }};",
                format!("Section `{}`.", section.id),
                constant(&section.id),
                section.id,
                self.key(&format!("section-{}", section.id)),
            );
        }
        out.push_str(
            "}\n/// Every part, in reading order.\npub static PARTS: &[PartContent] = &[\n",
        );
        for part in &self.files.parts {
            let sections: String = part.sections.iter().fold(String::new(), |all, section| {
                format!("{all}&section::{}, ", constant(&section.id))
            });
            let key = |ending: &str| self.key(&format!("part-{}{ending}", part.id));
            let _ = writeln!(
                out,
                "PartContent {{ id: {:?}, name: {}, title: {}, lead: {}, sections: &[{sections}] }},",
                part.id,
                key(""),
                key("-title"),
                key("-lead"),
            );
        }
        out.push_str("];\n");
    }

    fn forms(&self, out: &mut String) {
        out.push_str("/// Every form, the two that this explainer is about first.\npub static FORMS: &[Form] = &[\n");
        for form in &self.files.forms {
            let topics: String = form.topics.iter().fold(String::new(), |all, topic| {
                let statements: Vec<String> =
                    topic.statements.iter().map(|id| statement(id)).collect();
                format!(
                    "{all}Topic {{ heading: {}, statements: &[{}] }}, ",
                    self.key(&format!("topic-{}", topic.id)),
                    statements.join(", ")
                )
            });
            let _ = writeln!(
                out,
                "Form {{ id: {:?}, name: {}, main: {}, topics: &[{topics}] }},",
                form.id,
                self.key(&format!("form-{}", form.id)),
                form.group == super::written::FormGroup::Main,
            );
        }
        out.push_str("];\n");
    }

    fn terms(&self, out: &mut String) {
        out.push_str("/// The glossary.\npub static TERMS: &[Term] = &[\n");
        for fact in self.files.facts.iter().filter(|fact| fact.shown) {
            let Some(term) = fact
                .id
                .strip_prefix("term-")
                .and_then(|id| id.strip_suffix("-means"))
            else {
                continue;
            };
            let _ = writeln!(
                out,
                "Term {{ id: {term:?}, name: {}, means: {} }},",
                self.key(&format!("term-{term}")),
                statement(&fact.id)
            );
        }
        out.push_str("];\n");
    }

    fn countries(&self, out: &mut String) {
        out.push_str("/// Every country with help lines.\npub static COUNTRIES: &[Country] = &[\n");
        for country in &self.files.help_lines {
            let checked = |basis: Basis| matches!(basis, Basis::Read | Basis::Derived);
            let lines: String = country.lines.iter().fold(String::new(), |all, line| {
                let number = if checked(line.basis) {
                    format!(
                        "Some(Number {{ shown: {:?}, dial: {:?}, call: {}, text: {} }})",
                        line.number,
                        line.dial,
                        line.ways.contains(&Way::Call),
                        line.ways.contains(&Way::Text)
                    )
                } else {
                    "None".to_owned()
                };
                format!(
                    "{all}Line {{ id: {:?}, name: {}, when: {}, number: {number}, sources: {} }}, ",
                    line.id,
                    self.key(&format!("line-{}", line.id)),
                    self.key(&format!("line-{}.when", line.id)),
                    self.cited(&line.sources)
                )
            });
            let emergency =
                checked(country.emergency.basis).then_some(country.emergency.number.as_str());
            let _ = writeln!(
                out,
                "Country {{ id: {:?}, name: {}, emergency: {emergency:?}, sources: {}, lines: &[{lines}] }},",
                country.country,
                self.key(&format!("country-{}", country.country)),
                self.cited(&country.emergency.sources),
            );
        }
        out.push_str("];\n");
    }

    fn side_effects(&self, out: &mut String) {
        out.push_str("/// Every effect in every group of people counted.\npub static SIDE_EFFECTS: &[SideEffect] = &[\n");
        for row in &self.files.side_effects.rows {
            let percent = |share: &Option<Share>| {
                share
                    .as_ref()
                    .filter(|share| matches!(share.basis, Basis::Read | Basis::Derived))
                    .and_then(|share| share.percent)
            };
            let range = row
                .band
                .as_ref()
                .filter(|band| matches!(band.basis, Basis::Read | Basis::Derived))
                .map(|band| (band.from_percent, band.to_percent));
            let trusted = !super::check::rests_on_machines(self.files, &row.sources);
            let populations: Vec<&str> = row
                .populations
                .iter()
                .map(|population| match population {
                    Population::OralAlcohol => "Population::OralAlcohol",
                    Population::OralOpioid => "Population::OralOpioid",
                    Population::XrAlcohol => "Population::XrAlcohol",
                    Population::XrOpioid => "Population::XrOpioid",
                })
                .collect();
            let effect = format!("effect-{}", row.effect);
            let _ = writeln!(
                out,
                "SideEffect {{ id: {:?}, name: {}, term: {}, also: {}, system: {}, serious: {}, populations: &[{}], with: {:?}, without: {:?}, range: {:?}, action: Advice::{}, sources: {} }},",
                row.id,
                self.key(&effect),
                self.key(&format!("{effect}.term")),
                self.key(&format!("{effect}.also")),
                self.key(&format!("system-{}", row.system)),
                row.seriousness == Seriousness::Serious,
                populations.join(", "),
                percent(&row.drug).filter(|_| trusted),
                percent(&row.placebo).filter(|_| trusted),
                range.filter(|_| trusted),
                match row.action {
                    Advice::SelfCare => "SelfCare",
                    Advice::CallDoctor => "CallDoctor",
                    Advice::Emergency => "Emergency",
                },
                self.cited(&row.sources),
            );
        }
        out.push_str("];\n");
    }
}

fn statement(id: &str) -> String {
    format!("&statement::{}", constant(id))
}

fn constant(id: &str) -> String {
    id.replace(['-', '.'], "_").to_uppercase()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the check keeps both figures between one and sixty"
)]
fn role(role: Role, fact: Option<&Fact>) -> String {
    let days = |name: &str| {
        fact.and_then(|fact| fact.figures.get(name))
            .map_or(0, |figure| figure.value as u8)
    };
    match role {
        Role::Plain => "Plain".to_owned(),
        Role::Lead => "Lead".to_owned(),
        Role::Item => "Item".to_owned(),
        Role::Figure => "Figure".to_owned(),
        Role::Note => "Note".to_owned(),
        Role::Pull => "Pull".to_owned(),
        Role::Warning => "Warning".to_owned(),
        Role::Sign => "Sign".to_owned(),
        Role::Days => format!("Days {{ from: {}, to: {} }}", days("from"), days("to")),
    }
}
