//! What can be shown: which form, how much time, and what happens.

use super::schedule::{DAY, Mishap};

/// One of the two courses that stand above each other on one time scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Tablets.
    Tablet,
    /// Injections.
    Injection,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Tablets alone.
    Tablet,
    /// Injections alone.
    Injection,
    /// Both, on one scale.
    Both,
}

impl Shown {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Tablet, Self::Injection, Self::Both];

    /// The lanes from top to bottom.
    pub fn lanes(self) -> &'static [Lane] {
        match self {
            Self::Tablet => &[Lane::Tablet],
            Self::Injection => &[Lane::Injection],
            Self::Both => &[Lane::Tablet, Lane::Injection],
        }
    }
}

/// How much time is shown, from the first dose on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Three weeks.
    Short,
    /// Six weeks.
    Middle,
    /// Fourteen weeks.
    Long,
}

impl Span {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Short, Self::Middle, Self::Long];
    /// As far as doses can lie.
    pub const LONGEST: Self = Self::Long;

    /// How many days.
    pub fn days(self) -> u16 {
        match self {
            Self::Short => 21,
            Self::Middle => 42,
            Self::Long => 98,
        }
    }

    /// How many hours.
    pub fn hours(self) -> u16 {
        self.days() * DAY
    }
}

/// Something a learner can see happen with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Every dose in time.
    AsPlanned,
    /// One tablet missed.
    OneTabletMissed,
    /// Three tablets missed, one after another.
    ThreeTabletsMissed,
    /// The second injection two weeks late.
    InjectionLate,
    /// The second injection missed.
    InjectionMissed,
    /// Nothing after four weeks.
    Stopped,
}

impl Preset {
    /// What is offered for what is shown.
    pub fn of(shown: Shown) -> &'static [Self] {
        match shown {
            Shown::Tablet => &[
                Self::AsPlanned,
                Self::OneTabletMissed,
                Self::ThreeTabletsMissed,
                Self::Stopped,
            ],
            Shown::Injection => &[
                Self::AsPlanned,
                Self::InjectionLate,
                Self::InjectionMissed,
                Self::Stopped,
            ],
            Shown::Both => &[
                Self::AsPlanned,
                Self::OneTabletMissed,
                Self::ThreeTabletsMissed,
                Self::InjectionLate,
                Self::Stopped,
            ],
        }
    }

    /// What it does to a lane.
    pub(super) fn mishap(self, lane: Lane) -> Mishap {
        match (self, lane) {
            (Self::OneTabletMissed, Lane::Tablet) | (Self::InjectionMissed, Lane::Injection) => {
                Mishap::OneMissed
            }
            (Self::ThreeTabletsMissed, Lane::Tablet) => Mishap::ThreeMissed,
            (Self::InjectionLate, Lane::Injection) => Mishap::TwoWeeksLate,
            (Self::Stopped, _) => Mishap::Stopped,
            _ => Mishap::None,
        }
    }
}
