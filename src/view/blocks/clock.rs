//! Time as the browser gives it: one call a frame, none while the page is hidden.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MediaQueryList, Window};

/// Longest time that one frame stands for, in seconds: what was missed is not made up for.
const LONGEST: f64 = 0.1;

/// Calls back once a frame until it is dropped.
pub struct Clock {
    window: Window,
    handle: Rc<RefCell<Option<i32>>>,
    frame: Rc<RefCell<Option<Frame>>>,
}

type Frame = Closure<dyn FnMut(f64)>;

impl Clock {
    /// A clock that tells the seconds since the last frame, and whether stillness is wanted.
    pub fn start(mut tell: impl FnMut(f64, bool) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let stillness: Option<MediaQueryList> = window
            .match_media("(prefers-reduced-motion: reduce)")
            .ok()
            .flatten();
        let frame: Rc<RefCell<Option<Frame>>> = Rc::default();
        let handle: Rc<RefCell<Option<i32>>> = Rc::default();
        let clock = Self {
            window: window.clone(),
            handle: handle.clone(),
            frame: frame.clone(),
        };
        let weak = Rc::downgrade(&frame);
        let mut before: Option<f64> = None;
        let call = Closure::new(move |now: f64| {
            let since = before.map_or(0.0, |before| (now - before) / 1_000.0);
            before = Some(now);
            let still = stillness.as_ref().is_some_and(MediaQueryList::matches);
            tell(since.clamp(0.0, LONGEST), still);
            if let Some(frame) = weak.upgrade() {
                handle.replace(ask(&window, &frame));
            }
        });
        frame.replace(Some(call));
        clock.handle.replace(ask(&clock.window, &clock.frame));
        Some(clock)
    }
}

fn ask(window: &Window, frame: &RefCell<Option<Frame>>) -> Option<i32> {
    let frame = frame.borrow();
    let call = frame.as_ref()?.as_ref().unchecked_ref();
    window.request_animation_frame(call).ok()
}

impl Drop for Clock {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            // One that has run already cannot be called off.
            let _ = self.window.cancel_animation_frame(handle);
        }
        self.frame.take();
    }
}
