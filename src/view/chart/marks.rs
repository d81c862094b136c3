//! The marks and dashes by which lines are told apart without colour.

use js_sys::Array;
use web_sys::CanvasRenderingContext2d;

use super::inks::Inks;

/// A state of receptors that has a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Held by what switches on.
    On,
    /// Held by naltrexone.
    Blocked,
    /// Held by nobody.
    Empty,
}

impl State {
    /// Every state, in the order of every array here.
    pub(super) const ALL: [Self; 3] = [Self::On, Self::Blocked, Self::Empty];

    /// What belongs to the state, of three things in the order of [`State::ALL`].
    pub(super) fn of<T>(self, [on, blocked, empty]: [T; 3]) -> T {
        match self {
            Self::On => on,
            Self::Blocked => blocked,
            Self::Empty => empty,
        }
    }

    /// Its colour.
    pub(super) fn ink(self, inks: &Inks) -> &str {
        let [on, blocked, empty] = &inks.states;
        self.of([on, blocked, empty])
    }

    /// Its dashes, where colours cannot tell.
    pub(super) fn dash(self, to: &CanvasRenderingContext2d, forced: bool) {
        let lengths: &[f64] = match self {
            _ if !forced => &[],
            Self::On => &[],
            Self::Blocked => &[9.0, 3.0],
            Self::Empty => &[3.0, 3.0],
        };
        dash(to, lengths);
    }
}

/// Sets the dashes of lines; none makes them whole.
pub(super) fn dash(to: &CanvasRenderingContext2d, lengths: &[f64]) {
    let list = Array::new();
    for length in lengths {
        list.push(&(*length).into());
    }
    let _ = to.set_line_dash(&list);
}

/// The mark of a state: a disc, a square, and a ring.
pub(super) fn mark(
    to: &CanvasRenderingContext2d,
    state: State,
    (x, y): (f64, f64),
    ink: &str,
    paper: &str,
) {
    to.begin_path();
    match state {
        State::On | State::Empty => {
            let _ = to.arc(x, y, 4.0, 0.0, core::f64::consts::TAU);
        }
        State::Blocked => to.rect(x - 3.75, y - 3.75, 7.5, 7.5),
    }
    to.set_fill_style_str(if state == State::Empty { paper } else { ink });
    to.fill();
    to.set_stroke_style_str(if state == State::Empty { ink } else { paper });
    to.set_line_width(if state == State::Empty { 2.0 } else { 1.0 });
    to.stroke();
}

/// How wide a text is in the type now set.
pub(super) fn width(to: &CanvasRenderingContext2d, text: &str) -> f64 {
    to.measure_text(text).map_or(0.0, |metrics| metrics.width())
}
