//! What the receptor scene costs, measured in the browser; only when `cargo xtask bench` asks.
//!
//! Every callback of an animation frame is timed from outside, so that step, painting and reading
//! are counted together, whatever is done in them.

use std::env;
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::site::{Page, Visit};

const SCENES: [&str; 8] = [
    "endorphins",
    "opioid-arrives",
    "naltrexone-first",
    "too-soon",
    "alcohol",
    "overpowering",
    "wearing-off",
    "free-play",
];

/// Put round the browser's own way of asking for frames, before the page's scripts run. What was
/// called back in one frame has the same time stamp, and is one sum.
const WATCH: &str = "
    window.frameWork = { sums: [], latest: -1, last: -1, longest: 0 };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) => ask((now) => {
        const work = window.frameWork, before = performance.now();
        try { call(now); } finally {
            const took = performance.now() - before;
            if (work.latest === now) work.sums[work.sums.length - 1] += took;
            else { work.sums.push(took); work.latest = now; }
        }
    });
    const look = (now) => {
        const work = window.frameWork;
        if (work.last >= 0) work.longest = Math.max(work.longest, now - work.last);
        work.last = now;
        ask(look);
    };
    ask(look);
";

/// What a while of frames came to, in milliseconds.
struct Measured {
    frames: usize,
    median: f64,
    p95: f64,
    longest_work: f64,
    longest_gap: f64,
    main_thread: f64,
    heap: (f64, f64),
}

fn number(name: &str, usual: f64) -> f64 {
    env::var(name).map_or(usual, |value| value.parse().unwrap())
}

/// One of the browser's own counts of its work.
pub(crate) fn metric(page: &Page, name: &str) -> f64 {
    let answer = page.session.chrome("Performance.getMetrics", &json!({}));
    let metrics = answer["metrics"].as_array().unwrap();
    let found = metrics.iter().find(|metric| metric["name"] == name);
    found.unwrap()["value"].as_f64().unwrap()
}

/// Heap of scripts in megabytes once what nobody needs has been swept.
fn heap(page: &Page) -> f64 {
    page.session
        .chrome("HeapProfiler.collectGarbage", &json!({}));
    metric(page, "JSHeapUsedSize") / 1e6
}

fn measure(page: &Page, seconds: f64) -> Measured {
    let heap_before = heap(page);
    page.run("frameWork.sums = []; frameWork.longest = 0; frameWork.last = -1;");
    let before = metric(page, "TaskDuration");
    sleep(Duration::from_secs_f64(seconds));
    let busy = (metric(page, "TaskDuration") - before) * 1e3;
    let sums = page.ask("frameWork.sums");
    let longest_gap = page.number("frameWork.longest");
    let mut sums: Vec<f64> = sums
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| sum.as_f64().unwrap())
        .collect();
    sums.sort_by(f64::total_cmp);
    assert!(sums.len() > 10, "the scene does not move");
    let frames = sums.len();
    Measured {
        frames,
        median: sums[frames / 2],
        p95: sums[frames * 95 / 100],
        longest_work: sums[frames - 1],
        longest_gap,
        main_thread: busy / f64::from(u32::try_from(frames).unwrap()),
        heap: (heap_before, heap(page)),
    }
}

/// Opens a scene, answers its question, and waits until it moves.
fn play(scene: &str) -> Page {
    let page = Visit {
        page: Box::leak(format!("/#how-it-blocks/{scene}").into_boxed_str()),
        before: WATCH,
        ..Visit::default()
    }
    .start();
    page.session.chrome("Performance.enable", &json!({}));
    page.until("inside('.mural canvas')");
    page.run("inside('.choice')?.click(); inside('.mural').scrollIntoView();");
    page
}

#[test]
#[ignore = "takes minutes and prints; `cargo xtask bench` runs it"]
fn bench_frames_of_every_scene() {
    let seconds = number("BENCH_SECONDS", 20.0);
    println!(
        "scene             width ratio slow  frames   median      p95  longest      gap     main  heap MB (before, after)"
    );
    let mut missed = Vec::new();
    let only = env::var("BENCH_SCENE").unwrap_or_default();
    let wanted = |scene: &&str| only.is_empty() || *scene == only;
    for scene in SCENES.into_iter().filter(wanted) {
        for (width, ratio, slow) in [
            (390, 1, 1),
            (390, 2, 1),
            (1280, 1, 1),
            (1280, 2, 1),
            (390, 1, 4),
            (390, 2, 4),
            (1280, 1, 4),
            (1280, 2, 4),
        ] {
            let page = play(scene);
            page.session.resize(width, 800, ratio);
            let rate = json!({ "rate": slow });
            page.session.chrome("Emulation.setCPUThrottlingRate", &rate);
            // The first second draws sprites and settles the page.
            sleep(Duration::from_secs(1));
            let found = measure(&page, seconds);
            println!(
                "{scene:17} {width:5} {ratio:5} {slow:3}x {:7} {:8.2} {:8.2} {:8.2} {:8.1} {:8.2}  {:.2} {:.2}",
                found.frames,
                found.median,
                found.p95,
                found.longest_work,
                found.longest_gap,
                found.main_thread,
                found.heap.0,
                found.heap.1,
            );
            if slow == 1 {
                for (what, value, most) in [
                    ("median", found.median, 1.0),
                    ("p95", found.p95, 2.0),
                    ("longest frame", found.longest_work, 50.0),
                ] {
                    if value > most {
                        missed.push(format!(
                            "{scene} at {width} px, ratio {ratio}: {what} {value:.2} ms, at most {most} ms"
                        ));
                    }
                }
            }
        }
    }
    if missed.is_empty() {
        println!("every goal holds: median 1 ms, p95 2 ms, no frame over 50 ms, all unslowed");
    } else {
        println!("goals missed:\n  {}", missed.join("\n  "));
    }
}
