//! Where a class is, as an address names it and as it can be said aloud: `full.5.4170`.

use core::fmt::Write;

/// The name of the window with the presenter's notes.
pub const NOTES: &str = "notes";

/// A step of a lesson with the number of its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<'a> {
    /// The name of the way through the lesson.
    pub tour: &'a str,
    /// The step, counted from zero; written from one.
    pub step: usize,
    /// The number that decides what happens by chance.
    pub seed: u64,
}

impl<'a> Code<'a> {
    /// Reads a code; nothing if it is none.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut pieces = text.split('.');
        let (tour, step, seed) = (pieces.next()?, number(pieces.next()?)?, pieces.next()?);
        if pieces.next().is_some() {
            return None;
        }
        Some(Self {
            tour,
            step: usize::try_from(step.checked_sub(1)?).ok()?,
            seed: number(seed)?,
        })
    }

    /// The code as it is written.
    pub fn written(&self) -> String {
        let mut text = self.tour.to_owned();
        // Writing into a text cannot fail.
        let _ = write!(text, ".{}.{}", self.step.saturating_add(1), self.seed);
        text
    }
}

/// Digits without a zero in front, so that one code has one text.
fn number(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|digit| digit.is_ascii_digit());
    let short = !text.is_empty() && text.len() <= 15;
    (plain && short && (text == "0" || !text.starts_with('0'))).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_comes_back_as_it_was() {
        let code = Code {
            tour: "full",
            step: 4,
            seed: 4170,
        };
        assert_eq!(code.written(), "full.5.4170");
        assert_eq!(Code::read("full.5.4170"), Some(code));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in [
            "",
            "full",
            "full.0.1",
            "full.1",
            "full.1.1.1",
            "full.01.1",
            "full.1.-1",
            "full.1.9999999999999999",
            "full.a.1",
        ] {
            assert_eq!(Code::read(text), None, "{text}");
        }
    }
}
