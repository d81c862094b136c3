//! Is the keyboard enough, and is it always plain where it is?

use naltrexone_explainer::model::lesson::Part;

use crate::session::Key;
use crate::site::{Page, Visit};

/// More steps than any part has controls.
const ENOUGH: usize = 400;

fn between(width: u32) -> Page {
    Visit {
        page: "/pages/between.html",
        width,
        ..Visit::default()
    }
    .start()
}

/// Steps from `#from` to `#to` and returns the numbers of the controls passed on the way.
#[track_caller]
fn walk(page: &Page, held: Option<Key>, from: &str, to: &str) -> Vec<i64> {
    page.run(&format!("document.querySelector('{from}').focus();"));
    let mut passed = Vec::new();
    for _ in 0..ENOUGH {
        page.session.press(held, Key::TAB);
        let at = page.ask("({ at: wanted.indexOf(active()), id: active().id, ringed: ringed(active()), name: described(active()), seen: visible(face(active())) })");
        if to.strip_prefix('#') == at["id"].as_str() {
            return passed;
        }
        assert_eq!(at["ringed"], true, "no ring round {}", at["name"]);
        assert_eq!(
            at["seen"], true,
            "{} has the focus and is not seen",
            at["name"]
        );
        assert_ne!(
            at["at"], -1,
            "{} takes the focus and is no control",
            at["name"]
        );
        passed.push(at["at"].as_i64().unwrap());
    }
    panic!("the keyboard does not come out again; it went {passed:?}");
}

#[track_caller]
fn passes_through(page: &Page, part: Part) {
    page.show(part);
    page.run("window.wanted = controls(app());");
    let every: Vec<_> = (0..i64::from(page.count("wanted.length"))).collect();
    let name = |at: &i64| page.text(&format!("described(wanted[{at}])"));
    let there = walk(page, None, "#before", "#after");
    let missed: Vec<_> = every
        .iter()
        .filter(|at| !there.contains(at))
        .map(name)
        .collect();
    assert!(
        missed.is_empty(),
        "{}: Tab does not reach {missed:#?}",
        part.id()
    );
    assert_eq!(there, every, "{}: Tab goes out of order", part.id());
    let mut back = walk(page, Some(Key::SHIFT), "#after", "#before");
    back.reverse();
    assert_eq!(back, every, "{}: Shift and Tab go another way", part.id());
}

#[test]
fn tab_goes_through_every_control_of_the_first_part_and_out_again_both_ways() {
    let page = between(1280);
    passes_through(&page, Part::AtAGlance);
    page.session.resize(390, 800, 1);
    passes_through(&page, Part::AtAGlance);
}

#[test]
fn tab_goes_through_every_control_of_staying_safe_and_out_again_both_ways() {
    let page = between(1280);
    passes_through(&page, Part::StayingSafe);
    page.session.resize(390, 800, 1);
    passes_through(&page, Part::StayingSafe);
}

#[test]
fn tab_goes_through_every_control_of_the_other_parts_and_out_again_both_ways() {
    let page = between(1280);
    for part in Part::ALL {
        if ![Part::AtAGlance, Part::StayingSafe].contains(&part) {
            passes_through(&page, part);
        }
    }
}

#[track_caller]
fn focus(page: &Page, element: &str) {
    page.run(&format!("{element}.focus();"));
    assert!(
        page.holds(&format!("active() === {element}")),
        "{element} takes no focus"
    );
}

#[test]
fn enter_on_its_name_opens_every_part() {
    let page = between(1280);
    for (at, part) in Part::ALL.into_iter().enumerate().rev() {
        focus(&page, &format!("all('.parts .tab')[{at}]"));
        page.press(&[Key::ENTER]);
        page.until(&format!("shows('{}')", part.id()));
        assert!(
            page.holds("root().activeElement !== null"),
            "after {} the focus is gone",
            part.id()
        );
    }
}

#[test]
fn enter_in_the_list_of_a_phone_opens_every_part_and_closes_the_list() {
    let page = between(390);
    for (at, part) in Part::ALL.into_iter().enumerate().rev() {
        focus(&page, "inside('.picker summary')");
        page.press(&[Key::ENTER]);
        page.until("inside('.picker').open");
        for _ in 0..=at {
            page.press(&[Key::TAB]);
        }
        page.press(&[Key::ENTER]);
        page.until(&format!("shows('{}')", part.id()));
        page.until("!inside('.picker').open");
        assert!(
            page.holds("root().activeElement !== null"),
            "after {} the focus is gone",
            part.id()
        );
    }
}

#[test]
fn escape_closes_the_list_of_a_phone_and_leaves_the_focus_on_its_name() {
    let page = between(390);
    focus(&page, "inside('.picker summary')");
    page.press(&[Key::ENTER, Key::TAB, Key::ESCAPE]);
    page.until("!inside('.picker').open");
    assert!(
        page.holds("active() === inside('.picker summary')"),
        "{} has the focus",
        page.focused()
    );
}

#[test]
fn help_leads_from_every_part_to_whom_to_call() {
    let page = between(390);
    for part in Part::ALL {
        page.show(part);
        focus(&page, "inside('.help')");
        page.press(&[Key::ENTER]);
        page.until("shows('staying-safe') && active()?.id === 'who-to-call'");
        page.until("active().getBoundingClientRect().top >= 0 && active().getBoundingClientRect().bottom <= innerHeight");
        // Back, so that the attribute changes for the next part.
        page.run("explainer().removeAttribute('part');");
    }
}

#[test]
fn arrows_choose_the_country_on_a_wide_screen() {
    let page = between(1280);
    page.show(Part::StayingSafe);
    focus(&page, "all('.seg input')[0]");
    page.press(&[Key::RIGHT]);
    page.until("all('.seg input')[1].checked && active() === all('.seg input')[1]");
    page.until("inside('.lines h4').textContent === words(all('.seg label')[1].textContent)");
}

#[test]
fn arrows_choose_the_country_on_a_phone() {
    let page = between(390);
    page.show(Part::StayingSafe);
    focus(&page, "inside('.select select')");
    page.press(&[Key::DOWN]);
    page.until("inside('.select select').selectedIndex === 1");
    page.until(
        "inside('.lines h4').textContent === inside('.select select').selectedOptions[0].label",
    );
    assert!(
        page.holds("active() === inside('.select select')"),
        "{} has the focus",
        page.focused()
    );
}

#[test]
fn space_turns_the_card_and_turns_it_back() {
    let page = between(390);
    page.show(Part::StayingSafe);
    let up = |side: &str| format!("visible(inside('.wallet {side}'))");
    assert!(page.holds(&format!("{} && !{}", up(".front"), up(".back-side"))));
    focus(&page, "inside('.turn input, button.turn')");
    page.press(&[Key::SPACE]);
    page.until(&format!("{} && !{}", up(".back-side"), up(".front")));
    page.press(&[Key::SPACE]);
    page.until(&format!("{} && !{}", up(".front"), up(".back-side")));
}

#[test]
fn enter_unfolds_and_folds_the_sources() {
    let page = between(390);
    for part in Part::ALL {
        page.show(part);
        focus(&page, "inside('.part .sources summary')");
        page.press(&[Key::ENTER]);
        page.until("inside('.part .sources').open && visible(inside('.part .sources li'))");
        page.press(&[Key::ENTER]);
        page.until("!inside('.part .sources').open");
    }
}

#[test]
fn a_term_says_what_it_means_until_it_is_closed_and_gives_the_focus_back() {
    let page = between(390);
    for part in Part::ALL {
        page.show(part);
        for at in 0..page.count("all('.part .term').filter(visible).length") {
            let term = format!("all('.part .term').filter(visible)[{at}]");
            let open = format!("{term}.popoverTargetElement.matches(':popover-open')");
            for closing in [Key::ESCAPE, Key::ENTER] {
                focus(&page, &term);
                page.press(&[Key::ENTER]);
                page.until(&open);
                assert!(
                    page.holds(&format!("visible({term}.popoverTargetElement)")),
                    "{}",
                    part.id()
                );
                if closing == Key::ENTER {
                    // To its own button, the first thing behind the term.
                    page.press(&[Key::TAB]);
                    assert!(page.holds(&format!("{term}.popoverTargetElement.contains(active())")));
                }
                page.press(&[closing]);
                page.until(&format!("!{open}"));
                assert!(
                    page.holds(&format!("active() === {term}")),
                    "{} has the focus",
                    page.focused()
                );
            }
        }
    }
}
