//! The quiz: can every question be missed and met, and does paper hold what it should?

use naltrexone_explainer::content::catalog::QUIZ;

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit, english};

#[track_caller]
fn quiz(width: u32, scheme: Scheme) -> Page {
    let page = Visit {
        page: "/#lesson/quiz",
        width,
        scheme,
        ..Visit::default()
    }
    .start();
    page.until("inside('.qz-choice') !== null");
    page
}

#[test]
fn every_question_can_be_answered_wrongly_and_rightly_and_says_why() {
    let page = quiz(1280, Scheme::Light);
    let words = english();
    for (at, asked) in QUIZ.iter().enumerate() {
        page.until(&format!(
            "inside('.qz-way p').textContent.startsWith('Question {} of')",
            at + 1
        ));
        for (chosen, choice) in asked.choices.iter().enumerate() {
            page.run(&format!("all('.qz-choice input')[{chosen}].click();"));
            page.until("!inside('.qz form button').disabled");
            page.run("inside('.qz form button').click();");
            page.until("inside('.qz-told h5') !== null");
            let why = words.get(choice.why);
            assert_eq!(
                page.text("inside('.qz-told .say').textContent"),
                *why,
                "{}",
                asked.id
            );
            let right = usize::from(asked.right) == chosen;
            assert_eq!(
                page.count("all('.qz-choice.yours').length") == 0,
                right,
                "{}",
                asked.id
            );
            assert!(page.holds(&format!(
                "all('.qz-choice')[{}].matches('.right')",
                asked.right
            )));
            assert!(page.holds("inside('.qz-told .sources') !== null"));
            page.run("inside('.qz form button').click();");
            page.until("inside('.qz-told h5') === null");
        }
        page.run("all('.qz-ways button').at(-1).click();");
    }
    page.until("inside('.qz-sheet') !== null");
    assert_eq!(
        page.count("all('.qz-sheet li').length") as usize,
        QUIZ.len()
    );
}

#[test]
fn a_question_is_answered_by_the_keyboard_alone() {
    let page = quiz(390, Scheme::Light);
    page.run("inside('.qz-choice input').focus();");
    page.press(&[Key::DOWN, Key::ENTER]);
    page.until("inside('.qz-told h5') !== null && all('.qz-choice input')[1].checked");
    page.run("all('.qz-ways button').at(-1).focus();");
    page.press(&[Key::ENTER]);
    page.until("active()?.id === 'quiz-question' && words(inside('.qz-way p').textContent).startsWith('Question 2')");
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_quiz() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = quiz(390, scheme);
        axe::check(&page, "a question");
        page.run("inside('.qz-choice input').click();");
        page.until("!inside('.qz form button').disabled");
        page.run("inside('.qz form button').click();");
        page.until("inside('.qz-told h5') !== null");
        axe::check(&page, "what an answer is told");
        for sheet in ["worksheet", "key", "guide"] {
            page.run(&format!("inside('[data-sheet={sheet}]').click();"));
            page.until(&format!(
                "inside('.pp-sheet[data-paper={sheet}] h5') !== null"
            ));
            axe::check(&page, sheet);
        }
        for _ in QUIZ {
            page.run("all('.qz-ways button').at(-1)?.click();");
        }
        page.until("inside('.qz-sheet') !== null");
        axe::check(&page, "the result sheet");
    }
}
