//! Can people who use assistive technology use all of it?

use naltrexone_explainer::model::lesson::Part;

use crate::axe;
use crate::chrome::Scheme;
use crate::site::Visit;

/// The parts that are designed rather than written as running text.
const DESIGNED: [Part; 2] = [Part::AtAGlance, Part::StayingSafe];

#[track_caller]
fn designed_parts_pass(scheme: Scheme) {
    let page = Visit {
        scheme,
        ..Visit::default()
    }
    .start();
    for part in DESIGNED {
        page.show(part);
        for width in [320, 768, 1280] {
            page.session.resize(width, 800, 1);
            axe::check(
                &page,
                &format!("{} at {width}, {}", part.id(), scheme.name()),
            );
        }
    }
}

#[test]
fn axe_finds_nothing_in_the_designed_parts_in_light_colours() {
    designed_parts_pass(Scheme::Light);
}

#[test]
fn axe_finds_nothing_in_the_designed_parts_in_dark_colours() {
    designed_parts_pass(Scheme::Dark);
}

#[test]
fn axe_finds_nothing_in_the_other_parts_on_a_phone() {
    let page = Visit {
        width: 390,
        ..Visit::default()
    }
    .start();
    for part in Part::ALL
        .into_iter()
        .filter(|part| !DESIGNED.contains(part))
    {
        page.show(part);
        axe::check(&page, part.id());
    }
}

#[test]
fn axe_finds_nothing_with_every_fold_open() {
    let page = Visit {
        width: 390,
        ..Visit::default()
    }
    .start();
    for part in DESIGNED {
        page.show(part);
        page.run("all('details').forEach((fold) => { fold.open = true; });");
        axe::check(&page, &format!("{} with open folds", part.id()));
        page.run("all('details').forEach((fold) => { fold.open = false; });");
    }
}

#[test]
fn axe_finds_nothing_in_the_reading_page_without_scripts() {
    let page = Visit {
        scripts: false,
        ..Visit::default()
    }
    .open();
    for width in [390, 1280] {
        page.session.resize(width, 800, 1);
        axe::check(&page, &format!("reading page at {width}"));
    }
}

#[test]
fn every_control_is_at_least_44_pixels_wide_and_high() {
    let page = Visit::default().start();
    for part in Part::ALL {
        page.show(part);
        for width in [320, 390, 768, 1280] {
            page.session.resize(width, 800, 1);
            let small = page.list("small(app())");
            assert!(small.is_empty(), "{} at {width}: {small:#?}", part.id());
        }
    }
}

#[test]
fn a_screen_reader_is_told_the_parts_and_which_one_is_open() {
    let page = Visit::default().start();
    for part in DESIGNED {
        page.show(part);
        let spoken = page.session.spoken();
        let heard = |role: &str, name: &str| spoken.iter().any(|(r, n)| r == role && n == name);
        let title = page.text("words(inside('section.part h2').textContent)");
        assert!(heard("heading", &title), "no heading {title:?}");
        let tabs =
            page.list("all('.parts .tab').filter(visible).map((tab) => words(tab.textContent))");
        assert_eq!(tabs.len(), Part::ALL.len());
        for tab in tabs {
            assert!(
                heard("button", &tab) || heard("link", &tab),
                "no control {tab:?}"
            );
        }
        let current =
            page.list("all('.parts [aria-current]').map((tab) => words(tab.textContent))");
        assert_eq!(current.len(), 1, "{current:?}");
    }
}
