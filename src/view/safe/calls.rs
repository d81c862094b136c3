//! Whom to call, by country.

use yew::{Callback, Event, Html, TargetCast, html};

use crate::content::catalog::{COUNTRIES, Country, Line, Number, Source, key, say, section};
use crate::model::lesson::{Action, CountryIndex};
use crate::view::icon::Icon;
use crate::view::page::Page;
use crate::view::{cited, prose};

/// The help lines with a choice of country.
pub(in crate::view) fn calls(page: &Page) -> Html {
    let shown: Vec<&'static Country> = if page.runs() {
        page.country().into_iter().collect()
    } else {
        COUNTRIES.iter().collect()
    };
    let numbers: Vec<&'static Source> = shown
        .iter()
        .flat_map(|country| {
            let lines = country.lines.iter().flat_map(|line| line.sources);
            country.sources.iter().chain(lines).copied()
        })
        .collect();
    let statements = section::WHO_TO_CALL
        .placed
        .iter()
        .map(|placed| placed.statement);
    html! {
        <section class="lines-part col" aria-labelledby={section::WHO_TO_CALL.id}>
            <div class="lines-head">
                { prose::heading(page, &section::WHO_TO_CALL) }
                { choice(page) }
            </div>
            { for shown.into_iter().map(|country| lines(page, country)) }
            { prose::paragraphs(page, &section::WHO_TO_CALL) }
            { cited::sources(page, section::WHO_TO_CALL.heading, statements, &numbers) }
        </section>
    }
}

/// The button that calls for help now.
pub(super) fn emergency(page: &Page) -> Html {
    match page.country().and_then(|country| country.emergency) {
        Some(number) if page.runs() => call(page, number, number, "btn call main", Way::Call),
        _ => html! {
            <a class="btn call main" href="#who-to-call">
                { Icon::Phone.draw() }
                <span>{ page.say(section::WHO_TO_CALL.heading) }</span>
            </a>
        },
    }
}

/// The same choice twice, as a row of names and as a list: the style sheet shows the one that fits.
fn choice(page: &Page) -> Html {
    let chosen = usize::from(page.lesson.country.0);
    let pick = page
        .on_action
        .reform(|index: u8| Action::CountryChosen(CountryIndex(index)));
    let countries = || (0_u8..).zip(COUNTRIES);
    html! {
        <>
            <fieldset class="seg">
                <legend class="sr">{ page.say(key::UI_COUNTRY) }</legend>
                { for countries().map(|(index, country)| html! {
                    <label>
                        <input
                            type="radio"
                            name="nx-country"
                            value={country.id}
                            checked={usize::from(index) == chosen}
                            onchange={pick.reform(move |_: Event| index)}
                        />
                        { page.say(country.name) }
                    </label>
                }) }
            </fieldset>
            <label class="select">
                <span class="sr">{ page.say(key::UI_COUNTRY) }</span>
                <select onchange={listed(&pick)}>
                    { for countries().map(|(index, country)| html! {
                        <option value={country.id} selected={usize::from(index) == chosen}>
                            { page.say(country.name) }
                        </option>
                    }) }
                </select>
                { Icon::Down.draw() }
            </label>
        </>
    }
}

fn listed(pick: &Callback<u8>) -> Callback<Event> {
    let pick = pick.clone();
    Callback::from(move |change: Event| {
        let list = change.target_dyn_into::<web_sys::HtmlSelectElement>();
        if let Some(index) = list.and_then(|list| u8::try_from(list.selected_index()).ok()) {
            pick.emit(index);
        }
    })
}

fn lines(page: &Page, country: &'static Country) -> Html {
    html! {
        <div
            class="lines"
            key={country.id}
            data-country={(!page.runs()).then_some(country.id)}
        >
            <h4>{ page.say(country.name) }</h4>
            <ul>
                <li>
                    <p>
                        <strong>{ page.say(key::UI_EMERGENCY) }</strong>
                        { " " }
                        { page.say(key::UI_EMERGENCY_WHEN) }
                    </p>
                    if let Some(number) = country.emergency {
                        <div class="ways">
                            { call(page, number, number, "btn call main", Way::Call) }
                        </div>
                    }
                </li>
                { for country.lines.iter().map(|line| self::line(page, country, line)) }
            </ul>
        </div>
    }
}

fn line(page: &Page, country: &Country, line: &Line) -> Html {
    let Some(Number {
        shown,
        dial,
        call: calls,
        text,
    }) = line.number.as_ref()
    else {
        let emergency = country
            .emergency
            .map_or_else(|| page.emergency(), Into::into);
        return html! {
            <li data-line={line.id}>
                <p>
                    <strong>{ page.say(line.name) }</strong>
                    { " " }
                    { say::ui_unchecked_line(&page.words, &*emergency) }
                </p>
            </li>
        };
    };
    html! {
        <li data-line={line.id}>
            <p><strong>{ page.say(line.name) }</strong>{ " " }{ page.say(line.when) }</p>
            <div class="ways">
                if *calls { { call(page, shown, dial, "btn call", Way::Call) } }
                if *text { { call(page, shown, dial, "btn call", Way::Text) } }
            </div>
        </li>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Call,
    Text,
}

fn call(page: &Page, shown: &str, dial: &str, class: &'static str, way: Way) -> Html {
    let (scheme, icon, words) = match way {
        Way::Call => ("tel", Icon::Phone, say::ui_call(&page.words, NUMBER)),
        Way::Text => ("sms", Icon::Message, say::ui_text(&page.words, NUMBER)),
    };
    let digits: String = dial
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let (before, after) = words.split_once(NUMBER).unwrap_or((&words, ""));
    html! {
        <a class={class} href={format!("{scheme}:{digits}")}>
            { icon.draw() }
            <span>{ before }<bdi>{ shown }</bdi>{ after }</span>
        </a>
    }
}

/// Stands for the number while its sentence is put together, so that it can be set apart.
const NUMBER: &str = "\u{fffc}";
