//! The part "Side effects": say it in your own words, or browse; an answer comes with help first.

mod answer;
mod array;
mod body;
mod browse;
mod crisis;
mod desk;
mod figures;
mod find;
mod nothing;
mod paper;
mod search_box;
mod table;

use std::rc::Rc;

use yew::{Html, Properties, classes, component, html, use_effect, use_mut_ref, use_node_ref};

use super::article;
use super::keyboard;
use super::page::Page;
use crate::content::catalog::{self, AskedIndex, PartContent, key};
use crate::content::search::{Crisis, Verdict};
use crate::model::lesson::Part;
use desk::Desk;

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn lookup(page: &Page, content: &'static PartContent) -> Html {
    if page.runs() {
        html! { <SideEffects page={page.clone()} /> }
    } else {
        article::article(page, Part::SideEffects, content)
    }
}

/// What the running part is drawn from.
#[derive(Clone, PartialEq, Properties)]
struct SideEffectsProps {
    page: Page,
}

/// The running part: keeps the search ready, and puts the keyboard on an answer that was asked for.
#[component]
fn SideEffects(props: &SideEffectsProps) -> Html {
    let page = &props.page;
    let search = find::use_search(&page.words);
    let asked = use_mut_ref(|| false);
    let root = use_node_ref();
    {
        let (asked, root) = (asked.clone(), root.clone());
        use_effect(move || {
            if asked.replace(false) {
                show(root.cast());
            }
        });
    }
    let state = &page.lesson.lookup;
    let found = (!state.typed.trim().is_empty()).then(|| search.find(&state.typed));
    let desk = Desk {
        page,
        state,
        found: found.as_ref(),
        asked,
        root: root.clone(),
    };
    html! {
        <div class={classes!("lookup", desk.needs_help().then_some("helping"))} ref={root}>
            { head(&desk) }
            { search_box::search_box(&desk) }
            { outcome(&desk) }
            if desk.found.is_some() { { search_box::share(&desk) } }
            { rest(page) }
        </div>
    }
}

/// Puts the keyboard on the heading of the answer and shows it from there.
fn show(root: Option<web_sys::Element>) {
    let heading = root.and_then(|root| {
        root.query_selector(".outcome [tabindex='-1']")
            .ok()
            .flatten()
    });
    if let Some(heading) = heading {
        heading.scroll_into_view();
        keyboard::focus(Some(heading));
    }
}

fn head(desk: &Desk<'_>) -> Html {
    html! {
        <div class="ask-head col">
            <h2 id="side-effects-title" tabindex="-1">{ desk.page.say(key::UI_ASK) }</h2>
            <p id="lookup-private">{ desk.page.say(key::UI_ASK_PRIVATE) }</p>
        </div>
    }
}

/// What stands below the box: help, an answer, a question back, or ways to browse.
fn outcome(desk: &Desk<'_>) -> Html {
    let shown = desk.shown();
    if desk.found.is_none() && shown.is_none() {
        return html! { <div class="outcome">{ browse::browse(desk) }</div> };
    }
    let help: &[Crisis] = desk.found.map_or(&[], |found| &found.help);
    let asked: &[AskedIndex] = desk.found.map_or(&[], |found| &found.asked);
    let verdict = desk.found.map_or(Verdict::Match, |found| found.verdict);
    let is_urgent = desk.needs_help();
    let beside = shown.is_some() && !is_urgent && desk.is_listed() && desk.hits().len() > 1;
    let is_unknown = shown.is_none() && !is_urgent && asked.is_empty();
    html! {
        <>
        // A cry that no phrase hears is no answer to what else was said: that follows.
        if !help.is_empty() && !is_urgent { { crisis::ask(desk) } }
        <div class={classes!("outcome", beside.then_some("beside-list"))}>
            if !is_urgent { { search_box::list(desk) } }
            { crisis::named(desk, help) }
            if is_urgent { { search_box::list(desk) } }
            { for asked.iter().map(|asked| nothing::asked(desk, *asked)) }
            { shown.map(|effect| answer::answer(desk, effect)) }
            if is_unknown && verdict == Verdict::None { { nothing::nothing(desk) } }
            if is_unknown && verdict == Verdict::Near { { nothing::near(desk) } }
            { browse::ways(desk) }
        </div>
        </>
    }
}

/// Everything else that the part says.
fn rest(page: &Page) -> Html {
    let content = catalog::part(Part::SideEffects.id());
    let sections = content.map_or(&[][..], |content| content.sections);
    sections
        .iter()
        .map(|section| article::section(page, section))
        .collect()
}

/// A callback that asks for the answer to be shown once it stands.
fn ask(asked: &Rc<std::cell::RefCell<bool>>) {
    *asked.borrow_mut() = true;
}

/// A hundred people in five rows, the first ones filled, and what that says in words.
pub(super) fn people(filled: u32, words: String) -> Html {
    array::people(filled, array::Shape::Wide, words)
}
