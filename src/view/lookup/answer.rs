//! The answer: how often, in whom, what to do, and who says so.

use std::iter;

use yew::{Callback, Html, html};

use super::array::{self, Shape};
use super::desk::{Desk, capital, marked};
use super::figures::{self, Figure, Given};
use super::{crisis, paper};
use crate::content::catalog::{
    Advice, Answer, Compared, Effect, EffectIndex, SideEffect, Source, Statement, key, say,
};
use crate::content::text::{Key, unmarked};
use crate::model::lesson::lookup::{Copied, LookupAction};
use crate::model::lesson::{Action, Part};
use crate::view::cited;
use crate::view::icon::Icon;
use crate::view::page::Page;

/// How many close entries are named.
const MOST_KIN: usize = 4;

/// What to rule out, and then the answer for one effect.
pub(super) fn answer(desk: &Desk<'_>, index: EffectIndex) -> Html {
    let (Some(effect), Some(answer)) = (index.get(), index.answer()) else {
        return Html::default();
    };
    let page = desk.page;
    let given = desk.given();
    let compared = answer.compared.as_ref();
    let compared =
        compared.filter(|compared| given.is_none_or(|given| given.was_given(compared.population)));
    let main = given
        .and_then(|given| figures::with_form(effect, given))
        .or_else(|| figures::best(effect.rows.iter().copied()));
    let mut others: Vec<&'static SideEffect> = effect.rows.to_vec();
    others.retain(|row| compared.is_some() || !main.is_some_and(|main| std::ptr::eq(main, *row)));
    others.sort_by_key(|row| std::cmp::Reverse(figures::rank(figures::of_row(row))));
    let sources: Vec<&'static Source> = effect
        .rows
        .iter()
        .flat_map(|row| row.sources)
        .copied()
        .collect();
    let shown = compared.map(|compared| compared.statement);
    let statements = (answer
        .signs
        .iter()
        .chain(answer.help)
        .chain(answer.more)
        .copied())
    .chain(answer.lasts)
    .chain(shown);
    html! {
        <article class="answer" aria-labelledby="lookup-answer">
            { paper::top(page) }
            { crisis::first(desk, answer) }
            <div class="answer-body col">
                <h3 id="lookup-answer" tabindex="-1">
                    { desk.name(effect) }
                    { " " }
                    <small>{ page.say(effect.term) }</small>
                </h3>
                <div class="how-often">
                    { match compared {
                        Some(compared) => pair(desk, compared),
                        None => main.map(|row| single(desk, row)).unwrap_or_default(),
                    } }
                    if let Some(lasts) = answer.lasts {
                        <p data-statement={lasts.id}>{ desk.said(lasts) }</p>
                    } else {
                        <p class="note">{ page.say(key::UI_HOW_LONG) }</p>
                    }
                </div>
                <div class="beside">
                    { what_to_do(desk, effect, answer) }
                    { other_studies(desk, others, answer) }
                    { actions(desk, effect, answer) }
                </div>
                { close_to(desk, effect) }
                { paper::notes(page) }
                { cited::sources(page, effect.name, statements, &sources) }
                { paper::foot(page) }
            </div>
        </article>
    }
}

fn big(desk: &Desk<'_>, figure: Figure) -> Html {
    html! { <p class="big">{ marked(&figures::words(desk.page, figure)) }</p> }
}

/// With the medicine and with a dummy, side by side.
fn pair(desk: &Desk<'_>, compared: &'static Compared) -> Html {
    let page = desk.page;
    let given = Given::BOTH
        .into_iter()
        .find(|given| given.was_given(compared.population))
        .unwrap_or(Given::Injection);
    let (with, without) = (given.with(), given.with_dummy());
    let one = |count: u8, label| {
        let count = u32::from(count);
        let words = unmarked(&figures::words(page, Figure::Count(count)));
        html! {
            <figure>
                { big(desk, Figure::Count(count)) }
                <figcaption>{ page.say(label) }</figcaption>
                { array::people(count, Shape::Square, words) }
            </figure>
        }
    };
    html! {
        <>
            <div class="pair">{ one(compared.with, with) }{ one(compared.without, without) }</div>
            <p data-statement={compared.statement.id}>{ desk.said(compared.statement) }</p>
        </>
    }
}

/// One figure, and what it cannot say.
fn single(desk: &Desk<'_>, row: &'static SideEffect) -> Html {
    let page = desk.page;
    let figure = figures::of_row(row);
    let drawn = match figure {
        Figure::Count(count) => {
            let words = unmarked(&figures::words(page, figure));
            array::people(count, Shape::Wide, words)
        }
        Figure::Range(..) | Figure::Unchecked => Html::default(),
    };
    let caution = match figure {
        Figure::Unchecked => None,
        Figure::Count(_) | Figure::Range(..) => Some(key::UI_NO_DUMMY),
    };
    html! {
        <>
            <figure class="alone">
                if figure == Figure::Unchecked {
                    <p class="unchecked">{ capital(&figures::words(page, figure)) }{ "." }</p>
                } else {
                    { big(desk, figure) }
                }
                <figcaption>{ figures::counted(page, row) }</figcaption>
                { drawn }
            </figure>
            if let Some(finer) = figures::finer(page, figure) {
                <p>{ say::ui_source_says(&page.words, &*unmarked(&finer)) }</p>
            }
            if let Some(caution) = caution { <p class="counted">{ page.say(caution) }</p> }
        </>
    }
}

/// What helps, when to call, and when it is an emergency.
fn what_to_do(desk: &Desk<'_>, effect: &Effect, answer: &'static Answer) -> Html {
    let page = desk.page;
    html! {
        <section aria-labelledby="lookup-do">
            <h4 id="lookup-do">{ page.say(key::UI_DO) }</h4>
            <ul class="items">
                { for answer.help.iter().map(|help| html! {
                    <li data-statement={help.id}>{ desk.said(help) }</li>
                }) }
                { for advice(page, effect.action).into_iter().map(|line| html! { <li>{ line }</li> }) }
            </ul>
        </section>
    }
}

/// What anybody with such an effect does.
pub(super) fn advice(page: &Page, action: Advice) -> Vec<String> {
    let line = |key: Key| page.say(key).to_string();
    match action {
        Advice::SelfCare => vec![
            line(key::UI_DO_ASK),
            line(key::UI_DO_IF_STRONG),
            line(key::UI_DO_BEFORE_CHANGE),
        ],
        Advice::CallDoctor => vec![line(key::UI_DO_CALL_DOCTOR), line(key::UI_DO_SAY_WHEN)],
        Advice::Emergency => vec![
            say::ui_do_emergency(&page.words, &*page.emergency()),
            line(key::UI_DO_SAY_WHEN),
        ],
    }
}

/// Who else was counted.
fn other_studies(
    desk: &Desk<'_>,
    others: Vec<&'static SideEffect>,
    answer: &'static Answer,
) -> Html {
    let page = desk.page;
    if others.is_empty() && answer.more.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="lookup-others">
            <h4 id="lookup-others">{ page.say(key::UI_OTHER_STUDIES) }</h4>
            <dl class="studies">
                { for others.into_iter().map(|row| {
                    let figure = figures::of_row(row);
                    html! {
                        <div>
                            <dt>{ marked(&figures::words(page, figure)) }</dt>
                            <dd>
                                { figures::counted(page, row) }
                                if let Some(finer) = figures::finer(page, figure) {
                                    { ". " }
                                    { say::ui_source_says(&page.words, &*unmarked(&finer)) }
                                }
                            </dd>
                        </div>
                    }
                }) }
            </dl>
            { for answer.more.iter().map(|more: &&'static Statement| html! {
                <p class="more-said" data-statement={more.id}>{ desk.said(more) }</p>
            }) }
        </section>
    }
}

/// Entries that readers may have meant.
fn close_to(desk: &Desk<'_>, effect: &'static Effect) -> Html {
    let kin: Vec<_> = effect
        .kin
        .iter()
        .filter_map(|kin| kin.get())
        .filter(|kin| {
            !desk
                .hits()
                .iter()
                .any(|hit| hit.effect.get().is_some_and(|listed| listed.id == kin.id))
        })
        .take(MOST_KIN)
        .collect();
    if kin.is_empty() {
        return Html::default();
    }
    html! {
        <nav class="kin" aria-labelledby="lookup-kin">
            <h4 id="lookup-kin">{ desk.page.say(key::UI_CLOSE_TO_IT) }</h4>
            <ul>{ for kin.into_iter().map(|effect| html! { <li>{ desk.link(effect) }</li> }) }</ul>
        </nav>
    }
}

/// Take it along: on paper, as words, as a link.
fn actions(desk: &Desk<'_>, effect: &'static Effect, answer: &'static Answer) -> Html {
    let page = desk.page;
    let link = {
        let (outside, on_action) = (page.outside.clone(), page.on_action.clone());
        Callback::from(move |_| {
            let address = (Part::SideEffects, effect.id.to_owned());
            outside.copy.emit(outside.address.emit(address));
            on_action.emit(Action::Lookup(LookupAction::Copied(Copied::Link)));
        })
    };
    let copy = {
        let (page, on_action) = (page.clone(), page.on_action.clone());
        Callback::from(move |_| {
            page.outside.copy.emit(paper::text(&page, effect, answer));
            on_action.emit(Action::Lookup(LookupAction::Copied(Copied::Answer)));
        })
    };
    let done = matches!(desk.state.copied, Some(Copied::Answer | Copied::Link));
    html! {
        <div class="take row">
            <button type="button" class="btn" onclick={paper::print}>
                { Icon::Print.draw() }
                { page.say(key::UI_PRINT_ANSWER) }
            </button>
            <button type="button" class="btn" onclick={copy}>{ page.say(key::UI_COPY_WORDS) }</button>
            <button type="button" class="btn" onclick={link}>{ page.say(key::UI_COPY_LINK) }</button>
            <span role="status">{ done.then(|| page.say(key::UI_COPIED)) }</span>
        </div>
    }
}

/// The statements of an answer, for whoever takes it along as words.
pub(super) fn spoken(answer: &'static Answer) -> impl Iterator<Item = &'static Statement> {
    let compared = answer.compared.as_ref().map(|compared| compared.statement);
    iter::empty()
        .chain(compared)
        .chain(answer.more.iter().copied())
}

/// The words of every row of an effect.
pub(super) fn rows(page: &Page, effect: &Effect) -> Vec<String> {
    effect
        .rows
        .iter()
        .map(|row| {
            let figure = figures::words(page, figures::of_row(row));
            [unmarked(&figure), figures::counted(page, row)].join(": ")
        })
        .collect()
}
