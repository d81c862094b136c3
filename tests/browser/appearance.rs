//! Does it wear the colours and the stillness that the reader asks for, and its own type on any page?

use std::collections::BTreeMap;

use naltrexone_explainer::model::lesson::Part;

use crate::chrome::Scheme;
use crate::site::{Page, Visit};

/// The lightness of a computed colour, from 0 to 1, as contrast is reckoned.
const LIGHTNESS: &str = "(colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((n) => n / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }";

#[track_caller]
fn lightness(page: &Page, element: &str, property: &str) -> f64 {
    page.number(&format!(
        "({LIGHTNESS})(getComputedStyle({element}).{property})"
    ))
}

#[test]
fn a_dark_system_gets_light_words_on_a_dark_page_to_its_edges() {
    for (scheme, dark) in [(Scheme::Light, false), (Scheme::Dark, true)] {
        let page = Visit {
            scheme,
            ..Visit::default()
        }
        .start();
        let ground = lightness(&page, "app()", "backgroundColor");
        let words = lightness(&page, "inside('h2')", "color");
        assert_eq!(ground < 0.05, dark, "{scheme:?}: ground {ground}");
        assert_eq!(words > 0.5, dark, "{scheme:?}: words {words}");
        let edge = lightness(&page, "document.documentElement", "backgroundColor");
        assert!(
            (edge - ground).abs() < 0.01,
            "{scheme:?}: the page round it has {edge}"
        );
    }
}

#[test]
fn the_reading_page_is_dark_on_a_dark_system_without_scripts() {
    let page = Visit {
        scheme: Scheme::Dark,
        scripts: false,
        ..Visit::default()
    }
    .open();
    assert!(lightness(&page, "explainer().querySelector('.nx')", "backgroundColor") < 0.05);
    assert!(lightness(&page, "explainer().querySelector('.nx h2')", "color") > 0.5);
}

#[test]
fn forced_colours_are_the_systems_own() {
    let page = Visit {
        scheme: Scheme::Forced,
        ..Visit::default()
    }
    .start();
    page.run(
        "const probe = document.createElement('p'); probe.id = 'probe'; document.body.append(probe);",
    );
    let system = |name: &str| {
        page.run(&format!(
            "const probe = document.querySelector('#probe');
             probe.style.forcedColorAdjust = 'none'; probe.style.color = '{name}';"
        ));
        page.text("getComputedStyle(document.querySelector('#probe')).color")
    };
    for part in [Part::AtAGlance, Part::StayingSafe] {
        page.show(part);
        let of = |element: &str, property: &str| {
            page.text(&format!("getComputedStyle({element}).{property}"))
        };
        assert_eq!(of("app()", "backgroundColor"), system("Canvas"));
        assert_eq!(of("inside('h2')", "color"), system("CanvasText"));
        assert_eq!(of("inside('.part p')", "color"), system("CanvasText"));
        assert_eq!(of("inside('.part summary')", "color"), system("CanvasText"));
    }
}

#[test]
fn a_reader_who_asks_for_stillness_sees_nothing_move() {
    let page = Visit {
        still: true,
        held: Some(".wasm"),
        ..Visit::default()
    }
    .open();
    page.until("explainer().querySelector('.part')");
    let moving = "document.getAnimations().concat(root()?.getAnimations() ?? []).filter((animation) => animation.playState === 'running').map((animation) => `${described(animation.effect.target)} ${animation.animationName ?? animation.transitionProperty}`)";
    assert_eq!(page.list(moving), Vec::<String>::new(), "while loading");
    page.release();
    page.until("running()");
    for part in Part::ALL {
        page.show(part);
        page.run("all('details').forEach((fold) => { fold.open = !fold.open; });");
        assert_eq!(page.list(moving), Vec::<String>::new(), "{}", part.id());
    }
}

/// What every element of the explainer looks like, by its place in the tree.
#[track_caller]
fn looks(page: &Page) -> BTreeMap<String, String> {
    let looks = page.ask(
        "(() => {
           const place = (element) => element === app() ? 'nx'
             : `${place(element.parentElement)} > ${element.localName}${element.className?.baseVal ?? element.className ? '.' + (element.className.baseVal ?? element.className) : ''}:${[...element.parentElement.children].indexOf(element)}`;
           const kept = ['display', 'position', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight',
             'letterSpacing', 'wordSpacing', 'textAlign', 'textTransform', 'textIndent', 'direction', 'whiteSpace', 'visibility', 'cursor', 'listStyleType'];
           return Object.fromEntries([app(), ...all('*')].map((element) => {
             const style = getComputedStyle(element);
             const { width, height } = element.getBoundingClientRect();
             const size = `${width.toFixed(1)}x${height.toFixed(1)}`;
             return [place(element), [size, ...kept.map((name) => `${name}: ${style[name]}`)].join('; ')];
           }));
         })()",
    );
    serde_json::from_value(looks).unwrap()
}

#[test]
fn a_page_that_unsets_everything_changes_nothing_inside() {
    let blank = Visit {
        page: "/pages/blank.html",
        ..Visit::default()
    }
    .start();
    let hostile = Visit {
        page: "/pages/hostile.html",
        ..Visit::default()
    }
    .start();
    for part in [Part::AtAGlance, Part::StayingSafe, Part::Forms] {
        blank.show(part);
        hostile.show(part);
        let (expected, found) = (looks(&blank), looks(&hostile));
        assert!(expected.len() > 50, "{}", expected.len());
        let differing: Vec<_> = expected
            .iter()
            .filter(|(place, look)| found.get(*place) != Some(look))
            .map(|(place, look)| format!("{place}\n    {look}\n    {:?}", found.get(place)))
            .take(5)
            .collect();
        assert!(
            differing.is_empty(),
            "{}:\n  {}",
            part.id(),
            differing.join("\n  ")
        );
    }
}
