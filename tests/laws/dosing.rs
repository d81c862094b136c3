//! Laws 13 to 16 and 19: from dose to blood to blocked receptors.

use naltrexone_explainer::model::pharmacology::blockade::{EffectSite, EffectSiteNumbers, Zone};
use naltrexone_explainer::model::pharmacology::dosing::{
    Dose, OralNumbers, PharmacokineticNumbers, Pharmacokinetics, ReleasePhase, Route, regular,
};
use naltrexone_explainer::model::units::Milligrams;
use proptest::prelude::*;

use crate::support::{parameters, pharmacology};
use crate::{close, decades, hours, near};

fn any_oral() -> impl Strategy<Value = OralNumbers> {
    (
        0.01..1.0_f64,
        decades(0.0, 3.0),
        decades(-1.0, 1.0),
        decades(-1.0, 0.7),
        decades(-2.0, 0.0),
        0.0..1.0_f64,
    )
        .prop_map(|(f, clearance, uptake, early, late, part)| OralNumbers {
            bioavailability: f,
            clearance_liters_per_hour: clearance,
            uptake_per_hour: uptake,
            early_fall_per_hour: early,
            late_fall_per_hour: late,
            early_part: part,
        })
}

fn any_numbers() -> impl Strategy<Value = PharmacokineticNumbers> {
    let phase = (decades(-2.5, 0.5), decades(-2.5, 0.0));
    (
        any_oral(),
        any_oral(),
        [phase.clone(), phase.clone(), phase],
        0.05..0.6_f64,
        0.05..0.35_f64,
    )
        .prop_map(
            |(own, made, phases, first, second)| PharmacokineticNumbers {
                oral_naltrexone: own,
                oral_naltrexol: made,
                injection_phases: phases
                    .iter()
                    .zip([first, second, 1.0 - first - second])
                    .map(|(&(rise, fall), part)| ReleasePhase {
                        part,
                        rise_per_hour: rise,
                        fall_per_hour: fall,
                    })
                    .collect(),
                injection_conversion: 1.0,
                naltrexol_potency: 0.0125,
            },
        )
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![Just(Route::Tablet), Just(Route::Injection)]
}

fn dose(route: Route, at: f64, amount: f64) -> Dose {
    Dose {
        at: hours(at),
        amount: Milligrams::new(amount).unwrap(),
        route,
    }
}

fn site(plasma: &Pharmacokinetics, exchange: f64) -> EffectSite {
    let numbers = EffectSiteNumbers {
        exchange_per_hour: exchange,
        half_blocking_nanograms_per_milliliter: 0.055,
    };
    EffectSite::new(plasma, &numbers).unwrap()
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn law_13_levels_start_at_nothing_add_up_and_keep_their_area(
        numbers in any_numbers(), route in any_route(), exchange in decades(-2.0, 0.0),
        amount in 1.0..500.0_f64, other in 1.0..500.0_f64, gap in 0.0..1000.0_f64, t in decades(-2.0, 3.0),
    ) {
        let plasma = Pharmacokinetics::new(&numbers).unwrap();
        let site = site(&plasma, exchange);
        let level = |doses: &[Dose], t: f64| plasma.plasma(doses, hours(t)).naltrexone.value();
        let one = [dose(route, 0.0, amount)];
        prop_assert!(level(&one, 0.0) == 0.0 && level(&one, t) >= 0.0);
        prop_assert!(site.level(&one, hours(t)).value() >= 0.0);
        close(level(&[dose(route, 0.0, 2.0 * amount)], t), 2.0 * level(&one, t));
        // Doses superpose, and each counts from its own time.
        let two = [dose(route, 0.0, amount), dose(route, gap, other)];
        let later = level(&[dose(route, 0.0, other)], t);
        near(level(&two, gap + t), level(&one, gap + t) + later, 1e-8, 1e-300);
        // Areas.
        let clearance = numbers.oral_naltrexone.clearance_liters_per_hour;
        let part = match route {
            Route::Tablet => numbers.oral_naltrexone.bioavailability,
            Route::Injection => 1.0,
        };
        let (own, made) = plasma.areas(route);
        near(own, 1000.0 * part / clearance, 1e-9, 0.0);
        near(plasma.exposure(&one, hours(1e6)).value(), own * amount, 1e-9, 0.0);
        near(site.area(route), own + numbers.naltrexol_potency * made, 1e-9, 0.0);
        // The area of one interval, once steady, is the area of one dose.
        let many: Vec<Dose> = (0..400).map(|n| dose(route, 24.0 * f64::from(n), amount)).collect();
        let last = plasma.exposure(&many, hours(9_600.0)).value() - plasma.exposure(&many, hours(9_576.0)).value();
        near(last, own * amount, 1e-7, 0.0);
    }

    #[test]
    fn law_13_the_area_is_that_under_the_curve(
        numbers in any_numbers(), route in any_route(), until in 1.0..20.0_f64,
    ) {
        let plasma = Pharmacokinetics::new(&numbers).unwrap();
        let one = [dose(route, 0.0, 50.0)];
        let level = |t: f64| plasma.plasma(&one, hours(t)).naltrexone.value();
        // Simpson's rule.
        let strips = 800_u32;
        let width = until / f64::from(strips);
        let mut sum = level(0.0) + level(until);
        for strip in 1..strips {
            sum += level(f64::from(strip) * width) * if strip % 2 == 0 { 2.0 } else { 4.0 };
        }
        near(plasma.exposure(&one, hours(until)).value(), sum * width / 3.0, 1e-4, 0.0);
    }

    #[test]
    fn law_14_the_steady_trough_is_a_geometric_series(
        numbers in any_numbers(), amount in 1.0..500.0_f64,
    ) {
        let oral = numbers.oral_naltrexone;
        let falls = [oral.early_fall_per_hour, oral.late_fall_per_hour, oral.uptake_per_hour];
        let apart = |x: f64, y: f64| (x / y).ln().abs() > 0.1;
        prop_assume!(apart(falls[0], falls[2]) && apart(falls[1], falls[2]));
        let plasma = Pharmacokinetics::new(&numbers).unwrap();
        let daily: Vec<Dose> = (0..400).map(|n| dose(Route::Tablet, 24.0 * f64::from(n), amount)).collect();
        let trough = plasma.plasma(&daily, hours(9_600.0)).naltrexone.value();
        let volume = oral.clearance_liters_per_hour
            * (oral.early_part / falls[0] + (1.0 - oral.early_part) / falls[1]);
        let s = 1000.0 * oral.bioavailability * amount * falls[2] / volume;
        let early = s * oral.early_part / (falls[2] - falls[0]);
        let late = s * (1.0 - oral.early_part) / (falls[2] - falls[1]);
        let weights = [early, late, -(early + late)];
        let series = |(c, l): (f64, f64)| c * (-24.0 * l).exp() / -(-24.0 * l).exp_m1();
        let sum: f64 = weights.into_iter().zip(falls).map(series).sum();
        near(trough, sum, 1e-9, 1e-13 * s / falls[2]);
    }

    #[test]
    fn law_14_the_site_changes_as_fast_as_it_lags_and_peaks_where_it_meets_the_blood(
        numbers in any_numbers(), route in any_route(), exchange in decades(-2.0, 0.0),
        t in 1.0..500.0_f64,
    ) {
        let plasma = Pharmacokinetics::new(&numbers).unwrap();
        let site = site(&plasma, exchange);
        let one = [dose(route, 0.0, 50.0)];
        let level = |t: f64| site.level(&one, hours(t)).value();
        let lag = |t: f64| plasma.plasma(&one, hours(t)).effective.value() - level(t);
        let step = 1e-3;
        let slope = (level(t + step) - level(t - step)) / (2.0 * step);
        near(slope, exchange * lag(t), 1e-5, 1e-9 * level(t));
        // Where the lag changes from positive to negative the level has a peak.
        let (mut rising, mut falling) = (1e-6, 1e4);
        for _ in 0..100 {
            let middle = f64::midpoint(rising, falling);
            if lag(middle) > 0.0 { rising = middle } else { falling = middle }
        }
        for other in [0.999, 0.9999, 1.0001, 1.001] {
            prop_assert!(level(rising * other) <= level(rising) * (1.0 + 1e-10));
        }
    }

    #[test]
    fn law_15_occupancy_follows_b_and_its_logit_is_the_logarithm_of_b(
        amount in 1.0..400.0_f64, route in any_route(), t in 1.0..1500.0_f64,
    ) {
        let site = pharmacology().blockade.usual;
        let now = site.at(&[dose(route, 0.0, amount)], hours(t));
        let more = site.at(&[dose(route, 0.0, amount * 1.1)], hours(t));
        prop_assert!(more.share() > now.share());
        let share = now.share().value();
        near(share / (1.0 - share), now.relative.value(), 1e-6, 0.0);
        close(now.dose_ratio(), 1.0 + now.relative.value());
    }

    #[test]
    fn law_19_equal_rates_of_exchange_and_fall_do_not_divide_by_zero(
        numbers in any_numbers(), route in any_route(), t in decades(-1.0, 2.5), which in 0..4_usize,
    ) {
        let mut numbers = numbers;
        let same = [
            numbers.oral_naltrexone.early_fall_per_hour,
            numbers.oral_naltrexone.late_fall_per_hour,
            numbers.oral_naltrexone.uptake_per_hour,
            numbers.injection_phases[0].fall_per_hour,
        ][which];
        numbers.oral_naltrexol.late_fall_per_hour = same;
        numbers.oral_naltrexone.late_fall_per_hour = same;
        numbers.oral_naltrexone.uptake_per_hour = same;
        numbers.injection_phases[0].rise_per_hour = same;
        numbers.injection_phases[0].fall_per_hour = same;
        let level = |exchange: f64| {
            let plasma = Pharmacokinetics::new(&numbers).unwrap();
            site(&plasma, exchange).level(&[dose(route, 0.0, 50.0)], hours(t)).value()
        };
        let equal = level(same);
        prop_assert!(equal.is_finite() && equal >= 0.0);
        near(level(same * (1.0 + 1e-11)), equal, 1e-8, 0.0);
    }
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn a_row_of_moments_is_the_same_as_each_moment_by_itself(
        gap in 1.0..200.0_f64, route in any_route(), other in any_route(),
        from in 0.0..300.0_f64, step in 0.1..24.0_f64,
    ) {
        let band = pharmacology().blockade;
        let doses = [dose(route, 0.0, 50.0), dose(other, gap, 380.0), dose(route, 2.0 * gap, 100.0)];
        let mut row = vec![band.at(&[], hours(0.0)); 200];
        band.fill(&mut row, &doses, hours(from), hours(step));
        for (number, found) in (0_u32..).zip(&row) {
            let alone = band.at(&doses, hours(from + f64::from(number) * step));
            for (found, alone) in
                [(found.short, alone.short), (found.usual, alone.usual), (found.long, alone.long)]
            {
                near(found.level.value(), alone.level.value(), 1e-10, 1e-12);
            }
        }
    }
}

#[test]
fn law_15_late_declines_have_the_slowest_rate() {
    let site = pharmacology().blockade.usual;
    let b = |route, amount, t| {
        site.at(&[dose(route, 0.0, amount)], hours(t))
            .relative
            .value()
    };
    near(
        b(Route::Tablet, 50.0, 1_528.0) / b(Route::Tablet, 50.0, 1_500.0),
        0.5,
        1e-9,
        0.0,
    );
    let numbers = parameters().pharmacokinetics;
    let slowest = numbers
        .injection_phases
        .iter()
        .map(|phase| phase.fall_per_hour);
    let half_life = 2.0_f64.ln() / slowest.fold(f64::INFINITY, f64::min);
    near(half_life / 24.0, 6.7, 0.01, 0.0);
    let late = 9_000.0;
    let ratio = b(Route::Injection, 380.0, late + half_life) / b(Route::Injection, 380.0, late);
    near(ratio, 0.5, 1e-9, 0.0);
}

#[test]
fn law_16_twice_the_tablet_lasts_a_day_longer() {
    let site = pharmacology().blockade.usual;
    let b = |amount, t| {
        site.at(&[dose(Route::Tablet, 0.0, amount)], hours(t))
            .relative
            .value()
    };
    let all = [b(50.0, 24.0), b(100.0, 48.0), b(150.0, 72.0)];
    for one in all {
        for other in all {
            assert!((one / other - 1.0).abs() < 0.25, "{all:?}");
        }
    }
}

#[test]
fn the_table_of_blocked_shares_is_the_one_the_dossier_prints() {
    let band = pharmacology().blockade;
    let tablets: Vec<Dose> = regular(
        Route::Tablet,
        Milligrams::new(50.0).unwrap(),
        hours(0.0),
        hours(24.0),
        14,
    )
    .collect();
    let once = [dose(Route::Tablet, 0.0, 50.0)];
    let shot = [dose(Route::Injection, 0.0, 380.0)];
    let percent = |doses: &[Dose], t: f64| {
        let now = band.at(doses, hours(t));
        [now.usual, now.short, now.long].map(|it| format!("{:.0}", 100.0 * it.share().value()))
    };
    for (t, expected) in [
        (24.0, ["91", "89", "92"]),
        (72.0, ["77", "68", "84"]),
        (168.0, ["25", "10", "46"]),
    ] {
        assert_eq!(percent(&once, t), expected, "{t} h after one tablet");
    }
    for (t, expected) in [(24.0, ["96", "94", "97"]), (168.0, ["42", "17", "69"])] {
        assert_eq!(
            percent(&tablets, 312.0 + t),
            expected,
            "{t} h after the last of fourteen"
        );
    }
    for (day, expected) in [(28.0, ["95", "94", "97"]), (56.0, ["55", "46", "64"])] {
        assert_eq!(
            percent(&shot, 24.0 * day),
            expected,
            "{day} days after one injection"
        );
    }
    let zones = pharmacology().zones;
    let zone = |t: f64| zones.of(band.usual.at(&shot, hours(24.0 * t)).share());
    assert_eq!(
        [zone(14.0), zone(28.0), zone(42.0), zone(60.0)],
        [Zone::Strong, Zone::Working, Zone::Waning, Zone::Little]
    );
}
