//! What stands in "Side effects", and what can be done there.

/// What stands in "Side effects".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lookup {}

/// Everything that can be done in "Side effects", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupAction {}

impl Lookup {
    /// Takes over an action.
    pub fn apply(&mut self, action: LookupAction) {
        match action {}
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, _detail: &str) {}

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        None
    }
}
