//! Unevenness for things that stand still, the same wherever it is drawn.

/// Seeded unevenness for things that stand still; it decides nothing and is no model of chance.
#[derive(Clone, Debug)]
pub struct Jitter(u32);

impl Jitter {
    /// The unevenness that belongs to `seed`.
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// The next value, from 0 up to but not including 1.
    pub fn share(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, _, middle, high] = self.0.to_le_bytes();
        f32::from(u16::from_le_bytes([middle, high])) / 65_536.0
    }

    /// The next value, from `-half` to `half`.
    pub fn around(&mut self, half: f32) -> f32 {
        (self.share() - 0.5) * 2.0 * half
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_stays_within_its_range_and_repeats() {
        let (mut one, mut two) = (Jitter::new(3), Jitter::new(3));
        for _ in 0..1000 {
            let share = one.share();
            assert!((0.0..1.0).contains(&share));
            assert!((share - two.share()).abs() < f32::EPSILON);
        }
    }
}
