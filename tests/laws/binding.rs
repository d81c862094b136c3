//! Laws 1 to 9: who sits on the receptors, at rest and on the way there.

use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares, settled};
use naltrexone_explainer::model::pharmacology::ligand::{Concentrations, Rates};
use proptest::prelude::*;

use crate::{
    any_concentrations, any_rates, close, concentrations, decades, near, rates, relative, seconds,
};

fn any_start() -> impl Strategy<Value = Shares> {
    (0.0..=1.0_f64, 0.0..=1.0_f64)
        .prop_map(|(held, part)| Shares::new(held * part, held * (1.0 - part)).unwrap())
}

fn same(found: Shares, expected: Shares) {
    close(found.agonist(), expected.agonist());
    close(found.antagonist(), expected.antagonist());
    close(found.free(), expected.free());
}

/// Both concentrations as multiples of each half-occupying level.
fn gaddum(a: Rates, b: Rates, at: Concentrations) -> Shares {
    let multiple = |rates: Rates, level: f64| level * rates.binding.value() / rates.leaving.value();
    settled(
        relative(multiple(a, at.agonist.value())),
        relative(multiple(b, at.antagonist.value())),
    )
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn law_1_shares_stay_shares(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
        start in any_start(), time in decades(-3.0, 6.0),
    ) {
        let now = Exchange::new(a, b, at).after(start, seconds(time));
        for share in [now.agonist(), now.antagonist(), now.free()] {
            prop_assert!((0.0..=1.0).contains(&share));
        }
        close(now.agonist() + now.antagonist() + now.free(), 1.0);
    }

    #[test]
    fn law_2_each_ligand_comes_as_often_as_it_leaves_at_rest(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
    ) {
        let rest = Exchange::new(a, b, at).rest().unwrap();
        let comes = a.binding.value() * at.agonist.value() * rest.free();
        near(comes, a.leaving.value() * rest.agonist(), 1e-9, 0.0);
        let comes = b.binding.value() * at.antagonist.value() * rest.free();
        near(comes, b.leaving.value() * rest.antagonist(), 1e-9, 0.0);
    }

    #[test]
    fn law_3_shares_are_as_the_multiples_and_swap_with_the_ligands(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
        start in any_start(), time in decades(-2.0, 5.0),
        x in decades(-6.0, 6.0), y in decades(-6.0, 6.0),
    ) {
        let rest = settled(relative(x), relative(y));
        near(rest.agonist() / rest.antagonist(), x / y, 1e-9, 0.0);
        let swapped_at = concentrations(at.antagonist.value(), at.agonist.value());
        let swapped_start = Shares::new(start.antagonist(), start.agonist()).unwrap();
        let one = Exchange::new(a, b, at).after(start, seconds(time));
        let other = Exchange::new(b, a, swapped_at).after(swapped_start, seconds(time));
        close(one.agonist(), other.antagonist());
        close(one.antagonist(), other.agonist());
    }

    #[test]
    fn law_4_the_limits_are_the_known_ones(x in decades(-6.0, 6.0)) {
        let alone = settled(relative(x), relative(0.0));
        near(alone.agonist(), x / (1.0 + x), 1e-9, 0.0);
        let blocked = settled(relative(0.0), relative(x));
        near(blocked.antagonist(), x / (1.0 + x), 1e-9, 0.0);
        prop_assert!(settled(relative(1e15), relative(x)).agonist() > 1.0 - 1e-8);
        prop_assert!(settled(relative(x), relative(1e15)).antagonist() > 1.0 - 1e-8);
        prop_assert_eq!(settled(relative(0.0), relative(0.0)), Shares::EMPTY);
    }

    #[test]
    fn law_5_more_agonist_holds_more_and_more_antagonist_leaves_it_less(
        x in decades(-4.0, 4.0), y in decades(-4.0, 4.0), more in 1.001..10.0_f64,
        a in any_rates(), b in any_rates(), at in any_concentrations(),
        start in any_start(), time in decades(-2.0, 5.0), k in decades(-2.0, 2.0),
    ) {
        let base = settled(relative(x), relative(y));
        let with_more = settled(relative(x * more), relative(y));
        let with_block = settled(relative(x), relative(y * more));
        prop_assert!(with_more.agonist() > base.agonist() && with_more.free() < base.free());
        prop_assert!(with_block.agonist() < base.agonist() && with_block.free() < base.free());
        let now = Exchange::new(a, b, at).after(start, seconds(time));
        // More of a weaker ligand is the same: only the product counts.
        let weaker = rates(a.binding.value() / k, a.leaving.value());
        let more = concentrations(at.agonist.value() * k, at.antagonist.value());
        same(Exchange::new(weaker, b, more).after(start, seconds(time)), now);
        // The teaching clock: all rates times k is time running k times faster.
        let faster = |r: Rates| rates(r.binding.value() * k, r.leaving.value() * k);
        same(Exchange::new(faster(a), faster(b), at).after(start, seconds(time / k)), now);
    }

    #[test]
    fn law_6_time_adds_up_and_rest_is_the_end_of_it(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
        start in any_start(), one in decades(-3.0, 4.0), other in decades(-3.0, 4.0),
    ) {
        let exchange = Exchange::new(a, b, at);
        let halfway = exchange.after(start, seconds(one));
        same(exchange.after(halfway, seconds(other)), exchange.after(start, seconds(one + other)));
        same(exchange.after(start, seconds(0.0)), start);
        let rest = exchange.rest().unwrap();
        same(rest, gaddum(a, b, at));
        same(exchange.after(start, seconds(1e9)), rest);
        same(exchange.after(rest, seconds(one)), rest);
    }

    #[test]
    fn law_7_the_two_rates_have_their_sum_and_product(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
    ) {
        let (slow, fast) = Exchange::new(a, b, at).relaxation_rates();
        let p = a.binding.value() * at.agonist.value();
        let q = b.binding.value() * at.antagonist.value();
        let (u, v) = (a.leaving.value(), b.leaving.value());
        prop_assert!(slow > 0.0 && fast >= slow);
        near(slow + fast, p + q + u + v, 1e-9, 0.0);
        near(slow * fast, p * v + q * u + u * v, 1e-9, 0.0);
    }

    #[test]
    fn law_8_one_ligand_alone_approaches_and_leaves_exponentially(
        a in any_rates(), b in any_rates(), level in decades(-3.0, 4.0), time in decades(-3.0, 4.0),
        start in any_start(),
    ) {
        let alone = Exchange::new(a, b, concentrations(level, 0.0));
        let half_time = 2.0_f64.ln() / (a.binding.value() * level + a.leaving.value());
        let half_way = alone.after(Shares::EMPTY, seconds(half_time)).agonist();
        near(half_way, alone.rest().unwrap().agonist() / 2.0, 1e-9, 0.0);
        // Nobody comes back, so a competitor for the free sites makes no difference.
        for competitor in [0.0, level] {
            let washing = Exchange::new(a, b, concentrations(0.0, competitor));
            let left = washing.after(start, seconds(time)).agonist();
            close(left, start.agonist() * (-a.leaving.value() * time).exp());
        }
    }

    #[test]
    fn law_9_the_antagonist_pushes_nobody_off(
        a in any_rates(), b in any_rates(), at in any_concentrations(),
    ) {
        let before = Exchange::new(a, b, concentrations(at.agonist.value(), 0.0)).rest().unwrap();
        let held = a.leaving.value() * before.agonist();
        let (slope, _) = Exchange::new(a, b, at).slopes(before);
        near(slope, 0.0, 0.0, 1e-9 * held);
        let removed = Exchange::new(a, b, concentrations(0.0, at.antagonist.value()));
        near(removed.slopes(before).0, -held, 1e-9, 0.0);
        // The exact solution begins with that slope.
        let (_, fast) = Exchange::new(a, b, at).relaxation_rates();
        let soon = 1e-6 / fast;
        let moved = Exchange::new(a, b, at).after(before, seconds(soon)).agonist();
        near(moved, before.agonist(), 1e-11, 1e-15);
    }

    #[test]
    fn law_19_equal_rates_are_the_limit_of_nearly_equal_ones(
        binding in decades(-3.0, 0.0), leaving in decades(-3.0, 0.0),
        level in decades(-2.0, 2.0), start in any_start(), time in decades(-2.0, 3.0),
    ) {
        // Without the antagonist both rates meet where binding and leaving make up for each other.
        let a = rates(binding, leaving);
        let meeting = leaving + binding * level;
        let at = concentrations(level, 0.0);
        let equal = Exchange::new(a, rates(0.1, meeting), at).after(start, seconds(time));
        for off in [1e-15, 1e-12, 1e-9] {
            let b = rates(0.1, meeting * (1.0 + off));
            let nearly = Exchange::new(a, b, at).after(start, seconds(time));
            near(nearly.agonist(), equal.agonist(), 1e-7, 1e-9);
            near(nearly.antagonist(), equal.antagonist(), 1e-7, 1e-9);
        }
    }
}

#[test]
fn sites_that_are_never_left_fill_and_stay_filled() {
    let never = rates(0.1, 0.0);
    let both = Exchange::new(never, never, concentrations(1.0, 3.0));
    assert_eq!(both.rest(), None);
    let full = both.after(Shares::EMPTY, seconds(1e4));
    close(full.agonist(), 0.25);
    close(full.antagonist(), 0.75);
    let idle = Exchange::new(rates(0.1, 0.2), never, concentrations(2.0, 0.0));
    let start = Shares::new(0.0, 0.4).unwrap();
    let end = idle.after(start, seconds(1e4));
    close(end.antagonist(), 0.4);
    close(end.agonist(), 0.3);
    let other = Exchange::new(never, rates(0.1, 0.2), concentrations(0.0, 2.0));
    let end = other.after(Shares::new(0.4, 0.0).unwrap(), seconds(1e4));
    close(end.agonist(), 0.4);
    close(end.antagonist(), 0.3);
}
