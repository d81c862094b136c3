//! Bell-shaped random numbers for molecules that drift (ziggurat method, 128 layers).

use crate::model::random::Pcg32;

const LAYERS: usize = 128;
/// Where the tail begins, and the area of each layer, for 128 layers.
const TAIL: f64 = 3.442_619_855_899;
const AREA: f64 = 9.912_563_035_262_17e-3;

/// Layers of equal area under the bell curve, widest first.
#[derive(Clone, Debug)]
pub(super) struct Gaussian {
    /// Right edge of each layer, and that of the layer above it.
    edges: [(f64, f64); LAYERS],
}

impl Gaussian {
    pub(super) fn new() -> Self {
        let height = |x: f64| libm::exp(-0.5 * x * x);
        let mut edges = [(0.0, 0.0); LAYERS];
        let mut edge = AREA / height(TAIL);
        let mut above = TAIL;
        for place in &mut edges {
            *place = (edge, above);
            edge = above;
            let next = AREA / edge + height(edge);
            above = if next < 1.0 {
                (-2.0 * libm::log(next)).sqrt()
            } else {
                0.0
            };
        }
        Self { edges }
    }

    /// A number with mean zero and variance one.
    #[expect(clippy::inline_always, reason = "hottest loop")]
    #[inline(always)]
    pub(super) fn draw(&self, random: &mut Pcg32) -> f64 {
        let bits = random.draw();
        let u = (f64::from(bits >> 7) + 0.5) / 16_777_216.0 - 1.0;
        let (edge, above) = self.layer(bits);
        let x = u * edge;
        // Within the layer above as well: 98 in 100 end here.
        if x.abs() < above {
            return x;
        }
        self.draw_at_edge(bits, u, random)
    }

    #[expect(clippy::inline_always, reason = "hottest loop")]
    #[inline(always)]
    fn layer(&self, bits: u32) -> (f64, f64) {
        let layer = self.edges.get(bits as usize % LAYERS);
        layer.copied().unwrap_or_default()
    }

    /// The same where a layer sticks out from under the one above it, or where the tail begins.
    fn draw_at_edge(&self, mut bits: u32, mut u: f64, random: &mut Pcg32) -> f64 {
        loop {
            let (edge, above) = self.layer(bits);
            let x = u * edge;
            if x.abs() < above {
                return x;
            }
            if (bits as usize).is_multiple_of(LAYERS) {
                return tail(random).copysign(u);
            }
            let low = libm::exp(0.5 * (x * x - edge * edge));
            let high = libm::exp(0.5 * (x * x - above * above));
            if high + random.uniform() * (low - high) < 1.0 {
                return x;
            }
            bits = random.draw();
            u = (f64::from(bits >> 7) + 0.5) / 16_777_216.0 - 1.0;
        }
    }
}

fn tail(random: &mut Pcg32) -> f64 {
    loop {
        let x = libm::log(random.uniform()) / TAIL;
        let y = libm::log(random.uniform());
        if -2.0 * y >= x * x {
            return TAIL - x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gaussian;
    use crate::model::random::Pcg32;

    #[test]
    fn the_first_moments_and_the_tail_are_those_of_the_bell_curve() {
        let (bell, mut random) = (Gaussian::new(), Pcg32::new(3, 2));
        let count = 400_000;
        let (mut mean, mut square, mut fourth, mut beyond) = (0.0, 0.0, 0.0, 0);
        for _ in 0..count {
            let x = bell.draw(&mut random);
            mean += x;
            square += x * x;
            fourth += x.powi(4);
            beyond += u32::from(x.abs() > 2.0);
        }
        let count = f64::from(count);
        // Standard errors: 1, sqrt(2), sqrt(96) and sqrt(p (1 - p)), each over sqrt(count).
        let root = count.sqrt();
        assert!((mean / count).abs() < 5.0 / root);
        assert!((square / count - 1.0).abs() < 5.0 * 1.414_3 / root);
        assert!((fourth / count - 3.0).abs() < 5.0 * 9.8 / root);
        assert!((f64::from(beyond) / count - 0.045_500_26).abs() < 5.0 * 0.209 / root);
    }
}
