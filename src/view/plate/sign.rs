//! Small signs for legends, tables and the wallet card.

use yew::prelude::*;

use super::geometry::{MoleculeKind, ReceptorState};
use super::molecule::molecule;
use super::pen::{frame, shape};

/// A receptor as a sign: a cup, what is in it, and arcs below when the cell hears it.
pub fn state_sign(state: ReceptorState) -> Html {
    frame("state-sign", "-12.5 -20 25 42", sign(state))
}

/// The sign of a blocked receptor, on the light ground of the wallet card.
pub fn card_sign() -> Html {
    frame("card-sign", "-16 -24 32 38", sign(ReceptorState::Blocked))
}

/// A molecule as a sign.
pub fn molecule_sign(kind: MoleculeKind) -> Html {
    let view = match kind {
        MoleculeKind::Endorphin => "-13 -21 42 42",
        MoleculeKind::Opioid | MoleculeKind::Naltrexone => "-21 -21 42 42",
    };
    frame("molecule-sign", view, molecule(kind))
}

/// The cup, 20 wide and 30 high, its mouth up.
pub const CUP: &str = "M-8-15H-3.4V-4A3.4 3.4 0 0 0 3.4-4V-15H8L6.4 9H-6.4Z";
/// The part of a cup that is lit when it is partly on.
pub const CORE: &str = "M-5.9 1.5H5.9L5.5 8.2H-5.5Z";
/// Naltrexone over a cup.
pub const LID: &str = "M-6.3-19H6.3A3.2 3.2 0 0 1 6.3-12.6H-6.3A3.2 3.2 0 0 1-6.3-19ZM-2.8-12.6H2.8V-7A2.8 2.8 0 0 1-2.8-7Z";
/// An opioid in a cup.
pub const POINT: &str = "M-4.6-18.5H4.6L0-4Z";
/// The nearest arc of signal.
pub const ARC: &str = "M6.5 11A9.6 9.6 0 0 1-6.5 11";
/// The arcs beyond it.
pub const MORE_ARCS: &str = "M8.9 13.5A13 13 0 0 1-8.9 13.5M11.2 16A16.4 16.4 0 0 1-11.2 16";

fn sign(state: ReceptorState) -> Html {
    let (fill, line) = match state {
        ReceptorState::Empty | ReceptorState::PartlyOn => ("var(--rec)", "var(--rec-line)"),
        ReceptorState::Blocked => ("var(--mute)", "var(--mute-line)"),
        ReceptorState::SwitchedOn => ("var(--lit)", "var(--lit-line)"),
    };
    html! { <>
        { shape(CUP.into(), fill, Some((line, 1.4))) }
        if state == ReceptorState::PartlyOn {
            { shape(CORE.into(), "var(--lit)", None) }
        }
        if state == ReceptorState::Blocked {
            { shape(LID.into(), "var(--ntx)", Some(("var(--ntx-line)", 1.4))) }
        }
        if state.opening() > 0.0 {
            { shape(POINT.into(), "var(--opi)", Some(("var(--opi-line)", 1.4))) }
            { shape(ARC.into(), "none", Some(("var(--c-on)", 2.0))) }
        }
        if state == ReceptorState::SwitchedOn {
            { shape(MORE_ARCS.into(), "none", Some(("var(--c-on)", 2.0))) }
        }
    </> }
}
