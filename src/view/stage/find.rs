//! What lies under a finger, and where words belong.

use super::frame::kind;
use super::layout::Layout;
use super::state::Cast;
use super::troupe::Troupe;
use crate::model::world::World;
use crate::model::world::receptor::Species;
use crate::view::plate::geometry::{MoleculeKind, ReceptorState};

/// Something that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A receptor by its place in the row, from zero.
    Receptor(u32),
    /// A molecule by its kind and its number.
    Molecule(Species, u32),
}

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The state of the receptor above the label.
    State(ReceptorState),
    /// The molecule below the label.
    Molecule(MoleculeKind),
}

/// Where a label stands: the middle of its line, in CSS pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub named: Named,
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Half of the smallest target for a finger, in CSS pixels.
const FINGER: f32 = 22.0;
/// CSS pixels that the middles of two state names keep from each other.
const NAME_ROOM: f32 = 92.0;

/// What a finger at a place (CSS pixels) means.
pub(super) fn pick(layout: &Layout, troupe: &Troupe, (x, y): (f32, f32)) -> Option<Picked> {
    let reach = FINGER.max(18.0 * layout.unit);
    let mut best: Option<(f32, Picked)> = None;
    for seen in &troupe.seen {
        if seen.actor.sits() {
            continue;
        }
        let (at_x, at_y) = layout.stage_from_plate(seen.actor.x, seen.actor.y);
        let (dx, dy) = (at_x - x, at_y - y);
        // What is nearer to the eye is meant rather than what lies behind.
        let behind = match seen.actor.depth {
            2 => 1.0,
            1 => 2.5,
            _ => 5.0,
        };
        let distance = (dx * dx + dy * dy) * behind;
        if distance < reach * reach && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, Picked::Molecule(seen.species, seen.slot)));
        }
    }
    // Inside a receptor the receptor is meant, unless a molecule lies exactly there.
    let receptor = layout.in_view().find_map(|(index, site)| {
        let (at_x, at_y) = layout.stage_from_plate(site.x, site.y);
        let (dx, dy) = ((x - at_x).abs(), (y - at_y) / layout.unit);
        let aside = FINGER.max(36.0 * layout.unit);
        let index = u32::try_from(index).ok()?;
        (dx < aside && dy > -68.0 && dy < 84.0).then_some(Picked::Receptor(index))
    });
    match (best, receptor) {
        (Some((distance, molecule)), Some(_)) if distance < 100.0 => Some(molecule),
        (_, Some(receptor)) => Some(receptor),
        (best, None) => best.map(|(_, picked)| picked),
    }
}

/// Where names stand, and which receptors and molecules they name, so that they do not hop about.
#[derive(Debug, Default)]
pub(super) struct Signposts {
    states: [Option<usize>; 4],
    molecules: [Option<u32>; 2],
}

impl Signposts {
    /// The names as they should stand now: one for each state and each kind in view.
    pub(super) fn labels(
        &mut self,
        layout: &Layout,
        troupe: &Troupe,
        cast: Cast,
        world: &World,
    ) -> Vec<Label> {
        let mut labels = Vec::with_capacity(6);
        // In the narrowest column the names are short.
        let (margin, room) = if layout.width < 340.0 {
            (24.0, 56.0)
        } else {
            (44.0, NAME_ROOM * layout.unit.max(0.8))
        };
        let stands: Vec<(usize, ReceptorState, f32)> = layout
            .in_view()
            .filter_map(|(index, site)| {
                let state = cast.state(world.receptors().get(index)?.holder);
                let (x, _) = layout.stage_from_plate(site.x, 0.0);
                (x > margin && x < layout.width - margin).then_some((index, state, x))
            })
            .collect();
        let y = (layout.middle() + 93.0 * layout.unit + 11.0).min(layout.height - 12.0);
        for (kept, state) in self.states.iter_mut().zip(super::sheet::STATES) {
            let free = |x: f32| {
                let mut others = labels.iter();
                others.all(|label: &Label| (label.x - x).abs() > room)
            };
            let fits = |&&(_, shown, x): &&(usize, ReceptorState, f32)| shown == state && free(x);
            let same = stands
                .iter()
                .filter(|stand| Some(stand.0) == *kept)
                .find(fits);
            let chosen = same.or_else(|| stands.iter().find(fits));
            *kept = chosen.map(|stand| stand.0);
            if let Some(&(_, _, x)) = chosen {
                let named = Named::State(state);
                labels.push(Label { named, x, y });
            }
        }
        for (kept, species) in self.molecules.iter_mut().zip(Species::BOTH) {
            let fits = |seen: &&super::troupe::Seen| {
                let (x, y) = layout.stage_from_plate(seen.actor.x, seen.actor.y);
                seen.species == species
                    && seen.actor.depth == 2
                    && seen.actor.drifts()
                    && x > 50.0
                    && x < layout.width - 50.0
                    && y > 40.0
                    // The name of the place stands there.
                    && (layout.width < 720.0 || x < layout.width - 230.0 || y > 90.0)
            };
            let mut seen = troupe.seen.iter();
            let same = seen.find(|seen| Some(seen.slot) == *kept && fits(seen));
            let chosen = same.or_else(|| troupe.seen.iter().find(fits));
            *kept = chosen.map(|seen| seen.slot);
            if let Some(seen) = chosen {
                let (x, y) = layout.stage_from_plate(seen.actor.x, seen.actor.y - 27.0);
                let named = Named::Molecule(kind(cast, species));
                labels.push(Label { named, x, y });
            }
        }
        labels
    }
}
