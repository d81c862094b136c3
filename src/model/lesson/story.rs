//! How each scene is told: how fast its clock goes, where it waits for an answer, and when it ends.

use super::run::{Amount, Control, Run};
use super::scene::{Plan, Scene};
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::Seconds;
use crate::model::world::TICKS_PER_SECOND;

/// A scene's name in addresses.
pub fn id(scene: Scene) -> &'static str {
    match scene {
        Scene::Endorphins => "endorphins",
        Scene::OpioidArrives => "opioid-arrives",
        Scene::NaltrexoneFirst => "naltrexone-first",
        Scene::TooSoon => "too-soon",
        Scene::Alcohol => "alcohol",
        Scene::Overpowering => "overpowering",
        Scene::WearingOff => "wearing-off",
        Scene::FreePlay => "free-play",
    }
}

/// A run of free play that begins with naltrexone alone, at so many times its half-blocking level.
///
/// The level is written with two decimals, as the timeline's links have it; other text gives none.
pub fn blockade(level: &str, seed: u64) -> Option<Run> {
    let (whole, hundredths) = level.split_once('.')?;
    let number = |text: &str| text.parse::<u32>().ok();
    let hundredths = (hundredths.len() == 2).then(|| number(hundredths))??;
    let level = number(whole)?.checked_mul(100)?.checked_add(hundredths)?;
    let amount = Amount::new(level.checked_mul(100)?).ok()?;
    let mut run = run(Scene::FreePlay, Substance::Morphine, seed);
    run.adjust(0, Control::Antagonist(amount)).ok()?;
    Some(run)
}

/// A run of free play with much of an opioid that switches on only partly: with less it would take
/// minutes to come.
pub fn partly(seed: u64) -> Run {
    let mut run = run(Scene::FreePlay, Substance::PartialAgonist, seed);
    if let Ok(amount) = Amount::new(400_000) {
        let _ = run.adjust(0, Control::Agonist(amount));
    }
    run
}

/// The run of a scene before anything was done in it.
///
/// One clock for everything in a run; long scenes have a faster one, which is said beside them.
pub fn run(scene: Scene, picked: Substance, seed: u64) -> Run {
    let clock_tenths = match scene {
        Scene::TooSoon if picked == Substance::Fentanyl => 600,
        Scene::OpioidArrives | Scene::NaltrexoneFirst | Scene::TooSoon | Scene::FreePlay => 200,
        Scene::Endorphins => 400,
        Scene::Alcohol | Scene::Overpowering | Scene::WearingOff => 600,
    };
    let usual = Run::usual(scene, seed);
    let picked = if opioids(scene).contains(&picked) {
        picked
    } else {
        usual.picked()
    };
    let receptors = usual.receptor_count();
    Run::new(scene, picked, seed, clock_tenths, receptors).unwrap_or(usual)
}

/// The seed after this one: four figures, so that it can be said aloud.
pub fn next_seed(seed: u64) -> u64 {
    // All of 1000 to 9999 come, in an order that looks like none.
    (seed.saturating_sub(1_000) % 9_000 * 61 + 4_013) % 9_000 + 1_000
}

/// Real seconds from the start at which a scene has shown its answer; none where nothing is asked.
pub fn ends(scene: Scene, picked: Substance) -> Option<Seconds> {
    moments(scene, picked).last().copied().map(Seconds::of)
}

/// Real seconds at which the learner is to compare: as something changes, and at the end.
pub fn moments(scene: Scene, picked: Substance) -> &'static [f64] {
    match scene {
        Scene::Endorphins => &[200.0, 600.0, 852.0],
        Scene::OpioidArrives => &[100.0, 400.0],
        // It stays for minutes: whoever looks too early sees it all still there.
        Scene::TooSoon if picked == Substance::Fentanyl => &[200.0, 1_638.0],
        // The block stands from the start: soon seen, and long enough to have settled anew.
        Scene::NaltrexoneFirst => &[60.0, 260.0],
        Scene::TooSoon => &[200.0, 560.0],
        Scene::Alcohol => &[700.0, 1_800.0],
        Scene::Overpowering => &[600.0, 1_100.0, 1_600.0, 2_004.0],
        Scene::WearingOff => &[0.0, 1_200.0, 2_400.0],
        Scene::FreePlay => &[],
    }
}

/// The opioids that can be picked for a scene: a weak one would not show what some are about.
pub fn opioids(scene: Scene) -> &'static [Substance] {
    const ALL: [Substance; 5] = [
        Substance::Morphine,
        Substance::Heroin,
        Substance::Oxycodone,
        Substance::Fentanyl,
        Substance::PartialAgonist,
    ];
    let asked = scene != Scene::FreePlay;
    ALL.get(..ALL.len() - usize::from(asked)).unwrap_or(&ALL)
}

/// Steps on screen after which a scene waits for its answer: a second before its first change.
pub fn waits(scene: Scene, plan: &Plan, tick_length: Seconds) -> u64 {
    let second = u64::from(TICKS_PER_SECOND);
    match plan.turns().next() {
        Some(first) => tick_at(first.value(), tick_length).saturating_sub(second),
        // Nothing changes at once: the first second shows how things stand.
        None if scene != Scene::FreePlay => second,
        None => 0,
    }
}

/// The whole step nearest to a real time.
pub fn tick_at(seconds: f64, tick_length: Seconds) -> u64 {
    let ticks = libm::round(seconds / tick_length.value()).clamp(0.0, 1e15);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded and bounded"
    )]
    let ticks = ticks as u64;
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scene_has_its_own_name() {
        for (at, scene) in Scene::ALL.into_iter().enumerate() {
            let same = |other: &Scene| id(*other) == id(scene);
            assert_eq!(Scene::ALL.iter().position(same), Some(at));
        }
    }

    #[test]
    fn every_seed_comes_before_one_comes_twice() {
        let mut seed = 4_170;
        for count in 1..=9_000 {
            seed = next_seed(seed);
            assert!((1_000..10_000).contains(&seed));
            assert!(count == 9_000 || seed != 4_170, "{count}");
        }
        assert_eq!(seed, 4_170);
    }

    #[test]
    fn every_scene_ends_where_the_charts_have_a_reading() {
        for scene in Scene::ALL {
            for opioid in opioids(scene) {
                let run = run(scene, *opioid, 1);
                let length = Seconds::of(run.clock_factor() / f64::from(TICKS_PER_SECOND));
                let ends = ends(scene, *opioid).map_or(0, |end| tick_at(end.value(), length));
                assert_eq!(ends % 6, 0, "{scene:?} {opioid:?}");
            }
        }
    }
}
