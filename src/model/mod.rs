//! What happens: plain Rust that knows no clock, no browser and no language.

pub mod lesson;
