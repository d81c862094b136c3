//! Naltrexone Explainer, as four layers in a straight line: `host` → `view` → `content` → `model`.

pub mod model;
