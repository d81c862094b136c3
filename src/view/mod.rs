//! What is shown: components that turn a lesson and its words into a page.

pub mod app;
mod article;
mod cited;
pub mod page;
mod prose;
pub mod reading;
mod shell;
