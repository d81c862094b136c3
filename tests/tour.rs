//! Does each step of the lesson show what it says, whatever run a class happens to have?

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and may say what it measured"
)]

use naltrexone_explainer::content::catalog::{self, SIDE_EFFECTS, TOUR_PLANS, TOURS, parameters};
use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::diary::Diary;
use naltrexone_explainer::model::lesson::story;
use naltrexone_explainer::model::lesson::tour::{
    Goal, Stage, StepPlan, after_last_injection, after_last_tablet,
};
use naltrexone_explainer::model::pharmacology::Pharmacology;
use naltrexone_explainer::model::pharmacology::ligand::Substance;

/// Runs that are tried of each scene.
const RUNS: u64 = 40;

/// Of these, those that may go another way: a class is told so then.
const OTHERWISE: u64 = 2;

fn model() -> Pharmacology {
    Pharmacology::new(&parameters()).unwrap()
}

fn steps() -> impl Iterator<Item = &'static StepPlan> {
    TOUR_PLANS.iter().flat_map(|plan| plan.steps)
}

fn met(step: &StepPlan, model: &Pharmacology, seed: u64) -> bool {
    let Stage::Scene(scene) = step.stage else {
        return step.goal.met_in(model);
    };
    let run = story::run(scene, Substance::Morphine, seed);
    let mut play = Play::new(run, model, &catalog::scene_numbers()).unwrap();
    let mut diary = Diary::new(&play);
    let ends = story::ends(scene, Substance::Morphine).unwrap();
    let ends = story::tick_at(ends.value(), play.world().tick_length());
    assert!(!step.goal.met_by(&play, &diary), "{scene:?} before its end");
    while play.world().tick() < ends {
        play.step();
        diary.follow(&play);
    }
    step.goal.met_by(&play, &diary)
}

#[test]
fn the_run_that_nobody_chose_meets_the_goal_of_every_step() {
    let model = model();
    for step in steps() {
        assert!(met(step, &model, 4170), "{:?}", step.goal);
    }
}

#[test]
fn nearly_every_run_meets_the_goal_of_every_step() {
    let model = model();
    for step in TOUR_PLANS[0].steps {
        let mut seed = 4170;
        let mut otherwise = 0;
        for _ in 0..RUNS {
            seed = story::next_seed(seed);
            otherwise += u64::from(!met(step, &model, seed));
        }
        println!(
            "{:?}: {otherwise} of {RUNS} runs went another way",
            step.goal
        );
        assert!(otherwise <= OTHERWISE, "{:?}: {otherwise}", step.goal);
    }
}

#[test]
fn words_and_plans_of_every_step_belong_together() {
    assert_eq!(TOURS.len(), TOUR_PLANS.len());
    for (words, plan) in TOURS.iter().zip(TOUR_PLANS) {
        assert_eq!(words.steps.len(), plan.steps.len(), "{}", plan.id);
        for (words, plan) in words.steps.iter().zip(plan.steps) {
            assert!(
                usize::from(plan.right.0) < words.choices.len(),
                "{}",
                words.id
            );
        }
    }
}

#[test]
fn the_answers_that_name_a_number_name_the_one_that_is_shown() {
    let model = model();
    // The questions say ten days, and two weeks.
    assert_eq!((Goal::compared_after(), Goal::stopped_for()), (10, 14));
    let [first, tablet, left] = [1, 10, 14].map(|days| after_last_tablet(&model, days).value());
    let injection = after_last_injection(&model, 10).value();
    println!("blocked by tablets: {first:.3}, {tablet:.3}, {left:.3}; injection {injection:.3}");
    assert!(first > tablet && tablet > left && injection > tablet);
    // The answer says about a third.
    let sick = SIDE_EFFECTS
        .iter()
        .find(|row| row.id == "nausea--xr-alcohol");
    let count = sick.and_then(|row| row.with).unwrap();
    assert!((30.0..=36.0).contains(&count));
}
