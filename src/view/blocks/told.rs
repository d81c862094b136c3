//! What is said aloud as it happens: the latest alone, and never twice in two seconds.

use crate::content::text::Key;
use crate::model::world::engine::Counts;

/// Shortest time between two announcements, in seconds.
const BETWEEN: f64 = 2.0;

/// Shortest time between two announcements of numbers alone, in seconds.
const BETWEEN_NUMBERS: f64 = 6.0;

/// Part of the receptors that must have changed for numbers to be worth saying.
const WORTH: u32 = 6;

/// Something worth saying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum News {
    /// Something else goes on; the numbers follow.
    Caption(Key),
    /// Many receptors have changed.
    Numbers,
    /// The scene has shown its answer.
    Conclusion,
}

/// Remembers what was said, and when.
#[derive(Clone, Copy, Debug, Default)]
pub struct Announcer {
    at: Option<f64>,
    caption: Option<Key>,
    counts: Option<Counts>,
    concluded: bool,
}

impl Announcer {
    /// What is worth saying now, given a time in seconds; nothing if it is too soon or nothing new.
    pub fn hear(&mut self, now: f64, caption: Key, counts: Counts, ended: bool) -> Option<News> {
        let since = self.at.map_or(f64::INFINITY, |at| now - at);
        if since < BETWEEN {
            return None;
        }
        let news = if ended && !self.concluded {
            News::Conclusion
        } else if self.caption != Some(caption) && !ended {
            News::Caption(caption)
        } else if since >= BETWEEN_NUMBERS && !ended && self.far_from(counts) {
            News::Numbers
        } else {
            return None;
        };
        self.at = Some(now);
        self.caption = Some(caption);
        self.counts = Some(counts);
        self.concluded = ended;
        Some(news)
    }

    fn far_from(&self, counts: Counts) -> bool {
        let worth = counts.total() / WORTH;
        self.counts.is_none_or(|said| {
            said.agonist.abs_diff(counts.agonist) >= worth
                || said.antagonist.abs_diff(counts.antagonist) >= worth
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Counts = Counts {
        free: 60,
        agonist: 0,
        antagonist: 0,
    };
    const MANY: Counts = Counts {
        free: 40,
        agonist: 20,
        antagonist: 0,
    };

    #[test]
    fn nothing_is_said_twice_in_two_seconds_and_the_latest_is_said_then() {
        let mut announcer = Announcer::default();
        let first = announcer.hear(0.0, Key(1), NONE, false);
        assert_eq!(first, Some(News::Caption(Key(1))));
        for tenth in 1..20 {
            let now = f64::from(tenth) / 10.0;
            assert_eq!(announcer.hear(now, Key(2), MANY, false), None);
        }
        let next = announcer.hear(2.0, Key(3), MANY, false);
        assert_eq!(next, Some(News::Caption(Key(3))));
    }

    #[test]
    fn numbers_are_said_when_they_have_changed_a_lot_and_not_before_their_time() {
        let mut announcer = Announcer::default();
        announcer.hear(0.0, Key(1), NONE, false);
        assert_eq!(announcer.hear(5.0, Key(1), MANY, false), None);
        assert_eq!(announcer.hear(6.0, Key(1), NONE, false), None);
        let said = announcer.hear(7.0, Key(1), MANY, false);
        assert_eq!(said, Some(News::Numbers));
    }

    #[test]
    fn the_conclusion_is_said_once() {
        let mut announcer = Announcer::default();
        let said = announcer.hear(0.0, Key(1), NONE, true);
        assert_eq!(said, Some(News::Conclusion));
        assert_eq!(announcer.hear(9.0, Key(2), MANY, true), None);
    }
}
