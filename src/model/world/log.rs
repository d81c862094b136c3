//! A fingerprint of everything the engine decided: equal fingerprints, equal runs.

use super::engine::{Change, Event};
use super::receptor::Species;

/// FNV-1a over the bytes of every event in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLog {
    /// How many events there were.
    pub count: u64,
    /// Their fingerprint.
    pub hash: u64,
}

impl EventLog {
    /// The log before the first event.
    pub const EMPTY: Self = Self {
        count: 0,
        hash: 0xcbf2_9ce4_8422_2325,
    };

    /// Takes the next event.
    pub fn add(&mut self, event: &Event) {
        let change = match event.change {
            Change::Bound(Species::Agonist) => 0,
            Change::Bound(Species::Antagonist) => 1,
            Change::Left(Species::Agonist) => 2,
            Change::Left(Species::Antagonist) => 3,
        };
        self.count += 1;
        self.take(&event.tick.to_le_bytes());
        self.take(&event.after.value().to_bits().to_le_bytes());
        self.take(&[change]);
        self.take(&event.receptor.to_le_bytes());
    }

    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
