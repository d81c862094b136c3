//! Does the clicker lead from question to run to answer and on, and back again?

use super::*;

const STEPS: [StepPlan; 3] = [
    StepPlan {
        stage: Stage::Scene(Scene::TooSoon),
        right: Choice(1),
        goal: Goal::LeftByThemselves,
    },
    StepPlan {
        stage: Stage::Scene(Scene::Alcohol),
        right: Choice(1),
        goal: Goal::FewerPlaces,
    },
    StepPlan {
        stage: Stage::Forms,
        right: Choice(2),
        goal: Goal::Outlasts,
    },
];
const PLANS: [TourPlan; 1] = [TourPlan {
    id: "full",
    minutes: 10,
    steps: &STEPS,
}];

fn after(actions: &[TourAction]) -> Tour {
    let mut tour = Tour::new(&PLANS);
    for action in actions {
        tour.apply(action.clone());
    }
    tour
}

fn stands(tour: &Tour) -> (usize, Phase) {
    (tour.at, tour.phase())
}

#[test]
fn going_on_leads_through_question_run_and_answer_to_the_end_and_stays_there() {
    let mut tour = after(&[TourAction::Begun(0)]);
    for step in 0..2 {
        for phase in [Phase::Asking, Phase::Running, Phase::Concluded] {
            assert_eq!(stands(&tour), (step, phase));
            tour.apply(TourAction::Advanced);
        }
    }
    assert_eq!(stands(&tour), (2, Phase::Asking));
    // Nothing moves here, so the answer follows the question at once.
    tour.apply(TourAction::Advanced);
    assert_eq!(stands(&tour), (2, Phase::Concluded));
    for _ in 0..3 {
        tour.apply(TourAction::Advanced);
        assert_eq!((tour.at, tour.step()), (3, None));
    }
    tour.apply(TourAction::Retreated);
    assert_eq!(stands(&tour), (2, Phase::Asking));
}

#[test]
fn going_back_asks_again_before_it_leads_to_the_step_before() {
    let mut tour = after(&[
        TourAction::Begun(0),
        TourAction::Went(1),
        TourAction::Advanced,
    ]);
    tour.apply(TourAction::Retreated);
    assert_eq!(stands(&tour), (1, Phase::Asking));
    tour.apply(TourAction::Retreated);
    assert_eq!(stands(&tour), (0, Phase::Asking));
    tour.apply(TourAction::Retreated);
    assert_eq!(stands(&tour), (0, Phase::Asking));
}

#[test]
fn an_answer_starts_the_run_and_is_kept_until_the_step_begins_again() {
    let chose = TourAction::Scene(ReceptorSceneAction::Predicted(Choice(2)));
    let mut tour = after(&[TourAction::Begun(0), chose]);
    assert_eq!(
        (tour.phase(), tour.scene.prediction),
        (Phase::Running, Some(Choice(2)))
    );
    tour.apply(TourAction::Advanced);
    assert_eq!(tour.scene.prediction, Some(Choice(2)));
    tour.apply(TourAction::Retreated);
    assert_eq!(tour.scene.prediction, None);
}

#[test]
fn hands_are_counted_for_each_step_and_never_below_none() {
    let raise = TourAction::HandRaised(Choice(1));
    let lower = TourAction::HandLowered(Choice(1));
    let mut tour = after(&[TourAction::Begun(0), raise.clone(), raise, lower.clone()]);
    assert_eq!(tour.hands(), [0, 1, 0, 0]);
    tour.apply(TourAction::Went(1));
    tour.apply(lower);
    assert_eq!(tour.hands(), [0; 4]);
    tour.apply(TourAction::HandRaised(Choice(9)));
    tour.apply(TourAction::Went(0));
    assert_eq!(tour.hands(), [0, 1, 0, 0]);
}

#[test]
fn a_dark_screen_or_a_code_goes_away_before_anything_moves() {
    for (cover, action) in [
        (Cover::Dark, TourAction::Blanked),
        (Cover::Code, TourAction::CodeToggled),
    ] {
        let mut tour = after(&[TourAction::Begun(0), TourAction::Presented(true), action]);
        assert_eq!(tour.cover, cover);
        tour.apply(TourAction::Advanced);
        assert_eq!(
            (tour.cover, stands(&tour)),
            (Cover::Open, (0, Phase::Asking))
        );
    }
}

#[test]
fn only_a_wall_goes_dark() {
    let tour = after(&[TourAction::Begun(0), TourAction::Blanked]);
    assert_eq!(tour.cover, Cover::Open);
}

#[test]
fn a_code_opens_its_step_with_its_run_and_the_same_again_changes_nothing() {
    let mut tour = after(&[]);
    assert!(tour.open("full.2.77"));
    assert_eq!(
        (tour.at, tour.scene.run.seed(), tour.scene.scene()),
        (1, 77, Scene::Alcohol)
    );
    tour.apply(TourAction::Advanced);
    assert!(tour.open(&tour.detail().unwrap()));
    assert_eq!(tour.phase(), Phase::Running);
    assert!(tour.open("full.3.77"));
    assert_eq!(tour.detail().as_deref(), Some("full.3.77"));
}

#[test]
fn a_code_of_nothing_here_is_refused_and_says_so() {
    for text in ["full.9.77", "other.1.77", "quiz", ""] {
        let tour = after(&[TourAction::CodeTyped(text.to_owned())]);
        assert_eq!((tour.taken, tour.refused), (None, true), "{text}");
    }
    let tour = after(&[TourAction::CodeTyped(" full.1.77 ".to_owned())]);
    assert_eq!((tour.taken, tour.refused), (Some(0), false));
}

#[test]
fn leaving_ends_the_presentation_and_forgets_the_hands() {
    let raise = TourAction::HandRaised(Choice(1));
    let tour = after(&[
        TourAction::Begun(0),
        TourAction::Presented(true),
        raise,
        TourAction::Left,
        TourAction::Begun(0),
    ]);
    assert_eq!((tour.medium, tour.hands()), (Medium::Page, [0; 4]));
}
