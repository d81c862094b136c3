//! "How it blocks" under a thumb: from the first screen to the block, and along the strip.

use naltrexone_explainer::model::world::TICKS_PER_SECOND;
use serde_json::json;

use crate::scene::{PATIENCE, SCENE, replayed};
use crate::session::Key;
use crate::site::{Page, Visit};

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

/// The key that moves the large view to the left.
const LEFT: Key = Key('\u{E012}');

/// Holds a mouse or a finger down on the strip and moves it along; says what is seen before and
/// after.
fn dragged(page: &Page, finger: bool) -> (String, String) {
    page.run("inside('.strip canvas').scrollIntoView({ block: 'center' });");
    let seen = "inside('.mural canvas').toDataURL()";
    let before = page.text(seen);
    let place = page.ask(
        "(() => { const { x, y, width, height } = inside('.strip canvas').getBoundingClientRect();
           return [x, y + height / 4, width]; })()",
    );
    let at = |number: usize| place[number].as_f64().unwrap();
    let (left, y, width) = (at(0), at(1), at(2));
    for step in 0..=8 {
        let x = left + width * (0.1 + 0.1 * f64::from(step));
        if finger {
            let kind = if step == 0 { "touchStart" } else { "touchMove" };
            let touched = json!({ "type": kind, "touchPoints": [{ "x": x, "y": y }] });
            page.session.chrome("Input.dispatchTouchEvent", &touched);
        } else {
            let kind = if step == 0 {
                "mousePressed"
            } else {
                "mouseMoved"
            };
            let moved = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
            page.session.chrome("Input.dispatchMouseEvent", &moved);
        }
    }
    // Still held: it is the moving that counts, not the letting go.
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 400));");
    let after = page.text(seen);
    if finger {
        let ended = json!({ "type": "touchEnd", "touchPoints": [] });
        page.session.chrome("Input.dispatchTouchEvent", &ended);
    } else {
        let ended = json!({ "type": "mouseReleased", "x": left + width * 0.9, "y": y, "button": "left", "clickCount": 1 });
        page.session.chrome("Input.dispatchMouseEvent", &ended);
    }
    (before, after)
}

#[test]
fn the_large_view_follows_a_mouse_or_a_finger_along_the_strip() {
    for (width, finger) in [(1280, false), (390, true)] {
        let page = Visit {
            page: "/#how-it-blocks/free-play",
            width,
            ..Visit::default()
        }
        .start();
        page.session.chrome(
            "Emulation.setTouchEmulationEnabled",
            &json!({ "enabled": finger }),
        );
        page.until("inside('.scene')?.dataset.phase === 'running'");
        page.run("inside('.play').click();");
        page.until("inside('.play').textContent.includes('Play')");
        let (before, after) = dragged(&page, finger);
        assert!(before != after, "at {width} the large view stands still");
        // Up and down belongs to the page.
        assert_eq!(
            page.text("getComputedStyle(inside('.strip canvas')).touchAction"),
            "pan-y"
        );
        // And by the keyboard.
        page.run("window.before = inside('.mural canvas').toDataURL(); inside('.mural').focus();");
        page.press(&[LEFT]);
        page.until("inside('.mural canvas').toDataURL() !== window.before");
        assert!(page.errors().is_empty(), "{:?}", page.errors());
    }
}
