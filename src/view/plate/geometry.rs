//! The shapes of the plate, in plate units: receptors, molecules, membrane and signal.
//!
//! Knows neither SVG elements nor canvas; both are drawn from what is here.
//! Lengths were chosen for legibility, not measured on molecules. A receptor's origin is where its
//! axis crosses the mid-line of the membrane, `y` down.

/// A point in plate units, `x` right and `y` down.
pub type PlatePoint = (f32, f32);

/// What a receptor shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ReceptorState {
    /// The cup is open and the mouth is shut.
    Empty,
    /// Naltrexone lies over the cup like a lid; the mouth is shut.
    Blocked,
    /// An agonist opens the mouth half-way.
    PartlyOn,
    /// An agonist reaches the floor of the cup; the mouth is open.
    SwitchedOn,
}

impl ReceptorState {
    /// How far the mouth stands open, from 0 (shut) to 1.
    pub fn opening(self) -> f32 {
        match self {
            Self::Empty | Self::Blocked => 0.0,
            Self::PartlyOn => 0.5,
            Self::SwitchedOn => 1.0,
        }
    }

    /// The molecule in the cup.
    pub fn holds(self) -> Option<MoleculeKind> {
        match self {
            Self::Empty => None,
            Self::Blocked => Some(MoleculeKind::Naltrexone),
            Self::PartlyOn | Self::SwitchedOn => Some(MoleculeKind::Opioid),
        }
    }
}

/// A molecule that has a shape of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MoleculeKind {
    /// A ring with a point that reaches the floor of the cup.
    Opioid,
    /// A stopper, too short for the floor of the cup.
    Naltrexone,
    /// A bent chain of five beads.
    Endorphin,
}

impl MoleculeKind {
    /// How far above the mid-line its centre lies when it sits in a cup.
    pub fn seat_height(self) -> f32 {
        match self {
            Self::Opioid => 37.0,
            Self::Naltrexone => 44.0,
            Self::Endorphin => 33.0,
        }
    }
}

/// How far into the sea a molecule drifts; only near ones dock.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Depth {
    /// Full colour, with inner detail.
    Near,
    /// Mixed into the fluid.
    Mid,
    /// Mixed further into the fluid.
    Far,
}

impl Depth {
    /// Size beside that of a molecule in a cup.
    pub fn scale(self) -> f32 {
        match self {
            Self::Near => 0.8,
            Self::Mid => 0.6,
            Self::Far => 0.44,
        }
    }
}

/// Outline of an opioid, upright and tip down, as path data.
pub const OPIOID: &str = "M0-20 11.5-13.3V-.4L5.4 4 0 19-5.4 4-11.5-.4V-13.3Z";
/// The ring inside an opioid.
pub const OPIOID_RING: &str = "M0-14 6.2-10.4V-3.3L0 .3-6.2-3.3V-10.4Z";
/// Outline of naltrexone: a stopper, upright.
pub const NALTREXONE: &str =
    "M-12-16H12A5.5 5.5 0 0 1 12-5H8.6L7 8A7 7 0 0 1-7 8L-8.6-5H-12A5.5 5.5 0 0 1-12-16Z";
/// The light band along the top of naltrexone's cap, just inside its outline.
pub const NALTREXONE_BAND: &str = "M-12-15H12A4.5 4.5 0 0 1 16.4-11.4H-16.4A4.5 4.5 0 0 1-12-15Z";
/// The line under naltrexone's cap.
pub const NALTREXONE_LINE: &str = "M-8-5H8";
/// How much wider and taller naltrexone is drawn when it lies over a cup.
pub const LID_STRETCH: (f32, f32) = (1.22, 1.04);
/// The beads of an endorphin: centre and radius, tip first.
pub const BEADS: [(f32, f32, f32); 5] = [
    (0.0, 13.0, 6.4),
    (-3.5, 2.5, 6.0),
    (1.5, -7.5, 6.0),
    (11.0, -12.5, 5.6),
    (20.0, -8.5, 5.0),
];

/// Width of the outline of molecules.
pub const MOLECULE_OUTLINE: f32 = 2.0;
/// Width of the outline of helices.
pub const HELIX_OUTLINE: f32 = 1.9;
/// Width of the helices behind the cup.
pub const BACK_WIDTH: f32 = 11.0;
/// Width of the helices in front.
pub const FRONT_WIDTH: f32 = 12.5;

/// The axis of a helix, drawn as a bar with round ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helix {
    /// Its end in the sea.
    pub top: PlatePoint,
    /// Its end in the cell.
    pub foot: PlatePoint,
}

/// The seven helices of a receptor, in the order in which they are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helices {
    /// The back wall of the cup.
    pub back: [Helix; 3],
    /// The short pair in front, left then right; what lies in the cup is seen above it.
    pub inner: [Helix; 2],
    /// The long pair in front, left then right.
    pub outer: [Helix; 2],
}

/// The helices of a receptor whose mouth stands open by `opening`, from 0 to 1.
pub fn helices(opening: f32) -> Helices {
    let helix = |x1, y1, x2, y2| Helix {
        top: (x1, y1),
        foot: (x2, y2),
    };
    Helices {
        back: [
            helix(-16.0, -48.0, -11.0 - 4.0 * opening, 40.0),
            helix(0.0, -43.0, 0.0, 40.0 - 8.0 * opening),
            helix(16.0, -50.0, 11.0 + 5.0 * opening, 40.0),
        ],
        inner: [
            helix(-8.5, -16.0, -5.5 - 7.0 * opening, 46.0),
            helix(8.5, -16.0, 5.5 + 8.0 * opening, 45.0),
        ],
        outer: [
            helix(-25.0, -57.0, -15.0 - 7.0 * opening, 42.0),
            helix(25.0, -52.0, 15.0 + 10.0 * opening, 41.0),
        ],
    }
}

/// The loops between helices, each a quadratic curve: start, control, end.
pub fn loops(helices: &Helices) -> [[PlatePoint; 3]; 3] {
    let [(x0, y0), (x1, y1)] = helices.outer.map(|helix| helix.foot);
    let [(x2, y2), _] = helices.inner.map(|helix| helix.foot);
    [
        // The eighth helix, along the membrane.
        [
            (x1 + 2.0, y1 + 3.0),
            (x1 + 14.0, y1 + 3.0),
            (x1 + 20.0, y1 + 9.0),
        ],
        // The loop inside the cell.
        [
            (x0, y0 + 3.0),
            (x0.midpoint(x2) - 3.0, y0 + 17.0),
            (x2, y2 + 3.0),
        ],
        // The tail in the sea.
        [(-25.0, -60.0), (-26.0, -72.0), (-35.0, -66.0)],
    ]
}

/// The wall behind the back helices, so that the membrane is not seen through a cup.
pub const BACK_WALL: [PlatePoint; 4] = [(-14.0, -40.0), (14.0, -40.0), (11.0, 0.0), (-11.0, 0.0)];

/// The open mouth: a wedge of light from the floor of the cup to the cell.
pub fn mouth(helices: &Helices) -> [PlatePoint; 3] {
    let [(left, _), (right, _)] = helices.inner.map(|helix| helix.foot);
    [(0.0, -8.0), (left + 5.0, 47.0), (right - 5.0, 47.0)]
}

/// The alpha part of a G protein, around the point where the whole is parked.
pub const ALPHA: &str = "M-21 1C-22-11-6-12 1-7 6-2 3 12-7 13-15 14-20 9-21 1Z";
/// The beta part: a ring with an inner ring.
pub const BETA: &str =
    "M-1.5 2a10.5 10.5 0 1 0 21 0 10.5 10.5 0 1 0-21 0ZM5 2a4 4 0 1 0 8 0 4 4 0 1 0-8 0Z";
/// The gamma part: a bar behind beta.
pub const GAMMA: &str = "M22.6-4.3A4.5 9.5 28.6 0 1 13.4 12.3 4.5 9.5 28.6 0 1 22.6-4.3Z";
/// Where a whole G protein waits below its receptor.
pub const G_PROTEIN_PARKED: f32 = 61.0;

/// Centre and radius of the glow below a receptor that is switched on.
pub const GLOW: (f32, f32) = (66.0, 88.0);
/// Centre of the arcs of signal below a receptor.
pub const ARC_CENTRE: f32 = 48.0;
/// Where an arc leaves its circle on the right, as shares of its radius: 36 degrees below level.
pub const ARC_END: (f32, f32) = (0.809, 0.588);
/// The three arcs as they stand in a still picture: radius, width, opacity.
pub const STILL_ARCS: [(f32, f32, f32); 3] =
    [(31.5, 5.0, 0.9), (48.2, 4.0, 0.65), (64.9, 3.0, 0.32)];

/// Half the thickness of the membrane's core.
pub const CORE_HALF: f32 = 27.0;
/// How far lipid heads lie from the mid-line.
pub const HEAD_HEIGHT: f32 = 28.0;
/// Distance between neighbouring lipid heads.
pub const HEAD_STEP: f32 = 9.6;

/// Height of the membrane's mid-line at `x`, for a swell of the given size.
pub fn mid_line(x: f32, swell: f32) -> f32 {
    swell * (sine(x / 170.0 + 0.6) + 0.5 * sine(x / 61.0))
}

/// Slope of the mid-line at `x`, in radians.
pub fn slope(x: f32, swell: f32) -> f32 {
    (mid_line(x + 4.0, swell) - mid_line(x - 4.0, swell)) / 8.0
}

/// A sine good to a thousandth, which is finer than any line drawn with it.
pub fn sine(angle: f32) -> f32 {
    let turns = angle / std::f32::consts::TAU;
    let half_turns = 2.0 * (turns - (turns + 0.5).floor());
    let arch = 4.0 * half_turns * (1.0 - half_turns.abs());
    arch + 0.225 * (arch * arch.abs() - arch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_receptor_that_signals_opens_its_mouth() {
        for (state, wide) in [
            (ReceptorState::Empty, 0.0),
            (ReceptorState::Blocked, 0.0),
            (ReceptorState::PartlyOn, 7.5),
            (ReceptorState::SwitchedOn, 15.0),
        ] {
            let [left, right] = helices(state.opening()).inner.map(|helix| helix.foot.0);
            let shut = 11.0;
            assert!((right - left - shut - wide).abs() < 1e-4, "{state:?}");
        }
    }

    #[test]
    fn a_stopper_stays_clear_of_the_floor_that_an_opioid_reaches() {
        let floor = -17.0;
        let stem_end = -MoleculeKind::Naltrexone.seat_height() + 15.0 * LID_STRETCH.1;
        let tip = -MoleculeKind::Opioid.seat_height() + 19.0;
        assert!(stem_end < floor - 10.0);
        assert!((tip - floor).abs() < 2.0);
    }

    #[test]
    fn the_quick_sine_is_good_to_a_thousandth() {
        for step in -400_i16..400 {
            let angle = f32::from(step) / 20.0;
            assert!((sine(angle) - angle.sin()).abs() < 1.2e-3, "{angle}");
        }
    }
}
