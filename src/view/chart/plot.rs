//! One painting of the live chart: axes, lines, and the labels at their ends.

use web_sys::CanvasRenderingContext2d;

use super::course;
use super::inks::Inks;
use super::layout::{GAP, Layout, Names, SIZE, Window};
use super::marks::{self, State};
use super::place::{apart, stepped};
use super::scale::{Scale, round_step, time_step};
use crate::model::lesson::conditions::Play;
use crate::model::pharmacology::binding::Shares;
use crate::model::units::Seconds;
use crate::model::world::TICKS_PER_SECOND;
use crate::model::world::engine::Counts;
use crate::model::world::history::Reading;

/// The shares by state, in the order of [`State::ALL`].
fn shares(of: Shares) -> [f64; 3] {
    [of.agonist(), of.antagonist(), of.free()]
}

/// The counts by state, in the same order.
pub(super) fn counts(of: Counts) -> [u32; 3] {
    [of.agonist, of.antagonist, of.free]
}

pub(super) fn ticks(tick: u64) -> u32 {
    u32::try_from(tick).unwrap_or(u32::MAX)
}

/// One painting.
pub(super) struct Plot<'a> {
    pub(super) to: &'a CanvasRenderingContext2d,
    pub(super) inks: &'a Inks,
    pub(super) names: &'a Names,
    pub(super) layout: Layout,
    /// From steps to places.
    pub(super) x: Scale,
    /// From shares to places.
    pub(super) y: Scale,
    pub(super) window: Window,
    pub(super) total: u32,
}

impl Plot<'_> {
    pub(super) fn axes(&self, play: &Play) {
        let Layout {
            left,
            right,
            bottom,
            ..
        } = self.layout;
        let to = self.to;
        to.set_line_width(1.0);
        to.set_stroke_style_str(&self.inks.rule);
        to.set_fill_style_str(&self.inks.lesser);
        to.set_text_align("right");
        to.set_text_baseline("middle");
        let whole = f64::from(self.total.max(1));
        let step = round_step(self.total, 3);
        to.begin_path();
        let mut count = 0;
        while count <= self.total {
            let y = crisp(self.y.place(f64::from(count) / whole));
            line(to, (left, y), (right, y));
            let _ = to.fill_text(&count.to_string(), left - 7.0, y);
            count += step;
        }
        to.stroke();
        to.set_text_baseline("alphabetic");
        let seconds = self.window.seconds();
        let step = time_step(seconds, if right - left < 200.0 { 2 } else { 4 });
        let mut second = self.window.first_second().next_multiple_of(step);
        to.begin_path();
        to.set_stroke_style_str(&self.inks.lesser);
        while second <= self.window.first_second() + seconds {
            let x = self.x.place(f64::from(second * TICKS_PER_SECOND));
            line(to, (crisp(x), bottom), (crisp(x), bottom + 4.0));
            let last = second + step > self.window.first_second() + seconds;
            to.set_text_align(if last { "right" } else { "center" });
            let text = if last {
                self.names.seconds(second)
            } else {
                second.to_string()
            };
            let x = if last { x + 5.0 } else { x };
            let _ = to.fill_text(&text, x, bottom + 19.0);
            second += step;
        }
        to.stroke();
        self.turns(play);
    }

    /// The moments at which the plan changes an amount, as far as they have come.
    fn turns(&self, play: &Play) {
        let step = play.world().tick_length().value();
        let now = ticks(play.world().tick());
        marks::dash(self.to, &[1.5, 3.0]);
        self.to.set_stroke_style_str(&self.inks.ink);
        self.to.begin_path();
        let of_plan = play
            .plan()
            .turns()
            .map(|turn: Seconds| course::turn_tick(turn, step));
        let of_hand = play.run().adjustments().iter().map(|set| set.tick);
        let mut last = f64::NEG_INFINITY;
        for tick in of_plan.chain(of_hand) {
            let x = crisp(self.x.place(f64::from(tick)));
            // A slider that is dragged is one change, not ten.
            let apart = (x - last).abs() >= 6.0;
            if tick <= now && tick >= self.window.from && apart {
                line(self.to, (x, self.layout.top), (x, self.layout.bottom));
                last = x;
            }
        }
        self.to.stroke();
        marks::dash(self.to, &[]);
    }

    /// What was counted, thick and stepped.
    pub(super) fn counted(&self, play: &Play) {
        let world = play.world();
        let now = self.x.place(f64::from(ticks(world.tick())));
        let all = f64::from(self.total.max(1));
        let start = u64::from(self.window.from);
        self.to.set_line_join("round");
        self.to.set_line_width(3.0);
        // The empty ones last would cover the rest: they go first.
        for state in State::ALL.into_iter().rev() {
            let points = play
                .readings()
                .filter(|reading| reading.tick >= start)
                .map(|reading| {
                    let count = state.of(counts(reading.counts));
                    let share = f64::from(count) / all;
                    (
                        self.x.place(f64::from(ticks(reading.tick))),
                        self.y.place(share),
                    )
                });
            self.to.set_stroke_style_str(state.ink(self.inks));
            state.dash(self.to, self.inks.forced);
            self.to.begin_path();
            let mut begun = false;
            stepped(points, now, 1.0, |x, y| {
                if begun {
                    self.to.line_to(x, y);
                } else {
                    self.to.move_to(x, y);
                    begun = true;
                }
            });
            self.to.stroke();
        }
        marks::dash(self.to, &[]);
    }

    /// What the equations say, thin up to now and dotted after it; where the lines end.
    pub(super) fn exact(&self, play: &Play, reading: &Reading, ahead: bool) -> [f64; 3] {
        let to = self.to;
        let start = u64::from(self.window.from);
        to.set_stroke_style_str(&self.inks.ink);
        to.set_line_width(1.25);
        to.begin_path();
        for state in State::ALL {
            let mut last = f64::NEG_INFINITY;
            let past = || play.readings().filter(|past| past.tick >= start);
            for past in past().chain([reading]) {
                let x = self.x.place(f64::from(ticks(past.tick)));
                let y = self.y.place(state.of(shares(past.expected)));
                if last == f64::NEG_INFINITY {
                    to.move_to(x, y);
                } else if x - last >= 1.0 || past.tick == reading.tick {
                    to.line_to(x, y);
                } else {
                    continue;
                }
                last = x;
            }
        }
        to.stroke();
        let mut end = shares(reading.expected);
        if ahead {
            let from = ticks(reading.tick);
            let mut points = Vec::with_capacity(128);
            course::ahead(
                play,
                (from, reading.expected),
                self.window.until,
                |tick, at| {
                    points.push((self.x.place(f64::from(tick)), shares(at)));
                    end = shares(at);
                },
            );
            marks::dash(to, &[0.1, 4.5]);
            to.set_line_cap("round");
            to.set_line_width(1.9);
            to.begin_path();
            for state in State::ALL {
                for (index, (x, at)) in points.iter().enumerate() {
                    let y = self.y.place(state.of(*at));
                    if index == 0 {
                        to.move_to(*x, y);
                    } else {
                        to.line_to(*x, y);
                    }
                }
            }
            to.stroke();
            to.set_line_cap("butt");
            marks::dash(to, &[]);
        }
        end.map(|share| self.y.place(share))
    }

    /// "Now", and at the lines' ends what is counted and what is exact, by name.
    pub(super) fn labels(&self, reading: &Reading, ends: [f64; 3]) {
        let (to, layout) = (self.to, &self.layout);
        let now = self.x.place(f64::from(ticks(reading.tick)));
        to.set_stroke_style_str(&self.inks.ink);
        to.set_line_width(1.0);
        to.begin_path();
        line(to, (crisp(now), layout.top), (crisp(now), layout.bottom));
        to.stroke();
        let all = f64::from(self.total.max(1));
        let counted = counts(reading.counts);
        let expected = shares(reading.expected);
        let places = apart(ends, GAP, (layout.top, layout.bottom));
        self.columns();
        to.set_text_baseline("middle");
        for state in State::ALL {
            let (end, place) = (state.of(ends), state.of(places));
            to.set_stroke_style_str(&self.inks.rule);
            to.set_line_width(1.0);
            to.begin_path();
            line(to, (layout.right + 2.0, end), (layout.mark - 7.0, place));
            to.stroke();
            let ink = state.ink(self.inks);
            let y = self.y.place(f64::from(state.of(counted)) / all);
            marks::mark(to, state, (now, y), ink, &self.inks.paper);
            marks::mark(to, state, (layout.mark, place), ink, &self.inks.paper);
            to.set_fill_style_str(ink);
            to.set_text_align("left");
            to.set_font(&["600 ", SIZE, &self.inks.family].concat());
            let name = self.names.state(state, layout.short);
            let _ = to.fill_text(name, layout.name, place);
            to.set_text_align("right");
            let count = state.of(counted).to_string();
            let _ = to.fill_text(&count, layout.counted, place);
            to.set_fill_style_str(&self.inks.lesser);
            to.set_font(&[SIZE, &self.inks.family].concat());
            let exact = whole(state.of(expected) * all).to_string();
            let _ = to.fill_text(&exact, layout.exact, place);
        }
    }

    /// The heads of the two columns: words where they fit, and otherwise a piece of each line.
    fn columns(&self) {
        let (to, layout) = (self.to, &self.layout);
        let y = layout.top - 17.0;
        if layout.short {
            to.set_stroke_style_str(&self.inks.ink);
            for (x, width) in [(layout.counted, 3.0), (layout.exact, 1.25)] {
                to.set_line_width(width);
                to.begin_path();
                line(to, (x - 15.0, y), (x, y));
                to.stroke();
            }
            return;
        }
        to.set_fill_style_str(&self.inks.lesser);
        to.set_text_baseline("middle");
        to.set_text_align("right");
        let _ = to.fill_text(&self.names.counted, layout.counted, y);
        let _ = to.fill_text(&self.names.exact, layout.exact, y);
    }
}

/// A share as whole receptors.
fn whole(receptors: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never more than all"
    )]
    let whole = libm::round(receptors) as u32;
    whole
}

/// The middle of the pixel of the page in which a place lies: a thin line there is sharp.
fn crisp(place: f64) -> f64 {
    libm::floor(place) + 0.5
}

fn line(to: &CanvasRenderingContext2d, from: (f64, f64), until: (f64, f64)) {
    to.move_to(from.0, from.1);
    to.line_to(until.0, until.1);
}
