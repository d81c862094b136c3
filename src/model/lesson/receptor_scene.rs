//! What stands in "How it blocks", and what can be done there.

use super::link;
pub use super::link::LinkRefused;
use super::run::Run;
use super::scene::Scene;
use super::story;
use crate::model::pharmacology::ligand::Substance;

/// The seed of a run that nobody chose.
pub const FIRST_SEED: u64 = 4170;

/// Where a scene stands between question and answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The question is on the table; the picture waits just before the answer.
    #[default]
    Asking,
    /// The scene runs, and shows the answer.
    Running,
    /// The answer is told.
    Concluded,
}

/// One of the answers offered to a question, counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice(pub u8);

/// How fast the one clock of a run goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// A quarter of the usual.
    Slow,
    /// As the run says.
    #[default]
    Normal,
    /// Three times the usual.
    Fast,
}

impl Pace {
    /// Every pace, slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    /// How many times faster than the run says.
    pub fn factor(self) -> f64 {
        match self {
            Self::Slow => 0.25,
            Self::Normal => 1.0,
            Self::Fast => 3.0,
        }
    }

    /// The next slower one, if there is one.
    #[must_use]
    pub fn slower(self) -> Self {
        match self {
            Self::Fast => Self::Normal,
            Self::Normal | Self::Slow => Self::Slow,
        }
    }

    /// The next faster one, if there is one.
    #[must_use]
    pub fn faster(self) -> Self {
        match self {
            Self::Slow => Self::Normal,
            Self::Normal | Self::Fast => Self::Fast,
        }
    }
}

/// What stands below the picture where there is room for one thing only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaf {
    /// The question, and what became of it.
    #[default]
    Predict,
    /// The charts.
    Chart,
    /// How much of what is in the fluid.
    Amounts,
    /// The scene in words and numbers.
    Words,
}

impl Leaf {
    /// Every leaf, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Predict, Self::Chart, Self::Amounts, Self::Words];
}

/// What a learner looks at closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A receptor, by its place in the row, from zero.
    Receptor(u32),
    /// A molecule that switches on, by the number that is its own.
    Agonist(u32),
    /// A molecule of naltrexone, by the number that is its own.
    Antagonist(u32),
}

/// What stands in "How it blocks".
#[derive(Clone, Debug, PartialEq)]
pub struct ReceptorScene {
    /// What is played, as it was at its beginning: a replay or a link brings adjustments along.
    pub run: Run,
    /// Counts the beginnings, so that the same run begun again is another one.
    pub beginning: u32,
    /// Between question and answer.
    pub phase: Phase,
    /// What the learner expects.
    pub prediction: Option<Choice>,
    /// Whether time stands still.
    pub paused: bool,
    /// How fast time goes.
    pub pace: Pace,
    /// What stands below the picture where there is room for one thing only.
    pub leaf: Leaf,
    /// What is looked at closely.
    pub picked: Option<Picked>,
    /// Whether dose and response are shown.
    pub dose: bool,
    /// Whether single keys do something while the picture has the keyboard.
    pub single_keys: bool,
    /// Why an address could not be opened.
    pub refused: Option<LinkRefused>,
}

/// An address that names how much naltrexone is there begins so.
const BLOCKADE: &str = "blockade=";

impl Default for ReceptorScene {
    fn default() -> Self {
        Self {
            run: story::run(Scene::Endorphins, Substance::Morphine, FIRST_SEED),
            beginning: 0,
            phase: Phase::Asking,
            prediction: None,
            paused: false,
            pace: Pace::Normal,
            leaf: Leaf::Predict,
            picked: None,
            dose: false,
            single_keys: true,
            refused: None,
        }
    }
}

/// Everything that can be done in "How it blocks", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum ReceptorSceneAction {
    /// A scene was chosen.
    SceneChosen(Scene),
    /// An opioid was chosen; the scene begins anew with it.
    OpioidChosen(Substance),
    /// The learner answered the question; the scene begins to show the answer.
    Predicted(Choice),
    /// The learner wants to see it without answering.
    QuestionSkipped,
    /// Time was stopped or let go on.
    PauseToggled,
    /// One step was taken by hand, so time stands still.
    Stepped,
    /// The scene has shown its answer.
    Concluded,
    /// The same run was begun again, with everything that was done in it.
    Replayed(Run),
    /// The scene was begun again with the same number.
    Restarted,
    /// The scene was begun again with another number.
    Renumbered,
    /// Another pace was chosen.
    PaceChosen(Pace),
    /// Another leaf was turned up.
    LeafChosen(Leaf),
    /// Something is looked at closely, or nothing any more.
    PickedUp(Option<Picked>),
    /// Dose and response were shown or put away.
    DoseToggled,
    /// Single keys were switched on or off.
    SingleKeysToggled,
}

impl ReceptorScene {
    /// The scene that is shown.
    pub fn scene(&self) -> Scene {
        self.run.scene()
    }

    /// Takes over an action.
    pub fn apply(&mut self, action: ReceptorSceneAction) {
        use ReceptorSceneAction as Done;
        match action {
            Done::SceneChosen(scene) => {
                self.begin(story::run(scene, self.run.picked(), FIRST_SEED));
            }
            Done::OpioidChosen(opioid) => {
                let run = story::run(self.scene(), opioid, self.run.seed());
                self.begin(run);
            }
            Done::Predicted(choice) => {
                self.prediction = Some(choice);
                self.answer();
            }
            Done::QuestionSkipped => self.answer(),
            Done::PauseToggled => match self.phase {
                Phase::Asking => self.answer(),
                Phase::Running | Phase::Concluded => self.paused = !self.paused,
            },
            Done::Stepped => {
                if self.phase == Phase::Asking {
                    self.answer();
                }
                self.paused = true;
            }
            Done::Concluded => {
                if self.phase == Phase::Running && self.scene() != Scene::FreePlay {
                    self.phase = Phase::Concluded;
                    self.paused = true;
                    self.leaf = Leaf::Predict;
                }
            }
            Done::Replayed(run) => {
                let (leaf, prediction) = (self.leaf, self.prediction);
                self.begin(run);
                self.phase = Phase::Running;
                (self.leaf, self.prediction) = (leaf, prediction);
            }
            Done::Restarted => {
                self.begin(story::run(self.scene(), self.run.picked(), self.run.seed()));
            }
            Done::Renumbered => {
                let seed = story::next_seed(self.run.seed());
                self.begin(story::run(self.scene(), self.run.picked(), seed));
            }
            Done::PaceChosen(pace) => self.pace = pace,
            Done::LeafChosen(leaf) => self.leaf = leaf,
            Done::PickedUp(picked) => self.picked = picked,
            Done::DoseToggled => self.dose = !self.dose,
            Done::SingleKeysToggled => self.single_keys = !self.single_keys,
        }
    }

    /// Opens what an address names: a scene, a blockade of so much, or a whole run.
    ///
    /// A run that cannot be played leaves everything as it is and says why.
    pub fn open(&mut self, detail: &str) {
        if let Some(scene) = Scene::ALL
            .into_iter()
            .find(|scene| story::id(*scene) == detail)
        {
            if scene != self.scene() {
                self.begin(story::run(scene, self.run.picked(), FIRST_SEED));
            }
            self.refused = None;
            return;
        }
        let blockade = detail.strip_prefix(BLOCKADE);
        if let Some(run) = blockade.and_then(|level| story::blockade(level, FIRST_SEED)) {
            self.begin(run);
            return;
        }
        match link::decode(detail) {
            Ok(run) if run == self.run => self.refused = None,
            Ok(run) => self.begin(run),
            Err(refused) => self.refused = Some(refused),
        }
    }

    /// What is open, as an address names it; nothing before anything was chosen.
    pub fn detail(&self) -> Option<String> {
        let usual = story::run(self.scene(), Substance::Morphine, FIRST_SEED);
        if self.run != usual {
            return Some(link::encode(&self.run));
        }
        (self.beginning > 0).then(|| story::id(self.scene()).to_owned())
    }

    /// The question is behind us, and time goes on.
    fn answer(&mut self) {
        if self.phase == Phase::Asking {
            self.phase = Phase::Running;
            self.paused = false;
        }
    }

    fn begin(&mut self, run: Run) {
        let free = run.scene() == Scene::FreePlay;
        *self = Self {
            run,
            beginning: self.beginning.wrapping_add(1),
            phase: if free { Phase::Running } else { Phase::Asking },
            leaf: if free { Leaf::Amounts } else { Leaf::Predict },
            pace: self.pace,
            dose: self.dose,
            single_keys: self.single_keys,
            ..Self::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = ReceptorSceneAction>) -> ReceptorScene {
        let mut scene = ReceptorScene::default();
        for action in actions {
            scene.apply(action);
        }
        scene
    }

    #[test]
    fn one_answer_starts_the_scene_and_the_end_stops_it() {
        use ReceptorSceneAction::{Concluded, Predicted, SceneChosen};
        let asked = after([SceneChosen(Scene::TooSoon)]);
        assert_eq!((asked.phase, asked.paused), (Phase::Asking, false));
        let mut scene = after([SceneChosen(Scene::TooSoon), Predicted(Choice(1))]);
        assert_eq!(scene.phase, Phase::Running);
        scene.apply(Concluded);
        assert_eq!((scene.phase, scene.paused), (Phase::Concluded, true));
        assert_eq!(scene.prediction, Some(Choice(1)));
    }

    #[test]
    fn free_play_asks_nothing_and_never_ends() {
        use ReceptorSceneAction::{Concluded, SceneChosen};
        let scene = after([SceneChosen(Scene::FreePlay), Concluded]);
        assert_eq!((scene.phase, scene.paused), (Phase::Running, false));
    }

    #[test]
    fn an_address_opens_the_scene_or_the_run_it_names() {
        for scene in Scene::ALL {
            let chosen = after([ReceptorSceneAction::SceneChosen(scene)]);
            let mut opened = ReceptorScene::default();
            opened.open(&chosen.detail().unwrap());
            assert_eq!(opened.scene(), scene);
        }
        let numbered = after([ReceptorSceneAction::Renumbered]);
        let mut opened = ReceptorScene::default();
        opened.open(&numbered.detail().unwrap());
        assert_eq!(opened.run, numbered.run);
    }

    #[test]
    fn an_address_that_says_nothing_changes_nothing_but_says_why() {
        let mut scene = ReceptorScene::default();
        scene.open("n9.AAAA");
        assert_eq!(scene.refused, Some(LinkRefused::NewerVersion(9)));
        assert_eq!(scene.run, ReceptorScene::default().run);
        assert_eq!(scene.detail(), None);
    }
}
