//! Nothing is allocated per step once a run has begun.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says where"
)]

mod support;

use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::run::{Amount, Control, Run};
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::pharmacology::ligand::Substance;

#[test]
fn steps_and_adjustments_allocate_nothing() {
    for (number, scene) in (0_u32..).zip(Scene::ALL) {
        for (picked, clock, receptors) in [
            (Substance::Morphine, 200, 60),
            (Substance::Oxycodone, 600, 200),
        ] {
            let run = Run::new(scene, picked, 5, clock, receptors).unwrap();
            let numbers = support::scene_numbers();
            let mut play = Play::new(run, &support::pharmacology(), &numbers).unwrap();
            let counted = allocation_counter::measure(|| {
                for step in 0..1_500_u32 {
                    play.step();
                    if step % 100 == 0 {
                        let amount = Amount::new(step * 10_000).unwrap();
                        play.adjust(Control::Agonist(amount)).unwrap();
                        play.adjust(Control::Antagonist(amount)).unwrap();
                    }
                }
            });
            assert_eq!(counted.count_total, 0, "scene {number}: {counted:?}");
        }
    }
}
