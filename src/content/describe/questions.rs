//! What a scene asks, what can be answered, and what is said once it has been seen.

use super::{Numbers, WHOLE, rounded};
use crate::content::catalog::{key, say};
use crate::content::text::{Key, Words};
use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::{Diary, Sitters};
use crate::model::lesson::receptor_scene::Choice;
use crate::model::lesson::scene::Scene;
use crate::model::lesson::story;
use crate::model::units::Seconds;
use crate::model::world::history::Reading;

/// Everything a scene says whatever happens in it.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// What is asked.
    pub ask: Key,
    /// What can be answered, and what each answer is told afterwards.
    pub choices: [(Key, Key); 3],
    /// What there is to take away.
    pub lesson: Key,
}

impl Question {
    /// The answer chosen, and what it is told.
    pub fn choice(&self, choice: Choice) -> Option<(Key, Key)> {
        self.choices.get(usize::from(choice.0)).copied()
    }
}

macro_rules! question {
    ($ask:ident, $a:ident $ra:ident, $b:ident $rb:ident, $c:ident $rc:ident, $lesson:ident) => {
        Question {
            ask: key::$ask,
            choices: [
                (key::$a, key::$ra),
                (key::$b, key::$rb),
                (key::$c, key::$rc),
            ],
            lesson: key::$lesson,
        }
    };
}

/// The question of a scene; free play has none.
pub fn question(scene: Scene) -> Option<Question> {
    Some(match scene {
        Scene::Endorphins => question!(
            UI_ASK_ENDORPHINS,
            UI_CHOICE_ENDORPHINS_A UI_REPLY_ENDORPHINS_A,
            UI_CHOICE_ENDORPHINS_B UI_REPLY_ENDORPHINS_B,
            UI_CHOICE_ENDORPHINS_C UI_REPLY_ENDORPHINS_C,
            UI_LESSON_ENDORPHINS
        ),
        Scene::OpioidArrives => question!(
            UI_ASK_OPIOID_ARRIVES,
            UI_CHOICE_OPIOID_ARRIVES_A UI_REPLY_OPIOID_ARRIVES_A,
            UI_CHOICE_OPIOID_ARRIVES_B UI_REPLY_OPIOID_ARRIVES_B,
            UI_CHOICE_OPIOID_ARRIVES_C UI_REPLY_OPIOID_ARRIVES_C,
            UI_LESSON_OPIOID_ARRIVES
        ),
        Scene::NaltrexoneFirst => question!(
            UI_ASK_NALTREXONE_FIRST,
            UI_CHOICE_NALTREXONE_FIRST_A UI_REPLY_NALTREXONE_FIRST_A,
            UI_CHOICE_NALTREXONE_FIRST_B UI_REPLY_NALTREXONE_FIRST_B,
            UI_CHOICE_NALTREXONE_FIRST_C UI_REPLY_NALTREXONE_FIRST_C,
            UI_LESSON_NALTREXONE_FIRST
        ),
        Scene::TooSoon => question!(
            UI_ASK_TOO_SOON,
            UI_CHOICE_TOO_SOON_A UI_REPLY_TOO_SOON_A,
            UI_CHOICE_TOO_SOON_B UI_REPLY_TOO_SOON_B,
            UI_CHOICE_TOO_SOON_C UI_REPLY_TOO_SOON_C,
            UI_LESSON_TOO_SOON
        ),
        Scene::Alcohol => question!(
            UI_ASK_ALCOHOL,
            UI_CHOICE_ALCOHOL_A UI_REPLY_ALCOHOL_A,
            UI_CHOICE_ALCOHOL_B UI_REPLY_ALCOHOL_B,
            UI_CHOICE_ALCOHOL_C UI_REPLY_ALCOHOL_C,
            UI_LESSON_ALCOHOL
        ),
        Scene::Overpowering => question!(
            UI_ASK_OVERPOWERING,
            UI_CHOICE_OVERPOWERING_A UI_REPLY_OVERPOWERING_A,
            UI_CHOICE_OVERPOWERING_B UI_REPLY_OVERPOWERING_B,
            UI_CHOICE_OVERPOWERING_C UI_REPLY_OVERPOWERING_C,
            UI_LESSON_OVERPOWERING
        ),
        Scene::WearingOff => question!(
            UI_ASK_WEARING_OFF,
            UI_CHOICE_WEARING_OFF_A UI_REPLY_WEARING_OFF_A,
            UI_CHOICE_WEARING_OFF_B UI_REPLY_WEARING_OFF_B,
            UI_CHOICE_WEARING_OFF_C UI_REPLY_WEARING_OFF_C,
            UI_LESSON_WEARING_OFF
        ),
        Scene::FreePlay => return None,
    })
}

/// What happened, counted from the world; nothing before the scene has come to its end.
pub fn found(words: &Words, play: &Play, diary: &Diary) -> Option<String> {
    let readings = diary.moments();
    let scene = play.run().scene();
    if readings.len() < story::moments(scene, play.run().picked()).len() {
        return None;
    }
    let numbers = |at: usize| readings.get(at).map(Numbers::of);
    let (first, last) = (numbers(0)?, Numbers::of(readings.last()?));
    let (from, to) = (first.signal.counted, last.signal.counted);
    Some(match scene {
        Scene::Endorphins => say::ui_found_endorphins(
            words,
            first.all,
            first.on.counted,
            numbers(1)?.on.counted,
            last.on.counted,
        ),
        Scene::OpioidArrives => {
            say::ui_found_opioid_arrives(words, last.on.counted, last.all, from, to, WHOLE)
        }
        Scene::NaltrexoneFirst => say::ui_found_naltrexone_first(
            words,
            last.blocked.counted,
            last.all,
            last.on.counted,
            diary.visits(),
            to,
            WHOLE,
        ),
        Scene::TooSoon => {
            let Sitters { sat, left, taken } = diary.sitters();
            say::ui_found_too_soon(words, sat, left, taken, from, to, WHOLE)
        }
        Scene::Alcohol => say::ui_found_alcohol(
            words,
            first.on.counted,
            first.all,
            last.on.counted,
            from,
            to,
            WHOLE,
        ),
        Scene::Overpowering => say::ui_found_overpowering(
            words,
            first.on.counted,
            first.all,
            times(play, readings.get(1)?),
            numbers(1)?.on.counted,
            times(play, readings.last()?),
            last.on.counted,
        ),
        Scene::WearingOff => {
            let (blocked, on) = (first.blocked.counted, first.on.counted);
            let later = (last.blocked.counted, last.on.counted);
            let found = say::ui_found_wearing_off(words, blocked, first.all, on, later.0, later.1);
            [&*found, " ", &say::ui_found_signal(words, from, to, WHOLE)].concat()
        }
        Scene::FreePlay => return None,
    })
}

/// How many times the first amount of what switches on a reading has.
fn times(play: &Play, reading: &Reading) -> u32 {
    let [agonist, _] = play.ligands();
    let now = agonist.relative(reading.concentrations.agonist).value();
    let first = play.plan().turns().next();
    let first = first.map_or(0.0, |turn| {
        let after = Seconds::of(turn.value() + 1.0);
        play.plan().at(after).agonist.value()
    });
    rounded(now / first.max(f64::MIN_POSITIVE))
}

/// The moments that a learner is to compare, each with its name.
pub fn moments(words: &Words, play: &Play, diary: &Diary) -> Vec<(String, Numbers)> {
    let scene = play.run().scene();
    let name = |at: usize, reading: &Reading| {
        let key = match (scene, at) {
            (Scene::Endorphins, 0) => key::UI_MOMENT_REST,
            (Scene::Endorphins, 1) => key::UI_MOMENT_BURST,
            (Scene::Endorphins, _) | (Scene::TooSoon, 1) => key::UI_MOMENT_AFTER,
            (Scene::OpioidArrives | Scene::NaltrexoneFirst | Scene::TooSoon, 0) => {
                key::UI_MOMENT_BEFORE
            }
            (Scene::OpioidArrives | Scene::NaltrexoneFirst, _) => key::UI_MOMENT_OPIOID,
            (Scene::Alcohol, 0) => key::UI_MOMENT_DRINK,
            (Scene::Alcohol, _) => key::UI_MOMENT_DRINK_BLOCKED,
            (Scene::Overpowering, 0) => key::UI_MOMENT_FIRST,
            (Scene::Overpowering, _) => return say::ui_moment_times(words, times(play, reading)),
            (Scene::WearingOff, 0) => key::UI_MOMENT_START,
            (Scene::WearingOff, 1) => key::UI_MOMENT_MIDDLE,
            _ => key::UI_MOMENT_END,
        };
        words.get(key).to_string()
    };
    let readings = diary.moments().iter().enumerate();
    readings
        .map(|(at, reading)| (name(at, reading), Numbers::of(reading)))
        .collect()
}
