//! What a receptor of the world shows on the stage, and how much light it gives.

use super::layout::narrow;
use crate::model::pharmacology::ligand::Substance;
use crate::model::world::receptor::{Receptor, Species};
use crate::view::plate::geometry::{MoleculeKind, ReceptorState};

/// Seconds in which light and G protein answer to a receptor that switches on.
const RISE: f32 = 0.5;
/// Seconds in which the light goes out.
const FADE: f32 = 0.45;

/// Seconds after which it no longer matters since when a receptor is on.
pub(super) const LONG_AGO: f32 = 1000.0;

/// What plays the agonist: its shape, and whether it switches receptors on only partly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// Its shape and colour.
    pub kind: MoleculeKind,
    /// Whether a receptor that holds it is only partly on.
    pub partly: bool,
}

impl Cast {
    /// How a substance is shown.
    pub fn of(agonist: Substance) -> Self {
        Self {
            kind: match agonist {
                Substance::Endorphin => MoleculeKind::Endorphin,
                _ => MoleculeKind::Opioid,
            },
            partly: agonist == Substance::PartialAgonist,
        }
    }

    /// What a receptor shows when this species, or nobody, holds it.
    pub fn state(self, holder: Option<Species>) -> ReceptorState {
        match holder {
            None => ReceptorState::Empty,
            Some(Species::Antagonist) => ReceptorState::Blocked,
            Some(Species::Agonist) if self.partly => ReceptorState::PartlyOn,
            Some(Species::Agonist) => ReceptorState::SwitchedOn,
        }
    }
}

/// How much signal leaves a receptor, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light {
    /// Of the glow.
    pub(super) glow: f32,
    /// How far the G protein has parted.
    pub(super) parted: f32,
    /// Seconds since it came on, if it is on.
    pub(super) since: Option<f32>,
}

impl Light {
    /// The light of a receptor at a step; `still` pictures show where it ends.
    pub(super) fn of(receptor: &Receptor, tick: u64, still: bool) -> Self {
        let on = receptor.holder == Some(Species::Agonist);
        // What holds from the start has held for long.
        let age = if still || receptor.since == 0 {
            LONG_AGO
        } else {
            let steps = u32::try_from(tick.saturating_sub(receptor.since)).unwrap_or(u32::MAX);
            narrow(f64::from(steps)) / 60.0
        };
        let share = if on {
            (age / RISE).min(1.0)
        } else if receptor.before == Some(Species::Agonist) {
            1.0 - (age / FADE).min(1.0)
        } else {
            0.0
        };
        Self {
            glow: share,
            // Quick at first, then slower.
            parted: share * (2.0 - share),
            since: on.then_some(age),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receptor(holder: Option<Species>, before: Option<Species>, since: u64) -> Receptor {
        let mut receptor = Receptor::default();
        (receptor.holder, receptor.before, receptor.since) = (holder, before, since);
        receptor
    }

    #[test]
    fn light_grows_after_an_opioid_came_and_goes_out_after_it_left() {
        let on = receptor(Some(Species::Agonist), None, 600);
        let glow = |receptor: &Receptor, tick| Light::of(receptor, tick, false).glow;
        assert!(glow(&on, 600) < 0.01);
        assert!(glow(&on, 615) > 0.4);
        assert!((glow(&on, 700) - 1.0).abs() < 1e-6);
        let left = receptor(None, Some(Species::Agonist), 600);
        assert!(glow(&left, 601) > 0.9);
        assert!(glow(&left, 640) < 1e-6);
    }

    #[test]
    fn what_naltrexone_holds_stays_dark() {
        let blocked = receptor(Some(Species::Antagonist), None, 600);
        for tick in 600..700 {
            let light = Light::of(&blocked, tick, false);
            assert!(light.glow + light.parted < 1e-6 && light.since.is_none());
        }
    }

    #[test]
    fn a_still_picture_shows_where_it_ends() {
        let on = receptor(Some(Species::Agonist), None, 600);
        assert!((Light::of(&on, 600, true).glow - 1.0).abs() < 1e-6);
    }

    #[test]
    fn only_the_partial_agonist_switches_partly_on() {
        for substance in Substance::ALL {
            let state = Cast::of(substance).state(Some(Species::Agonist));
            let partly = substance == Substance::PartialAgonist;
            assert_eq!(state == ReceptorState::PartlyOn, partly, "{substance:?}");
        }
    }
}
