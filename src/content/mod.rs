//! What we say: data files, checked once, and the words built from them. Knows no browser.

pub mod catalog;
pub mod describe;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
mod quiz;
pub mod search;
mod shift;
pub mod text;
mod tour;
