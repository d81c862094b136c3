//! What the stage does with a canvas: paths filled and outlined, and pictures put in place.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

use super::palette::Palette;
use crate::view::plate::geometry::{PlatePoint, sine};

/// The drawing context of a canvas, if the browser has one.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// A canvas that is not shown, of so many pixels.
pub(super) fn hidden_canvas(width: u32, height: u32) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas = document.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(width.max(1));
    canvas.set_height(height.max(1));
    Some(canvas)
}

/// Pixels that hold a length; canvases are never larger than browsers allow.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded"
)]
pub(super) fn pixels(length: f64) -> u32 {
    length.ceil().clamp(1.0, 16_000.0) as u32
}

/// Draws still things in plate units.
pub(super) struct Brush<'a> {
    pub(super) ctx: &'a CanvasRenderingContext2d,
    pub(super) palette: &'a Palette,
    /// The thinnest outline, so that none vanishes on small plates.
    pub(super) least: f64,
}

impl Brush<'_> {
    /// A path from path data.
    pub(super) fn path(data: &str) -> Option<Path2d> {
        Path2d::new_with_path_string(data).ok()
    }

    /// A path through corners.
    pub(super) fn corners(points: &[PlatePoint], closed: bool) -> Option<Path2d> {
        let path = Path2d::new().ok()?;
        for &(x, y) in points {
            path.line_to(f64::from(x), f64::from(y));
        }
        if closed {
            path.close_path();
        }
        Some(path)
    }

    /// Adds a whole circle to a path.
    pub(super) fn circle(path: &Path2d, x: f32, y: f32, radius: f32) {
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        path.move_to(x + radius, y);
        let _ = path.arc(x, y, radius, 0.0, std::f64::consts::TAU);
    }

    /// Fills a path.
    pub(super) fn fill(&self, path: Option<&Path2d>, colour: &str) {
        if let Some(path) = path {
            self.ctx.set_fill_style_str(colour);
            self.ctx.fill_with_path_2d(path);
        }
    }

    /// Follows a path with a line, of this width or more.
    pub(super) fn line(&self, path: Option<&Path2d>, colour: &str, width: f64) {
        if let Some(path) = path {
            self.ctx.set_stroke_style_str(colour);
            self.ctx.set_line_width(width.max(self.least));
            self.ctx.stroke_with_path(path);
        }
    }

    /// Fills a path and outlines it.
    pub(super) fn shape(&self, path: Option<&Path2d>, fill: &str, line: &str, width: f64) {
        self.fill(path, fill);
        self.line(path, line, width);
    }

    /// A thick line with an outline of its own.
    pub(super) fn bar(&self, path: Option<&Path2d>, fill: &str, line: &str, width: f32, rim: f32) {
        let (width, rim) = (f64::from(width), f64::from(rim).max(self.least));
        self.line(path, line, width + rim);
        self.line(path, fill, width - rim);
    }

    /// Lines from here on are dashed; no dashes make them whole.
    pub(super) fn dash(&self, dashes: &[f64], offset: f64) {
        let list: Array = dashes
            .iter()
            .copied()
            .map(wasm_bindgen::JsValue::from)
            .collect();
        let _ = self.ctx.set_line_dash(&list);
        self.ctx.set_line_dash_offset(offset);
    }

    /// A token as the canvas takes it.
    pub(super) fn ink(&self, token: &str) -> String {
        self.palette.css(token)
    }
}

/// A small picture, drawn once for each theme and pixel ratio.
#[derive(Debug)]
pub(super) struct Sprite {
    canvas: HtmlCanvasElement,
    /// Where its origin lies, in its own pixels.
    left: f64,
    top: f64,
}

impl Sprite {
    /// Draws a picture of the given half-width, height above and height below its origin, at so
    /// many pixels for a plate unit.
    pub(super) fn drawn(
        [aside, above, below]: [f64; 3],
        scale: f64,
        palette: &Palette,
        least: f64,
        draw: impl FnOnce(&Brush),
    ) -> Option<Self> {
        let (left, top) = ((aside * scale).ceil(), (above * scale).ceil());
        let canvas = hidden_canvas(pixels(2.0 * left), pixels(top + below * scale))?;
        let ctx = context(&canvas)?;
        let _ = ctx.set_transform(scale, 0.0, 0.0, scale, left, top);
        ctx.set_line_cap("round");
        ctx.set_line_join("round");
        draw(&Brush {
            ctx: &ctx,
            palette,
            least,
        });
        Some(Self { canvas, left, top })
    }

    /// Puts it upright, its origin at this pixel.
    pub(super) fn put(&self, ctx: &CanvasRenderingContext2d, x: f64, y: f64) {
        let _ = ctx.set_transform(1.0, 0.0, 0.0, 1.0, x, y);
        let _ = ctx.draw_image_with_html_canvas_element(&self.canvas, -self.left, -self.top);
    }

    /// Puts it turned (in radians) and scaled, its origin at this pixel.
    pub(super) fn put_turned(
        &self,
        ctx: &CanvasRenderingContext2d,
        (x, y): (f64, f64),
        turn: f32,
        scale: f64,
    ) {
        let across = scale * f64::from(sine(turn + std::f32::consts::FRAC_PI_2));
        let down = scale * f64::from(sine(turn));
        let _ = ctx.set_transform(across, down, -down, across, x, y);
        let _ = ctx.draw_image_with_html_canvas_element(&self.canvas, -self.left, -self.top);
    }
}
