//! The quiz as a Rust table.

use std::fmt::Write;

use super::{Tables, statement};

impl Tables<'_> {
    pub(super) fn quiz(&self, out: &mut String) {
        out.push_str(
            "/// The questions of the quiz, in order.\npub static QUIZ: &[QuizQuestion] = &[\n",
        );
        for question in &self.files.quiz {
            let name = format!("quiz-{}", question.id);
            let choices: String = question.choices.iter().fold(String::new(), |all, choice| {
                let text = self.key(&format!("{name}-{choice}"));
                let why = self.key(&format!("{name}-{choice}.why"));
                format!("{all}QuizChoice {{ text: {text}, why: {why} }}, ")
            });
            let right = question
                .choices
                .iter()
                .position(|choice| *choice == question.right);
            let rests: Vec<String> = question.rests.iter().map(|id| statement(id)).collect();
            let _ = writeln!(
                out,
                "QuizQuestion {{ id: {:?}, ask: {}, choices: &[{choices}], right: {}, rests: &[{}] }},",
                question.id,
                self.key(&name),
                right.unwrap_or_default(),
                rests.join(", "),
            );
        }
        out.push_str("];\n");
    }
}
