//! Laws 10 to 12: what an occupied receptor does.

use naltrexone_explainer::model::pharmacology::response::{Readout, blocked_share, dose_ratio};
use naltrexone_explainer::model::pharmacology::schild::{SchildPoint, common_slope, log_shift};
use naltrexone_explainer::model::units::{Affinity, Efficacy, Steepness};
use proptest::prelude::*;

use crate::{close, decades, near, relative};

fn readout(n: f64) -> Readout {
    Readout::new(Steepness::new(n).unwrap())
}

fn efficacy(tau: f64) -> Efficacy {
    Efficacy::new(tau).unwrap()
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn law_10_the_shift_is_the_same_for_every_agonist_and_level_of_answer(
        tau in decades(-1.0, 3.0), n in 0.5..6.0_f64, k in decades(-2.0, 2.0),
        b in decades(-2.0, 3.0), a in decades(-4.0, 4.0),
    ) {
        let (readout, tau, k) = (readout(n), efficacy(tau), Affinity::new(k).unwrap());
        let alone = readout.half_maximal(tau, k, relative(0.0)).value();
        let blocked = readout.half_maximal(tau, k, relative(b)).value();
        near(blocked / alone, dose_ratio(relative(b)), 1e-9, 0.0);
        near(blocked / alone - 1.0, b, 1e-9 * (1.0 + 1.0 / b), 0.0);
        // Any answer: the dose times the ratio against the block does what the dose does alone.
        let free = readout.settled(tau, relative(a), relative(0.0));
        let against = readout.settled(tau, relative(a * (1.0 + b)), relative(b));
        near(against, free, 1e-9, 0.0);
        near(dose_ratio(relative(b)), 1.0 / (1.0 - blocked_share(relative(b)).value()), 1e-9, 0.0);
        // The line through any blocks has slope one.
        let point = |times: f64| SchildPoint {
            curve: 0,
            log_antagonist: (b * times).log10(),
            log_shift: log_shift(dose_ratio(relative(b * times))).unwrap(),
        };
        let line = common_slope(&[point(1.0), point(3.0), point(10.0)]).unwrap();
        near(line.slope, 1.0, 1e-9, 0.0);
        // Enough agonist reaches the same ceiling.
        let most = readout.settled(tau, relative(1e13), relative(b));
        near(most, readout.ceiling(tau), 1e-8, 0.0);
    }

    #[test]
    fn law_11_half_the_ceiling_lies_where_it_is_said_to(
        tau in decades(-2.0, 3.0), n in 0.5..6.0_f64, k in decades(-2.0, 2.0),
        b in decades(-2.0, 3.0), a in decades(-4.0, 4.0),
    ) {
        let (tau_number, k_number) = (tau, k);
        let (tau, k) = (efficacy(tau), Affinity::new(k).unwrap());
        let own = readout(n);
        let half = own.half_maximal(tau, k, relative(b)).value() / k_number;
        let there = own.settled(tau, relative(half), relative(b));
        near(there, own.ceiling(tau) / 2.0, 1e-9, 0.0);
        let simple = readout(1.0).half_maximal(tau, k, relative(b)).value();
        near(simple, k_number * (1.0 + b) / (1.0 + tau_number), 1e-9, 0.0);
        let answer = own.settled(tau, relative(a), relative(b));
        prop_assert!(answer <= own.ceiling(tau));
        // Beyond that the difference from one is lost in rounding.
        prop_assert!(own.ceiling(tau) < 1.0 || tau_number.powf(n) > 1e15);
        prop_assert!(own.settled(efficacy(0.0), relative(a), relative(b)) == 0.0);
        near(answer, own.settled(tau, relative(a / (1.0 + b)), relative(0.0)), 1e-9, 0.0);
    }

    #[test]
    fn law_12_a_partial_agonist_lowers_the_answer_to_a_full_one(
        full in decades(0.5, 3.0), part in 0.01..0.9_f64, n in 0.5..6.0_f64,
        total in decades(-2.0, 3.0), mix in 0.01..0.99_f64,
    ) {
        let readout = readout(n);
        let (strong, weak) = (efficacy(full), efficacy(full * part));
        let shares = |first: f64| {
            naltrexone_explainer::model::pharmacology::binding::settled(
                relative(total * first),
                relative(total * (1.0 - first)),
            )
        };
        let answer = |first: f64| {
            let held = shares(first);
            readout.of_two((strong, held.agonist()), (weak, held.antagonist()))
        };
        prop_assert!(answer(0.0) <= answer(mix) && answer(mix) <= answer(1.0));
        close(answer(1.0), readout.of_share(strong, shares(1.0).agonist()));
    }
}
