//! The reading page as it is written when building: everything is said, once, in order, and named.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use naltrexone_explainer::content::catalog::{self, COUNTRIES, PARTS, STATEMENTS};
use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE};
use naltrexone_explainer::content::text::{Words, english_plural};
use naltrexone_explainer::model::lesson::{CountryIndex, Lesson, Part};
use naltrexone_explainer::view::app::{App, AppProps};
use naltrexone_explainer::view::outside::Outside;
use naltrexone_explainer::view::page::{Drawn, Shape};
use naltrexone_explainer::view::reading::{ReadingPage, ReadingPageProps};
use yew::Callback;

async fn reading_page() -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data");
    let text = files::compile_words(&data, FIRST_LANGUAGE).expect("the content holds together");
    let props = move || {
        let words = Words::parse(&text, english_plural).expect("the words fit the program");
        ReadingPageProps::new(words).expect("the numbers fit each other")
    };
    yew::ServerRenderer::<ReadingPage>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

/// The running explainer with one part open, before the rest of the program is there.
async fn first_screen(part: Part, keys: usize) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data");
    let text = files::compile_words(&data, FIRST_LANGUAGE).expect("the content holds together");
    let text: String = text.split_inclusive('\n').take(1 + keys).collect();
    let given = move || AppProps {
        words: Words::parse(&text, english_plural).expect("the words fit the program"),
        lesson: Lesson::new(part, CountryIndex::default()),
        pharmacology: None,
        scene_numbers: catalog::scene_numbers(),
        drawn: Drawn::All,
        shape: Shape::default(),
        outside: Outside::nowhere(),
        on_ready: Callback::noop(),
        on_event: Callback::noop(),
    };
    yew::ServerRenderer::<App>::with_props(move || given().into())
        .hydratable(false)
        .render()
        .await
}

#[tokio::test]
async fn what_is_shown_first_needs_only_the_first_words() {
    for part in Part::ALL {
        let html = first_screen(part, catalog::FIRST_KEY_COUNT).await;
        let whole = first_screen(part, catalog::KEY_COUNT).await;
        assert!(html.contains(part.id()) && html == whole, "{}", part.id());
    }
}

/// Every value of an attribute, in document order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[tokio::test]
async fn every_statement_is_said_and_none_but_terms_twice() {
    let html = reading_page().await;
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for id in values(&html, "data-statement") {
        *said.entry(id).or_default() += 1;
    }
    let missing: Vec<_> = STATEMENTS
        .iter()
        .filter(|statement| !said.contains_key(statement.id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let repeated: Vec<_> = said
        .iter()
        .filter(|(id, times)| **times > 1 && !id.starts_with("term-"))
        .collect();
    assert!(repeated.is_empty(), "{repeated:?}");
}

#[tokio::test]
async fn parts_stand_in_reading_order_with_their_headings() {
    let html = reading_page().await;
    let mut at = 0;
    for part in PARTS {
        let found = html.find(&format!("id=\"{}\"", part.id)).expect(part.id);
        assert!(found > at, "{} stands too early", part.id);
        assert!(
            html.contains(&format!("<h2 id=\"{}-title\"", part.id)),
            "{}",
            part.id
        );
        at = found;
    }
}

#[tokio::test]
async fn every_name_that_is_referred_to_exists_once() {
    let html = reading_page().await;
    let ids = values(&html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    let referring = ["aria-labelledby", "popovertarget", "for", "aria-controls"];
    for name in referring
        .iter()
        .flat_map(|attribute| values(&html, attribute))
    {
        assert!(known.contains(name), "nothing is called {name:?}");
    }
    let links = values(&html, "href")
        .into_iter()
        .filter_map(|href| href.strip_prefix('#'));
    for name in links.filter(|name| !name.is_empty()) {
        assert!(
            known.contains(name),
            "a link leads to {name:?}, which is nowhere"
        );
    }
}

#[tokio::test]
async fn every_checked_number_of_every_country_can_be_called() {
    let html = reading_page().await;
    let calls = values(&html, "href");
    for country in COUNTRIES {
        let emergency = country.emergency.expect(country.id);
        assert!(
            calls.contains(&format!("tel:{emergency}").as_str()),
            "{}",
            country.id
        );
        for line in country.lines {
            let digits = |number: &str| -> String {
                number
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '+')
                    .collect()
            };
            if let Some(number) = &line.number {
                let expected = format!("tel:{}", digits(number.dial));
                assert!(
                    !number.call || calls.contains(&expected.as_str()),
                    "{}",
                    line.id
                );
            } else {
                assert!(
                    html.contains(&format!("data-line=\"{}\"", line.id)),
                    "{}",
                    line.id
                );
            }
        }
    }
}

#[tokio::test]
async fn a_document_names_no_emergency_number_in_its_sentences() {
    let html = reading_page().await;
    for id in ["alive-call", "soon-call"] {
        let (_, after) = html
            .split_once(&format!("data-statement=\"{id}\""))
            .expect(id);
        let sentence = after
            .split_once("</p>")
            .or(after.split_once("</li>"))
            .expect(id)
            .0;
        assert!(!sentence.contains("911"), "{id} assumes a country");
        assert!(sentence.contains("your emergency number"), "{id}");
    }
}

#[tokio::test]
async fn nothing_is_styled_or_scripted_inline() {
    let html = reading_page().await;
    for unwanted in [" style=\"", "<script", " onclick=", "javascript:"] {
        assert!(!html.contains(unwanted), "{unwanted}");
    }
}
