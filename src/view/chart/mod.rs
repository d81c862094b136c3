//! The charts of "How it blocks": the live one on a canvas, the others drawn when something changes.

mod course;
mod inks;
mod layout;
pub mod live;
mod marks;
mod place;
mod scale;
