//! Every scene, run as the learner sees it: does chance agree with the equations when it matters?

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, and may say what it measured"
)]

mod support;

use naltrexone_explainer::content::describe::{self, Numbers, questions};
use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE};
use naltrexone_explainer::content::text::{Words, english_plural, unmarked};
use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::diary::Diary;
use naltrexone_explainer::model::lesson::receptor_scene::FIRST_SEED;
use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::lesson::story;
use naltrexone_explainer::model::pharmacology::ligand::Substance;
use naltrexone_explainer::model::world::receptor::Species;

/// Runs in each scene: the one a learner sees first, and as many after it.
const RUNS: u32 = 12;

fn words() -> Words {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data");
    let text = files::compile_words(&data, FIRST_LANGUAGE).unwrap();
    Words::parse(&text, english_plural).unwrap()
}

/// Plays a scene to its end.
fn played(scene: Scene, opioid: Substance, seed: u64) -> (Play, Diary) {
    let run = story::run(scene, opioid, seed);
    let pharmacology = support::pharmacology();
    let mut play = Play::new(run, &pharmacology, &support::scene_numbers()).unwrap();
    let mut diary = Diary::new(&play);
    let end = story::tick_at(
        story::ends(scene, opioid).unwrap().value(),
        play.world().tick_length(),
    );
    while play.world().tick() < end {
        play.step();
        diary.follow(&play);
    }
    (play, diary)
}

fn asked() -> impl Iterator<Item = Scene> {
    Scene::ALL
        .into_iter()
        .filter(|scene| *scene != Scene::FreePlay)
}

fn logarithm_of_factorial(n: u32) -> f64 {
    (1..=n).map(|k| f64::from(k).ln()).sum()
}

fn chance_of(k: u32, n: u32, p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        let only = if p <= 0.0 { 0 } else { n };
        return f64::from(u8::from(k == only));
    }
    let ways =
        logarithm_of_factorial(n) - logarithm_of_factorial(k) - logarithm_of_factorial(n - k);
    (ways + f64::from(k) * p.ln() + f64::from(n - k) * (1.0 - p).ln()).exp()
}

/// The smaller of the chances of at most and of at least so many.
fn tail(k: u32, n: u32, p: f64) -> f64 {
    let below: f64 = (0..=k).map(|k| chance_of(k, n, p)).sum();
    let above: f64 = (k..=n).map(|k| chance_of(k, n, p)).sum();
    below.min(above)
}

#[test]
fn counts_agree_with_the_closed_form_at_every_moment_that_is_compared() {
    let checks = 7.0 * f64::from(RUNS) * 4.0 * 3.0;
    let mut least = f64::INFINITY;
    for scene in asked() {
        let mut seed = FIRST_SEED;
        for _ in 0..RUNS {
            let (_, diary) = played(scene, Substance::Morphine, seed);
            assert_eq!(
                diary.moments().len(),
                story::moments(scene, Substance::Morphine).len()
            );
            for reading in diary.moments() {
                let (counts, expected) = (reading.counts, reading.expected);
                for (count, share) in [
                    (counts.agonist, expected.agonist()),
                    (counts.antagonist, expected.antagonist()),
                    (counts.free, expected.free()),
                ] {
                    let chance = tail(count, counts.total(), share);
                    least = least.min(chance);
                    assert!(
                        chance > 1e-6 / (2.0 * checks),
                        "{scene:?} {seed}: {count} where {share} was expected"
                    );
                }
            }
            seed = story::next_seed(seed);
        }
    }
    println!("least chance of {checks} checks: {least:.1e}");
}

#[test]
fn every_conclusion_is_told_from_the_numbers_that_were_counted() {
    let words = words();
    for scene in asked() {
        for opioid in [
            Substance::Morphine,
            Substance::Fentanyl,
            Substance::Oxycodone,
        ] {
            let (play, diary) = played(scene, opioid, FIRST_SEED);
            let found = questions::found(&words, &play, &diary).unwrap();
            let moments = questions::moments(&words, &play, &diary);
            println!("{scene:?} {opioid:?}: {found}");
            for (name, numbers) in &moments {
                println!(
                    "  {name}: on {:?}, blocked {:?}, signal {:?}",
                    numbers.on, numbers.blocked, numbers.signal
                );
            }
            let last = moments.last().unwrap().1;
            assert_eq!(last, Numbers::of(&play.world().reading()));
            let number = match scene {
                Scene::NaltrexoneFirst | Scene::WearingOff => last.blocked.counted,
                Scene::TooSoon => diary.sitters().left,
                _ => last.on.counted,
            };
            assert!(found.contains(&number.to_string()), "{found}");
        }
    }
}

#[test]
fn before_its_end_a_scene_has_no_conclusion() {
    let words = words();
    for scene in asked() {
        let run = story::run(scene, Substance::Morphine, FIRST_SEED);
        let play = Play::new(run, &support::pharmacology(), &support::scene_numbers()).unwrap();
        assert_eq!(questions::found(&words, &play, &Diary::new(&play)), None);
    }
}

#[test]
fn naltrexone_takes_only_places_that_were_left() {
    for seed in [FIRST_SEED, 1_001, 7_777] {
        let (_, diary) = played(Scene::TooSoon, Substance::Morphine, seed);
        let sitters = diary.sitters();
        assert!(sitters.sat > 0 && sitters.taken <= sitters.left && sitters.left <= sitters.sat);
        for receptor in 0..60 {
            let mut taken: Option<(Species, bool)> = None;
            for entry in diary.of(receptor) {
                if entry.came {
                    // Nobody comes to a place that somebody else has not left.
                    if let Some((who, came)) = taken {
                        assert!(!came, "{receptor}: {who:?} was still there");
                    }
                }
                taken = Some((entry.who, entry.came));
            }
        }
    }
}

#[test]
fn every_scene_says_what_goes_on_and_how_things_stand() {
    let words = words();
    for scene in Scene::ALL {
        let run = story::run(scene, Substance::Heroin, FIRST_SEED);
        let mut play = Play::new(run, &support::pharmacology(), &support::scene_numbers()).unwrap();
        for _ in 0..900 {
            play.step();
        }
        let counts = play.world().reading().counts;
        for said in [
            describe::summary(&words, &play),
            describe::news(&words, &play),
        ] {
            for number in [counts.agonist, counts.antagonist, counts.free] {
                assert!(said.contains(&number.to_string()), "{said}");
            }
        }
        assert!(!unmarked(&words.get(describe::caption(&play))).is_empty());
    }
}

#[test]
fn numbers_are_written_with_two_figures() {
    let words = words();
    for (value, written) in [
        (0.0, "0"),
        (0.25, "0.25"),
        (2.0, "2"),
        (0.04, "0.04"),
        (9.96, "10"),
        (21.3, "21"),
        (200.0, "200"),
        (1.05, "1.1"),
        (0.0126, "0.013"),
    ] {
        assert_eq!(describe::number(&words, value), written);
    }
}

#[test]
fn what_scenes_ask_and_tell_reads_at_grade_seven_or_below() {
    let words = words();
    let mut text = String::new();
    for scene in asked() {
        let question = questions::question(scene).unwrap();
        let (play, diary) = played(scene, Substance::Morphine, FIRST_SEED);
        let mut said = vec![
            unmarked(&words.get(question.ask)),
            unmarked(&words.get(question.lesson)),
            unmarked(&words.get(describe::caption(&play))),
            questions::found(&words, &play, &diary).unwrap(),
        ];
        for (choice, reply) in question.choices {
            said.push([&*words.get(choice), "."].concat());
            said.push(words.get(reply).to_string());
        }
        text.push_str(&said.join(" "));
        text.push(' ');
    }
    // Names that no plain word can stand for count as short words.
    for name in ["naltrexone", "endorphins", "endorphin", "opioid"] {
        text = text.to_lowercase().replace(name, "word");
    }
    let grade = textstat::flesch_kincaid_grade(&text);
    println!("reading grade of the scenes: {grade:.1}");
    assert!(grade <= 7.0, "{grade:.1}: {text}");
}
