//! The charts of "How it blocks" and "How long it lasts", painted on canvases.
