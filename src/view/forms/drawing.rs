//! What both drawings are made of: path data in whole units, wavy layers, molecules strewn about.

use yew::{AttrValue, Html, html};

use crate::view::plate::geometry::sine;
use crate::view::plate::uneven::Jitter;

/// The size of a drawing; it is cut at the sides where there is less room.
pub(super) const WIDTH: i32 = 592;
/// The height of a drawing.
pub(super) const HEIGHT: i32 = 297;

/// A drawing in its frame.
pub(super) fn frame(drawing: Html) -> Html {
    html! {
        <svg viewBox="0 0 592 297" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
            { drawing }
        </svg>
    }
}

/// Path data.
#[derive(Default)]
pub(super) struct Trail(String);

impl Trail {
    /// One command and its numbers, rounded to halves.
    pub(super) fn draw(&mut self, command: char, numbers: &[f32]) -> &mut Self {
        self.0.push(command);
        for number in numbers {
            self.number(*number);
        }
        self
    }

    /// A circle.
    pub(super) fn circle(&mut self, x: f32, y: f32, radius: f32) {
        self.draw('M', &[x - radius, y])
            .draw('a', &[radius, radius, 0.0, 1.0, 0.0, 2.0 * radius, 0.0])
            .draw('a', &[radius, radius, 0.0, 1.0, 0.0, -2.0 * radius, 0.0]);
    }

    /// What was drawn.
    pub(super) fn finish(self) -> AttrValue {
        self.0.into()
    }

    fn number(&mut self, number: f32) {
        if self.0.ends_with(|last: char| last.is_ascii_digit()) && number >= 0.0 {
            self.0.push(' ');
        }
        let halves = halves(number);
        if halves < 0 {
            if self.0.ends_with(' ') {
                self.0.pop();
            }
            self.0.push('-');
        }
        let halves = halves.unsigned_abs();
        self.0.push_str(&(halves / 2).to_string());
        if halves % 2 == 1 {
            self.0.push_str(".5");
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "drawings are a few hundred units wide"
)]
fn halves(number: f32) -> i32 {
    (number * 2.0 + if number < 0.0 { -0.5 } else { 0.5 }) as i32
}

/// A filled shape with an outline.
pub(super) fn shape(class: &'static str, d: AttrValue) -> Html {
    html! { <path {class} {d} /> }
}

/// A wavy line across the drawing.
#[derive(Clone, Copy)]
pub(super) struct Wave {
    /// How far down.
    pub y: f32,
    /// How high the waves are.
    pub swell: f32,
    /// How dense.
    pub pace: f32,
    /// Where in the wave it begins.
    pub phase: f32,
}

impl Wave {
    /// How far down the line is at a place.
    pub(super) fn at(self, x: f32) -> f32 {
        let angle = x * self.pace;
        self.y
            + self.swell * sine(angle + self.phase)
            + 0.5 * self.swell * sine(angle * 2.7 + self.phase)
    }

    /// The line.
    pub(super) fn line(self) -> Trail {
        let mut trail = Trail::default();
        for step in 0..=50_u8 {
            let x = f32::from(step) * 12.0 - 4.0;
            trail.draw(if step == 0 { 'M' } else { 'L' }, &[x, self.at(x)]);
        }
        trail
    }

    /// Everything below the line.
    pub(super) fn below(self) -> AttrValue {
        let mut trail = self.line();
        trail.draw('V', &[304.0]).draw('H', &[-4.0]);
        trail.0.push('Z');
        trail.finish()
    }
}

/// The molecule, kept once under a name in the drawing's own words.
pub(super) fn kept(name: &'static str) -> Html {
    html! {
        <g id={name}>
            <path class="fm-ntx" d="M-12-16H12A5.5 5.5 0 0 1 12-5H8.6L7 8A7 7 0 0 1-7 8L-8.6-5H-12A5.5 5.5 0 0 1-12-16Z" />
            <path class="fm-ntx-lite" d="M-12-13.5H12" />
        </g>
    }
}

/// A molecule where it lies, turned, and so many hundredths of its full size.
pub(super) fn molecule(name: &'static str, x: f32, y: f32, degrees: i32, size: u8) -> Html {
    let (x, y) = (halves(x) / 2, halves(y) / 2);
    html! {
        <use href={format!("#{name}")} transform={format!("translate({x} {y})rotate({degrees})scale(.{size})")} />
    }
}

/// Any direction, in whole degrees.
pub(super) fn any_turn(jitter: &mut Jitter) -> i32 {
    halves(jitter.share() * 180.0)
}

/// Places that keep their distance from each other, out of many that are tried.
pub(super) fn spread(
    tries: u16,
    most: usize,
    distance: f32,
    mut place: impl FnMut() -> Option<(f32, f32)>,
) -> Vec<(f32, f32)> {
    let mut places: Vec<(f32, f32)> = Vec::new();
    for _ in 0..tries {
        if places.len() == most {
            break;
        }
        if let Some((x, y)) = place() {
            let free = |(other_x, other_y): &(f32, f32)| {
                let (dx, dy) = (other_x - x, other_y - y);
                dx * dx + dy * dy > distance * distance
            };
            if places.iter().all(free) {
                places.push((x, y));
            }
        }
    }
    places
}

/// Circles that hardly overlap, each with its radius.
pub(super) fn pack(
    tries: u16,
    most: usize,
    mut place: impl FnMut() -> (f32, f32, f32),
) -> Vec<(f32, f32, f32)> {
    let mut circles: Vec<(f32, f32, f32)> = Vec::new();
    for _ in 0..tries {
        if circles.len() == most {
            break;
        }
        let (x, y, radius) = place();
        let free = |(other_x, other_y, other): &(f32, f32, f32)| {
            let (dx, dy) = (other_x - x, other_y - y);
            let near = (other + radius) * 0.96;
            dx * dx + dy * dy > near * near
        };
        if circles.iter().all(free) {
            circles.push((x, y, radius));
        }
    }
    circles
}
