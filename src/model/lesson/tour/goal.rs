//! What a step must have shown for its answer to hold, checked by the model that showed it.

use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::Diary;
use crate::model::lesson::story;
use crate::model::lesson::timeline::Lane;
use crate::model::lesson::timeline::schedule::{DAY, Plan};
use crate::model::pharmacology::Pharmacology;
use crate::model::units::{Hours, Share};
use crate::model::world::history::Reading;

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Endorphins switch some receptors on, and then fewer again.
    ComesAndGoes,
    /// A strong signal although most receptors are empty.
    FewSeatsStrongSignal,
    /// Naltrexone keeps nearly every place.
    Held,
    /// A very large amount of opioid gets through the block.
    GotThrough,
    /// Opioids leave by themselves, and naltrexone takes their places.
    LeftByThemselves,
    /// With naltrexone, endorphins find fewer places.
    FewerPlaces,
    /// The same amount of opioid is heard more and more.
    SignalReturned,
    /// The injection still blocks when the tablet no longer does.
    Outlasts,
    /// Without tablets the block that was nearly whole is nearly gone.
    Faded,
    /// What was counted in a trial: it depends on no run.
    Counted,
}

/// Days after the last dose at which tablet and injection are compared.
const COMPARED_AFTER: u16 = 10;

/// Days without a tablet after which the block is looked at again.
const STOPPED_FOR: u16 = 14;

impl Goal {
    /// Whether a run has shown it; false as long as it is not at its end.
    pub fn met_by(self, play: &Play, diary: &Diary) -> bool {
        let readings = diary.moments();
        let wanted = story::moments(play.run().scene(), play.run().picked()).len();
        let (Some(first), Some(last)) = (readings.first(), readings.last()) else {
            return false;
        };
        if readings.len() < wanted {
            return false;
        }
        let all = last.counts.total();
        let on = |reading: &Reading| reading.counts.agonist;
        match self {
            Self::ComesAndGoes => readings.get(1).is_some_and(|burst| {
                on(burst) > on(first) && on(last) < on(burst) && 2 * on(burst) < all
            }),
            Self::FewSeatsStrongSignal => {
                2 * on(last) < all && last.answer.signal > 2.0 * first.answer.signal.max(0.2)
            }
            Self::Held => 6 * last.counts.antagonist >= 5 * all,
            Self::GotThrough => on(last) > 2 * on(first).max(1) && 2 * on(last) > all,
            Self::LeftByThemselves => {
                let sitters = diary.sitters();
                sitters.left > 0 && sitters.taken > 0 && last.answer.signal < first.answer.signal
            }
            Self::FewerPlaces => 2 * on(last) < on(first),
            Self::SignalReturned => last.answer.signal > first.answer.signal,
            Self::Counted => true,
            Self::Outlasts | Self::Faded => false,
        }
    }

    /// Whether the equations show it; false for what only a run can show.
    pub fn met_in(self, pharmacology: &Pharmacology) -> bool {
        let tablet = |days| after_last_tablet(pharmacology, days).value();
        match self {
            Self::Outlasts => {
                let injection = after_last_injection(pharmacology, Self::compared_after());
                tablet(Self::compared_after()) < 0.25 && injection.value() > 0.75
            }
            Self::Faded => tablet(1) > 0.9 && tablet(Self::stopped_for()) < 0.1,
            Self::Counted => true,
            _ => false,
        }
    }

    /// Days after the last dose at which tablet and injection are compared.
    pub fn compared_after() -> u16 {
        COMPARED_AFTER
    }

    /// Days without a tablet after which the block is looked at again.
    pub fn stopped_for() -> u16 {
        STOPPED_FOR
    }
}

/// Share of receptors blocked so many days after the last of two weeks of daily tablets.
pub fn after_last_tablet(pharmacology: &Pharmacology, days: u16) -> Share {
    let doses = Plan::DailyTablets.schedule().given(Lane::Tablet);
    let last = 13 * DAY;
    let until = |hour: f64| hour <= f64::from(last);
    let taken: Vec<_> = doses
        .into_iter()
        .take_while(|dose| until(dose.at.value()))
        .collect();
    let at = Hours::of(f64::from(last + days * DAY));
    pharmacology.blockade.at(&taken, at).usual.share()
}

/// Share of receptors blocked so many days after one injection.
pub fn after_last_injection(pharmacology: &Pharmacology, days: u16) -> Share {
    let doses = Plan::OneInjection.schedule().given(Lane::Injection);
    let first = doses.get(..1).unwrap_or_default();
    let at = Hours::of(f64::from(days * DAY));
    pharmacology.blockade.at(first, at).usual.share()
}
