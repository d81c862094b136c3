//! `tour.json` as written: the ways through the lesson, and the steps they are made of.

use serde::{Deserialize, Serialize};

/// The whole of `tour.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tours {
    /// The ways through the lesson; their words are `tour-<id>` and `….lead`.
    pub tours: Vec<Tour>,
    /// The steps that they are made of.
    pub steps: Vec<Step>,
}

/// One way through the lesson.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tour {
    /// Its name, also in addresses.
    pub id: String,
    /// How long it takes with a class, in minutes.
    pub minutes: u16,
    /// The names of its steps, in order.
    pub steps: Vec<String>,
}

/// One step; its words are `step-<id>` with `.intro`, `.say`, `.listen` and `.watch`.
///
/// What it asks is `ui-ask-<stage>`, with `ui-choice-<stage>-<choice>`, `ui-reply-<stage>-<choice>`
/// and `ui-lesson-<stage>`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name.
    pub id: String,
    /// Where it is seen.
    pub stage: Stage,
    /// The names of its answers, in order.
    pub choices: Vec<String>,
    /// The name of the right one.
    pub right: String,
    /// What the model checks before it calls that one right.
    pub goal: Goal,
    /// The statements behind it.
    pub rests: Vec<String>,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $id:literal $rust:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $(#[doc = $id] $variant),+ }

        impl $name {
            /// As the data files write it.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// As the program writes it.
            pub fn rust(self) -> &'static str {
                match self { $(Self::$variant => $rust),+ }
            }
        }
    };
}

named! {
    /// Where a step is seen.
    Stage {
        Endorphins "endorphins" "Stage::Scene(Scene::Endorphins)",
        OpioidArrives "opioid-arrives" "Stage::Scene(Scene::OpioidArrives)",
        NaltrexoneFirst "naltrexone-first" "Stage::Scene(Scene::NaltrexoneFirst)",
        TooSoon "too-soon" "Stage::Scene(Scene::TooSoon)",
        Alcohol "alcohol" "Stage::Scene(Scene::Alcohol)",
        Overpowering "overpowering" "Stage::Scene(Scene::Overpowering)",
        WearingOff "wearing-off" "Stage::Scene(Scene::WearingOff)",
        Forms "forms" "Stage::Forms",
        SideEffects "side-effects" "Stage::SideEffects",
        StayingSafe "staying-safe" "Stage::StayingSafe",
    }
}

named! {
    /// What the model checks.
    Goal {
        ComesAndGoes "comes-and-goes" "Goal::ComesAndGoes",
        FewSeatsStrongSignal "few-seats-strong-signal" "Goal::FewSeatsStrongSignal",
        Held "held" "Goal::Held",
        GotThrough "got-through" "Goal::GotThrough",
        LeftByThemselves "left-by-themselves" "Goal::LeftByThemselves",
        FewerPlaces "fewer-places" "Goal::FewerPlaces",
        SignalReturned "signal-returned" "Goal::SignalReturned",
        Outlasts "outlasts" "Goal::Outlasts",
        Counted "counted" "Goal::Counted",
        Faded "faded" "Goal::Faded",
    }
}
