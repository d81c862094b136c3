//! A language file as Fluent messages, reduced to what this project uses: text, placeholders, plurals.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use super::Problem;

/// One message, in pieces.
pub type Message = Vec<Piece>;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Something to put in by name.
    Slot(String),
    /// One of several texts, by the plural category of a number.
    Plural {
        /// The number's name.
        slot: String,
        /// Category and text; the last is the default.
        variants: Vec<(String, Message)>,
    },
}

/// Every message of a language file by its key; attributes stand under `key.attribute`.
pub fn messages(file: &str, text: &str) -> Result<BTreeMap<String, Message>, Vec<Problem>> {
    let mut problems = Vec::new();
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text
                    .get(..error.pos.start)
                    .map_or(0, |before| before.lines().count());
                problems.push(Problem::new(
                    file,
                    &format!("line {line}"),
                    &format!("cannot be read: {}", error.kind),
                    "write it as `key = text`, one message a line, with `{ $name }` for a number",
                ));
            }
            resource
        }
    };
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let key = message.id.name;
        let mut keep = |key: String, pattern: &Pattern<&str>| match pieces(pattern) {
            Ok(pieces) => {
                if found.insert(key.clone(), pieces).is_some() {
                    problems.push(Problem::new(
                        file,
                        &key,
                        "stands twice",
                        "keep one of the two",
                    ));
                }
            }
            Err(what) => problems.push(Problem::new(
                file,
                &key,
                what,
                "use only text, `{ $name }` and plural choices",
            )),
        };
        if let Some(pattern) = &message.value {
            keep(key.to_owned(), pattern);
        }
        for attribute in &message.attributes {
            keep(format!("{key}.{}", attribute.id.name), &attribute.value);
        }
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn pieces(pattern: &Pattern<&str>) -> Result<Message, &'static str> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Ok(Piece::Text(value.replace('\n', " "))),
            PatternElement::Placeable { expression } => piece(expression),
        })
        .collect()
}

fn piece(expression: &Expression<&str>) -> Result<Piece, &'static str> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Piece::Slot(id.name.to_owned()))
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Ok(Piece::Text((*value).to_owned()))
        }
        Expression::Select {
            selector: InlineExpression::VariableReference { id },
            variants,
        } => {
            let mut texts = Vec::new();
            for variant in variants {
                let VariantKey::Identifier { name } = variant.key else {
                    return Err("chooses by a number instead of a plural category");
                };
                let text = (name.to_owned(), pieces(&variant.value)?);
                if variant.default {
                    texts.push(text);
                } else {
                    texts.insert(0, text);
                }
            }
            Ok(Piece::Plural {
                slot: id.name.to_owned(),
                variants: texts,
            })
        }
        _ => Err("uses a Fluent feature that is not supported here"),
    }
}

/// The names of everything that is put into a message, in order of appearance, each once.
pub fn slots(message: &[Piece]) -> Vec<String> {
    let mut names = Vec::new();
    collect_slots(message, &mut names);
    names
}

fn collect_slots(message: &[Piece], names: &mut Vec<String>) {
    for piece in message {
        match piece {
            Piece::Text(_) => {}
            Piece::Slot(name) => keep_once(names, name),
            Piece::Plural { slot, variants } => {
                keep_once(names, slot);
                for (_, message) in variants {
                    collect_slots(message, names);
                }
            }
        }
    }
}

fn keep_once(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// The words of a message without what is put into them, for checks.
pub fn bare_text(message: &[Piece]) -> String {
    message
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Slot(_) => String::new(),
            Piece::Plural { variants, .. } => variants
                .iter()
                .map(|(_, message)| bare_text(message))
                .collect(),
        })
        .collect()
}
