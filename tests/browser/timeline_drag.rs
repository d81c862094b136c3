//! How long it lasts: does the chart keep up with a pointer?

use serde_json::{Value, json};

use crate::bench::metric;
use crate::chrome::Scheme;
use crate::site::Page;
use crate::timeline::{open, timeline};

/// Milliseconds of each of many moves of a pointer, from the event until the page has been changed.
#[track_caller]
fn moves(page: &Page, place: &str, from: f64) -> Vec<f64> {
    let taken = page.run_async(&format!(
        "const place = inside('{place}');
         const {{ left, top, width }} = place.getBoundingClientRect();
         const at = (kind, day) => place.dispatchEvent(new PointerEvent(kind, {{
           bubbles: true, composed: true, clientX: left + width * day / 98, clientY: top + 20, pointerId: 1,
         }}));
         const drawn = () => `${{inside('.tl-now').getAttribute('x1')}} ${{all('.tl-line').map((line) => line.getAttribute('d')).join()}}`;
         const taken = [];
         let before = drawn();
         at('pointerdown', {from});
         await new Promise(requestAnimationFrame);
         for (let step = 1; step <= 60; step += 1) {{
           const start = performance.now();
           at('pointermove', {from} + step * .3);
           // What is drawn has been written once the tasks that wait now are done.
           for (let turn = 0; turn < 40; turn += 1) await null;
           const end = performance.now();
           if (drawn() !== before) taken.push(end - start);
           before = drawn();
           await new Promise(requestAnimationFrame);
         }}
         at('pointerup', {from} + 18);
         return taken.sort((one, other) => one - other);"
    ));
    taken
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_f64)
        .collect()
}

/// The pointer's share of each frame while it drags, its work and what the browser makes of it.
#[track_caller]
fn main_thread(page: &Page, before: f64, frames: usize) -> f64 {
    (metric(page, "TaskDuration") - before) * 1e3 / f64::from(u32::try_from(frames).unwrap())
}

#[test]
#[ignore = "prints; `cargo xtask bench` runs it"]
fn bench_drags_over_the_timeline() {
    let page = timeline(1280, Scheme::Light);
    page.session.chrome("Performance.enable", &json!({}));
    let mut missed = Vec::new();
    println!(
        "drag                               slow  redrawn   median      p95  main thread a move"
    );
    for (rate, most) in [(1, 4.0), (4, 16.7)] {
        page.session
            .chrome("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
        for (place, from) in [(".tl-plot", 20.0), (".tl-lane:nth-child(2) .tl-marks", 0.0)] {
            open(&page, "both.98.24.a0a1x97.i0i28x3");
            let before = metric(&page, "TaskDuration");
            let taken = moves(&page, place, from);
            let busy = main_thread(&page, before, 60);
            assert!(
                taken.len() > 20,
                "{place}: only {} moves drew anything",
                taken.len()
            );
            let median = taken[taken.len() / 2];
            let p95 = taken[taken.len() * 95 / 100];
            println!(
                "{place:34} {rate:3}x {:8} {median:8.1} {p95:8.1} {busy:8.1}",
                taken.len()
            );
            if median > most {
                missed.push(format!(
                    "{place}: {median:.1} ms at {rate}x, at most {most}"
                ));
            }
        }
    }
    if missed.is_empty() {
        println!("every goal holds: redrawn in 4 ms, and in a frame when four times slowed");
    } else {
        println!("goals missed:\n  {}", missed.join("\n  "));
    }
}
