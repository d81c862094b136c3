//! Does coming and going, or running for long, leave anything behind?

use std::env;
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::site::{Page, Visit};

/// How much more than at the beginning there may be at the end.
const MOST: f64 = 1.02;

/// Notes the memory of every copy of the program.
const NOTE_MEMORY: &str = "window.memories = new Set();
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...what) => {
      const made = await real(...what);
      const { exports } = made.instance ?? made;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
      return made;
    };";

/// Thirty frames of a sixtieth of a second in the time of one.
const FAST: &str = "window.played = 0;
    const frame = requestAnimationFrame.bind(window);
    let now = 0, last = 0, waiting = new Map();
    window.requestAnimationFrame = (call) => { waiting.set(last += 1, call); return last; };
    window.cancelAnimationFrame = (id) => waiting.delete(id);
    const go = () => {
      for (let at = 0; at < 30; at += 1) {
        const called = waiting;
        waiting = new Map();
        now += 1000 / 60;
        played += 1;
        for (const call of called.values()) call(now);
      }
      frame(go);
    };
    frame(go);";

/// Bytes of the heap of scripts once what nobody needs is swept, and of the programs' memories.
fn bytes(page: &Page) -> (f64, f64) {
    page.session.chrome("HeapProfiler.enable", &json!({}));
    for _ in 0..3 {
        page.session
            .chrome("HeapProfiler.collectGarbage", &json!({}));
    }
    page.session.chrome("HeapProfiler.disable", &json!({}));
    let usage = page.session.chrome("Runtime.getHeapUsage", &json!({}));
    (
        usage["usedSize"].as_f64().unwrap(),
        page.number("[...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)"),
    )
}

/// The least of a minute's readings: what the browser has not yet swept comes on top.
fn least_of_a_minute(page: &Page) -> (f64, f64) {
    let reading = |_| {
        sleep(Duration::from_secs(12));
        bytes(page)
    };
    let least = |one: (f64, f64), other: (f64, f64)| (one.0.min(other.0), one.1.max(other.1));
    (0..5).map(reading).reduce(least).unwrap()
}

/// Nothing has grown by more than is allowed.
#[track_caller]
fn level(before: (f64, f64), after: (f64, f64)) {
    println!("scripts and programs: {before:?} bytes, afterwards {after:?}");
    assert!(after.0 <= before.0 * MOST, "scripts: {before:?}, {after:?}");
    assert!(
        after.1 <= before.1 * MOST,
        "programs: {before:?}, {after:?}"
    );
}

#[test]
fn two_hundred_that_come_and_go_leave_nothing_behind() {
    let page = Visit {
        page: "/pages/empty.html",
        before: NOTE_MEMORY,
        compiles: false,
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    // Ten at a time: each waits a while for being put back.
    let cycle = || {
        page.run_async(
            "const made = Array.from({ length: 10 }, () => document.createElement('naltrexone-explainer'));
             const until = async (so) => {
               while (!made.every(so)) await new Promise((done) => setTimeout(done, 5));
             };
             for (const one of made) one.setAttribute('loading', 'eager');
             document.body.append(...made);
             await until((one) => 'whole' in one.dataset);
             for (const one of made) one.remove();
             await until((one) => !one.dataset.state);
             performance.clearResourceTimings();",
        )
    };
    for _ in 0..5 {
        cycle();
    }
    let before = bytes(&page);
    for _ in 0..20 {
        cycle();
    }
    // Those that are there at once need a copy each, and no others are ever made.
    assert_eq!(page.count("memories.size"), 10);
    level(before, bytes(&page));
}

/// A scene that runs, with something done before the page's scripts begin.
fn scene(before: &str) -> Page {
    let page = Visit {
        page: "/#how-it-blocks/free-play",
        before: Box::leak([NOTE_MEMORY, before].join("\n").into_boxed_str()),
        compiles: false,
        ..Visit::default()
    }
    .start();
    page.until("inside('.mural canvas')");
    page.run("inside('.choice')?.click(); inside('.mural').scrollIntoView();");
    page.until("inside('.scene').dataset.phase === 'running'");
    page
}

#[test]
#[ignore = "takes minutes; `cargo xtask leaks` runs it"]
fn minutes_of_a_scene_leave_nothing_behind() {
    let minutes = env::var("LEAKS_MINUTES").map_or(10, |minutes| minutes.parse().unwrap());
    let page = scene("");
    // The first two minutes fill what has a fixed length.
    sleep(Duration::from_secs(120));
    let before = least_of_a_minute(&page);
    let mut after = before;
    for at in 1..=minutes {
        let tick = page.text("inside('.scene').dataset.tick");
        after = least_of_a_minute(&page);
        assert_ne!(page.text("inside('.scene').dataset.tick"), tick);
        println!("after {at} minutes: {after:?} bytes");
    }
    level(before, after);
}

#[test]
#[ignore = "takes minutes; `cargo xtask leaks` runs it"]
fn ten_minutes_of_a_scene_in_fast_motion_leave_nothing_behind() {
    let page = scene(FAST);
    let play = |until: u32| {
        let mut reached = 0;
        while reached < until {
            reached = until.min(reached.max(page.count("played")) + 300);
            page.until(&format!("played >= {reached}"));
        }
    };
    // Two minutes fill what has a fixed length, as above.
    let warm = page.count("played") + 7_200;
    play(warm);
    let (before, tick) = (bytes(&page), page.text("inside('.scene').dataset.tick"));
    let mut after = before;
    for minute in 1..=10 {
        play(warm + minute * 3_600);
        let now = bytes(&page);
        println!("after {minute} minutes: {now:?} bytes");
        // What the browser has not yet swept comes on top of a reading: the lower of two counts.
        after = if minute == 10 {
            (now.0.min(after.0), now.1)
        } else {
            now
        };
    }
    assert_ne!(page.text("inside('.scene').dataset.tick"), tick);
    level(before, after);
}
