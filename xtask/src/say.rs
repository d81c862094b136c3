//! What the chores tell the person who runs them.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// One line about what is being done.
pub(crate) fn line(text: &str) {
    plain(&format!("{text}\n"));
}

/// Text that has its own line ends; nobody being there to read it is no failure.
pub(crate) fn plain(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// The last line of a chore that did not end well.
pub(crate) fn failure(text: &str) {
    let _ = writeln!(io::stderr().lock(), "\nerror: {text}");
}

/// A heading over what the next tool prints.
pub(crate) fn heading(text: &str) {
    line(&format!("\n== {text}"));
}

/// The moment a chore begins, to tell later how long it took.
#[expect(
    clippy::disallowed_methods,
    reason = "a chore is timed for the person who waits for it"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// A time as a person would say it: `4.2 s`, `3 min 5 s`.
pub(crate) fn time(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// A byte count with thin groups: `130 000`.
pub(crate) fn bytes(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_a_person_would_say_them() {
        assert_eq!(time(Duration::from_millis(4_230)), "4.2 s");
        assert_eq!(time(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn bytes_are_grouped_by_thousands() {
        assert_eq!(bytes(7), "7");
        assert_eq!(bytes(4_000), "4 000");
        assert_eq!(bytes(1_300_250), "1 300 250");
    }
}
