//! The result sheet: every question, what was answered, and what is right; for paper.

use yew::{Html, MouseEvent, html};

use super::going;
use crate::content::catalog::{QUIZ, QuizQuestion, key};
use crate::model::lesson::Place;
use crate::model::lesson::quiz::QuizAction;
use crate::model::lesson::receptor_scene::Choice;
use crate::view::icon::Icon;
use crate::view::page::Page;
use crate::view::paper;

/// The sheet, and what can be done with it.
pub(super) fn sheet(page: &Page) -> Html {
    html! {
        <div class="qz-sheet paper-alone" data-paper="result">
            <p class="pp-top">
                <b>{ page.say(key::UI_NAME) }</b>
                <span class="pp-line">{ page.say(key::UI_QUIZ_NAME) }</span>
            </p>
            <h4>{ page.say(key::UI_QUIZ_SHEET) }</h4>
            <p class="note">{ page.say(key::UI_QUIZ_SHEET_NOTE) }</p>
            <ol>{ for (0_u8..).zip(QUIZ).map(|(at, asked)| entry(page, at, asked)) }</ol>
            <div class="row">
                <button type="button" class="btn primary" onclick={|click: MouseEvent| paper::print(&click, "result")}>
                    { Icon::Print.draw() }
                    { page.say(key::UI_QUIZ_PRINT) }
                </button>
                <button type="button" class="btn" onclick={going(page, QuizAction::BegunAgain, Place::QUIZ_QUESTION)}>
                    { Icon::Restart.draw() }
                    { page.say(key::UI_QUIZ_AGAIN) }
                </button>
            </div>
        </div>
    }
}

fn entry(page: &Page, at: u8, asked: &QuizQuestion) -> Html {
    let answer = page.lesson.quiz.answer(at);
    let given = answer.choice.filter(|_| answer.given);
    let text = |at: u8| {
        asked
            .choices
            .get(usize::from(at))
            .map(|choice| page.say(choice.text))
    };
    let why = asked
        .choices
        .get(usize::from(asked.right))
        .map(|choice| page.say(choice.why));
    let right = given == Some(Choice(asked.right));
    html! {
        <li>
            <strong>{ page.say(asked.ask) }</strong>
            <p class="qz-mine">
                { page.say(key::UI_QUIZ_YOU) }{ " " }
                { given.map_or_else(|| Some(page.say(key::UI_QUIZ_NONE)), |Choice(at)| text(at)) }
                if right { { ". " }<b>{ page.say(key::UI_QUIZ_YES) }</b> }
            </p>
            if !right {
                <p><b>{ page.say(key::UI_QUIZ_IS_RIGHT) }</b>{ " " }{ text(asked.right) }</p>
            }
            <p><b>{ page.say(key::UI_QUIZ_WHY) }</b>{ " " }{ why }</p>
        </li>
    }
}
