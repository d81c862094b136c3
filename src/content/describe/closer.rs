//! One receptor or one molecule: what it is, what it is doing, and what became of it so far.

use super::{rounded, substance};
use crate::content::catalog::{key, say};
use crate::content::text::{Key, Words};
use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::{Diary, Entry};
use crate::model::lesson::receptor_scene::Picked;
use crate::model::pharmacology::ligand::Substance;
use crate::model::world::TICKS_PER_SECOND;
use crate::model::world::molecule::Doing;
use crate::model::world::receptor::Species;

/// Most lines of history that are told at once.
const MOST_LINES: usize = 5;

/// What is told of something that is looked at closely.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closer {
    /// Its name.
    pub title: String,
    /// What it is and what it is doing.
    pub state: String,
    /// What happened to it, latest first.
    pub history: Vec<String>,
}

/// What is told of it.
pub fn closer(words: &Words, play: &Play, diary: &Diary, picked: Picked) -> Closer {
    match picked {
        Picked::Receptor(place) => receptor(words, play, diary, place),
        Picked::Agonist(number) => molecule(words, play, Species::Agonist, number),
        Picked::Antagonist(number) => molecule(words, play, Species::Antagonist, number),
    }
}

fn who(play: &Play, species: Species) -> Substance {
    match species {
        Species::Agonist => play.run().agonist(),
        Species::Antagonist => Substance::Naltrexone,
    }
}

fn receptor(words: &Words, play: &Play, diary: &Diary, place: u32) -> Closer {
    let holder = play
        .world()
        .receptors()
        .get(place as usize)
        .and_then(|receptor| receptor.holder);
    let state = match holder {
        None => words.get(key::UI_CLOSER_EMPTY).to_string(),
        Some(species) => {
            let which = who(play, species);
            let name = words.get(substance(which));
            let doing = words.get(match species {
                Species::Antagonist => key::UI_CLOSER_BLOCKED,
                Species::Agonist if super::partly(play) => key::UI_CLOSER_PARTLY,
                Species::Agonist => key::UI_CLOSER_ON,
            });
            say::ui_closer_holds(words, &*name, &*doing)
        }
    };
    let line = |entry: &Entry| {
        let name = words.get(substance(who(play, entry.who)));
        let at = entry.tick / u64::from(TICKS_PER_SECOND);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if entry.came {
            say::ui_closer_came(words, &*name, at)
        } else {
            say::ui_closer_left(words, &*name, at)
        }
    };
    let mut history: Vec<String> = diary.of(place).rev().take(MOST_LINES).map(line).collect();
    if history.is_empty() {
        history.push(words.get(key::UI_CLOSER_NOTHING_YET).to_string());
    }
    Closer {
        title: say::ui_closer_receptor(words, place.saturating_add(1)),
        state,
        history,
    }
}

fn molecule(words: &Words, play: &Play, species: Species, number: u32) -> Closer {
    let which = who(play, species);
    let found = play
        .world()
        .molecules(species)
        .find(|(own, _)| *own == number);
    let doing = match found.map(|(_, molecule)| molecule.doing) {
        None | Some(Doing::Absent) => words.get(key::UI_CLOSER_GONE).to_string(),
        Some(Doing::Drifting | Doing::Leaving { .. }) => {
            words.get(key::UI_CLOSER_DRIFTS).to_string()
        }
        Some(Doing::Docking { receptor, .. }) => {
            say::ui_closer_docks(words, receptor.saturating_add(1))
        }
        Some(Doing::Held { receptor }) => say::ui_closer_sits(words, receptor.saturating_add(1)),
    };
    let [agonist, antagonist] = play.ligands();
    let ligand = match species {
        Species::Agonist => agonist,
        Species::Antagonist => antagonist,
    };
    let stay = say::ui_closer_stay(words, rounded(ligand.mean_stay().value()));
    Closer {
        title: words.get(substance(which)).to_string(),
        state: [&*words.get(what(which)), " ", &doing, " ", &stay].concat(),
        history: Vec::new(),
    }
}

fn what(which: Substance) -> Key {
    match which {
        Substance::Naltrexone => key::UI_CLOSER_WHAT_NALTREXONE,
        Substance::Endorphin => key::UI_CLOSER_WHAT_ENDORPHIN,
        _ => key::UI_CLOSER_WHAT_OPIOID,
    }
}
