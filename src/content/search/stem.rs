//! Plurals and word forms brought to one stem. Stems are compared, never shown.

use super::slips;

/// How far an ending may have slipped: a key beside, or two letters swapped.
const SLIP: u16 = 9;

/// The stem of a plain word.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.len() < 4 {
        return stem;
    }
    plural(&mut stem);
    if stem.len() > 6 {
        cut(&mut stem, "ly", 4);
    }
    if cut(&mut stem, "ness", 3) && stem.ends_with('i') {
        stem.pop();
        stem.push('y');
    }
    if !stem.ends_with("eed") && (cut(&mut stem, "ing", 3) || cut(&mut stem, "ed", 3)) {
        undouble(&mut stem);
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// The stem of a word of which the ending alone has slipped, as in `sleepibess` or `itchibg`.
pub(super) fn mended(word: &str) -> Option<String> {
    let whole = |start: &str, ending: &str| (start.len() > 2).then(|| [start, ending].concat());
    let short = [("ng", "ing"), ("in", "ing"), ("nes", "ness")];
    let cut = short.into_iter().find_map(|(typed, ending)| {
        let start = word
            .strip_suffix(typed)
            .filter(|start| !start.ends_with('i'));
        start.and_then(|start| whole(start, ending))
    });
    if let Some(whole) = cut {
        return Some(stem(&whole));
    }
    ["ness", "ing"].into_iter().find_map(|ending| {
        let (start, end) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
        let slipped = start.len() > 3 && slips::distance(end, ending, SLIP).is_some();
        slipped.then(|| stem(&[start, ending].concat()))
    })
}

fn plural(word: &mut String) {
    if word.ends_with("ies") && word.len() > 4 {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["ches", "shes", "sses", "xes", "zes"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.pop();
    }
}

/// Takes an ending off, if what is left is long enough and can be spoken.
fn cut(word: &mut String, ending: &str, least: usize) -> bool {
    let Some(start) = word.strip_suffix(ending) else {
        return false;
    };
    let spoken = start.len() > 3 || start.bytes().any(|letter| b"aeiouy".contains(&letter));
    if start.len() < least || !spoken {
        return false;
    }
    let length = start.len();
    word.truncate(length);
    true
}

/// `throbb` to `throb`, but not `fall` to `fal`.
fn undouble(word: &mut String) {
    let mut letters = word.bytes().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
        && !b"lszfaeiou".contains(&last)
        && word.len() > 3
    {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["ache", "aches", "aching", "ached"][..],
            &["vomit", "vomits", "vomiting"],
            &["throb", "throbbing", "throbs"],
            &["dizzy", "dizziness"],
            &["itch", "itches", "itching"],
            &["bruise", "bruises", "bruising", "bruised"],
            &["sick", "sickness"],
            &["worry", "worries"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn words_that_mean_the_opposite_stay_apart() {
        assert_ne!(stem("sleepy"), stem("sleep"));
        assert_ne!(stem("sleepless"), stem("sleep"));
    }
}
