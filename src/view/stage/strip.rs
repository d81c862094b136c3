//! The strip: all receptors small, in one membrane, with brackets round those drawn large.

use web_sys::CanvasRenderingContext2d;

use super::brush::{Brush, Sprite};
use super::layout::{Layout, strip_rows};
use super::palette::Palette;
use super::sheet::STATES;
use super::state::Cast;
use crate::model::world::World;
use crate::view::plate::geometry::{MoleculeKind, ReceptorState};
use crate::view::plate::sign::{ARC, CORE, CUP, LID, MORE_ARCS, POINT};
use web_sys::Path2d;

/// The strip, and what it showed last.
#[derive(Debug, Default)]
pub(super) struct Strip {
    /// Width and height in CSS pixels.
    width: f32,
    height: f32,
    ratio: f32,
    rows: u16,
    signs: [Option<Sprite>; 4],
    shown: Vec<ReceptorState>,
    lens: (f32, f32),
    stale: bool,
}

/// How its receptors are spread.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    /// Receptors in a row.
    in_row: f32,
    /// CSS pixels from one to the next, and from row to row.
    pitch: f32,
    row: f32,
    /// CSS pixels for a unit of the sign.
    scale: f32,
}

impl Strip {
    /// Takes over the size, in CSS pixels.
    pub(super) fn resize(&mut self, width: f32, height: f32, ratio: f32) {
        (self.width, self.height, self.ratio) = (width.max(1.0), height.max(1.0), ratio);
        self.rows = strip_rows(width);
        self.recolour();
    }

    /// Everything is drawn anew next time.
    pub(super) fn recolour(&mut self) {
        self.stale = true;
        self.signs = Default::default();
    }

    fn grid(&self, count: f32) -> Grid {
        let rows = f32::from(self.rows.max(1));
        let in_row = (count / rows).ceil().max(1.0);
        let (pitch, row) = (self.width / in_row, self.height / rows);
        Grid {
            in_row,
            pitch,
            row,
            scale: (pitch / 21.5).min(row / 55.0),
        }
    }

    /// The receptor at a place in CSS pixels.
    pub(super) fn at(&self, count: f32, x: f32, y: f32) -> f32 {
        let grid = self.grid(count);
        let row = (y / grid.row)
            .floor()
            .clamp(0.0, f32::from(self.rows.max(1)) - 1.0);
        row * grid.in_row + (x / grid.pitch).clamp(0.0, grid.in_row)
    }

    /// Paints it if a state or the lens changed since the last time.
    pub(super) fn paint(
        &mut self,
        ctx: &CanvasRenderingContext2d,
        palette: &Palette,
        cast: Cast,
        layout: &Layout,
        world: &World,
    ) {
        let states = world
            .receptors()
            .iter()
            .map(|receptor| cast.state(receptor.holder));
        let lens = (layout.first, layout.visible());
        let moved = (lens.0 - self.lens.0).abs() + (lens.1 - self.lens.1).abs() > f32::EPSILON;
        if !self.stale && !moved && states.clone().eq(self.shown.iter().copied()) {
            return;
        }
        self.shown.clear();
        self.shown.extend(states);
        self.lens = lens;
        let grid = self.grid(layout.count());
        let scale = f64::from(grid.scale * self.ratio);
        if self.stale {
            let thin = 1.2 / f64::from(grid.scale);
            self.signs = STATES.map(|state| {
                Sprite::drawn([13.0, 20.0, 30.0], scale, palette, thin, |brush| {
                    sign(brush, state, cast.kind);
                })
            });
            self.stale = false;
        }
        self.draw(ctx, palette, grid, layout);
    }

    fn draw(&self, ctx: &CanvasRenderingContext2d, palette: &Palette, grid: Grid, layout: &Layout) {
        let ratio = f64::from(self.ratio);
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let whole = |ctx: &CanvasRenderingContext2d| {
            let _ = ctx.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        };
        whole(ctx);
        ctx.set_fill_style_str(&palette.css("cell"));
        ctx.fill_rect(0.0, 0.0, width, height);
        let unit = f64::from(grid.scale);
        let mid = |row: f32| f64::from(grid.row * row) + 26.0 * unit;
        let mut row = 0.0;
        while row < f32::from(self.rows) {
            let y = mid(row);
            ctx.set_fill_style_str(&palette.faint("head", 72));
            ctx.fill_rect(0.0, y - 6.0 * unit, width, 12.0 * unit);
            let edge = (2.0 * unit).max(1.0);
            ctx.set_fill_style_str(&palette.css("head-line"));
            if palette.rgb("head") != palette.rgb("cell") {
                ctx.set_fill_style_str(&palette.css("head"));
            }
            ctx.fill_rect(0.0, y - 7.0 * unit, width, edge);
            ctx.fill_rect(0.0, y + 5.0 * unit, width, edge);
            row += 1.0;
        }
        let (mut column, mut row) = (0.0, 0.0);
        for &state in &self.shown {
            let place = STATES.iter().position(|&one| one == state);
            let sprite = place.and_then(|at| self.signs.get(at)?.as_ref());
            if let Some(sprite) = sprite {
                let x = f64::from((column + 0.5) * grid.pitch);
                sprite.put(ctx, (x * ratio).round(), (mid(row) * ratio).round());
            }
            column += 1.0;
            if column >= grid.in_row {
                (column, row) = (0.0, row + 1.0);
            }
        }
        whole(ctx);
        ctx.set_stroke_style_str(&palette.css("on-cell"));
        ctx.set_line_width(2.0);
        let last = (layout.first + layout.visible()).min(layout.count());
        row = 0.0;
        while row < f32::from(self.rows) {
            let start = row * grid.in_row;
            let (from, to) = (layout.first.max(start), last.min(start + grid.in_row));
            if to - from > 0.05 {
                let [from, to] = [from, to].map(|at| f64::from((at - start) * grid.pitch));
                let (top, foot) = (mid(row) - 23.0 * unit, mid(row) + 26.0 * unit);
                // A lens that goes on in the next row is open on that side.
                let open_left = layout.first < start - 0.05;
                let open_right = last > start + grid.in_row + 0.05;
                brackets(
                    ctx,
                    [from + 1.0, to - 1.0],
                    [top, foot],
                    [open_left, open_right],
                );
            }
            row += 1.0;
        }
    }
}

fn brackets(
    ctx: &CanvasRenderingContext2d,
    sides: [f64; 2],
    [top, foot]: [f64; 2],
    open: [bool; 2],
) {
    ctx.begin_path();
    for ((x, arm), open) in sides.into_iter().zip([7.0, -7.0]).zip(open) {
        if !open {
            ctx.move_to(x + arm, top);
            ctx.line_to(x, top);
            ctx.line_to(x, foot);
            ctx.line_to(x + arm, foot);
        }
    }
    ctx.stroke();
}

/// A receptor as a small sign: a cup, what is in it, and the light below.
fn sign(brush: &Brush, state: ReceptorState, agonist: MoleculeKind) {
    let skin = match state {
        ReceptorState::Empty | ReceptorState::PartlyOn => "rec",
        ReceptorState::Blocked => "mute",
        ReceptorState::SwitchedOn => "lit",
    };
    let ink = |name: &str| brush.ink(name);
    let outline = |name: &str| brush.ink(&[name, "-line"].concat());
    let path = |data: &str| Brush::path(data);
    if state.opening() > 0.0 {
        brush.line(path(ARC).as_ref(), &ink("signal"), 2.2);
        if state == ReceptorState::SwitchedOn {
            brush.line(path(MORE_ARCS).as_ref(), &ink("signal"), 2.0);
        }
    }
    brush.shape(path(CUP).as_ref(), &ink(skin), &outline(skin), 1.4);
    match state {
        ReceptorState::Empty => {}
        ReceptorState::Blocked => {
            brush.shape(path(LID).as_ref(), &ink("ntx"), &outline("ntx"), 1.4);
        }
        ReceptorState::PartlyOn | ReceptorState::SwitchedOn => {
            if state == ReceptorState::PartlyOn {
                brush.fill(path(CORE).as_ref(), &ink("lit"));
            }
            let name = super::sheet::token(agonist);
            let held = if agonist == MoleculeKind::Endorphin {
                Path2d::new().ok().inspect(|bead| {
                    Brush::circle(bead, 0.0, -12.0, 4.4);
                })
            } else {
                path(POINT)
            };
            brush.shape(held.as_ref(), &ink(name), &outline(name), 1.4);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_receptor_is_found_where_it_is_drawn() {
        for (width, height) in [(280.0, 110.0), (390.0, 84.0), (768.0, 90.0), (1280.0, 52.0)] {
            let mut strip = Strip::default();
            strip.resize(width, height, 2.0);
            let grid = strip.grid(60.0);
            let (mut column, mut row) = (0.0, 0.0);
            for index in 0..60_u8 {
                let (x, y) = ((column + 0.5) * grid.pitch, (row + 0.5) * grid.row);
                assert!((strip.at(60.0, x, y) - f32::from(index) - 0.5).abs() < 1e-3);
                column += 1.0;
                if column >= grid.in_row {
                    (column, row) = (0.0, row + 1.0);
                }
            }
        }
    }
}
