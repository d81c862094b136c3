//! The published site in a real browser: does it do there what it promises?
//!
//! Needs `cargo xtask dist` to have run; `cargo xtask test` sees to that and to everything else.

#![cfg(test)]

mod accents;
mod accessibility;
mod appearance;
mod axe;
mod bench;
mod card;
mod chrome;
mod contract;
mod courses;
mod crash;
mod driver;
mod element;
mod engine;
mod engines;
mod fault;
mod forms;
mod frame;
mod hostile;
mod instances;
mod keyboard;
mod layout;
mod leaks;
mod life;
mod loading;
mod lookup;
mod lookup_heard;
mod lookup_layout;
mod lookup_pictures;
mod offline;
mod owners;
mod paper;
mod placing;
mod policy;
mod privacy;
mod quiz;
mod reading;
mod refused;
mod scene;
mod scene_eyes;
mod scene_touch;
mod screenshots;
mod server;
mod servers;
mod session;
mod single_file;
mod site;
mod timeline;
mod timeline_drag;
mod tour;
