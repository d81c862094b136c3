//! How a word sounds, letter by letter, so that words misspelt by ear come close to each other.

/// Letters that sound alike, longest first: what is written, and what is heard.
const HEARD: [(&str, &str); 28] = [
    ("tion", "shun"),
    ("sion", "shun"),
    ("ough", "of"),
    ("augh", "af"),
    ("igh", "i"),
    ("tch", "ch"),
    ("sch", "sk"),
    ("ph", "f"),
    ("th", "f"),
    ("gh", "g"),
    ("rh", "r"),
    ("wh", "w"),
    ("kn", "n"),
    ("wr", "r"),
    ("ps", "s"),
    ("pn", "n"),
    ("ew", "u"),
    ("eu", "u"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("ch", "ch"),
    ("qu", "kw"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("y", "i"),
];

/// A plain word as it sounds: double letters once, and one letter for each sound.
pub(super) fn sound(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let rule = HEARD.iter().find(|(written, _)| {
            let at_start = matches!(*written, "kn" | "wr" | "ps" | "pn");
            written.starts_with(letter)
                && rest.starts_with(written)
                && (!at_start || out.is_empty())
        });
        let mut single = [0; 4];
        let (taken, heard) = if let Some((written, heard)) = rule {
            (written.len(), *heard)
        } else {
            (letter.len_utf8(), &*letter.encode_utf8(&mut single))
        };
        for heard in heard.chars() {
            if !out.ends_with(heard) {
                out.push(heard);
            }
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
