//! The builder's accents: do they stand out in both themes, and does the line they give do its work?

use std::fs;

use crate::axe;
use crate::chrome::Scheme;
use crate::owners::{builder, choose, line, made};
use crate::site::{Page, Visit};

/// What text must reach against its ground.
const ENOUGH: f64 = 7.0;

/// How far one colour stands out from another, both as the browser computes them.
const CONTRAST: &str = "(one, other) => {
    const light = (colour) => {
      const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
      const full = colour.startsWith('color(') ? parts : parts.map((part) => part / 255);
      const [red, green, blue] = full.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }";

/// A colour that a token of the running explainer stands for.
fn token(name: &str) -> String {
    format!(
        "(() => {{ const probe = document.createElement('i'); probe.style.color = 'var({name})';
           app().append(probe); const found = getComputedStyle(probe).color; probe.remove(); return found; }})()"
    )
}

/// The accent against everything it is text on or ground of.
#[track_caller]
fn stands_out(page: &Page, accent: &str) {
    for (one, other) in [
        ("--accent", "--paper"),
        ("--accent", "--paper-2"),
        ("--accent", "--accent-soft"),
        ("--accent", "--on-accent"),
        ("--ink", "--accent-soft"),
    ] {
        let found = page.number(&format!("({CONTRAST})({}, {})", token(one), token(other)));
        assert!(
            found >= ENOUGH,
            "{accent}: {one} on {other} is {found:.2} to 1"
        );
    }
}

/// Has the preview wear a theme.
fn wear(page: &Page, theme: &str) {
    choose(page, "theme", theme);
    page.until(&format!("app()?.dataset.theme === '{theme}' && whole()"));
}

#[test]
fn every_accent_on_offer_stands_out_in_both_themes() {
    let page = builder();
    let offered = page.list(
        "[...document.querySelectorAll('[name=accent]')].map(({ value }) => value).filter((value) => value !== 'own')",
    );
    assert!(offered.len() >= 5, "{offered:?}");
    for theme in ["light", "dark"] {
        wear(&page, theme);
        for accent in &offered {
            choose(&page, "accent", accent);
            stands_out(&page, accent);
            // What the builder says is no more than what is so.
            let said = line(&page, "shades");
            assert!(!said.contains("stands out too little"), "{said}");
        }
    }
    choose(&page, "accent", &offered[0]);
    assert!(page.holds("document.getElementById('style').hidden"));
}

#[test]
fn an_accent_of_ones_own_is_made_to_stand_out_and_the_owner_is_told() {
    let page = builder();
    for (own, told, light, dark) in [
        ("#ffd400", true, None, Some("#ffd400")),
        ("#808080", true, None, None),
        ("#0b4a8f", false, Some("#0b4a8f"), None),
        ("#000000", false, Some("#000000"), None),
        ("#ffffff", true, None, Some("#ffffff")),
    ] {
        choose(&page, "accent", "own");
        choose(&page, "own", own);
        let rule = line(&page, "snippet-style");
        for (name, kept) in [("accent", light), ("accent-dark", dark)] {
            if let Some(kept) = kept {
                assert!(rule.contains(&format!("{name}: {kept};")), "{own}: {rule}");
            }
        }
        let said = line(&page, "shades");
        assert_eq!(
            said.contains("stands out too little"),
            told,
            "{own}: {said}"
        );
        for theme in ["light", "dark"] {
            wear(&page, theme);
            stands_out(&page, own);
        }
    }
}

#[test]
fn the_line_for_the_style_sheet_colours_the_pasted_line_under_the_policy_given_with_it() {
    let page = builder();
    choose(&page, "address", "/embed/");
    choose(&page, "loading", "eager");
    choose(&page, "accent", "#0a544f #8fd8cc");
    let (snippet, rule) = (line(&page, "snippet-script"), line(&page, "snippet-style"));
    let policy = line(&page, "csp").replace("Content-Security-Policy: ", "");
    drop(page);
    let folder = made("accent");
    fs::write(folder.join("site.css"), rule).unwrap();
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>\
         <link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"site.css\"></head><body>{snippet}</body></html>"
    );
    fs::write(folder.join("index.html"), html).unwrap();
    for (scheme, expected) in [
        (Scheme::Light, "rgb(10, 84, 79)"),
        (Scheme::Dark, "rgb(143, 216, 204)"),
    ] {
        let page = Visit {
            page: "/made/accent/",
            scheme,
            headers: vec![(
                "Content-Security-Policy",
                Box::leak(policy.clone().into_boxed_str()),
            )],
            ..Visit::default()
        }
        .start();
        assert_eq!(page.text("getComputedStyle(inside('a')).color"), expected);
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}

#[test]
fn axe_finds_nothing_where_an_accent_is_chosen() {
    let page = builder();
    choose(&page, "accent", "own");
    choose(&page, "own", "#ffd400");
    for theme in ["light", "dark"] {
        wear(&page, theme);
        for width in [320, 768, 1280] {
            page.session.resize(width, 800, 1);
            axe::check(&page, &format!("a chosen accent, {theme}, at {width}"));
            assert!(
                page.holds("document.documentElement.scrollWidth <= innerWidth"),
                "the builder is wider than {width}"
            );
        }
    }
}
