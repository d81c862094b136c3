//! Is everything there without a program, and does the program say the same?

use std::collections::HashMap;

use naltrexone_explainer::content::catalog::{COUNTRIES, FORMS, STATEMENTS, TERMS, key};
use naltrexone_explainer::model::lesson::Part;

use crate::site::{Page, Visit, english};

fn without_scripts(page: &'static str, width: u32) -> Page {
    Visit {
        page,
        width,
        scripts: false,
        ..Visit::default()
    }
    .open()
}

#[test]
fn without_scripts_every_statement_is_seen() {
    for width in [390, 1280] {
        let page = without_scripts("/", width);
        let statements = "[...document.querySelectorAll('[data-statement]')]
            .filter((element) => visible(element) && words(element.innerText).length > 10)
            .map((element) => element.dataset.statement)";
        let mut seen = page.list(statements);
        if page.holds("visible(document.querySelector('.turn'))") {
            page.click("document.querySelector('.turn')");
            seen.extend(page.list(statements));
        }
        // The meaning of a term is shown when the term is tapped, which needs no script.
        let tapped = |id: &str| TERMS.iter().any(|term| term.means.id == id);
        let missing: Vec<_> = STATEMENTS
            .iter()
            .map(|statement| statement.id)
            .filter(|id| !tapped(id) && !seen.iter().any(|seen| seen == id))
            .collect();
        assert!(missing.is_empty(), "at {width}: {missing:#?}");
    }
}

#[test]
fn without_scripts_every_term_says_what_it_means() {
    let page = without_scripts("/", 390);
    let words = english();
    let cards = page
        .list("[...document.querySelectorAll('[popover]')].map((card) => words(card.textContent))");
    for term in TERMS {
        let name = words.get(term.name);
        assert!(
            cards.iter().any(|card| card.starts_with(&*name)),
            "{name}: {cards:#?}"
        );
    }
    page.click("document.querySelector('.part .term')");
    assert!(page.holds("visible(document.querySelector('[popover]:popover-open'))"));
}

#[test]
fn without_scripts_the_page_wears_our_type() {
    let page = without_scripts("/", 1280);
    let family = |element: &str| page.text(&format!("getComputedStyle({element}).fontFamily"));
    assert!(family("document.querySelector('.part h2')").contains("Palatino"));
    assert!(family("document.querySelector('.part [data-statement]')").contains("Segoe UI"));
    assert!(
        page.number("parseFloat(getComputedStyle(document.querySelector('.part h2')).fontSize)")
            > 26.0
    );
}

#[test]
fn without_scripts_the_navigation_leads_to_every_part() {
    for width in [390, 1280] {
        let page = without_scripts("/", width);
        for part in Part::ALL {
            page.run("scrollTo(0, 0);");
            let fold =
                "[...document.querySelectorAll('.picker:not([open]) summary')].find(visible)";
            if page.holds(&format!("{fold} !== undefined")) {
                page.click(fold);
            }
            let link = format!(
                "document.querySelectorAll('a.tab[href=\"#{}\"]')",
                part.id()
            );
            page.click(&format!("[...{link}].find(visible)"));
            assert_eq!(page.text("location.hash"), format!("#{}", part.id()));
            let top = page.number(&format!(
                "document.querySelector('#{}').getBoundingClientRect().top",
                part.id()
            ));
            assert!(
                (-5.0..500.0).contains(&top),
                "{} at {width} is {top} away",
                part.id()
            );
            page.session.back();
        }
    }
}

#[test]
fn without_scripts_every_link_within_the_page_leads_somewhere() {
    let page = without_scripts("/", 1280);
    let lost = page.list(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.getAttribute('href'))
           .filter((href) => !document.getElementById(href.slice(1)))",
    );
    assert!(lost.is_empty(), "{lost:#?}");
    let double = page.list(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
                  return ids.filter((id, at) => ids.indexOf(id) !== at); })()",
    );
    assert!(double.is_empty(), "used more than once: {double:#?}");
}

#[test]
fn without_scripts_the_address_leads_to_its_part() {
    let page = without_scripts("/#staying-safe", 390);
    let top = page.number("document.querySelector('#staying-safe').getBoundingClientRect().top");
    assert!((-5.0..200.0).contains(&top), "{top}");
}

/// Every heading and statement below `top`, by name.
#[track_caller]
fn said(page: &Page, top: &str) -> HashMap<String, String> {
    let said = page.ask(&format!(
        "Object.fromEntries([...({top}).querySelectorAll('h2[id], h3[id], h4[id], [data-statement]')].map((element) => {{
           const copy = element.cloneNode(true);
           copy.querySelectorAll('[popover], svg').forEach((aside) => aside.remove());
           return [element.dataset.statement ?? element.id, words(copy.textContent)];
         }}))"
    ));
    serde_json::from_value(said).unwrap()
}

#[test]
fn the_program_says_every_statement_of_the_reading_page() {
    let page = Visit::default().start();
    // Only the program knows which number to call.
    let unknown = english().get(key::UI_EMERGENCY_UNCHECKED);
    let known = COUNTRIES[0].emergency.unwrap();
    for part in Part::ALL {
        page.show(part);
        let mut program = said(&page, "inside('section.part')");
        if part == Part::Forms {
            // The program opens one card at a time.
            for form in FORMS {
                page.run(&format!(
                    "explainer().setAttribute('start', '{}');",
                    form.id
                ));
                page.until(&format!("inside('#form-{}') !== null", form.id));
                program.extend(said(&page, "inside('section.part')"));
            }
        }
        let reading: HashMap<_, _> = said(
            &page,
            &format!("explainer().querySelector('#{}')", part.id()),
        )
        .into_iter()
        .map(|(name, text)| (name, text.replace(&*unknown, known)))
        .collect();
        assert!(program.len() > 5, "{}: {program:#?}", part.id());
        // Headings may be set otherwise where there is something to do.
        let stated = |name: &str| STATEMENTS.iter().any(|statement| statement.id == name);
        for (name, text) in reading.iter().filter(|(name, _)| stated(name)) {
            assert_eq!(program.get(name), Some(text), "{} in {}", name, part.id());
        }
    }
}
