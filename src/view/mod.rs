//! What is shown: components that turn a lesson and its words into a page.

pub mod app;
mod article;
mod blocks;
mod chart;
mod cited;
pub mod clock;
mod control;
#[cfg(feature = "fault")]
pub mod fault;
mod forms;
mod glance;
mod icon;
mod keyboard;
mod lookup;
pub mod outside;
pub mod page;
pub mod paper;
pub mod plate;
mod prose;
mod quiz;
pub mod reading;
mod safe;
pub mod shell;
pub mod stage;
mod state;
mod timeline;
mod tour;
