//! Whatever a reader types, as plain words: one case, no accents, no apostrophes.

/// The most bytes of a query that are read: its beginning and, of a longer one, its end.
pub const MOST_BYTES: usize = 1_024;

/// The most words of a query that are read, so that a set of them fits into 128 bits.
pub(super) const MOST_WORDS: usize = 120;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pause {
    /// A space.
    None,
    /// A comma or the like.
    Soft,
    /// The end of a sentence.
    Hard,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In plain letters.
    pub(super) plain: String,
    /// Where it begins in the text that was read, in bytes.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
    /// What stands before it.
    pub(super) pause: Pause,
}

/// The part of a query that is read: all of it, or the beginning and the end of a long one.
pub(super) fn read(query: &str) -> String {
    if query.len() <= MOST_BYTES {
        return query.to_owned();
    }
    let half = MOST_BYTES / 2;
    let head = (0..=half).rev().find_map(|at| query.get(..at));
    let tail = (query.len() - half..=query.len()).find_map(|at| query.get(at..));
    format!("{} {}", head.unwrap_or_default(), tail.unwrap_or_default())
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        // A plain word, as most in the lists are.
        return vec![Word {
            plain: settled(text),
            from: 0,
            to: text.len(),
            pause: Pause::None,
        }];
    }
    let mut words: Vec<Word> = Vec::new();
    let mut pause = Pause::None;
    let mut open: Option<Word> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if is_silent(letter) {
            continue;
        }
        let is_picture = letter > '\u{2190}' && !letter.is_alphanumeric();
        if letter.is_alphanumeric() {
            let word = open.get_or_insert_with(|| Word {
                plain: String::new(),
                from: at,
                to: end,
                pause,
            });
            spell(letter, &mut word.plain);
            word.to = end;
            continue;
        }
        if let Some(word) = open.take() {
            pause = Pause::None;
            words.push(word);
        }
        match letter {
            '.' | '!' | '?' | ';' | '\u{2026}' => pause = Pause::Hard,
            ',' | '/' | '&' | '+' | ':' | '(' | ')' | '\n' | '\u{2014}' | '\u{2013}' => {
                pause = pause.max(Pause::Soft);
            }
            _ if is_picture => {
                words.push(Word {
                    plain: letter.to_string(),
                    from: at,
                    to: end,
                    pause,
                });
                pause = Pause::None;
            }
            _ => {}
        }
    }
    words.extend(open);
    for word in &mut words {
        word.plain = settled(&word.plain);
    }
    words.retain(|word| !word.plain.is_empty());
    words
}

/// The first words and the last, of more than can be read.
pub(super) fn shortened(mut words: Vec<Word>) -> Vec<Word> {
    if words.len() > MOST_WORDS {
        words.drain(MOST_WORDS / 2..words.len() - MOST_WORDS / 2);
    }
    words
}

/// Whether a sign stands inside a word without parting it, or adds nothing to a picture.
fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' | '\u{200b}'..='\u{200d}'
            | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

/// One letter in lower case: Latin, Greek and Cyrillic, without the tables for every script.
pub fn small(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match letter {
        'A'..='Z'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{de}'
        | '\u{391}'..='\u{3a9}'
        | '\u{410}'..='\u{42f}' => code + 32,
        '\u{178}' => 0xff,
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' => code | 1,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => code + code % 2,
        '\u{400}'..='\u{40f}' => code + 80,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// One letter as a sentence begins with it, where `small` knows its pair.
pub fn capital(letter: char) -> char {
    let code = u32::from(letter);
    [
        code.wrapping_sub(32),
        code.wrapping_sub(1),
        code.wrapping_sub(80),
    ]
    .into_iter()
    .filter_map(char::from_u32)
    .find(|large| *large != letter && small(*large) == letter)
    .unwrap_or(letter)
}

/// One letter in lower case, without its accent.
fn spell(letter: char, out: &mut String) {
    for small in [small(letter)] {
        let plain = match small {
            '\u{e0}'..='\u{e5}' | '\u{101}' | '\u{103}' | '\u{105}' => "a",
            '\u{e6}' => "ae",
            '\u{e7}' | '\u{107}' | '\u{109}' | '\u{10b}' | '\u{10d}' => "c",
            '\u{10f}' | '\u{111}' | '\u{f0}' => "d",
            '\u{e8}'..='\u{eb}' | '\u{113}' | '\u{115}' | '\u{117}' | '\u{119}' | '\u{11b}' => "e",
            '\u{11d}' | '\u{11f}' | '\u{121}' | '\u{123}' => "g",
            '\u{ec}'..='\u{ef}' | '\u{129}' | '\u{12b}' | '\u{12d}' | '\u{12f}' | '\u{131}' => "i",
            '\u{13a}' | '\u{13c}' | '\u{13e}' | '\u{142}' => "l",
            '\u{f1}' | '\u{144}' | '\u{146}' | '\u{148}' => "n",
            '\u{f2}'..='\u{f6}' | '\u{f8}' | '\u{14d}' | '\u{14f}' | '\u{151}' => "o",
            '\u{153}' => "oe",
            '\u{155}' | '\u{157}' | '\u{159}' => "r",
            '\u{15b}' | '\u{15d}' | '\u{15f}' | '\u{161}' => "s",
            '\u{df}' => "ss",
            '\u{163}' | '\u{165}' => "t",
            '\u{f9}'..='\u{fc}' | '\u{169}' | '\u{16b}' | '\u{16d}' | '\u{16f}' | '\u{171}' => "u",
            '\u{fd}' | '\u{ff}' => "y",
            '\u{17a}' | '\u{17c}' | '\u{17e}' => "z",
            '\u{307}' => "",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(plain);
    }
}

/// One spelling for words that have two, and no letter drawn out.
fn settled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut run = 0;
    let mut last = None;
    for letter in word.chars() {
        run = if last == Some(letter) { run + 1 } else { 1 };
        last = Some(letter);
        if run == 3 && letter.is_alphabetic() {
            out.pop();
        }
        if run < 3 || !letter.is_alphabetic() {
            if letter == 'e' {
                for silent in ['o', 'a'] {
                    if out.ends_with(silent) {
                        out.pop();
                    }
                }
            }
            out.push(letter);
        }
    }
    match out.strip_suffix("our") {
        Some(start) if start.len() > 2 => format!("{start}or"),
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn case_accents_and_apostrophes_fall_away() {
        assert_eq!(plain("I CAN\u{2019}T  sleep!"), ["i", "cant", "sleep"]);
        assert_eq!(plain("naus\u{e9}e Diarrhoea"), ["nausee", "diarrhea"]);
        assert_eq!(plain("siiiiick sooo"), ["sick", "so"]);
    }

    #[test]
    fn a_picture_is_a_word_of_its_own() {
        assert_eq!(plain("ugh\u{1f92e}\u{fe0f}!"), ["ugh", "\u{1f92e}"]);
    }

    #[test]
    fn a_long_text_is_read_at_both_ends() {
        let long = format!("headache {} dizzy", "\u{e9}\u{1f600} ".repeat(5_000));
        let read = shortened(words(&read(&long)));
        assert_eq!(read.first().unwrap().plain, "headache");
        assert_eq!(read.last().unwrap().plain, "dizzy");
        assert!(read.len() <= MOST_WORDS);
    }
}
