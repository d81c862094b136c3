//! Checked files as Rust tables: what `content::catalog` includes.

mod answers;
mod effects;
mod numbers;
mod people;
mod places;
mod quiz;
mod schild;
mod tour;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::fluent;
use super::written::{Basis, Verdict};
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
    table.schild(&mut out);
    table.numbers(&mut out);
    table.effects(&mut out);
    table.answers(&mut out);
    table.quiz(&mut out);
    table.tour(&mut out);
    out
}

struct Tables<'a> {
    files: &'a Files,
    keys: BTreeMap<String, usize>,
}

impl<'a> Tables<'a> {
    fn new(files: &'a Files) -> Self {
        let keys = words::keys(files)
            .into_iter()
            .enumerate()
            .map(|(at, key)| (key, at))
            .collect();
        Self { files, keys }
    }

    fn key(&self, key: &str) -> String {
        format!("Key({})", self.keys.get(key).copied().unwrap_or_default())
    }

    fn head(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "/// What a language file must begin with to fit this program.\n\
             pub const FINGERPRINT: &str = {:?};\n\
             /// How many messages a language has.\n\
             pub const KEY_COUNT: usize = {};\n\
             /// How many of them come first, because the first screen needs them.\n\
             pub const FIRST_KEY_COUNT: usize = {};",
            words::fingerprint(self.files),
            self.keys.len(),
            words::first_count(self.files)
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
        out.push_str("/// Every source, by name.\npub mod source { use super::Source;\n");
        for source in &self.files.sources {
            let _ = writeln!(
                out,
                "#[doc = {:?}]\npub static {}: Source = Source {{ id: {:?}, title: {:?}, publisher: {:?}, date: {:?}, url: {:?} }};",
                format!("Source `{}`.", source.id),
                constant(&source.id),
                source.id,
                source.title,
                source.publisher,
                source.date,
                source.url
            );
        }
        out.push_str("}\n");
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
                cited(&fact.sources),
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
}

fn cited(ids: &[String]) -> String {
    let list: Vec<String> = ids
        .iter()
        .map(|id| format!("&source::{}", constant(id)))
        .collect();
    format!("&[{}]", list.join(", "))
}

fn statement(id: &str) -> String {
    format!("&statement::{}", constant(id))
}

fn constant(id: &str) -> String {
    id.replace(['-', '.'], "_").to_uppercase()
}
