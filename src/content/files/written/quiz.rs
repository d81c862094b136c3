//! `quiz.json` as written: what is asked, what can be answered, and what that rests on.

use serde::{Deserialize, Serialize};

/// One entry of `quiz.json`; its words are `quiz-<id>`, `quiz-<id>-<choice>` and `….why`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuizQuestion {
    /// The question's name.
    pub id: String,
    /// The names of its answers, in order.
    pub choices: Vec<String>,
    /// The name of the right one.
    pub right: String,
    /// The statements that its feedback rests on, and that carry the sources.
    pub rests: Vec<String>,
}
