//! Paper for a class: a worksheet, its key, and a page for the teacher, from the same content.

mod guide;
mod sheets;

use yew::{Html, MouseEvent, TargetCast, html};

use super::icon::Icon;
use super::page::Page;
use crate::content::catalog::{TOUR_PLANS, key};
use crate::content::describe::questions;
use crate::content::text::Key;
use crate::model::lesson::Action;
use crate::model::lesson::quiz::{Paper, QuizAction};
use crate::model::lesson::receptor_scene::Choice;
use crate::model::lesson::scene::Scene;
use crate::model::lesson::tour::Stage;

/// One prediction of the lesson, as paper asks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The scene that shows the answer.
    pub scene: Scene,
    /// What is asked.
    pub question: Key,
    /// What can be answered.
    pub choices: Vec<Key>,
    /// Which of these is right.
    pub right: Choice,
}

/// What each scene's question is on paper, given the scenes and the right answer of each.
pub fn sheets(asked: impl IntoIterator<Item = (Scene, Choice)>) -> Vec<Sheet> {
    let sheet = |(scene, right)| {
        let question = questions::question(scene)?;
        Some(Sheet {
            scene,
            question: question.ask,
            choices: question.choices.iter().map(|(text, _)| *text).collect(),
            right,
        })
    };
    asked.into_iter().filter_map(sheet).collect()
}

/// The scenes that paper asks about: those of the whole lesson, in its order.
fn asked() -> impl Iterator<Item = (Scene, Choice)> {
    let steps = TOUR_PLANS.iter().take(1).flat_map(|plan| plan.steps);
    steps.filter_map(|step| match step.stage {
        Stage::Scene(scene) => Some((scene, step.right)),
        Stage::Forms | Stage::SideEffects | Stage::StayingSafe => None,
    })
}

/// What can be printed for a class, and the sheet that is open.
pub(super) fn paper(page: &Page) -> Html {
    let open = page.lesson.quiz.paper;
    html! {
        <section class="pp ruled col" aria-labelledby="paper">
            <h3 id="paper" tabindex="-1">{ page.say(key::UI_PAPER) }</h3>
            <p class="note">{ page.say(key::UI_PAPER_LEAD) }</p>
            <div class="row pp-choose" role="group" aria-labelledby="paper">
                { for Paper::ALL.into_iter().map(|paper| {
                    let up = open == Some(paper);
                    let next = (!up).then_some(paper);
                    html! {
                        <button
                            type="button"
                            class="btn"
                            data-sheet={paper.id()}
                            aria-pressed={up.to_string()}
                            onclick={page.act(Action::Quiz(QuizAction::PaperTaken(next)))}
                        >
                            { page.say(name(paper)) }
                        </button>
                    }
                }) }
            </div>
            if let Some(paper) = open {
                <div class="pp-sheet paper-alone" data-paper={paper.id()} key={paper.id()}>
                    <button type="button" class="btn primary" onclick={move |click: MouseEvent| print(&click, paper.id())}>
                        { Icon::Print.draw() }
                        { page.say(key::UI_PAPER_PRINT) }
                    </button>
                    <p class="pp-top">
                        <b>{ page.say(key::UI_NAME) }</b>
                        if paper == Paper::Worksheet {
                            { for [key::UI_QUIZ_NAME, key::UI_PAPER_CLASS, key::UI_PAPER_DATE].map(|line| html! {
                                <span class="pp-line">{ page.say(line) }</span>
                            }) }
                        }
                    </p>
                    <h4>{ page.say(name(paper)) }</h4>
                    { match paper {
                        Paper::Worksheet => sheets::worksheet(page, &sheets(asked())),
                        Paper::Key => html! { <sheets::AnswerKey page={page.clone()} /> },
                        Paper::Guide => guide::guide(page),
                    } }
                    <p class="pp-foot">{ page.say(key::UI_ABOUT) }{ " " }{ page.say(key::UI_NOT_REVIEWED) }{ "." }</p>
                </div>
            }
        </section>
    }
}

fn name(paper: Paper) -> Key {
    match paper {
        Paper::Worksheet => key::UI_PAPER_WORKSHEET,
        Paper::Key => key::UI_PAPER_KEY,
        Paper::Guide => key::UI_PAPER_GUIDE,
    }
}

/// Prints one sheet alone: the style sheet for paper hides the rest while the root names it.
pub(super) fn print(click: &MouseEvent, sheet: &str) {
    let root = click
        .target_dyn_into::<web_sys::Element>()
        .and_then(|button| button.closest(".nx").ok().flatten());
    if let (Some(root), Some(window)) = (root, web_sys::window()) {
        // A browser that cannot mark the root, or print, leaves everything as it was.
        let _ = root.set_attribute("data-print", sheet);
        let _ = window.print();
        let _ = root.remove_attribute("data-print");
    }
}
