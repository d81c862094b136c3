//! A switch by which a test breaks the program on purpose; only in builds with the feature `fault`.

use std::cell::Cell;
use std::hint::black_box;

/// How the program is to break.
#[derive(Clone, Copy)]
enum Fault {
    /// By its own word.
    Panic,
    /// By asking for more memory than there is.
    Memory,
}

thread_local! {
    static ARMED: Cell<Option<Fault>> = const { Cell::new(None) };
}

/// Breaks the program at the next frame of a scene if a value names a fault; says whether it does.
pub fn arm(value: &str) -> bool {
    let fault = match value {
        "fault-panic" => Fault::Panic,
        "fault-memory" => Fault::Memory,
        _ => return false,
    };
    ARMED.set(Some(fault));
    true
}

/// Breaks the program now, if that was asked for.
///
/// # Panics
/// If that was asked for.
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn strike() {
    match ARMED.take() {
        None => {}
        Some(Fault::Panic) => panic!("broken on purpose"),
        Some(Fault::Memory) => {
            let mut kept = Vec::new();
            loop {
                kept.push(black_box(Vec::<u8>::with_capacity(1 << 28)));
            }
        }
    }
}
