//! The quiz: can every question be missed and met, and does paper hold what it should?

use std::fs;

use naltrexone_explainer::content::catalog::{QUIZ, key};

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit, english, folder};

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
    // What was handed in stays, and so does the keyboard: neither arrows nor Enter take it back.
    page.press(&[Key::DOWN, Key::ENTER]);
    page.until("active()?.matches('.qz-choice input')");
    assert!(page.holds("inside('.qz-told h5') !== null && all('.qz-choice input')[1].checked"));
    page.run("inside('.qz form button').focus();");
    page.press(&[Key::SPACE]);
    page.until("inside('.qz-told h5') === null && active() === inside('.qz form button')");
    page.press(&[Key::ENTER]);
    page.until("inside('.qz-told h5') !== null");
    page.run("all('.qz-ways button').at(-1).focus();");
    page.press(&[Key::ENTER]);
    page.until("active()?.id === 'quiz-question' && words(inside('.qz-way p').textContent).startsWith('Question 2')");
}

#[test]
fn assistive_technology_hears_the_question_its_answers_and_what_they_are_told() {
    let page = quiz(1280, Scheme::Light);
    let words = english();
    let asked = &QUIZ[0];
    let heard = |role: &str, name: &str| {
        let spoken = page.session.spoken();
        let found = spoken.iter().any(|said| said.0 == role && said.1 == name);
        assert!(found, "no {role} {name:?} in {spoken:#?}");
    };
    heard("group", &words.get(asked.ask));
    for choice in asked.choices {
        heard("radio", &words.get(choice.text));
    }
    page.run("all('.qz-choice input')[0].click();");
    page.until("!inside('.qz form button').disabled");
    page.run("inside('.qz form button').click();");
    page.until("inside('.qz-told h5') !== null");
    let yours = [
        &*words.get(asked.choices[0].text),
        &*words.get(key::UI_QUIZ_YOURS),
    ]
    .join(" ");
    heard("radio", &yours);
    let right = &asked.choices[usize::from(asked.right)];
    heard(
        "radio",
        &[&*words.get(right.text), &*words.get(key::UI_QUIZ_RIGHT)].join(" "),
    );
    assert!(page.holds("inside('.qz-told h5').closest('[role=status]') !== null"));
    heard("heading", &words.get(key::UI_QUIZ_NO));
}

#[test]
fn the_reading_page_has_every_question_with_its_answer() {
    let html = fs::read_to_string(folder().join("index.html")).unwrap();
    let words = english();
    for asked in QUIZ {
        let right = &asked.choices[usize::from(asked.right)];
        for said in [asked.ask, right.text, right.why] {
            let said = words.get(said);
            assert!(html.contains(&*said), "{}: {said:?} is not there", asked.id);
        }
    }
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_quiz() {
    for scheme in [Scheme::Light, Scheme::Dark, Scheme::Forced] {
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
