//! The one place of the world: written by the frame, read by the view.

use std::cell::RefCell;

use super::figures::{Figures, Time};
use super::live::{Live, Told};
use crate::model::lesson::receptor_scene::{Phase, ReceptorScene};

/// What the frame callback and the panel both know: the world has no other owner.
pub struct Shared {
    /// The run that is shown.
    pub live: RefCell<Option<Live>>,
    /// What stands in the part.
    pub scene: RefCell<ReceptorScene>,
    /// What is painted.
    pub figures: RefCell<Option<Figures>>,
}

impl Shared {
    /// Lives through a frame and paints it.
    pub fn frame(&self, steps: u32, time: &mut Time) -> Told {
        // Whoever still reads the world will see the next frame.
        let (Ok(mut live), Ok(mut figures)) =
            (self.live.try_borrow_mut(), self.figures.try_borrow_mut())
        else {
            return Told::Nothing;
        };
        let Some(live) = live.as_mut() else {
            return Told::Nothing;
        };
        let scene = self.scene.borrow();
        let told = live.frame(&scene, steps, time.passed, time.still);
        if !scene.paused {
            time.played += time.passed;
        }
        if let Some(figures) = figures.as_mut() {
            // While the question is open, light goes on and molecules wait.
            let moves = live.moved || !scene.paused && !time.still;
            let ahead = scene.phase != Phase::Asking;
            figures.paint(&live.play, *time, moves, ahead);
        }
        told
    }
}
