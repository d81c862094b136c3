//! One language as the browser loads it: a line for each key, numbers already in their sentences.
//!
//! `content::text` reads it back; the control characters are described there.

use std::fmt::Write;

use super::first_screen;
use super::fluent::{Message, Piece};
use super::written::{Fact, Locale};
use super::{FIRST_LANGUAGE, Files, Problem};

/// Every key, in the order of the compiled lines: those of the first screen before all others.
pub fn keys(files: &Files) -> Vec<String> {
    let (mut first, rest) = halves(files);
    first.extend(rest);
    first
}

/// How many keys the first screen needs.
pub fn first_count(files: &Files) -> usize {
    halves(files).0.len()
}

fn halves(files: &Files) -> (Vec<String>, Vec<String>) {
    let early = first_screen::keys(files);
    files
        .texts
        .get(FIRST_LANGUAGE)
        .into_iter()
        .flat_map(|texts| texts.keys().cloned())
        .partition(|key| early.holds(key))
}

/// What tells a program and a language file that they were built from the same keys.
pub fn fingerprint(files: &Files) -> String {
    short_hash(&keys(files).join("\n"))
}

/// Sixteen hexadecimal digits that change with the text (FNV-1a, 64 bits).
pub fn short_hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Compiles one language.
///
/// # Errors
/// If the folder has no such language.
pub fn compile(files: &Files, language: &str) -> Result<String, Vec<Problem>> {
    let (Some(messages), Some(locale)) = (files.texts.get(language), files.locales.get(language))
    else {
        return Err(vec![Problem::new(
            &format!("text/{language}.ftl"),
            "the file",
            "is not there",
            "add the language to text and to locales.json",
        )]);
    };
    let mut out = format!("{}\t{language}\t{}\n", fingerprint(files), locale.direction);
    for key in keys(files) {
        let fact = files.facts.iter().find(|fact| fact.id == key);
        if let Some(message) = messages.get(&key) {
            out.push_str(&marked(&line(message, fact, locale)));
        }
        out.push('\n');
    }
    // Without its search terms, a language is browsed.
    if let Ok(terms) = super::search::compile_terms(files, language) {
        out.push('\u{1c}');
        out.push_str(&terms);
    }
    Ok(out)
}

/// A statement as a reviewer reads it: its words in the first language, numbers put in, no marks.
pub fn plain(files: &Files, id: &str) -> String {
    plain_in(files, FIRST_LANGUAGE, id)
}

/// The same in any language; empty if it is not there.
pub fn plain_in(files: &Files, language: &str, id: &str) -> String {
    let (Some(messages), Some(locale)) = (files.texts.get(language), files.locales.get(language))
    else {
        return String::new();
    };
    let fact = files.facts.iter().find(|fact| fact.id == id);
    let text = messages
        .get(id)
        .map(|message| line(message, fact, locale))
        .unwrap_or_default();
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("[[") {
        let (inside, remaining) = after.split_once("]]").unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(inside.split_once('|').map_or(inside, |(_, words)| words));
        rest = remaining;
    }
    out.push_str(rest);
    out.replace("**", "").replace(['\u{6}', '\u{7}'], "'")
}

fn line(message: &Message, fact: Option<&Fact>, locale: &Locale) -> String {
    let mut out = String::new();
    for piece in message {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Slot(name) => match fact.and_then(|fact| fact.figures.get(name)) {
                Some(figure) => out.push_str(&number(figure.value, locale)),
                None => {
                    let _ = write!(out, "\u{6}{name}\u{7}");
                }
            },
            Piece::Plural { slot, variants } => {
                let _ = write!(out, "\u{e}{slot}");
                for (category, message) in variants {
                    let _ = write!(out, "\u{f}{category}\u{10}{}", line(message, fact, locale));
                }
                out.push('\u{11}');
            }
        }
    }
    out
}

/// Turns `**strong**` and `[[term|words]]` into control characters.
fn marked(text: &str) -> String {
    let mut out = String::new();
    for (index, piece) in text.split("**").enumerate() {
        if index > 0 {
            out.push(if index % 2 == 1 { '\u{1}' } else { '\u{2}' });
        }
        out.push_str(piece);
    }
    let mut rest = out.as_str();
    let mut terms = String::new();
    while let Some((before, after)) = rest.split_once("[[") {
        terms.push_str(before);
        if let Some((inside, remaining)) = after.split_once("]]") {
            let (term, words) = inside.split_once('|').unwrap_or((inside, inside));
            let _ = write!(terms, "\u{3}{term}\u{4}{words}\u{5}");
            rest = remaining;
        } else {
            rest = after;
        }
    }
    terms.push_str(rest);
    terms
}

/// A number in a language's own signs, with at most two decimals.
pub fn number(value: f64, locale: &Locale) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, tenths) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 {
        out.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left % 3 == 0 && whole.len() > 3 {
            out.push_str(&locale.group);
        }
        out.push(digit);
    }
    let tenths = tenths.trim_end_matches('0');
    if !tenths.is_empty() {
        out.push_str(&locale.decimal);
        out.push_str(tenths);
    }
    out
}
