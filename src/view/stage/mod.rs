//! The moving picture of "How it blocks": one canvas, painted by the frame from the world.
