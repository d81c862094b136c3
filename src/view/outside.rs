//! What the views may ask of the page around them, handed in from the host.

use web_sys::HtmlCanvasElement;
use yew::Callback;

use crate::model::lesson::Part;

/// Something that a reader takes home as a file.
#[derive(Clone, Debug)]
pub enum Saved {
    /// A file of text.
    Text {
        /// Its name.
        name: String,
        /// What kind of text it is, such as `text/csv`.
        media_type: &'static str,
        /// What is in it.
        text: String,
    },
    /// A picture of what a canvas shows, as PNG.
    Picture {
        /// Its name.
        name: String,
        /// The canvas.
        canvas: HtmlCanvasElement,
    },
}

/// What the views may ask of the page around them.
#[derive(Clone, PartialEq)]
pub struct Outside {
    /// The address that opens a part at a detail.
    pub address: Callback<(Part, String), String>,
    /// Puts text where the reader can paste it from; a page that refuses changes nothing.
    pub copy: Callback<String>,
    /// Hands the reader a file.
    pub save: Callback<Saved>,
}

impl Outside {
    /// Nothing around: what a document is drawn with.
    pub fn nowhere() -> Self {
        Self {
            address: Callback::from(|_| String::new()),
            copy: Callback::noop(),
            save: Callback::noop(),
        }
    }
}
