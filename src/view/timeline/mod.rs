//! The part "How long it lasts".

mod board;
mod deck;
mod doses;
mod drawn;
mod face;
mod figures;
mod marks;
mod picks;
mod plot;
mod receptors;
mod squares;
mod still;
mod table;

use yew::{Html, html};

use self::board::Board;
pub(super) use self::receptors::strips;
use super::article;
use super::page::Page;
use crate::content::catalog::{PartContent, section};
use crate::model::lesson::Part;

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn timeline(page: &Page, content: &'static PartContent) -> Html {
    let model = match &page.pharmacology {
        Some(model) if page.runs() => model.clone(),
        _ => return article::article(page, Part::HowLongItLasts, content),
    };
    html! {
        <>
            { article::head(page, content) }
            <Board page={page.clone()} {model} />
            { for content.sections.iter().filter(|known| known.id != section::DANGER_MOMENT.id).map(|section| article::section(page, section)) }
        </>
    }
}
