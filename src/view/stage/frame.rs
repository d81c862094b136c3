//! One frame of the stage, from back to front.

use std::f64::consts::PI;

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::find::Picked;
use super::layout::{Layout, Site, narrow};
use super::sheet::{DEPTHS, GLOW_SCALE, Sheet};
use super::state::{Cast, LONG_AGO, Light};
use super::troupe::{Seen, Troupe};
use crate::model::world::World;
use crate::model::world::receptor::{Receptor, Species};
use crate::view::plate::geometry::{
    ARC_CENTRE, G_PROTEIN_PARKED, GLOW, MoleculeKind, ReceptorState, sine,
};

/// Seconds of one ripple of the signal.
const RIPPLE: f32 = 1.4;
/// Where ripples stand in a still picture.
const STILL_PHASE: f32 = 0.45;

/// The colours that a frame names itself.
#[derive(Debug, Default)]
pub(super) struct Inks {
    pub(super) signal: String,
    pub(super) agonist_trail: String,
    pub(super) naltrexone_trail: String,
    pub(super) ring: String,
    pub(super) ring_rim: String,
}

/// Everything a frame is put together from.
pub(super) struct Scene<'a> {
    pub(super) ctx: &'a CanvasRenderingContext2d,
    pub(super) layout: &'a Layout,
    pub(super) sheet: &'a Sheet,
    pub(super) inks: &'a Inks,
    pub(super) cast: Cast,
    pub(super) world: &'a World,
    pub(super) troupe: &'a Troupe,
    /// Seconds played.
    pub(super) seconds: f64,
    pub(super) still: bool,
    pub(super) picked: Option<Picked>,
}

/// A receptor in view.
struct Stand<'a> {
    index: usize,
    site: &'a Site,
    state: ReceptorState,
    light: Light,
}

impl Scene<'_> {
    /// Paints it all.
    pub(super) fn paint(&self, ground: &HtmlCanvasElement, bilayer: &HtmlCanvasElement) {
        let ctx = self.ctx;
        self.whole(ground);
        for depth in 0..2 {
            for seen in &self.troupe.seen {
                if seen.actor.depth == depth {
                    self.molecule(seen);
                }
            }
        }
        let tick = self.world.tick();
        let stands: Vec<Stand> = self
            .layout
            .in_view()
            .filter_map(|(index, site)| {
                let receptor: &Receptor = self.world.receptors().get(index)?;
                Some(Stand {
                    index,
                    site,
                    state: self.cast.state(receptor.holder),
                    light: Light::of(receptor, tick, self.still),
                })
            })
            .collect();
        for stand in &stands {
            self.glow(stand);
        }
        ctx.set_global_alpha(1.0);
        self.whole(bilayer);
        let unit = f64::from(self.layout.unit * self.layout.ratio);
        let _ = ctx.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0);
        ctx.set_line_cap("round");
        ctx.set_stroke_style_str(&self.inks.signal);
        for stand in &stands {
            self.arcs(stand);
        }
        ctx.set_global_alpha(1.0);
        for stand in &stands {
            self.g_protein(stand);
        }
        for stand in &stands {
            if let Some(sprite) = self.sheet.receptor(stand.state) {
                let at = self.layout.device_from_plate(stand.site.x, stand.site.y);
                sprite.put_turned(ctx, at, stand.site.tilt, 1.0);
            }
        }
        self.trails(unit);
        for seen in &self.troupe.seen {
            if seen.actor.depth == 2 && !seen.actor.sits() {
                self.molecule(seen);
            }
        }
        self.ring(unit);
    }

    /// A layer as large as the picture.
    fn whole(&self, layer: &HtmlCanvasElement) {
        let _ = self.ctx.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        let _ = self
            .ctx
            .draw_image_with_html_canvas_element(layer, 0.0, 0.0);
    }

    fn molecule(&self, seen: &Seen) {
        let actor = &seen.actor;
        let naltrexone = seen.species == Species::Antagonist;
        if let (Some(sprite), Some(depth)) = (
            self.sheet.molecule(naltrexone, actor.depth),
            DEPTHS.get(actor.depth),
        ) {
            let at = self.layout.device_from_plate(actor.x, actor.y);
            let scale = f64::from(actor.size / depth.scale());
            sprite.put_turned(self.ctx, at, actor.turn, scale);
        }
    }

    fn glow(&self, stand: &Stand) {
        if stand.light.glow <= 0.0 {
            return;
        }
        let Some(sprite) = &self.sheet.glow else {
            return;
        };
        let partly = self.cast.partly;
        let (below, size, strength) = if partly {
            (GLOW.0 - 8.0, 0.55, 0.8)
        } else {
            (GLOW.0, 1.0, 1.0)
        };
        let at = self
            .layout
            .device_from_plate(stand.site.x, stand.site.y + below);
        self.ctx
            .set_global_alpha(f64::from(stand.light.glow * strength));
        sprite.put_turned(self.ctx, at, 0.0, size / GLOW_SCALE);
    }

    /// Ripples that travel into the cell; they come out of the mouth one after the other.
    fn arcs(&self, stand: &Stand) {
        let Some(since) = stand.light.since else {
            return;
        };
        let partly = stand.state == ReceptorState::PartlyOn;
        let index = f32::from(u16::try_from(stand.index).unwrap_or_default());
        let turns = if self.still {
            3.0 + STILL_PHASE
        } else if since < LONG_AGO {
            since / RIPPLE
        } else {
            3.0 + 0.37 * index + narrow(self.seconds / f64::from(RIPPLE) % 4096.0)
        };
        let phase = turns - turns.floor();
        let (left, top) = (
            f64::from(stand.site.x - self.layout.first * super::layout::PITCH),
            f64::from(stand.site.y + ARC_CENTRE + self.layout.middle() / self.layout.unit),
        );
        for ripple in [0.0_f32, 1.0, 2.0] {
            let way = (ripple + phase) / 3.0;
            // Nothing runs ahead of the first ripple after switching on.
            if ripple + phase > turns {
                break;
            }
            let (width, strength) = if partly {
                (3.0, 1.0 - 0.75 * phase)
            } else {
                let rest = 1.0 - way;
                (
                    5.4 - 3.0 * way,
                    (6.0 * way).min(1.0) * 0.5 * (rest + rest.sqrt()),
                )
            };
            self.ctx.set_global_alpha(f64::from(strength));
            self.ctx.set_line_width(f64::from(width));
            self.ctx.begin_path();
            let radius = f64::from(24.0 + 50.0 * way);
            let _ = self.ctx.arc(left, top, radius, 0.2 * PI, 0.8 * PI);
            self.ctx.stroke();
            if partly {
                break;
            }
        }
    }

    fn g_protein(&self, stand: &Stand) {
        let Stand {
            index, site, light, ..
        } = stand;
        let place = |x: f32, y: f32| {
            self.layout
                .device_from_plate(site.x + x, site.y + G_PROTEIN_PARKED + y)
        };
        let ctx = self.ctx;
        if self.cast.partly || light.parted <= 0.0 {
            let lift = if self.cast.partly {
                3.0 * light.parted
            } else {
                0.0
            };
            if let Some(whole) = &self.sheet.g_whole {
                let (x, y) = place(0.0, lift);
                whole.put(ctx, x, y);
            }
            return;
        }
        let side = if index.is_multiple_of(2) { 1.0 } else { -1.0 };
        let away = light.parted;
        if let Some(rest) = &self.sheet.g_rest {
            let (x, y) = place(-10.0 * side * away, 3.0 * away);
            rest.put(ctx, x, y);
        }
        // It goes dark as soon as the receptor stops, and only then comes back.
        let alpha = if light.since.is_some() {
            &self.sheet.g_alpha_lit
        } else {
            &self.sheet.g_alpha
        };
        if let Some(alpha) = alpha {
            let sway = if self.still {
                0.0
            } else {
                let index = u16::try_from(*index).unwrap_or_default();
                5.0 * sine(narrow(self.seconds % 4096.0) * 2.24 + 3.8 * f32::from(index))
            };
            let at = place(side * (8.0 + 20.0 * away) * away, (19.0 + sway) * away);
            alpha.put_turned(ctx, at, 0.35 * side * away, 1.0);
        }
    }

    /// Dots behind molecules that arrive or leave.
    fn trails(&self, unit: f64) {
        let ctx = self.ctx;
        let (left, top) = self.layout.device_from_plate(0.0, 0.0);
        let _ = ctx.set_transform(unit, 0.0, 0.0, unit, left, top);
        for (species, ink) in [
            (Species::Agonist, &self.inks.agonist_trail),
            (Species::Antagonist, &self.inks.naltrexone_trail),
        ] {
            ctx.set_fill_style_str(ink);
            for Seen { actor, .. } in self
                .troupe
                .seen
                .iter()
                .filter(|seen| seen.species == species)
            {
                let mut strength = 0.3;
                for &(x, y) in actor.trail() {
                    strength += 0.06;
                    let (dx, dy) = (x - actor.x, y - actor.y);
                    // Not under the molecule itself, nor inside a cup.
                    if dx * dx + dy * dy < 400.0 || y > -74.0 {
                        continue;
                    }
                    ctx.set_global_alpha(strength);
                    ctx.begin_path();
                    let _ = ctx.arc(f64::from(x), f64::from(y), 1.8, 0.0, 2.0 * PI);
                    ctx.fill();
                }
            }
        }
        ctx.set_global_alpha(1.0);
    }

    /// The ring round what was picked: light within dark, so that it shows on any ground.
    fn ring(&self, unit: f64) {
        let Some((x, y, across, down)) = self.picked.and_then(|picked| self.around(picked)) else {
            return;
        };
        let ctx = self.ctx;
        let (left, top) = self.layout.device_from_plate(0.0, 0.0);
        let _ = ctx.set_transform(unit, 0.0, 0.0, unit, left, top);
        ctx.begin_path();
        let _ = ctx.ellipse(f64::from(x), f64::from(y), across, down, 0.0, 0.0, 2.0 * PI);
        for (ink, width) in [(&self.inks.ring_rim, 6.0), (&self.inks.ring, 2.6)] {
            ctx.set_stroke_style_str(ink);
            ctx.set_line_width(width);
            ctx.stroke();
        }
    }

    fn around(&self, picked: Picked) -> Option<(f32, f32, f64, f64)> {
        match picked {
            Picked::Receptor(index) => {
                let site = self.layout.sites.get(index as usize)?;
                Some((site.x, site.y - 8.0, 43.0, 66.0))
            }
            Picked::Molecule(species, slot) => {
                let mut seen = self.troupe.seen.iter();
                let Seen { actor, .. } =
                    seen.find(|seen| seen.species == species && seen.slot == slot)?;
                Some((actor.x, actor.y, 23.0, 23.0))
            }
        }
    }
}

/// The kind of molecule that a species is shown as.
pub(super) fn kind(cast: Cast, species: Species) -> MoleculeKind {
    match species {
        Species::Agonist => cast.kind,
        Species::Antagonist => MoleculeKind::Naltrexone,
    }
}
