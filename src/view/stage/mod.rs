//! The moving picture of "How it blocks": one canvas, painted by the frame from the world.

mod actors;
mod brush;
mod find;
mod frame;
mod ground;
mod layout;
mod palette;
mod sheet;
mod state;
mod strip;
#[cfg(test)]
mod tests;
mod troupe;

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use self::brush::{context, pixels};
pub use self::find::{Label, Named, Picked};
use self::find::{Signposts, pick};
use self::frame::{Inks, Scene};
use self::layout::{Layout, narrow};
pub use self::layout::{Lens, strip_rows};
use self::palette::Palette;
use self::sheet::{Sheet, token};
pub use self::state::Cast;
use self::strip::Strip;
use self::troupe::Troupe;
use super::plate::geometry::MoleculeKind;
use crate::model::world::World;

/// The painter of the receptor scene: a large picture of some receptors, and a strip of all.
///
/// It draws what the world says and decides nothing. Size, colours and cast are given first;
/// then `paint` by the frame.
#[derive(Debug)]
pub struct Stage {
    mural: HtmlCanvasElement,
    strip_canvas: HtmlCanvasElement,
    /// An element inside the explainer, whose text colour may be changed for a moment.
    probe: HtmlElement,
    mural_ctx: CanvasRenderingContext2d,
    strip_ctx: CanvasRenderingContext2d,
    palette: Palette,
    inks: Inks,
    layout: Layout,
    cast: Cast,
    sheet: Option<Sheet>,
    ground: Option<HtmlCanvasElement>,
    bilayer: Option<HtmlCanvasElement>,
    ground_stale: bool,
    troupe: Troupe,
    signposts: Signposts,
    strip: Strip,
    picked: Option<Picked>,
    /// Seconds played at the last frame.
    seconds: f64,
}

impl Stage {
    /// A stage on two canvases, or none if the browser draws none. `probe` is a hidden element
    /// inside the explainer by which colours are read.
    pub fn new(
        mural: HtmlCanvasElement,
        strip: HtmlCanvasElement,
        probe: HtmlElement,
    ) -> Option<Self> {
        let (mural_ctx, strip_ctx) = (context(&mural)?, context(&strip)?);
        let mut stage = Self {
            mural,
            strip_canvas: strip,
            probe,
            mural_ctx,
            strip_ctx,
            palette: Palette::default(),
            inks: Inks::default(),
            layout: Layout::new(),
            cast: Cast {
                kind: MoleculeKind::Opioid,
                partly: false,
            },
            sheet: None,
            ground: None,
            bilayer: None,
            ground_stale: true,
            troupe: Troupe::new(),
            signposts: Signposts::default(),
            strip: Strip::default(),
            picked: None,
            seconds: 0.0,
        };
        stage.recolour();
        Some(stage)
    }

    /// Takes over the size of the large picture, in CSS pixels, and the device pixels in each.
    pub fn resize(&mut self, width: f64, height: f64, pixel_ratio: f64) {
        self.layout
            .resize(narrow(width), narrow(height), narrow(pixel_ratio));
        fit(&self.mural, width, height, pixel_ratio);
        self.sheet = None;
        self.ground_stale = true;
    }

    /// Takes over the size of the strip, in CSS pixels.
    pub fn resize_strip(&mut self, width: f64, height: f64, pixel_ratio: f64) {
        self.strip
            .resize(narrow(width), narrow(height), narrow(pixel_ratio));
        fit(&self.strip_canvas, width, height, pixel_ratio);
    }

    /// Reads the colours anew, after the theme or forced colours changed.
    pub fn recolour(&mut self) {
        self.palette = Palette::read(&self.probe);
        self.mix();
    }

    /// Says what plays the agonist.
    pub fn set_cast(&mut self, cast: Cast) {
        if cast != self.cast {
            self.cast = cast;
            self.mix();
        }
    }

    fn mix(&mut self) {
        let trail = |kind| {
            let name = token(kind);
            let line = [name, "-line"].concat();
            self.palette.clearer(name, &line, "fluid")
        };
        self.inks = Inks {
            signal: self.palette.css("signal"),
            agonist_trail: trail(self.cast.kind),
            naltrexone_trail: trail(MoleculeKind::Naltrexone),
            ring: self.palette.css("paper"),
            ring_rim: self.palette.css("ink"),
        };
        self.sheet = None;
        self.ground_stale = true;
        self.strip.recolour();
    }

    /// Paints a frame. `play_seconds` is the time played, which stands still while paused; `still`
    /// is for reduced motion: everything is at once where it belongs, and light does not ripple.
    pub fn paint(&mut self, world: &World, play_seconds: f64, still: bool) {
        let passed = narrow((play_seconds - self.seconds).clamp(0.0, 0.5));
        self.seconds = play_seconds;
        self.layout.seat(world.receptors().len());
        self.troupe
            .follow(world, &self.layout, self.cast.kind, passed, still);
        if self.ground_stale {
            self.ground_stale = false;
            ground::ground(&self.layout, &self.palette, &mut self.ground);
            ground::bilayer(&self.layout, &self.palette, &mut self.bilayer);
        }
        let scale = f64::from(self.layout.unit * self.layout.ratio);
        let thin = 1.2 / f64::from(self.layout.unit);
        let sheet = self
            .sheet
            .get_or_insert_with(|| Sheet::new(&self.palette, scale, thin, self.cast.kind));
        if let (Some(ground), Some(bilayer)) = (&self.ground, &self.bilayer) {
            Scene {
                ctx: &self.mural_ctx,
                layout: &self.layout,
                sheet,
                inks: &self.inks,
                cast: self.cast,
                world,
                troupe: &self.troupe,
                seconds: play_seconds,
                still,
                picked: self.picked,
            }
            .paint(ground, bilayer);
        }
        self.strip.paint(
            &self.strip_ctx,
            &self.palette,
            self.cast,
            &self.layout,
            world,
        );
    }

    /// The receptors that are drawn large.
    pub fn lens(&self) -> Lens {
        self.layout.lens()
    }

    /// Draws those large that begin with this one, as far as the row goes.
    pub fn move_lens(&mut self, first: f64) {
        if self.layout.show_from(narrow(first)) {
            self.ground_stale = true;
        }
    }

    /// Draws those large around a place of the strip, in CSS pixels from its upper left corner.
    pub fn move_lens_to(&mut self, x: f64, y: f64) {
        let at = self.strip.at(self.layout.count(), narrow(x), narrow(y));
        let first = at - 0.5 * self.layout.visible();
        self.move_lens(f64::from(first.round()));
    }

    /// What is meant by a place of the large picture, in CSS pixels from its upper left corner.
    pub fn pick(&self, x: f64, y: f64) -> Option<Picked> {
        pick(&self.layout, &self.troupe, (narrow(x), narrow(y)))
    }

    /// Puts a ring round something, or takes it away.
    pub fn select(&mut self, picked: Option<Picked>) {
        self.picked = picked;
    }

    /// Where the names of states and molecules belong, in CSS pixels of the large picture.
    pub fn labels(&mut self, world: &World) -> Vec<Label> {
        self.signposts
            .labels(&self.layout, &self.troupe, self.cast, world)
    }
}

/// Gives a canvas as many pixels as it covers; its size on the page belongs to the style sheet.
fn fit(canvas: &HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
    let [width, height] = [width, height].map(|length| pixels(length * ratio));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}
