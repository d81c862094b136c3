//! Law 17: chance settles where the equations say, by tails a passing suite meets once in a million.

use std::collections::HashMap;

use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares};
use naltrexone_explainer::model::pharmacology::ligand::{Concentrations, Rates};
use naltrexone_explainer::model::world::engine::{Change, Counts, Engine};
use naltrexone_explainer::model::world::receptor::Species;
use proptest::prelude::*;

use crate::statistics::binomial_tails;
use crate::{any_concentrations, any_rates, concentrations, near, rates, seconds};

/// Morphine and naltrexone.
fn pair() -> (Rates, Rates) {
    (rates(0.02 / 1.17, 0.02), rates(0.0135, 0.0135))
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn law_17_every_event_moves_one_receptor_and_loses_none(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
        count in 1..200_u32, seed in any::<u64>(),
    ) {
        let mut engine = Engine::new(a, b, count, seed);
        let mut held: Vec<Option<Species>> = vec![None; count as usize];
        let mut balance = [0_i64; 2];
        for _ in 0..20 {
            let mut last = 0.0;
            let mut sound = true;
            // As long as twenty receptors take to come and go a few times.
            let rate = a.leaving.value().max(b.leaving.value());
            engine.advance(seconds(0.2 / rate), at, |event| {
                let seat = &mut held[event.receptor as usize];
                let (species, step) = match event.change {
                    Change::Bound(species) => {
                        sound &= seat.replace(species).is_none();
                        (species, 1)
                    }
                    Change::Left(species) => {
                        sound &= seat.take() == Some(species);
                        (species, -1)
                    }
                };
                balance[usize::from(species == Species::Antagonist)] += step;
                sound &= event.after.value() >= last;
                last = event.after.value();
            });
            prop_assert!(sound);
            let counts = engine.counts();
            let of = |species| {
                let seats = held.iter().filter(|seat| **seat == Some(species));
                u32::try_from(seats.count()).unwrap()
            };
            prop_assert_eq!(counts.agonist, of(Species::Agonist));
            prop_assert_eq!(counts.antagonist, of(Species::Antagonist));
            prop_assert_eq!(counts.total(), count);
            prop_assert_eq!(balance, [i64::from(counts.agonist), i64::from(counts.antagonist)]);
            let mut seats: Vec<u32> = engine.held_by(Species::Agonist).to_vec();
            seats.sort_unstable();
            let expected: Vec<u32> =
                (0..count).filter(|&seat| held[seat as usize] == Some(Species::Agonist)).collect();
            prop_assert_eq!(seats, expected);
        }
    }

    #[test]
    fn law_17_without_agonist_none_binds_and_without_leaving_none_leaves(
        a in any_rates(), b in any_rates(), at in any_concentrations(), seed in any::<u64>(),
    ) {
        let mut engine = Engine::new(a, b, 60, seed);
        let none = Concentrations { agonist: Concentrations::NONE.agonist, ..at };
        engine.advance(seconds(10.0), none, |event| {
            assert_ne!(event.change, Change::Bound(Species::Agonist));
        });
        let stuck = |r: Rates| rates(r.binding.value(), 0.0);
        let mut engine = Engine::new(stuck(a), stuck(b), 60, seed);
        engine.advance(seconds(1e9), at, |event| assert!(matches!(event.change, Change::Bound(_))));
        prop_assert_eq!(engine.counts().free, 0);
    }

    #[test]
    fn law_17_the_same_seed_gives_the_same_events_and_another_seed_others(
        a in any_rates(), b in any_rates(), seed in any::<u64>(),
    ) {
        let events = |seed| {
            let mut engine = Engine::new(a, b, 60, seed);
            let mut events = Vec::new();
            for _ in 0..50 {
                let length = 0.1 / a.leaving.value();
                engine.advance(seconds(length), concentrations(1.0, 1.0), |event| events.push(event));
            }
            events
        };
        let one = events(seed);
        prop_assert_eq!(&one, &events(seed));
        prop_assert!(one.is_empty() || one != events(seed ^ 1));
    }
}

#[test]
fn law_17_seating_by_chance_gives_the_settled_shares() {
    let shares = Shares::new(0.3, 0.6).unwrap();
    let (mut agonists, mut antagonists) = (0, 0);
    let (runs, count) = (500_u64, 200_u32);
    for seed in 0..runs {
        let mut engine = Engine::new(pair().0, pair().1, count, seed);
        engine.seat(shares);
        let Counts {
            agonist,
            antagonist,
            ..
        } = engine.counts();
        agonists += u64::from(agonist);
        antagonists += u64::from(antagonist);
        assert_eq!(
            engine.held_by(Species::Antagonist).len(),
            antagonist as usize
        );
    }
    for (found, share) in [(agonists, 0.3), (antagonists, 0.6)] {
        let (few, many) = binomial_tails(found, runs * u64::from(count), share);
        // Two checks, two tails each.
        assert!(
            few.min(many) > 1e-6 / 4.0,
            "{found} seats, tails {few:e} and {many:e}"
        );
    }
}

#[test]
fn law_17_stays_are_as_long_as_the_rate_of_leaving_says() {
    let (a, b) = pair();
    let mut engine = Engine::new(a, b, 60, 17);
    // The first so many bindings of each kind, however long they last: a window would cut the long.
    let most = 20_000_usize;
    let mut begun: HashMap<u32, (f64, bool)> = HashMap::new();
    let (mut taken, mut stays) = ([0_usize; 2], [Vec::new(), Vec::new()]);
    let step = 10.0;
    while stays.iter().any(|stays| stays.len() < most) {
        engine.advance(seconds(step), concentrations(1.17, 1.0), |event| {
            #[expect(clippy::cast_precision_loss, reason = "steps stay far below 2^52")]
            let now = event.tick as f64 * step + event.after.value();
            let kind = |species| usize::from(species == Species::Antagonist);
            match event.change {
                Change::Bound(species) => {
                    let counted = taken[kind(species)] < most;
                    taken[kind(species)] += usize::from(counted);
                    begun.insert(event.receptor, (now, counted));
                }
                Change::Left(species) => {
                    let (start, counted) = begun.remove(&event.receptor).unwrap();
                    if counted {
                        stays[kind(species)].push(now - start);
                    }
                }
            }
        });
    }
    for (stays, leaving) in stays.iter().zip([a.leaving.value(), b.leaving.value()]) {
        let count = f64::from(u32::try_from(stays.len()).unwrap());
        let mean = stays.iter().sum::<f64>() / count;
        near(mean, 1.0 / leaving, 0.0, 5.6 / (leaving * count.sqrt()));
        // An exponential stay is longer than its mean with chance 1/e.
        let long = stays.iter().filter(|&&stay| stay > 1.0 / leaving).count() as u64;
        let (few, many) = binomial_tails(long, stays.len() as u64, (-1.0_f64).exp());
        assert!(
            few.min(many) > 1e-6 / 4.0,
            "{long} long stays, tails {few:e} and {many:e}"
        );
    }
}

#[test]
fn law_17_time_averages_scatter_as_predicted() {
    let (a, b) = pair();
    for (at, seed) in [
        (concentrations(1.17, 0.0), 5),
        (concentrations(11.7, 5.0), 6),
    ] {
        let exchange = Exchange::new(a, b, at);
        let rest = exchange.rest().unwrap();
        let (slow, _) = exchange.relaxation_rates();
        let (count, span) = (60_u32, 400.0 / slow);
        let mut engine = Engine::new(a, b, count, seed);
        engine.seat(rest);
        let (mut area, mut held, mut last) = (0.0, f64::from(engine.counts().agonist), 0.0);
        engine.advance(seconds(span), at, |event| {
            area += held * (event.after.value() - last);
            last = event.after.value();
            held += match event.change {
                Change::Bound(Species::Agonist) => 1.0,
                Change::Left(Species::Agonist) => -1.0,
                _ => 0.0,
            };
        });
        area += held * (span - last);
        let mean = area / span / f64::from(count);
        // How long a receptor remembers: the integral of the chance, less the share, to be held
        // again when held now. Numerically, from the exact solution.
        let all = Shares::new(1.0, 0.0).unwrap();
        let (mut memory, strips, long) = (0.0, 20_000_u32, 40.0 / slow);
        let width = long / f64::from(strips);
        for strip in 0..strips {
            let middle = (f64::from(strip) + 0.5) * width;
            memory += (exchange.after(all, seconds(middle)).agonist() - rest.agonist()) * width;
        }
        let variance = 2.0 * rest.agonist() * memory / (f64::from(count) * span);
        near(mean, rest.agonist(), 0.0, 5.6 * variance.sqrt());
        if at.antagonist.value() == 0.0 {
            let p = rest.agonist();
            let rate = a.binding.value() * at.agonist.value() + a.leaving.value();
            near(
                variance,
                2.0 * p * (1.0 - p) / (f64::from(count) * span * rate),
                1e-3,
                0.0,
            );
        }
    }
}
