//! The lookup in a browser: typed, walked with the keyboard, in a crisis, without a result, and on paper.

use naltrexone_explainer::content::catalog::EFFECTS;
use serde_json::json;

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit};

pub(crate) fn lookup(width: u32) -> Page {
    Visit {
        page: "/#side-effects",
        width,
        ..Visit::default()
    }
    .start()
}

/// Types as a reader does, key by key.
#[track_caller]
pub(crate) fn type_in(page: &Page, text: &str) {
    page.run("inside('[role=combobox]').focus();");
    for letter in text.chars() {
        page.press(&[Key(letter)]);
    }
    page.until(&format!(
        "inside('[role=combobox]').value === {}",
        json!(text)
    ));
    frame(page);
}

/// Lets the page draw.
#[track_caller]
pub(crate) fn frame(page: &Page) {
    page.run_async(
        "await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);",
    );
}

const BOX: &str = "inside('[role=combobox]')";
const ANSWER: &str = "words(inside('#lookup-answer')?.textContent ?? '')";

#[test]
fn lookup_shows_a_number_and_help_for_what_is_typed() {
    let page = lookup(390);
    type_in(&page, "feeling sick");
    page.until("inside('#lookup-answer') !== null");
    assert!(page.text(ANSWER).starts_with("Feeling sick to the stomach"));
    assert_eq!(
        page.list("all('.answer .big').map((figure) => words(figure.textContent))"),
        ["19 in 100", "9 in 100"]
    );
    assert_eq!(page.count("all('.answer .people').length"), 2);
    // What cannot wait stands before the answer.
    assert!(page.holds(
        "inside('.first').compareDocumentPosition(inside('#lookup-answer')) === Node.DOCUMENT_POSITION_FOLLOWING"
    ));
    assert!(page.holds("inside('.answer .sources li') !== null"));
}

#[test]
fn lookup_is_walked_with_arrows_enter_and_escape() {
    let page = lookup(1280);
    let state = |name: &str| page.text(&format!("{BOX}.getAttribute('aria-{name}') ?? ''"));
    assert_eq!(state("expanded"), "false");
    type_in(&page, "feeling sick");
    page.until(&format!("{BOX}.getAttribute('aria-expanded') === 'true'"));
    assert!(page.holds(&format!(
        "inside('#' + {BOX}.getAttribute('aria-controls')).role === 'listbox'"
    )));
    assert!(page.count("all('[role=option]').length") > 1);
    page.press(&[Key::DOWN, Key::DOWN]);
    frame(&page);
    let active = state("activedescendant");
    assert_eq!(active, "lookup-option-1");
    assert_eq!(
        page.list("all('[role=option][aria-selected=true]').map((option) => option.id)"),
        [active]
    );
    let wanted = page.text("words(inside('#lookup-option-1 span').textContent)");
    page.press(&[Key::ENTER]);
    page.until("inside('#lookup-answer') === active()");
    assert!(page.text(ANSWER).to_lowercase().starts_with(&wanted));
    page.run("inside('[role=combobox]').focus();");
    page.press(&[Key::ESCAPE]);
    page.until(&format!("{BOX}.getAttribute('aria-expanded') === 'false'"));
    assert!(page.holds(&format!("{BOX}.value !== ''")));
    page.press(&[Key::ESCAPE]);
    page.until(&format!("{BOX}.value === ''"));
    assert!(page.holds("inside('[role=tablist]') !== null"));
}

#[test]
fn lookup_says_how_many_results_there_are() {
    let page = lookup(390);
    type_in(&page, "feeling sick");
    page.until("all('[role=status]').some((status) => /\\d/.test(status.textContent))");
    let count = page.count("all('[role=option]').length").to_string();
    assert!(
        page.text("words(inside('.search + [role=status]').textContent)")
            .contains(&count)
    );
}

#[test]
fn lookup_brings_help_to_the_top_in_a_crisis() {
    let page = lookup(320);
    for (typed, call) in [
        ("want to die", "tel:988"),
        ("cant breathe", "tel:911"),
        ("my throat is swelling", "tel:911"),
        ("i think i overdosed", "tel:911"),
    ] {
        page.run("inside('.clear')?.click();");
        frame(&page);
        type_in(&page, typed);
        page.until("inside('.crisis h3') !== null");
        assert!(
            page.holds("inside('.outcome').firstElementChild === inside('.crisis')"),
            "{typed}: something stands above the help"
        );
        let first = page.text("inside('.crisis .row a').getAttribute('href')");
        assert_eq!(first, call, "{typed}");
        assert!(
            page.holds("inside('.crisis .row a').getBoundingClientRect().height >= 56"),
            "{typed}"
        );
        assert!(
            page.holds("!inside('.crisis .urgent').textContent.match(/in\\s100/)"),
            "{typed}: a figure"
        );
        axe::check(&page, typed);
    }
    // The country decides whom to call.
    page.run("explainer().setAttribute('country', 'uk');");
    page.until("inside('.crisis .row a').getAttribute('href') === 'tel:999'");
}

#[test]
fn lookup_asks_whether_anyone_is_in_danger_where_it_is_not_sure_and_answers_all_the_same() {
    let page = lookup(320);
    type_in(&page, "please somebody come quickly");
    page.until("inside('.in-doubt h3') !== null");
    assert_eq!(
        page.list("all('.in-doubt .row a').map((link) => link.getAttribute('href'))"),
        ["tel:911", "tel:988", "sms:988"]
    );
    let heading = page.text("inside('.in-doubt h3').textContent");
    let told = page.text("inside('.search + [role=status]').textContent");
    assert!(told.starts_with(&heading), "{told}");
    assert!(page.holds("inside('.nothing h3') !== null"));
    // Once is enough.
    assert_eq!(page.count("all('.urgent').length"), 1);
    axe::check(&page, "in doubt");
    page.run("inside('.clear').click();");
    frame(&page);
    type_in(&page, "the walls are closing in and i see no way");
    page.until("inside('.in-doubt') !== null");
    assert!(page.holds("inside('#lookup-answer') !== null"));
    axe::check(&page, "in doubt beside an answer");
}

#[test]
fn lookup_has_no_dead_end() {
    let page = lookup(390);
    type_in(&page, "qwertz gnark");
    page.until("inside('.nothing h3') !== null");
    assert!(
        page.text("inside('.nothing h3').textContent")
            .contains("qwertz gnark")
    );
    assert_eq!(page.count("all('.close-to button').length"), 3);
    assert_eq!(page.count("all('.ways-on button').length"), 3);
    // Somebody who is not understood, and may be in danger, has somebody to call and to talk to.
    for way in ["tel:911", "tel:988", "sms:988"] {
        assert!(
            page.holds(&format!("inside('.outcome a[href^=\"{way}\"]') !== null")),
            "{way}"
        );
    }
    axe::check(&page, "nothing found");
    page.click("all('.ways-on button')[1]");
    page.until("inside('#lookup-tab-serious')?.getAttribute('aria-selected') === 'true'");
    assert!(page.holds(&format!("{BOX}.value === ''")));
}

#[test]
fn lookup_opens_an_effect_or_a_query_that_an_address_names() {
    let page = Visit {
        page: "/#side-effects/insomnia",
        ..Visit::default()
    }
    .start();
    page.until("inside('#lookup-answer') !== null");
    assert!(page.text(ANSWER).starts_with("Trouble sleeping"));
    page.run("location.hash = '#side-effects/?throwing up';");
    page.until(&format!("{BOX}?.value === 'throwing up'"));
    page.until(&format!("{ANSWER}.startsWith('Throwing up')"));
}

#[test]
fn lookup_keeps_what_is_typed_out_of_the_address_and_of_every_store() {
    let page = lookup(390);
    let before = page.text("location.href");
    type_in(&page, "feeling sick");
    page.until("inside('#lookup-answer') !== null");
    assert_eq!(page.text("location.href"), before);
    assert!(
        page.holds("localStorage.length + sessionStorage.length === 0 && document.cookie === ''")
    );
    page.click("inside('.answer .take button:last-of-type')");
    assert!(!page.text("location.href").contains("sick"));
}

#[test]
fn lookup_prints_one_answer_alone_with_its_sources() {
    let page = lookup(1280);
    type_in(&page, "feeling sick");
    page.until("inside('#lookup-answer') !== null");
    page.run("app().dataset.print = 'answer';");
    page.session.print();
    assert!(
        page.holds("visible(inside('.answer .first')) && visible(inside('.answer .sources li'))")
    );
    assert!(page.holds("visible(inside('.paper-foot'))"));
    assert!(page.holds(
        "!visible(inside('.search')) && !visible(inside('.sect')) && !visible(inside('.take'))"
    ));
    assert!(page.holds("all('.answer .people').every(visible)"));
}

#[test]
fn lookup_browses_by_area_by_seriousness_and_by_form() {
    let page = lookup(1280);
    for (tab, rows) in [
        ("area", ".often tbody tr"),
        ("serious", ".names li"),
        ("form", ".often tbody tr"),
    ] {
        page.click(&format!("inside('#lookup-tab-{tab}')"));
        page.until(&format!(
            "inside('#lookup-tab-{tab}').getAttribute('aria-selected') === 'true'"
        ));
        assert!(page.count(&format!("all('{rows}').length")) > 2, "{tab}");
        // Help is never out of sight.
        assert!(
            page.holds("inside('.panel a[href^=\"tel:\"]') !== null"),
            "{tab}"
        );
    }
    assert_eq!(
        page.count(
            "[...new Set(all('#lookup-panel .word').map((name) => name.textContent))].length"
        ),
        u32::try_from(EFFECTS.len()).unwrap(),
        "an effect is missing under one form, the other, or both"
    );
    page.run("inside('#lookup-tab-form').focus();");
    page.press(&[Key::RIGHT]);
    page.until(
        "active().id === 'lookup-tab-area' && active().getAttribute('aria-selected') === 'true'",
    );
    page.click("all('.areas button')[0]");
    page.until("all('.areas button')[0].getAttribute('aria-pressed') === 'true'");
    page.click("inside('.often .word')");
    page.until("active().id === 'lookup-answer'");
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_lookup() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Visit {
            page: "/#side-effects",
            width: 390,
            scheme,
            ..Visit::default()
        }
        .start();
        for width in [320, 1280] {
            page.session.resize(width, 800, 1);
            for tab in ["area", "serious", "form"] {
                page.click(&format!("inside('#lookup-tab-{tab}')"));
                frame(&page);
                axe::check(&page, &format!("{tab} at {width}, {}", scheme.name()));
            }
            type_in(&page, "feeling sick");
            page.until("inside('#lookup-answer') !== null");
            axe::check(&page, &format!("answer at {width}, {}", scheme.name()));
            let small = page.list("small(app())");
            assert!(small.is_empty(), "{small:#?}");
            page.run("inside('.clear').click();");
            frame(&page);
            for (typed, state) in [("cant breathe", "crisis"), ("zzzzqqqq", "no result")] {
                type_in(&page, typed);
                axe::check(&page, &format!("{state} at {width}, {}", scheme.name()));
                page.run("inside('.clear').click();");
                frame(&page);
            }
        }
    }
}
