//! The injection through skin and fat into the muscle, and the beads that let go of it slowly.

use yew::{Html, html};

use super::drawing::{
    HEIGHT, Trail, WIDTH, Wave, any_turn, frame, kept, molecule, pack, shape, spread,
};
use crate::content::catalog::key;
use crate::content::text::Key;
use crate::view::plate::geometry::sine;
use crate::view::plate::uneven::Jitter;

/// Labels and where they stand.
pub(super) const PINS: [(&str, Key); 5] = [
    ("at-beads", key::UI_FORMS_PIN_BEADS),
    ("at-skin", key::UI_FORMS_PIN_SKIN),
    ("at-fat", key::UI_FORMS_PIN_FAT),
    ("at-muscle", key::UI_FORMS_PIN_MUSCLE),
    ("at-vessel", key::UI_FORMS_PIN_VESSEL),
];

const NAME: &str = "fm-injection-ntx";
/// Where the needle ends.
const TIP: (f32, f32) = (346.0, 214.0);
/// A quarter of a turn.
const QUARTER: f32 = std::f32::consts::FRAC_PI_2;

const fn wave(y: f32, swell: f32, pace: f32, phase: f32) -> Wave {
    Wave {
        y,
        swell,
        pace,
        phase,
    }
}

/// The drawing.
pub(super) fn drawing() -> Html {
    let mut jitter = Jitter::new(9);
    let mut fat = [Trail::default(), Trail::default()];
    let cells = pack(1400, 150, || {
        let radius = 9.0 + 9.0 * jitter.share();
        (
            jitter.share() * 612.0 - 10.0,
            112.0 + jitter.share() * 50.0,
            radius,
        )
    });
    for (at, (x, y, radius)) in cells.into_iter().enumerate() {
        if let Some(trail) = fat.get_mut(at % 2) {
            trail.circle(x, y, radius);
        }
    }
    let [pale, dark] = fat.map(Trail::finish);
    let beads = pack(3000, 58, || {
        let (radius, angle) = (6.5 + 6.0 * jitter.share(), jitter.share() * 4.0 * QUARTER);
        let out = jitter.share().sqrt();
        let x = TIP.0 - 8.0 + sine(angle + QUARTER) * out * 120.0;
        (x, TIP.1 + 10.0 + sine(angle) * out * 31.0, radius)
    });
    let free = spread(3000, 30, 19.0, || {
        let (angle, out) = (jitter.share() * 4.0 * QUARTER, 1.06 + 0.5 * jitter.share());
        let x = TIP.0 - 8.0 + sine(angle + QUARTER) * out * 134.0;
        let y = TIP.1 + 12.0 + sine(angle) * out * 38.0;
        (y < 249.0 && y > 172.0 && x < 572.0).then_some((x, y))
    });
    let mut round = Trail::default();
    for (x, y, radius) in &beads {
        round.circle(*x, *y, *radius);
    }
    let mut turn = Jitter::new(12);
    let inside: Html = beads
        .iter()
        .filter(|(_, _, radius)| *radius > 9.0)
        .flat_map(|(x, y, radius)| {
            [0_u8, 1, 2].map(|at| {
                let angle = f32::from(at) * 2.1 + x;
                let reach = radius * 0.45;
                let (dx, dy) = (sine(angle + QUARTER) * reach, sine(angle) * reach);
                molecule(NAME, x + dx, y + dy, i32::from(at) * 120, 17)
            })
        })
        .collect();
    let carried: Html = (0..16_u8)
        .map(|at| {
            let x = 20.0 + f32::from(at) * 37.0 + turn.share() * 12.0;
            let y = 273.0 - 5.0 * sine(x / 592.0 * 2.0 * QUARTER) + turn.around(3.0);
            molecule(NAME, x, y, 90, 36)
        })
        .collect();
    frame(html! {
        <>
            <defs>{ kept(NAME) }</defs>
            <rect class="fm-air" width={WIDTH.to_string()} height={HEIGHT.to_string()} />
            { shape("fm-epidermis", wave(52.0, 2.5, 0.012, 0.0).below()) }
            { shape("fm-dermis", wave(63.0, 3.0, 0.03, 1.0).below()) }
            { shape("fm-fat", wave(96.0, 4.0, 0.02, 2.0).below()) }
            { shape("fm-fat cell", pale) }
            { shape("fm-fat dark", dark) }
            { shape("fm-muscle", wave(158.0, 4.0, 0.011, 4.0).below()) }
            { fibres() }
            <path class="fm-wall" d="M-8 273C178 263 355 287 600 275" />
            <path class="fm-stream" d="M-8 273C178 263 355 287 600 275" />
            { carried }
            { needle() }
            { shape("fm-bead", round.finish()) }
            { inside }
            { for free.into_iter().map(|(x, y)| molecule(NAME, x, y, any_turn(&mut turn), 40)) }
            <path class="fm-lead" d="M440 66L434 196" />
            <path class="fm-lead-end" d="M434 196h0" />
        </>
    })
}

/// The fibres of the muscle, with their stripes.
fn fibres() -> Html {
    let mut lines = Vec::new();
    for row in 0..5_u8 {
        let fibre = wave(
            184.0 + f32::from(row) * 27.0,
            4.0,
            0.011,
            4.0 + f32::from(row) * 0.12,
        );
        let mut stripes = Trail::default();
        for at in 0..66_u8 {
            let x = 4.0 + f32::from(at) * 9.0;
            stripes
                .draw('M', &[x, fibre.at(x) - 20.0])
                .draw('l', &[2.0, 14.0]);
        }
        lines.push(shape("fm-stripes", stripes.finish()));
        lines.push(shape("fm-fibre", fibre.line().finish()));
    }
    lines.into_iter().collect()
}

/// The needle and the end of its syringe.
fn needle() -> Html {
    html! {
        <g transform="translate(346 214)rotate(-3.5)">
            <path class="fm-steel" d="M-4.5 0L4.5-12V-196H-4.5Z" />
            <path class="fm-gleam" d="M-1-10V-194" />
            <path class="fm-hub" d="M-11-190H11L8-168H-8Z" />
            <path class="fm-glass" d="M-24-270H24V-204L12-190H-12L-24-204Z" />
            <path class="fm-liquid" d="M-20-270H20V-206L11-194H-11L-20-206Z" />
        </g>
    }
}
