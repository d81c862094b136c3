//! What every view of the scene is drawn from, between two frames.

use super::amounts::{Field, Typing};
use crate::content::describe;
use crate::model::lesson::conditions::Play;
use crate::model::lesson::diary::Diary;
use crate::model::lesson::receptor_scene::ReceptorScene;
use crate::model::pharmacology::alcohol::Alcohol;
use crate::model::units::Relative;
use crate::view::page::Page;

/// What is shown, between two frames.
pub struct Shown<'a> {
    /// The page.
    pub page: &'a Page,
    /// What stands in the part.
    pub scene: &'a ReceptorScene,
    /// The run.
    pub play: &'a Play,
    /// What happened in it.
    pub diary: &'a Diary,
    /// What the learner's hand holds.
    pub hand: [Option<Relative>; 2],
    /// How strong the drink is, if the learner set it.
    pub drink: Option<u8>,
    /// What is being typed.
    pub typing: &'a Typing,
    /// What a drink does.
    pub alcohol: &'a Alcohol,
    /// Whether what sits on receptors switches them on only partly.
    pub partly: bool,
}

impl Shown<'_> {
    /// What stands in a field, if it is being typed into.
    pub fn typed(&self, field: Field) -> Option<String> {
        let typing = self.typing.as_ref().filter(|(own, _)| *own == field);
        typing.map(|(_, text)| text.clone())
    }

    /// How strong the drink is now, in hundredths: as set, or as the scene has it.
    pub fn drink_strength(&self) -> u8 {
        self.drink.unwrap_or_else(|| {
            let (endorphin, _) = describe::levels(self.play);
            let drunk = self.alcohol.drink(endorphin);
            u8::try_from(describe::of_whole(drunk.value())).unwrap_or(0)
        })
    }
}
