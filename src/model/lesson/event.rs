//! What a lesson tells the outside.

use super::{CountryIndex, Part};

/// Something that happened in a lesson and that a host page may want to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another part is shown.
    PartShown(Part),
    /// Another country's help lines are shown.
    CountryShown(CountryIndex),
    /// Something else is open inside the part, as an address names it.
    DetailShown(Part, String),
}
