//! The lesson as a guided tour: which step a class is at, what it expects, and who raised a hand.

mod address;
mod goal;

pub use address::{Code, NOTES};
pub use goal::{Goal, after_last_injection, after_last_tablet};

use super::receptor_scene::{Choice, FIRST_SEED, Phase, ReceptorScene, ReceptorSceneAction};
use super::scene::Scene;
use super::story;
use crate::model::pharmacology::ligand::Substance;

/// Answers that are offered at most.
pub const MOST_CHOICES: usize = 4;

/// Hands that are counted at most for one answer.
const MOST_HANDS: u16 = 999;

/// Which of the real parts shows what a step asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The receptor scene, with one of its scenes.
    Scene(Scene),
    /// How long a tablet and an injection block.
    Forms,
    /// How often an effect was counted.
    SideEffects,
    /// What missed tablets leave of the block.
    StayingSafe,
}

/// What a step shows, and which answer that makes right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepPlan {
    /// Where it is seen.
    pub stage: Stage,
    /// The answer that holds as long as the goal is met.
    pub right: Choice,
    /// What the run must have shown for that.
    pub goal: Goal,
}

/// One way through the lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TourPlan {
    /// Its name in addresses.
    pub id: &'static str,
    /// How long it takes with a class, in minutes.
    pub minutes: u16,
    /// Its steps, in order.
    pub steps: &'static [StepPlan],
}

/// Where the lesson is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// In the page, for one learner.
    #[default]
    Page,
    /// On the whole screen, for a class.
    Wall,
    /// In a window of its own: the presenter's notes.
    Notes,
}

/// What lies over a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    /// Nothing.
    #[default]
    Open,
    /// The screen is dark.
    Dark,
    /// The code for students.
    Code,
}

/// What stands in the lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Tour {
    /// Every way through it.
    pub plans: &'static [TourPlan],
    /// The one that is under way, counted from zero.
    pub taken: Option<usize>,
    /// The step, counted from zero; one more than the last is the end.
    pub at: usize,
    /// Counts the beginnings of steps.
    pub begun: u32,
    /// The receptor scene of the step, and what was answered to whatever the step asks.
    pub scene: ReceptorScene,
    /// Where it is shown.
    pub medium: Medium,
    /// What lies over it.
    pub cover: Cover,
    /// Whether the time left to think is counted down.
    pub countdown: bool,
    /// Whether a code could not be read.
    pub refused: bool,
    hands: Vec<[u16; MOST_CHOICES]>,
}

impl Default for Tour {
    fn default() -> Self {
        Self::new(&[])
    }
}

/// Everything that can be done in the lesson, named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum TourAction {
    /// A way through it was begun, counted from zero.
    Begun(usize),
    /// It was left.
    Left,
    /// A step was gone to, counted from zero.
    Went(usize),
    /// On: from the question to the run, from the run to its end, from there to the next step.
    Advanced,
    /// Back: to the question, or to the step before.
    Retreated,
    /// Something was done in the step's scene; answering is one such thing.
    Scene(ReceptorSceneAction),
    /// One more hand for an answer.
    HandRaised(Choice),
    /// One hand less for an answer.
    HandLowered(Choice),
    /// It was put on the whole screen, or taken off it.
    Presented(bool),
    /// The screen was made dark, or light again.
    Blanked,
    /// The code for students was shown, or put away.
    CodeToggled,
    /// The countdown was switched on or off.
    CountdownToggled,
    /// A code was typed.
    CodeTyped(String),
    /// The learner goes on alone in the part that the step is about.
    Further,
}

impl Tour {
    /// Before anything was begun.
    pub fn new(plans: &'static [TourPlan]) -> Self {
        Self {
            plans,
            taken: None,
            at: 0,
            begun: 0,
            scene: ReceptorScene::default(),
            medium: Medium::Page,
            cover: Cover::Open,
            countdown: true,
            refused: false,
            hands: Vec::new(),
        }
    }

    /// The way that is under way.
    pub fn plan(&self) -> Option<&'static TourPlan> {
        self.plans.get(self.taken?)
    }

    /// The step that is open; none before the beginning and at the end.
    pub fn step(&self) -> Option<&'static StepPlan> {
        self.plan()?.steps.get(self.at)
    }

    /// Between question and answer.
    pub fn phase(&self) -> Phase {
        self.scene.phase
    }

    /// How many hands were raised for each answer of the open step.
    pub fn hands(&self) -> [u16; MOST_CHOICES] {
        self.hands.get(self.at).copied().unwrap_or_default()
    }

    /// Takes over an action.
    pub fn apply(&mut self, action: TourAction) {
        match action {
            TourAction::Begun(which) => self.take(which, 0, FIRST_SEED),
            TourAction::Left => {
                *self = Self {
                    begun: self.begun,
                    countdown: self.countdown,
                    ..Self::new(self.plans)
                }
            }
            TourAction::Went(step) => self.go(step),
            TourAction::Advanced => self.advance(),
            TourAction::Retreated => self.retreat(),
            TourAction::Scene(action) => self.within(action),
            TourAction::HandRaised(choice) => self.count(choice, 1),
            TourAction::HandLowered(choice) => self.count(choice, -1),
            TourAction::Presented(presenting) => {
                let wall = presenting && self.taken.is_some();
                self.medium = if wall { Medium::Wall } else { Medium::Page };
                self.cover = Cover::Open;
            }
            TourAction::Blanked if self.medium == Medium::Wall => self.cover(Cover::Dark),
            TourAction::CodeToggled => self.cover(Cover::Code),
            TourAction::CountdownToggled => self.countdown = !self.countdown,
            TourAction::CodeTyped(text) => self.refused = !self.open(text.trim()),
            // Only a wall goes dark. The whole lesson knows the other parts; see `Lesson`.
            TourAction::Blanked | TourAction::Further => {}
        }
    }

    /// Opens what an address or a code names; the answer is whether it names anything here.
    pub fn open(&mut self, detail: &str) -> bool {
        if detail == NOTES {
            self.medium = Medium::Notes;
            return true;
        }
        let Some(code) = Code::read(detail) else {
            self.taken = None;
            self.medium = Medium::Page;
            return false;
        };
        let named = |plan: &TourPlan| plan.id == code.tour && code.step <= plan.steps.len();
        let Some(which) = self.plans.iter().position(named) else {
            return false;
        };
        let same =
            self.taken == Some(which) && self.at == code.step && self.scene.run.seed() == code.seed;
        if !same {
            self.take(which, code.step, code.seed);
        }
        true
    }

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        if self.medium == Medium::Notes {
            return Some(NOTES.to_owned());
        }
        let code = Code {
            tour: self.plan()?.id,
            step: self.at,
            seed: self.scene.run.seed(),
        };
        Some(code.written())
    }

    fn take(&mut self, which: usize, step: usize, seed: u64) {
        let Some(plan) = self.plans.get(which) else {
            return;
        };
        if self.taken != Some(which) {
            self.hands = vec![[0; MOST_CHOICES]; plan.steps.len()];
        }
        self.taken = Some(which);
        self.refused = false;
        self.scene.run = story::run(Scene::Endorphins, Substance::Morphine, seed);
        self.go(step);
    }

    /// Begins a step with its question.
    fn go(&mut self, step: usize) {
        let Some(plan) = self.plan() else { return };
        self.at = step.min(plan.steps.len());
        self.begun = self.begun.wrapping_add(1);
        self.cover = Cover::Open;
        let seed = self.scene.run.seed();
        let scene = match self.step().map(|step| step.stage) {
            Some(Stage::Scene(scene)) => scene,
            _ => Scene::Endorphins,
        };
        self.scene = ReceptorScene {
            run: story::run(scene, Substance::Morphine, seed),
            beginning: self.begun,
            pace: self.scene.pace,
            single_keys: self.scene.single_keys,
            ..ReceptorScene::default()
        };
    }

    fn advance(&mut self) {
        if self.cover != Cover::Open {
            self.cover = Cover::Open;
        } else if self.step().is_none() {
            // The end stays.
        } else {
            match self.phase() {
                Phase::Asking => self.within(ReceptorSceneAction::QuestionSkipped),
                Phase::Running => self.within(ReceptorSceneAction::Concluded),
                Phase::Concluded => self.go(self.at + 1),
            }
        }
    }

    fn retreat(&mut self) {
        if self.cover != Cover::Open {
            self.cover = Cover::Open;
        } else if self.phase() == Phase::Asking {
            self.go(self.at.saturating_sub(1));
        } else {
            self.go(self.at);
        }
    }

    fn within(&mut self, action: ReceptorSceneAction) {
        self.scene.apply(action);
        // Where nothing moves, the answer is there at once.
        let moves = matches!(self.step().map(|step| step.stage), Some(Stage::Scene(_)));
        if !moves && self.phase() == Phase::Running {
            self.scene.apply(ReceptorSceneAction::Concluded);
        }
    }

    /// Covers the step, or takes the same cover off.
    fn cover(&mut self, cover: Cover) {
        self.cover = if self.cover == cover {
            Cover::Open
        } else {
            cover
        };
    }

    fn count(&mut self, choice: Choice, by: i16) {
        let hands = self.hands.get_mut(self.at);
        if let Some(hands) = hands.and_then(|hands| hands.get_mut(usize::from(choice.0))) {
            *hands = hands.saturating_add_signed(by).min(MOST_HANDS);
        }
    }
}

#[cfg(test)]
mod tests;
