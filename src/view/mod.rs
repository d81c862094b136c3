//! What is shown: components that turn a lesson and its words into a page.

pub mod app;
mod article;
mod cited;
mod control;
mod glance;
mod icon;
pub mod page;
pub mod plate;
mod prose;
pub mod reading;
mod safe;
mod shell;
mod state;
