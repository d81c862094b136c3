//! What a world is made from, checked once at its edge.

use crate::model::pharmacology::Readouts;
use crate::model::pharmacology::ligand::{Concentrations, Ligand};
use crate::model::units::{Refused, Seconds, checked};

/// Steps in one second on screen.
pub const TICKS_PER_SECOND: u32 = 60;

/// How receptors are held before the first step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// All are free, with these concentrations in the fluid.
    Empty(Concentrations),
    /// As they are after a long time at these concentrations, each receptor by chance.
    Settled(Concentrations),
}

/// How many molecules are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Dots for a concentration that holds half the receptors: equal dots, equal binding power.
    pub per_half_occupying: u32,
    /// Most free dots of one kind.
    pub most: u32,
}

/// What a world is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// What switches receptors on.
    pub agonist: Ligand,
    /// What blocks them.
    pub antagonist: Ligand,
    /// How held receptors become signal and effect.
    pub readouts: Readouts,
    /// Receptors in the row.
    pub receptor_count: u32,
    /// Real seconds that pass in one second on screen.
    pub clock_factor: f64,
    /// The seed of the run.
    pub seed: u64,
    /// How it begins.
    pub start: Start,
    /// How many molecules are drawn.
    pub drawn: Drawn,
    /// Steps between deciding and showing.
    pub look_ahead: u32,
    /// Readings kept for the charts, ten for each second on screen.
    pub history_length: usize,
}

/// Sizes that follow from a checked setup.
pub(super) struct Sizes {
    pub(super) tick_length: Seconds,
    pub(super) look_ahead: usize,
    pub(super) most_pending: usize,
    pub(super) slots: u32,
    pub(super) throng: u32,
}

impl Setup {
    /// A setup with the usual numbers for everything that is chosen for the eye.
    pub fn usual(agonist: Ligand, antagonist: Ligand, readouts: Readouts, start: Start) -> Self {
        Self {
            agonist,
            antagonist,
            readouts,
            receptor_count: 60,
            clock_factor: 20.0,
            seed: 1,
            start,
            drawn: Drawn {
                per_half_occupying: 24,
                most: 200,
            },
            // Two thirds of a second on screen: time to see who comes.
            look_ahead: 40,
            // Two minutes on screen.
            history_length: 1_200,
        }
    }

    pub(super) fn checked(&self) -> Result<Sizes, Refused> {
        let count = checked(
            "receptor count",
            f64::from(self.receptor_count),
            1.0,
            100_000.0,
        )?;
        let factor = checked("clock factor", self.clock_factor, 0.01, 10_000.0)?;
        let look_ahead = checked("look-ahead", f64::from(self.look_ahead), 0.0, 600.0)?;
        let most = f64::from(self.drawn.most);
        checked("most molecules drawn", most, 0.0, 100_000.0)?;
        let length = u32::try_from(self.history_length).map_or(f64::INFINITY, f64::from);
        checked("history length", length, 0.0, 1e6)?;
        let tick = factor / f64::from(TICKS_PER_SECOND);
        let leaving = self.agonist.rates().leaving.value();
        let leaving = leaving.max(self.antagonist.rates().leaving.value());
        // Once settled, as many bind as leave, and no more can leave than are held.
        let events = 2.0 * count * leaving * tick;
        checked("events per step", events, 0.0, 1e5)?;
        // Twice what is expected, and room for all receptors to change at once.
        let most_pending = (2.0 * events * look_ahead + 4.0 * count + 256.0).min(1e6);
        let slots = 2.0 * most + count + 2.0 * most_pending;
        Ok(Sizes {
            tick_length: Seconds::of(tick),
            look_ahead: whole(look_ahead) as usize,
            most_pending: whole(most_pending) as usize,
            slots: whole(slots),
            // A full fluid fills or empties within half a second on screen.
            throng: (self.drawn.most / 30).max(4),
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked above"
)]
fn whole(size: f64) -> u32 {
    size as u32
}
