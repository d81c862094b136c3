//! Fixtures: the model with the explainer's own numbers.
#![allow(dead_code, reason = "each test file uses its own part of the fixtures")]

use naltrexone_explainer::content::catalog;
use naltrexone_explainer::model::lesson::scene::SceneNumbers;
use naltrexone_explainer::model::pharmacology::{Parameters, Pharmacology};

/// The explainer's numbers as they are shipped.
pub(crate) fn parameters() -> Parameters {
    catalog::parameters()
}

/// The same, checked.
pub(crate) fn pharmacology() -> Pharmacology {
    Pharmacology::new(&parameters()).unwrap()
}

/// The levels of the scenes as they are shipped.
pub(crate) fn scene_numbers() -> SceneNumbers {
    catalog::scene_numbers()
}
