//! Where things lie: which receptors the lens shows, how large, and in which place of the canvas.
//!
//! Plate units run along the whole row of receptors, `x` from its left end, `y` down from the
//! mid-line of the membrane; CSS pixels run from the upper left corner of the canvas.

use crate::view::plate::geometry::{mid_line, slope};
use crate::view::plate::uneven::Jitter;

/// Plate units from one receptor to the next.
pub(super) const PITCH: f32 = 80.0;
/// Size of the membrane's swell.
pub(super) const SWELL: f32 = 7.0;
/// The sea's part of the height.
const SEA: f32 = 0.62;

/// Where one receptor crosses the mid-line, and how it leans, in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Site {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) tilt: f32,
}

/// The receptors that are drawn large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    /// The first whole one, from zero.
    pub first: u32,
    /// How many fit beside each other; the last may be cut.
    pub width: f32,
}

/// The size of the picture and the part of the row it shows.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Width in CSS pixels.
    pub(super) width: f32,
    /// Height in CSS pixels.
    pub(super) height: f32,
    /// Device pixels for a CSS pixel.
    pub(super) ratio: f32,
    /// CSS pixels for a plate unit.
    pub(super) unit: f32,
    /// The receptor at the left edge.
    pub(super) first: f32,
    pub(super) sites: Vec<Site>,
}

impl Layout {
    pub(super) fn new() -> Self {
        Self {
            width: 1.0,
            height: 1.0,
            ratio: 1.0,
            unit: 1.0,
            first: -1.0,
            sites: Vec::new(),
        }
    }

    /// Takes over the size of the canvas, in CSS pixels.
    pub(super) fn resize(&mut self, width: f32, height: f32, ratio: f32) {
        self.width = width.max(1.0);
        self.height = height.max(1.0);
        self.ratio = ratio.clamp(0.5, 4.0);
        self.unit = unit(self.width, self.height);
        let first = self.first;
        self.show_from(first);
    }

    /// Makes places for so many receptors, uneven as living things are.
    pub(super) fn seat(&mut self, count: usize) {
        if self.sites.len() == count {
            return;
        }
        let mut jitter = Jitter::new(16);
        let mut x = 0.5 * PITCH;
        self.sites.clear();
        self.sites.extend((0..count).map(|_| {
            let at = x + jitter.around(4.5);
            x += PITCH;
            Site {
                x: at,
                y: mid_line(at, SWELL),
                tilt: slope(at, SWELL) + jitter.around(0.025),
            }
        }));
        let first = if self.first < 0.0 {
            (self.count() - self.visible()).max(0.0) / 3.0
        } else {
            self.first
        };
        self.show_from(first.floor());
    }

    /// Moves the lens as near to a place as the row allows, and tells whether it moved.
    pub(super) fn show_from(&mut self, first: f32) -> bool {
        if self.sites.is_empty() {
            self.first = first;
            return false;
        }
        let room = self.count() - self.visible();
        let first = if room < 0.0 {
            0.5 * room
        } else {
            first.clamp(0.0, room)
        };
        let moved = (first - self.first).abs() > f32::EPSILON;
        self.first = first;
        moved
    }

    /// Receptors in the row.
    pub(super) fn count(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a row of sixty")]
        let count = self.sites.len() as f32;
        count
    }

    /// How many receptors fit into the width.
    pub(super) fn visible(&self) -> f32 {
        self.width / (PITCH * self.unit)
    }

    /// The lens.
    pub(super) fn lens(&self) -> Lens {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bounded by the row"
        )]
        let first = self.first.max(0.0).ceil() as u32;
        Lens {
            first,
            width: self.visible(),
        }
    }

    /// Plate units at the left and the right edge, and so much beyond.
    pub(super) fn edges(&self, beyond: f32) -> (f32, f32) {
        let left = self.first * PITCH;
        (left - beyond, left + self.width / self.unit + beyond)
    }

    /// The mid-line's height, in CSS pixels from the top.
    pub(super) fn middle(&self) -> f32 {
        self.height * SEA
    }

    /// A place on the plate, in CSS pixels.
    pub(super) fn stage_from_plate(&self, x: f32, y: f32) -> (f32, f32) {
        (
            (x - self.first * PITCH) * self.unit,
            self.middle() + y * self.unit,
        )
    }

    /// A place on the plate, in device pixels.
    pub(super) fn device_from_plate(&self, x: f32, y: f32) -> (f64, f64) {
        let (x, y) = self.stage_from_plate(x, y);
        (f64::from(x * self.ratio), f64::from(y * self.ratio))
    }

    /// A place in the sea, on the plate: `share` goes from 0 at `floor` (plate units above the
    /// mid-line) to 1 just over the upper edge.
    pub(super) fn plate_from_sea(&self, x: f32, share: f32, floor: f32) -> f32 {
        let ceiling = self.middle() / self.unit + 22.0;
        let swell = mid_line(x, SWELL) * (1.0 - share.min(1.0));
        swell - floor - share * (ceiling - floor).max(0.0)
    }

    /// The receptors that are at least partly in view.
    pub(super) fn in_view(&self) -> impl Iterator<Item = (usize, &Site)> {
        let (left, right) = self.edges(50.0);
        let sites = self.sites.iter().enumerate();
        sites.filter(move |(_, site)| site.x > left && site.x < right)
    }
}

/// CSS pixels for a plate unit: what a narrow column, a page or a projector needs.
fn unit(width: f32, height: f32) -> f32 {
    let by_width: f32 = if width < 340.0 {
        0.72
    } else if width < 600.0 {
        0.8
    } else if width < 1000.0 {
        0.9
    } else {
        1.0
    };
    // On a projector the picture is higher than any page shows it.
    if height > 400.0 {
        by_width.max(height / 330.0)
    } else {
        by_width
    }
}

/// How the strip below the picture breaks into rows.
pub fn strip_rows(width: f32) -> u16 {
    if width < 340.0 {
        3
    } else if width < 1000.0 {
        2
    } else {
        1
    }
}

/// A number for drawing: a few thousand at most.
#[expect(clippy::cast_possible_truncation, reason = "for drawing only")]
pub(super) fn narrow(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: f32, height: f32) -> Layout {
        let mut layout = Layout::new();
        layout.resize(width, height, 2.0);
        layout.seat(60);
        layout
    }

    #[test]
    fn a_phone_shows_five_or_six_receptors_and_a_page_sixteen() {
        for (width, height, unit, shown) in [
            (280.0, 212.0, 0.72, 4.0..5.0),
            (390.0, 268.0, 0.8, 6.0..7.0),
            (768.0, 272.0, 0.9, 10.0..11.0),
            (1280.0, 300.0, 1.0, 16.0..16.1),
            (1920.0, 300.0, 1.0, 24.0..24.1),
            (1920.0, 495.0, 1.5, 16.0..16.1),
        ] {
            let layout = layout(width, height);
            assert!((layout.unit - unit).abs() < 1e-3, "{width}");
            assert!(shown.contains(&layout.visible()), "{width}");
        }
    }

    #[test]
    fn the_lens_stays_inside_the_row() {
        let mut layout = layout(1280.0, 300.0);
        layout.show_from(1000.0);
        assert_eq!(layout.lens().first, 44);
        layout.show_from(-3.0);
        assert_eq!(layout.lens().first, 0);
        assert!(!layout.show_from(-1.0));
        layout.show_from(7.0);
        layout.resize(390.0, 268.0, 3.0);
        assert_eq!(layout.lens().first, 7);
    }

    #[test]
    fn a_row_shorter_than_the_picture_stands_in_its_middle() {
        let mut layout = Layout::new();
        layout.resize(1280.0, 300.0, 1.0);
        layout.seat(4);
        let (x, _) = layout.stage_from_plate(2.0 * PITCH, 0.0);
        assert!((x - 640.0).abs() < 1e-3);
    }

    #[test]
    fn the_way_in_lies_over_the_upper_edge_and_the_floor_over_the_cups() {
        let layout = layout(390.0, 268.0);
        let place = |share| {
            let y = layout.plate_from_sea(200.0, share, 78.0);
            (y, layout.stage_from_plate(200.0, y).1)
        };
        assert!(place(1.0).1 < -10.0);
        assert!((place(0.0).0 - mid_line(200.0, SWELL) + 78.0).abs() < 1e-3);
    }
}
