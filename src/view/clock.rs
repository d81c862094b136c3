//! Animation frames in, whole fixed steps out; silent when paused, hidden or off screen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, Window};

/// Milliseconds of one step: sixty make a second.
const STEP: f64 = 1000.0 / 60.0;
/// Most steps after one frame; a slower machine sees slower motion, never a jump.
const MOST_STEPS: u32 = 4;
/// A longer pause between frames, in milliseconds, was spent elsewhere and does not count.
const AWAY: f64 = 250.0;
/// Milliseconds from one still picture to the next, where motion is reduced.
const STILL_CADENCE: f64 = 1000.0;

/// What the browser calls at a frame, and when the element comes into view or leaves it.
type OnFrame = Closure<dyn FnMut(f64)>;
type OnSeen = Closure<dyn FnMut(js_sys::Array)>;

/// What one frame is to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Whole steps to live through before painting.
    pub steps: u32,
    /// Seconds played so far.
    pub seconds: f64,
}

/// Turns the times of frames into whole steps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// When the last frame was, in milliseconds.
    last: Option<f64>,
    /// Milliseconds not yet lived through.
    owed: f64,
    /// Milliseconds played.
    played: f64,
    /// Whether steps are collected into still pictures.
    still: bool,
}

impl Pace {
    /// What to do at a frame, or nothing if nothing would change.
    pub fn frame(&mut self, now: f64) -> Option<Frame> {
        let passed = now - self.last.replace(now).unwrap_or(now);
        let passed = if (0.0..AWAY).contains(&passed) {
            passed
        } else {
            0.0
        };
        self.owed += passed;
        let (least, most) = if self.still {
            (STILL_CADENCE, u32::MAX)
        } else {
            (0.0, MOST_STEPS)
        };
        if self.owed < least {
            return None;
        }
        let mut steps = 0;
        while self.owed >= STEP && steps < most {
            self.owed -= STEP;
            self.played += STEP;
            steps += 1;
        }
        self.owed = self.owed.min(STEP);
        Some(self.after(steps))
    }

    /// Steps taken by hand, and the time after them.
    pub fn step(&mut self, steps: u32) -> Frame {
        self.played += f64::from(steps) * STEP;
        self.after(steps)
    }

    fn after(&self, steps: u32) -> Frame {
        Frame {
            steps,
            // Between two steps the picture moves on, so that any frame rate looks smooth.
            seconds: (self.played + self.owed) / 1000.0,
        }
    }

    /// Begins again after a pause: the time between does not count.
    pub fn resume(&mut self) {
        self.last = None;
    }

    /// With `still`, steps are collected into one picture a second.
    pub fn set_still(&mut self, still: bool) {
        self.still = still;
        self.owed = 0.0;
    }
}

/// Calls back by the frame while it plays and its element can be seen; dropped, it stops.
pub struct Clock {
    inner: Rc<Inner>,
    /// Tells when the element comes into view; kept with its callback for as long as it watches.
    observer: Option<(IntersectionObserver, OnSeen)>,
}

struct Inner {
    window: Option<Window>,
    pace: Cell<Pace>,
    plays: Cell<bool>,
    on_screen: Cell<bool>,
    request: Cell<Option<i32>>,
    tick: RefCell<Option<OnFrame>>,
}

impl Inner {
    fn ask(&self) {
        if !self.plays.get() || !self.on_screen.get() || self.request.get().is_some() {
            return;
        }
        if let (Some(window), Some(tick)) = (&self.window, self.tick.borrow().as_ref()) {
            let asked = window.request_animation_frame(tick.as_ref().unchecked_ref());
            self.request.set(asked.ok());
        }
    }

    fn rest(&self) {
        if let (Some(window), Some(request)) = (&self.window, self.request.take()) {
            let _ = window.cancel_animation_frame(request);
        }
        let mut pace = self.pace.get();
        pace.resume();
        self.pace.set(pace);
    }
}

impl Clock {
    /// A clock at rest. `watched` is the element whose being in view lets it run.
    ///
    /// A hidden page gets no frames from the browser, so that nothing runs there either.
    pub fn new(watched: &Element, mut on_frame: impl FnMut(Frame) + 'static) -> Self {
        let inner = Rc::new(Inner {
            window: web_sys::window(),
            pace: Cell::default(),
            plays: Cell::new(false),
            on_screen: Cell::new(true),
            request: Cell::new(None),
            tick: RefCell::new(None),
        });
        let weak = Rc::downgrade(&inner);
        let tick = Closure::<dyn FnMut(f64)>::new(move |now| {
            let Some(inner) = weak.upgrade() else { return };
            inner.request.set(None);
            let mut pace = inner.pace.get();
            let frame = pace.frame(now);
            inner.pace.set(pace);
            // Asked for first, so that the callback may pause.
            inner.ask();
            if let Some(frame) = frame {
                #[cfg(feature = "fault")]
                super::fault::strike();
                on_frame(frame);
            }
        });
        inner.tick.replace(Some(tick));
        let weak = Rc::downgrade(&inner);
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let Some(inner) = weak.upgrade() else { return };
            if let Some(entry) = entries.iter().last() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                inner.on_screen.set(entry.is_intersecting());
                if entry.is_intersecting() {
                    inner.ask();
                } else {
                    inner.rest();
                }
            }
        });
        let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref())
            .ok()
            .map(|observer| {
                observer.observe(watched);
                (observer, seen)
            });
        Self { inner, observer }
    }

    /// Lets it run, or pauses it.
    pub fn play(&self, plays: bool) {
        self.inner.plays.set(plays);
        if plays {
            self.inner.ask();
        } else {
            self.inner.rest();
        }
    }

    /// Whether it runs as soon as it can be seen.
    pub fn plays(&self) -> bool {
        self.inner.plays.get()
    }

    /// Steps taken by hand while it pauses; the caller lives through them and paints.
    pub fn step(&self, steps: u32) -> Frame {
        let mut pace = self.inner.pace.get();
        let frame = pace.step(steps);
        self.inner.pace.set(pace);
        frame
    }

    /// Where motion is reduced, one still picture a second.
    pub fn set_still(&self, still: bool) {
        let mut pace = self.inner.pace.get();
        pace.set_still(still);
        self.inner.pace.set(pace);
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
        self.inner.plays.set(false);
        self.inner.rest();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(pace: &mut Pace, times: impl IntoIterator<Item = f64>) -> u32 {
        let frames = times.into_iter().filter_map(|now| pace.frame(now));
        frames.map(|frame| frame.steps).sum()
    }

    #[test]
    fn any_frame_rate_makes_sixty_steps_a_second() {
        for rate in [30.0, 60.0, 75.0, 120.0, 240.0] {
            let mut pace = Pace::default();
            let frames = (0..).map(|index| f64::from(index) * 1000.0 / rate);
            let lived = steps(&mut pace, frames.take_while(|now| *now <= 2000.0));
            assert!((118..=121).contains(&lived), "{rate}: {lived}");
        }
    }

    #[test]
    fn coming_back_never_jumps() {
        let mut pace = Pace::default();
        steps(&mut pace, [0.0, 17.0, 34.0]);
        assert_eq!(steps(&mut pace, [60_034.0]), 0);
        pace.resume();
        assert_eq!(steps(&mut pace, [90_000.0]), 0);
        assert_eq!(steps(&mut pace, [90_017.0]), 1);
    }

    #[test]
    fn a_slow_machine_sees_slow_motion() {
        let mut pace = Pace::default();
        let lived = steps(&mut pace, (0..11).map(|index| f64::from(index) * 200.0));
        assert_eq!(lived, 40);
    }

    #[test]
    fn time_on_screen_never_runs_back() {
        let mut pace = Pace::default();
        let mut last = 0.0;
        for index in 0..400 {
            let jitter = f64::from(index * 7919 % 13);
            if let Some(frame) = pace.frame(f64::from(index) * 16.0 + jitter) {
                assert!(frame.seconds >= last);
                last = frame.seconds;
            }
        }
    }

    #[test]
    fn steps_by_hand_count_as_time_played() {
        let mut pace = Pace::default();
        steps(&mut pace, [0.0, 17.0]);
        let by_hand = pace.step(30);
        assert!((by_hand.seconds - 0.517).abs() < 1e-9);
        pace.resume();
        let next = pace.frame(5000.0).unwrap();
        assert!(next.seconds >= by_hand.seconds);
    }

    #[test]
    fn reduced_motion_shows_one_picture_a_second() {
        let mut pace = Pace::default();
        pace.set_still(true);
        let frames: Vec<_> = (0..310)
            .filter_map(|index| pace.frame(f64::from(index) * 10.0))
            .collect();
        assert_eq!(frames.len(), 3);
        assert!(frames.iter().all(|frame| (59..=61).contains(&frame.steps)));
    }
}
