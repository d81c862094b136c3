//! How long each piece of work takes, natively or in wasm, in lines a chore can compare.
//!
//! Ignored in ordinary test runs: a busy machine proves nothing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "../benches/search/workloads.rs"]
mod search_workloads;
mod support;
#[path = "../benches/model/workloads.rs"]
mod workloads;

/// Milliseconds since some moment.
#[cfg(target_arch = "wasm32")]
fn now() -> f64 {
    let own = |of: &wasm_bindgen::JsValue, name: &str| {
        js_sys::Reflect::get(of, &wasm_bindgen::JsValue::from_str(name)).unwrap()
    };
    let clock = own(&js_sys::global(), "performance");
    let now: js_sys::Function = own(&clock, "now").into();
    now.call0(&clock).unwrap().as_f64().unwrap()
}

/// Milliseconds since some moment.
#[cfg(not(target_arch = "wasm32"))]
fn now() -> f64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.unwrap().as_secs_f64() * 1e3
}

/// Nanoseconds each workload takes: the best of many short samples, since a sample that was
/// interrupted says nothing.
fn measured() -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for mut workload in workloads::all().into_iter().chain(search_workloads::all()) {
        let mut best = f64::INFINITY;
        let begun = now();
        while now() - begun < 1_500.0 {
            let (start, mut runs) = (now(), 0.0);
            while now() - start < 1.0 {
                (workload.run)();
                runs += 1.0;
            }
            best = best.min((now() - start) * 1e6 / runs / workload.times);
        }
        found.push((workload.name, best));
    }
    found.extend(worst());
    found
}

/// Nanoseconds that the slowest hostile text takes, each at the best of a few runs.
fn worst() -> Option<(String, f64)> {
    let timed = search_workloads::hostile().into_iter().map(|mut workload| {
        let run = |_| {
            let start = now();
            (workload.run)();
            (now() - start) * 1e6
        };
        let best = (0..5).map(run).fold(f64::INFINITY, f64::min);
        (workload.name, best)
    });
    timed.max_by(|(_, one), (_, other)| one.total_cmp(other))
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
#[ignore = "times the model; run by name on a quiet machine"]
fn print_speed() {
    for (name, nanoseconds) in measured() {
        println!("speed {name} {nanoseconds:.1}");
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
#[ignore = "times the model; run by name on a quiet machine"]
fn print_speed() {
    for (name, nanoseconds) in measured() {
        wasm_bindgen_test::console_log!("speed {name} {nanoseconds:.1}");
    }
}
