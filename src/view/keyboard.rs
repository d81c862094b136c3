//! Where the keyboard is: put on a heading, kept on a name, given back when something closes.

use wasm_bindgen::JsCast;
use yew::{FocusEvent, KeyboardEvent, MouseEvent, TargetCast};

/// Closes the fold that holds the keyboard, and puts the keyboard on its name.
pub fn close_on_escape(press: &KeyboardEvent) {
    if press.key() != "Escape" {
        return;
    }
    let fold = press
        .target_dyn_into::<web_sys::Element>()
        .and_then(|element| element.closest("details[open]").ok().flatten());
    if let Some(fold) = fold {
        // A fold that cannot be closed stays open; nothing is lost.
        let _ = fold.remove_attribute("open");
        focus(fold.query_selector("summary").ok().flatten());
    }
}

/// Closes the fold once the keyboard has gone elsewhere.
pub fn close_on_leaving(leaving: &FocusEvent) {
    let fold = leaving
        .target_dyn_into::<web_sys::Element>()
        .and_then(|element| element.closest("details").ok().flatten());
    let next = leaving
        .related_target()
        .and_then(|next| next.dyn_into::<web_sys::Node>().ok());
    if let (Some(fold), Some(next)) = (fold, next)
        && !fold.contains(Some(&next))
    {
        // A fold that cannot be closed stays open; nothing is lost.
        let _ = fold.remove_attribute("open");
    }
}

/// Puts the keyboard on an element without moving the page.
pub fn focus(element: Option<web_sys::Element>) {
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // An element that takes no focus leaves it where it was.
        let quietly = web_sys::FocusOptions::new();
        quietly.set_prevent_scroll(true);
        let _ = element.focus_with_options(&quietly);
    }
}

/// Puts the keyboard back on the term whose card is being closed: browsers do not.
pub fn back_to_term(click: &MouseEvent) {
    let card = click
        .target_dyn_into::<web_sys::Element>()
        .and_then(|button| button.closest(".term-card").ok().flatten());
    let before = card.and_then(|card| card.previous_element_sibling());
    focus(before.and_then(|kept| kept.query_selector(".term").ok().flatten()));
}
