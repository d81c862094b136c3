//! The quiz of the lesson: one question at a time, each answer told why, and a sheet at the end.

mod question;
mod sheet;

use yew::{Callback, Html, html};

use super::page::Page;
use super::paper;
use crate::content::catalog::{QUIZ, key};
use crate::model::lesson::quiz::{NAME, QuizAction};
use crate::model::lesson::{Action, Part, Place};

/// The letters that stand before answers.
pub const LETTERS: [char; 4] = ['A', 'B', 'C', 'D'];

/// The quiz, and the paper for a class; the first half of the program calls it by name.
#[inline(never)]
pub fn quiz(page: &Page) -> Html {
    if !page.runs() {
        return reading(page);
    }
    let quiz = &page.lesson.quiz;
    html! {
        <>
            <section class="qz ruled col" aria-labelledby={NAME}>
                <div class="qz-head">
                    <h3 id={NAME} tabindex="-1">{ page.say(key::UI_QUIZ) }</h3>
                    <p class="note">{ page.say(key::UI_QUIZ_LEAD) }</p>
                </div>
                if quiz.finished {
                    { sheet::sheet(page) }
                } else if let Some(asked) = QUIZ.get(usize::from(quiz.at)) {
                    { question::question(page, asked) }
                }
            </section>
            { paper::paper(page) }
        </>
    }
}

/// Does something, and goes to the heading of what is then there.
fn going<E>(page: &Page, action: QuizAction, place: Place) -> Callback<E> {
    let on_action = page.on_action.clone();
    Callback::from(move |_| {
        on_action.emit(Action::Quiz(action));
        on_action.emit(Action::LinkFollowed(Part::Lesson, place));
    })
}

/// Every question with its right answer, for readers without a program.
fn reading(page: &Page) -> Html {
    html! {
        <section class="sect ruled col" aria-labelledby={NAME}>
            <h3 id={NAME} tabindex="-1">{ page.say(key::UI_QUIZ_READING) }</h3>
            <div>
                <p class="note">{ page.say(key::UI_QUIZ_READING_LEAD) }</p>
                <ol class="qz-all">
                    { for QUIZ.iter().map(|asked| html! {
                        <li>
                            <strong>{ page.say(asked.ask) }</strong>
                            if let Some(right) = asked.choices.get(usize::from(asked.right)) {
                                <p>{ page.say(right.text) }{ ". " }{ page.say(right.why) }</p>
                            }
                        </li>
                    }) }
                </ol>
            </div>
        </section>
    }
}
