//! What stands in "How long it lasts", and what can be done there.

mod address;
pub mod course;
pub mod schedule;
mod shown;

use self::schedule::{GRID, Plan, Schedule};
pub use self::shown::{Lane, Preset, Shown, Span};

/// How many edits can be taken back.
const MOST_PAST: usize = 60;

/// What was planned for a lane and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What was planned.
    pub plan: Plan,
    /// What was taken.
    pub schedule: Schedule,
}

/// The detail that opens the receptor scene at a blockade: how many times its half-blocking level
/// naltrexone is at, with two decimals.
pub fn link_to_scene(relative: f64) -> String {
    let mut text = "blockade=".to_owned();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what does not fit becomes the nearest that does"
    )]
    let hundredths = (relative * 100.0 + 0.5) as u32;
    text.push_str(&(hundredths / 100).to_string());
    text.push('.');
    text.push_str(&(hundredths / 10 % 10).to_string());
    text.push_str(&(hundredths % 10).to_string());
    text
}

/// What stands in "How long it lasts".
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Which forms are shown.
    pub shown: Shown,
    /// How much time is shown.
    pub span: Span,
    /// The tablets.
    pub tablet: Course,
    /// The injections.
    pub injection: Course,
    /// The moment that is looked at, in hours since the first dose.
    pub moment: u16,
    /// The dose that is chosen for a change.
    pub chosen: Option<(Lane, usize)>,
    /// What the last tap on a preset was, until a dose is changed by hand.
    pub preset: Option<Preset>,
    /// What can be taken back, the latest last.
    past: Vec<(Course, Course)>,
}

/// Everything that can be done in "How long it lasts", named as facts already true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimelineAction {
    /// Another form was chosen.
    ShownChosen(Shown),
    /// Another stretch of time was chosen.
    SpanChosen(Span),
    /// A plan was chosen for its lane.
    PlanChosen(Plan),
    /// Something was let happen to what is shown.
    PresetChosen(Preset),
    /// Another moment is looked at, in hours since the first dose.
    MomentPicked(u16),
    /// A dose was chosen for a change.
    DoseChosen(Lane, usize),
    /// A dose was taken after all, or missed.
    DoseTaken(Lane, usize, bool),
    /// A dose was moved to another hour.
    DoseMoved(Lane, usize, u16),
    /// A dose was added at an hour.
    DoseAdded(Lane, u16),
    /// A dose was taken off the plan, as if it had never been on it.
    DoseRemoved(Lane, usize),
    /// The last change of a dose was taken back.
    Undone,
}

impl Default for Timeline {
    fn default() -> Self {
        let course = |plan: Plan| Course {
            plan,
            schedule: plan.schedule(),
        };
        let mut new = Self {
            shown: Shown::Both,
            span: Span::Long,
            tablet: course(Plan::DailyTablets),
            injection: course(Plan::MonthlyInjections),
            moment: 0,
            chosen: None,
            preset: None,
            past: Vec::new(),
        };
        new.befall(Preset::Stopped);
        new
    }
}

impl Timeline {
    /// Takes over an action.
    pub fn apply(&mut self, action: TimelineAction) {
        match action {
            TimelineAction::ShownChosen(shown) => self.show(shown),
            TimelineAction::SpanChosen(span) => {
                self.span = span;
                self.moment = self.moment.min(span.hours());
            }
            TimelineAction::PlanChosen(plan) => {
                self.remember();
                let schedule = plan.schedule();
                *self.course_mut(plan.lane()) = Course { plan, schedule };
                self.chosen = None;
                self.preset = None;
            }
            TimelineAction::PresetChosen(preset) => {
                self.remember();
                self.befall(preset);
            }
            TimelineAction::MomentPicked(hour) => {
                self.moment = (hour / GRID * GRID).min(self.span.hours());
            }
            TimelineAction::DoseChosen(lane, dose) => self.chosen = Some((lane, dose)),
            TimelineAction::DoseTaken(lane, dose, taken) => {
                self.edit(lane, Some(dose)).take(dose, taken);
            }
            TimelineAction::DoseMoved(lane, dose, to) => {
                self.edit(lane, Some(dose)).shift(dose, to);
            }
            TimelineAction::DoseAdded(lane, at) => {
                let added = self.edit(lane, None).add(lane, at);
                self.chosen = added.map(|dose| (lane, dose));
            }
            TimelineAction::DoseRemoved(lane, dose) => self.edit(lane, None).remove(dose),
            TimelineAction::Undone => {
                if let Some((tablet, injection)) = self.past.pop() {
                    (self.tablet, self.injection) = (tablet, injection);
                    self.chosen = None;
                    self.preset = None;
                }
            }
        }
    }

    /// The course of a lane.
    pub fn course(&self, lane: Lane) -> &Course {
        match lane {
            Lane::Tablet => &self.tablet,
            Lane::Injection => &self.injection,
        }
    }

    /// The dose that a change would be made to.
    pub fn dose(&self) -> Option<(Lane, usize)> {
        let lanes = self.shown.lanes();
        let chosen = self.chosen.filter(|(lane, dose)| {
            lanes.contains(lane) && *dose < self.course(*lane).schedule.doses().len()
        });
        chosen.or_else(|| {
            let lane = *lanes.first()?;
            let nearest = self.course(lane).schedule.nearest(self.moment)?;
            Some((lane, nearest))
        })
    }

    /// Whether a change can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, detail: &str) {
        if detail == address::write(self, false) {
            // That stands here already, whatever moment is looked at.
            return;
        }
        if let Some(opened) = address::read(detail) {
            let past = std::mem::take(&mut self.past);
            *self = opened;
            self.past = past;
        }
    }

    /// What stands here and the moment that is looked at, as an address names them.
    pub fn address(&self) -> String {
        address::write(self, true)
    }

    /// What is open, as an address names it; nothing where that is what stands here at first.
    ///
    /// The moment is no part of it: whoever goes back wants back a schedule, not every step of a slider.
    pub fn detail(&self) -> Option<String> {
        let written = address::write(self, false);
        (written != address::write(&Self::default(), false)).then_some(written)
    }

    fn course_mut(&mut self, lane: Lane) -> &mut Course {
        match lane {
            Lane::Tablet => &mut self.tablet,
            Lane::Injection => &mut self.injection,
        }
    }

    fn show(&mut self, shown: Shown) {
        self.shown = shown;
        self.span = match (shown, self.preset) {
            (Shown::Tablet, Some(Preset::Stopped)) => Span::Middle,
            (Shown::Tablet, _) => Span::Short,
            _ => Span::Long,
        };
        self.moment = self.moment.min(self.span.hours());
        self.chosen = None;
    }

    fn befall(&mut self, preset: Preset) {
        let mut shows = None;
        for lane in self.shown.lanes() {
            let course = self.course_mut(*lane);
            course.schedule = course.plan.schedule();
            shows = shows.or(course.schedule.befall(*lane, preset.mishap(*lane)));
        }
        self.preset = Some(preset);
        self.show(self.shown);
        if let Some(hour) = shows {
            self.moment = hour.min(self.span.hours());
        }
    }

    fn remember(&mut self) {
        let now = (self.tablet.clone(), self.injection.clone());
        if self.past.len() == MOST_PAST {
            self.past.remove(0);
        }
        self.past.push(now);
    }

    fn edit(&mut self, lane: Lane, dose: Option<usize>) -> &mut Schedule {
        self.remember();
        self.preset = None;
        self.chosen = dose.map(|dose| (lane, dose));
        &mut self.course_mut(lane).schedule
    }
}

#[cfg(test)]
mod tests {
    use super::schedule::DAY;
    use super::*;

    fn after(actions: &[TimelineAction]) -> Timeline {
        let mut timeline = Timeline::default();
        for action in actions {
            timeline.apply(*action);
        }
        timeline
    }

    #[test]
    fn at_first_both_forms_have_stopped_after_four_weeks() {
        let timeline = Timeline::default();
        assert_eq!((timeline.moment, timeline.detail()), (34 * DAY, None));
        assert_eq!(timeline.tablet.schedule.missed_before(98 * DAY), 70);
        assert_eq!(timeline.injection.schedule.missed_before(98 * DAY), 3);
    }

    #[test]
    fn every_change_of_a_dose_can_be_taken_back() {
        let changed = [
            TimelineAction::DoseTaken(Lane::Tablet, 2, false),
            TimelineAction::DoseMoved(Lane::Injection, 0, 48),
            TimelineAction::DoseAdded(Lane::Injection, 480),
            TimelineAction::DoseRemoved(Lane::Tablet, 9),
            TimelineAction::PlanChosen(Plan::WatchedTablets),
            TimelineAction::PresetChosen(Preset::InjectionLate),
        ];
        let mut timeline = after(&changed);
        for _ in changed {
            timeline.apply(TimelineAction::Undone);
        }
        let fresh = Timeline::default();
        assert_eq!(
            (timeline.tablet, timeline.injection, timeline.past.len()),
            (fresh.tablet, fresh.injection, 0)
        );
    }

    #[test]
    fn a_moment_lies_on_the_grid_and_inside_what_is_shown() {
        let timeline = after(&[
            TimelineAction::ShownChosen(Shown::Tablet),
            TimelineAction::SpanChosen(Span::Short),
            TimelineAction::MomentPicked(9999),
        ]);
        assert_eq!(timeline.moment, 21 * DAY);
    }

    #[test]
    fn asking_for_what_stands_here_leaves_the_moment_alone() {
        let mut timeline = after(&[
            TimelineAction::PresetChosen(Preset::ThreeTabletsMissed),
            TimelineAction::MomentPicked(96),
        ]);
        let detail = timeline.detail().unwrap();
        timeline.open(&detail);
        assert_eq!(timeline.moment, 96);
    }

    #[test]
    fn a_blockade_is_handed_on_with_two_decimals() {
        assert_eq!(link_to_scene(5.25), "blockade=5.25");
        assert_eq!(link_to_scene(0.004), "blockade=0.00");
        assert_eq!(link_to_scene(99.996), "blockade=100.00");
    }

    #[test]
    fn a_dose_that_is_not_shown_is_not_the_one_to_change() {
        let timeline = after(&[
            TimelineAction::DoseChosen(Lane::Injection, 1),
            TimelineAction::ShownChosen(Shown::Tablet),
        ]);
        assert_eq!(timeline.dose().map(|(lane, _)| lane), Some(Lane::Tablet));
    }
}
