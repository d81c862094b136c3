//! The part "Forms".

use yew::Html;

use super::article;
use super::page::Page;
use crate::content::catalog::PartContent;
use crate::model::lesson::Part;

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn forms(page: &Page, content: &'static PartContent) -> Html {
    article::article(page, Part::Forms, content)
}
