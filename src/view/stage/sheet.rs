//! The small pictures that every frame is put together from: receptors, molecules, G protein, glow.

use super::brush::{Brush, Sprite};
use super::palette::Palette;
use crate::view::plate::geometry::{
    ALPHA, BACK_WALL, BACK_WIDTH, BEADS, BETA, Depth, FRONT_WIDTH, GAMMA, GLOW, HELIX_OUTLINE,
    Helix, LID_STRETCH, MOLECULE_OUTLINE, MoleculeKind, NALTREXONE, NALTREXONE_BAND,
    NALTREXONE_LINE, OPIOID, OPIOID_RING, ReceptorState, helices, loops, mouth,
};
use web_sys::Path2d;

/// How much smaller than drawn the glow's picture is; light has no edges to keep sharp.
pub(super) const GLOW_SCALE: f64 = 0.5;

/// The states of a receptor in the order of the sheet.
pub(super) const STATES: [ReceptorState; 4] = [
    ReceptorState::Empty,
    ReceptorState::Blocked,
    ReceptorState::PartlyOn,
    ReceptorState::SwitchedOn,
];

/// Depths in the order of the sheet, back to front.
pub(super) const DEPTHS: [Depth; 3] = [Depth::Far, Depth::Mid, Depth::Near];

/// All small pictures for one theme, one size and one kind of agonist.
#[derive(Debug)]
pub(super) struct Sheet {
    receptors: [Option<Sprite>; 4],
    agonist: [Option<Sprite>; 3],
    naltrexone: [Option<Sprite>; 3],
    pub(super) g_whole: Option<Sprite>,
    pub(super) g_alpha: Option<Sprite>,
    pub(super) g_alpha_lit: Option<Sprite>,
    pub(super) g_rest: Option<Sprite>,
    pub(super) glow: Option<Sprite>,
}

impl Sheet {
    /// Draws them all, at so many device pixels for a plate unit; `thin` is the thinnest outline
    /// in plate units.
    pub(super) fn new(palette: &Palette, scale: f64, thin: f64, agonist: MoleculeKind) -> Self {
        let sprite = |size, draw: &dyn Fn(&Brush)| Sprite::drawn(size, scale, palette, thin, draw);
        let molecules = |kind| {
            DEPTHS.map(|depth| {
                let size = f64::from(depth.scale());
                let thin = if depth == Depth::Near {
                    thin / size
                } else {
                    0.0
                };
                let draw = |brush: &Brush| molecule(brush, kind, depth);
                Sprite::drawn([30.0, 28.0, 28.0], scale * size, palette, thin, draw)
            })
        };
        let g = [26.0, 18.0, 20.0];
        Self {
            receptors: STATES
                .map(|state| sprite([48.0, 80.0, 64.0], &|brush| receptor(brush, state, agonist))),
            agonist: molecules(agonist),
            naltrexone: molecules(MoleculeKind::Naltrexone),
            g_whole: sprite(g, &|brush| {
                g_rest(brush);
                g_alpha(brush, false);
            }),
            g_alpha: sprite(g, &|brush| g_alpha(brush, false)),
            g_alpha_lit: sprite(g, &|brush| g_alpha(brush, true)),
            g_rest: sprite(g, &g_rest),
            glow: Sprite::drawn([90.0; 3], scale * GLOW_SCALE, palette, 0.0, glow),
        }
    }

    /// The picture of a receptor.
    pub(super) fn receptor(&self, state: ReceptorState) -> Option<&Sprite> {
        let at = STATES.iter().position(|&one| one == state)?;
        self.receptors.get(at)?.as_ref()
    }

    /// The picture of a molecule.
    pub(super) fn molecule(&self, naltrexone: bool, depth: usize) -> Option<&Sprite> {
        let of_kind = if naltrexone {
            &self.naltrexone
        } else {
            &self.agonist
        };
        of_kind.get(depth)?.as_ref()
    }
}

/// The tokens of one state of a helix: fill, back, outline, turns.
fn skin(name: &str) -> [String; 4] {
    ["", "-back", "-line", "-turn"].map(|part| [name, part].concat())
}

fn receptor(brush: &Brush, state: ReceptorState, agonist: MoleculeKind) {
    let (body, core) = match state {
        ReceptorState::Empty => ("rec", "rec"),
        ReceptorState::Blocked => ("mute", "mute"),
        ReceptorState::PartlyOn => ("rec", "lit"),
        ReceptorState::SwitchedOn => ("lit", "lit"),
    };
    let ink = |name: String| brush.ink(&name);
    let (body, core) = (skin(body).map(ink), skin(core).map(ink));
    let [_, back, line, turn] = &body;
    let all = helices(state.opening());
    for [start, control, end] in loops(&all) {
        let path = Path2d::new().ok();
        if let Some(path) = &path {
            let [(x, y), (cx, cy), (ex, ey)] =
                [start, control, end].map(|(x, y)| (f64::from(x), f64::from(y)));
            path.move_to(x, y);
            path.quadratic_curve_to(cx, cy, ex, ey);
        }
        brush.bar(path.as_ref(), turn, line, 3.4, 1.3);
    }
    brush.fill(Brush::corners(&BACK_WALL, true).as_ref(), back);
    for helix in &all.back {
        brush.bar(axis(helix).as_ref(), back, line, BACK_WIDTH, HELIX_OUTLINE);
    }
    let light = match state {
        ReceptorState::Empty | ReceptorState::Blocked => None,
        ReceptorState::PartlyOn => Some("signal"),
        ReceptorState::SwitchedOn => Some("signal-hot"),
    };
    if let Some(light) = light {
        let wedge = Brush::corners(&mouth(&all), true);
        brush.fill(wedge.as_ref(), &brush.ink(light));
    }
    let held = state.holds().map(|kind| match kind {
        MoleculeKind::Opioid => agonist,
        other => other,
    });
    let show_held = || {
        if let Some(kind) = held {
            let (across, down) = if kind == MoleculeKind::Naltrexone {
                LID_STRETCH
            } else {
                (1.0, 1.0)
            };
            brush.ctx.save();
            let _ = brush.ctx.translate(0.0, f64::from(-kind.seat_height()));
            let _ = brush.ctx.scale(f64::from(across), f64::from(down));
            molecule(brush, kind, Depth::Near);
            brush.ctx.restore();
        }
    };
    let behind = held == Some(MoleculeKind::Opioid);
    if behind {
        show_held();
    }
    for helix in &all.inner {
        front(brush, helix, &core);
    }
    for helix in &all.outer {
        front(brush, helix, &body);
    }
    if !behind {
        show_held();
    }
}

fn axis(helix: &Helix) -> Option<Path2d> {
    Brush::corners(&[helix.top, helix.foot], false)
}

/// A front helix with its slanted turns: dashes of the axis, seen through a skew.
fn front(brush: &Brush, helix: &Helix, [fill, _, line, turn]: &[String; 4]) {
    const SLANT: f32 = 0.344;
    brush.bar(axis(helix).as_ref(), fill, line, FRONT_WIDTH, HELIX_OUTLINE);
    let [top, foot] = [helix.top, helix.foot].map(|(x, y)| (x, y + SLANT * x));
    brush.ctx.save();
    let _ = brush
        .ctx
        .transform(1.0, f64::from(-SLANT), 0.0, 1.0, 0.0, 0.0);
    brush.ctx.set_line_cap("butt");
    brush.dash(&[2.8, 5.7], 0.9);
    let rim = f64::from(HELIX_OUTLINE).max(brush.least);
    let turns = Brush::corners(&[top, foot], false);
    brush.line(turns.as_ref(), turn, f64::from(FRONT_WIDTH) - rim);
    brush.ctx.restore();
}

/// The token that stands for a kind of molecule.
pub(super) fn token(kind: MoleculeKind) -> &'static str {
    match kind {
        MoleculeKind::Opioid => "opi",
        MoleculeKind::Naltrexone => "ntx",
        MoleculeKind::Endorphin => "end",
    }
}

fn molecule(brush: &Brush, kind: MoleculeKind, depth: Depth) {
    let name = token(kind);
    let palette = brush.palette;
    let own_line = [name, "-line"].concat();
    let (fill, line) = match depth {
        Depth::Near => (palette.css(name), palette.css(&own_line)),
        Depth::Mid => (
            palette.mixed(name, "fluid", 38),
            palette.mixed(&own_line, "fluid", 42),
        ),
        Depth::Far => (
            palette.mixed(name, "fluid", 68),
            palette.mixed(name, "fluid", 52),
        ),
    };
    let inner = (depth == Depth::Near).then(|| palette.css(&[name, "-lite"].concat()));
    let rim = f64::from(MOLECULE_OUTLINE);
    match kind {
        MoleculeKind::Opioid => {
            brush.shape(Brush::path(OPIOID).as_ref(), &fill, &line, rim);
            if let Some(pale) = inner {
                brush.shape(Brush::path(OPIOID_RING).as_ref(), &pale, &line, 1.3);
            }
        }
        MoleculeKind::Naltrexone => {
            brush.shape(Brush::path(NALTREXONE).as_ref(), &fill, &line, rim);
            if let Some(pale) = inner {
                brush.fill(Brush::path(NALTREXONE_BAND).as_ref(), &pale);
                brush.line(Brush::path(NALTREXONE_LINE).as_ref(), &line, 1.2);
            }
        }
        MoleculeKind::Endorphin => {
            let (Ok(beads), Ok(spots)) = (Path2d::new(), Path2d::new()) else {
                return;
            };
            for (x, y, radius) in BEADS {
                Brush::circle(&beads, x, y, radius);
                Brush::circle(&spots, x - 0.22 * radius, y - 0.25 * radius, 0.38 * radius);
            }
            let chain = Brush::corners(&BEADS.map(|(x, y, _)| (x, y)), false);
            brush.line(chain.as_ref(), &line, 8.0);
            brush.shape(Some(&beads), &fill, &line, rim);
            brush.line(chain.as_ref(), &fill, 3.0);
            if let Some(pale) = inner {
                brush.fill(Some(&spots), &pale);
            }
        }
    }
}

fn g_rest(brush: &Brush) {
    let (fill, line) = (brush.ink("gprot-2"), brush.ink("gprot-line"));
    for part in [GAMMA, BETA] {
        brush.shape(Brush::path(part).as_ref(), &fill, &line, 1.7);
    }
}

fn g_alpha(brush: &Brush, lit: bool) {
    let alpha = Brush::path(ALPHA);
    let (fill, line) = if lit {
        ("lit", "lit-line")
    } else {
        ("gprot", "gprot-line")
    };
    brush.shape(alpha.as_ref(), &brush.ink(fill), &brush.ink(line), 1.7);
    if lit {
        brush.ctx.save();
        let _ = brush.ctx.transform(0.5, 0.0, 0.0, 0.42, -6.0, 1.0);
        brush.fill(alpha.as_ref(), &brush.ink("signal-hot"));
        brush.ctx.restore();
    }
}

fn glow(brush: &Brush) {
    let radius = f64::from(GLOW.1);
    if let Ok(light) = brush
        .ctx
        .create_radial_gradient(0.0, 0.0, 0.0, 0.0, 0.0, radius)
    {
        for (stop, opacity) in [(0.0, 199), (0.35, 87), (1.0, 0)] {
            let _ = light.add_color_stop(stop, &brush.palette.faint("signal", opacity));
        }
        brush.ctx.set_fill_style_canvas_gradient(&light);
        brush.ctx.fill_rect(-90.0, -90.0, 180.0, 180.0);
    }
}
