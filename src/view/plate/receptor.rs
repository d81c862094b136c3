//! A receptor in each of its states, and the G protein below it.

use yew::prelude::*;

use super::geometry::{
    ALPHA, ARC_CENTRE, ARC_END, BACK_WALL, BACK_WIDTH, BETA, FRONT_WIDTH, G_PROTEIN_PARKED, GAMMA,
    HELIX_OUTLINE, Helix, LID_STRETCH, MoleculeKind, PlatePoint, ReceptorState, STILL_ARCS,
    helices, loops, mouth,
};
use super::molecule::molecule_name;
use super::pen::{Names, Pen, decimal, outlined, place, shape, stroke};

/// The colours of one state of a helix.
struct Skin {
    fill: &'static str,
    back: &'static str,
    line: &'static str,
    turn: &'static str,
}

const EMPTY: Skin = Skin {
    fill: "var(--rec)",
    back: "var(--rec-back)",
    line: "var(--rec-line)",
    turn: "var(--rec-turn)",
};
const LIT: Skin = Skin {
    fill: "var(--lit)",
    back: "var(--lit-back)",
    line: "var(--lit-line)",
    turn: "var(--lit-turn)",
};
const MUTE: Skin = Skin {
    fill: "var(--mute)",
    back: "var(--mute-back)",
    line: "var(--mute-line)",
    turn: "var(--mute-turn)",
};

impl Skin {
    /// Skin of the body and of the inner pair.
    fn of(state: ReceptorState) -> (&'static Self, &'static Self) {
        match state {
            ReceptorState::Empty => (&EMPTY, &EMPTY),
            ReceptorState::Blocked => (&MUTE, &MUTE),
            ReceptorState::PartlyOn => (&EMPTY, &LIT),
            ReceptorState::SwitchedOn => (&LIT, &LIT),
        }
    }
}

/// Name under which a plate keeps the drawing of a state.
pub(super) fn receptor_name(state: ReceptorState) -> &'static str {
    match state {
        ReceptorState::Empty => "empty",
        ReceptorState::Blocked => "blocked",
        ReceptorState::PartlyOn => "partly",
        ReceptorState::SwitchedOn => "on",
    }
}

/// A receptor with what its cup holds; the molecule is shown from the plate's store.
pub(super) fn receptor(state: ReceptorState, names: Names) -> Html {
    let (body, core) = Skin::of(state);
    let all = helices(state.opening());
    let mut strands = Pen::default();
    for [start, control, end] in loops(&all) {
        strands.draw('M', &[start.0, start.1]);
        strands.draw('Q', &[control.0, control.1, end.0, end.1]);
    }
    let held = state.holds().map(|kind| {
        let (across, down) = if kind == MoleculeKind::Naltrexone {
            LID_STRETCH
        } else {
            (1.0, 1.0)
        };
        names.show(
            molecule_name(kind),
            place(0.0, -kind.seat_height(), 0.0, across, down),
            None,
        )
    });
    let (under, over) = if state == ReceptorState::Blocked {
        (None, held)
    } else {
        (held, None)
    };
    html! { <>
        { outlined(&strands.finish(), body.turn, body.line, 3.4, 1.3) }
        { filled(&BACK_WALL, body.back) }
        { outlined(&axes(&all.back), body.back, body.line, BACK_WIDTH, HELIX_OUTLINE) }
        { open_mouth(state) }
        { under }
        { for all.inner.map(|helix| front(&[helix], core)) }
        { front(&all.outer, body) }
        { over }
    </> }
}

fn axes(helices: &[Helix]) -> AttrValue {
    let mut pen = Pen::default();
    for Helix { top, foot } in helices {
        pen.draw('M', &[top.0, top.1]);
        pen.draw('L', &[foot.0, foot.1]);
    }
    pen.finish()
}

/// Front helices with their slanted turns.
///
/// A turn is a dash of the axis. Seen through a skew, dashes of an upright line keep their
/// sides and slant their ends, so that no clipping is needed.
fn front(helices: &[Helix], skin: &Skin) -> Html {
    const SLANT: &str = "skewY(-19)";
    const UNSLANTED: f32 = 0.344;
    let unslanted: Vec<_> = helices
        .iter()
        .map(|helix| {
            let [top, foot] = [helix.top, helix.foot].map(|(x, y)| (x, y + UNSLANTED * x));
            Helix { top, foot }
        })
        .collect();
    html! { <>
        { outlined(&axes(helices), skin.fill, skin.line, FRONT_WIDTH, HELIX_OUTLINE) }
        <path d={axes(&unslanted)} transform={SLANT} stroke={skin.turn} stroke-linecap="butt"
            stroke-width={decimal(FRONT_WIDTH - HELIX_OUTLINE)}
            stroke-dasharray="2.8 5.7" stroke-dashoffset=".9" />
    </> }
}

fn open_mouth(state: ReceptorState) -> Option<Html> {
    let light = match state {
        ReceptorState::Empty | ReceptorState::Blocked => return None,
        ReceptorState::PartlyOn => "var(--signal)",
        ReceptorState::SwitchedOn => "var(--signal-hot)",
    };
    Some(filled(&mouth(&helices(state.opening())), light))
}

fn filled(corners: &[PlatePoint], fill: &'static str) -> Html {
    let mut pen = Pen::default();
    for (index, &(x, y)) in corners.iter().enumerate() {
        pen.draw(if index == 0 { 'M' } else { 'L' }, &[x, y]);
    }
    shape(pen.finish(), fill, None)
}

const G_LINE: Option<(&str, f32)> = Some(("var(--gprot-line)", 1.7));

/// The G protein: whole and parked, or with its alpha part gone aside and lit.
pub(super) fn g_protein(lit: bool) -> Html {
    let rest = html! { <>
        { shape(GAMMA.into(), "var(--gprot-2)", G_LINE) }
        { shape(BETA.into(), "var(--gprot-2)", G_LINE) }
    </> };
    if !lit {
        return html! { <g transform={place(0.0, G_PROTEIN_PARKED, 0.0, 1.0, 1.0)}>
            { rest }
            { shape(ALPHA.into(), "var(--gprot)", G_LINE) }
        </g> };
    }
    html! { <>
        <g transform={place(-10.0, G_PROTEIN_PARKED + 3.0, 0.0, 1.0, 1.0)}>{ rest }</g>
        <g transform={place(28.0, G_PROTEIN_PARKED + 19.0, 20.0, 1.0, 1.0)}>
            { shape(ALPHA.into(), LIT.fill, Some((LIT.line, 1.7))) }
            <g transform="translate(-6 1)scale(.5 .42)">
                { shape(ALPHA.into(), "var(--signal-hot)", None) }
            </g>
        </g>
    </> }
}

/// The arcs of signal below a receptor that is switched on.
pub(super) fn arcs() -> Html {
    STILL_ARCS
        .iter()
        .map(|&(radius, width, opacity)| {
            let (across, down) = (radius * ARC_END.0, radius * ARC_END.1);
            let mut arc = Pen::default();
            arc.draw('M', &[across, ARC_CENTRE + down]);
            arc.draw('A', &[radius, radius, 0.0, 0.0, 1.0, -across, ARC_CENTRE + down]);
            html! { <g opacity={decimal(opacity)}>{ stroke(&arc.finish(), "var(--signal)", width) }</g> }
        })
        .collect()
}
