//! The content's files: read, checked and compiled when the project is built, never in the browser.

pub mod check;
pub mod emit;
mod first_screen;
pub mod fluent;
pub mod search;
pub mod words;
pub mod written;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use fluent::Message;
use written::answers::Answers;
use written::pharmacology::Pharmacology;
use written::schild::Schild;
use written::{
    Asked, Country, Decision, Fact, Form, Leanings, Locale, Part, QuizQuestion, SearchTerms,
    SideEffects, Source, Tours,
};

/// Everything that the content folder holds.
#[derive(Clone, Debug)]
pub struct Files {
    /// `sources.json`.
    pub sources: Vec<Source>,
    /// `facts.json`.
    pub facts: Vec<Fact>,
    /// `parts.json`.
    pub parts: Vec<Part>,
    /// `forms.json`.
    pub forms: Vec<Form>,
    /// `side_effects.json`.
    pub side_effects: SideEffects,
    /// `answers.json`.
    pub answers: Answers,
    /// `asked.json`.
    pub asked: Vec<Asked>,
    /// `tour.json`.
    pub tour: Tours,
    /// `quiz.json`.
    pub quiz: Vec<QuizQuestion>,
    /// `help_lines.json`.
    pub help_lines: Vec<Country>,
    /// `pharmacology.json`: the numbers of the model, each with its sources.
    pub pharmacology: Pharmacology,
    /// `schild.json`: how naltrexone moved dose-response curves in monkeys.
    pub schild: Schild,
    /// `review.json`, by statement, row or line.
    pub review: BTreeMap<String, Decision>,
    /// `locales.json`, by language code.
    pub locales: BTreeMap<String, Locale>,
    /// `search/<language>.json`, by language code.
    pub searches: BTreeMap<String, SearchTerms>,
    /// `leanings/<language>.json`, by language code.
    pub leanings: BTreeMap<String, Leanings>,
    /// `text/<language>.ftl`, by language code.
    pub texts: BTreeMap<String, BTreeMap<String, Message>>,
}

/// Something in the content that must be mended before it can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file it stands in.
    pub file: String,
    /// The entry of that file.
    pub entry: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// A problem with its place and its remedy.
    pub fn new(file: &str, entry: &str, what: &str, remedy: &str) -> Self {
        Self {
            file: file.to_owned(),
            entry: entry.to_owned(),
            what: what.to_owned(),
            remedy: remedy.to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: `{}` {}; {}",
            self.file, self.entry, self.what, self.remedy
        )
    }
}

/// The language that every other one is held against.
pub const FIRST_LANGUAGE: &str = "en";

/// Reads the content folder and checks it whole.
///
/// # Errors
/// Every problem found, each with its file, entry and remedy.
pub fn read(folder: &Path) -> Result<Files, Vec<Problem>> {
    let mut problems = Vec::new();
    let files = Files {
        sources: load(folder, "sources.json", &mut problems),
        facts: load(folder, "facts.json", &mut problems),
        parts: load(folder, "parts.json", &mut problems),
        forms: load(folder, "forms.json", &mut problems),
        side_effects: load(folder, "side_effects.json", &mut problems),
        answers: load(folder, "answers.json", &mut problems),
        asked: load(folder, "asked.json", &mut problems),
        tour: load(folder, "tour.json", &mut problems),
        quiz: load(folder, "quiz.json", &mut problems),
        help_lines: load(folder, "help_lines.json", &mut problems),
        pharmacology: load(folder, "pharmacology.json", &mut problems),
        schild: load(folder, "schild.json", &mut problems),
        review: load(folder, "review.json", &mut problems),
        locales: load(folder, "locales.json", &mut problems),
        searches: languages(folder, "search", &mut problems),
        leanings: languages(folder, "leanings", &mut problems),
        texts: texts(folder, &mut problems),
    };
    if problems.is_empty() {
        problems = check::problems(&files);
    }
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

fn load<T: DeserializeOwned + Default>(
    folder: &Path,
    name: &str,
    problems: &mut Vec<Problem>,
) -> T {
    let text = match fs::read_to_string(folder.join(name)) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::new(
                name,
                "the file",
                &format!("cannot be opened: {error}"),
                "put it back into src/content/data",
            ));
            return T::default();
        }
    };
    match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            problems.push(Problem::new(
                name,
                &format!("line {}, column {}", error.line(), error.column()),
                &format!("is not as expected: {error}"),
                "compare it with the entry above it: a comma, a quotation mark or a name is off",
            ));
            T::default()
        }
    }
}

/// What a folder holds for each language that it has a file of.
fn languages<T: DeserializeOwned>(
    folder: &Path,
    of: &str,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, T> {
    let mut languages = BTreeMap::new();
    let entries = fs::read_dir(folder.join(of)).into_iter().flatten();
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some(language) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let own: Option<T> = load(folder, &format!("{of}/{language}.json"), problems);
        languages.extend(own.map(|own| (language.to_owned(), own)));
    }
    languages
}

fn texts(
    folder: &Path,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, BTreeMap<String, Message>> {
    let mut texts = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder.join("text")) else {
        problems.push(Problem::new(
            "text",
            "the folder",
            "cannot be opened",
            "put it back into src/content/data",
        ));
        return texts;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some(language) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let name = format!("text/{language}.ftl");
        match fs::read_to_string(&path) {
            Ok(text) => match fluent::messages(&name, &text) {
                Ok(messages) => {
                    texts.insert(language.to_owned(), messages);
                }
                Err(found) => problems.extend(found),
            },
            Err(error) => problems.push(Problem::new(
                &name,
                "the file",
                &format!("cannot be opened: {error}"),
                "save it as UTF-8 text",
            )),
        }
    }
    texts
}

/// Reads the folder and compiles one language to the text that the browser loads.
///
/// # Errors
/// Every problem of the folder, or that the language is not there.
pub fn compile_words(folder: &Path, language: &str) -> Result<String, Vec<Problem>> {
    words::compile(&read(folder)?, language)
}
