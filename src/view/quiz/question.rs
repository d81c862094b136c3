//! One question: its answers to choose from, and what the one handed in is told.

use yew::{Event, Html, MouseEvent, SubmitEvent, html};

use super::{LETTERS, going};
use crate::content::catalog::{QUIZ, QuizChoice, QuizQuestion, key, say};
use crate::model::lesson::quiz::QuizAction;
use crate::model::lesson::receptor_scene::Choice;
use crate::model::lesson::{Action, Place};
use crate::view::cited;
use crate::view::page::Page;

/// The question that is open.
pub(super) fn question(page: &Page, asked: &'static QuizQuestion) -> Html {
    let quiz = &page.lesson.quiz;
    let answer = quiz.answer(quiz.at);
    let all = u32::try_from(QUIZ.len()).unwrap_or_default();
    let done = |at: u8| if quiz.answer(at).given { "done" } else { "" };
    let handed_in = page.on_action.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Quiz(QuizAction::Given)
    });
    // By the end of this click the same button is one that hands in, so the click ends here.
    let taken_back = page.on_action.reform(|click: MouseEvent| {
        click.prevent_default();
        Action::Quiz(QuizAction::TakenBack)
    });
    html! {
        <>
            <div class="qz-way">
                <span class="qz-ticks" aria-hidden="true">
                    { for (0_u8..).zip(QUIZ).map(|(at, _)| html! {
                        <i class={if at == quiz.at { "now" } else { done(at) }}></i>
                    }) }
                </span>
                <p>{ say::ui_quiz_at(&page.words, u32::from(quiz.at) + 1, all) }</p>
            </div>
            <div class="qz-desk" key={asked.id}>
                <form onsubmit={handed_in}>
                    <fieldset>
                        <legend><h4 id={Place::QUIZ_QUESTION.0} tabindex="-1">{ page.say(asked.ask) }</h4></legend>
                        { for (0_u8..).zip(asked.choices).map(|(at, choice)| self::choice(page, asked, at, choice)) }
                    </fieldset>
                    <button
                        type={if answer.given { "button" } else { "submit" }}
                        class={if answer.given { "btn" } else { "btn primary" }}
                        disabled={answer.choice.is_none()}
                        onclick={answer.given.then_some(taken_back)}
                    >
                        { page.say(if answer.given { key::UI_QUIZ_CHANGE } else { key::UI_QUIZ_CHECK }) }
                    </button>
                </form>
                <div class="qz-told">
                    <div role="status">{ told(page, asked) }</div>
                    if answer.given { { cited::sources(page, asked.ask, asked.rests.iter().copied(), &[]) } }
                    { ways(page, answer.given) }
                </div>
            </div>
        </>
    }
}

fn choice(page: &Page, asked: &QuizQuestion, at: u8, choice: &QuizChoice) -> Html {
    let answer = page.lesson.quiz.answer(page.lesson.quiz.at);
    let chosen = answer.choice == Some(Choice(at));
    let right = answer.given && at == asked.right;
    let class = match (answer.given, chosen, right) {
        (_, _, true) => "qz-choice right",
        (true, true, _) => "qz-choice yours",
        _ => "qz-choice",
    };
    html! {
        <label {class}>
            <input
                type="radio"
                name={["quiz-", asked.id].concat()}
                checked={chosen}
                aria-disabled={answer.given.then_some("true")}
                onclick={move |click: MouseEvent| if answer.given { click.prevent_default() }}
                onchange={page.act::<Event>(Action::Quiz(QuizAction::Chosen(Choice(at))))}
            />
            <b aria-hidden="true">{ LETTERS.get(usize::from(at)).copied().unwrap_or_default() }</b>
            <span>{ page.say(choice.text) }</span>
            if answer.given && chosen { <em>{ page.say(key::UI_QUIZ_YOURS) }</em> }
            if right { <em class="is">{ page.say(key::UI_QUIZ_RIGHT) }</em> }
        </label>
    }
}

/// What the answer that was handed in is told.
fn told(page: &Page, asked: &QuizQuestion) -> Html {
    let answer = page.lesson.quiz.answer(page.lesson.quiz.at);
    let Some(Choice(chosen)) = answer.choice.filter(|_| answer.given) else {
        return Html::default();
    };
    let why = |at: u8| {
        asked
            .choices
            .get(usize::from(at))
            .map(|choice| page.say(choice.why))
    };
    let right = chosen == asked.right;
    html! {
        <>
            <h5>{ page.say(if right { key::UI_QUIZ_YES } else { key::UI_QUIZ_NO }) }</h5>
            <p class="say">{ why(chosen) }</p>
            if !right { <p>{ why(asked.right) }</p> }
        </>
    }
}

/// To the question before, to the next one, or to the sheet.
fn ways(page: &Page, given: bool) -> Html {
    let at = page.lesson.quiz.at;
    let last = usize::from(at) + 1 >= QUIZ.len();
    let (next, label, place) = if last {
        (QuizAction::Finished, key::UI_QUIZ_END, Place::QUIZ)
    } else {
        (
            QuizAction::Went(at + 1),
            key::UI_QUIZ_NEXT,
            Place::QUIZ_QUESTION,
        )
    };
    html! {
        <div class="row qz-ways">
            if let Some(before) = at.checked_sub(1) {
                <button type="button" class="btn" onclick={going(page, QuizAction::Went(before), Place::QUIZ_QUESTION)}>
                    { page.say(key::UI_QUIZ_BACK) }
                </button>
            }
            <button type="button" class={if given { "btn primary" } else { "btn" }} onclick={going(page, next, place)}>
                { page.say(label) }
            </button>
        </div>
    }
}
