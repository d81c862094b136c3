//! The scene in words: what goes on, how things stand, and a table of the numbers.

use yew::{Html, html};

use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::{self, Beside, Numbers, WHOLE};
use crate::content::text::{Key, Run, runs};
use crate::view::page::Page;
use crate::view::plate;
use crate::view::plate::geometry::ReceptorState;

/// A message with its marks: strong words, and terms as plain words.
pub fn marked(page: &Page, key: Key) -> Html {
    let text = page.say(key);
    let run = |run: Run<'_>| match run {
        Run::Strong(text) => html! { <strong>{ text.to_owned() }</strong> },
        Run::Plain(text) | Run::Term(_, text) => html! { { text.to_owned() } },
    };
    runs(&text).into_iter().map(run).collect()
}

/// How things stand, in words and in a table.
pub fn words(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let numbers = Numbers::of(&shown.play.world().reading());
    let (on, on_key) = if shown.partly {
        (ReceptorState::PartlyOn, key::UI_STATE_PARTLY)
    } else {
        (ReceptorState::SwitchedOn, key::UI_STATE_ON)
    };
    let states = [
        (on, on_key, numbers.on),
        (
            ReceptorState::Blocked,
            key::UI_STATE_BLOCKED,
            numbers.blocked,
        ),
        (ReceptorState::Empty, key::UI_STATE_EMPTY, numbers.empty),
    ];
    html! {
        <section class="in-words" aria-labelledby="scene-words">
            <h3 class="label" id="scene-words">{ page.say(key::UI_IN_WORDS) }</h3>
            <p class="summary" id="scene-summary">{ describe::summary(&page.words, shown.play) }</p>
            <table class="numbers now">
                <caption class="sr">{ say::ui_table(&page.words, numbers.all) }</caption>
                <thead>
                    <tr>
                        <td>{ say::ui_table(&page.words, numbers.all) }</td>
                        <th scope="col">{ page.say(key::UI_NOW) }</th>
                        <th scope="col">{ page.say(key::UI_EXPECTED) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for states.into_iter().map(|(state, name, beside)| row(
                        html! { <>{ plate::state_sign(state) }{ page.say(name) }</> },
                        beside,
                    )) }
                    { row(html! { { say::ui_signal_of(&page.words, WHOLE) } }, numbers.signal) }
                    { row(html! { { say::ui_effect_of(&page.words, WHOLE) } }, numbers.effect) }
                </tbody>
            </table>
        </section>
    }
}

fn row(name: Html, beside: Beside) -> Html {
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td><b>{ beside.counted }</b></td>
            <td>{ beside.expected }</td>
        </tr>
    }
}
