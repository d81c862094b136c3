//! What is shown: components that turn a lesson and its words into a page.

pub mod app;
mod article;
mod blocks;
mod chart;
mod cited;
mod control;
mod forms;
mod glance;
mod icon;
mod keyboard;
mod lookup;
pub mod outside;
pub mod page;
pub mod plate;
mod prose;
pub mod reading;
mod safe;
pub mod shell;
mod stage;
mod state;
mod timeline;
