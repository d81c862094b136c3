//! What stands in "How it blocks", and what can be done there.

/// What stands in "How it blocks".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceptorScene {}

/// Everything that can be done in "How it blocks", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum ReceptorSceneAction {}

impl ReceptorScene {
    /// Takes over an action.
    pub fn apply(&mut self, action: ReceptorSceneAction) {
        match action {}
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, _detail: &str) {}

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        None
    }
}
