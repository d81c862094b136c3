//! Does the page decide how wide the explainer is and where it stands, and nothing else about it?

use crate::site::{Page, Visit};

/// A holder of a thousand pixels with the explainer and a paragraph after it.
fn placed() -> Page {
    Visit {
        page: "/pages/placed.html",
        ..Visit::default()
    }
    .start()
}

/// Puts rules on the page, as its own sheet would, and looks at what came of them.
#[track_caller]
fn gives(page: &Page, rules: &str, expected: &[&str]) {
    page.run(&format!(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('{rules}'); document.adoptedStyleSheets = [sheet];"
    ));
    for expression in expected {
        assert!(
            page.holds(&format!(
                "((box, inner, after) => {expression})(explainer().getBoundingClientRect(), app().getBoundingClientRect(), document.querySelector('#after').getBoundingClientRect())"
            )),
            "`{rules}` does not give {expression}: {}, {}, {}",
            page.ask("explainer().getBoundingClientRect()"),
            page.ask("app().getBoundingClientRect()"),
            page.ask("document.querySelector('#after').getBoundingClientRect()")
        );
    }
}

/// What holds wherever it stands: the box is as high as what is in it, and nothing sticks out.
const WHOLE: [&str; 2] = [
    "box.height >= inner.height && inner.height > 500",
    "sticksOut(app()).length === 0",
];

#[test]
fn a_width_and_margins_addressed_to_the_element_hold() {
    let page = placed();
    gives(&page, "", &["box.width === 1000 && inner.width === 1000"]);
    for rules in [
        "naltrexone-explainer { max-width: 600px; margin: 2em auto }",
        "naltrexone-explainer { inline-size: 60%; margin: 32px auto }",
        "#holder > * { width: 600px; min-width: 0; margin: 32px auto }",
    ] {
        gives(
            &page,
            rules,
            &[
                "box.width === 600 && inner.width === 600",
                "box.left === 200 && box.top === 32 && after.top >= box.bottom + 16",
            ],
        );
        gives(&page, rules, &WHOLE);
    }
}

#[test]
fn a_frame_of_the_page_goes_round_it_and_not_over_it() {
    let page = placed();
    let rules = "naltrexone-explainer { padding: 20px; border: 4px solid red; background: gold; box-shadow: 0 0 9px red }";
    gives(
        &page,
        rules,
        &["box.width === 1000 && inner.width === 952 && inner.left === 24 && inner.top === 24"],
    );
    gives(&page, rules, &WHOLE);
}

#[test]
fn a_grid_a_row_and_a_float_give_it_its_place() {
    let page = placed();
    for (rules, expected) in [
        (
            "#holder { display: grid; grid-template-columns: 300px 700px } naltrexone-explainer { grid-column: 2; grid-row: 1 }",
            "box.left === 300 && box.width === 700 && after.left === 0",
        ),
        (
            "#holder { display: flex; align-items: flex-start } naltrexone-explainer { flex: 0 0 500px; order: 1; margin-inline-start: auto }",
            "box.width === 500 && box.right === 1000 && after.left === 0",
        ),
        (
            "naltrexone-explainer { float: right; width: 480px; margin: 0 0 1em 1em }",
            "box.width === 480 && box.right === 1000 && after.left === 0 && after.top < box.bottom",
        ),
        (
            "naltrexone-explainer { float: left }",
            "box.width === 280 && box.left === 0",
        ),
        (
            "#holder { position: relative } #after { margin: 0 } naltrexone-explainer { position: absolute; inset: 50px auto auto 100px; width: 400px }",
            "box.top === 50 && box.left === 100 && box.width === 400",
        ),
    ] {
        gives(&page, rules, &[expected]);
        gives(&page, rules, &WHOLE);
    }
}

#[test]
fn rules_for_everything_leave_a_block_of_the_whole_width() {
    let page = placed();
    for rules in [
        "* { all: unset !important } #holder { display: block !important; inline-size: 1000px !important }",
        "* { all: initial !important } #holder { display: block !important; inline-size: 1000px !important }",
        "* { max-width: none !important; margin: 0 }",
        "* { height: 40px !important; max-height: 40px !important; overflow: hidden !important; display: inline !important } #holder { display: block !important }",
    ] {
        gives(
            &page,
            rules,
            &["box.width === 1000 && inner.width === 1000"],
        );
        gives(&page, rules, &WHOLE);
    }
}

#[test]
fn what_hides_its_holder_hides_it_too() {
    let page = placed();
    for rules in [
        "#holder { visibility: hidden }",
        "#holder { display: none }",
    ] {
        gives(&page, rules, &[]);
        assert!(!page.holds("visible(inside('h2'))"), "{rules}");
    }
    gives(&page, "", &[]);
    assert!(page.holds("visible(inside('h2'))"));
    page.run("explainer().hidden = true;");
    assert!(!page.holds("visible(inside('h2'))"));
}
