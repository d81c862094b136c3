//! Which way a query leans, by its pieces: thousands of judged queries have taught how often each
//! piece stands in a cry for help, and how often in what has nothing to do with the medicine.
//!
//! A piece is a word, a pair of words, or four letters of a word, so that a misspelt word
//! still has many of its pieces. `cargo xtask learn` weighs them; no phrase is read here.

use super::normal;

/// How many weights there are; pieces that share a number share a weight.
pub const PIECES: usize = 32_768;

/// How long the stretches of a word are that are pieces, in letters.
const STRETCH: usize = 4;

/// The letter of a piece that adds nothing.
pub const NOTHING: u8 = b'i';

/// What each piece of a query adds to the odds of something.
#[derive(Debug, Default)]
pub(super) struct Leaning {
    /// The natural logarithm of the odds where no piece is known.
    bias: f32,
    /// What one step of a weight adds to it.
    step: f32,
    /// Of each piece, in steps.
    weights: Box<[i8]>,
}

impl Leaning {
    /// Reads a leaning as `content::files` writes it: bias, step, and a letter for each weight.
    ///
    /// What cannot be read leans to nothing.
    pub(super) fn parse(text: &str) -> Self {
        let mut cells = text.split('\t');
        let bias = hundredths(cells.next());
        let step = hundredths(cells.next());
        Self {
            bias,
            step,
            weights: cells
                .next()
                .unwrap_or_default()
                .bytes()
                .map(steps)
                .collect(),
        }
    }

    /// The natural logarithm of the odds, by the pieces of a query.
    pub(super) fn of(&self, pieces: &[u16]) -> f32 {
        let weight = |piece: &u16| self.weights.get(usize::from(*piece));
        let steps: i32 = pieces
            .iter()
            .filter_map(weight)
            .map(|one| i32::from(*one))
            .sum();
        let steps = i16::try_from(steps).unwrap_or(if steps < 0 { i16::MIN } else { i16::MAX });
        self.bias + self.step * f32::from(steps)
    }

    /// The bytes that it holds in memory.
    pub(super) fn bytes(&self) -> usize {
        self.weights.len()
    }
}

/// A number that is written in whole hundredths.
pub(super) fn hundredths(cell: Option<&str>) -> f32 {
    let whole: Option<i16> = cell.and_then(|cell| cell.parse().ok());
    f32::from(whole.unwrap_or_default()) / 100.0
}

/// How many steps a letter stands for.
pub(super) fn steps(letter: u8) -> i8 {
    let place = |letter: u8| i8::try_from(letter).unwrap_or_default();
    place(letter).saturating_sub(place(NOTHING))
}

/// The numbers of a query's pieces, each once, in order; below [`PIECES`].
pub fn pieces(query: &str) -> Vec<u16> {
    let text = normal::read(query);
    let words = normal::shortened(normal::words(&text));
    let mut pieces = Vec::new();
    let mut last: Option<&str> = None;
    let mut letters: Vec<char> = Vec::new();
    for word in &words {
        pieces.push(piece(&word.plain));
        if let Some(last) = last {
            pieces.push(number(last.chars().chain([' ']).chain(word.plain.chars())));
        }
        last = Some(&word.plain);
        letters.clear();
        letters.extend(['<'].into_iter().chain(word.plain.chars()).chain(['>']));
        let stretches = letters.windows(STRETCH);
        pieces.extend(stretches.map(|stretch| number(stretch.iter().copied())));
    }
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// The number of a word as a piece.
pub(super) fn piece(word: &str) -> u16 {
    number(word.chars())
}

/// The number of a piece: the Fowler-Noll-Vo hash of its letters, folded.
fn number(letters: impl Iterator<Item = char>) -> u16 {
    let hash = letters.fold(0x811c_9dc5_u32, |hash, letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    });
    let folded = (hash >> 16 ^ hash) as usize % PIECES;
    u16::try_from(folded).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_is_numbered_once_and_has_a_weight() {
        let pieces = pieces("My head, my HEAD hurts");
        assert!(pieces.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(pieces.iter().all(|piece| usize::from(*piece) < PIECES));
    }

    #[test]
    fn a_misspelt_word_shares_half_of_its_pieces() {
        let right = pieces("suicidal");
        let wrong = pieces("suicidle");
        let shared = wrong.iter().filter(|piece| right.contains(piece)).count();
        assert!(2 * shared >= wrong.len(), "{shared} of {}", wrong.len());
    }

    #[test]
    fn weights_add_up_from_the_bias_on() {
        let mut weights = vec![NOTHING; PIECES];
        weights[usize::from(piece("yes"))] = NOTHING + 3;
        let leaning = Leaning::parse(&format!(
            "-150\t50\t{}",
            String::from_utf8(weights).unwrap()
        ));
        let is = |odds: f32, wanted: f32| (odds - wanted).abs() < 1e-6;
        assert!(is(leaning.of(&pieces("no")), -1.5));
        assert!(is(leaning.of(&[piece("yes")]), 0.0));
    }

    #[test]
    fn what_cannot_be_read_leans_to_nothing() {
        for text in ["", "x\ty\tz", "\t\t\u{e9}", "99999999\t1"] {
            assert!(Leaning::parse(text).of(&pieces("anything")).is_finite());
        }
    }
}
