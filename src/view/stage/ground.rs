//! What stands still behind and between the receptors: sea, cell, and the membrane.

use web_sys::{HtmlCanvasElement, Path2d};

use super::brush::{Brush, context, hidden_canvas, pixels};
use super::layout::{Layout, SWELL};
use super::palette::Palette;
use crate::view::plate::geometry::{CORE_HALF, HEAD_HEIGHT, HEAD_STEP, PlatePoint, mid_line, sine};
use crate::view::plate::uneven::Jitter;

/// Draws one layer as large as the picture, in plate units along the row.
fn layer(
    layout: &Layout,
    palette: &Palette,
    kept: &mut Option<HtmlCanvasElement>,
    draw: impl FnOnce(&Brush),
) {
    let Layout {
        width,
        height,
        ratio,
        unit,
        first,
        ..
    } = *layout;
    let size = [width, height].map(|length| pixels(f64::from(length * ratio)));
    let canvas = kept.take().or_else(|| hidden_canvas(1, 1));
    let Some(canvas) = canvas else { return };
    // Setting the size also wipes it.
    canvas.set_width(size[0]);
    canvas.set_height(size[1]);
    if let Some(ctx) = context(&canvas) {
        let scale = f64::from(unit * ratio);
        let left = -first * super::layout::PITCH * unit * ratio;
        let top = f64::from(layout.middle() * ratio);
        let _ = ctx.set_transform(scale, 0.0, 0.0, scale, f64::from(left), top);
        ctx.set_line_cap("round");
        ctx.set_line_join("round");
        draw(&Brush {
            ctx: &ctx,
            palette,
            least: 0.0,
        });
    }
    *kept = Some(canvas);
}

/// The sea with its pale shapes, the far side of the membrane, and the crowded cell.
pub(super) fn ground(layout: &Layout, palette: &Palette, kept: &mut Option<HtmlCanvasElement>) {
    layer(layout, palette, kept, |brush| {
        let (left, right) = layout.edges(40.0);
        let top = -layout.middle() / layout.unit;
        let depth = layout.height / layout.unit + top;
        let sea = rectangle(left, right, top, 60.0);
        brush.fill(Brush::corners(&sea, true).as_ref(), &brush.ink("fluid"));
        sea_crowd(brush, layout, top);
        far_heads(brush, left, right);
        let mut cell = line(left, right, 0.0);
        cell.extend([(right, depth + 9.0), (left, depth + 9.0)]);
        brush.fill(Brush::corners(&cell, true).as_ref(), &brush.ink("cell"));
        cell_crowd(brush, layout, depth);
    });
}

/// The two rows of lipids with the core between them; heads keep clear of receptors.
pub(super) fn bilayer(layout: &Layout, palette: &Palette, kept: &mut Option<HtmlCanvasElement>) {
    layer(layout, palette, kept, |brush| {
        let (left, right) = layout.edges(40.0);
        let mut core = line(left, right, -CORE_HALF);
        core.extend(line(left, right, CORE_HALF).into_iter().rev());
        brush.fill(Brush::corners(&core, true).as_ref(), &brush.ink("core"));
        let (Ok(heads), Ok(tails)) = (Path2d::new(), Path2d::new()) else {
            return;
        };
        // From the row's left end, so that nothing changes when the lens moves.
        let mut jitter = Jitter::new(5);
        let mut x = -20.0 * HEAD_STEP;
        while x < right {
            for side in [-1.0, 1.0] {
                let at = x + jitter.around(1.1);
                let y = mid_line(at, SWELL) + side * (HEAD_HEIGHT + jitter.around(1.2));
                let clear = if side < 0.0 { 26.0 } else { 22.0 };
                let feet = [-2.1, 2.1].map(|foot| (foot, jitter.around(2.5), jitter.share()));
                if x < left || layout.sites.iter().any(|site| (site.x - x).abs() < clear) {
                    continue;
                }
                Brush::circle(&heads, at, y, 5.1);
                for (foot, bend, longer) in feet {
                    let start = at + foot;
                    let end = y - side * (22.0 + 4.0 * longer);
                    tails.move_to(f64::from(start), f64::from(y - side * 4.0));
                    tails.bezier_curve_to(
                        f64::from(start + bend),
                        f64::from(y - side * 11.0),
                        f64::from(start - bend),
                        f64::from(y - side * 16.0),
                        f64::from(start + 0.5 * bend),
                        f64::from(end),
                    );
                }
            }
            x += HEAD_STEP;
        }
        brush.line(Some(&tails), &brush.ink("tail"), 1.9);
        brush.shape(
            Some(&heads),
            &brush.ink("head"),
            &brush.ink("head-line"),
            1.6,
        );
    });
}

/// The mid-line, so far above (negative) or below itself.
fn line(left: f32, right: f32, below: f32) -> Vec<PlatePoint> {
    let mut points = Vec::new();
    let mut x = left;
    while x < right + 6.0 {
        points.push((x, mid_line(x, SWELL) + below));
        x += 6.0;
    }
    points
}

fn rectangle(left: f32, right: f32, top: f32, bottom: f32) -> [PlatePoint; 4] {
    [(left, top), (right, top), (right, bottom), (left, bottom)]
}

/// Rows of lipid heads on the far side, paler as they recede.
fn far_heads(brush: &Brush, left: f32, right: f32) {
    for (row, fill, rim) in [(3.0_f32, 90, 92), (2.0, 70, 78), (1.0, 50, 64)] {
        let Ok(heads) = Path2d::new() else { return };
        let step = 10.0 - 0.8 * row;
        let mut x = (left / step).floor() * step;
        while x < right {
            let y = mid_line(x, SWELL) - 33.0 - 6.2 * row;
            Brush::circle(&heads, x + 3.3 * row, y, 4.6 - 0.45 * row);
            x += step;
        }
        brush.shape(
            Some(&heads),
            &brush.palette.mixed("head", "fluid", fill),
            &brush.palette.mixed("head-line", "fluid", rim),
            1.1,
        );
    }
}

/// A lobed shape: a few discs that flow together.
fn lobes(
    brush: &Brush,
    jitter: &mut Jitter,
    at: PlatePoint,
    radius: f32,
    inks: [&str; 2],
    rim: f32,
) {
    let (Ok(outer), Ok(inner)) = (Path2d::new(), Path2d::new()) else {
        return;
    };
    let mut angle = 6.3 * jitter.share();
    let count = if jitter.share() < 0.5 { 3_u8 } else { 4 };
    for _ in 0..count {
        let far = radius * (0.25 + 0.5 * jitter.share());
        let (x, y) = (at.0 + far * sine(angle), at.1 + far * sine(angle + 1.57));
        let size = radius * (0.5 + 0.35 * jitter.share());
        Brush::circle(&outer, x, y, size + rim);
        Brush::circle(&inner, x, y, size);
        angle += 1.3 + 1.6 * jitter.share();
    }
    brush.fill(Some(&outer), &brush.ink(inks[1]));
    brush.fill(Some(&inner), &brush.ink(inks[0]));
}

/// Pale shapes far out in the sea; they stay where they are when the lens moves.
fn sea_crowd(brush: &Brush, layout: &Layout, top: f32) {
    let (left, right) = layout.edges(60.0);
    let mut jitter = Jitter::new(31);
    let mut x = 0.0;
    let row = layout.count() * super::layout::PITCH;
    while x < row {
        x += 36.0 + 84.0 * jitter.share();
        let size = jitter.share();
        let at = (x, -36.0 + (top + 36.0) * jitter.share());
        let radius = 8.0 + 19.0 * size * size;
        let mut own = Jitter::new(77 + (jitter.share() * 4096.0).to_bits());
        if x > left && x < right {
            let inks = ["fluid-crowd", "fluid-crowd-line"];
            lobes(brush, &mut own, at, radius, inks, 1.2);
        }
    }
}

/// Threads and bodies that crowd the cell, below the place of the signal.
fn cell_crowd(brush: &Brush, layout: &Layout, depth: f32) {
    let (left, right) = layout.edges(80.0);
    let row = layout.count() * super::layout::PITCH;
    let mut jitter = Jitter::new(41);
    let mut x = 60.0;
    while x < row {
        let (mut at, mut y) = (x + 120.0 * jitter.share(), 88.0 + 26.0 * jitter.share());
        let rise = jitter.around(0.16);
        x += 430.0;
        let Ok(beads) = Path2d::new() else { return };
        for bead in 0..46_u8 {
            let side = if bead % 2 == 0 { -3.0 } else { 3.0 };
            Brush::circle(&beads, at - rise * side, y + side, 4.6);
            at += 6.0;
            y += 6.0 * rise;
        }
        if x > left && x < right + 430.0 {
            brush.shape(
                Some(&beads),
                &brush.ink("cell-crowd"),
                &brush.ink("cell-crowd-line"),
                1.2,
            );
        }
    }
    let mut y = 92.0;
    while y < depth + 14.0 {
        let mut x = 30.0 * jitter.share();
        while x < row {
            let (size, pale) = (jitter.share(), jitter.share() < 0.5);
            let at = (x, y + jitter.around(7.0));
            let mut own = Jitter::new((x + y).to_bits());
            x += 26.0 + 22.0 * jitter.share();
            if at.0 > left && at.0 < right {
                let fill = if pale { "cell-crowd" } else { "cell-crowd-2" };
                let radius = 7.0 + 11.0 * size * size;
                lobes(brush, &mut own, at, radius, [fill, "cell-crowd-line"], 1.6);
            }
        }
        y += 24.0;
    }
}
