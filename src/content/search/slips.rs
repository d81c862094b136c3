//! How far a slip of the finger or of the ear is from the word that was meant.

/// The rows of a phone's keyboard.
const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

/// A whole letter wrong. Smaller slips cost less.
pub(super) const LETTER: u16 = 10;

/// The longest word that is compared.
const LONGEST: usize = 24;

/// How far two words are apart, or nothing if farther than a limit.
///
/// Swapped neighbours, doubled letters, a vowel for another and the key beside cost less than a
/// letter; a wrong first letter costs more.
pub(super) fn distance(typed: &str, meant: &str, limit: u16) -> Option<u16> {
    let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
    if typed.len() > LONGEST || meant.len() > LONGEST {
        return None;
    }
    let mut before = [0_u16; LONGEST + 1];
    let mut last = [0_u16; LONGEST + 1];
    let mut row = [0_u16; LONGEST + 1];
    let mut total = 0;
    for (cell, at) in last.iter_mut().zip(0..=meant.len()) {
        if at > 0 {
            total += extra(meant, at - 1);
        }
        *cell = total;
    }
    for at in 1..=typed.len() {
        let start = last.first().copied().unwrap_or_default() + extra(typed, at - 1);
        set(&mut row, 0, start);
        let mut lowest = start;
        for to in 1..=meant.len() {
            let mut best = (get(&last, to) + extra(typed, at - 1))
                .min(get(&row, to - 1) + extra(meant, to - 1))
                .min(get(&last, to - 1) + swap(typed, at - 1, meant, to - 1));
            if at > 1
                && to > 1
                && typed.get(at - 1) == meant.get(to - 2)
                && typed.get(at - 2) == meant.get(to - 1)
            {
                best = best.min(get(&before, to - 2) + 6);
            }
            set(&mut row, to, best);
            lowest = lowest.min(best);
        }
        if lowest > limit {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    let found = get(&last, meant.len());
    (found <= limit).then_some(found)
}

fn get(row: &[u16; LONGEST + 1], at: usize) -> u16 {
    row.get(at).copied().unwrap_or(u16::MAX / 2)
}

fn set(row: &mut [u16; LONGEST + 1], at: usize, value: u16) {
    if let Some(cell) = row.get_mut(at) {
        *cell = value;
    }
}

/// What it costs that a letter is too much, or missing.
fn extra(word: &[u8], at: usize) -> u16 {
    let letter = word.get(at).copied().unwrap_or_default();
    let doubled = at > 0 && word.get(at - 1) == Some(&letter);
    if doubled {
        4
    } else if at == 0 {
        LETTER + 4
    } else if is_vowel(letter) {
        7
    } else {
        9
    }
}

/// What it costs that one letter stands for another.
fn swap(typed: &[u8], at: usize, meant: &[u8], to: usize) -> u16 {
    let (one, other) = (
        typed.get(at).copied().unwrap_or_default(),
        meant.get(to).copied().unwrap_or_default(),
    );
    if one == other {
        0
    } else if is_vowel(one) && is_vowel(other) {
        5
    } else if beside(one, other) {
        7 + if at == 0 { 2 } else { 0 }
    } else if at == 0 || to == 0 {
        LETTER + 5
    } else {
        LETTER
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

/// Whether two keys touch.
fn beside(one: u8, other: u8) -> bool {
    let place = |letter| {
        (0_usize..).zip(ROWS).find_map(|(row, keys)| {
            let at = keys.iter().position(|key| *key == letter)?;
            // Each row of keys stands half a key to the right of the one above.
            Some((row, 2 * at + row))
        })
    };
    match (place(one), place(other)) {
        (Some((row, at)), Some((other_row, other_at))) => {
            row.abs_diff(other_row) <= 1 && at.abs_diff(other_at) <= 2
        }
        _ => false,
    }
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
        assert!(beside(b'g', b'h') && beside(b'g', b't') && beside(b'a', b's'));
        assert!(!beside(b'a', b'p') && !beside(b'q', b'z'));
    }
}
