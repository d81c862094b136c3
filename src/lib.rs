//! Naltrexone Explainer, as four layers in a straight line: `host` → `view` → `content` → `model`.

pub mod content;
pub mod host;
pub mod model;
pub mod view;
