//! Numbers as readers meet them, and as drawings write them.

use yew::AttrValue;

use crate::content::catalog::key;
use crate::content::text::Words;

/// A number of at least zero with two figures, as the language writes it; whole from ten up.
pub(super) use crate::content::describe::number as two_figures;

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what does not fit becomes the nearest that does"
)]
pub(super) fn whole(number: f64) -> u32 {
    (number + 0.5) as u32
}

/// A number of at least zero with two decimals.
pub(super) fn two_decimals(words: &Words, number: f64) -> String {
    decimal(words, number * 100.0, 2)
}

fn decimal(words: &Words, scaled: f64, mut places: usize) -> String {
    let mut digits = whole(scaled);
    while places > 0 && digits.is_multiple_of(10) {
        digits /= 10;
        places -= 1;
    }
    let mut text = digits.to_string();
    if places == 0 {
        return text;
    }
    while text.len() <= places {
        text.insert(0, '0');
    }
    let tail = text.split_off(text.len() - places);
    [&text, &*words.get(key::UI_DECIMAL_SIGN), &tail].concat()
}

/// A part of the whole as a percentage, for coordinates.
pub(super) fn percent(part: f64) -> AttrValue {
    let mut pen = Pen::default();
    pen.hundredths(part * 100.0);
    pen.0.push('%');
    pen.0.into()
}

/// Path data in hundredths of whole units.
#[derive(Default)]
pub(super) struct Pen(String);

impl Pen {
    /// Onward to a point; the first one begins the line.
    pub(super) fn to(&mut self, x: f64, y: f64) {
        self.0.push(if self.0.is_empty() { 'M' } else { ' ' });
        self.hundredths(x);
        self.0.push(' ');
        self.hundredths(y);
    }

    /// What was written.
    pub(super) fn finish(self) -> AttrValue {
        self.0.into()
    }

    fn hundredths(&mut self, number: f64) {
        if number <= -0.005 {
            self.0.push('-');
        }
        let hundredths = whole(number.abs() * 100.0);
        self.0.push_str(&(hundredths / 100).to_string());
        let rest = hundredths % 100;
        if rest > 0 {
            self.0.push('.');
            if rest < 10 {
                self.0.push('0');
            }
            self.0.push_str(&rest.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::files;
    use crate::content::text::english_plural;

    fn words() -> Words {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data");
        let text = files::compile_words(&folder, "en").unwrap();
        Words::parse(&text, english_plural).unwrap()
    }

    #[test]
    fn numbers_have_two_figures_and_no_needless_noughts() {
        let words = words();
        for (number, text) in [
            (0.0, "0"),
            (0.001, "0.001"),
            (0.1143, "0.11"),
            (2.4, "2.4"),
            (2.0, "2"),
            (9.96, "10"),
            (11.43, "11"),
            (1000.0, "1000"),
        ] {
            assert_eq!(two_figures(&words, number), text);
        }
        assert_eq!(two_decimals(&words, 1.0304), "1.03");
        assert_eq!(two_decimals(&words, 0.05), "0.05");
    }

    #[test]
    fn coordinates_are_written_in_hundredths() {
        let mut pen = Pen::default();
        pen.to(0.0, -1.5);
        pen.to(12.345, 0.02);
        assert_eq!(pen.finish(), "M0 -1.50 12.35 0.02");
        assert_eq!(percent(0.335), "33.50%");
    }
}
