//! A key and what to put in, in; a sentence, out.
//!
//! A language arrives as text: a first line with fingerprint, language and direction, then one line
//! for each key, in the order of [`crate::content::catalog::key`]. Inside a line, control characters
//! stand for what the author marked: `1`…`2` strong words, `3` term `4` words `5`, `6` a name to be
//! filled in `7`, and `14` number `15` category `16` text … `17` a choice by plural category.

use std::fmt;
use std::rc::Rc;

use super::catalog::{FINGERPRINT, FIRST_KEY_COUNT, KEY_COUNT};

/// The place of one message in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub u16);

/// One language, ready to be said.
#[derive(Clone)]
pub struct Words {
    all: Rc<Compiled>,
}

struct Compiled {
    language: Rc<str>,
    direction: Direction,
    lines: Vec<Rc<str>>,
    plural: Plural,
}

/// Names the plural category of a number in the language: `one`, `few`, `other` and so on.
pub type Plural = fn(language: &str, count: u32) -> &'static str;

/// Which way a language is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the left.
    LeftToRight,
    /// From the right.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Why a language file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// It was built from other keys than this program.
    OtherVersion,
    /// It ends before its last key.
    Incomplete,
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherVersion => {
                "the language file and the program are of different versions: publish all files of \
                 one build together, and clear caches in between"
            }
            Self::Incomplete => {
                "the language file ends too early: check that the server sends it whole"
            }
        })
    }
}

/// Something to put into a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Words as they are.
    Text(&'a str),
    /// A whole number; it also chooses among plural forms.
    Count(u32),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all)
    }
}

impl Words {
    /// Reads a compiled language, whole or as far as the first screen needs it.
    ///
    /// What is not there yet is said as nothing.
    ///
    /// # Errors
    /// If it belongs to another build of the program, or is cut short.
    pub fn parse(text: &str, plural: Plural) -> Result<Self, WordsError> {
        let mut lines = text.lines();
        let mut head = lines.next().unwrap_or_default().split('\t');
        let (fingerprint, language, direction) = (head.next(), head.next(), head.next());
        if fingerprint != Some(FINGERPRINT) {
            return Err(WordsError::OtherVersion);
        }
        let lines: Vec<Rc<str>> = lines.map(Rc::from).collect();
        if lines.len() != FIRST_KEY_COUNT && lines.len() != KEY_COUNT {
            return Err(WordsError::Incomplete);
        }
        Ok(Self {
            all: Rc::new(Compiled {
                language: language.unwrap_or("en").into(),
                direction: match direction {
                    Some("rtl") => Direction::RightToLeft,
                    _ => Direction::LeftToRight,
                },
                lines,
                plural,
            }),
        })
    }

    /// The language's code, such as `en`.
    pub fn language(&self) -> &str {
        &self.all.language
    }

    /// Which way the language is read.
    pub fn direction(&self) -> Direction {
        self.all.direction
    }

    /// A message as it was compiled, control characters and all.
    pub fn get(&self, key: Key) -> Rc<str> {
        self.all
            .lines
            .get(usize::from(key.0))
            .cloned()
            .unwrap_or_default()
    }

    /// A message with its values put in, marks kept.
    pub fn fill(&self, key: Key, values: &[(&str, Value<'_>)]) -> String {
        let mut out = String::new();
        self.write(&self.get(key), values, &mut out);
        out
    }

    fn write(&self, text: &str, values: &[(&str, Value<'_>)], out: &mut String) {
        let value = |name: &str| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, v)| *v)
        };
        let mut rest = text;
        while let Some(at) = rest.find(['\u{6}', '\u{e}']) {
            let (before, marked) = rest.split_at(at);
            out.push_str(before);
            if let Some(slot) = marked.strip_prefix('\u{6}') {
                let (name, after) = slot.split_once('\u{7}').unwrap_or((slot, ""));
                match value(name) {
                    Some(Value::Text(text)) => out.push_str(text),
                    Some(Value::Count(count)) => out.push_str(&count.to_string()),
                    None => {}
                }
                rest = after;
            } else {
                let choice = marked.strip_prefix('\u{e}').unwrap_or(marked);
                let (inside, after) = choice.split_once('\u{11}').unwrap_or((choice, ""));
                let mut variants = inside.split('\u{f}');
                let category = match value(variants.next().unwrap_or_default()) {
                    Some(Value::Count(count)) => (self.all.plural)(&self.all.language, count),
                    _ => "other",
                };
                let mut chosen = "";
                for (name, text) in variants.filter_map(|variant| variant.split_once('\u{10}')) {
                    chosen = text;
                    if name == category {
                        break;
                    }
                }
                self.write(chosen, values, out);
                rest = after;
            }
        }
        out.push_str(rest);
    }
}

/// English plural categories, for tests and for the page that is written when building.
pub fn english_plural(_language: &str, count: u32) -> &'static str {
    if count == 1 { "one" } else { "other" }
}

/// A run of a message, by what the author marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words as they are.
    Plain(&'a str),
    /// Strong words.
    Strong(&'a str),
    /// A term of the glossary, by id, and the words that stand for it.
    Term(&'a str, &'a str),
}

/// The runs of a filled message, in order.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut strong = false;
    let mut rest = text;
    while let Some(at) = rest.find(['\u{1}', '\u{2}', '\u{3}']) {
        let (before, marked) = rest.split_at(at);
        push(&mut runs, before, strong);
        let mut after = marked.chars();
        match after.next() {
            Some('\u{1}') => strong = true,
            Some('\u{2}') => strong = false,
            _ => {
                let (inside, remaining) = after
                    .as_str()
                    .split_once('\u{5}')
                    .unwrap_or((after.as_str(), ""));
                let (term, words) = inside.split_once('\u{4}').unwrap_or((inside, inside));
                runs.push(Run::Term(term, words));
                rest = remaining;
                continue;
            }
        }
        rest = after.as_str();
    }
    push(&mut runs, rest, strong);
    runs
}

fn push<'a>(runs: &mut Vec<Run<'a>>, text: &'a str, strong: bool) {
    if !text.is_empty() {
        runs.push(if strong {
            Run::Strong(text)
        } else {
            Run::Plain(text)
        });
    }
}

/// A filled message without its marks.
pub fn unmarked(text: &str) -> String {
    runs(text)
        .into_iter()
        .map(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Term(_, text) => text,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strong_words_and_terms_become_runs_in_order() {
        let text = "\u{1}It blocks.\u{2} No \u{3}opioid\u{4}opioids\u{5} here.";
        assert_eq!(
            runs(text),
            [
                Run::Strong("It blocks."),
                Run::Plain(" No "),
                Run::Term("opioid", "opioids"),
                Run::Plain(" here."),
            ]
        );
        assert_eq!(unmarked(text), "It blocks. No opioids here.");
    }

    #[test]
    fn text_that_ends_inside_a_mark_is_kept() {
        assert_eq!(unmarked("a \u{3}opioid\u{4}opioids"), "a opioids");
    }
}
