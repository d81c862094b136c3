//! The signs on the controls of the scene.

use yew::{Html, html};

/// A sign that stands beside a word or is named by its control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Let time go on.
    Play,
    /// Stop time.
    Pause,
    /// One step.
    Step,
    /// From the beginning.
    Restart,
    /// The one before.
    Before,
    /// The one after.
    After,
}

impl Sign {
    /// The sign as a drawing that takes the colour of its words.
    pub fn draw(self) -> Html {
        let (class, path) = match self {
            Self::Play => ("i solid", "M6 3.500 20 12 6 20.500z"),
            Self::Pause => ("i solid", "M6 4h4v16H6zM14 4h4v16h-4z"),
            Self::Step => ("i solid", "M4 4l11 8-11 8zM16.500 4h3.500v16h-3.500z"),
            Self::Restart => ("i", "M5 12a7 7 0 1 0 2.4-5.3M5 4v4.500h4.500"),
            Self::Before => ("i flips", "m15 5-7 7 7 7"),
            Self::After => ("i flips", "m9 5 7 7-7 7"),
        };
        html! { <svg class={class} viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg> }
    }
}
