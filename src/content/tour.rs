//! The words of the lesson, as its table has them; the model has its plans.

use super::catalog::Statement;
use super::text::Key;

/// The words of one way through the lesson.
#[derive(Debug)]
pub struct TourWords {
    /// Its name.
    pub name: Key,
    /// For whom it is.
    pub lead: Key,
    /// Its steps, in order.
    pub steps: &'static [StepWords],
}

/// The words of one step.
#[derive(Debug)]
pub struct StepWords {
    /// Its name in the data files.
    pub id: &'static str,
    /// Its heading.
    pub name: Key,
    /// What it is about, in one sentence.
    pub intro: Key,
    /// What the presenter may say.
    pub say: Key,
    /// What the presenter may hear.
    pub listen: Key,
    /// Whom the presenter should keep in mind.
    pub watch: Key,
    /// What is asked.
    pub ask: Key,
    /// What can be answered, and what each answer is told afterwards.
    pub choices: &'static [(Key, Key)],
    /// What there is to take away.
    pub lesson: Key,
    /// What it rests on.
    pub rests: &'static [&'static Statement],
}
