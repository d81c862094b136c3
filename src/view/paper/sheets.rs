//! The worksheet and its key: what students predict and answer, and what the run showed.

use std::rc::Rc;

use yew::{Html, Properties, component, html, use_memo};

use super::{Sheet, asked, sheets};
use crate::content::catalog::{QUIZ, key, say};
use crate::content::describe::{Numbers, questions};
use crate::content::text::{Key, unmarked};
use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::Diary;
use crate::model::lesson::receptor_scene::FIRST_SEED;
use crate::model::lesson::scene::Scene;
use crate::model::lesson::story;
use crate::model::pharmacology::ligand::Substance;
use crate::view::page::Page;

/// More steps than any scene has until its answer is shown.
const MOST_STEPS: u32 = 20_000;

/// What students write on.
pub(super) fn worksheet(page: &Page, sheets: &[Sheet]) -> Html {
    let boxes = |choices: &[Key]| -> Html {
        choices
            .iter()
            .map(|choice| html! { <li>{ page.say(*choice) }</li> })
            .collect()
    };
    html! {
        <>
            <section class="pp-part">
            <h5>{ page.say(key::UI_PAPER_PREDICT) }</h5>
            <p>{ page.say(key::UI_PAPER_PREDICT_LEAD) }</p>
            <ol class="pp-list pp-guess">
                { for sheets.iter().map(|sheet| html! {
                    <li>
                        <strong>{ page.say(sheet.question) }</strong>
                        <ul class="pp-boxes">{ boxes(&sheet.choices) }</ul>
                        <p class="pp-line">{ page.say(key::UI_PAPER_REASON) }</p>
                        <p class="pp-line">{ page.say(key::UI_PAPER_SAW) }</p>
                    </li>
                }) }
            </ol>
            </section>
            <section class="pp-part">
            <h5>{ page.say(key::UI_PAPER_QUIZ) }</h5>
            <p>{ page.say(key::UI_PAPER_QUIZ_LEAD) }</p>
            <ol class="pp-list">
                { for QUIZ.iter().map(|asked| {
                    let choices: Vec<Key> = asked.choices.iter().map(|choice| choice.text).collect();
                    html! {
                        <li>
                            <strong>{ page.say(asked.ask) }</strong>
                            <ul class="pp-boxes">{ boxes(&choices) }</ul>
                        </li>
                    }
                }) }
            </ol>
            <p class="pp-line">{ page.say(key::UI_PAPER_SURPRISED) }</p>
            <p class="pp-line"></p>
            </section>
        </>
    }
}

/// What the key is written from.
#[derive(Clone, PartialEq, Properties)]
pub struct AnswerKeyProps {
    /// Words, numbers and equations.
    pub page: Page,
}

/// The answers, and what the run that everybody begins with showed, played here and now.
#[component]
pub fn AnswerKey(props: &AnswerKeyProps) -> Html {
    let page = &props.page;
    let found: Rc<Vec<(Sheet, Option<String>)>> =
        use_memo((page.words.clone(), page.pharmacology.is_some()), |_| {
            let sheets = sheets(asked()).into_iter();
            sheets
                .map(|sheet| {
                    let found = found(page, sheet.scene);
                    (sheet, found)
                })
                .collect()
        });
    let seed = FIRST_SEED.to_string();
    html! {
        <>
            <p>{ say::ui_paper_key_lead(&page.words, &*seed) }{ " " }{ page.say(key::UI_PAPER_KEY_MODEL) }</p>
            <section class="pp-part">
            <h5>{ page.say(key::UI_PAPER_PREDICT) }</h5>
            <ol class="pp-list">
                { for found.iter().map(|(sheet, found)| html! {
                    <li>
                        <strong>{ page.say(sheet.question) }</strong>
                        { for sheet.choices.get(usize::from(sheet.right.0)).map(|choice| html! { <p class="pp-right">{ page.say(*choice) }</p> }) }
                        { for found.iter().map(|found| html! {
                            <p><b>{ page.say(key::UI_PAPER_HAPPENED) }</b>{ " " }{ unmarked(found) }</p>
                        }) }
                        { for questions::question(sheet.scene).map(|question| html! {
                            <p>{ plain(page, question.lesson) }</p>
                        }) }
                    </li>
                }) }
            </ol>
            </section>
            <section class="pp-part">
            <h5>{ page.say(key::UI_PAPER_QUIZ) }</h5>
            <ol class="pp-list">
                { for QUIZ.iter().map(|asked| html! {
                    <li>
                        <strong>{ page.say(asked.ask) }</strong>
                        { for asked.choices.get(usize::from(asked.right)).map(|right| html! {
                            <><p class="pp-right">{ page.say(right.text) }</p><p>{ page.say(right.why) }</p></>
                        }) }
                    </li>
                }) }
            </ol>
            </section>
        </>
    }
}

fn plain(page: &Page, text: Key) -> String {
    unmarked(&page.said(text))
}

/// What a scene showed with the seed that everybody begins with.
fn found(page: &Page, scene: Scene) -> Option<String> {
    let pharmacology = page.pharmacology.as_ref()?;
    let run = story::run(scene, Substance::Morphine, FIRST_SEED);
    let wanted = story::moments(scene, run.picked()).len();
    let mut play = Play::new(run, pharmacology, &page.scene_numbers).ok()?;
    let mut diary = Diary::new(&play);
    for _ in 0..MOST_STEPS {
        if diary.moments().len() >= wanted {
            break;
        }
        play.step();
        diary.follow(&play);
    }
    match (scene, diary.moments()) {
        // Paper says no amounts: nobody is to carry home how many times as much it took.
        (Scene::Overpowering, [first, .., last]) => {
            let (first, last) = (Numbers::of(first), Numbers::of(last));
            let (before, after) = (first.on.counted, last.on.counted);
            Some(say::ui_paper_overpowering(
                &page.words,
                before,
                first.all,
                after,
            ))
        }
        _ => questions::found(&page.words, &play, &diary),
    }
}
