//! A substance passing through stages one after another, each emptying at its own steady rate.
//!
//! The textbook answer divides by differences of rates and fails where two are equal or nearly so.
//! Here the same sum of exponentials is taken as a divided difference, which has no such holes.

use crate::model::units::{Hours, PerHour};

/// The most stages a chain can have: release, uptake, conversion and the way to the brain.
pub(super) const MOST_STAGES: usize = 4;

/// How widely scaled rates may lie apart for the series to be the better way.
const NARROW: f64 = 1.0;

/// What arrives behind a row of stages after a unit amount enters the first at time zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chain {
    weight: f64,
    /// Rising from the first; places beyond the count are unused.
    rates: [f64; MOST_STAGES],
    count: usize,
}

impl Chain {
    /// A chain of two stages, times a weight.
    pub(super) fn of_two(weight: f64, first: PerHour, second: PerHour) -> Self {
        let (a, b) = (first.value(), second.value());
        Self {
            weight,
            rates: [a.min(b), a.max(b), 0.0, 0.0],
            count: 2,
        }
    }

    /// The same chain with one more stage that passes on `gain` per hour of what it holds.
    ///
    /// A full chain is returned as it is.
    #[must_use]
    pub(super) fn then(mut self, rate: PerHour, gain: f64) -> Self {
        if let Some(place) = self.rates.get_mut(self.count) {
            *place = rate.value();
            self.count += 1;
            self.weight *= gain;
            if let Some(used) = self.rates.get_mut(..self.count) {
                used.sort_unstable_by(f64::total_cmp);
            }
        }
        self
    }

    /// The level a given time after the start.
    pub(super) fn at(&self, time: Hours) -> f64 {
        if time.value() <= 0.0 {
            return 0.0;
        }
        self.weight * self.passed(0, self.count.wrapping_sub(1), time)
    }

    /// How much of a unit in one stage is in a later one after a time, before weighting; nothing if
    /// there is no such stage.
    pub(super) fn passed(&self, first: usize, last: usize, time: Hours) -> f64 {
        let used = self.rates.get(..self.count).unwrap_or_default();
        let Some(rates) = used.get(first..=last) else {
            return 0.0;
        };
        let t = time.value();
        let mut scaled = [0.0; MOST_STAGES];
        // Rates rise, so exponents fall: filled from the back they rise again.
        for (place, rate) in scaled.iter_mut().take(rates.len()).rev().zip(rates) {
            *place = -rate * t;
        }
        let mut factor = 1.0;
        for _ in 1..rates.len() {
            factor *= t;
        }
        factor * scaled.get(..rates.len()).map_or(0.0, divided_difference)
    }

    /// The level, given what each stage holds.
    pub(super) fn scaled(&self, held: &[f64; MOST_STAGES]) -> f64 {
        let last = held.get(self.count.wrapping_sub(1));
        self.weight * last.copied().unwrap_or(0.0)
    }

    /// Area under the level from zero to a time: one more stage that keeps what it gets.
    pub(super) fn area_until(&self, time: Hours) -> f64 {
        self.then(PerHour::of(0.0), 1.0).at(time)
    }

    /// Area under the level from zero to the end of time.
    pub(super) fn area(&self) -> f64 {
        self.rates
            .iter()
            .take(self.count)
            .fold(self.weight, |area, rate| area / rate)
    }
}

/// Divided difference of the exponential at up to four rising points.
fn divided_difference(points: &[f64]) -> f64 {
    if let (Some(first), Some(last)) = (points.first(), points.last())
        && last - first < NARROW
    {
        return series(points);
    }
    let mut table = [0.0; MOST_STAGES];
    for (place, point) in table.iter_mut().zip(points) {
        *place = libm::exp(*point);
    }
    for order in 1..points.len() {
        for (index, window) in points.windows(order + 1).enumerate() {
            let (Some(first), Some(last)) = (window.first(), window.last()) else {
                continue;
            };
            let above = table.get(index + 1).copied().unwrap_or(0.0);
            if let Some(place) = table.get_mut(index) {
                let width = last - first;
                *place = if width < NARROW {
                    series(window)
                } else {
                    (above - *place) / width
                };
            }
        }
    }
    let [whole, ..] = table;
    whole
}

/// The same for points close together, by powers of their distance from the middle.
fn series(points: &[f64]) -> f64 {
    let order = points.len() - 1;
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return 0.0;
    };
    let middle = f64::midpoint(*first, *last);
    // Sums of all products of k distances, for one point, two points and so on.
    let mut products = [1.0; MOST_STAGES];
    let mut divisor = 1.0;
    for k in 1..=order {
        divisor *= steps(k);
    }
    let mut total = 1.0 / divisor;
    for k in 1..=15 {
        let mut fewer_points = 0.0;
        for (product, point) in products.iter_mut().zip(points) {
            fewer_points += (point - middle) * *product;
            *product = fewer_points;
        }
        divisor *= steps(k + order);
        total += fewer_points / divisor;
    }
    libm::exp(middle) * total
}

fn steps(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::Chain;
    use crate::model::units::{Hours, PerHour};

    fn rate(value: f64) -> PerHour {
        PerHour::new(value).unwrap()
    }

    fn hours(value: f64) -> Hours {
        Hours::new(value).unwrap()
    }

    #[track_caller]
    fn check(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() <= 1e-13 * expected.abs(),
            "{found} is not {expected}"
        );
    }

    #[test]
    fn two_distinct_rates_give_the_textbook_hump() {
        for t in [0.01_f64, 1.0, 10.0, 100.0] {
            let expected = ((-0.1 * t).exp() - (-2.0 * t).exp()) / 1.9;
            check(
                Chain::of_two(1.0, rate(2.0), rate(0.1)).at(hours(t)),
                expected,
            );
        }
    }

    #[test]
    fn equal_rates_give_the_limit() {
        let t = 3.0_f64;
        let two = Chain::of_two(1.0, rate(0.5), rate(0.5));
        check(two.at(hours(t)), t * (-0.5 * t).exp());
        check(
            two.then(rate(0.5), 1.0).at(hours(t)),
            t * t / 2.0 * (-0.5 * t).exp(),
        );
        let four = two.then(rate(0.5), 1.0).then(rate(0.5), 2.0);
        check(four.at(hours(t)), 2.0 * t.powi(3) / 6.0 * (-0.5 * t).exp());
        check(four.area(), 2.0 / 0.5_f64.powi(4));
    }

    #[test]
    fn nearly_equal_rates_lie_close_to_equal_ones() {
        for t in [0.1, 5.0, 50.0] {
            let exact = Chain::of_two(1.0, rate(0.5), rate(0.5)).then(rate(0.02), 1.0);
            let near = Chain::of_two(1.0, rate(0.5 + 1e-13), rate(0.5)).then(rate(0.02), 1.0);
            let (exact, near) = (exact.at(hours(t)), near.at(hours(t)));
            assert!((near / exact - 1.0).abs() < 1e-11);
        }
    }
}
