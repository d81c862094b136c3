//! The tablet above the wall of the gut, and what comes off it on its way into the blood.

use yew::{Html, html};

use super::drawing::{HEIGHT, Trail, WIDTH, any_turn, frame, kept, molecule, shape, spread};
use crate::content::catalog::key;
use crate::content::text::Key;
use crate::view::plate::geometry::sine;
use crate::view::plate::uneven::Jitter;

/// Labels and where they stand.
pub(super) const PINS: [(&str, Key); 3] = [
    ("at-score", key::UI_FORMS_PIN_SCORE),
    ("at-gut", key::UI_FORMS_PIN_GUT),
    ("at-vessel", key::UI_FORMS_PIN_VESSEL),
];

const NAME: &str = "fm-tablet-ntx";
/// Fingers of the gut wall.
const FINGERS: u8 = 8;
/// The distance between two fingers.
const PITCH: f32 = 74.0;
/// Where the wall begins.
const BASE: f32 = 245.0;

/// The drawing.
pub(super) fn drawing() -> Html {
    let mut jitter = Jitter::new(4);
    let loose = spread(4000, 44, 27.0, || {
        let (x, y) = (14.0 + jitter.share() * 564.0, 14.0 + jitter.share() * 172.0);
        let (across, down) = ((x - 172.0) / 142.0, (y - 96.0) / 94.0);
        let (away, off) = (across * across + down * down, (x - 172.0).abs());
        let inside = y > 146.0 && ((x / PITCH).fract() - 0.5).abs() > 0.14;
        // Dense near the tablet, sparse far from it.
        let kept = jitter.share() < 1.1 - off / 560.0;
        (away > 1.0 && !inside && kept).then_some((x, y))
    });
    let mut turn = Jitter::new(11);
    let carried = (0..13_u8).map(|at| {
        let x = 26.0 + f32::from(at) * 45.5 + turn.share() * 10.0;
        molecule(NAME, x, 287.0 + turn.around(2.5), 90, 40)
    });
    let carried: Html = carried.collect();
    frame(html! {
        <>
            <defs>{ kept(NAME) }</defs>
            <rect class="fm-lumen" width={WIDTH.to_string()} height={HEIGHT.to_string()} />
            <path class="fm-villus" d="M0 245H592V297H0Z" />
            { for (0..=FINGERS).map(finger) }
            <path class="fm-blood" d="M-5 275H597V302H-5Z" />
            { carried }
            { for loose.into_iter().map(|(x, y)| molecule(NAME, x, y, any_turn(&mut turn), 50)) }
            { tablet() }
            <path class="fm-lead" d="M190 74L352 98M444 206L482 187" />
            <path class="fm-lead-end" d="M190 74h0M444 206h0" />
        </>
    })
}

/// A finger with its cells and the vessel inside.
fn finger(at: u8) -> Html {
    let (x, wide) = (f32::from(at) * PITCH, 29.0);
    let low = f32::from(at % 2) * 8.0;
    let top = BASE - 62.0 - 14.0 * sine(f32::from(at) * 1.9) - low;
    let arch = |half: f32, top: f32| {
        let mut trail = Trail::default();
        trail
            .draw('M', &[x - half, 303.0])
            .draw('V', &[top])
            .draw('A', &[half, half, 0.0, 0.0, 1.0, x + half, top])
            .draw('V', &[303.0]);
        trail.finish()
    };
    let mut cells = Trail::default();
    let mut y = top + 24.0;
    while y < BASE + 28.0 {
        cells.draw('M', &[x - wide, y]).draw('h', &[8.0]);
        cells.draw('M', &[x + wide, y]).draw('h', &[-8.0]);
        y += 11.0;
    }
    html! {
        <>
            { shape("fm-villus line", arch(wide, top + wide)) }
            { shape("fm-cells", cells.finish()) }
            { shape("fm-core", arch(wide - 9.0, top + wide)) }
            { shape("fm-blood thin", arch(6.0, top + wide + 4.0)) }
        </>
    }
}

/// The tablet, seen from above at a slant, with the line across it.
fn tablet() -> Html {
    html! {
        <g transform="translate(172 82)rotate(-3)">
            <path class="fm-edge" d="M-112 0V30A112 50 0 0 0 112 30V0A112 50 0 0 1-112 0Z" />
            <path class="fm-coat" d="M-112 0a112 50 0 1 0 224 0a112 50 0 1 0-224 0Z" />
            <path class="fm-shine" d="M-93-13A96 41 0 0 1-30-42" />
            <path class="fm-groove" d="M-38 47L38-47" />
            <path class="fm-score" d="M-38 47L38-47M-38 47V77" />
        </g>
    }
}
