//! Paper for a class: does each sheet print alone, in black, on as many pages as it should?

use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use naltrexone_explainer::content::catalog::{QUIZ, key};
use serde_json::json;

use crate::chrome::Scheme;
use crate::site::{Page, Visit, english};

/// Width and height of the paper, in inches.
pub(crate) const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];

/// Every sheet of a class, and the pages that it fills.
const SHEETS: [(&str, usize); 3] = [("worksheet", 2), ("key", 2), ("guide", 1)];

/// The lesson of a reader whose screen is dark, which is what paper must not be.
#[track_caller]
fn lesson() -> Page {
    let page = Visit {
        page: "/#lesson/quiz",
        scheme: Scheme::Dark,
        ..Visit::default()
    }
    .start();
    page.until("inside('.qz-choice') !== null");
    page
}

#[track_caller]
pub(crate) fn take(page: &Page, sheet: &str) {
    page.run(&format!("inside('[data-sheet={sheet}]').click();"));
    page.until(&format!(
        "inside('.pp-sheet[data-paper={sheet}] h5') !== null"
    ));
}

/// Marks the root as the print button does while the browser prints, and asks for a dark screen still.
#[track_caller]
pub(crate) fn printing(page: &Page, sheet: &str) {
    page.run(&format!("app().setAttribute('data-print', '{sheet}');"));
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    page.session.chrome(
        "Emulation.setEmulatedMedia",
        &json!({ "media": "print", "features": dark }),
    );
}

/// How many pages a sheet comes to; `PAPER` names a folder for the documents, to be looked at.
#[track_caller]
pub(crate) fn pages(page: &Page, sheet: &str, (paper, width, height): (&str, f64, f64)) -> usize {
    const MARGIN: f64 = 12.0 / 25.4;
    let printed = page.session.chrome(
        "Page.printToPDF",
        &json!({
            "paperWidth": width, "paperHeight": height, "printBackground": false,
            "marginTop": MARGIN, "marginBottom": MARGIN, "marginLeft": MARGIN, "marginRight": MARGIN,
        }),
    );
    let document = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
    if let Some(folder) = env::var_os("PAPER") {
        let name = format!("{sheet}-{paper}.pdf");
        fs::write(std::path::Path::new(&folder).join(name), &document).unwrap();
    }
    let text = String::from_utf8_lossy(&document);
    let pages = text.matches("/Type /Page").count();
    pages - text.matches("/Type /Pages").count()
}

/// What of the page is seen on paper, as the lines of its text.
#[track_caller]
fn seen(page: &Page) -> String {
    page.text("words(app().innerText)")
}

#[test]
fn each_sheet_prints_alone_on_its_pages_and_asks_for_nothing() {
    let page = lesson();
    let mut wrong = Vec::new();
    for (sheet, expected) in SHEETS {
        take(&page, sheet);
        page.session.requests();
        printing(&page, sheet);
        for paper in PAPERS {
            let pages = pages(&page, sheet, paper);
            if pages != expected {
                wrong.push(format!("{sheet} on {}: {pages} pages", paper.0));
            }
        }
        let alone = page.text("words(inside('.pp-sheet').innerText)");
        assert_eq!(seen(&page), alone, "{sheet} is not alone");
        let asked = page.session.requests();
        assert!(asked.is_empty(), "{sheet} asks for {asked:?}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What of an element would be printed in another colour than black on white.
pub(crate) fn coloured(page: &Page, within: &str) -> Vec<String> {
    page.list(
        &"[...inside('WITHIN').querySelectorAll('*')].filter(visible).flatMap((element) => {
               const { color, backgroundColor, borderBlockEndColor, borderBlockEndStyle } = getComputedStyle(element);
               const borders = borderBlockEndStyle === 'none' ? [] : [borderBlockEndColor];
               const black = [color, ...borders].every((colour) => colour === 'rgb(0, 0, 0)');
               const white = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(backgroundColor);
               return black && white ? [] : [`${described(element)} ${color} ${borders} on ${backgroundColor}`];
             })"
        .replace("WITHIN", within),
    )
}

#[test]
fn every_sheet_is_black_on_white_from_a_dark_screen_too() {
    let page = lesson();
    for (sheet, _) in SHEETS {
        take(&page, sheet);
        printing(&page, sheet);
        let coloured = coloured(&page, ".pp-sheet");
        assert!(coloured.is_empty(), "{sheet}: {coloured:#?}");
    }
}

#[test]
fn the_button_prints_the_sheet_that_is_open() {
    let page = lesson();
    page.run("window.printed = []; window.print = () => window.printed.push(app().dataset.print);");
    for (sheet, _) in SHEETS {
        take(&page, sheet);
        page.run("inside('.pp-sheet button').click();");
    }
    assert_eq!(page.list("window.printed"), SHEETS.map(|(sheet, _)| sheet));
    assert!(page.holds("!('print' in app().dataset)"));
}

#[test]
fn the_worksheet_gives_no_answer_away_and_the_key_gives_all() {
    let page = lesson();
    let words = english();
    take(&page, "worksheet");
    let worksheet = page.text("words(inside('.pp-sheet').textContent)");
    assert_eq!(page.count("all('.pp-guess > li').length"), 7);
    take(&page, "key");
    page.until("all('.pp-right').length === 17");
    let answers = page.text("words(inside('.pp-sheet').textContent)");
    for asked in QUIZ {
        for choice in asked.choices {
            assert!(worksheet.contains(&*words.get(choice.text)), "{}", asked.id);
            assert!(!worksheet.contains(&*words.get(choice.why)), "{}", asked.id);
        }
        let right = &asked.choices[usize::from(asked.right)];
        for said in [right.text, right.why] {
            assert!(answers.contains(&*words.get(said)), "{}", asked.id);
        }
    }
    // What each run showed was counted, but never how many times as much it took.
    let happened = &*words.get(key::UI_PAPER_HAPPENED);
    assert_eq!(answers.matches(happened).count(), 7);
    assert!(!answers.contains("times as much"), "{answers}");
}

#[test]
fn the_result_sheet_prints_alone_with_what_was_answered() {
    let page = lesson();
    page.run("all('.qz-choice input')[0].click();");
    page.until("!inside('.qz form button').disabled");
    page.run("inside('.qz form button').click();");
    page.until("inside('.qz-told h5') !== null");
    for _ in QUIZ {
        page.run("all('.qz-ways button').at(-1)?.click();");
    }
    page.until("inside('.qz-sheet') !== null");
    printing(&page, "result");
    for paper in PAPERS {
        assert!(pages(&page, "result", paper) <= 2, "{}", paper.0);
    }
    let alone = page.text("words(inside('.qz-sheet').innerText)");
    assert_eq!(seen(&page), alone);
    let first = &english().get(QUIZ[0].choices[0].text);
    assert!(alone.contains(&**first), "{alone}");
}
