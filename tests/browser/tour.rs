//! The lesson: does a clicker lead a class through it, and does each student see the same run?

use naltrexone_explainer::content::catalog::{self, TOUR_PLANS, TOURS};
use naltrexone_explainer::content::describe::questions;
use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::diary::Diary;
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::lesson::story;
use naltrexone_explainer::model::lesson::tour::Stage;
use naltrexone_explainer::model::pharmacology::Pharmacology;
use naltrexone_explainer::model::pharmacology::ligand::Substance;

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit, english};

const FULL: usize = 0;

/// What stands on the step: its number and its phase.
const STANDS: &str = "`${inside('.wall')?.dataset.step} ${inside('.wall')?.dataset.phase}`";

#[track_caller]
fn visit(page: &'static str, width: u32, height: u32) -> Page {
    let page = Visit {
        page,
        width,
        height,
        ..Visit::default()
    }
    .start();
    page.until("inside('.wall, .tr-front, .tr-notes') !== null");
    page
}

#[track_caller]
fn stands(page: &Page, step: usize, phase: &str) {
    page.until(&format!("{STANDS} === '{step} {phase}'"));
    // What was counted arrives with the next frame.
    if phase == "concluded" {
        page.until("inside('.tr-concluded .tr-found') !== null");
    }
}

/// What a run says once it has been seen, worked out here.
fn found(scene: Scene, seed: u64) -> (String, u32) {
    let model = Pharmacology::new(&catalog::parameters()).unwrap();
    let run = story::run(scene, Substance::Morphine, seed);
    let mut play = Play::new(run, &model, &catalog::scene_numbers()).unwrap();
    let mut diary = Diary::new(&play);
    let ends = story::ends(scene, Substance::Morphine).unwrap();
    let ends = story::tick_at(ends.value(), play.world().tick_length());
    while play.world().tick() < ends {
        play.step();
        diary.follow(&play);
    }
    let found = questions::found(&english(), &play, &diary).unwrap();
    (found, diary.digest())
}

#[test]
fn a_clicker_leads_through_the_whole_lesson_and_every_conclusion_is_what_the_run_counts() {
    let page = visit("/#lesson", 1280, 720);
    // A lesson is chosen; then the start key fills the screen.
    page.run("inside('.tr-begin').click();");
    stands(&page, 1, "asking");
    page.press(&[Key::F5]);
    page.until("inside('.wall').matches('.presenting')");
    let steps = TOUR_PLANS[FULL].steps;
    for (at, (plan, words)) in steps.iter().zip(TOURS[FULL].steps).enumerate() {
        stands(&page, at + 1, "asking");
        let asked = page.text("inside('#tour-ask').textContent");
        assert_eq!(asked, *english().get(words.ask), "{}", words.id);
        assert!(page.holds("active().id === 'tour-ask'"), "{}", words.id);
        page.press(&[Key::PAGE_DOWN]);
        if let Stage::Scene(scene) = plan.stage {
            stands(&page, at + 1, "running");
            page.press(&[Key::PAGE_DOWN]);
            stands(&page, at + 1, "concluded");
            let shown = page.text("inside('.tr-found').textContent");
            assert_eq!(shown, found(scene, 4170).0, "{}", words.id);
        } else {
            stands(&page, at + 1, "concluded");
        }
        assert!(page.holds(&format!(
            "all('.tr-answers li')[{}].matches('.right')",
            plan.right.0
        )));
        page.press(&[Key::PAGE_DOWN]);
    }
    page.until("inside('.tr-end') !== null");
    page.press(&[Key::PAGE_UP]);
    stands(&page, steps.len(), "asking");
    page.press(&[Key::PAGE_UP]);
    stands(&page, steps.len() - 1, "asking");
    page.press(&[Key::ESCAPE]);
    page.until("!inside('.wall').matches('.presenting')");
    assert!(page.console().is_empty(), "{:#?}", page.console());
}

#[test]
fn each_answer_can_be_chosen_by_touch_and_is_told_whether_that_happens() {
    let page = visit("/#lesson/full.1.4170", 390, 844);
    let words = english();
    for (at, (plan, step)) in TOUR_PLANS[FULL]
        .steps
        .iter()
        .zip(TOURS[FULL].steps)
        .enumerate()
    {
        for (chosen, (_, reply)) in step.choices.iter().enumerate() {
            stands(&page, at + 1, "asking");
            page.run(&format!("all('.tr-choices .tr-choice')[{chosen}].click();"));
            if matches!(plan.stage, Stage::Scene(_)) {
                stands(&page, at + 1, "running");
                page.run("inside('.tr-next').click();");
            }
            stands(&page, at + 1, "concluded");
            let right = usize::from(plan.right.0) == chosen;
            let marked = format!("all('.tr-answers li')[{chosen}].matches('.right')");
            assert_eq!(page.holds(&marked), right, "{} {chosen}", step.id);
            let told = page.text("inside('.tr-reply').textContent");
            assert_eq!(told, *words.get(*reply), "{}", step.id);
            assert_eq!(
                page.list("sticksOut(app())"),
                Vec::<String>::new(),
                "{}",
                step.id
            );
            let again = if chosen + 1 < step.choices.len() {
                ".tr-back"
            } else {
                ".tr-next"
            };
            page.run(&format!("inside('{again}').click();"));
        }
    }
    page.until("inside('.tr-end') !== null");
}

#[test]
fn the_same_link_shows_the_same_events_in_two_browsers_at_every_step() {
    let pages = [
        visit("/#lesson/full.1.7302", 1280, 800),
        visit("/#lesson/full.1.7302", 390, 844),
    ];
    for (at, plan) in TOUR_PLANS[FULL].steps.iter().enumerate() {
        let Stage::Scene(scene) = plan.stage else {
            continue;
        };
        let logs = pages.each_ref().map(|page| {
            page.run(&format!("location.hash = '#lesson/full.{}.7302';", at + 1));
            stands(page, at + 1, "asking");
            page.run("inside('.tr-next').click();");
            stands(page, at + 1, "running");
            page.run("inside('.tr-next').click();");
            stands(page, at + 1, "concluded");
            let log = page.text("inside('.scene').dataset.log");
            (page.text("inside('.tr-found').textContent"), log)
        });
        let (words, digest) = found(scene, 7302);
        assert_eq!(logs[0], (words, digest.to_string()), "{scene:?}");
        assert_eq!(logs[0], logs[1], "{scene:?}");
    }
}

#[test]
fn hands_a_dark_screen_and_the_code_obey_their_keys_and_leave_the_step_alone() {
    let page = visit("/#lesson/full.5.4170", 1280, 720);
    page.run("inside('.tr-class').open = true; inside('.tr-show').click();");
    page.until("inside('.wall').matches('.presenting')");
    stands(&page, 5, "asking");
    page.press(&['2', '2', '1'].map(Key));
    page.until("all('.tr-hands strong').map((count) => count.textContent).join() === '1,2,0'");
    page.press(&[Key('b')]);
    page.until("inside('.tr-dark') !== null && active().matches('.tr-dark')");
    page.press(&[Key('.')]);
    page.until("inside('.tr-dark') === null");
    page.press(&[Key('q')]);
    page.until("inside('.tr-qr') !== null");
    assert!(
        page.text("inside('.tr-address').textContent")
            .ends_with("#lesson/full.5.4170")
    );
    page.press(&[Key::PAGE_DOWN]);
    page.until("inside('.tr-qr') === null");
    stands(&page, 5, "asking");
    assert!(page.holds("inside('.tr-clock') !== null"));
    page.press(&[Key('c')]);
    page.until("inside('.tr-clock') === null");
}

#[test]
fn a_code_is_opened_as_typed_and_a_wrong_one_stays_with_a_word_about_it() {
    let page = visit("/#lesson", 390, 844);
    let type_code = |code: &str| {
        page.run(&format!(
            "inside('#tour-code').value = '{code}'; inside('.tr-typed button').click();"
        ));
    };
    type_code("full.99.1");
    page.until("inside('.tr-refused').textContent !== ''");
    assert_eq!(page.text("inside('#tour-code').value"), "full.99.1");
    type_code(" full.3.77 ");
    stands(&page, 3, "asking");
    assert!(page.holds("location.hash === '#lesson/full.3.77'"));
}

#[test]
fn every_state_of_the_lesson_is_open_to_all() {
    for (width, scheme) in [(1280, Scheme::Light), (390, Scheme::Dark)] {
        let page = Visit {
            page: "/#lesson/full.5.4170",
            width,
            scheme,
            still: true,
            ..Visit::default()
        }
        .start();
        stands(&page, 5, "asking");
        axe::check(&page, "asking");
        page.run("inside('.tr-choice').click();");
        stands(&page, 5, "running");
        axe::check(&page, "running");
        page.run("inside('.tr-next').click();");
        stands(&page, 5, "concluded");
        axe::check(&page, "concluded");
        page.run("inside('.tr-class').open = true; inside('.tr-class [aria-expanded]').click();");
        page.until("inside('.tr-qr') !== null");
        axe::check(&page, "code");
        for step in [8, 9, 10] {
            page.run(&format!("location.hash = '#lesson/full.{step}.4170';"));
            stands(&page, step, "asking");
            axe::check(&page, "board");
            page.run("inside('.tr-next').click();");
            stands(&page, step, "concluded");
            axe::check(&page, "board answered");
        }
        page.run("inside('.tr-class').open = true; inside('.tr-show').click();");
        page.until("inside('.wall').matches('.presenting')");
        axe::check(&page, "wall");
        page.run("location.hash = '#lesson/full.6.4170';");
        stands(&page, 6, "asking");
        axe::check(&page, "wall asking");
        page.press(&[Key::ESCAPE]);
        page.until("!inside('.wall').matches('.presenting')");
        page.run("inside('.tr-leave').click();");
        page.until("inside('.tr-front') !== null");
        axe::check(&page, "front");
    }
}

#[test]
fn notes_in_another_window_follow_the_wall_and_lead_it() {
    let page = visit("/#lesson/full.5.4170", 1280, 720);
    page.run("const frame = document.createElement('iframe'); frame.src = location.pathname + '#lesson/notes'; frame.style.cssText = 'inline-size: 900px; block-size: 700px'; document.body.append(frame); window.other = (selector) => frame.contentDocument?.querySelector('naltrexone-explainer')?.shadowRoot?.querySelector(selector);");
    page.until("other?.('.tr-now strong')?.textContent === 'Too soon'");
    page.run("other('.tr-notes-foot .primary').click();");
    stands(&page, 5, "running");
    page.run("inside('.tr-next').click();");
    stands(&page, 5, "concluded");
    page.run("inside('.tr-next').click();");
    page.until("other('.tr-now strong').textContent === 'Alcohol'");
    page.run("all('.nx .tr-choice').length; other('.tr-notes-side li:nth-child(2) .btn:last-child').click();");
    page.until("other('.tr-notes-side li:nth-child(2) strong').textContent === '1'");
}

/// Every text on the wall that stands on paper: its size, and its contrast as it is and as a weak
/// projector shows it, whose black is lifted and whose contrast falls to a third.
const PRINT: &str = "const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const colour = (text) => text.match(/[0-9.]+/g).map(Number);
    const ground = (element) => { for (let at = element; at; at = at.parentElement) { const found = colour(getComputedStyle(at).backgroundColor); if (found[3] !== 0) return found; } return [255, 255, 255]; };
    const ratio = (one, other, lift, span) => { const [dark, bright] = [one, other].map((l) => lift + span * l).sort((a, b) => a - b); return (bright + 0.05) / (dark + 0.05); };
    const faults = [];
    for (const element of inside('.wall').querySelectorAll('*')) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !visible(element) || heardOnly(element)) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const [ink, paper] = [light(colour(style.color)), light(ground(element))];
      const [before, after] = [ratio(ink, paper, 0, 1), ratio(ink, paper, 0.1, 0.9)];
      const drawn = element.closest('.pins, .region');
      if (size < 24 || (!drawn && (before < 7 || after < 4.5))) faults.push(`${described(element)}: ${size.toFixed(1)} px, ${before.toFixed(1)}, ${after.toFixed(2)}`);
    }";

#[test]
fn on_the_wall_all_that_matters_is_legible_from_the_back_even_by_a_weak_projector() {
    let page = Visit {
        page: "/#lesson/full.1.4170",
        width: 1920,
        height: 1080,
        scheme: Scheme::Dark,
        still: true,
        ..Visit::default()
    }
    .start();
    stands(&page, 1, "asking");
    assert!(
        page.holds("active() === document.body"),
        "a link takes no focus"
    );
    page.run("inside('.tr-class').open = true; inside('.tr-show').click();");
    page.until("inside('.wall').matches('.presenting')");
    page.until("inside('.wall').getBoundingClientRect().width > 1800");
    let look = |what: &str| {
        let faults = page.session.run(&format!(
            "{}; {PRINT} return faults;",
            include_str!("probe.js")
        ));
        assert_eq!(faults, serde_json::json!([]), "{what}");
        assert!(
            page.holds("inside('.wall-in').scrollHeight <= inside('.wall-in').clientHeight + 1"),
            "{what}: not all of it fits"
        );
    };
    for (at, plan) in TOUR_PLANS[FULL].steps.iter().enumerate() {
        stands(&page, at + 1, "asking");
        look("asking");
        page.press(&[Key::PAGE_DOWN]);
        if matches!(plan.stage, Stage::Scene(_)) {
            stands(&page, at + 1, "running");
            page.press(&[Key::PAGE_DOWN]);
        }
        stands(&page, at + 1, "concluded");
        look("concluded");
        page.press(&[Key::PAGE_DOWN]);
    }
    page.until("inside('.tr-end') !== null");
    look("the end");
    page.press(&[Key::PAGE_UP, Key('q')]);
    page.until("inside('.tr-qr') !== null");
    look("the code");
}

/// What a camera reads from the code that is shown.
fn scanned(page: &Page) -> String {
    const SCALE: usize = 4;
    let path = page.text("inside('.tr-qr .dark').getAttribute('d')");
    let size = page.count("inside('.tr-qr').viewBox.baseVal.width") as usize;
    let mut dark = vec![false; size * size];
    for module in path.split('M').skip(1) {
        let (x, rest) = module.split_once(' ').unwrap();
        let (y, _) = rest.split_once('h').unwrap();
        dark[y.parse::<usize>().unwrap() * size + x.parse::<usize>().unwrap()] = true;
    }
    let shade = |x: usize, y: usize| {
        if dark[y / SCALE * size + x / SCALE] {
            0
        } else {
            255
        }
    };
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, shade);
    let codes = picture.detect_grids();
    codes[0].decode().unwrap().1
}

#[test]
fn a_camera_reads_the_link_to_the_same_step_and_run_from_the_code() {
    let page = visit("/#lesson/full.5.7302", 390, 844);
    page.run("inside('.tr-class').open = true; inside('.tr-class [aria-expanded]').click();");
    page.until("inside('.tr-qr') !== null");
    let address = page.text("location.href");
    assert_eq!(scanned(&page), address);
    assert!(address.ends_with("#lesson/full.5.7302"));
}

#[test]
fn from_a_file_the_lesson_runs_and_its_code_says_what_it_cannot_hold() {
    let page = crate::single_file::opened();
    page.run("location.hash = '#lesson/full.5.7302';");
    stands(&page, 5, "asking");
    page.run("inside('.tr-next').click();");
    stands(&page, 5, "running");
    page.run("inside('.tr-next').click();");
    stands(&page, 5, "concluded");
    let shown = page.text("inside('.tr-found').textContent");
    assert_eq!(shown, found(Scene::TooSoon, 7302).0);
    page.run("inside('.tr-class').open = true; inside('.tr-class [aria-expanded]').click();");
    page.until("inside('.tr-qr') !== null");
    assert_eq!(scanned(&page), "full.5.7302");
    assert!(page.holds("inside('.tr-code').textContent.includes('holds no address')"));
    assert!(page.errors().is_empty());
}
