//! The run that is shown, between two frames: whole steps in, readings out.

use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::Diary;
use crate::model::lesson::receptor_scene::{Phase, ReceptorScene};
use crate::model::lesson::run::Control;
use crate::model::lesson::scene::SceneNumbers;
use crate::model::lesson::story;
use crate::model::pharmacology::Pharmacology;
use crate::model::units::Relative;
use crate::model::world::TICKS_PER_SECOND;

/// Shortest time between two readings told, in seconds.
const BETWEEN_READINGS: f64 = 0.25;

/// Steps taken by hand at once: half a second on screen.
pub const STEPS_BY_HAND: u32 = TICKS_PER_SECOND / 2;

/// Steps in a tenth of a second, after which charts have something new.
const STEPS_PER_TENTH: u64 = TICKS_PER_SECOND as u64 / 10;

/// Steps of the clock from one still to the next where motion is not wanted: a second.
const STEPS_BETWEEN_STILLS: u32 = TICKS_PER_SECOND;

/// How long readings go on after the end, in seconds: what is said aloud may have to wait its turn.
const AFTERWARDS: f64 = 3.0;

/// What a frame has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing that words or numbers would show.
    Nothing,
    /// Numbers have changed.
    Reading,
    /// The scene has shown its answer.
    Concluded,
}

/// The run that is shown, and what happened in it.
pub struct Live {
    /// The run.
    pub play: Play,
    /// What happened in it.
    pub diary: Diary,
    /// What the learner set and the next frame takes over.
    queue: Vec<Control>,
    /// What the learner's hand holds, for the controls to show: what switches on, and naltrexone.
    pub hand: [Option<Relative>; 2],
    /// How strong the drink is, if the learner set it, in hundredths.
    pub drink: Option<u8>,
    by_hand: u32,
    owed: f64,
    unheard: f64,
    changed: bool,
    /// Whether the last frame took a step.
    pub moved: bool,
    concluded: bool,
    /// Seconds since the scene has shown its answer.
    afterwards: f64,
}

impl Live {
    /// The run of a scene before its first step; none if its numbers are refused.
    pub fn new(
        scene: &ReceptorScene,
        pharmacology: &Pharmacology,
        numbers: &SceneNumbers,
    ) -> Option<Self> {
        let play = Play::new(scene.run.clone(), pharmacology, numbers).ok()?;
        let mut live = Self {
            diary: Diary::new(&play),
            play,
            queue: Vec::new(),
            hand: [None; 2],
            drink: None,
            by_hand: 0,
            owed: 0.0,
            unheard: 0.0,
            changed: true,
            moved: false,
            concluded: false,
            afterwards: 0.0,
        };
        if scene.phase == Phase::Concluded {
            // The reader was elsewhere meanwhile, and finds what was shown.
            live.conclude();
        }
        Some(live)
    }

    /// Lives through the rest of the scene at once.
    fn conclude(&mut self) {
        self.concluded = true;
        while self.play.world().tick() < self.ends() {
            self.step();
        }
    }

    /// Takes note of what the learner sets; it holds from the next frame on.
    pub fn set(&mut self, control: Control) {
        let [agonist, antagonist] = &mut self.hand;
        match control {
            Control::Agonist(amount) => *agonist = Some(amount.level()),
            Control::Antagonist(amount) => *antagonist = Some(amount.level()),
            Control::Drink(strength) => self.drink = Some(strength),
            Control::PlanResumed => (self.hand, self.drink) = ([None; 2], None),
        }
        self.queue.push(control);
    }

    /// Takes note of a step by hand.
    pub fn step_by_hand(&mut self) {
        self.by_hand += STEPS_BY_HAND;
    }

    /// Lives through so many steps of the clock, which took so many seconds.
    pub fn frame(&mut self, scene: &ReceptorScene, clock: u32, seconds: f64, still: bool) -> Told {
        for control in self.queue.drain(..) {
            // A run that holds as much as a link can carry takes no more.
            let _ = self.play.adjust(control);
        }
        if scene.phase == Phase::Concluded && !self.concluded {
            // Whoever does not want to wait sees how it ends.
            self.conclude();
            self.moved = true;
            return Told::Reading;
        }
        let steps = self.steps(scene, clock, still);
        let limit = self.limit(scene);
        let before = self.play.next();
        for _ in 0..steps {
            if self.play.world().tick() >= limit {
                break;
            }
            self.step();
        }
        self.moved = self.play.next() != before;
        self.unheard += seconds;
        let ended = scene.phase == Phase::Running && self.play.world().tick() >= self.ends();
        if ended && !self.concluded {
            self.concluded = true;
            self.changed = false;
            return Told::Concluded;
        }
        if self.concluded && self.afterwards < AFTERWARDS {
            self.afterwards += seconds;
            self.changed = true;
        }
        if self.changed && self.unheard >= BETWEEN_READINGS {
            (self.changed, self.unheard) = (false, 0.0);
            return Told::Reading;
        }
        Told::Nothing
    }

    /// How many steps the frame owes.
    fn steps(&mut self, scene: &ReceptorScene, clock: u32, still: bool) -> u32 {
        let by_hand = core::mem::take(&mut self.by_hand);
        if scene.paused {
            self.owed = 0.0;
            // Time stops at a whole tenth of a second, where words, tables and charts agree.
            let between = !self.play.world().tick().is_multiple_of(STEPS_PER_TENTH);
            return by_hand + u32::from(between);
        }
        self.owed += f64::from(clock) * scene.pace.factor();
        let between = f64::from(STEPS_BETWEEN_STILLS) * scene.pace.factor();
        if still && self.owed < between {
            // The picture stands from one still to the next.
            return by_hand;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "few: the clock does not make up for what was missed"
        )]
        let whole = self.owed as u32;
        self.owed -= f64::from(whole);
        by_hand + whole
    }

    /// The step at which the picture waits for the learner.
    fn limit(&mut self, scene: &ReceptorScene) -> u64 {
        let waits = self.waits();
        match scene.phase {
            Phase::Asking => waits,
            Phase::Running if !self.concluded => {
                // Whoever answers early need not wait for what the question was about.
                while self.play.world().tick() < waits {
                    self.step();
                }
                self.ends()
            }
            Phase::Running | Phase::Concluded => u64::MAX,
        }
    }

    fn waits(&self) -> u64 {
        let scene = self.play.run().scene();
        story::waits(scene, self.play.plan(), self.play.world().tick_length())
    }

    fn ends(&self) -> u64 {
        let ends = story::ends(self.play.run().scene(), self.play.run().picked());
        ends.map_or(u64::MAX, |ends| {
            story::tick_at(ends.value(), self.play.world().tick_length())
        })
    }

    fn step(&mut self) {
        self.play.step();
        self.diary.follow(&self.play);
        self.changed = true;
    }
}
