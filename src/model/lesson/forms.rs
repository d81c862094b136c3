//! What stands in "Forms", and what can be done there.

/// What stands in "Forms".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {}

/// Everything that can be done in "Forms", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum FormsAction {}

impl Forms {
    /// Takes over an action.
    pub fn apply(&mut self, action: FormsAction) {
        match action {}
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, _detail: &str) {}

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        None
    }
}
