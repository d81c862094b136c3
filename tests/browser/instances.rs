//! Do several explainers on one page leave each other alone, and does one survive being moved?

use naltrexone_explainer::model::lesson::Part;

use crate::site::{Page, Visit};

fn two() -> Page {
    let page = Visit {
        page: "/pages/two.html",
        ..Visit::default()
    }
    .start();
    page.until("running(1)");
    page
}

#[track_caller]
fn shown(page: &Page, explainer: usize) -> String {
    page.list(&format!("shown({explainer})")).join(" ")
}

/// Chooses a part by its button, as a reader does.
#[track_caller]
fn choose(page: &Page, explainer: usize, part: Part) {
    let at = Part::ALL.iter().position(|other| *other == part).unwrap();
    page.click(&format!("all('.parts .tab', {explainer})[{at}]"));
    page.until(&format!("shows('{}', {explainer})", part.id()));
}

#[test]
fn choosing_a_part_in_one_leaves_the_other_where_it_is() {
    let page = two();
    assert_eq!(
        (shown(&page, 0), shown(&page, 1)),
        ("at-a-glance".into(), "staying-safe".into())
    );
    choose(&page, 0, Part::Forms);
    assert_eq!(shown(&page, 1), "staying-safe");
    choose(&page, 1, Part::SideEffects);
    assert_eq!(shown(&page, 0), "forms");
}

#[test]
fn every_label_and_opener_finds_what_it_names_in_its_own_explainer() {
    let page = two();
    for part in Part::ALL {
        for explainer in [0, 1] {
            page.run(&format!(
                "explainer({explainer}).setAttribute('part', '{}');",
                part.id()
            ));
            page.until(&format!("shows('{}', {explainer})", part.id()));
            let lost = page.list(&format!(
                "['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'popovertarget'].flatMap((name) =>
                   all(`[${{name}}]`, {explainer}).flatMap((element) => element.getAttribute(name).split(' ')
                     .filter((id) => root({explainer}).querySelectorAll(`[id='${{id}}']`).length !== 1)
                     .map((id) => `${{described(element)}} ${{name}} ${{id}}`)))"
            ));
            assert!(lost.is_empty(), "{} of {explainer}: {lost:#?}", part.id());
        }
    }
}

#[test]
fn choosing_a_country_in_one_leaves_the_other_in_its_own() {
    let page = two();
    page.show(Part::StayingSafe);
    let checked = |explainer: usize| {
        page.text(&format!(
            "all('.seg input', {explainer}).find((radio) => radio.checked).value"
        ))
    };
    let (first, second) = (checked(0), checked(1));
    page.click("all('.seg label')[2]");
    page.until("all('.seg input')[2].checked");
    assert_eq!(checked(1), second);
    assert_ne!(checked(0), first);
}

#[test]
fn removing_one_leaves_the_other_working() {
    let page = two();
    page.run("explainer(0).remove();");
    choose(&page, 0, Part::Forms);
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn one_that_is_removed_and_put_back_goes_on_where_it_was() {
    let page = two();
    choose(&page, 0, Part::Forms);
    page.run(
        "const moved = explainer(0); moved.remove(); document.querySelector('#elsewhere').append(moved);",
    );
    // It now stands after the other one.
    page.until("shows('forms', 1)");
    choose(&page, 1, Part::Lesson);
    assert_eq!(shown(&page, 0), "staying-safe");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn one_that_is_removed_before_it_runs_does_no_harm() {
    let page = Visit {
        page: "/pages/two.html",
        held: Some(".wasm"),
        ..Visit::default()
    }
    .open();
    page.run("explainer(0).remove();");
    page.release();
    page.until("running(0)");
    choose(&page, 0, Part::Forms);
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn a_script_that_is_included_twice_changes_nothing() {
    let page = two();
    page.run_async("await import('/embed/naltrexone-explainer.js?again');");
    choose(&page, 0, Part::Forms);
    assert_eq!(page.errors(), Vec::<String>::new());
}
