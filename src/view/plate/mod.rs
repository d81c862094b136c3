//! The still plates: receptors in their membrane, drawn as SVG without words, effects or chance.
//!
//! A plate is put into an element of class `plate`, which clips it and gives it its size. Its view
//! box is what must stay visible at any shape of that element; the drawing goes on beyond it, so
//! that it fills the rest. Words are laid over it by the caller, inside an element of class
//! `plate-words`, which covers exactly the view box; `styles/plate.css` has places for them.

pub mod geometry;
mod membrane;
mod molecule;
mod pen;
mod receptor;
mod scene;
pub mod sign;
pub mod uneven;

use yew::prelude::*;

use self::geometry::ReceptorState::{Blocked, Empty, SwitchedOn};
use self::geometry::{Depth, MoleculeKind, ReceptorState};
use self::membrane::Stretch;
use self::molecule::{Adrift, Crowd, strew};
use self::pen::Names;
use self::scene::Plate;
pub use self::sign::{card_sign, molecule_sign, state_sign};

/// One switched-on receptor beside two blocked ones: the explainer in one picture.
pub fn hero() -> Html {
    use MoleculeKind::{Endorphin, Naltrexone, Opioid};
    const SEA: [(MoleculeKind, Depth, f32, f32, f32); 23] = [
        (Endorphin, Depth::Near, 30.0, -92.0, 40.0),
        (Opioid, Depth::Near, 109.0, -84.0, 25.0),
        (Naltrexone, Depth::Near, 214.0, -85.0, -28.0),
        (Opioid, Depth::Near, 264.0, -89.0, -52.0),
        (Naltrexone, Depth::Near, 88.0, -124.0, -20.0),
        (Opioid, Depth::Near, 184.0, -122.0, 58.0),
        (Naltrexone, Depth::Mid, 66.0, -95.0, 126.0),
        (Naltrexone, Depth::Mid, 307.0, -80.0, 52.0),
        (Opioid, Depth::Mid, 160.0, -86.0, 149.0),
        (Naltrexone, Depth::Mid, 240.0, -126.0, 70.0),
        (Opioid, Depth::Mid, 14.0, -128.0, 20.0),
        (Naltrexone, Depth::Far, 130.0, -101.0, 63.0),
        (Naltrexone, Depth::Far, 233.0, -101.0, -63.0),
        (Endorphin, Depth::Far, 290.0, -124.0, 115.0),
        (Naltrexone, Depth::Far, 2.0, -72.0, 200.0),
        (Naltrexone, Depth::Far, 136.0, -134.0, 17.0),
        (Opioid, Depth::Near, 36.0, -166.0, -24.0),
        (Naltrexone, Depth::Near, 268.0, -160.0, 30.0),
        (Naltrexone, Depth::Mid, 140.0, -172.0, 160.0),
        (Opioid, Depth::Far, 96.0, -160.0, 40.0),
        (Naltrexone, Depth::Far, 212.0, -188.0, -70.0),
        (Naltrexone, Depth::Mid, -40.0, -100.0, 20.0),
        (Naltrexone, Depth::Mid, 372.0, -104.0, -40.0),
    ];
    let sea = SEA.map(|(kind, depth, x, y, turn)| Adrift {
        kind,
        depth,
        x,
        y,
        turn,
    });
    Plate {
        names: Names("hero-"),
        view: "0 -106 316 242",
        pitch: 105.0,
        first: -157.5 + 10.5,
        states: &[
            Blocked, Blocked, SwitchedOn, Blocked, Blocked, Blocked, Blocked,
        ],
        sea: &sea,
        seed: 21,
        stretch: Stretch {
            from: -240.0,
            to: 560.0,
            swell: 5.0,
            depth: 137.0,
        },
    }
    .draw()
}

/// Left, naltrexone at work; right, worn off; the same opioid throughout.
pub fn worn_off() -> Html {
    const STATES: [ReceptorState; 24] = [
        Blocked, Blocked, Blocked, Blocked, Blocked, Blocked, Blocked, Blocked, Blocked, Blocked,
        Blocked, Empty, Blocked, SwitchedOn, SwitchedOn, Blocked, SwitchedOn, SwitchedOn, Empty,
        SwitchedOn, SwitchedOn, SwitchedOn, Empty, SwitchedOn,
    ];
    let crowd = |kind, count, from, to| Crowd {
        kind,
        count,
        from,
        to,
    };
    let sea = strew(
        &[
            crowd(MoleculeKind::Opioid, 3, 740.0, 870.0),
            crowd(MoleculeKind::Opioid, 24, -310.0, 1590.0),
            crowd(MoleculeKind::Naltrexone, 40, -310.0, 720.0),
            crowd(MoleculeKind::Naltrexone, 3, 720.0, 1000.0),
        ],
        -178.0,
        9,
    );
    Plate {
        names: Names("worn-"),
        view: "440 -172 400 292",
        pitch: 80.0,
        first: -280.0,
        states: &STATES,
        sea: &sea,
        seed: 15,
        stretch: Stretch {
            from: -320.0,
            to: 1600.0,
            swell: 7.0,
            depth: 121.0,
        },
    }
    .draw()
}

/// Empty receptors in a quiet sea: the picture before anything happens.
pub fn resting() -> Html {
    Plate {
        names: Names("rest-"),
        view: "440 -207 400 322",
        pitch: 80.0,
        first: -280.0,
        states: &[Empty; 24],
        sea: &[],
        seed: 12,
        stretch: Stretch {
            from: -320.0,
            to: 1600.0,
            swell: 7.0,
            depth: 116.0,
        },
    }
    .draw()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(PartialEq, Properties)]
    struct DrawnProps {
        drawing: Html,
    }

    #[component]
    fn Drawn(props: &DrawnProps) -> Html {
        props.drawing.clone()
    }

    async fn written(by: fn() -> Html) -> String {
        yew::ServerRenderer::<Drawn>::with_props(move || DrawnProps { drawing: by() })
            .hydratable(false)
            .render()
            .await
    }

    async fn all() -> [String; 3] {
        [
            written(hero).await,
            written(worn_off).await,
            written(resting).await,
        ]
    }

    #[tokio::test]
    async fn every_plate_is_clean_markup_without_words_or_inline_styles() {
        for plate in all().await {
            for unwanted in ["NaN", "inf", "style=", "<text"] {
                assert!(!plate.contains(unwanted), "{unwanted}");
            }
            assert!(plate.contains("aria-hidden=\"true\""));
        }
    }

    #[tokio::test]
    async fn all_that_is_shown_was_kept_under_the_same_name() {
        for plate in all().await {
            for shown in plate
                .split("href=\"#")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(plate.contains(&format!("id=\"{shown}\"")), "{shown}");
            }
        }
    }

    #[tokio::test]
    async fn light_comes_only_from_receptors_that_are_switched_on() {
        let count = |plate: &str, name: &str| plate.matches(&format!("href=\"#{name}\"")).count();
        let lit = written(hero).await;
        assert_eq!(
            (count(&lit, "hero-on"), count(&lit, "hero-blocked")),
            (1, 6)
        );
        assert_eq!((count(&lit, "hero-arcs"), count(&lit, "hero-gone")), (1, 1));
        let rest = written(resting).await;
        assert_eq!(
            (count(&rest, "rest-empty"), count(&rest, "rest-parked")),
            (24, 24)
        );
        assert_eq!(count(&rest, "rest-arcs"), 0);
    }
}
