//! Where things are: the row of receptors, the fluid above, and how molecules move in it.

use super::gaussian::Gaussian;
use super::molecule::Layer;
use crate::model::random::Pcg32;

/// A place in the scene in nanometers: `x` to the right from the left edge, `y` up from the middle
/// of the membrane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldPoint {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

impl WorldPoint {
    /// Square of the distance to another point.
    pub fn squared_distance(self, other: Self) -> f64 {
        let (x, y) = (other.x - self.x, other.y - self.y);
        x * x + y * y
    }
}

/// Sizes of the scene in nanometers, chosen for legibility.
///
/// Molecules are drawn larger and move millions of times more slowly than in nature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenery {
    /// From one receptor to the next.
    pub pitch: f64,
    /// Height of a molecule that sits in a receptor.
    pub seat: f64,
    /// Where a molecule waits while the seat is taken: to the side of it, and this high.
    pub waiting_aside: f64,
    /// Height of a waiting molecule.
    pub waiting_height: f64,
    /// Lowest height of a free molecule.
    pub floor: f64,
    /// Highest height of a free molecule: the way in and out.
    pub ceiling: f64,
    /// Typical way along each axis in one step; less than a quarter of the pitch.
    pub stride: f64,
    /// From the left edge to the right.
    pub width: f64,
}

impl Scenery {
    /// The scene for a row of receptors.
    pub fn for_row(receptor_count: u32) -> Self {
        let pitch = 8.0;
        Self {
            pitch,
            seat: 3.7,
            waiting_aside: 3.6,
            waiting_height: 4.6,
            floor: 6.5,
            ceiling: 20.0,
            stride: 0.35,
            width: pitch * f64::from(receptor_count),
        }
    }

    /// Where a molecule sits in a receptor.
    pub fn seat_of(&self, receptor: u32) -> WorldPoint {
        WorldPoint {
            x: (f64::from(receptor) + 0.5) * self.pitch,
            y: self.seat,
        }
    }

    /// Where a called molecule heads: the seat, or beside it while somebody still sits there.
    pub(super) fn waiting_place(&self, receptor: u32, taken: bool) -> WorldPoint {
        let seat = self.seat_of(receptor);
        if taken {
            let side = if receptor.is_multiple_of(2) {
                self.waiting_aside
            } else {
                -self.waiting_aside
            };
            WorldPoint {
                x: seat.x + side,
                y: self.waiting_height,
            }
        } else {
            seat
        }
    }

    /// Anywhere in the fluid.
    pub(super) fn anywhere(&self, random: &mut Pcg32) -> WorldPoint {
        WorldPoint {
            x: random.uniform() * self.width,
            y: self.floor + random.uniform() * (self.ceiling - self.floor),
        }
    }

    /// Somewhere at the edge through which molecules come and go.
    pub(super) fn edge(&self, random: &mut Pcg32) -> WorldPoint {
        WorldPoint {
            x: random.uniform() * self.width,
            y: self.ceiling,
        }
    }

    /// The edge above a point.
    pub(super) fn edge_above(&self, point: WorldPoint) -> WorldPoint {
        WorldPoint {
            x: point.x,
            y: self.ceiling,
        }
    }

    /// One step of free motion between reflecting walls.
    #[expect(clippy::inline_always, reason = "hottest loop")]
    #[inline(always)]
    pub(super) fn wander(&self, point: &mut WorldPoint, bell: &Gaussian, random: &mut Pcg32) {
        point.x = reflected(point.x + self.stride * bell.draw(random), 0.0, self.width);
        let y = point.y + self.stride * bell.draw(random);
        // A molecule that has just left a receptor still is below the floor, and may rise from there.
        point.y = reflected(y, self.floor.min(point.y + self.stride), self.ceiling);
    }

    /// One step of the same motion, given that it ends at a target after so many steps.
    pub(super) fn bridge(
        &self,
        point: &mut WorldPoint,
        target: WorldPoint,
        remaining: f64,
        bell: &Gaussian,
        random: &mut Pcg32,
    ) {
        if remaining <= 1.0 {
            *point = target;
            return;
        }
        let spread = self.stride * ((remaining - 1.0) / remaining).sqrt();
        point.x += (target.x - point.x) / remaining + spread * bell.draw(random);
        point.y += (target.y - point.y) / remaining + spread * bell.draw(random);
    }
}

/// Two in seven near, two in the middle, three far.
pub(super) fn any_layer(random: &mut Pcg32) -> Layer {
    match random.below(7) {
        0 | 1 => Layer::Near,
        2 | 3 => Layer::Middle,
        _ => Layer::Far,
    }
}

/// A place carried over a wall is put back as far inside; one far beyond comes to the wall.
#[expect(clippy::inline_always, reason = "hottest loop")]
#[inline(always)]
fn reflected(place: f64, least: f64, most: f64) -> f64 {
    let place = if place < least {
        2.0 * least - place
    } else {
        place
    };
    let place = if place > most {
        2.0 * most - place
    } else {
        place
    };
    place.clamp(least.min(most), most)
}
