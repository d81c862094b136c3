//! What cannot wait: help before any answer, with numbers to call, signs and words to say.

use yew::{Html, html};

use super::desk::{Desk, marked};
use crate::content::catalog::{Answer, Effect, Number, Purpose, Statement, key, say, statement};
use crate::content::search::Crisis;
use crate::content::text::Key;
use crate::model::lesson::{Action, Part, Place};
use crate::view::control;
use crate::view::page::Page;
use crate::view::safe::calls::{self, Way};

/// What to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    /// Talk to somebody.
    Talk,
    /// Call for an ambulance.
    Ambulance,
    /// Reach a doctor today.
    Doctor,
}

/// The help for one emergency.
struct Help {
    crisis: Crisis,
    first: First,
    /// What to say to whoever answers.
    say: Key,
    /// Whether a poison line can help as well.
    poison: bool,
    /// The signs to look for.
    signs: &'static [&'static Statement],
}

/// The help for every emergency.
static HELP: [Help; 8] = [
    Help {
        crisis: Crisis::SelfHarm,
        first: First::Talk,
        say: key::UI_SAY_SELF_HARM,
        poison: false,
        signs: &[&statement::SERIOUS_MOOD],
    },
    Help {
        crisis: Crisis::Overdose,
        first: First::Ambulance,
        say: key::UI_SAY_OVERDOSE,
        poison: true,
        signs: &[&statement::SERIOUS_OVERDOSE, &statement::SERIOUS_BEAT_BLOCK],
    },
    Help {
        crisis: Crisis::Breathing,
        first: First::Ambulance,
        say: key::UI_SAY_BREATHING,
        poison: false,
        signs: &[
            &statement::SERIOUS_OVERDOSE,
            &statement::SERIOUS_ALLERGY,
            &statement::SERIOUS_PNEUMONIA,
        ],
    },
    Help {
        crisis: Crisis::Swelling,
        first: First::Ambulance,
        say: key::UI_SAY_SWELLING,
        poison: false,
        signs: &[&statement::SERIOUS_ALLERGY],
    },
    Help {
        crisis: Crisis::ChestPain,
        first: First::Ambulance,
        say: key::UI_SAY_CHEST,
        poison: false,
        signs: &[&statement::SERIOUS_ALLERGY, &statement::SERIOUS_PNEUMONIA],
    },
    Help {
        crisis: Crisis::Fits,
        first: First::Ambulance,
        say: key::UI_SAY_FITS,
        poison: false,
        signs: &[&statement::SERIOUS_OVERDOSE],
    },
    Help {
        crisis: Crisis::Liver,
        first: First::Doctor,
        say: key::UI_SAY_LIVER,
        poison: false,
        signs: &[&statement::SERIOUS_LIVER],
    },
    Help {
        crisis: Crisis::Collapse,
        first: First::Ambulance,
        say: key::UI_SAY_COLLAPSE,
        poison: true,
        signs: &[
            &statement::SERIOUS_OVERDOSE,
            &statement::SERIOUS_WITHDRAWAL,
            &statement::SERIOUS_ALLERGY,
        ],
    },
];

/// The help for the emergencies that the reader's words name: the answer itself.
///
/// Those that ask for the same step first share one band.
pub(super) fn named(desk: &Desk<'_>, named: &[Crisis]) -> Html {
    let mut bands: Vec<Vec<&'static Help>> = Vec::new();
    for crisis in named {
        let Some(help) = HELP.iter().find(|help| help.crisis == *crisis) else {
            continue;
        };
        let same = |band: &&mut Vec<&'static Help>| band.iter().any(|one| one.first == help.first);
        match bands.iter_mut().find(same) {
            Some(band) => band.push(help),
            None => bands.push(vec![help]),
        }
    }
    bands.iter().map(|helps| band(desk, helps)).collect()
}

/// A cry that no phrase hears may be none: the numbers, and no more alarm than that.
pub(super) fn ask(desk: &Desk<'_>) -> Html {
    let page = desk.page;
    let emergency = page.country().and_then(|country| country.emergency);
    html! {
        <section class="urgent call-strip in-doubt col" aria-labelledby="lookup-danger">
            <div>
                <h3 id="lookup-danger" tabindex="-1">{ page.say(key::UI_CRISIS_ASK) }</h3>
                <p>{ page.say(key::UI_CRISIS_NO_WAIT) }</p>
            </div>
            <div class="row">
                { emergency.map(|number| calls::call(page, number, number, "btn call main", Way::Call)) }
                { talk(page, "btn call") }
            </div>
        </section>
    }
}

fn band(desk: &Desk<'_>, helps: &[&'static Help]) -> Html {
    let page = desk.page;
    // Many words bring an overdose to mind; where something plainer was named, that is said.
    let plainer = helps.iter().find(|help| !help.poison);
    let Some(help) = plainer.or(helps.first()) else {
        return Html::default();
    };
    let (heading, lead) = match help.first {
        First::Talk => (page.said(key::UI_CRISIS_ALONE), Some(key::UI_CRISIS_TALK)),
        First::Ambulance => (say::ui_crisis_call(&page.words, &*page.emergency()), None),
        First::Doctor => (page.said(key::UI_CRISIS_DOCTOR), Some(key::UI_CRISIS_STOP)),
    };
    let mut signs: Vec<&'static Statement> = Vec::new();
    for sign in helps.iter().flat_map(|help| help.signs) {
        if !signs.iter().any(|known| std::ptr::eq(*known, *sign)) {
            signs.push(sign);
        }
    }
    html! {
        <div class="crisis" key={heading.clone()}>
            <section class="urgent col" aria-label={heading.clone()}>
                <h3 tabindex="-1">{ heading }</h3>
                if let Some(lead) = lead { <p>{ page.say(lead) }</p> }
                <div class="row">{ buttons(page, help) }</div>
                <p class="say-head">{ page.say(key::UI_SAY) }</p>
                <p class="say">{ page.say(help.say) }</p>
                if help.first != First::Talk { <p class="say">{ page.say(key::UI_SAY_DOSE) }</p> }
            </section>
            <div class="signs-more col">
                <h4>{ page.say(key::UI_SIGNS) }</h4>
                <ul class="items">
                    { for signs.into_iter().map(|sign| html! {
                        <li data-statement={sign.id}>{ desk.said(sign) }</li>
                    }) }
                </ul>
                <div class="further">
                    if let Some(effect) = trials(help.crisis) {
                        <button type="button" class="word" onclick={desk.choose(effect)}>
                            { page.say(key::UI_TRIALS) }
                        </button>
                    }
                    { control::to(
                        page,
                        "word",
                        Place::HELP_LINES.0,
                        Action::LinkFollowed(Part::StayingSafe, Place::HELP_LINES),
                        html! { { page.say(key::UI_OTHER_NUMBERS) } },
                    ) }
                </div>
            </div>
        </div>
    }
}

/// The listed effect that an emergency may be.
fn trials(crisis: Crisis) -> Option<&'static Effect> {
    let id = match crisis {
        Crisis::SelfHarm => "suicidal-ideation",
        Crisis::ChestPain => "chest-pain",
        Crisis::Liver => "liver-injury",
        Crisis::Overdose => "opioid-overdose",
        _ => return None,
    };
    crate::content::catalog::effect(id)?.get()
}

fn buttons(page: &Page, help: &Help) -> Html {
    let emergency = page.country().and_then(|country| country.emergency);
    let crisis = number(page, Purpose::Crisis);
    let poison = number(page, Purpose::Poison).filter(|_| help.poison);
    let nurse = number(page, Purpose::Nurse);
    let line = |number: &'static Number, main: bool, way: Way| {
        let class = if main { "btn call main" } else { "btn call" };
        calls::call(page, number.shown, number.dial, class, way)
    };
    let danger = || {
        emergency.map(|number| {
            html! {
                <a class="btn call" href={format!("tel:{number}")}>
                    { crate::view::icon::Icon::Phone.draw() }
                    <span>{ say::ui_in_danger(&page.words, number) }</span>
                </a>
            }
        })
    };
    let ambulance =
        || emergency.map(|number| calls::call(page, number, number, "btn call main", Way::Call));
    match help.first {
        First::Talk => html! {
            <>
                if let Some(number) = crisis {
                    if number.call { { line(number, true, Way::Call) } }
                    if number.text { { line(number, !number.call, Way::Text) } }
                    { danger() }
                } else {
                    { ambulance() }
                }
            </>
        },
        First::Ambulance => html! {
            <>
                { ambulance() }
                if let Some(number) = poison {
                    <a class="btn call" href={format!("tel:{}", number.dial)}>
                        { crate::view::icon::Icon::Phone.draw() }
                        <span>{ say::ui_poison(&page.words, number.shown) }</span>
                    </a>
                }
            </>
        },
        First::Doctor => html! {
            <>
                if let Some(number) = nurse { { line(number, true, Way::Call) } }
                { danger() }
            </>
        },
    }
}

/// The ways to talk to somebody about thoughts of suicide, if the country has a checked number.
///
/// `class` is how the call looks.
pub(super) fn talk(page: &Page, class: &'static str) -> Option<Html> {
    let number = number(page, Purpose::Crisis)?;
    let way = |class, way| calls::call(page, number.shown, number.dial, class, way);
    Some(html! {
        <>
            if number.call { { way(class, Way::Call) } }
            if number.text { { way("btn call", Way::Text) } }
        </>
    })
}

/// The first checked number of the reader's country for a purpose.
fn number(page: &Page, purpose: Purpose) -> Option<&'static Number> {
    let lines = page.country()?.lines.iter();
    let mut lines = lines.filter(|line| line.purpose == purpose);
    lines.find_map(|line| line.number.as_ref())
}

/// What to rule out before an answer is read.
pub(super) fn first(desk: &Desk<'_>, answer: &'static Answer) -> Html {
    let page = desk.page;
    let emergency = || {
        page.country()
            .and_then(|country| country.emergency)
            .map(|number| calls::call(page, number, number, "btn call main", Way::Call))
    };
    let sign = |sign: &'static Statement| {
        let text = page.said(sign.text);
        let (signs, what) = text.split_once('\u{2}').unwrap_or((&text, ""));
        html! {
            <li data-statement={sign.id}>
                <p>
                    <strong>{ marked(signs.trim_start_matches('\u{1}')) }</strong>
                    { " " }
                    { marked(what.trim_start()) }
                </p>
                <div class="row">
                    if std::ptr::eq(sign, &raw const statement::SERIOUS_MOOD) {
                        { talk(page, "btn call main") }
                    } else if what.contains(&*page.emergency()) {
                        { emergency() }
                    }
                </div>
            </li>
        }
    };
    html! {
        <section class="urgent first col" aria-labelledby="lookup-first">
            <h3 id="lookup-first">{ page.say(key::UI_FIRST) }</h3>
            <ul>{ for answer.signs.iter().map(|one| sign(one)) }</ul>
        </section>
    }
}
