//! The picture acts out what the engine decided, a fixed while later, and loses nothing.

use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::run::{Amount, Control, Run};
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares};
use naltrexone_explainer::model::pharmacology::ligand::Concentrations;
use naltrexone_explainer::model::units::{Reason, Relative};
use naltrexone_explainer::model::world::engine::{Change, Engine};
use naltrexone_explainer::model::world::molecule::Doing;
use naltrexone_explainer::model::world::receptor::Species;
use naltrexone_explainer::model::world::{Setup, Start, World};

use crate::sound::sound;
use crate::support::{pharmacology, scene_numbers};
use crate::{close, concentrations, near, seconds};

fn setup(start: Start) -> Setup {
    let pharmacology = pharmacology();
    let ligands = &pharmacology.ligands;
    Setup::usual(
        ligands.oxycodone,
        ligands.naltrexone,
        pharmacology.readouts,
        start,
    )
}

#[test]
fn every_scene_runs_soundly_to_its_end() {
    for scene in Scene::ALL {
        let mut play = Play::new(Run::usual(scene, 7), &pharmacology(), &scene_numbers()).unwrap();
        for step in 0..6_600 {
            play.step();
            if step % 20 == 0 {
                sound(play.world());
            }
        }
        assert_eq!(play.world().tick(), 6_600 - 40);
        assert_eq!(play.world().history().readings().len(), 1_094);
    }
}

#[test]
fn the_picture_shows_what_the_engine_decided_one_look_ahead_ago() {
    let at = concentrations(26.0, 1.0);
    let setup = setup(Start::Empty(at));
    let mut world = World::new(&setup).unwrap();
    let mut engine = Engine::new(
        setup.agonist.rates(),
        setup.antagonist.rates(),
        60,
        setup.seed,
    );
    let mut seats: Vec<Option<Species>> = vec![None; 60];
    for step in 0..2_000 {
        world.step(at);
        if step >= 40 {
            engine.advance(world.tick_length(), at, |event| {
                seats[event.receptor as usize] = match event.change {
                    Change::Bound(species) => Some(species),
                    Change::Left(_) => None,
                };
            });
        }
        let shown: Vec<_> = world
            .receptors()
            .iter()
            .map(|receptor| receptor.holder)
            .collect();
        assert_eq!(shown, seats, "at step {step}");
        assert_eq!(world.reading().counts, engine.counts());
    }
}

#[test]
fn expected_shares_follow_the_exact_solution() {
    let at = concentrations(26.0, 1.0);
    let setup = setup(Start::Empty(at));
    let mut world = World::new(&setup).unwrap();
    for _ in 0..640 {
        world.step(at);
    }
    let exact = Exchange::new(setup.agonist.rates(), setup.antagonist.rates(), at)
        .after(Shares::EMPTY, seconds(600.0 * 20.0 / 60.0));
    let shown = world.reading().expected;
    close(shown.agonist(), exact.agonist());
    close(shown.antagonist(), exact.antagonist());
}

#[test]
fn a_settled_start_begins_near_its_expectation_and_stays() {
    let at = concentrations(26.0, 0.0);
    let mut world = World::new(&Setup {
        receptor_count: 6_000,
        ..setup(Start::Settled(at))
    })
    .unwrap();
    sound(&world);
    for _ in 0..80 {
        world.step(at);
        let reading = world.reading();
        let found = f64::from(reading.counts.agonist) / 6_000.0;
        // Six standard deviations of a share of one half among 6,000.
        near(
            found,
            reading.expected.agonist(),
            0.0,
            6.0 * (0.25_f64 / 6_000.0).sqrt(),
        );
        near(
            reading.answer.signal,
            reading.expected_answer.signal,
            0.02,
            0.0,
        );
    }
}

#[test]
fn a_called_molecule_is_in_its_seat_when_the_receptor_switches() {
    let at = concentrations(26.0, 1.0);
    let mut world = World::new(&setup(Start::Empty(at))).unwrap();
    for _ in 0..600 {
        let due: Vec<_> = Species::BOTH
            .into_iter()
            .flat_map(|species| {
                world
                    .molecules(species)
                    .map(move |(slot, it)| (species, slot, *it))
            })
            .filter_map(|(species, slot, it)| match it.doing {
                Doing::Docking {
                    receptor,
                    remaining,
                } if remaining <= 1.0 => Some((species, slot, receptor)),
                _ => None,
            })
            .collect();
        world.step(at);
        for (species, slot, receptor) in due {
            let (_, molecule) = world
                .molecules(species)
                .find(|(other, _)| *other == slot)
                .unwrap();
            let left_again = world.receptors()[receptor as usize].holder != Some(species);
            assert!(left_again || molecule.doing == Doing::Held { receptor });
        }
    }
}

#[test]
fn the_bath_keeps_as_many_dots_as_the_level_demands() {
    let pharmacology = pharmacology();
    let agonist = pharmacology.ligands.oxycodone;
    let two = agonist.concentration(Relative::new(2.0).unwrap());
    let at = Concentrations {
        agonist: two,
        antagonist: Concentrations::NONE.antagonist,
    };
    let mut world = World::new(&setup(Start::Empty(at))).unwrap();
    for _ in 0..600 {
        world.step(at);
    }
    let tally = world.tally(Species::Agonist);
    // Oxycodone comes and goes so fast that all dots may be called, and then a few more.
    let free = tally.drifting + tally.docking;
    assert!(free == 48 || tally.drifting == 0 && free < 80, "{tally:?}");
    assert_eq!(world.tally(Species::Antagonist).entered, 0);
    for _ in 0..600 {
        world.step(Concentrations::NONE);
    }
    let tally = world.tally(Species::Agonist);
    assert!(tally.drifting + tally.docking <= 1, "{tally:?}");
}

#[test]
fn the_history_never_grows_beyond_its_length() {
    let at = concentrations(26.0, 1.0);
    let setup = Setup {
        history_length: 10,
        ..setup(Start::Empty(at))
    };
    let mut world = World::new(&setup).unwrap();
    for _ in 0..1_000 {
        world.step(at);
        assert!(world.history().readings().len() <= 10);
    }
    let ticks: Vec<u64> = world
        .history()
        .readings()
        .map(|reading| reading.tick)
        .collect();
    assert_eq!(ticks, (0..10).map(|n| 906 + 6 * n).collect::<Vec<u64>>());
}

#[test]
fn a_very_fast_clock_loses_nothing() {
    // A clock so fast and a row so short that every receptor changes hands within the look-ahead.
    let at = concentrations(2_600.0, 100.0);
    let setup = Setup {
        clock_factor: 10_000.0,
        receptor_count: 3,
        look_ahead: 60,
        ..setup(Start::Empty(at))
    };
    let mut world = World::new(&setup).unwrap();
    for step in 0..300 {
        world.step(at);
        if step % 10 == 0 {
            sound(&world);
        }
    }
}

#[test]
fn numbers_out_of_range_are_refused_by_name() {
    let start = Start::Empty(Concentrations::NONE);
    let refused = |setup: Setup| World::new(&setup).err().unwrap();
    let clock = refused(Setup {
        clock_factor: f64::NAN,
        ..setup(start)
    });
    assert_eq!(
        (clock.quantity, clock.reason),
        ("clock factor", Reason::NotFinite)
    );
    assert_eq!(
        refused(Setup {
            receptor_count: 0,
            ..setup(start)
        })
        .quantity,
        "receptor count"
    );
    assert_eq!(
        refused(Setup {
            look_ahead: 601,
            ..setup(start)
        })
        .quantity,
        "look-ahead"
    );
    let mut run = Run::usual(Scene::FreePlay, 1);
    for _ in 0..10_000 {
        let _ = run.adjust(0, Control::Agonist(Amount::new(5).unwrap()));
        let _ = run.adjust(0, Control::Antagonist(Amount::new(5).unwrap()));
    }
    assert_eq!(run.adjustments().len(), 2);
}

#[test]
fn too_soon_drives_withdrawal_and_naltrexone_first_does_not() {
    let at_end = |scene| {
        let mut play = Play::new(Run::usual(scene, 3), &pharmacology(), &scene_numbers()).unwrap();
        for _ in 0..3_000 {
            play.step();
        }
        play.withdrawal()
    };
    assert!(at_end(Scene::TooSoon) > 0.5);
    assert!(at_end(Scene::NaltrexoneFirst) == 0.0);
}
