//! What the quiz asks, as its table has it.

use super::catalog::Statement;
use super::text::Key;

/// One question of the quiz.
#[derive(Debug)]
pub struct QuizQuestion {
    /// Its name.
    pub id: &'static str,
    /// What is asked.
    pub ask: Key,
    /// What can be answered.
    pub choices: &'static [QuizChoice],
    /// Which of these is right, counted from zero.
    pub right: u8,
    /// What its feedback rests on.
    pub rests: &'static [&'static Statement],
}

/// One answer that the quiz offers.
#[derive(Debug)]
pub struct QuizChoice {
    /// Its words.
    pub text: Key,
    /// What whoever chose it is told.
    pub why: Key,
}
