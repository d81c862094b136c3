//! The same link gives the same events to the last bit: in any frames, on the desktop and in wasm.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "support/replay.rs"]
mod replay;
mod support;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use replay::{known, played};

#[test]
fn the_same_link_gives_the_same_events_in_frames_of_7_and_16_7_and_100_milliseconds() {
    for (link, steps, count, hash) in known() {
        for frame in [70, 167, 1_000] {
            let found = played(link, steps, frame);
            assert_eq!(
                found,
                (count, hash),
                "{link} in frames of {frame}: {:x}",
                found.1
            );
        }
    }
}

#[test]
fn fewer_steps_or_another_seed_give_other_events() {
    let (link, steps, count, hash) = known().next().unwrap();
    assert_ne!(played(link, steps / 4, 167), (count, hash));
    let mut hashes: Vec<u64> = known().map(|known| known.3).collect();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), known().count());
}

/// Writes the known runs anew; to be read before it is committed.
#[cfg(not(target_arch = "wasm32"))]
#[test]
#[ignore = "rewrites tests/replays.txt; run by name after the model's version has risen"]
fn rewrite_the_known_runs() {
    use naltrexone_explainer::model::lesson::link;
    use naltrexone_explainer::model::lesson::run::{Amount, Control, Run};
    use naltrexone_explainer::model::lesson::scene::Scene;
    use naltrexone_explainer::model::pharmacology::ligand::Substance;

    let amount = |k_d: u32| Amount::new(k_d * 10_000).unwrap();
    let mut lines = vec!["# link, steps, events, fingerprint".to_owned()];
    let picked = Substance::ALL.into_iter().skip(1).cycle();
    for (number, (scene, picked)) in (0_u32..).zip(Scene::ALL.into_iter().zip(picked)) {
        let clock = [200, 50, 600][number as usize % 3];
        let mut run = Run::new(scene, picked, 4_170 + u64::from(number), clock, 60).unwrap();
        if number % 2 == 1 {
            run.adjust(600, Control::Agonist(amount(2))).unwrap();
            run.adjust(1_200, Control::Antagonist(amount(20))).unwrap();
            run.adjust(1_803, Control::Drink(50)).unwrap();
            run.adjust(2_400, Control::PlanResumed).unwrap();
        }
        let link = link::encode(&run);
        let (count, hash) = played(&link, 3_600, 167);
        lines.push(format!("{link} 3600 {count} {hash:016x}"));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/replays.txt");
    std::fs::write(path, lines.join("\n") + "\n").unwrap();
}
