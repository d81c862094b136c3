//! Forms: does every drawing open its card, every card its curve, and is it all there on a phone?

use naltrexone_explainer::model::lesson::Part;

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit};

#[track_caller]
fn forms(page: &'static str, width: u32, scheme: Scheme) -> Page {
    let page = Visit {
        page,
        width,
        scheme,
        ..Visit::default()
    }
    .start();
    page.until("inside('.fm-plate') !== null");
    page
}

#[test]
fn a_drawing_opens_its_card_and_the_card_its_curve() {
    let page = forms("/#forms", 1280, Scheme::Light);
    for form in ["tablet", "injection"] {
        let plate = format!("inside('.fm-plate[data-form={form}]')");
        page.run(&format!("{plate}.focus();"));
        page.press(&[Key::ENTER]);
        page.until(&format!("active()?.id === 'form-{form}'"));
        assert!(page.holds(&format!("{plate}.getAttribute('aria-expanded') === 'true'")));
        assert!(page.count("all('.fm-card dt').length") >= 12, "{form}");
        assert_eq!(page.text("location.hash"), format!("#forms/{form}"));
        page.run("inside('.fm-card .primary').focus();");
        page.press(&[Key::ENTER]);
        page.until("shows('how-long-it-lasts') && inside('.tl-lane') !== null");
        page.until(&format!(
            "all('.tl-reading').length === 1 && inside('.tl-reading').dataset.form === '{form}'"
        ));
        page.show(Part::Forms);
    }
}

#[test]
fn every_form_is_opened_by_its_name_and_by_its_address() {
    let page = forms("/#forms/naloxone", 390, Scheme::Light);
    page.until("inside('.fm-shelf .open h4')?.id === 'form-naloxone'");
    let names = page.count("all('.fm-list li').length");
    assert_eq!(names, 8);
    for at in 0..names {
        page.run("inside('.fm-list').open = true;");
        page.run(&format!("all('.fm-list .go')[{at}].click();"));
        page.until(&format!(
            "words(active()?.textContent ?? '') === words(all('.fm-list .go')[{at}].textContent)"
        ));
    }
}

#[test]
fn side_by_side_is_a_table_on_a_phone_and_two_lists_on_the_narrowest() {
    let page = forms("/#forms", 390, Scheme::Light);
    assert!(page.holds("visible(inside('.fm-compare table')) && !visible(inside('.fm-lists'))"));
    page.session.resize(320, 800, 1);
    page.until(
        "!visible(inside('.fm-compare table')) && all('.fm-lists dl').filter(visible).length === 2",
    );
    let [table, lists] = [".fm-compare td p", ".fm-lists dd p"].map(|place| {
        let mut said = page.list(&format!(
            "all('{place}').map((said) => said.dataset.statement)"
        ));
        said.sort();
        said
    });
    assert_eq!(table, lists);
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_forms() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = forms("/#forms", 1280, scheme);
        for width in [320, 390, 1280] {
            page.session.resize(width, 800, 1);
            page.run("inside('.fm-ways .btn').click();");
            axe::check(
                &page,
                &format!("side by side at {width}, {}", scheme.name()),
            );
            for form in ["tablet", "injection"] {
                page.run(&format!("inside('.fm-plate[data-form={form}]').click();"));
                page.until(&format!("inside('#form-{form}') !== null"));
                axe::check(&page, &format!("{form} at {width}, {}", scheme.name()));
            }
        }
    }
}

#[test]
fn on_paper_a_card_is_a_handout_with_its_sources() {
    let page = forms("/#forms/injection", 1280, Scheme::Light);
    page.session.print();
    assert!(page.holds("!visible(inside('.fm-ways')) && !visible(inside('.fm-card .primary'))"));
    assert!(
        page.holds("visible(inside('.fm-card dd')) && visible(inside('.fm-card .sources li'))")
    );
}
