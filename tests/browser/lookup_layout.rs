//! The lookup laid out: in a short window, in large letters, and with nothing out of line.

use crate::layout::nothing_stands_out;
use crate::lookup::{frame, lookup, type_in};
use crate::site::Page;

/// What is typed for each state, and what the state is called.
const STATES: [(&str, &str); 4] = [
    ("feeling sick", "answer"),
    ("cant breathe", "crisis"),
    ("qwertz gnark", "nothing found"),
    ("belly", "near"),
];

/// Types into an empty box.
#[track_caller]
fn retype(page: &Page, text: &str) {
    page.run("inside('.clear')?.click();");
    frame(page);
    type_in(page, text);
}

#[test]
fn with_the_keyboard_on_the_screen_box_and_first_result_are_both_in_sight() {
    let page = lookup(320);
    page.session.resize(320, 300, 1);
    for (text, state) in [("feeling sick", "answer"), ("want to die", "crisis")] {
        retype(&page, text);
        page.run("inside('[role=combobox]').scrollIntoView();");
        frame(&page);
        let first = "(inside('.crisis .row a') ?? inside('[role=option]')).getBoundingClientRect()";
        let bottom = page.number(&format!("{first}.bottom"));
        assert!(bottom <= 300.0, "{state}: ends at {bottom}");
        // Nothing covers what stands below the box.
        page.run("inside('.outcome').scrollIntoView();");
        frame(&page);
        assert!(
            page.holds("inside('.search').getBoundingClientRect().bottom <= 1"),
            "{state}: the box stays in a short window"
        );
    }
}

#[test]
fn letters_twice_as_large_stand_out_nowhere_in_the_lookup() {
    let page = lookup(390);
    for (text, state) in STATES {
        retype(&page, text);
        for width in [390, 768, 1280] {
            page.session.resize(width, 800, 1);
            page.run("enlarge(app(), 2);");
            nothing_stands_out(&page, &format!("{state} at {width}"));
            page.run("enlarge(app(), 1);");
        }
    }
}

#[test]
fn every_state_of_the_lookup_fits_every_width() {
    let page = lookup(1280);
    for (text, state) in STATES {
        retype(&page, text);
        for width in [280, 320, 390, 768, 1280, 1920] {
            page.session.resize(width, 800, 1);
            nothing_stands_out(&page, &format!("{state} at {width}"));
        }
    }
}

#[test]
fn the_two_numbers_of_a_comparison_stand_on_one_line() {
    let page = lookup(320);
    retype(&page, "feeling sick");
    for width in [320, 390, 768, 1280] {
        page.session.resize(width, 800, 1);
        assert!(
            page.holds(
                "(() => {
                   const [one, other] = all('.pair .big').map((big) => big.getBoundingClientRect());
                   return one.top === other.top && one.height === other.height
                     && one.height < 1.5 * parseFloat(getComputedStyle(inside('.pair .big strong')).fontSize);
                 })()"
            ),
            "{width}"
        );
    }
}

#[test]
fn on_a_wide_page_sources_follow_the_figures_and_calls_stand_in_line() {
    let page = lookup(1280);
    retype(&page, "feeling sick");
    let gap = page.number(
        "inside('.answer .sources').getBoundingClientRect().top
           - inside('.how-often').getBoundingClientRect().bottom",
    );
    assert!((0.0..=60.0).contains(&gap), "{gap}");
    for width in [768, 1280] {
        page.session.resize(width, 800, 1);
        let lines = page.list(
            "[...new Set(all('.first .btn').map((call) => `${call.getBoundingClientRect().bottom}`))]",
        );
        assert_eq!(lines.len(), 1, "{width}: {lines:?}");
    }
    // What is answered does not begin under the heading's last line.
    for (text, state) in STATES {
        retype(&page, text);
        let room = page.number(
            "inside('.outcome').getBoundingClientRect().top
               - inside('.ask-head').lastElementChild.getBoundingClientRect().bottom",
        );
        assert!(room >= 8.0 || state == "crisis", "{state}: {room}");
    }
}
