//! The card of a side effect on paper: each on one page, black on white, with all that it must say.

use naltrexone_explainer::content::catalog::{COUNTRIES, EFFECTS};
use naltrexone_explainer::content::text::unmarked;
use serde_json::json;

use crate::chrome::Scheme;
use crate::paper::{PAPERS, coloured, pages, printing};
use crate::site::{Page, Visit, english};

/// How many of the longest cards are tried with the help lines of every country.
const LONGEST: usize = 2;

/// The card of one effect, from a screen that is dark, which is what paper must not be.
#[track_caller]
fn open() -> Page {
    let page = Visit {
        page: "/#side-effects",
        scheme: Scheme::Dark,
        ..Visit::default()
    }
    .start();
    page.until("inside('.lookup') !== null");
    page
}

/// Shows one card, and waits for its name and term.
#[track_caller]
fn show(page: &Page, effect: &str) {
    let effect = EFFECTS.iter().find(|known| known.id == effect).unwrap();
    let words = english();
    let title = [effect.name, effect.term].map(|key| unmarked(&words.get(key)));
    page.run(&format!("location.hash = '#side-effects/{}';", effect.id));
    page.until(&format!(
        "words(inside('#lookup-answer')?.textContent ?? '').toLowerCase() === {}",
        json!(title.join(" ").to_lowercase())
    ));
}

#[test]
fn the_card_of_every_effect_prints_on_one_page() {
    let page = open();
    printing(&page, "answer");
    let mut wrong = Vec::new();
    let mut lengths = Vec::new();
    let mut look = |effect: &str, country: &str| {
        for paper in PAPERS {
            let name = [effect, country].join("-");
            let count = pages(&page, name.trim_end_matches('-'), paper);
            if count != 1 {
                wrong.push(format!("{name} on {}: {count} pages", paper.0));
            }
        }
    };
    for effect in EFFECTS {
        show(&page, effect.id);
        look(effect.id, "");
        lengths.push((page.count("inside('.answer').innerText.length"), effect.id));
    }
    lengths.sort_unstable();
    for (_, effect) in lengths.iter().rev().take(LONGEST) {
        show(&page, effect);
        for country in COUNTRIES {
            page.run(&format!(
                "explainer().setAttribute('country', '{}');",
                country.id
            ));
            look(effect, country.id);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_card_is_black_on_white_from_a_dark_screen_too() {
    let page = open();
    for effect in ["nausea", "suicidal-ideation", "insomnia"] {
        show(&page, effect);
        printing(&page, "answer");
        let coloured = coloured(&page, ".answer");
        assert!(coloured.is_empty(), "{effect}: {coloured:#?}");
    }
}

#[test]
fn the_button_prints_the_card_alone() {
    let page = open();
    show(&page, "nausea");
    page.run("window.printed = []; window.print = () => window.printed.push(app().dataset.print);");
    page.run("inside('.answer .take button').click();");
    assert_eq!(page.list("window.printed"), ["answer"]);
    assert!(page.holds("!('print' in app().dataset)"));
    printing(&page, "answer");
    let alone = page.text("words(inside('.answer').innerText)");
    assert_eq!(page.text("words(app().innerText)"), alone);
    for said in ["19 in 100", "9 in 100", "911"] {
        assert!(alone.contains(said), "{said} is missing: {alone}");
    }
}
