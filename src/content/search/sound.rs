//! How a word sounds, letter by letter, so that words misspelt by ear come close to each other.

/// What is written at the start of a rest, and what is heard there; the longest comes first.
fn heard(rest: &[u8], is_start: bool) -> Option<(usize, &'static str)> {
    let heard = match rest {
        [b't' | b's', b'i', b'o', b'n', ..] => (4, "shun"),
        [b'o', b'u', b'g', b'h', ..] => (4, "of"),
        [b'a', b'u', b'g', b'h', ..] => (4, "af"),
        [b'i', b'g', b'h', ..] => (3, "i"),
        [b't', b'c', b'h', ..] => (3, "ch"),
        [b's', b'c', b'h', ..] => (3, "sk"),
        [b'p' | b't', b'h', ..] => (2, "f"),
        [b'g', b'h', ..] => (2, "g"),
        [b'r', b'h', ..] => (2, "r"),
        [b'w', b'h', ..] => (2, "w"),
        [b'k' | b'p', b'n', ..] if is_start => (2, "n"),
        [b'w', b'r', ..] if is_start => (2, "r"),
        [b'p', b's', ..] if is_start => (2, "s"),
        [b'e', b'w' | b'u', ..] => (2, "u"),
        [b'c', b'k', ..] => (2, "k"),
        [b'c', b'e', ..] => (2, "se"),
        [b'c', b'i', ..] => (2, "si"),
        [b'c', b'y', ..] => (2, "sy"),
        [b'c', b'h', ..] => (2, "ch"),
        [b'q', b'u', ..] => (2, "kw"),
        [b'c', ..] => (1, "k"),
        [b'x', ..] => (1, "ks"),
        [b'z', ..] => (1, "s"),
        [b'y', ..] => (1, "i"),
        _ => return None,
    };
    Some(heard)
}

/// A plain word as it sounds: double letters once, and one letter for each sound.
pub(super) fn sound(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let mut rest = word;
    let mut last = None;
    while let Some(letter) = rest.chars().next() {
        let mut single = [0; 4];
        let (taken, heard) = match heard(rest.as_bytes(), out.is_empty()) {
            Some(heard) => heard,
            None => (letter.len_utf8(), &*letter.encode_utf8(&mut single)),
        };
        for heard in heard.chars() {
            if last != Some(heard) {
                out.push(heard);
            }
            last = Some(heard);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// The letters of a word as a set, to see at once that two words are far apart.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | letter(byte))
}

/// One letter as a set; every digit is the same one, and so is all that is neither.
pub(super) const fn letter(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << 26,
        _ => 1 << 27,
    }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn words_that_sound_alike_are_written_alike() {
        for (one, other) in [
            ("diarrhea", "diarhea"),
            ("cough", "coff"),
            ("vomitting", "vomiting"),
            ("phlegm", "flegm"),
            ("sick", "sik"),
        ] {
            assert_eq!(sound(one), sound(other));
        }
    }
}
