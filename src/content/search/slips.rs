//! How far a slip of the finger or of the ear is from the word that was meant.

use super::sound::letter;

/// The rows of a phone's keyboard.
const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

/// For each letter the keys that touch its key, as a set.
const BESIDE: [u32; 26] = touching();

/// The letters that stand for one another by ear, as a set.
const VOWELS: u32 =
    letter(b'a') | letter(b'e') | letter(b'i') | letter(b'o') | letter(b'u') | letter(b'y');

/// A whole letter wrong. Smaller slips cost less.
pub(super) const LETTER: u16 = 10;

/// A vowel for another.
const VOWEL: u16 = 5;

/// The key beside.
const KEY: u16 = 7;

/// Two neighbours swapped.
const SWAPPED: u16 = 6;

/// The longest word that is compared.
const LONGEST: usize = 24;

/// One letter of the word that was meant, and how far what was typed is from what is meant up to
/// here: with the letter before, and with the one before that.
#[derive(Clone, Copy, Default)]
struct Cell {
    letter: u8,
    set: u32,
    extra: u16,
    last: u16,
    before: u16,
}

/// How far two words are apart, or nothing if farther than a limit.
///
/// Swapped neighbours, doubled letters, a vowel for another and the key beside cost less than a
/// letter; a wrong first letter costs more.
pub(super) fn distance(typed: &str, meant: &str, limit: u16) -> Option<u16> {
    within(typed, meant, limit, limit)
}

/// The same, and nothing if farther than `most`, which is less than the limit that holds for each
/// letter on the way.
pub(super) fn within(typed: &str, meant: &str, limit: u16, most: u16) -> Option<u16> {
    let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
    if typed.len() > LONGEST || meant.len() > LONGEST {
        return None;
    }
    let mut cells = [Cell::default(); LONGEST];
    let cells = cells.get_mut(..meant.len())?;
    let (mut total, mut left) = (0, 0);
    for (cell, letter) in cells.iter_mut().zip(meant) {
        let extra = extra(left, *letter);
        total += extra;
        *cell = Cell {
            letter: *letter,
            set: self::letter(*letter),
            extra,
            last: total,
            before: 0,
        };
        left = *letter;
    }
    // The column before the first letter that was meant.
    let (mut start, mut earlier) = (0, 0);
    let (mut typed_before, mut lowest_before) = (0, 0_u16);
    for typed in typed {
        let added = extra(typed_before, *typed);
        let is_first = typed_before == 0;
        let is_vowel = VOWELS & letter(*typed) != 0;
        let touched = touched(*typed);
        let (mut above, mut two_above) = (start, earlier);
        let mut three_above = 0;
        (start, earlier) = (start + added, start);
        let (mut here, mut lowest) = (start, start);
        let mut meant_before = 0;
        for cell in cells.iter_mut() {
            let is_start = is_first || meant_before == 0;
            let swap = if *typed == cell.letter {
                0
            } else if is_vowel && VOWELS & cell.set != 0 {
                VOWEL
            } else if touched & cell.set != 0 {
                KEY + if is_first { 2 } else { 0 }
            } else {
                LETTER + if is_start { 5 } else { 0 }
            };
            here = (here + cell.extra).min(cell.last + added).min(above + swap);
            if *typed == meant_before && typed_before == cell.letter {
                here = here.min(three_above + SWAPPED);
            }
            lowest = lowest.min(here);
            meant_before = cell.letter;
            (three_above, two_above) = (two_above, cell.before);
            above = cell.last;
            (cell.before, cell.last) = (cell.last, here);
        }
        // Two letters that are swapped reach over the one between.
        if lowest > limit || lowest.min(lowest_before + SWAPPED) > most {
            return None;
        }
        (typed_before, lowest_before) = (*typed, lowest);
    }
    let found = cells.last().map_or(start, |cell| cell.last);
    (found <= most).then_some(found)
}

/// The least that two words with these letters can be apart.
pub(super) fn least(typed: u32, meant: u32) -> u16 {
    let cost = |alone: u32| {
        let vowels = (alone & VOWELS).count_ones();
        u32::from(VOWEL) * vowels + u32::from(KEY) * (alone.count_ones() - vowels)
    };
    let most = cost(typed & !meant).max(cost(meant & !typed));
    u16::try_from(most).unwrap_or(u16::MAX)
}

/// What it costs that a letter is too much, or missing; 0 stands before the first.
fn extra(before: u8, letter: u8) -> u16 {
    if before == letter {
        4
    } else if before == 0 {
        LETTER + 4
    } else if VOWELS & self::letter(letter) != 0 {
        7
    } else {
        9
    }
}

/// The keys that touch a letter's key, as a set.
fn touched(letter: u8) -> u32 {
    let key = usize::from(letter.wrapping_sub(b'a'));
    BESIDE.get(key).copied().unwrap_or_default()
}

/// For each letter the keys that touch its own: those of its row and the next at most one away.
#[allow(
    clippy::indexing_slicing,
    reason = "worked out when building, where a wrong index is an error"
)]
const fn touching() -> [u32; 26] {
    let mut touching = [0; 26];
    let mut row = 0;
    while row < ROWS.len() {
        let mut at = 0;
        while at < ROWS[row].len() {
            let mut other = row.saturating_sub(1);
            while other < ROWS.len() && other <= row + 1 {
                let mut to = 0;
                while to < ROWS[other].len() {
                    // Each row of keys stands half a key to the right of the one above.
                    if (2 * at + row).abs_diff(2 * to + other) <= 2 {
                        touching[(ROWS[row][at] - b'a') as usize] |= letter(ROWS[other][to]);
                    }
                    to += 1;
                }
                other += 1;
            }
            at += 1;
        }
        row += 1;
    }
    touching
}

/// How far a word of this many letters may be from what was meant.
pub(super) fn limit(letters: usize) -> u16 {
    match letters {
        0..=3 => 0,
        4 => 7,
        5 => LETTER,
        6 => 14,
        7 | 8 => 17,
        _ => 22,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sound::letters;
    use super::*;

    #[test]
    fn a_slip_costs_less_than_a_letter() {
        let letter = distance("nausea", "naukea", 99).unwrap();
        for slip in ["nuasea", "nausia", "naausea", "nausra"] {
            assert!(distance(slip, "nausea", 99).unwrap() < letter, "{slip}");
        }
        assert_eq!(distance("nausea", "nausea", 0), Some(0));
        assert_eq!(distance("pizza", "nausea", 20), None);
    }

    #[test]
    fn keys_that_touch_are_neighbours() {
        let beside = |one, other| touched(one) & letter(other) != 0;
        assert!(beside(b'g', b'h') && beside(b'g', b't') && beside(b'a', b's'));
        assert!(!beside(b'a', b'p') && !beside(b'q', b'z'));
    }

    #[test]
    fn letters_alone_never_say_that_words_are_farther_apart_than_they_are() {
        let words = [
            "nausea",
            "nuasea",
            "nnauseous",
            "vomit",
            "bomit",
            "itch",
            "yawning",
            "x",
        ];
        for (one, other) in words
            .iter()
            .flat_map(|one| words.map(|other| (*one, other)))
        {
            let far = distance(one, other, u16::MAX).unwrap();
            assert!(least(letters(one), letters(other)) <= far, "{one} {other}");
        }
    }
}
