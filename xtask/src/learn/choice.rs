//! Multinomial logistic regression: which weights of the words make the effects that were judged
//! right the likeliest.

use anyhow::Result;
use argmin::core::{CostFunction, Error, Executor, Gradient};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;

/// One query with an answer.
pub(crate) struct Answered {
    /// The numbers of its words.
    pub(crate) words: Vec<u16>,
    /// The number of the right effect.
    pub(crate) effect: usize,
}

/// The weights that were found, in natural logarithms of odds.
pub(crate) struct Choice {
    /// Of each effect where no word is known.
    pub(crate) biases: Vec<f64>,
    /// What each word adds to each effect, word after word.
    pub(crate) weights: Vec<f64>,
}

/// How strongly weights are drawn to zero: the variance that they are thought to have, inverted.
const PULL: f64 = 1.0;

/// How many steps the search takes at most.
const MOST_STEPS: u64 = 80;

/// How many of its last steps the search remembers.
const MEMORY: usize = 6;

impl Choice {
    /// Learns from answers whose words are below `words` and whose effects are below `effects`.
    ///
    /// # Errors
    /// If the search for the weights fails.
    pub(crate) fn learn(answers: &[Answered], words: usize, effects: usize) -> Result<Self> {
        let mut used: Vec<u16> = answers
            .iter()
            .flat_map(|one| one.words.iter().copied())
            .collect();
        used.sort_unstable();
        used.dedup();
        let search = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY);
        let start = vec![0.0; (used.len() + 1) * effects];
        let rows = |one: &Answered| {
            let own = one
                .words
                .iter()
                .filter_map(|word| used.binary_search(word).ok());
            own.chain([used.len()]).map(|row| row * effects).collect()
        };
        let task = Task {
            answers: answers.iter().map(|one| (rows(one), one.effect)).collect(),
            words: used.len(),
            effects,
        };
        let found = Executor::new(task, search)
            .configure(|state| state.param(start).max_iters(MOST_STEPS))
            .run()?;
        let mut found = found.state.best_param.unwrap_or_default();
        let biases = found.split_off(used.len() * effects);
        let mut weights = vec![0.0; words * effects];
        for (word, own) in used.iter().zip(found.chunks_exact(effects)) {
            let first = usize::from(*word) * effects;
            if let Some(row) = weights.get_mut(first..first + effects) {
                row.copy_from_slice(own);
            }
        }
        Ok(Self { biases, weights })
    }
}

/// What the weights have to do: those of each word for every effect, and last the biases.
struct Task {
    /// Where the rows of weights begin that count for each answer, and the right effect.
    answers: Vec<(Vec<usize>, usize)>,
    words: usize,
    effects: usize,
}

impl Task {
    /// How likely each effect is, and the logarithm of the right one's chance.
    fn chances(&self, weights: &[f64], rows: &[usize], right: usize) -> (Vec<f64>, f64) {
        let mut odds = vec![0.0; self.effects];
        for row in rows {
            let row = weights.get(*row..row + self.effects).unwrap_or_default();
            for (odds, weight) in odds.iter_mut().zip(row) {
                *odds += weight;
            }
        }
        let most = odds.iter().copied().fold(f64::MIN, f64::max);
        let all = odds.iter().map(|one| (one - most).exp()).sum::<f64>().ln() + most;
        let right = odds.get(right).map_or(f64::MIN, |odds| odds - all);
        for one in &mut odds {
            *one = (*one - all).exp();
        }
        (odds, right)
    }
}

impl CostFunction for Task {
    type Param = Vec<f64>;
    type Output = f64;

    /// How unlikely the judgements are, and how far the weights lie from zero.
    fn cost(&self, weights: &Vec<f64>) -> Result<f64, Error> {
        let answers = self.answers.iter();
        let likely = answers.map(|(rows, right)| self.chances(weights, rows, *right).1);
        let own = weights.iter().take(self.words * self.effects);
        let far: f64 = own.map(|one| one * one).sum();
        Ok(0.5 * PULL * far - likely.sum::<f64>())
    }
}

impl Gradient for Task {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, weights: &Vec<f64>) -> Result<Vec<f64>, Error> {
        let own = self.words * self.effects;
        let mut slope: Vec<f64> = weights.iter().map(|one| PULL * one).collect();
        if let Some(biases) = slope.get_mut(own..) {
            biases.fill(0.0);
        }
        for (rows, right) in &self.answers {
            let (mut off, _) = self.chances(weights, rows, *right);
            if let Some(right) = off.get_mut(*right) {
                *right -= 1.0;
            }
            for row in rows {
                let row = slope.get_mut(*row..row + self.effects).unwrap_or_default();
                for (slope, off) in row.iter_mut().zip(&off) {
                    *slope += off;
                }
            }
        }
        Ok(slope)
    }
}
