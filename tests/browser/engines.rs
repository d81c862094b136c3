//! Does it run in every engine? Chromium alone, unless `cargo xtask test --engines` says otherwise.

use naltrexone_explainer::model::lesson::Part;

use crate::engine::Engine;
use crate::session::Key;
use crate::site::{self, Page};

/// Runs a test on a page with two explainers, in each engine that is wanted.
fn in_each(test: impl Fn(&Page, Engine)) {
    for engine in Engine::wanted() {
        let page = Page::in_engine(engine, "/pages/engines.html");
        page.until("[0, 1].every((n) => whole(n) || explainer(n).dataset.state === 'failed')");
        assert!(
            page.holds("whole(0) && whole(1)"),
            "{engine:?}: it does not run"
        );
        test(&page, engine);
        assert_eq!(page.list("heard"), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn engines_each_part_opens_and_the_other_explainer_stays() {
    in_each(|page, engine| {
        for part in Part::ALL {
            page.show(part);
            assert!(
                page.count("words(inside('section.part').textContent).length") > 100,
                "{engine:?}: {}",
                part.id()
            );
            assert!(page.holds("shows('staying-safe', 1)"), "{engine:?}");
        }
    });
}

#[test]
fn engines_words_can_be_typed_into_the_lookup() {
    in_each(|page, _| {
        page.show(Part::SideEffects);
        page.write("inside('section.part input')", "throwing up");
        page.until("inside('section.part input').value === 'throwing up'");
        page.until("/vomit/i.test(inside('section.part').textContent)");
    });
}

#[test]
fn engines_a_scene_runs() {
    in_each(|page, _| {
        page.run("explainer().show('how-it-blocks', 'free-play');");
        page.until("inside('.scene')?.dataset.phase === 'running'");
        page.run("inside('.mural').scrollIntoView(); window.then = inside('.scene').dataset.tick;");
        page.until("inside('.scene').dataset.tick !== then");
    });
}

#[test]
fn engines_the_keyboard_comes_in_and_out_again() {
    in_each(|page, engine| {
        page.run("document.querySelector('#before').focus();");
        page.press(&[Key::TAB]);
        assert!(
            page.holds("app().contains(active())"),
            "{engine:?}: {}",
            page.focused()
        );
        page.run("const last = controls(app()).at(-1); last.focus();");
        page.press(&[Key::TAB]);
        assert!(
            page.holds("active().id === 'between'"),
            "{engine:?}: {}",
            page.focused()
        );
        page.session.press(Some(Key::SHIFT), Key::TAB);
        assert!(
            page.holds("app().contains(active())"),
            "{engine:?}: {}",
            page.focused()
        );
        page.run("[...all('.parts .tab')].find((tab) => tab.tabIndex === 0 || tab.localName === 'a').focus();");
        let tab = page.count("all('.parts .tab').length");
        assert_eq!(tab, 7, "{engine:?}");
        page.press(&[Key::ENTER]);
    });
}

#[test]
fn engines_a_press_on_a_part_opens_it_in_one_of_two() {
    in_each(|page, _| {
        page.click("all('.parts .tab', 1)[4]");
        page.until("shows('forms', 1) && shows('at-a-glance', 0)");
    });
}

#[test]
fn engines_one_that_is_removed_and_put_back_goes_on_at_once_or_later() {
    in_each(|page, _| {
        page.show(Part::Forms);
        page.run("window.kept = explainer(0); kept.remove(); document.body.prepend(kept);");
        page.until("shows('forms') && whole()");
        page.run("kept.remove();");
        page.until("!kept.dataset.state");
        page.run("document.body.prepend(kept);");
        page.until("shows('forms') && whole()");
        page.show(Part::Lesson);
        assert!(page.holds("shows('staying-safe', 1)"));
    });
}

#[test]
fn engines_the_one_file_opens_from_a_disk() {
    for engine in Engine::wanted() {
        let page = Page::in_engine(engine, "/pages/empty.html");
        let file = site::folder().join("naltrexone-explainer.html");
        let file = file.canonicalize().unwrap();
        page.session.go(&format!("file://{}", file.display()));
        page.until("whole() || explainer().dataset.state === 'failed'");
        assert!(
            page.holds("whole()"),
            "{engine:?}: it does not run from a file"
        );
        for part in Part::ALL {
            page.show(part);
        }
    }
}
