//! Does it fit every width, and every size of text?

use naltrexone_explainer::model::lesson::Part;

use crate::site::{Page, Visit};

#[track_caller]
pub(crate) fn nothing_stands_out(page: &Page, state: &str) {
    let (wide, window) = (
        page.number("document.scrollingElement.scrollWidth"),
        page.number("document.documentElement.clientWidth"),
    );
    let out = page.list("sticksOut(running() ? app() : explainer().querySelector('.nx'))");
    assert!(
        wide <= window && out.is_empty(),
        "{state}: {wide} in {window}, {out:#?}"
    );
}

#[test]
fn nothing_scrolls_sideways_at_any_width() {
    let page = Visit::default().start();
    for part in Part::ALL {
        page.show(part);
        for width in [280, 320, 390, 768, 1280, 1920] {
            page.session.resize(width, 800, 1);
            nothing_stands_out(&page, &format!("{} at {width}", part.id()));
        }
    }
}

#[test]
fn nothing_scrolls_sideways_at_four_times_the_size() {
    let page = Visit {
        width: 320,
        height: 200,
        ..Visit::default()
    }
    .start();
    page.session.resize(320, 200, 4);
    for part in Part::ALL {
        page.show(part);
        page.run("all('details').forEach((fold) => { fold.open = true; });");
        nothing_stands_out(&page, part.id());
    }
}

#[test]
fn the_reading_page_scrolls_sideways_at_no_width() {
    let page = Visit {
        scripts: false,
        ..Visit::default()
    }
    .open();
    for width in [280, 320, 390, 768, 1280, 1920] {
        page.session.resize(width, 800, 1);
        nothing_stands_out(&page, &format!("reading page at {width}"));
    }
}

#[test]
fn in_a_narrow_column_of_a_wide_page_it_is_laid_out_as_on_a_phone() {
    let page = Visit {
        page: "/pages/column.html",
        ..Visit::default()
    }
    .start();
    for part in Part::ALL {
        page.show(part);
        let wide = page.number("app().scrollWidth");
        assert!(wide <= 280.0, "{}: {wide}", part.id());
        let out = page.list(
            "all('*').filter((element) => visible(element) && !heardOnly(element) && !element.closest('svg *')
               && element.getBoundingClientRect().right > app().getBoundingClientRect().right + 1).map(described)",
        );
        assert!(out.is_empty(), "{}: {out:#?}", part.id());
    }
    assert!(page.holds("visible(inside('.picker summary')) && !visible(inside('.parts'))"));
}
