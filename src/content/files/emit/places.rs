//! Parts, forms and glossary as Rust tables.

use std::fmt::Write;

use super::super::written::{Fact, FormGroup, Role};
use super::{Tables, constant, statement};

impl Tables<'_> {
    pub(super) fn parts(&self, out: &mut String) {
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

    pub(super) fn forms(&self, out: &mut String) {
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
                form.group == FormGroup::Main,
            );
        }
        out.push_str("];\n");
    }

    pub(super) fn terms(&self, out: &mut String) {
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
