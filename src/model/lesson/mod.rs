//! What has been done so far: enough to show the explainer again as it stands.

pub mod conditions;
pub mod diary;
mod event;
pub mod forms;
pub mod link;
pub mod lookup;
pub mod quiz;
pub mod receptor_scene;
pub mod run;
pub mod scene;
pub mod story;
pub mod timeline;
pub mod tour;

pub use event::Event;

use forms::{Forms, FormsAction};
use lookup::{Lookup, LookupAction};
use quiz::{Quiz, QuizAction};
use receptor_scene::{ReceptorScene, ReceptorSceneAction};
use timeline::{Timeline, TimelineAction};
use tour::{Stage, Tour, TourAction};

/// One of the parts, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The five things to take away; what it is and what it is for.
    AtAGlance,
    /// The receptor scene.
    HowItBlocks,
    /// The share of receptors blocked over days and weeks.
    HowLongItLasts,
    /// What it can feel like, in the reader's own words.
    SideEffects,
    /// Tablet, injection and what people also hear of.
    Forms,
    /// Before the first dose, after the last one, and whom to call.
    StayingSafe,
    /// A lesson for a class.
    Lesson,
}

impl Part {
    /// Every part, in reading order.
    pub const ALL: [Self; 7] = [
        Self::AtAGlance,
        Self::HowItBlocks,
        Self::HowLongItLasts,
        Self::SideEffects,
        Self::Forms,
        Self::StayingSafe,
        Self::Lesson,
    ];

    /// Its name in addresses, attributes and data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::AtAGlance => "at-a-glance",
            Self::HowItBlocks => "how-it-blocks",
            Self::HowLongItLasts => "how-long-it-lasts",
            Self::SideEffects => "side-effects",
            Self::Forms => "forms",
            Self::StayingSafe => "staying-safe",
            Self::Lesson => "lesson",
        }
    }

    /// The part with this name, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }
}

/// Which of the countries that have help lines, counted from zero in the content's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountryIndex(pub u8);

/// Which side of the wallet card is up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardSide {
    /// What its owner fills in.
    #[default]
    Front,
    /// What emergency staff read.
    Back,
}

/// What stands on the screen, as a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The part that is open.
    pub part: Part,
    /// The place that a link led to, with a running count of such requests.
    ///
    /// The count lets a view tell a second request for the same place from the first.
    pub place: Option<(Place, u32)>,
    /// Whose help lines are shown.
    pub country: CountryIndex,
    /// Which side of the wallet card is up.
    pub card: CardSide,
    /// What stands in "How it blocks".
    pub receptor_scene: ReceptorScene,
    /// What stands in "How long it lasts".
    pub timeline: Timeline,
    /// What stands in "Side effects".
    pub lookup: Lookup,
    /// What stands in "Forms".
    pub forms: Forms,
    /// Where a class is in the lesson.
    pub tour: Tour,
    /// What stands in the quiz of the lesson.
    pub quiz: Quiz,
}

/// A place inside a part that a link can lead to: the name of a part or of one of its sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(pub &'static str);

impl Place {
    /// The list of whom to call.
    pub const HELP_LINES: Self = Self("who-to-call");

    /// The quiz.
    pub const QUIZ: Self = Self(quiz::NAME);

    /// The question of the lesson's step that is open.
    pub const TOUR_QUESTION: Self = Self("tour-ask");

    /// The question of the quiz that is open.
    pub const QUIZ_QUESTION: Self = Self("quiz-question");
}

/// Everything the learner or the host page can do, named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A part was chosen in the navigation, or by the host page.
    PartChosen(Part),
    /// A link to a place was followed, from whichever part.
    LinkFollowed(Part, Place),
    /// Help was asked for, from wherever the reader was.
    HelpSought,
    /// A country was chosen for help lines.
    CountryChosen(CountryIndex),
    /// The wallet card was turned over.
    CardTurned,
    /// Something inside the open part was asked for by an address or by the host page.
    DetailAsked(String),
    /// Something was done in "How it blocks".
    ReceptorScene(ReceptorSceneAction),
    /// Something was done in "How long it lasts".
    Timeline(TimelineAction),
    /// Something was done in "Side effects".
    Lookup(LookupAction),
    /// Something was done in "Forms".
    Forms(FormsAction),
    /// Something was done in the lesson.
    Tour(TourAction),
    /// Something was done in the quiz, or with the paper for a class.
    Quiz(QuizAction),
}

impl Action {
    /// Whether it concerns what is inside a part, which arrives with the rest of the program.
    pub fn is_within_a_part(&self) -> bool {
        matches!(
            self,
            Self::DetailAsked(_)
                | Self::ReceptorScene(_)
                | Self::Timeline(_)
                | Self::Lookup(_)
                | Self::Forms(_)
                | Self::Tour(_)
                | Self::Quiz(_)
        )
    }
}

impl Lesson {
    /// A lesson at its beginning.
    pub fn new(part: Part, country: CountryIndex) -> Self {
        Self {
            part,
            place: None,
            country,
            card: CardSide::Front,
            receptor_scene: ReceptorScene::default(),
            timeline: Timeline::default(),
            lookup: Lookup::default(),
            forms: Forms::default(),
            tour: Tour::default(),
            quiz: Quiz::default(),
        }
    }

    /// What is open inside the open part, as an address names it; nothing where nothing is.
    ///
    /// Words that a reader typed are never part of it.
    pub fn detail(&self) -> Option<String> {
        match self.part {
            Part::HowItBlocks => self.receptor_scene.detail(),
            Part::HowLongItLasts => self.timeline.detail(),
            Part::SideEffects => self.lookup.detail(),
            Part::Forms => self.forms.detail(),
            Part::Lesson => self.tour.detail().or_else(|| self.quiz.detail()),
            Part::AtAGlance | Part::StayingSafe => None,
        }
    }

    /// The lesson after an action, and what that tells the outside, if anything.
    #[must_use]
    pub fn apply(&self, action: Action) -> (Self, Option<Event>) {
        let mut next = self.clone();
        match action {
            Action::PartChosen(part) => next.part = part,
            Action::LinkFollowed(part, place) => next.follow(part, place),
            Action::HelpSought => next.follow(Part::StayingSafe, Place::HELP_LINES),
            Action::CountryChosen(country) => next.country = country,
            Action::CardTurned => {
                next.card = match self.card {
                    CardSide::Front => CardSide::Back,
                    CardSide::Back => CardSide::Front,
                }
            }
            within => {
                let event = next.apply_within(self, within);
                return (next, event);
            }
        }
        let event = self.moved(&next);
        (next, event)
    }

    /// Takes over what was done inside a part, and says what that tells the outside; the first half
    /// of the program calls it by name.
    #[inline(never)]
    fn apply_within(&mut self, before: &Self, action: Action) -> Option<Event> {
        match action {
            Action::DetailAsked(detail) => self.open(&detail),
            Action::ReceptorScene(action) => self.receptor_scene.apply(action),
            Action::Timeline(action) => self.timeline.apply(action),
            Action::Lookup(action) => self.lookup.apply(action),
            Action::Forms(action) => self.forms.apply(action),
            Action::Tour(TourAction::Further) => self.go_further(),
            Action::Tour(action) => self.tour.apply(action),
            Action::Quiz(action) => self.quiz.apply(action),
            _ => {}
        }
        before.moved(self).or_else(|| {
            let detail = self.detail();
            (detail != before.detail())
                .then(|| Event::DetailShown(self.part, detail.unwrap_or_default()))
        })
    }

    /// What going to another part or country tells the outside.
    fn moved(&self, next: &Self) -> Option<Event> {
        if next.part != self.part {
            return Some(Event::PartShown(next.part));
        }
        (next.country != self.country).then_some(Event::CountryShown(next.country))
    }

    fn open(&mut self, detail: &str) {
        match self.part {
            Part::HowItBlocks => self.receptor_scene.open(detail),
            Part::HowLongItLasts => self.timeline.open(detail),
            Part::SideEffects => self.lookup.open(detail),
            Part::Forms => self.forms.open(detail),
            Part::Lesson => {
                let toured = self.tour.open(detail);
                self.quiz.open(detail);
                if self.quiz.opened && !toured {
                    self.follow(Part::Lesson, Place::QUIZ);
                }
            }
            Part::AtAGlance | Part::StayingSafe => {}
        }
    }

    /// Goes on alone in the part that the open step is about, with the run that was shown.
    fn go_further(&mut self) {
        let Some(step) = self.tour.step() else { return };
        self.tour.apply(TourAction::Presented(false));
        self.part = match step.stage {
            Stage::Scene(_) => {
                let run = self.tour.scene.run.clone();
                let replayed = ReceptorSceneAction::Replayed(run);
                self.receptor_scene.apply(replayed);
                Part::HowItBlocks
            }
            Stage::Forms => Part::HowLongItLasts,
            Stage::SideEffects => Part::SideEffects,
            Stage::StayingSafe => Part::StayingSafe,
        };
    }

    fn follow(&mut self, part: Part, place: Place) {
        let before = self.place.map_or(0, |(_, count)| count);
        self.part = part;
        self.place = Some((place, before.wrapping_add(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson() -> Lesson {
        Lesson::new(Part::AtAGlance, CountryIndex::default())
    }

    #[test]
    fn choosing_a_part_shows_it_and_says_so_once() {
        let (next, event) = lesson().apply(Action::PartChosen(Part::Forms));
        assert_eq!(
            (next.part, event),
            (Part::Forms, Some(Event::PartShown(Part::Forms)))
        );
        let (again, event) = next.apply(Action::PartChosen(Part::Forms));
        assert_eq!((again.part, event), (Part::Forms, None));
    }

    #[test]
    fn seeking_help_leads_to_the_help_lines_from_every_part() {
        for part in Part::ALL {
            let (next, _) = Lesson::new(part, CountryIndex::default()).apply(Action::HelpSought);
            assert_eq!(next.part, Part::StayingSafe);
            assert_eq!(next.place.map(|(place, _)| place), Some(Place::HELP_LINES));
        }
    }

    #[test]
    fn asking_for_the_same_place_twice_is_two_requests() {
        let (once, _) = lesson().apply(Action::HelpSought);
        let (twice, _) = once.apply(Action::HelpSought);
        assert_ne!(once.place, twice.place);
    }

    #[test]
    fn turning_the_card_twice_shows_its_front() {
        let (once, _) = lesson().apply(Action::CardTurned);
        let (twice, _) = once.apply(Action::CardTurned);
        assert_eq!((once.card, twice.card), (CardSide::Back, CardSide::Front));
    }

    #[test]
    fn every_part_is_found_by_its_own_name_alone() {
        for part in Part::ALL {
            assert_eq!(Part::from_id(part.id()), Some(part));
        }
        assert_eq!(Part::from_id("part-1"), None);
    }
}
