//! From values to places, and the round values worth naming on the way.

/// A straight scale: a range of values laid over a stretch of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    at: f64,
    per_unit: f64,
}

impl Scale {
    /// The scale that puts the ends of `values` at the ends of `places`.
    ///
    /// An empty range of values puts everything at the first place.
    pub fn new(values: (f64, f64), places: (f64, f64)) -> Self {
        let range = values.1 - values.0;
        Self {
            from: values.0,
            at: places.0,
            per_unit: if range == 0.0 {
                0.0
            } else {
                (places.1 - places.0) / range
            },
        }
    }

    /// Where a value lies.
    pub fn place(&self, value: f64) -> f64 {
        self.at + (value - self.from) * self.per_unit
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 and so on that cuts a whole into at most so many parts.
pub fn round_step(whole: u32, most: u32) -> u32 {
    let mut decade = 1_u32;
    loop {
        for step in [1, 2, 5] {
            let step = decade.saturating_mul(step);
            if whole.div_ceil(step) <= most.max(1) {
                return step;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

/// The seconds between two named moments of a time axis, at most so many parts in all.
pub fn time_step(seconds: u32, most: u32) -> u32 {
    [1, 2, 5, 10, 20, 30, 60]
        .into_iter()
        .find(|step| seconds.div_ceil(*step) <= most.max(1))
        .unwrap_or(120)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_values_lie_at_the_ends_of_the_drawing() {
        let scale = Scale::new((0.0, 60.0), (120.0, 10.0));
        for (value, place) in [(0.0, 120.0), (60.0, 10.0), (30.0, 65.0)] {
            assert!((scale.place(value) - place).abs() < 1e-12);
        }
    }

    #[test]
    fn an_empty_range_is_drawn_at_its_beginning() {
        assert!((Scale::new((3.0, 3.0), (7.0, 9.0)).place(3.0) - 7.0).abs() < 1e-12);
    }

    #[test]
    fn sixty_receptors_are_named_by_twenties() {
        assert_eq!(round_step(60, 3), 20);
        assert_eq!(round_step(100, 4), 50);
        assert_eq!(round_step(1, 3), 1);
        assert_eq!(round_step(10_000, 3), 5_000);
    }

    #[test]
    fn time_is_named_in_seconds_that_people_count_by() {
        assert_eq!(
            [20, 40, 80, 120].map(|seconds| time_step(seconds, 4)),
            [5, 10, 20, 30]
        );
    }
}
