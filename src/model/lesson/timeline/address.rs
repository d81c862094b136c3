//! A timeline as a short text for addresses, and back.
//!
//! `both`, `tablet` and `injection` open what their buttons open. Everything else is
//! `shown.span.hour.tablets.injections`, where the hour may be left out; a schedule is a run of doses: a letter for the amount, in
//! capitals where missed, the days since the dose before it (`q` counts quarters of a day), and
//! after `x` how many such doses follow each other.

use super::schedule::{DAY, GRID, MOST_DOSES, Plan, Planned, Schedule};
use super::{Course, Lane, Shown, Span, Timeline};

const LONGEST: usize = 1500;
const AMOUNTS: [(u8, u16); 4] = [(b'a', 50), (b'b', 100), (b'c', 150), (b'i', 380)];

/// The timeline as a text, with the moment that is looked at or without.
pub(super) fn write(timeline: &Timeline, with_moment: bool) -> String {
    let mut text = String::new();
    text.push_str(shown_name(timeline.shown));
    text.push('.');
    number(&mut text, timeline.span.days());
    text.push('.');
    if with_moment {
        number(&mut text, timeline.moment);
    }
    for lane in timeline.shown.lanes() {
        text.push('.');
        doses(&mut text, timeline.course(*lane).schedule.doses());
    }
    text
}

/// The timeline that a text stands for, if it does.
pub(super) fn read(text: &str) -> Option<Timeline> {
    if text.len() > LONGEST {
        return None;
    }
    let mut fields = text.split('.');
    let name = fields.next()?;
    let shown = Shown::ALL
        .into_iter()
        .find(|shown| shown_name(*shown) == name)?;
    let mut timeline = Timeline::default();
    timeline.show(shown);
    let Some(days) = fields.next() else {
        return Some(timeline);
    };
    let days: u16 = days.parse().ok()?;
    let hour: Option<u16> = match fields.next()? {
        "" => None,
        hour => Some(hour.parse().ok()?),
    };
    timeline.preset = None;
    timeline.span = Span::ALL.into_iter().find(|span| span.days() == days)?;
    for lane in shown.lanes() {
        let schedule = schedule(fields.next()?, *lane)?;
        let course = timeline.course_mut(*lane);
        *course = Course {
            plan: Plan::of(*lane)
                .iter()
                .copied()
                .find(|plan| plan.schedule() == schedule)
                .unwrap_or(course.plan),
            schedule,
        };
    }
    if fields.next().is_some() {
        return None;
    }
    let hour = hour
        .or_else(|| {
            shown
                .lanes()
                .iter()
                .find_map(|lane| timeline.course(*lane).schedule.resumed())
        })
        .unwrap_or(timeline.moment);
    timeline.moment = (hour / GRID * GRID).min(timeline.span.hours());
    Some(timeline)
}

fn shown_name(shown: Shown) -> &'static str {
    match shown {
        Shown::Tablet => "tablet",
        Shown::Injection => "injection",
        Shown::Both => "both",
    }
}

fn number(text: &mut String, number: u16) {
    text.push_str(&number.to_string());
}

/// A dose by its amount, whether it was taken, and its distance from the one before.
#[derive(Clone, Copy, PartialEq)]
struct Step {
    milligrams: u16,
    taken: bool,
    after: u16,
}

fn doses(text: &mut String, doses: &[Planned]) {
    let mut before = 0;
    let steps: Vec<Step> = doses
        .iter()
        .map(|dose| Step {
            milligrams: dose.milligrams,
            taken: dose.taken,
            after: dose
                .at
                .saturating_sub(std::mem::replace(&mut before, dose.at)),
        })
        .collect();
    for run in steps.chunk_by(|a, b| a == b) {
        let Some(step) = run.first() else { continue };
        let letter = AMOUNTS
            .iter()
            .find(|(_, amount)| *amount == step.milligrams)
            .map_or(b'a', |(letter, _)| *letter);
        let letter = if step.taken {
            letter
        } else {
            letter.to_ascii_uppercase()
        };
        text.push(char::from(letter));
        if step.after.is_multiple_of(DAY) {
            number(text, step.after / DAY);
        } else {
            text.push('q');
            number(text, step.after / GRID);
        }
        if let (true, Ok(count)) = (run.len() > 1, u16::try_from(run.len())) {
            text.push('x');
            number(text, count);
        }
    }
}

fn schedule(text: &str, lane: Lane) -> Option<Schedule> {
    let mut doses = Vec::new();
    let mut at = 0_u16;
    let mut rest = text;
    while let Some(letter) = rest.bytes().next() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        let small = letter.to_ascii_lowercase();
        let (_, milligrams) = *AMOUNTS.iter().find(|(known, _)| *known == small)?;
        if (milligrams == 380) != (lane == Lane::Injection) {
            return None;
        }
        rest = rest.get(1..)?;
        let unit = match rest.strip_prefix('q') {
            Some(after) => {
                rest = after;
                GRID
            }
            None => DAY,
        };
        let after = digits(&mut rest)?.checked_mul(unit)?;
        let mut count = 1;
        if let Some(more) = rest.strip_prefix('x') {
            rest = more;
            count = digits(&mut rest)?;
        }
        for _ in 0..count {
            at = at.checked_add(after)?;
            let crowded = after == 0 && !doses.is_empty();
            if at > Span::LONGEST.hours() || doses.len() == MOST_DOSES || crowded {
                return None;
            }
            doses.push(Planned {
                at,
                milligrams,
                taken: letter == small,
            });
        }
    }
    Some(Schedule::new(doses))
}

/// The number a text begins with; leaves what follows it.
fn digits(rest: &mut &str) -> Option<u16> {
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    *rest = after;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::{Preset, TimelineAction};
    use super::*;

    #[test]
    fn every_timeline_comes_back_from_its_own_address() {
        for shown in Shown::ALL {
            for preset in Preset::of(shown) {
                let mut timeline = Timeline::default();
                timeline.apply(TimelineAction::ShownChosen(shown));
                timeline.apply(TimelineAction::PresetChosen(*preset));
                timeline.apply(TimelineAction::DoseMoved(shown.lanes()[0], 0, 6));
                let text = write(&timeline, true);
                let back = read(&text).expect(&text);
                assert_eq!(write(&back, true), text);
                let text = write(&timeline, false);
                assert_eq!(write(&read(&text).expect(&text), false), text);
                for lane in shown.lanes() {
                    assert_eq!(back.course(*lane).schedule, timeline.course(*lane).schedule);
                }
                assert!(text.len() < 120, "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_address_opens_nothing() {
        for text in [
            "",
            "tablets",
            "tablet.",
            "tablet.20.0.a0",
            "tablet.21.0",
            "tablet.21.0.i0",
            "tablet.21.0.a0a0",
            "tablet.21.0.a0.",
            "tablet.21.0.a0x",
            "tablet.21.0.a0x999",
            "tablet.21.0.a999",
            "tablet.21.0.z0",
            "injection.98.0.ä0",
            "both.98.0.a0",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn without_an_hour_the_moment_is_when_doses_were_taken_again() {
        let opened = read("tablet.21..a0a1x4A1x3a1x12").unwrap();
        assert_eq!(opened.moment, 8 * 24);
    }

    #[test]
    fn a_name_alone_opens_what_its_button_opens() {
        let opened = read("injection").unwrap();
        assert_eq!((opened.shown, opened.span), (Shown::Injection, Span::Long));
    }
}
