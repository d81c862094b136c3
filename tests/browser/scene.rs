//! "How it blocks": does every scene reach its conclusion, by the keyboard and by ear alone?

use naltrexone_explainer::content::catalog;
use naltrexone_explainer::content::describe::{self, Numbers, questions};
use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::diary::Diary;
use naltrexone_explainer::model::lesson::link;
use naltrexone_explainer::model::lesson::receptor_scene::Choice;
use naltrexone_explainer::model::lesson::run::{Amount, Control};
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::pharmacology::Pharmacology;
use naltrexone_explainer::model::world::TICKS_PER_SECOND;

use serde_json::json;

use crate::axe;
use crate::session::Key;
use crate::site::{Page, Visit, english};

/// More steps than the part has controls.
const ENOUGH: usize = 200;

/// How often a scene is asked whether it has ended, each time with the patience of a condition.
const PATIENCE: usize = 8;

const SCENE: &str = "inside('.scene')";

fn scenes() -> impl Iterator<Item = (usize, Scene)> {
    let all = Scene::ALL.into_iter().enumerate();
    all.filter(|(_, scene)| *scene != Scene::FreePlay)
}

fn visit(width: u32) -> Page {
    Visit {
        page: "/#how-it-blocks",
        width,
        ..Visit::default()
    }
    .start()
}

#[track_caller]
fn phase(page: &Page) -> String {
    page.text(&format!("{SCENE}.dataset.phase"))
}

/// Waits for the end of a scene, however slow the machine.
#[track_caller]
fn concluded(page: &Page) {
    for _ in 0..PATIENCE {
        page.session
            .run_async("await new Promise((done) => setTimeout(done, 5000));");
        if phase(page) == "concluded" {
            // What is still due is drawn within a quarter of a second.
            page.session
                .run_async("await new Promise((done) => setTimeout(done, 600));");
            return;
        }
    }
    panic!(
        "the scene never ends; it is at {}",
        page.text(&format!("{SCENE}.dataset.tick"))
    );
}

/// Steps to the control for which a condition on `active()` holds.
#[track_caller]
fn step_to(page: &Page, condition: &str) {
    for _ in 0..ENOUGH {
        if page.holds(&format!("Boolean(active()?.matches && ({condition}))")) {
            return;
        }
        page.session.press(None, Key::TAB);
    }
    panic!("the keyboard never comes to {condition}");
}

/// The run as the page says it is, played here up to the same step.
#[track_caller]
fn replayed(page: &Page) -> (Play, Diary) {
    let run = link::decode(&page.text(&format!("{SCENE}.dataset.run"))).unwrap();
    let tick: u64 = page.text(&format!("{SCENE}.dataset.tick")).parse().unwrap();
    let pharmacology = Pharmacology::new(&catalog::parameters()).unwrap();
    let mut play = Play::new(run, &pharmacology, &catalog::scene_numbers()).unwrap();
    let mut diary = Diary::new(&play);
    while play.world().tick() < tick {
        play.step();
        diary.follow(&play);
    }
    (play, diary)
}

/// Everything on the page says what the same run says when it is played here.
#[track_caller]
fn says_the_same_everywhere(page: &Page) {
    let words = english();
    let (play, diary) = replayed(page);
    let reading = play.world().reading();
    let numbers = Numbers::of(&reading);
    let shown = page.list("all('.numbers.now tbody td').map((cell) => words(cell.textContent))");
    let rows = [
        numbers.on,
        numbers.blocked,
        numbers.empty,
        numbers.signal,
        numbers.effect,
    ];
    let expected: Vec<String> = rows
        .iter()
        .flat_map(|row| [row.counted.to_string(), row.expected.to_string()])
        .collect();
    assert_eq!(shown, expected);
    let point = page.text("inside('.chart-canvas').dataset.last");
    let counted = [numbers.on, numbers.blocked, numbers.empty].map(|row| row.counted.to_string());
    assert_eq!(
        point,
        format!("{} {}", reading.tick, counted.join(" ")),
        "the last point of the chart"
    );
    let text = |selector: &str| page.text(&format!("words(inside('{selector}').textContent)"));
    let partly = describe::partly(&play);
    assert_eq!(
        text(".strip .counts"),
        describe::counts(&words, partly, reading.counts)
    );
    assert_eq!(text("#scene-summary"), describe::summary(&words, &play));
    if phase(page) == "concluded" {
        let found = questions::found(&words, &play, &diary).unwrap();
        assert_eq!(text(".ask .found"), found);
        assert_eq!(text("[role=status]"), found);
    }
}

#[test]
fn every_scene_is_chosen_answered_and_concluded_by_the_keyboard_alone() {
    let page = visit(1280);
    page.run("window.scrollTo(0, 0); inside('h2').focus();");
    step_to(&page, "active().matches('.paces button:last-child')");
    page.press(&[Key::ENTER]);
    for (at, scene) in scenes() {
        page.run("inside('h2').focus();");
        step_to(&page, &format!("active() === all('.scene-tab')[{at}]"));
        page.press(&[Key::ENTER]);
        page.until(&format!("{SCENE}.dataset.phase === 'asking'"));
        step_to(&page, "active().matches('.choice')");
        page.press(&[Key::ENTER]);
        page.until(&format!("{SCENE}.dataset.phase === 'running'"));
        concluded(&page);
        assert_eq!(
            page.text("active().id"),
            "scene-ask",
            "{scene:?}: the keyboard was on the answer and is lost"
        );
        says_the_same_everywhere(&page);
        let question = questions::question(scene).unwrap();
        let words = english();
        let (choice, reply) = question.choice(Choice(0)).unwrap();
        let told = page.text("words(inside('.ask').textContent)");
        for part in [choice, reply] {
            assert!(told.contains(&*words.get(part)), "{scene:?}: {told}");
        }
    }
    assert!(page.errors().is_empty(), "{:?}", page.errors());
}

/// Works the control that assistive technology calls so, by nothing but its name.
#[track_caller]
fn work(page: &Page, role: &str, name: &str) {
    let spoken = page.session.spoken();
    let known = spoken.iter().any(|(r, n)| r == role && n == name);
    assert!(known, "no {role} {name:?} among {spoken:#?}");
    page.run(&format!(
        "const named = controls(app()).find((control) => \
           words(control.getAttribute('aria-label') ?? control.textContent) === {}); \
         named.click();",
        serde_json::Value::from(name)
    ));
}

#[test]
fn every_scene_is_told_to_those_who_only_hear_it() {
    let page = visit(390);
    let words = english();
    for (_, scene) in scenes() {
        let question = questions::question(scene).unwrap();
        let spoken = page.session.spoken();
        let heard = |role: &str, name: &str| spoken.iter().any(|(r, n)| r == role && n == name);
        assert!(heard("heading", &words.get(question.ask)), "{scene:?}");
        let (choice, reply) = question.choice(Choice(1)).unwrap();
        work(&page, "button", &words.get(choice));
        page.until(&format!("{SCENE}.dataset.phase === 'running'"));
        work(&page, "button", &words.get(catalog::key::UI_PACE_FAST));
        concluded(&page);
        let (play, diary) = replayed(&page);
        let found = questions::found(&words, &play, &diary).unwrap();
        let spoken = page.session.spoken();
        for said in [&*words.get(reply), &found] {
            let heard = spoken.iter().any(|(_, name)| name.contains(said));
            assert!(heard, "{scene:?}: {said:?} is not heard");
        }
        let next = Scene::ALL
            .into_iter()
            .skip_while(|known| *known != scene)
            .nth(1)
            .unwrap();
        let name = [
            &*words.get(catalog::key::UI_SCENE_NEXT),
            ": ",
            &*words.get(describe::scene(next)),
        ]
        .concat();
        work(&page, "button", &name);
    }
}

#[test]
fn numbers_are_the_same_everywhere_when_time_is_stopped() {
    let page = visit(1280);
    page.click("all('.scene-tab')[3]");
    page.click("all('.choice')[2]");
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 3000));");
    page.click("inside('.play')");
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 800));");
    says_the_same_everywhere(&page);
    let before = page.text(&format!("{SCENE}.dataset.tick"));
    page.click("inside('.transport .icon-only:nth-of-type(3)')");
    page.until(&format!("{SCENE}.dataset.tick !== '{before}'"));
    says_the_same_everywhere(&page);
}

#[test]
fn the_view_hears_a_reading_now_and_then_and_never_a_frame() {
    let page = visit(1280);
    page.click("all('.scene-tab')[7]");
    page.run(
        "const field = all('.amount [type=number]')[0]; field.value = '2'; \
              field.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    let count = "Number(inside('.scene').dataset.renders)";
    let (renders, tick) = (
        page.number(count),
        page.number("Number(inside('.scene').dataset.tick)"),
    );
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 4000));");
    let rendered = page.number(count) - renders;
    let steps = page.number("Number(inside('.scene').dataset.tick)") - tick;
    println!("in four seconds: {steps} steps, {rendered} renders");
    assert!(steps > 40.0, "time stands still: {steps}");
    assert!(
        rendered <= 4.0 * 4.0 + 3.0,
        "{rendered} renders in four seconds"
    );
}

#[test]
fn axe_finds_nothing_whatever_the_scene_is_doing() {
    for width in [390, 1280] {
        let page = visit(width);
        let check = |state: &str| axe::check(&page, &format!("{state} at {width}"));
        page.run("explainer().setAttribute('start', 'too-soon');");
        page.until(&format!(
            "{SCENE}.dataset.phase === 'asking' && {SCENE}.dataset.run.length > 5"
        ));
        check("asking");
        page.run("all('.choice')[0].click();");
        page.until(&format!("{SCENE}.dataset.phase === 'running'"));
        page.run("inside('.play').click(); inside('.dose-fold .btn').click();");
        check("running, stopped, with dose and response");
        page.run("inside('.dose-fold .btn').click(); inside('.play').click();");
        concluded(&page);
        check("concluded");
        page.run("explainer().setAttribute('start', 'free-play');");
        page.until("inside('.scene').dataset.phase === 'running'");
        page.run("const choice = inside('.closer select'); choice.value = '7'; choice.dispatchEvent(new Event('change', { bubbles: true }));");
        page.until("inside('.closer h4') !== null");
        check("free play");
        for leaf in 1..4 {
            page.run(&format!("all('.leaves button')[{leaf}].click();"));
            check(&format!("leaf {leaf}"));
        }
        page.run("inside('.help-row .btn').click();");
        page.until("inside('dialog.keys').open");
        check("list of keys");
    }
}

#[test]
fn stillness_shows_the_same_in_still_steps() {
    let page = Visit {
        page: "/#how-it-blocks",
        still: true,
        ..Visit::default()
    }
    .start();
    page.click("all('.scene-tab')[2]");
    page.click("inside('.paces button:last-child')");
    page.click("all('.choice')[1]");
    let ticks = page.session.run_async(
        "const scene = document.querySelector('naltrexone-explainer').shadowRoot.querySelector('.scene');
         const seen = new Set();
         for (let at = 0; at < 80; at += 1) {
           seen.add(scene.dataset.tick);
           await new Promise((done) => setTimeout(done, 50));
         }
         return seen.size;",
    );
    let ticks = ticks.as_u64().unwrap();
    assert!((2..=9).contains(&ticks), "{ticks} pictures in four seconds");
    concluded(&page);
    says_the_same_everywhere(&page);
}

#[test]
fn single_keys_work_in_the_picture_and_nowhere_else() {
    let page = visit(1280);
    page.click("all('.scene-tab')[7]");
    page.until("inside('.play').textContent.includes('Pause')");
    page.run("inside('.mural').focus();");
    page.press(&[Key::SPACE]);
    page.until("inside('.play').textContent.includes('Play')");
    page.press(&[Key('?')]);
    page.until("inside('dialog.keys').open");
    let listed = page.count("all('dialog.keys kbd').length");
    assert!(listed >= 9, "{listed}");
    page.press(&[Key::ESCAPE]);
    page.until("!inside('dialog.keys').open");
    assert_eq!(page.text("active().className"), "mural");
    // Switched off, they do nothing.
    page.run("inside('.help-row .btn').click(); inside('dialog.keys input').click(); inside('dialog.keys .primary').click(); inside('.mural').focus();");
    page.press(&[Key::SPACE]);
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 300));");
    assert!(page.holds("inside('.play').textContent.includes('Play')"));
}

#[test]
fn a_number_is_left_alone_while_it_is_typed() {
    let page = visit(1280);
    page.click("all('.scene-tab')[7]");
    page.run("const field = all('.amount [type=number]')[0]; field.focus(); field.select();");
    for key in ['1', '2', '.', '5'] {
        page.session.press(None, Key(key));
        page.session
            .run_async("await new Promise((done) => setTimeout(done, 600));");
    }
    assert_eq!(page.text("active().value"), "12.5");
    page.until("words(inside('#scene-summary').textContent).includes('morphine 13')");
    let link = page.text("inside('.link input').value");
    let (_, detail) = link.split_once("how-it-blocks/").unwrap();
    let run = link::decode(detail).unwrap();
    let last = run.adjustments().last().unwrap();
    assert_eq!(
        last.control,
        Control::Agonist(Amount::new(125_000).unwrap())
    );
}

/// Touches the middle of something, as a thumb does.
#[track_caller]
fn touch(page: &Page, element: &str) {
    page.run(&format!(
        "({element}).scrollIntoView({{ block: 'center' }});"
    ));
    let place = page.ask(&format!(
        "(() => {{ const {{ x, y, width, height }} = ({element}).getBoundingClientRect();
           return [x + width / 2, y + height / 2]; }})()"
    ));
    let point = json!({ "x": place[0], "y": place[1] });
    for (kind, points) in [("touchStart", json!([point])), ("touchEnd", json!([]))] {
        page.session.chrome(
            "Input.dispatchTouchEvent",
            &json!({ "type": kind, "touchPoints": points }),
        );
    }
}

/// How many seconds a new reader has, from opening the page to having seen the block.
const SOON: f64 = 20.0;
/// Seconds for finding and touching one thing, as slow as readers are.
const A_TOUCH: f64 = 2.0;

#[test]
fn a_thumb_on_a_phone_sees_the_block_within_twenty_seconds() {
    let page = Visit {
        width: 390,
        ..Visit::default()
    }
    .start();
    page.session.chrome(
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true }),
    );
    let mut touches = 0.0;
    let mut thumb = |element: &str| {
        touches += 1.0;
        touch(&page, element);
    };
    thumb("inside('.watch')");
    page.until("shows('how-it-blocks') && inside('.scene')?.dataset.phase === 'asking'");
    let asked: f64 = page.text(&format!("{SCENE}.dataset.tick")).parse().unwrap();
    thumb("all('.choice')[0]");
    // The molecules' own clock: a slow machine makes no reader slower.
    let mut ended = serde_json::Value::Null;
    for _ in 0..PATIENCE {
        ended = page.run_async(
            "const { dataset } = inside('.scene');
             for (let at = 0; at < 100 && dataset.phase !== 'concluded'; at += 1) {
               await new Promise((done) => setTimeout(done, 50));
             }
             return dataset.phase === 'concluded' ? Number(dataset.tick) : null;",
        );
        if !ended.is_null() {
            break;
        }
    }
    let ended = ended.as_f64().expect("the scene never ends");
    assert!(page.holds("visible(inside('.ask .found'))"));
    let (play, _) = replayed(&page);
    let counts = play.world().reading().counts;
    assert!(counts.antagonist > counts.agonist, "nothing is blocked");
    let shown = (ended - asked) / f64::from(TICKS_PER_SECOND);
    let whole = shown + touches * A_TOUCH;
    println!("{touches} touches, {shown:.1} s of molecules: {whole:.1} s");
    assert!(whole <= SOON, "{touches} touches and {shown:.1} s");
}

#[test]
fn a_link_that_cannot_be_opened_says_why_and_shows_the_scene() {
    let page = Visit {
        page: "/#how-it-blocks/n9.AAAA",
        ..Visit::default()
    }
    .start();
    page.until("inside('.refused') !== null");
    assert_eq!(phase(&page), "asking");
}
