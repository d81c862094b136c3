//! Tests of the stage that need a world to look at.

use super::find::{Named, Picked, Signposts, pick};
use super::layout::Layout;
use super::state::Cast;
use super::troupe::Troupe;
use crate::content::catalog;
use crate::model::pharmacology::Pharmacology;
use crate::model::pharmacology::ligand::{Concentrations, Substance};
use crate::model::units::Relative;
use crate::model::world::molecule::Doing;
use crate::model::world::receptor::Species;
use crate::model::world::{Setup, Start, World};
use crate::view::plate::geometry::MoleculeKind;

const FRAME: f32 = 1.0 / 60.0;

struct Show {
    world: World,
    at: Concentrations,
    layout: Layout,
    troupe: Troupe,
}

impl Show {
    /// Morphine and naltrexone at these levels, the whole row in view.
    fn new(morphine: f64, naltrexone: f64) -> Self {
        let pharmacology = Pharmacology::new(&catalog::parameters()).unwrap();
        let agonist = *pharmacology.ligands.of(Substance::Morphine);
        let antagonist = *pharmacology.ligands.of(Substance::Naltrexone);
        let at = Concentrations {
            agonist: agonist.concentration(Relative::new(morphine).unwrap()),
            antagonist: antagonist.concentration(Relative::new(naltrexone).unwrap()),
        };
        let start = Start::Settled(at);
        let setup = Setup::usual(agonist, antagonist, pharmacology.readouts, start);
        let world = World::new(&setup).unwrap();
        let mut layout = Layout::new();
        layout.resize(4800.0, 300.0, 1.0);
        layout.seat(world.receptors().len());
        Self {
            world,
            at,
            layout,
            troupe: Troupe::new(),
        }
    }

    fn frame(&mut self, steps: u32, still: bool) {
        for _ in 0..steps {
            self.world.step(self.at);
        }
        let passed = FRAME * f32::from(u16::try_from(steps).unwrap());
        let kind = MoleculeKind::Opioid;
        self.troupe
            .follow(&self.world, &self.layout, kind, passed, still);
    }

    /// Molecules by slot: where they are seen, and what the world says they do.
    fn seen(&self, species: Species) -> Vec<(u32, f32, f32, Doing)> {
        let world: Vec<_> = self.world.molecules(species).collect();
        let of_kind = self.troupe.seen.iter().filter(|s| s.species == species);
        of_kind
            .filter_map(|seen| {
                let found = world.iter().find(|(slot, _)| *slot == seen.slot)?;
                Some((seen.slot, seen.actor.x, seen.actor.y, found.1.doing))
            })
            .collect()
    }
}

#[test]
fn what_takes_a_seat_was_seen_to_come_to_it() {
    let mut show = Show::new(2.0, 4.0);
    let (mut arrived, mut near) = (0, 0);
    show.frame(1, false);
    for _ in 0..1200 {
        let before = show.seen(Species::Antagonist);
        show.frame(1, false);
        for (slot, molecule) in show.world.molecules(Species::Antagonist) {
            let Doing::Held { receptor } = molecule.doing else {
                continue;
            };
            let Some((_, x, y, Doing::Docking { .. })) =
                before.iter().find(|(one, ..)| *one == slot).copied()
            else {
                continue;
            };
            let site = show.layout.sites[receptor as usize];
            arrived += 1;
            if (x - site.x).hypot(y - site.y + 44.0) < 16.0 {
                near += 1;
            }
        }
    }
    assert!(arrived > 100, "{arrived}");
    assert!(near * 20 >= arrived * 19, "{near} of {arrived}");
}

#[test]
fn what_leaves_is_clear_of_the_cup_before_the_next_can_seem_to_push() {
    let mut show = Show::new(2.0, 20.0);
    let mut rising: Vec<(u32, f32, u32)> = Vec::new();
    let mut left = 0;
    let mut held: Vec<u32> = Vec::new();
    for frame in 0..900 {
        show.frame(1, false);
        let seen = show.seen(Species::Agonist);
        for (slot, _, y, doing) in &seen {
            if *doing == Doing::Drifting && held.contains(slot) {
                rising.push((*slot, *y, frame));
            }
        }
        rising.retain(|&(slot, from, since)| {
            if frame < since + 9 {
                return true;
            }
            let now = seen.iter().find(|(one, ..)| *one == slot);
            if let Some((_, _, y, Doing::Drifting)) = now {
                left += 1;
                assert!(from - y > 45.0, "{} after {}", from - y, frame - since);
            }
            false
        });
        let world = show.world.molecules(Species::Agonist);
        held = world
            .filter(|(_, molecule)| matches!(molecule.doing, Doing::Held { .. }))
            .map(|(slot, _)| slot)
            .collect();
    }
    assert!(left > 5, "{left}");
}

#[test]
fn drifting_molecules_move_smoothly_and_stay_above_the_cups() {
    let mut show = Show::new(8.0, 8.0);
    for _ in 0..60 {
        show.frame(1, false);
    }
    for _ in 0..300 {
        let before = show.seen(Species::Antagonist);
        show.frame(1, false);
        for (slot, x, y, doing) in show.seen(Species::Antagonist) {
            let Some((_, x0, y0, was)) = before.iter().find(|(one, ..)| *one == slot) else {
                continue;
            };
            if doing == Doing::Drifting && *was == Doing::Drifting {
                let way = (x - x0).hypot(y - y0);
                assert!(way < 16.0, "{way}");
                assert!(y < -30.0, "{y}");
            }
        }
    }
}

#[test]
fn a_still_picture_has_everything_in_its_place_with_a_trail_where_it_came_from() {
    let mut show = Show::new(2.0, 4.0);
    show.frame(1, true);
    let mut trails = 0;
    for _ in 0..20 {
        show.frame(30, true);
        trails += show
            .troupe
            .seen
            .iter()
            .filter(|seen| !seen.actor.trail().is_empty())
            .count();
    }
    assert!(trails > 20, "{trails}");
}

#[test]
fn another_run_begins_without_the_molecules_of_the_last() {
    let mut show = Show::new(2.0, 4.0);
    show.frame(200, false);
    show.world = Show::new(2.0, 0.0).world;
    show.at.antagonist = Show::new(2.0, 0.0).at.antagonist;
    show.frame(1, false);
    assert!(show.seen(Species::Antagonist).is_empty());
}

#[test]
fn a_finger_finds_what_it_points_at() {
    let mut show = Show::new(2.0, 4.0);
    show.frame(1, false);
    let Show { layout, troupe, .. } = &show;
    let mut found = 0;
    for seen in &troupe.seen {
        if seen.actor.sits() || seen.actor.depth < 2 {
            continue;
        }
        let at = layout.stage_from_plate(seen.actor.x, seen.actor.y);
        let picked = pick(layout, troupe, at);
        found += u32::from(picked == Some(Picked::Molecule(seen.species, seen.slot)));
    }
    assert!(found > 10, "{found}");
    for (index, site) in (0..).zip(&layout.sites) {
        let at = layout.stage_from_plate(site.x, site.y + 10.0);
        assert_eq!(pick(layout, troupe, at), Some(Picked::Receptor(index)));
    }
    assert_eq!(pick(layout, troupe, (40.0, 298.0)), None);
}

#[test]
fn every_state_in_view_has_one_name_and_names_do_not_meet() {
    let mut show = Show::new(2.0, 4.0);
    show.layout.resize(1280.0, 300.0, 1.0);
    let cast = Cast::of(Substance::Morphine);
    let mut signposts = Signposts::default();
    for _ in 0..50 {
        show.frame(6, false);
        let labels = signposts.labels(&show.layout, &show.troupe, cast, &show.world);
        let states: Vec<_> = labels
            .iter()
            .filter_map(|label| match label.named {
                Named::State(state) => Some((state, label.x)),
                Named::Molecule(_) => None,
            })
            .collect();
        assert!((1..=3).contains(&states.len()));
        for (index, one) in states.iter().enumerate() {
            for other in &states[index + 1..] {
                assert_ne!(one.0, other.0);
                assert!((one.1 - other.1).abs() > 60.0);
            }
        }
    }
}
