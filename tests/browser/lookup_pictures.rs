//! Pictures of the lookup in each of its states; taken only when asked for.

use std::fs;

use crate::chrome::Scheme;
use crate::lookup::{frame, type_in};
use crate::screenshots::{folder, take};
use crate::site::{Page, Visit};

/// What is typed, and what the state is called.
const TYPED: [(&str, &str); 6] = [
    ("feeling sick", "list"),
    ("tummy hurts after the shot", "shot"),
    ("cant breathe", "crisis"),
    ("qwertz gnark", "nothing"),
    ("belly", "near"),
    ("want to die", "self-harm"),
];

/// Types into an empty box.
#[track_caller]
fn retype(page: &Page, text: &str) {
    page.run("inside('.clear')?.click();");
    frame(page);
    type_in(page, text);
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_the_lookup() {
    let page = Visit {
        page: "/#side-effects",
        still: true,
        ..Visit::default()
    }
    .start();
    let all = [Scheme::Light, Scheme::Dark, Scheme::Forced];
    let every = |name: &str, schemes: &[Scheme]| {
        for scheme in schemes {
            page.session.prefer(*scheme, true);
            for width in [320, 390, 768, 1280, 1920] {
                let name = format!("lookup-{name}-{width}-{}", scheme.name());
                take(&page, width, &name);
            }
        }
    };
    for tab in ["area", "serious", "form"] {
        page.click(&format!("inside('#lookup-tab-{tab}')"));
        every(tab, &all);
    }
    for (text, name) in TYPED {
        retype(&page, text);
        every(name, &all);
        // A window that a keyboard on the screen leaves little of.
        page.session.resize(320, 300, 2);
        page.run("inside('[role=combobox]').focus();");
        page.run("inside('.search').scrollIntoView();");
        let picture = page.session.picture();
        fs::write(folder().join(format!("lookup-{name}-320x300.png")), picture).unwrap();
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_the_lookup_in_letters_twice_as_large() {
    let page = Visit {
        page: "/#side-effects",
        width: 390,
        still: true,
        ..Visit::default()
    }
    .start();
    for (text, name) in TYPED {
        retype(&page, text);
        for width in [390, 1280] {
            page.session.resize(width, 800, 1);
            page.run("enlarge(app(), 2);");
            take(&page, width, &format!("lookup-{name}-{width}-text-200"));
            page.run("enlarge(app(), 1);");
        }
    }
}
