//! The seeded generator: one seed, one run, on every machine.
//!
//! PCG32 (XSH-RR, 64-bit state), integer arithmetic only, so that no platform can differ.

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

/// One stream of random numbers; streams of one seed are independent of each other.
#[derive(Clone, Debug)]
pub struct Pcg32 {
    state: u64,
    increment: u64,
}

impl Pcg32 {
    /// The generator at the start of a stream.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut generator = Self {
            state: 0,
            increment: (stream << 1) | 1,
        };
        generator.draw();
        generator.state = generator.state.wrapping_add(seed);
        generator.draw();
        generator
    }

    /// The next 32 random bits.
    #[expect(clippy::inline_always, reason = "hottest loop")]
    #[inline(always)]
    pub fn draw(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
        let [b0, b1, b2, b3, ..] = (((old >> 18) ^ old) >> 27).to_le_bytes();
        let [top, ..] = old.to_be_bytes();
        u32::from_le_bytes([b0, b1, b2, b3]).rotate_right(u32::from(top >> 3))
    }

    /// A number strictly between 0 and 1, each of 2^32 equally likely.
    pub fn uniform(&mut self) -> f64 {
        (f64::from(self.draw()) + 0.5) / 4_294_967_296.0
    }

    /// A whole number from zero to one less than `count`, or zero if there is none.
    ///
    /// Multiply and shift: uneven by at most `count` parts in 2^32.
    pub fn below(&mut self, count: u32) -> u32 {
        let [_, _, _, _, b4, b5, b6, b7] =
            (u64::from(self.draw()) * u64::from(count)).to_le_bytes();
        u32::from_le_bytes([b4, b5, b6, b7])
    }
}

#[cfg(test)]
mod tests {
    use super::Pcg32;

    #[test]
    fn the_generator_gives_the_published_check_vector() {
        let mut generator = Pcg32::new(42, 54);
        let drawn: [u32; 6] = core::array::from_fn(|_| generator.draw());
        let expected = [
            0xa15c_02b7,
            0x7b47_f409,
            0xba1d_3330,
            0x83d2_f293,
            0xbfa4_784b,
            0xcbed_606e,
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_uniform_number_is_never_zero_or_one() {
        let mut generator = Pcg32::new(1, 1);
        assert!(
            (0..100_000)
                .map(|_| generator.uniform())
                .all(|u| u > 0.0 && u < 1.0)
        );
    }

    #[test]
    fn numbers_below_a_count_reach_each_and_none_beyond() {
        let mut generator = Pcg32::new(7, 2);
        let mut seen = [0_u32; 5];
        for _ in 0..10_000 {
            seen[generator.below(5) as usize] += 1;
        }
        assert!(
            seen.iter().all(|&times| (1_800..2_200).contains(&times)),
            "{seen:?}"
        );
        assert_eq!(generator.below(0), 0);
    }
}
