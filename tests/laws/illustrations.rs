//! Law 18, and the schematics of withdrawal and lost tolerance.

use naltrexone_explainer::model::pharmacology::adaptation::{Adaptation, AdaptationNumbers};
use naltrexone_explainer::model::pharmacology::alcohol::{Alcohol, AlcoholNumbers};
use naltrexone_explainer::model::pharmacology::dosing::{Dose, Route};
use naltrexone_explainer::model::units::{Milligrams, Share};
use proptest::prelude::*;

use crate::support::pharmacology;
use crate::{close, decades, hours, near, relative};

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn law_18_the_reward_rises_with_the_drink_and_falls_with_the_block_to_its_direct_part(
        rest in decades(-3.0, -1.0), gain in 0.1..10.0_f64, tau in decades(0.0, 2.0),
        direct in 0.0..0.9_f64, drink in 0.01..1.0_f64, b in decades(-3.0, 4.0),
    ) {
        let alcohol = Alcohol::new(AlcoholNumbers {
            resting_endorphin: rest, release_gain: gain, efficacy: tau, direct_part: direct,
        }).unwrap();
        let reward = |drink: f64, b: f64| alcohol.at(share(drink), relative(b)).reward;
        prop_assert!(reward(0.0, b) == 0.0);
        close(reward(1.0, 0.0), 1.0);
        near(reward(drink, 1e15), direct * drink, 1e-9, 1e-12);
        prop_assert!(reward(drink, b) > reward(drink * 0.9, b));
        if alcohol.sensitivity() <= 1.0 {
            prop_assert!(reward(drink, b * 1.1) <= reward(drink, b));
        }
    }

    #[test]
    fn withdrawal_fades_as_the_body_adapts(
        before in 0.1..1.0_f64, after in 0.0..0.1_f64, days in 0.1..30.0_f64,
    ) {
        let adaptation = pharmacology().adaptation;
        let drive = |days: f64| {
            Adaptation::withdrawal(adaptation.adapted(before, after, hours(24.0 * days)), after)
        };
        close(drive(0.0), before - after);
        near(drive(days), (before - after) * (-days / 5.0).exp(), 1e-9, 1e-15);
        // Nobody withdraws from a rise.
        prop_assert!(Adaptation::withdrawal(after, before) == 0.0);
    }

    #[test]
    fn tolerance_halves_and_vulnerability_is_its_inverse_through_the_block(
        first in 1.0..20.0_f64, half_life in 1.0..30.0_f64, days in 0.0..100.0_f64, b in decades(-2.0, 3.0),
    ) {
        let adaptation = Adaptation::new(AdaptationNumbers {
            adapting_days: 5.0, starting_tolerance: first, tolerance_half_life_days: half_life,
        }).unwrap();
        let (now, later) = (hours(24.0 * days), hours(24.0 * (days + half_life)));
        near(adaptation.tolerance(later) - 1.0, (adaptation.tolerance(now) - 1.0) / 2.0, 1e-9, 1e-12);
        close(adaptation.vulnerability(hours(0.0), relative(0.0)), 1.0);
        let shield = adaptation.tolerance(now) * (1.0 + b);
        near(adaptation.vulnerability(now, relative(b)) * shield, first, 1e-9, 0.0);
    }
}

#[test]
fn the_block_is_gone_and_so_is_tolerance() {
    let pharmacology = pharmacology();
    let shot = [Dose {
        at: hours(0.0),
        amount: Milligrams::new(380.0).unwrap(),
        route: Route::Injection,
    }];
    let vulnerability = |days: f64| {
        let time = hours(24.0 * days);
        let b = pharmacology.blockade.usual.at(&shot, time).relative;
        pharmacology.adaptation.vulnerability(time, b)
    };
    close(vulnerability(0.0), 1.0);
    near(vulnerability(14.0), 0.04, 0.15, 0.0);
    assert!(vulnerability(42.0) < 1.0 && vulnerability(49.0) > 1.0);
    assert!(vulnerability(56.0) > 2.0);
}

#[test]
fn half_the_reward_is_left_behind_a_full_block() {
    let alcohol = pharmacology().alcohol;
    assert!(alcohol.sensitivity() <= 1.0);
    near(
        alcohol.at(share(1.0), relative(20.0)).reward,
        0.50,
        0.01,
        0.0,
    );
}
