//! The ground of a plate: sea, membrane with its far side, and the crowded cell.

use yew::prelude::*;

use super::geometry::{CORE_HALF, HEAD_HEIGHT, HEAD_STEP, mid_line, sine};
use super::pen::{Names, Pen, decimal, outlined, place, shape, stroke};
use super::uneven::Jitter;

/// The stretch of membrane that a plate shows.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub(super) from: f32,
    pub(super) to: f32,
    /// Size of the membrane's swell.
    pub(super) swell: f32,
    /// How far the cell reaches down; the sea reaches up as far as anyone looks.
    pub(super) depth: f32,
}

impl Stretch {
    /// The mid-line as path data.
    pub(super) fn line(self) -> Pen {
        let mut pen = Pen::default();
        let mut x = self.from;
        pen.draw('M', &[x, mid_line(x, self.swell)]);
        while x < self.to {
            x += 20.0;
            pen.draw('L', &[x, mid_line(x, self.swell)]);
        }
        pen
    }

    /// A shape that fills the stretch from the mid-line down.
    pub(super) fn cell(self) -> Html {
        let mut pen = self.line();
        pen.draw('V', &[self.depth]);
        pen.draw('H', &[self.from]);
        shape(pen.finish(), "var(--cell)", None)
    }

    /// The sea behind everything.
    pub(super) fn sea(self) -> Html {
        let mut pen = Pen::default();
        pen.draw('M', &[self.from, -600.0]);
        pen.draw('H', &[self.to + 20.0]);
        pen.draw('V', &[40.0]);
        pen.draw('H', &[self.from]);
        shape(pen.finish(), "var(--fluid)", None)
    }
}

/// Rows of lipid heads on the far side of the membrane, paler as they recede.
pub(super) fn far_heads(names: Names) -> Html {
    const ROWS: [(f32, &str, &str, &str); 3] = [
        (3.0, "0 7.6", "var(--head-3)", "var(--head-line-3)"),
        (2.0, "0 8.4", "var(--head-2)", "var(--head-line-2)"),
        (1.0, "0 9.2", "var(--head-1)", "var(--head-line-1)"),
    ];
    ROWS.into_iter()
        .map(|(row, dash, fill, line)| {
            let at = place(3.3 * row, -33.0 - 6.2 * row, 0.0, 1.0, 1.0);
            let width = 9.2 - 0.9 * row;
            html! { <g stroke-dasharray={dash}>
                <g stroke={line} stroke-width={decimal(width + 1.1)}>{ names.show("mid", at.clone(), None) }</g>
                <g stroke={fill} stroke-width={decimal(width - 1.1)}>{ names.show("mid", at, None) }</g>
            </g> }
        })
        .collect()
}

/// The core of the membrane, between the two rows of heads.
pub(super) fn core(names: Names) -> Html {
    html! { <g stroke="var(--core)" stroke-width={decimal(2.0 * CORE_HALF)} stroke-linecap="butt">
        { names.show("mid", place(0.0, 0.0, 0.0, 1.0, 1.0), None) }
    </g> }
}

/// The lipids between two receptors that stand `pitch` apart, around the middle of the gap.
///
/// Above, they keep clear of the cups; below, the outermost vanish behind helices.
pub(super) fn lipids(pitch: f32, seed: u32) -> Html {
    let mut jitter = Jitter::new(seed);
    let (mut heads, mut tails) = (Pen::default(), Pen::default());
    for (side, clear) in [(-1.0, 25.0), (1.0, 15.5)] {
        let half = ((0.5 * pitch - clear) / HEAD_STEP - 0.5).floor() + 0.5;
        let mut step = -half;
        while step <= half {
            let x = step * HEAD_STEP + jitter.around(0.45);
            let y = side * (HEAD_HEIGHT + jitter.around(1.2));
            step += 1.0;
            heads.dot(x, y);
            for foot in [-2.1, 2.1] {
                let bend = jitter.around(2.5);
                let end = 20.0 + jitter.around(2.0);
                tails.draw('M', &[x + foot, y - side * 4.0]);
                tails.draw(
                    'c',
                    &[
                        bend,
                        side * -7.0,
                        -bend,
                        side * -12.0,
                        0.5 * bend,
                        -side * end,
                    ],
                );
            }
        }
    }
    html! { <>
        { stroke(&tails.finish(), "var(--tail)", 1.9) }
        { outlined(&heads.finish(), "var(--head)", "var(--head-line)", 10.2, 1.6) }
    </> }
}

/// Lobed shapes of two sizes strewn in rows over a rectangle, each a few dots of one radius.
fn lobes(
    x: (f32, f32),
    y: (f32, f32),
    step: (f32, f32),
    radii: [f32; 2],
    jitter: &mut Jitter,
) -> [AttrValue; 2] {
    let [mut large, mut small] = [Pen::default(), Pen::default()];
    let [wide, narrow] = radii;
    let mut row = y.0;
    while row < y.1 {
        let mut column = x.0 + step.0 * jitter.share();
        while column < x.1 {
            let (pen, radius) = if jitter.share() < 0.45 {
                (&mut large, wide)
            } else {
                (&mut small, narrow)
            };
            let (at_x, at_y) = (column, row + jitter.around(0.2 * step.1));
            let mut angle = 6.0 * jitter.share();
            let count = if jitter.share() < 0.4 { 2_u8 } else { 3 };
            for _ in 0..=count {
                let far = radius * (0.45 + 0.4 * jitter.share());
                pen.dot(at_x + far * sine(angle), at_y + far * sine(angle + 1.57));
                angle += 1.5 + jitter.share();
            }
            column += step.0 * (0.75 + 0.5 * jitter.share());
        }
        row += step.1;
    }
    [large.finish(), small.finish()]
}

/// Pale shapes far out in the sea.
pub(super) fn sea_crowd(stretch: Stretch, seed: u32) -> Html {
    let mut jitter = Jitter::new(seed);
    let x = (stretch.from, stretch.to);
    let [large, small] = lobes(x, (-202.0, -50.0), (150.0, 60.0), [13.0, 6.5], &mut jitter);
    let (fill, line) = ("var(--fluid-crowd)", "var(--fluid-crowd-line)");
    html! { <>
        { outlined(&large, fill, line, 26.0, 1.3) }
        { outlined(&small, fill, line, 13.0, 1.3) }
    </> }
}

/// Bodies that crowd the cell, below the place of the signal.
pub(super) fn cell_crowd(stretch: Stretch, seed: u32) -> Html {
    let mut jitter = Jitter::new(seed);
    let x = (stretch.from, stretch.to);
    let [large, small] = lobes(
        x,
        (98.0, stretch.depth + 12.0),
        (36.0, 29.0),
        [8.0, 5.5],
        &mut jitter,
    );
    let line = "var(--cell-crowd-line)";
    html! { <>
        { outlined(&large, "var(--cell-crowd)", line, 17.6, 1.6) }
        { outlined(&small, "var(--cell-crowd-2)", line, 12.6, 1.6) }
    </> }
}

/// Threads of paired beads that run through the cell.
pub(super) fn threads(stretch: Stretch, seed: u32) -> Html {
    let mut jitter = Jitter::new(seed);
    let mut pen = Pen::default();
    let mut x = stretch.from + 60.0;
    while x < stretch.to {
        let y = 100.0 + 40.0 * jitter.share();
        let rise = jitter.around(40.0);
        for side in [0.0, 6.0] {
            pen.draw('M', &[x + side, y + side]);
            pen.draw('l', &[270.0, rise]);
        }
        x += 430.0;
    }
    let d = pen.finish();
    html! { <g stroke-dasharray="0 12">
        { outlined(&d, "var(--cell-crowd)", "var(--cell-crowd-line)", 9.2, 1.2) }
    </g> }
}
