//! What stands in "How long it lasts", and what can be done there.

/// What stands in "How long it lasts".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {}

/// Everything that can be done in "How long it lasts", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineAction {}

impl Timeline {
    /// Takes over an action.
    pub fn apply(&mut self, action: TimelineAction) {
        match action {}
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, _detail: &str) {}

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        None
    }
}
