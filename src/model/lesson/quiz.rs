//! What stands in the quiz of the lesson, and what can be done there. Nothing of it is kept.

use super::receptor_scene::Choice;

/// The quiz's name in addresses.
pub const NAME: &str = "quiz";

/// More questions than any quiz has.
const MOST: u8 = 32;

/// What became of one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was chosen last.
    pub choice: Option<Choice>,
    /// Whether it was handed in, so that the feedback is there.
    pub given: bool,
}

/// Something to print for a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// What students write on.
    Worksheet,
    /// The answers to it.
    Key,
    /// One page for the teacher.
    Guide,
}

impl Paper {
    /// Every sheet, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Worksheet, Self::Key, Self::Guide];

    /// Its name in attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Worksheet => "worksheet",
            Self::Key => "key",
            Self::Guide => "guide",
        }
    }
}

/// What stands in the quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiz {
    /// Whether an address or the learner opened it.
    pub opened: bool,
    /// The question that is open, counted from zero.
    pub at: u8,
    /// Whether the result sheet is open in place of a question.
    pub finished: bool,
    /// The sheet for a class that is open.
    pub paper: Option<Paper>,
    answers: Vec<Answer>,
}

/// Everything that can be done in the quiz, named as facts already true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizAction {
    /// An answer to the open question was chosen.
    Chosen(Choice),
    /// The chosen answer was handed in.
    Given,
    /// The answer that was handed in was taken back, to choose again.
    TakenBack,
    /// A question was opened, counted from zero.
    Went(u8),
    /// The result sheet was opened.
    Finished,
    /// The quiz was begun again, with no answers.
    BegunAgain,
    /// A sheet for a class was opened, or put away.
    PaperTaken(Option<Paper>),
}

impl Quiz {
    /// What became of a question.
    pub fn answer(&self, question: u8) -> Answer {
        let found = self.answers.get(usize::from(question));
        found.copied().unwrap_or_default()
    }

    /// Takes over an action.
    pub fn apply(&mut self, action: QuizAction) {
        match action {
            QuizAction::PaperTaken(paper) => {
                self.paper = paper;
                return;
            }
            QuizAction::Chosen(choice) => {
                if let Some(answer) = self.own().filter(|answer| !answer.given) {
                    answer.choice = Some(choice);
                }
            }
            QuizAction::Given => {
                if let Some(answer) = self.own() {
                    answer.given = answer.choice.is_some();
                }
            }
            QuizAction::TakenBack => {
                if let Some(answer) = self.own() {
                    answer.given = false;
                }
            }
            QuizAction::Went(question) => {
                self.at = question.min(MOST - 1);
                self.finished = false;
            }
            QuizAction::Finished => self.finished = true,
            QuizAction::BegunAgain => {
                *self = Self {
                    paper: self.paper,
                    ..Self::default()
                }
            }
        }
        self.opened = true;
    }

    /// Opens the quiz if an address names it.
    pub fn open(&mut self, detail: &str) {
        self.opened = detail == NAME;
    }

    /// What is open, as an address names it; answers are never part of it.
    pub fn detail(&self) -> Option<String> {
        self.opened.then(|| NAME.to_owned())
    }

    /// The answer to the open question.
    fn own(&mut self) -> Option<&mut Answer> {
        let at = usize::from(self.at);
        if self.answers.len() <= at {
            self.answers.resize(at + 1, Answer::default());
        }
        self.answers.get_mut(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: &[QuizAction]) -> Quiz {
        let mut quiz = Quiz::default();
        for action in actions {
            quiz.apply(*action);
        }
        quiz
    }

    #[test]
    fn an_answer_is_handed_in_only_once_one_is_chosen() {
        assert!(!after(&[QuizAction::Given]).answer(0).given);
        let quiz = after(&[QuizAction::Chosen(Choice(2)), QuizAction::Given]);
        assert_eq!(
            (quiz.answer(0).choice, quiz.answer(0).given),
            (Some(Choice(2)), true)
        );
    }

    #[test]
    fn what_was_handed_in_changes_only_once_it_is_taken_back() {
        let given = [QuizAction::Chosen(Choice(2)), QuizAction::Given];
        let mut quiz = after(&given);
        quiz.apply(QuizAction::Chosen(Choice(1)));
        assert_eq!(quiz.answer(0).choice, Some(Choice(2)));
        quiz.apply(QuizAction::TakenBack);
        quiz.apply(QuizAction::Chosen(Choice(1)));
        assert_eq!(
            (quiz.answer(0).choice, quiz.answer(0).given),
            (Some(Choice(1)), false)
        );
    }

    #[test]
    fn each_question_keeps_its_own_answer_until_the_quiz_begins_again() {
        let mut quiz = after(&[
            QuizAction::Chosen(Choice(1)),
            QuizAction::Went(3),
            QuizAction::Chosen(Choice(0)),
            QuizAction::Finished,
        ]);
        assert_eq!(quiz.answer(0).choice, Some(Choice(1)));
        assert_eq!(quiz.answer(1), Answer::default());
        assert_eq!(quiz.answer(3).choice, Some(Choice(0)));
        quiz.apply(QuizAction::Went(0));
        assert!(!quiz.finished);
        quiz.apply(QuizAction::BegunAgain);
        assert_eq!(
            (quiz.at, quiz.answer(0), quiz.answer(3)),
            (0, Answer::default(), Answer::default())
        );
    }

    #[test]
    fn a_question_far_beyond_the_last_does_not_fill_the_memory() {
        let quiz = after(&[QuizAction::Went(255), QuizAction::Chosen(Choice(0))]);
        assert!(quiz.answers.len() <= usize::from(MOST));
    }

    #[test]
    fn its_address_says_that_it_is_open_and_nothing_that_was_answered() {
        let mut quiz = Quiz::default();
        assert_eq!(quiz.detail(), None);
        quiz.open(NAME);
        quiz.apply(QuizAction::Chosen(Choice(1)));
        assert_eq!(quiz.detail(), Some("quiz".to_owned()));
        quiz.open("");
        assert_eq!(quiz.detail(), None);
    }

    #[test]
    fn paper_does_not_open_the_quiz() {
        let quiz = after(&[QuizAction::PaperTaken(Some(Paper::Key))]);
        assert_eq!((quiz.paper, quiz.opened), (Some(Paper::Key), false));
    }
}
