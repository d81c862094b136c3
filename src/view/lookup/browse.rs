//! Ways to browse: by area of the body, by what to do, by form.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, TargetCast, html};

use super::body;
use super::desk::{Desk, marked};
use super::figures::{self, Given};
use super::table;
use crate::content::catalog::{
    ANSWERS, AREAS, Advice, Area, AreaIndex, EFFECTS, Effect, Purpose, Statement, key, say,
    statement,
};
use crate::content::text::{Key, unmarked};
use crate::model::lesson::Action;
use crate::model::lesson::lookup::{Browse, LookupAction};
use crate::view::icon::Icon;
use crate::view::keyboard;
use crate::view::safe::calls::{self, Way};

/// How many names of a long list are shown at once.
const AT_ONCE: usize = 8;

/// The tabs and what the chosen one shows.
pub(super) fn browse(desk: &Desk<'_>) -> Html {
    let chosen = desk.state.browse;
    let panel = match chosen {
        Browse::Area => by_area(desk),
        Browse::Serious => by_advice(desk),
        Browse::Form => by_form(desk),
    };
    html! {
        <>
            <div class="tabs col">
                <p id="lookup-browse">{ desk.page.say(key::UI_BROWSE) }</p>
                <div role="tablist" aria-labelledby="lookup-browse" onkeydown={walk(desk)}>
                    { for Browse::ALL.into_iter().map(|way| tab(desk, way)) }
                </div>
            </div>
            <div
                class="panel"
                role="tabpanel"
                id="lookup-panel"
                aria-labelledby={tab_id(chosen)}
                key={chosen.id()}
            >
                if chosen != Browse::Serious { { strip(desk) } }
                { panel }
            </div>
        </>
    }
}

/// Chooses an area, and shows what was reported there where that is out of sight.
fn choose_area(desk: &Desk<'_>, area: &'static Area) -> Callback<MouseEvent> {
    let (on_action, root) = (desk.page.on_action.clone(), desk.root.clone());
    Callback::from(move |_| {
        on_action.emit(Action::Lookup(LookupAction::AreaChosen(area.id.to_owned())));
        let root = root.cast::<web_sys::Element>();
        let there = root.and_then(|root| root.query_selector(".there").ok().flatten());
        let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
        if let (Some(there), Some(height)) = (there, height)
            && there.get_bounding_client_rect().top() > height * IN_SIGHT
        {
            there.scroll_into_view();
            keyboard::focus(there.query_selector("h3").ok().flatten());
        }
    })
}

/// The share of the window's height above which the head of a list is seen.
const IN_SIGHT: f64 = 0.8;

/// What cannot wait, above whatever is browsed.
fn strip(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    let emergency = page.country().and_then(|country| country.emergency);
    html! {
        <section class="urgent call-strip col" aria-label={page.say(key::UI_CALL_NOW)}>
            <p><strong>{ page.say(key::UI_GRAVE_SIGNS) }</strong></p>
            <div class="row">
                if let Some(number) = emergency {
                    { calls::call(page, number, number, "btn call main", Way::Call) }
                }
                <button
                    type="button"
                    class="btn call"
                    onclick={desk.act(LookupAction::Browsed(Browse::Serious))}
                >
                    { page.say(key::UI_GRAVE_ALL) }
                </button>
            </div>
        </section>
    }
}

/// The same ways as buttons below an answer.
pub(super) fn ways(desk: &Desk<'_>) -> Html {
    html! {
        <section class="ways-on col" aria-labelledby="lookup-ways">
            <h4 id="lookup-ways">{ desk.page.say(key::UI_NOT_MEANT) }</h4>
            <div class="row">
                { for Browse::ALL.into_iter().map(|way| html! {
                    <button type="button" class="btn" onclick={desk.lead(LookupAction::Browsed(way))}>
                        { desk.page.say(name(way)) }
                    </button>
                }) }
            </div>
        </section>
    }
}

fn name(way: Browse) -> Key {
    match way {
        Browse::Area => key::UI_BY_AREA,
        Browse::Serious => key::UI_BY_SERIOUS,
        Browse::Form => key::UI_BY_FORM,
    }
}

fn tab_id(way: Browse) -> &'static str {
    match way {
        Browse::Area => "lookup-tab-area",
        Browse::Serious => "lookup-tab-serious",
        Browse::Form => "lookup-tab-form",
    }
}

fn tab(desk: &Desk<'_>, way: Browse) -> Html {
    let chosen = desk.state.browse == way;
    html! {
        <button
            type="button"
            role="tab"
            id={tab_id(way)}
            aria-selected={chosen.to_string()}
            aria-controls="lookup-panel"
            tabindex={if chosen { "0" } else { "-1" }}
            onclick={desk.act(LookupAction::Browsed(way))}
        >
            { desk.page.say(name(way)) }
        </button>
    }
}

/// Left and right walk the tabs, as the pattern asks.
fn walk(desk: &Desk<'_>) -> Callback<KeyboardEvent> {
    let on_action = desk.page.on_action.clone();
    Callback::from(move |press: KeyboardEvent| {
        let Some(tab) = press.target_dyn_into::<web_sys::Element>() else {
            return;
        };
        let list = tab.parent_element();
        let backwards = tab.matches(":dir(rtl)").unwrap_or(false);
        let edge = |first: bool| {
            let list = list.as_ref();
            list.and_then(|list| {
                if first {
                    list.first_element_child()
                } else {
                    list.last_element_child()
                }
            })
        };
        let forth = || tab.next_element_sibling().or_else(|| edge(true));
        let back = || tab.previous_element_sibling().or_else(|| edge(false));
        let next = match press.key().as_str() {
            "ArrowRight" if backwards => back(),
            "ArrowLeft" if backwards => forth(),
            "ArrowRight" => forth(),
            "ArrowLeft" => back(),
            "Home" => edge(true),
            "End" => edge(false),
            _ => return,
        };
        press.prevent_default();
        let way = Browse::ALL
            .into_iter()
            .find(|way| next.as_ref().is_some_and(|next| next.id() == tab_id(*way)));
        if let Some(way) = way {
            on_action.emit(Action::Lookup(LookupAction::Browsed(way)));
            keyboard::focus(next);
        }
    })
}

fn in_area(at: AreaIndex) -> impl Iterator<Item = &'static Effect> {
    EFFECTS.iter().filter(move |effect| effect.area == at)
}

fn by_area(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    let areas = || (0_u16..).map(AreaIndex).zip(AREAS);
    let wanted = desk.state.area.as_deref();
    let known = areas().find(|(_, area)| Some(area.id) == wanted);
    let Some((at, area)) = known.or_else(|| areas().find(|(_, area)| area.id == "belly")) else {
        return Html::default();
    };
    let effects = table::by_often(in_area(at));
    let count = u32::try_from(effects.len()).unwrap_or_default();
    let button = |at: AreaIndex, one: &'static Area| {
        html! {
            <li key={one.id}>
                <button
                    type="button"
                    aria-pressed={(one.id == area.id).to_string()}
                    onclick={choose_area(desk, one)}
                >
                    <span>{ page.say(one.name) }</span>
                    <span class="n">{ in_area(at).count() }</span>
                </button>
            </li>
        }
    };
    // The warning that belongs to the area is the first sign of its first effect.
    let sign = first_sign(&effects);
    html! {
        <div class="by-area col">
            <div class="where">
                { body::body(area.id, areas().position(|(_, one)| one.id == area.id)) }
                <ul class="areas">{ for areas().take(body::DRAWN).map(|(at, one)| button(at, one)) }</ul>
                <ul class="areas rest">{ for areas().skip(body::DRAWN).map(|(at, one)| button(at, one)) }</ul>
            </div>
            <div class="there">
                { sign.map(|sign| warning(desk, sign)).unwrap_or_default() }
                <h3 id="lookup-area" tabindex="-1">{ page.say(area.name) }</h3>
                <p class="note">{ say::ui_reported(&page.words, count, 1, figures::BASE) }</p>
                { table::table(desk, "lookup-area", &effects) }
                { small_print(desk) }
            </div>
        </div>
    }
}

fn first_sign(effects: &[&'static Effect]) -> Option<&'static Statement> {
    let first = effects.first()?;
    let at = EFFECTS
        .iter()
        .position(|effect| std::ptr::eq(effect, *first))?;
    ANSWERS.get(at)?.signs.last().copied()
}

fn warning(desk: &Desk<'_>, sign: &'static Statement) -> Html {
    html! {
        <p class="urgent line" data-statement={sign.id}>{ marked(&desk.page.said(sign.text)) }</p>
    }
}

fn small_print(desk: &Desk<'_>) -> Html {
    html! { <p class="note">{ desk.page.say(key::UI_TABLE_NOTE) }</p> }
}

fn by_advice(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    let with = |advice: Advice| {
        table::by_often(EFFECTS.iter().filter(move |effect| effect.action == advice))
    };
    let emergency = page.country().and_then(|country| country.emergency);
    let crisis = page.country().into_iter().flat_map(|country| country.lines);
    let crisis = crisis
        .filter(|line| line.purpose == Purpose::Crisis)
        .find_map(|line| line.number.as_ref());
    html! {
        <div class="by-advice col">
            <section class="now" aria-labelledby="lookup-now">
                <h3 id="lookup-now">{ page.say(key::UI_CALL_NOW) }</h3>
                <p>{ page.say(key::UI_ANY_ONE) }</p>
                <ul>
                    { for SIGNS_NOW.iter().map(|sign| html! {
                        <li data-statement={sign.id}>{ marked(&page.said(sign.text)) }</li>
                    }) }
                </ul>
                <div class="row">
                    if let Some(number) = emergency {
                        { calls::call(page, number, number, "btn call main", Way::Call) }
                    }
                    if let Some(number) = crisis {
                        { calls::call(page, number.shown, number.dial, "btn call", Way::Call) }
                    }
                </div>
                <ul class="names">{ for with(Advice::Emergency).into_iter().map(|effect| named(desk, effect)) }</ul>
            </section>
            <section aria-labelledby="lookup-doctor">
                <h3 id="lookup-doctor">{ page.say(key::UI_CALL_DOCTOR) }</h3>
                <p>{ page.say(key::UI_CALL_DOCTOR_STOP) }</p>
                { names(desk, &with(Advice::CallDoctor)) }
            </section>
            <section aria-labelledby="lookup-visit">
                <h3 id="lookup-visit">{ page.say(key::UI_NEXT_VISIT) }</h3>
                <p>{ page.say(key::UI_NEXT_VISIT_SOONER) }</p>
                { names(desk, &with(Advice::SelfCare)) }
            </section>
        </div>
    }
}

/// Names, the first of them at once and the others folded away.
fn names(desk: &Desk<'_>, effects: &[&'static Effect]) -> Html {
    let list = |effects: &[&'static Effect]| {
        html! { <ul class="names">{ for effects.iter().map(|effect| named(desk, effect)) }</ul> }
    };
    let (first, rest) = effects.split_at_checked(AT_ONCE).unwrap_or((effects, &[]));
    let count = u32::try_from(effects.len()).unwrap_or_default();
    html! {
        <>
            { list(first) }
            if !rest.is_empty() {
                <details class="all">
                    <summary>
                        { Icon::Down.draw() }
                        <span>{ say::ui_all_of_these(&desk.page.words, count) }</span>
                    </summary>
                    { list(rest) }
                </details>
            }
        </>
    }
}

/// What asks for an ambulance, as the part says it.
static SIGNS_NOW: [&Statement; 4] = [
    &statement::SERIOUS_OVERDOSE,
    &statement::SERIOUS_ALLERGY,
    &statement::SERIOUS_WITHDRAWAL,
    &statement::SERIOUS_MOOD,
];

/// A name and how often it is reported at the most.
fn named(desk: &Desk<'_>, effect: &'static Effect) -> Html {
    let page = desk.page;
    let best = figures::best(effect.rows.iter().copied());
    html! {
        <li key={effect.id}>
            { desk.link(effect) }
            if let Some(row) = best {
                <small>
                    { unmarked(&figures::words(page, figures::of_row(row))) }
                    { ". " }
                    { figures::counted(page, row) }
                </small>
            }
        </li>
    }
}

fn by_form(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    let has = |effect: &Effect, given| figures::with_form(effect, given).is_some();
    let both = EFFECTS
        .iter()
        .filter(|effect| Given::BOTH.into_iter().all(|given| has(effect, given)));
    let only = |given: Given| {
        table::by_often(EFFECTS.iter().filter(move |effect| {
            Given::BOTH
                .into_iter()
                .all(|one| has(effect, one) == (one == given))
        }))
    };
    let injection = only(Given::Injection);
    let tablet = only(Given::Tablet);
    html! {
        <div class="by-form col">
            <section aria-labelledby="lookup-both">
                <h3 id="lookup-both">{ page.say(key::UI_BOTH_FORMS) }</h3>
                <p class="note">{ say::ui_square(&page.words, 1, figures::BASE) }</p>
                { table::table(desk, "lookup-both", &table::by_often(both)) }
                { small_print(desk) }
            </section>
            <div>
                <section aria-labelledby="lookup-injection-only">
                    <h3 id="lookup-injection-only">{ page.say(key::UI_ONLY_INJECTION) }</h3>
                    { warning(desk, &statement::SERIOUS_INJECTION_SITE) }
                    { names(desk, &injection) }
                </section>
                <section aria-labelledby="lookup-tablet-only">
                    <h3 id="lookup-tablet-only">{ page.say(key::UI_ONLY_TABLET) }</h3>
                    { names(desk, &tablet) }
                </section>
            </div>
        </div>
    }
}
