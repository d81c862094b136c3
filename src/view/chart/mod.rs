//! The charts of "How it blocks": the live one on a canvas, the others drawn when something changes.

mod course;
pub mod dose;
mod figures;
pub mod gauge;
mod inks;
mod layout;
pub mod live;
mod marks;
mod place;
mod plot;
mod scale;
mod schild;
mod warning;
