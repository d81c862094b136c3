//! The three molecules, and where they drift in the sea.

use yew::prelude::*;

use super::geometry::{
    BEADS, Depth, MOLECULE_OUTLINE, MoleculeKind, NALTREXONE, NALTREXONE_BAND, NALTREXONE_LINE,
    OPIOID, OPIOID_RING,
};
use super::pen::{Names, Pen, place, shape, stroke};
use super::uneven::Jitter;

/// A molecule adrift, in plate units and degrees.
#[derive(Clone, Copy)]
pub(super) struct Adrift {
    pub(super) kind: MoleculeKind,
    pub(super) depth: Depth,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) turn: f32,
}

/// Name under which a plate keeps the drawing of a molecule.
pub(super) fn molecule_name(kind: MoleculeKind) -> &'static str {
    match kind {
        MoleculeKind::Opioid => "opi",
        MoleculeKind::Naltrexone => "ntx",
        MoleculeKind::Endorphin => "end",
    }
}

/// A molecule in its own colours, unless the place that shows it sets `--f`, `--l` and `--i`
/// (fill, line and inner detail), as the classes of the depths do.
pub(super) fn molecule(kind: MoleculeKind) -> Html {
    match kind {
        MoleculeKind::Opioid => {
            const LINE: &str = "var(--l,var(--opi-line))";
            html! { <>
                { shape(OPIOID.into(), "var(--f,var(--opi))", Some((LINE, MOLECULE_OUTLINE))) }
                { shape(OPIOID_RING.into(), "var(--i,var(--opi-lite))", Some(("var(--i,var(--opi-line))", 1.3))) }
            </> }
        }
        MoleculeKind::Naltrexone => {
            const LINE: &str = "var(--l,var(--ntx-line))";
            html! { <>
                { shape(NALTREXONE.into(), "var(--f,var(--ntx))", Some((LINE, MOLECULE_OUTLINE))) }
                { shape(NALTREXONE_BAND.into(), "var(--i,var(--ntx-lite))", None) }
                { stroke(&NALTREXONE_LINE.into(), "var(--i,var(--ntx-line))", 1.2) }
            </> }
        }
        MoleculeKind::Endorphin => endorphin(),
    }
}

fn endorphin() -> Html {
    const FILL: &str = "var(--f,var(--end))";
    const LINE: &str = "var(--l,var(--end-line))";
    let (mut chain, mut beads, mut spots) = (Pen::default(), Pen::default(), Pen::default());
    for (index, (x, y, radius)) in BEADS.into_iter().enumerate() {
        chain.draw(if index == 0 { 'M' } else { 'L' }, &[x, y]);
        beads.circle(x, y, radius);
        spots.circle(x - 0.22 * radius, y - 0.25 * radius, 0.38 * radius);
    }
    let chain = chain.finish();
    html! { <>
        { stroke(&chain, LINE, 8.0) }
        { shape(beads.finish(), FILL, Some((LINE, MOLECULE_OUTLINE))) }
        { stroke(&chain, FILL, 3.0) }
        { shape(spots.finish(), "var(--i,var(--end-lite))", None) }
    </> }
}

/// The molecules of one depth, from a plate's store.
pub(super) fn drifting(molecules: &[Adrift], depth: Depth, names: Names) -> Html {
    molecules
        .iter()
        .filter(|molecule| molecule.depth == depth)
        .map(|molecule| {
            let scale = depth.scale();
            names.show(
                molecule_name(molecule.kind),
                place(molecule.x, molecule.y, molecule.turn, scale, scale),
                depth_class(molecule.kind, depth),
            )
        })
        .collect()
}

fn depth_class(kind: MoleculeKind, depth: Depth) -> Option<&'static str> {
    match (depth, kind) {
        (Depth::Near, _) => None,
        (Depth::Mid, MoleculeKind::Opioid) => Some("opi-mid"),
        (Depth::Mid, MoleculeKind::Naltrexone) => Some("ntx-mid"),
        (Depth::Mid, MoleculeKind::Endorphin) => Some("end-mid"),
        (Depth::Far, MoleculeKind::Opioid) => Some("opi-far"),
        (Depth::Far, MoleculeKind::Naltrexone) => Some("ntx-far"),
        (Depth::Far, MoleculeKind::Endorphin) => Some("end-far"),
    }
}

/// A crowd of one kind to be strewn over part of the sea.
pub(super) struct Crowd {
    pub(super) kind: MoleculeKind,
    pub(super) count: u16,
    pub(super) from: f32,
    pub(super) to: f32,
}

/// Strews crowds from `top` to the receptors so that no two molecules crowd each other, and only
/// far ones drift where words stand along the upper edge.
///
/// A place that is taken is given up rather than sought again, so that crowds stay loose.
pub(super) fn strew(crowds: &[Crowd], top: f32, seed: u32) -> Vec<Adrift> {
    const CLEAR: f32 = 50.0;
    let mut jitter = Jitter::new(seed);
    let mut strewn: Vec<Adrift> = Vec::new();
    for depth in [Depth::Near, Depth::Mid, Depth::Far] {
        let (top, floor, room) = match depth {
            Depth::Near => (top + CLEAR, -90.0, 36.0),
            Depth::Mid => (top + CLEAR, -76.0, 28.0),
            Depth::Far => (top, -70.0, 24.0),
        };
        for crowd in crowds {
            for _ in 0..crowd.count {
                let x = crowd.from + (crowd.to - crowd.from) * jitter.share();
                let y = top + (floor - top) * jitter.share();
                let turn = jitter.around(75.0);
                let free = strewn.iter().all(|other| {
                    let (dx, dy) = (other.x - x, other.y - y);
                    dx * dx + dy * dy > room * room
                });
                if free {
                    strewn.push(Adrift {
                        kind: crowd.kind,
                        depth,
                        x,
                        y,
                        turn,
                    });
                }
            }
        }
    }
    strewn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_along_the_upper_edge_meet_only_far_molecules() {
        let crowd = Crowd {
            kind: MoleculeKind::Opioid,
            count: 40,
            from: 0.0,
            to: 400.0,
        };
        let sea = strew(&[crowd], -170.0, 1);
        assert!(sea.len() > 20);
        for molecule in sea {
            assert!(molecule.depth == Depth::Far || molecule.y >= -120.0);
        }
    }
}
