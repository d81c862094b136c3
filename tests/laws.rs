//! Counts settle where the equations say; same seed, same run; nothing is lost.
//!
//! The numbered laws are those the model is specified by, each with random parameters.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

#[path = "laws/binding.rs"]
mod binding;
#[path = "laws/chance.rs"]
mod chance;
#[path = "laws/dosing.rs"]
mod dosing;
#[path = "laws/illustrations.rs"]
mod illustrations;
#[path = "laws/response.rs"]
mod response;
#[path = "support/sound.rs"]
mod sound;
#[path = "../xtask/src/reference/statistics.rs"]
#[allow(dead_code, reason = "the table of chance uses the rest")]
mod statistics;
mod support;
#[path = "laws/world.rs"]
mod world;

use naltrexone_explainer::model::pharmacology::ligand::{Concentrations, Rates};
use naltrexone_explainer::model::units::{
    Hours, Nanomolar, PerNanomolarSecond, PerSecond, Relative, Seconds,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// Cases by a fixed seed, so that a suite that passes keeps passing; `PROPTEST_CASES` asks for more.
fn config() -> Config {
    Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(17),
        ..Config::default()
    }
}

/// Fails unless two values agree to a part in a thousand million, or to rounding of the whole.
#[track_caller]
fn close(found: f64, expected: f64) {
    near(found, expected, 1e-9, 1e-13);
}

/// Fails unless two values agree within a part of the larger, or an absolute amount.
#[track_caller]
fn near(found: f64, expected: f64, relative: f64, absolute: f64) {
    let allowed = relative * found.abs().max(expected.abs()) + absolute;
    assert!(
        (found - expected).abs() <= allowed,
        "found {found:e}, expected {expected:e}"
    );
}

/// A number between two powers of ten, every power equally likely.
fn decades(least: f64, most: f64) -> impl Strategy<Value = f64> + Clone {
    (least..most).prop_map(|power| 10.0_f64.powf(power))
}

/// Rates from slow to fast.
fn any_rates() -> impl Strategy<Value = Rates> {
    (decades(-4.0, 0.0), decades(-4.0, 0.0)).prop_map(|(binding, leaving)| rates(binding, leaving))
}

/// Concentrations from little to much.
fn any_concentrations() -> impl Strategy<Value = Concentrations> {
    (decades(-3.0, 4.0), decades(-3.0, 4.0)).prop_map(|(a, b)| concentrations(a, b))
}

fn rates(binding: f64, leaving: f64) -> Rates {
    Rates {
        binding: PerNanomolarSecond::new(binding).unwrap(),
        leaving: PerSecond::new(leaving).unwrap(),
    }
}

fn concentrations(agonist: f64, antagonist: f64) -> Concentrations {
    Concentrations {
        agonist: Nanomolar::new(agonist).unwrap(),
        antagonist: Nanomolar::new(antagonist).unwrap(),
    }
}

fn seconds(value: f64) -> Seconds {
    Seconds::new(value).unwrap()
}

fn hours(value: f64) -> Hours {
    Hours::new(value).unwrap()
}

fn relative(value: f64) -> Relative {
    Relative::new(value).unwrap()
}
