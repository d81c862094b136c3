//! No dead end: what it means that nothing was found, what is close, and whom to ask.

use std::iter;

use yew::{Html, html};

use super::crisis;
use super::desk::{Desk, capital};
use super::figures;
use crate::content::catalog::{AskedIndex, EFFECTS, Effect, Purpose, key, say};
use crate::view::cited;
use crate::view::page::Page;
use crate::view::safe::calls::{self, Way};

/// How many close terms are offered.
const CLOSE: usize = 3;

/// The reader's words lead nowhere.
pub(super) fn nothing(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    html! {
        <>
            <section class="nothing col" aria-labelledby="lookup-nothing">
                <h3 id="lookup-nothing" tabindex="-1">
                    { say::ui_nothing(&page.words, desk.state.typed.trim()) }
                </h3>
                <p>{ page.say(key::UI_NOTHING_MEANS) }</p>
                { close(desk) }
            </section>
            { sudden(desk) }
            { report(page) }
        </>
    }
}

/// The reader may mean one of the results, and is asked which; an open list has them already.
pub(super) fn near(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    html! {
        <>
            if !desk.is_listed() {
                <section class="nothing col" aria-labelledby="lookup-near">
                    <h3 id="lookup-near" tabindex="-1">
                        { say::ui_near(&page.words, desk.state.typed.trim()) }
                    </h3>
                    { close(desk) }
                </section>
            }
            { sudden(desk) }
        </>
    }
}

/// Something that readers ask about and that has no entry.
pub(super) fn asked(desk: &Desk<'_>, asked: AskedIndex) -> Html {
    let Some(asked) = asked.get() else {
        return Html::default();
    };
    let page = desk.page;
    let name = page.say(asked.name);
    let kin: Vec<_> = asked.kin.iter().filter_map(|kin| kin.get()).collect();
    let said = if asked.sources.is_empty() {
        key::UI_ASKED_UNLISTED
    } else {
        key::UI_ASKED_LISTED
    };
    html! {
        <>
        <section class="nothing col" key={asked.id} aria-label={name.clone()}>
            <h3 tabindex="-1">{ capital(&name) }</h3>
            <p>{ page.say(said) }</p>
            if !kin.is_empty() {
                <h4>{ page.say(key::UI_CLOSE_TO_IT) }</h4>
                <ul class="close-to">
                    { for kin.into_iter().map(|effect| html! { <li>{ desk.link(effect) }</li> }) }
                </ul>
            }
            <p class="note">{ page.say(key::UI_NOTHING_MEANS) }</p>
            { cited::sources(page, asked.name, iter::empty(), asked.sources) }
        </section>
        { sudden(desk) }
        </>
    }
}

/// Close terms; where nothing is close, what is reported most often.
fn close(desk: &Desk<'_>) -> Html {
    let hits = desk.hits().iter().filter_map(|hit| hit.effect.get());
    let mut near: Vec<&'static Effect> = hits.take(CLOSE).collect();
    let heading = if near.is_empty() {
        near = EFFECTS.iter().collect();
        near.sort_by(|a, b| figures::most(b).total_cmp(&figures::most(a)));
        near.truncate(CLOSE);
        key::UI_REPORTED_MOST
    } else {
        key::UI_CLOSE_TO_IT
    };
    html! {
        <>
            <h4>{ desk.page.say(heading) }</h4>
            <ul class="close-to">{ for near.into_iter().map(|effect| html! { <li>{ desk.link(effect) }</li> }) }</ul>
        </>
    }
}

/// When not to wait for a match, unless something above asks already.
fn sudden(desk: &Desk<'_>) -> Html {
    if desk.found.is_some_and(|found| !found.help.is_empty()) {
        return Html::default();
    }
    let page = desk.page;
    let emergency = page.country().and_then(|country| country.emergency);
    html! {
        <section class="urgent col" aria-labelledby="lookup-sudden">
            <h3 id="lookup-sudden">{ page.say(key::UI_SUDDEN) }</h3>
            <p>{ page.say(key::UI_SUDDEN_CALL) }</p>
            if let Some(number) = emergency {
                <div class="row">{ calls::call(page, number, number, "btn call main", Way::Call) }</div>
            }
            // The search does not hear every cry that is veiled.
            if let Some(ways) = crisis::talk(page, "btn call") {
                <p>{ page.say(key::UI_SUDDEN_TALK) }</p>
                <div class="row">{ ways }</div>
            }
        </section>
    }
}

/// Where to report what nobody has listed.
fn report(page: &Page) -> Html {
    let lines = page.country().map_or(&[][..], |country| country.lines);
    let line = lines.iter().find(|line| line.purpose == Purpose::Report);
    html! {
        <p class="note col">
            { page.say(key::UI_REPORT) }
            if let Some(number) = line.and_then(|line| line.number.as_ref()) {
                { " " }
                { line.map(|line| page.say(line.name)) }
                { ": " }
                <a class="tel" href={format!("tel:{}", number.dial)}><bdi>{ number.shown }</bdi></a>
            }
        </p>
    }
}
