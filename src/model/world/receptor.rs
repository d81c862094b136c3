//! A site in the membrane: free, or held by whom, and since when.

/// The two kinds of molecule in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Species {
    /// Switches receptors on: an endorphin or an opioid.
    Agonist,
    /// Holds receptors and keeps them silent: naltrexone.
    Antagonist,
}

impl Species {
    /// Both kinds.
    pub const BOTH: [Self; 2] = [Self::Agonist, Self::Antagonist];
}

/// A site as it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Receptor {
    /// Who holds it now.
    pub holder: Option<Species>,
    /// Who held it before the present state.
    pub before: Option<Species>,
    /// The step in which the present state began.
    pub since: u64,
    /// The molecule that sits in it, by its slot.
    pub(super) molecule: Option<u32>,
}
