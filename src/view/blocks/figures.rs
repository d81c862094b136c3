//! The painted figures of the scene: kept at the size and in the colours that the page gives them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

use crate::content::text::Words;
use crate::model::lesson::conditions::Play;
use crate::model::lesson::receptor_scene::Picked;
use crate::model::pharmacology::ligand::Substance;
use crate::model::world::receptor::Species;
use crate::view::chart::live::LiveChart;
use crate::view::plate::geometry::{MoleculeKind, ReceptorState};
use crate::view::stage::{self, Cast, Named, Stage};

/// Seconds from one look at sizes and colours to the next.
const BETWEEN_LOOKS: f64 = 0.25;

/// Least distance of a name from the edge of the picture, in CSS pixels.
const EDGE: i32 = 4;

/// Least distance of two names above each other, in CSS pixels.
const ROW: i32 = 24;

/// The names that stand in the picture, in the order in which they are written.
pub const PINS: usize = 6;
/// Those of them that name states.
const STATES: usize = 4;

/// What the figures look like, as far as the page decides it.
#[derive(Clone, PartialEq)]
struct Looks {
    mural: (i32, i32),
    strip: (i32, i32),
    chart: (i32, i32),
    ratio: f64,
    colours: String,
}

/// The picture, the strip and the chart.
pub struct Figures {
    root: Element,
    mural: HtmlCanvasElement,
    strip: HtmlCanvasElement,
    chart_canvas: HtmlCanvasElement,
    pins: Vec<HtmlElement>,
    stage: Stage,
    chart: Option<LiveChart>,
    looks: Option<Looks>,
    unseen: f64,
    dirty: bool,
    picked: Option<Picked>,
    /// Half the width of each name, in CSS pixels.
    half_names: Vec<i32>,
}

impl Figures {
    /// The figures inside the scene; none as long as it has not been drawn.
    pub fn new(root: &Element, words: &Words, play: &Play) -> Option<Self> {
        let canvas = |selector| -> Option<HtmlCanvasElement> {
            root.query_selector(selector).ok()??.dyn_into().ok()
        };
        let mural = canvas(".mural canvas")?;
        let strip = canvas(".strip canvas")?;
        let chart_canvas = canvas(".chart-canvas")?;
        let probe: HtmlElement = root.query_selector(".probe").ok()??.dyn_into().ok()?;
        let found = root.query_selector_all(".pin").ok()?;
        let pins = (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into().ok())
            .collect();
        let agonist = play.run().agonist();
        let mut stage = Stage::new(mural.clone(), strip.clone(), probe)?;
        stage.set_cast(Cast::of(agonist));
        let partly = agonist == Substance::PartialAgonist;
        Some(Self {
            root: root.clone(),
            chart: LiveChart::new(chart_canvas.clone(), words, partly),
            mural,
            strip,
            chart_canvas,
            pins,
            stage,
            looks: None,
            unseen: BETWEEN_LOOKS,
            dirty: true,
            picked: None,
            half_names: Vec::new(),
        })
    }

    /// Takes over another run.
    pub fn restart(&mut self, words: &Words, play: &Play) {
        let agonist = play.run().agonist();
        self.stage.set_cast(Cast::of(agonist));
        if let Some(chart) = &mut self.chart {
            chart.rename(words, agonist == Substance::PartialAgonist);
        }
        // Other names may be wider.
        self.looks = None;
        self.dirty = true;
    }

    /// Paints what has changed.
    ///
    /// `moves` says that time goes on; `ahead`, that the chart may tell what is expected after now.
    pub fn paint(&mut self, play: &Play, time: Time, moves: bool, ahead: bool) {
        self.unseen += time.passed;
        if self.unseen >= BETWEEN_LOOKS {
            self.unseen = 0.0;
            self.look();
        }
        if let Some(chart) = &mut self.chart {
            chart.paint(play, ahead);
        }
        if !(moves || self.dirty) {
            return;
        }
        self.dirty = false;
        self.stage.paint(play.world(), time.played, time.still);
        self.pin(play);
    }

    /// Takes over sizes and colours if they have changed.
    fn look(&mut self) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let size = |canvas: &HtmlCanvasElement| (canvas.client_width(), canvas.client_height());
        let style = window.get_computed_style(&self.root).ok().flatten();
        let colour = |name| {
            let value = style.as_ref()?.get_property_value(name).ok();
            Some(value.unwrap_or_default())
        };
        let looks = Looks {
            mural: size(&self.mural),
            strip: size(&self.strip),
            chart: size(&self.chart_canvas),
            ratio: window.device_pixel_ratio().clamp(1.0, 3.0),
            colours: ["--fluid", "--ink", "--lit"]
                .into_iter()
                .filter_map(colour)
                .collect(),
        };
        if self.looks.as_ref() == Some(&looks) {
            return;
        }
        let before = self.looks.replace(looks.clone());
        let before = before.as_ref();
        let pair = |(width, height): (i32, i32)| (f64::from(width), f64::from(height));
        let same_ratio = before.is_some_and(|before| before.ratio.total_cmp(&looks.ratio).is_eq());
        if before.is_none_or(|before| before.colours != looks.colours) {
            self.stage.recolour();
            if let Some(chart) = &mut self.chart {
                chart.recolour();
            }
        }
        if !same_ratio || before.is_none_or(|before| before.mural != looks.mural) {
            let (width, height) = pair(looks.mural);
            self.stage.resize(width, height, looks.ratio);
        }
        if !same_ratio || before.is_none_or(|before| before.strip != looks.strip) {
            let (width, height) = pair(looks.strip);
            self.stage.resize_strip(width, height, looks.ratio);
        }
        if (!same_ratio || before.is_none_or(|before| before.chart != looks.chart))
            && let Some(chart) = &mut self.chart
        {
            let (width, height) = pair(looks.chart);
            chart.resize(width, height, looks.ratio);
        }
        self.half_names = self.pins.iter().map(|pin| pin.offset_width() / 2).collect();
        self.dirty = true;
    }

    /// Puts names beside what they name.
    fn pin(&mut self, play: &Play) {
        let mut places: [Option<(f32, f32)>; PINS] = [None; PINS];
        for label in self.stage.labels(play.world()) {
            let at = match label.named {
                Named::State(ReceptorState::SwitchedOn) => 0,
                Named::State(ReceptorState::PartlyOn) => 1,
                Named::State(ReceptorState::Blocked) => 2,
                Named::State(ReceptorState::Empty) => 3,
                Named::Molecule(MoleculeKind::Endorphin | MoleculeKind::Opioid) => 4,
                Named::Molecule(MoleculeKind::Naltrexone) => 5,
            };
            if let Some(place) = places.get_mut(at) {
                *place = Some((label.x, label.y));
            }
        }
        let width = self.mural.client_width();
        let mut taken: Vec<(i32, i32, i32)> = Vec::with_capacity(PINS);
        for (at, (pin, place)) in self.pins.iter().zip(places).enumerate() {
            let style = pin.style();
            let half = self.half_names.get(at).copied().unwrap_or(0) + EDGE;
            // Where two names would lie over each other, the first stays.
            let place = place.filter(|&(x, y)| {
                let x = whole(x).min(width - half).max(half);
                let y = whole(y);
                let apart = taken.iter().all(|(from, to, row)| {
                    let beside = x + half <= *from || x - half >= *to;
                    // The names of states share one row, whatever their height.
                    beside || at >= STATES && (y - row).abs() >= ROW
                });
                if apart {
                    taken.push((x - half, x + half, y));
                }
                apart
            });
            let (seen, moved) = match place {
                Some((x, y)) => {
                    // A name at the edge of the picture stays inside it.
                    let x = whole(x).min(width - half).max(half);
                    ("visible", [&*px(x), " ", &*px(whole(y))].concat())
                }
                None => ("hidden", String::new()),
            };
            // A pin that cannot be moved stays where it is; the legend below says the same.
            let _ = style.set_property("visibility", seen);
            if !moved.is_empty() {
                let _ = style.set_property("translate", &moved);
            }
        }
    }

    /// What is meant by a place of the picture, in CSS pixels from its upper left corner.
    pub fn pick(&self, x: i32, y: i32) -> Option<Picked> {
        let picked = self.stage.pick(f64::from(x), f64::from(y))?;
        Some(match picked {
            stage::Picked::Receptor(place) => Picked::Receptor(place),
            stage::Picked::Molecule(Species::Agonist, number) => Picked::Agonist(number),
            stage::Picked::Molecule(Species::Antagonist, number) => Picked::Antagonist(number),
        })
    }

    /// Puts a ring round what is looked at; a receptor out of view is brought into it.
    pub fn select(&mut self, picked: Option<Picked>) {
        if picked == self.picked {
            return;
        }
        self.picked = picked;
        if let Some(Picked::Receptor(place)) = picked {
            let lens = self.stage.lens();
            let (first, count) = (f64::from(lens.first), f64::from(lens.width));
            let place = f64::from(place);
            if place < first || place >= first + count {
                self.stage.move_lens(place - libm::floor(count / 2.0));
            }
        }
        self.stage.select(picked.map(|picked| match picked {
            Picked::Receptor(place) => stage::Picked::Receptor(place),
            Picked::Agonist(number) => stage::Picked::Molecule(Species::Agonist, number),
            Picked::Antagonist(number) => stage::Picked::Molecule(Species::Antagonist, number),
        }));
        self.dirty = true;
    }

    /// Draws others large: so many further to the right.
    pub fn move_lens(&mut self, by: f64) {
        let first = f64::from(self.stage.lens().first);
        self.stage.move_lens(first + by);
        self.dirty = true;
    }

    /// Draws those large that lie around a place of the strip.
    pub fn move_lens_to(&mut self, x: i32, y: i32) {
        self.stage.move_lens_to(f64::from(x), f64::from(y));
        self.dirty = true;
    }
}

/// Time as a frame has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Time {
    /// Seconds since the last frame.
    pub passed: f64,
    /// Seconds played in all.
    pub played: f64,
    /// Whether motion is not wanted.
    pub still: bool,
}

/// The nearest whole number of CSS pixels.
fn whole(length: f32) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    let whole = libm::roundf(length) as i32;
    whole
}

fn px(length: i32) -> String {
    [&*length.to_string(), "px"].concat()
}
