//! When each dose was due, when it was taken, and the plans and mishaps a learner can pick.

use super::{Lane, Span};
use crate::model::pharmacology::dosing::{Dose, Route};
use crate::model::units::{Hours, Milligrams};

/// Hours in a day.
pub const DAY: u16 = 24;
/// The grid on which doses and moments lie, in hours.
pub const GRID: u16 = 6;
/// The most doses one lane can hold.
pub const MOST_DOSES: usize = 200;

/// The usual tablet, in milligrams.
const TABLET: u16 = 50;
/// The injection, in milligrams.
const INJECTION: u16 = 380;
/// Time between two injections, in hours.
const MONTH: u16 = 28 * DAY;

/// A dose as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Hours since the first dose was due.
    pub at: u16,
    /// How much.
    pub milligrams: u16,
    /// Whether it was taken; a missed one keeps its place.
    pub taken: bool,
}

/// The doses of one lane, in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    doses: Vec<Planned>,
}

/// What a prescriber may have planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// One tablet and no more.
    OneTablet,
    /// A tablet a day.
    DailyTablets,
    /// Larger doses on three days a week, with someone watching.
    WatchedTablets,
    /// One injection and no more.
    OneInjection,
    /// An injection every four weeks.
    MonthlyInjections,
}

impl Plan {
    /// The plans of a lane.
    pub fn of(lane: Lane) -> &'static [Self] {
        match lane {
            Lane::Tablet => &[Self::OneTablet, Self::DailyTablets, Self::WatchedTablets],
            Lane::Injection => &[Self::OneInjection, Self::MonthlyInjections],
        }
    }

    /// Whose plan it is.
    pub fn lane(self) -> Lane {
        match self {
            Self::OneTablet | Self::DailyTablets | Self::WatchedTablets => Lane::Tablet,
            Self::OneInjection | Self::MonthlyInjections => Lane::Injection,
        }
    }

    /// Every dose of the plan, taken.
    pub fn schedule(self) -> Schedule {
        let days = Span::LONGEST.days();
        let dose = |at, milligrams| Planned {
            at,
            milligrams,
            taken: true,
        };
        let doses = match self {
            Self::OneTablet => vec![dose(0, TABLET)],
            Self::DailyTablets => (0..days).map(|day| dose(day * DAY, TABLET)).collect(),
            Self::WatchedTablets => (0..days / 7)
                .flat_map(|week| {
                    [(0, 2 * TABLET), (2, 2 * TABLET), (4, 3 * TABLET)]
                        .map(|(day, amount)| dose((week * 7 + day) * DAY, amount))
                })
                .collect(),
            Self::OneInjection => vec![dose(0, INJECTION)],
            Self::MonthlyInjections => (0..days.div_ceil(28))
                .map(|month| dose(month * MONTH, INJECTION))
                .collect(),
        };
        Schedule { doses }
    }
}

/// What may become of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing: every dose in time.
    None,
    /// One dose is missed.
    OneMissed,
    /// Three doses are missed.
    ThreeMissed,
    /// The second dose comes two weeks late, and all after it.
    TwoWeeksLate,
    /// No dose is taken from the fifth week on.
    Stopped,
}

impl Schedule {
    /// A schedule of these doses, put in order.
    pub fn new(mut doses: Vec<Planned>) -> Self {
        doses.sort_by_key(|dose| dose.at);
        doses.truncate(MOST_DOSES);
        Self { doses }
    }

    /// Every dose, missed ones too.
    pub fn doses(&self) -> &[Planned] {
        &self.doses
    }

    /// The doses that were taken, as the equations want them.
    pub fn given(&self, lane: Lane) -> Vec<Dose> {
        let route = match lane {
            Lane::Tablet => Route::Tablet,
            Lane::Injection => Route::Injection,
        };
        let taken = self.doses.iter().filter(|dose| dose.taken);
        taken
            .map(|dose| Dose {
                at: Hours::of(f64::from(dose.at)),
                amount: Milligrams::of(f64::from(dose.milligrams)),
                route,
            })
            .collect()
    }

    /// How many doses before a time were missed.
    pub fn missed_before(&self, hour: u16) -> usize {
        let missed = |dose: &&Planned| dose.at < hour && !dose.taken;
        self.doses.iter().filter(missed).count()
    }

    /// The hour of the first dose that was taken after a missed one.
    pub fn resumed(&self) -> Option<u16> {
        let pairs = self.doses.iter().zip(self.doses.iter().skip(1));
        let mut resumed = pairs.filter(|(before, dose)| !before.taken && dose.taken);
        resumed.next().map(|(_, dose)| dose.at)
    }

    /// The dose that lies nearest to a time.
    pub fn nearest(&self, hour: u16) -> Option<usize> {
        let near = |(_, dose): &(usize, &Planned)| dose.at.abs_diff(hour);
        let nearest = self.doses.iter().enumerate().min_by_key(near);
        nearest.map(|(at, _)| at)
    }

    /// Lets something happen to a plan; returns the hour at which that shows most.
    pub(super) fn befall(&mut self, lane: Lane, mishap: Mishap) -> Option<u16> {
        let first = match (lane, self.doses.get(1)) {
            (Lane::Tablet, Some(second)) if second.at == DAY => 5,
            (Lane::Tablet, _) => 3,
            (Lane::Injection, _) => 1,
        };
        let count = match mishap {
            Mishap::None => return None,
            Mishap::OneMissed => 1,
            Mishap::ThreeMissed => 3,
            Mishap::TwoWeeksLate => {
                for dose in self.doses.iter_mut().skip(1) {
                    dose.at += 14 * DAY;
                }
                self.doses.retain(|dose| dose.at < Span::LONGEST.hours());
                return self.doses.get(1).map(|dose| dose.at);
            }
            Mishap::Stopped => {
                for dose in &mut self.doses {
                    dose.taken &= dose.at < MONTH;
                }
                return Some(34 * DAY);
            }
        };
        for dose in self.doses.iter_mut().skip(first).take(count) {
            dose.taken = false;
        }
        self.doses.get(first + count).map(|dose| dose.at)
    }

    /// Takes or misses a dose.
    pub(super) fn take(&mut self, dose: usize, taken: bool) {
        if let Some(dose) = self.doses.get_mut(dose) {
            dose.taken = taken;
        }
    }

    /// Moves a dose, not past its neighbours.
    pub(super) fn shift(&mut self, index: usize, to: u16) {
        let least = match index
            .checked_sub(1)
            .and_then(|before| self.doses.get(before))
        {
            Some(before) => before.at + GRID,
            None => 0,
        };
        let most = match self.doses.get(index + 1) {
            Some(after) => after.at.saturating_sub(GRID),
            None => Span::LONGEST.hours(),
        };
        if let Some(dose) = self.doses.get_mut(index) {
            dose.at = (to / GRID * GRID).min(most).max(least);
        }
    }

    /// The schedule with a dose moved, not past its neighbours.
    #[must_use]
    pub fn with_moved(&self, dose: usize, to: u16) -> Self {
        let mut moved = self.clone();
        if moved.doses.get(dose).is_some_and(|dose| dose.at != to) {
            moved.shift(dose, to);
        }
        moved
    }

    /// Takes a dose off the plan.
    pub(super) fn remove(&mut self, dose: usize) {
        if dose < self.doses.len() {
            self.doses.remove(dose);
        }
    }

    /// Adds a dose of the lane's usual size; returns which one it is.
    pub(super) fn add(&mut self, lane: Lane, at: u16) -> Option<usize> {
        let at = at / GRID * GRID;
        let place = self.doses.partition_point(|dose| dose.at < at);
        if let Some(there) = self.doses.get_mut(place).filter(|dose| dose.at == at) {
            there.taken = true;
        } else if self.doses.len() < MOST_DOSES {
            let milligrams = match lane {
                Lane::Tablet => TABLET,
                Lane::Injection => INJECTION,
            };
            self.doses.insert(
                place,
                Planned {
                    at,
                    milligrams,
                    taken: true,
                },
            );
        } else {
            return None;
        }
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(schedule: &Schedule, taken: bool) -> Vec<u16> {
        let doses = schedule.doses().iter().filter(|dose| dose.taken == taken);
        doses.map(|dose| dose.at / DAY).collect()
    }

    #[test]
    fn three_missed_tablets_are_days_five_to_seven_and_show_most_before_the_next() {
        let mut schedule = Plan::DailyTablets.schedule();
        let shows = schedule.befall(Lane::Tablet, Mishap::ThreeMissed);
        assert_eq!((hours(&schedule, false), shows), (vec![5, 6, 7], Some(192)));
    }

    #[test]
    fn a_late_injection_moves_all_after_it() {
        let mut schedule = Plan::MonthlyInjections.schedule();
        schedule.befall(Lane::Injection, Mishap::TwoWeeksLate);
        assert_eq!(hours(&schedule, true), [0, 42, 70]);
    }

    #[test]
    fn stopping_leaves_four_weeks_of_either_form() {
        let mut tablets = Plan::DailyTablets.schedule();
        tablets.befall(Lane::Tablet, Mishap::Stopped);
        assert_eq!(hours(&tablets, true), (0..28).collect::<Vec<_>>());
        let mut injections = Plan::MonthlyInjections.schedule();
        injections.befall(Lane::Injection, Mishap::Stopped);
        assert_eq!(hours(&injections, true), [0]);
    }

    #[test]
    fn a_dose_never_moves_past_its_neighbours() {
        let mut schedule = Plan::DailyTablets.schedule();
        schedule.shift(5, 0);
        schedule.shift(6, 999);
        let at = |index: usize| schedule.doses()[index].at;
        assert_eq!((at(5), at(6), at(7)), (4 * 24 + 6, 7 * 24 - 6, 7 * 24));
    }

    #[test]
    fn a_dose_added_where_one_was_missed_is_that_dose_taken_and_another_can_be_removed() {
        let mut schedule = Plan::DailyTablets.schedule();
        schedule.take(3, false);
        let count = schedule.doses().len();
        assert_eq!(schedule.add(Lane::Tablet, 3 * 24), Some(3));
        assert_eq!(schedule, Plan::DailyTablets.schedule());
        assert_eq!(schedule.add(Lane::Tablet, 3 * 24 + 8), Some(4));
        assert_eq!(schedule.doses().len(), count + 1);
        schedule.remove(4);
        schedule.remove(count);
        assert_eq!(schedule, Plan::DailyTablets.schedule());
    }
}
