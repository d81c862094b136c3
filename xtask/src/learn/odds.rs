//! Logistic regression: which weights of the pieces make what was judged the likeliest.

use anyhow::Result;
use argmin::core::{CostFunction, Error, Executor, Gradient};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;

/// One query that was judged.
pub(crate) struct Example {
    /// The numbers of its pieces.
    pub(crate) pieces: Vec<u16>,
    /// Whether it is what is looked for.
    pub(crate) is_one: bool,
}

/// The weights that were found, in natural logarithms of odds.
pub(crate) struct Odds {
    /// Where no piece is known.
    pub(crate) bias: f64,
    /// What each piece adds.
    pub(crate) weights: Vec<f64>,
}

/// How strongly weights are drawn to zero: the variance that they are thought to have, inverted.
const PULL: f64 = 3.0;

/// How many steps the search takes at most; it settles in fewer.
const MOST_STEPS: u64 = 150;

/// How many of its last steps the search remembers.
const MEMORY: usize = 8;

impl Odds {
    /// Learns from examples whose pieces are below `pieces`.
    ///
    /// # Errors
    /// If the search for the weights fails.
    pub(crate) fn learn(examples: &[Example], pieces: usize) -> Result<Self> {
        let search = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY);
        let start = vec![0.0; pieces + 1];
        let found = Executor::new(Task { examples, pieces }, search)
            .configure(|state| state.param(start).max_iters(MOST_STEPS))
            .run()?;
        let mut weights = found.state.best_param.unwrap_or_default();
        let bias = weights.pop().unwrap_or_default();
        Ok(Self { bias, weights })
    }
}

/// What the weights have to do.
struct Task<'e> {
    examples: &'e [Example],
    pieces: usize,
}

impl Task<'_> {
    fn odds(&self, weights: &[f64], example: &Example) -> f64 {
        let weight = |piece: &u16| weights.get(usize::from(*piece));
        let bias = weights.get(self.pieces).copied().unwrap_or_default();
        bias + example.pieces.iter().filter_map(weight).sum::<f64>()
    }
}

impl CostFunction for Task<'_> {
    type Param = Vec<f64>;
    type Output = f64;

    /// How unlikely the judgements are, and how far the weights lie from zero.
    fn cost(&self, weights: &Vec<f64>) -> Result<f64, Error> {
        let unlikely: f64 = self
            .examples
            .iter()
            .map(|example| {
                let odds = self.odds(weights, example);
                let against = if example.is_one { -odds } else { odds };
                against.max(0.0) + (-against.abs()).exp().ln_1p()
            })
            .sum();
        let far: f64 = weights.iter().take(self.pieces).map(|one| one * one).sum();
        Ok(unlikely + 0.5 * PULL * far)
    }
}

impl Gradient for Task<'_> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, weights: &Vec<f64>) -> Result<Vec<f64>, Error> {
        let mut slope: Vec<f64> = weights.iter().map(|one| PULL * one).collect();
        if let Some(bias) = slope.last_mut() {
            *bias = 0.0;
        }
        for example in self.examples {
            let chance = 1.0 / (1.0 + (-self.odds(weights, example)).exp());
            let off = chance - if example.is_one { 1.0 } else { 0.0 };
            let own = example.pieces.iter().map(|piece| usize::from(*piece));
            for at in own.chain([self.pieces]) {
                if let Some(slope) = slope.get_mut(at) {
                    *slope += off;
                }
            }
        }
        Ok(slope)
    }
}
