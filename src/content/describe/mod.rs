//! The receptor scene in words and numbers, from the state that the picture and the charts show.

pub mod closer;
pub mod questions;

use super::catalog::{key, say};
use super::text::{Key, Words};
use crate::model::lesson::conditions::Play;
use crate::model::lesson::link::LinkRefused;
use crate::model::lesson::scene::Scene;
use crate::model::pharmacology::binding::Shares;
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::{Relative, Seconds};
use crate::model::world::engine::Counts;
use crate::model::world::history::Reading;

/// The whole of which signals and effects are parts.
pub const WHOLE: u32 = 100;

/// The name of a scene.
pub fn scene(scene: Scene) -> Key {
    match scene {
        Scene::Endorphins => key::UI_SCENE_ENDORPHINS,
        Scene::OpioidArrives => key::UI_SCENE_OPIOID_ARRIVES,
        Scene::NaltrexoneFirst => key::UI_SCENE_NALTREXONE_FIRST,
        Scene::TooSoon => key::UI_SCENE_TOO_SOON,
        Scene::Alcohol => key::UI_SCENE_ALCOHOL,
        Scene::Overpowering => key::UI_SCENE_OVERPOWERING,
        Scene::WearingOff => key::UI_SCENE_WEARING_OFF,
        Scene::FreePlay => key::UI_SCENE_FREE_PLAY,
    }
}

/// The name of a substance as a label.
pub fn substance(substance: Substance) -> Key {
    match substance {
        Substance::Naltrexone => key::UI_SUBSTANCE_NALTREXONE,
        Substance::Endorphin => key::UI_SUBSTANCE_ENDORPHIN,
        Substance::Morphine => key::UI_SUBSTANCE_MORPHINE,
        Substance::Heroin => key::UI_SUBSTANCE_HEROIN,
        Substance::Oxycodone => key::UI_SUBSTANCE_OXYCODONE,
        Substance::Fentanyl => key::UI_SUBSTANCE_FENTANYL,
        Substance::PartialAgonist => key::UI_SUBSTANCE_PARTIAL,
    }
}

/// The name of a substance inside a sentence.
pub fn substance_within(substance: Substance) -> Key {
    match substance {
        Substance::Naltrexone => key::UI_IN_NALTREXONE,
        Substance::Endorphin => key::UI_IN_ENDORPHIN,
        Substance::Morphine => key::UI_IN_MORPHINE,
        Substance::Heroin => key::UI_IN_HEROIN,
        Substance::Oxycodone => key::UI_IN_OXYCODONE,
        Substance::Fentanyl => key::UI_IN_FENTANYL,
        Substance::PartialAgonist => key::UI_IN_PARTIAL,
    }
}

/// Why a link could not be opened.
pub fn refusal(refused: LinkRefused) -> Key {
    match refused {
        LinkRefused::NotALink | LinkRefused::OutOfRange(_) => key::UI_LINK_NOT,
        LinkRefused::OldVersion(_) => key::UI_LINK_OLD,
        LinkRefused::NewerVersion(_) => key::UI_LINK_NEW,
        LinkRefused::Damaged => key::UI_LINK_DAMAGED,
    }
}

/// Whether what sits on receptors in a run switches them on only partly.
pub fn partly(play: &Play) -> bool {
    play.run().agonist() == Substance::PartialAgonist
}

/// What goes on, in a sentence or two.
pub fn caption(play: &Play) -> Key {
    let world = play.world();
    if play.run().scene() == Scene::FreePlay {
        let now = world.reading().concentrations;
        return match (now.agonist.value() > 0.0, now.antagonist.value() > 0.0) {
            (false, false) => key::UI_GOES_FREE_PLAY_A,
            (true, false) => key::UI_GOES_FREE_PLAY_B,
            (false, true) => key::UI_GOES_FREE_PLAY_C,
            (true, true) => key::UI_GOES_FREE_PLAY_D,
        };
    }
    let now = seconds(world.tick(), world.tick_length());
    let turned = play.plan().turns().filter(|turn| turn.value() < now);
    let stages: &[Key] = match play.run().scene() {
        Scene::Endorphins => &[
            key::UI_GOES_ENDORPHINS_A,
            key::UI_GOES_ENDORPHINS_B,
            key::UI_GOES_ENDORPHINS_C,
        ],
        Scene::OpioidArrives => &[
            key::UI_GOES_OPIOID_ARRIVES_A,
            key::UI_GOES_OPIOID_ARRIVES_B,
            key::UI_GOES_OPIOID_ARRIVES_C,
        ],
        Scene::NaltrexoneFirst => &[
            key::UI_GOES_NALTREXONE_FIRST_A,
            key::UI_GOES_NALTREXONE_FIRST_B,
        ],
        Scene::TooSoon => &[key::UI_GOES_TOO_SOON_A, key::UI_GOES_TOO_SOON_B],
        Scene::Alcohol => &[
            key::UI_GOES_ALCOHOL_A,
            key::UI_GOES_ALCOHOL_B,
            key::UI_GOES_ALCOHOL_C,
            key::UI_GOES_ALCOHOL_D,
            key::UI_GOES_ALCOHOL_E,
            key::UI_GOES_ALCOHOL_F,
        ],
        Scene::Overpowering => &[
            key::UI_GOES_OVERPOWERING_A,
            key::UI_GOES_OVERPOWERING_B,
            key::UI_GOES_OVERPOWERING_C,
            key::UI_GOES_OVERPOWERING_D,
            key::UI_GOES_OVERPOWERING_E,
        ],
        Scene::WearingOff | Scene::FreePlay => &[key::UI_GOES_WEARING_OFF_A],
    };
    let stage = stages.get(turned.count()).or(stages.last());
    stage.copied().unwrap_or(key::UI_GOES_WEARING_OFF_A)
}

/// How many receptors are in which state.
pub fn counts(words: &Words, partly: bool, counts: Counts) -> String {
    let Counts {
        free,
        agonist,
        antagonist,
    } = counts;
    if partly {
        say::ui_counts_partly(words, agonist, antagonist, free)
    } else {
        say::ui_counts(words, agonist, antagonist, free)
    }
}

/// How things stand, for those who do not see the picture.
pub fn summary(words: &Words, play: &Play) -> String {
    let reading = play.world().reading();
    let now = counts(words, partly(play), reading.counts);
    let signal = of_whole(reading.answer.signal);
    let (all, fluid) = (reading.counts.total(), fluid(words, play));
    say::ui_summary(words, all, now.as_str(), signal, WHOLE, fluid.as_str())
}

/// What has changed, in the fewest words that still give every number.
pub fn news(words: &Words, play: &Play) -> String {
    let reading = play.world().reading();
    let now = counts(words, partly(play), reading.counts);
    say::ui_news(words, now.as_str(), of_whole(reading.answer.signal), WHOLE)
}

/// What is in the fluid, by how much.
fn fluid(words: &Words, play: &Play) -> String {
    let (agonist, antagonist) = levels(play);
    let named = [
        (play.run().agonist(), agonist),
        (Substance::Naltrexone, antagonist),
    ];
    let present = named.into_iter().filter(|(_, level)| level.value() > 0.0);
    let listed: Vec<String> = present
        .map(|(which, level)| {
            let name = words.get(substance_within(which));
            say::ui_fluid_of(words, &*name, number(words, level.value()).as_str())
        })
        .collect();
    if listed.is_empty() {
        words.get(key::UI_FLUID_CLEAR).to_string()
    } else {
        listed.join(", ")
    }
}

/// What is in the fluid now, as multiples of half-filling levels: first what switches on.
pub fn levels(play: &Play) -> (Relative, Relative) {
    let now = play.world().reading().concentrations;
    let [agonist, antagonist] = play.ligands();
    (
        agonist.relative(now.agonist),
        antagonist.relative(now.antagonist),
    )
}

/// A part of the whole as a whole number.
pub fn of_whole(part: f64) -> u32 {
    rounded(part * f64::from(WHOLE))
}

/// Counted receptors beside those that the equations expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// As counted.
    pub counted: u32,
    /// As expected, to the nearest whole.
    pub expected: u32,
}

/// A reading as a table has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Receptors in all.
    pub all: u32,
    /// Held by what switches on.
    pub on: Beside,
    /// Held by naltrexone.
    pub blocked: Beside,
    /// Held by nobody.
    pub empty: Beside,
    /// The signal in the cell, of the whole.
    pub signal: Beside,
    /// The effect on a person, of the whole.
    pub effect: Beside,
}

impl Numbers {
    /// The numbers of a reading.
    pub fn of(reading: &Reading) -> Self {
        let all = reading.counts.total();
        let expected = |share: fn(Shares) -> f64| rounded(share(reading.expected) * f64::from(all));
        let beside = |counted, expected| Beside { counted, expected };
        Self {
            all,
            on: beside(reading.counts.agonist, expected(Shares::agonist)),
            blocked: beside(reading.counts.antagonist, expected(Shares::antagonist)),
            empty: beside(reading.counts.free, expected(Shares::free)),
            signal: beside(
                of_whole(reading.answer.signal),
                of_whole(reading.expected_answer.signal),
            ),
            effect: beside(
                of_whole(reading.answer.effect),
                of_whole(reading.expected_answer.effect),
            ),
        }
    }
}

/// A number with two figures, as the language writes it.
pub fn number(words: &Words, value: f64) -> String {
    let mut scale = 1.0;
    let mut places = 0;
    while value > 0.0 && value * scale < 9.95 && places < 3 {
        scale *= 10.0;
        places += 1;
    }
    let mut figures = rounded(value * scale);
    while places > 0 && figures.is_multiple_of(10) {
        figures /= 10;
        places -= 1;
    }
    let unit = 10_u32.pow(places);
    let (whole, part) = (figures / unit, figures % unit);
    if places == 0 {
        return whole.to_string();
    }
    let part = part.to_string();
    let zeros = (places as usize).saturating_sub(part.len());
    let sign = words.get(key::UI_DECIMAL_SIGN);
    [&whole.to_string(), &*sign, &"0".repeat(zeros), &part].concat()
}

/// The nearest whole number.
pub fn rounded(value: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded and bounded"
    )]
    let whole = libm::round(value).clamp(0.0, 4e9) as u32;
    whole
}

/// Real seconds after so many steps.
pub fn seconds(tick: u64, length: Seconds) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below the limit")]
    let ticks = tick as f64;
    ticks * length.value()
}
