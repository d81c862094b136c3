//! Random action sequences and random links: no panic, nothing lost, memory bounded.
//!
//! A few hundred cases in every run; a million by `cargo test --release --test fuzz -- --ignored`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "support/sound.rs"]
mod sound;
mod support;

use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::link::{decode, encode};
use naltrexone_explainer::model::lesson::run::{
    Adjustment, Amount, Control, MOST_ADJUSTMENTS, Run,
};
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::pharmacology::ligand::Substance;
use naltrexone_explainer::model::world::receptor::Species;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// As many cases in the command of its own.
const MANY: u32 = 1_000_000;

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(17),
        ..Config::default()
    }
}

fn any_run() -> impl Strategy<Value = Run> + Clone {
    (
        0..8_usize,
        1..7_usize,
        any::<u64>(),
        10..=2_000_u32,
        1..=80_u32,
    )
        .prop_map(|(scene, picked, seed, clock, receptors)| {
            Run::new(
                Scene::ALL[scene],
                Substance::ALL[picked],
                seed,
                clock,
                receptors,
            )
            .unwrap()
        })
}

fn any_control() -> impl Strategy<Value = Control> + Clone {
    let amount = (0.0..9.0_f64).prop_map(|power| {
        let ten_thousandths = format!("{:.0}", 10.0_f64.powf(power) - 1.0)
            .parse()
            .unwrap();
        Amount::new(ten_thousandths).unwrap()
    });
    prop_oneof![
        amount.clone().prop_map(Control::Agonist),
        amount.prop_map(Control::Antagonist),
        (0..=100_u8).prop_map(Control::Drink),
        Just(Control::PlanResumed),
    ]
}

/// Steps to live through, and then perhaps something that is set.
fn any_actions() -> impl Strategy<Value = Vec<(u8, Option<Control>)>> {
    prop::collection::vec((0..12_u8, prop::option::of(any_control())), 0..12)
}

fn check_actions(cases: u32) {
    let (pharmacology, numbers) = (support::pharmacology(), support::scene_numbers());
    let strategy = (any_run(), any_actions());
    let played = TestRunner::new(config(cases)).run(&strategy, |(run, actions)| {
        let mut play = Play::new(run, &pharmacology, &numbers).unwrap();
        for (steps, control) in actions {
            for _ in 0..steps {
                play.step();
            }
            sound::sound(play.world());
            if let Some(control) = control {
                let _ = play.adjust(control);
            }
            prop_assert!(play.run().adjustments().len() <= MOST_ADJUSTMENTS);
            for species in Species::BOTH {
                let tally = play.world().tally(species);
                // Slots are made at the start: these are the most any of these runs can have.
                prop_assert!(tally.free() + tally.held <= 6_000, "{:?}", tally);
            }
        }
        // What was played can be sent, and comes back the same.
        prop_assert_eq!(&decode(&encode(play.run())).unwrap(), play.run());
        Ok(())
    });
    played.unwrap();
}

/// Texts that are nearly links: letters changed, dropped or added, or bytes with a right checksum.
fn any_text() -> impl Strategy<Value = String> {
    let linked = (
        any_run(),
        prop::collection::vec((0..5_000_u32, any_control()), 0..6),
    )
        .prop_map(|(mut run, mut set)| {
            set.sort_by_key(|(tick, _)| *tick);
            for (tick, control) in set {
                run.add(Adjustment { tick, control }).unwrap();
            }
            encode(&run)
        });
    let changed = (
        linked.clone(),
        any::<prop::sample::Index>(),
        any::<char>(),
        0..4_u8,
    )
        .prop_map(|(text, place, letter, kind)| {
            let mut letters: Vec<char> = text.chars().collect();
            let place = place.index(letters.len());
            match kind {
                0 => letters[place] = letter,
                1 => letters.truncate(place),
                2 => letters.insert(place, letter),
                _ => letters.swap(0, place),
            }
            letters.into_iter().collect()
        });
    let bytes = prop::collection::vec(any::<u8>(), 0..40).prop_map(|bytes| sealed(&bytes));
    prop_oneof![
        linked,
        changed,
        bytes,
        ".{0,40}",
        "n[0-9]{1,12}\\.[A-Za-z0-9_-]{0,40}"
    ]
}

/// Bytes written as a link with the checksum they ought to have.
fn sealed(bytes: &[u8]) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut sum = 0xffff_u16;
    for byte in bytes {
        sum ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            sum = (sum << 1) ^ if sum & 0x8000 == 0 { 0 } else { 0x1021 };
        }
    }
    let bits: Vec<bool> = bytes
        .iter()
        .chain(&sum.to_le_bytes())
        .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1))
        .collect();
    let letter = |bits: &[bool]| {
        let value = (0..6).fold(0, |value, place| {
            value << 1 | usize::from(bits.get(place).copied().unwrap_or(false))
        });
        char::from(letters[value])
    };
    format!("n2.{}", bits.chunks(6).map(letter).collect::<String>())
}

fn check_links(cases: u32) -> u32 {
    let accepted = std::cell::Cell::new(0);
    let read = TestRunner::new(config(cases)).run(&any_text(), |text| {
        if let Ok(run) = decode(&text) {
            accepted.set(accepted.get() + 1);
            // A text that is accepted is the one text of its run.
            prop_assert_eq!(encode(&run), text);
            prop_assert!(run.adjustments().len() <= MOST_ADJUSTMENTS);
        }
        Ok(())
    });
    read.unwrap();
    accepted.get()
}

#[test]
fn random_actions_lose_nothing() {
    check_actions(300);
}

#[test]
fn random_links_are_read_or_refused() {
    assert!(check_links(3_000) > 300);
}

#[test]
#[ignore = "a million cases take minutes"]
fn a_million_random_actions_lose_nothing() {
    check_actions(MANY);
}

#[test]
#[ignore = "a million cases take minutes"]
fn a_million_random_links_are_read_or_refused() {
    assert!(check_links(MANY) > 100_000);
}
