//! The few signs that stand beside words.

use yew::{Html, html};

/// A sign that stands beside a word and says nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A call.
    Phone,
    /// A text message.
    Message,
    /// Something folds out.
    Down,
    /// Paper.
    Print,
    /// From the beginning.
    Restart,
}

impl Icon {
    /// The sign as a drawing that takes the colour of its words.
    pub fn draw(self) -> Html {
        let (class, path) = match self {
            Self::Phone => (
                "i solid",
                "M6.2 3.5 9 3l2 4.6-2.2 1.8c.9 2 2.8 4 5 5.2l1.9-2.2L20 14.5l-.6 2.9c-.2 1.4-1.3 2.2-2.7 2.1C9.9 19 4.8 13.3 4.2 6.3 4.1 4.9 4.9 3.8 6.2 3.5z",
            ),
            Self::Message => (
                "i solid",
                "M4 4.5h16A1.5 1.5 0 0 1 21.5 6v9.5A1.5 1.5 0 0 1 20 17h-9.5L6 21v-4H4a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 4 4.5z",
            ),
            Self::Down => ("i", "m5 9.5 7 7 7-7"),
            Self::Print => (
                "i",
                "M7 8.500V3.5h10v5M7 17H3.5V8.500h17V17H17M7 13.500h10v7H7z",
            ),
            Self::Restart => ("i", "M5 12a7 7 0 1 0 2.4-5.3M5 4v4.500h4.5"),
        };
        html! { <svg class={class} viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg> }
    }
}
