//! What happens: plain Rust that knows no clock, no browser and no language.

pub mod lesson;
pub mod pharmacology;
pub mod random;
pub mod units;
pub mod world;
