//! The theme's colours and type as a canvas takes them.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlCanvasElement, window};

/// Colours and type of one theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Inks {
    /// For what is exact.
    pub ink: String,
    /// For lesser words.
    pub lesser: String,
    /// For rules.
    pub rule: String,
    /// The ground.
    pub paper: String,
    /// Switched on, blocked, empty.
    pub states: [String; 3],
    /// The family of type.
    pub family: String,
    /// Whether colours are the reader's own, so that lines must differ by their dashes.
    pub forced: bool,
}

impl Inks {
    /// The colours and type in force where a canvas stands.
    pub(super) fn of(canvas: &HtmlCanvasElement) -> Self {
        let Some(window) = window() else {
            return Self::default();
        };
        let Ok(Some(computed)) = window.get_computed_style(canvas) else {
            return Self::default();
        };
        let style = canvas.style();
        // A colour is asked for by wearing it: what a token holds may be an expression.
        let worn = |token: &str| {
            let _ = style.set_property("color", token);
            property(&computed, "color")
        };
        let forced = window.match_media("(forced-colors: active)");
        let inks = Self {
            ink: worn("var(--ink)"),
            lesser: worn("var(--ink-2)"),
            rule: worn("var(--rule)"),
            paper: worn("var(--paper)"),
            states: ["var(--c-on)", "var(--c-block)", "var(--c-empty)"].map(worn),
            family: property(&computed, "font-family"),
            forced: forced.is_ok_and(|list| list.is_some_and(|list| list.matches())),
        };
        let _ = style.remove_property("color");
        inks
    }
}

fn property(of: &CssStyleDeclaration, name: &str) -> String {
    of.get_property_value(name).unwrap_or_default()
}

/// The pen of a canvas, if it has one.
pub(super) fn pen(canvas: &HtmlCanvasElement) -> Option<web_sys::CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
