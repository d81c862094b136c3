//! Does the element do what a host page is told that it does: address, attributes, events?

use naltrexone_explainer::content::catalog::COUNTRIES;
use naltrexone_explainer::model::lesson::Part;
use serde_json::json;

use crate::site::{Page, Visit, english};

/// Writes down every event of the element as it passes the document.
const LISTEN: &str = "window.heard = [];
    for (const kind of ['ready', 'part-shown', 'country-shown', 'error'])
      document.addEventListener(`naltrexone-explainer:${kind}`, (event) =>
        heard.push({ kind, composed: event.composed, bubbles: event.bubbles, detail: event.detail }));";

#[track_caller]
fn choose(page: &Page, part: Part) {
    let at = Part::ALL.iter().position(|other| *other == part).unwrap();
    page.click(&format!("all('.parts .tab')[{at}]"));
    page.until(&format!("shows('{}')", part.id()));
}

/// What a country is called on the page.
fn name_of(id: &str) -> String {
    let country = COUNTRIES.iter().find(|country| country.id == id).unwrap();
    english().get(country.name).to_string()
}

#[test]
fn the_address_opens_its_part() {
    let page = Visit {
        page: "/#staying-safe",
        ..Visit::default()
    }
    .start();
    page.until("shows('staying-safe')");
}

#[test]
fn an_address_typed_later_opens_its_part() {
    let page = Visit::default().start();
    page.run("location.hash = '#forms';");
    page.until("shows('forms')");
}

#[test]
fn an_address_of_a_section_opens_the_part_it_stands_in() {
    let page = Visit {
        page: "/#who-to-call",
        ..Visit::default()
    }
    .start();
    page.until("shows('staying-safe')");
}

#[test]
fn back_and_forward_lead_through_the_parts_that_were_shown() {
    let page = Visit::default().start();
    choose(&page, Part::SideEffects);
    assert_eq!(page.text("location.hash"), "#side-effects");
    choose(&page, Part::Forms);
    page.session.back();
    page.until("shows('side-effects')");
    page.session.back();
    page.until("shows('at-a-glance')");
    page.session.forward();
    page.until("shows('side-effects')");
    page.session.forward();
    page.until("shows('forms')");
    assert_eq!(page.text("location.hash"), "#forms");
}

#[test]
fn a_part_that_is_shown_is_told_once_to_the_whole_page() {
    let page = Visit {
        before: LISTEN,
        ..Visit::default()
    }
    .start();
    page.run("heard.length = 0;");
    choose(&page, Part::Forms);
    let expected = json!([{
        "kind": "part-shown", "composed": true, "bubbles": true,
        "detail": { "version": 1, "value": "forms" },
    }]);
    assert_eq!(page.ask("heard"), expected);
}

#[test]
fn being_ready_is_told_once_to_the_whole_page() {
    let page = Visit {
        before: LISTEN,
        ..Visit::default()
    }
    .start();
    let told = page.ask("heard.filter(({ kind }) => kind === 'ready')");
    assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
    assert_eq!(told[0]["composed"], true);
    assert_eq!(told[0]["detail"]["version"], 1);
}

#[test]
fn attributes_set_before_the_program_runs_are_heeded() {
    let page = Visit {
        page: "/pages/attributes.html",
        ..Visit::default()
    }
    .start();
    page.until("shows('staying-safe')");
    assert_eq!(page.text("inside('.lines h4').textContent"), name_of("au"));
    assert_eq!(page.text("app().dataset.theme"), "dark");
}

#[test]
fn a_changed_country_shows_its_help_lines() {
    let page = Visit::default().start();
    page.show(Part::StayingSafe);
    for country in COUNTRIES {
        page.run(&format!(
            "explainer().setAttribute('country', '{}');",
            country.id
        ));
        page.until(&format!(
            "inside('.lines h4').textContent === '{}'",
            name_of(country.id)
        ));
        let dialled =
            page.list("all('.lines a[href^=\"tel:\"]').map((line) => line.getAttribute('href'))");
        if let Some(number) = country.emergency {
            assert!(
                dialled.contains(&format!("tel:{number}")),
                "{}: {dialled:?}",
                country.id
            );
        }
    }
}

#[test]
fn a_changed_theme_is_worn_whatever_the_system_asks_for() {
    let page = Visit::default().start();
    let ground = || page.text("getComputedStyle(app()).backgroundColor");
    let light = ground();
    page.run("explainer().setAttribute('theme', 'dark');");
    assert_ne!(ground(), light);
    page.run("explainer().setAttribute('theme', 'light');");
    assert_eq!(ground(), light);
    page.run("explainer().removeAttribute('theme');");
    assert_eq!(ground(), light);
}

#[test]
fn an_unknown_value_is_named_on_the_console_with_the_values_there_are() {
    let page = Visit::default().start();
    page.show(Part::Forms);
    for (name, value, among) in [
        ("part", "part-9", "side-effects"),
        ("country", "atlantis", "au"),
        ("theme", "sepia", "dark"),
    ] {
        page.console();
        page.run(&format!("explainer().setAttribute('{name}', '{value}');"));
        let console = page.console();
        let named =
            |text: &str| text.contains(name) && text.contains(value) && text.contains(among);
        assert!(
            console.iter().any(|said| !said.error && named(&said.text)),
            "{name}: {console:#?}"
        );
    }
    assert!(page.holds("shows('forms')"));
}
