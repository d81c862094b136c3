//! What has been done so far: enough to resume it or share it as a link.

pub mod conditions;
pub mod link;
pub mod run;
pub mod scene;
