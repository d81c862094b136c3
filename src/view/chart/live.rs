//! The live chart: receptors by state over time, counted and exact, on a canvas.
//!
//! The frame paints it, Yew does not. Thick stepped lines are what was counted, thin smooth ones
//! what the equations say; after "now" these go on as dots.

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::{Html, NodeRef, html};

use super::inks::{Inks, pen};
use super::layout::{Layout, Names, SIZE, Window};
use super::marks;
use super::plot::{Plot, counts, ticks};
use super::scale::Scale;
use crate::content::catalog::{key, say};
use crate::content::text::Words;
use crate::model::lesson::conditions::Play;
use crate::model::world::history::Reading;
use crate::view::page::Page;

/// Steps between two readings of the history: only then is there something new to paint.
const STEPS_PER_READING: u64 = 6;

/// The canvas of the chart under its heading; the words beside it say the same numbers.
pub fn figure(page: &Page, canvas: &NodeRef, receptors: u32) -> Html {
    html! {
        <figure class="chart live-chart">
            <figcaption>
                <b>{ say::ui_chart_title(&page.words, receptors) }</b>
                <span>{ page.say(key::UI_CHART_KEY) }</span>
            </figcaption>
            <canvas ref={canvas} class="chart-canvas" aria-hidden="true"></canvas>
        </figure>
    }
}

/// The live chart on its canvas.
pub struct LiveChart {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    inks: Inks,
    names: Names,
    size: (f64, f64),
    ratio: f64,
    layout: Option<Layout>,
    painted: Option<(u64, bool, u32)>,
}

impl LiveChart {
    /// The chart on a canvas that stands in the page; none if the browser lends no pen.
    ///
    /// `partly` says that what switches on here does so only partly.
    pub fn new(canvas: HtmlCanvasElement, words: &Words, partly: bool) -> Option<Self> {
        Some(Self {
            context: pen(&canvas)?,
            inks: Inks::of(&canvas),
            canvas,
            names: Names::new(words, partly),
            size: (0.0, 0.0),
            ratio: 1.0,
            layout: None,
            painted: None,
        })
    }

    /// Takes over the size of the canvas in pixels of the page, and how many pixels of the screen
    /// one of these is.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a canvas on a screen"
        )]
        let pixels = |length: f64| libm::round(length * ratio).clamp(1.0, 8_192.0) as u32;
        self.canvas.set_width(pixels(width));
        self.canvas.set_height(pixels(height));
        (self.size, self.ratio) = ((width, height), ratio);
        (self.layout, self.painted) = (None, None);
    }

    /// Takes over the colours of the theme now in force.
    pub fn recolour(&mut self) {
        self.inks = Inks::of(&self.canvas);
        (self.layout, self.painted) = (None, None);
    }

    /// Takes over other words, or another kind of what switches on.
    pub fn rename(&mut self, words: &Words, partly: bool) {
        self.names = Names::new(words, partly);
        (self.layout, self.painted) = (None, None);
    }

    /// Paints the run as it stands if that differs from what is painted; says whether it painted.
    ///
    /// What is expected after now is only drawn if `ahead` is: not while the learner predicts.
    pub fn paint(&mut self, play: &Play, ahead: bool) -> bool {
        let now = play.world().tick();
        let state = (now / STEPS_PER_READING, ahead, play.next());
        let same = self.painted.is_some_and(|(reading, before, next)| {
            reading == state.0 && before == ahead && next.abs_diff(state.2) < 60
        });
        if same || self.size.0 < 1.0 {
            return false;
        }
        self.painted = Some(state);
        self.context.set_font(&[SIZE, &self.inks.family].concat());
        let reading = play.world().reading();
        let total = reading.counts.total();
        let layout = *self.layout.get_or_insert_with(|| {
            Layout::new(self.size, total, &self.names, |text| {
                marks::width(&self.context, text)
            })
        });
        let window = Window::at(ticks(now));
        let _ = self
            .context
            .set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
        self.context.clear_rect(0.0, 0.0, self.size.0, self.size.1);
        let plot = Plot {
            to: &self.context,
            inks: &self.inks,
            names: &self.names,
            layout,
            x: Scale::new(
                (f64::from(window.from), f64::from(window.until)),
                (layout.left, layout.right),
            ),
            y: Scale::new((0.0, 1.0), (layout.bottom, layout.top)),
            window,
            total,
        };
        plot.axes(play);
        plot.counted(play);
        let ends = plot.exact(play, &reading, ahead);
        plot.labels(&reading, ends);
        self.note(&reading);
        true
    }

    /// Writes on the canvas what its last point says: the step, then receptors by state, as counted.
    fn note(&self, reading: &Reading) {
        let mut text = reading.tick.to_string();
        for count in counts(reading.counts) {
            text.push(' ');
            text.push_str(&count.to_string());
        }
        // A canvas that refuses an attribute is painted all the same.
        let _ = self.canvas.set_attribute("data-last", &text);
    }
}
