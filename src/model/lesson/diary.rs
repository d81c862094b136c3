//! What happened in a run as it was seen: who came and went, and how things stood when it mattered.

use std::collections::VecDeque;

use super::conditions::Play;
use super::story;
use crate::model::units::Seconds;
use crate::model::world::history::Reading;
use crate::model::world::receptor::{Receptor, Species};

/// Most entries that are kept; the oldest makes room for the newest.
const MOST_ENTRIES: usize = 4_096;

/// Somebody came to a receptor, or left it by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Steps since the start, as shown.
    pub tick: u64,
    /// The receptor's place in the row, from zero.
    pub receptor: u32,
    /// Who it was.
    pub who: Species,
    /// Whether it came; else it left.
    pub came: bool,
}

/// Those who sat on receptors when naltrexone arrived, and what became of their places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sitters {
    /// How many sat there.
    pub sat: u32,
    /// How many of them have left since, each by itself.
    pub left: u32,
    /// In how many of the places they left naltrexone was next.
    pub taken: u32,
}

/// What became of one sitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Elsewhere,
    Sits,
    Left,
    Replaced,
    ReplacedByItsLike,
}

/// What happened in a run as it was seen.
#[derive(Clone, Debug)]
pub struct Diary {
    seen: Vec<Receptor>,
    entries: VecDeque<Entry>,
    fates: Vec<Fate>,
    moments: Vec<Reading>,
    moment_ticks: Vec<u64>,
    first_turn: u64,
    visits: u32,
}

impl Diary {
    /// The diary of a run that has not begun.
    pub fn new(play: &Play) -> Self {
        let world = play.world();
        let length = world.tick_length();
        let at = |seconds| story::tick_at(seconds, length);
        let times = story::moments(play.run().scene(), play.run().picked());
        let mut diary = Self {
            seen: world.receptors().to_vec(),
            entries: VecDeque::with_capacity(MOST_ENTRIES),
            fates: vec![Fate::Elsewhere; world.receptors().len()],
            moments: Vec::with_capacity(times.len()),
            moment_ticks: times.iter().copied().map(at).collect(),
            first_turn: at(play.plan().turns().next().map_or(0.0, Seconds::value)),
            visits: 0,
        };
        diary.mark(play);
        diary
    }

    /// Takes down what the last step of the picture brought; to be called after each.
    pub fn follow(&mut self, play: &Play) {
        let tick = play.world().tick();
        for (place, receptor) in (0..).zip(play.world().receptors()) {
            let Some(seen) = self.seen.get_mut(place as usize) else {
                continue;
            };
            if *seen == *receptor {
                continue;
            }
            let before = core::mem::replace(seen, *receptor);
            if let Some(who) = before.holder {
                self.note(tick, place, who, false);
            }
            if let Some(who) = receptor.holder {
                self.note(tick, place, who, true);
            }
        }
        self.mark(play);
    }

    /// What happened to one receptor, oldest first.
    pub fn of(&self, receptor: u32) -> impl DoubleEndedIterator<Item = &Entry> {
        let own = move |entry: &&Entry| entry.receptor == receptor;
        self.entries.iter().filter(own)
    }

    /// A number that changes with every entry: two runs with the same one went the same way.
    pub fn digest(&self) -> u32 {
        let each = self.entries.iter().flat_map(|entry| {
            let who = u64::from(entry.who == Species::Agonist) << 1 | u64::from(entry.came);
            [entry.tick, u64::from(entry.receptor), who]
        });
        // FNV-1a over the bytes.
        each.flat_map(u64::to_le_bytes)
            .fold(0x811c_9dc5, |digest, byte| {
                (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            })
    }

    /// The readings at the moments that a learner is to compare, as far as they have come.
    pub fn moments(&self) -> &[Reading] {
        &self.moments
    }

    /// How often one that switches on has come to a receptor since the first change.
    pub fn visits(&self) -> u32 {
        self.visits
    }

    /// What became of those who sat there at the first change.
    pub fn sitters(&self) -> Sitters {
        let count = |wanted: &[Fate]| {
            let found = self.fates.iter().filter(|fate| wanted.contains(fate));
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        let gone = [Fate::Left, Fate::Replaced, Fate::ReplacedByItsLike];
        Sitters {
            sat: count(&gone) + count(&[Fate::Sits]),
            left: count(&gone),
            taken: count(&[Fate::Replaced]),
        }
    }

    fn note(&mut self, tick: u64, receptor: u32, who: Species, came: bool) {
        if self.entries.len() >= MOST_ENTRIES {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            tick,
            receptor,
            who,
            came,
        });
        if tick > self.first_turn && came && who == Species::Agonist {
            self.visits = self.visits.saturating_add(1);
        }
        if let Some(fate) = self.fates.get_mut(receptor as usize) {
            *fate = match (*fate, who, came) {
                (Fate::Sits, Species::Agonist, false) => Fate::Left,
                (Fate::Left, Species::Antagonist, true) => Fate::Replaced,
                (Fate::Left, Species::Agonist, true) => Fate::ReplacedByItsLike,
                (fate, ..) => fate,
            };
        }
    }

    fn mark(&mut self, play: &Play) {
        let world = play.world();
        if world.tick() == self.first_turn {
            for (fate, receptor) in self.fates.iter_mut().zip(world.receptors()) {
                *fate = match receptor.holder {
                    Some(Species::Agonist) => Fate::Sits,
                    _ => Fate::Elsewhere,
                };
            }
        }
        if let Some(next) = self.moment_ticks.get(self.moments.len())
            && world.tick() >= *next
        {
            self.moments.push(world.reading());
        }
    }
}
