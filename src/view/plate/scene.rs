//! A whole plate, put together from back to front.

use yew::prelude::*;

use super::geometry::ReceptorState::{Blocked, Empty, SwitchedOn};
use super::geometry::{Depth, GLOW, MoleculeKind, ReceptorState, mid_line, slope};
use super::membrane::{self, Stretch};
use super::molecule::{Adrift, drifting, molecule, molecule_name};
use super::pen::{Names, decimal, frame, place, together};
use super::receptor::{arcs, g_protein, receptor, receptor_name};
use super::uneven::Jitter;

/// What one plate shows.
pub(super) struct Plate<'a> {
    pub(super) names: Names,
    /// The part that must stay visible.
    pub(super) view: &'static str,
    /// Distance between receptors, and where the first stands.
    pub(super) pitch: f32,
    pub(super) first: f32,
    pub(super) states: &'a [ReceptorState],
    pub(super) sea: &'a [Adrift],
    pub(super) seed: u32,
    pub(super) stretch: Stretch,
}

/// A receptor in its place.
struct Site {
    state: ReceptorState,
    x: f32,
    y: f32,
    tilt: f32,
}

impl Plate<'_> {
    /// Draws it, back to front.
    pub(super) fn draw(&self) -> Html {
        let Self {
            names,
            stretch,
            seed,
            ..
        } = *self;
        let sites = self.sites();
        let lit: Vec<_> = sites
            .iter()
            .filter(|site| site.state.opening() > 0.0)
            .collect();
        let mut layers = vec![
            html! { <defs>{ self.store() }</defs> },
            stretch.sea(),
            membrane::sea_crowd(stretch, seed),
            membrane::far_heads(names),
            stretch.cell(),
            membrane::threads(stretch, seed),
            membrane::cell_crowd(stretch, seed),
            drifting(self.sea, Depth::Far, names),
            drifting(self.sea, Depth::Mid, names),
            glow(&lit, names),
            membrane::core(names),
            self.lipids(&sites),
        ];
        for site in lit {
            layers.push(names.show("arcs", place(site.x, site.y, 0.0, 1.0, 1.0), None));
        }
        for (index, site) in sites.iter().enumerate() {
            let lit = site.state == SwitchedOn;
            let across = if lit && index % 2 == 1 { -1.0 } else { 1.0 };
            let name = if lit { "gone" } else { "parked" };
            layers.push(names.show(name, place(site.x, site.y, 0.0, across, 1.0), None));
        }
        for site in &sites {
            let at = place(site.x, site.y, site.tilt, 1.0, 1.0);
            layers.push(names.show(receptor_name(site.state), at, None));
        }
        layers.push(drifting(self.sea, Depth::Near, names));
        frame("plate-drawing", self.view, together(layers))
    }

    /// Everything that is drawn more than once.
    fn store(&self) -> Html {
        use MoleculeKind::{Endorphin, Naltrexone, Opioid};
        let names = self.names;
        let mut kept = vec![
            html! {
                <radialGradient id={names.join("", "light", "")}>
                    <stop stop-color="var(--signal)" stop-opacity=".78" />
                    <stop offset=".35" stop-color="var(--signal)" stop-opacity=".34" />
                    <stop offset="1" stop-color="var(--signal)" stop-opacity="0" />
                </radialGradient>
            },
            html! { <path id={names.join("", "mid", "")} d={self.stretch.line().finish()} /> },
            names.keep("parked", g_protein(false)),
            names.keep("gone", g_protein(true)),
            names.keep("arcs", arcs()),
            names.keep("lipids-1", membrane::lipids(self.pitch, 5)),
            names.keep("lipids-2", membrane::lipids(self.pitch, 8)),
        ];
        for kind in [Endorphin, Naltrexone, Opioid] {
            kept.push(names.keep(molecule_name(kind), molecule(kind)));
        }
        for state in [Empty, Blocked, SwitchedOn] {
            if self.states.contains(&state) {
                kept.push(names.keep(receptor_name(state), receptor(state, names)));
            }
        }
        together(kept)
    }

    fn sites(&self) -> Vec<Site> {
        let mut jitter = Jitter::new(self.seed);
        let mut x = self.first;
        self.states
            .iter()
            .map(|&state| {
                let at = x + jitter.around(4.5);
                x += self.pitch;
                Site {
                    state,
                    x: at,
                    y: mid_line(at, self.stretch.swell),
                    tilt: (slope(at, self.stretch.swell) + jitter.around(0.025)).to_degrees(),
                }
            })
            .collect()
    }

    /// The membrane's lipids, in the gaps between receptors.
    fn lipids(&self, sites: &[Site]) -> Html {
        let swell = self.stretch.swell;
        sites
            .windows(2)
            .enumerate()
            .map(|(index, pair)| {
                let x = pair.iter().map(|site| site.x).sum::<f32>() / 2.0;
                let name = if index % 3 == 0 {
                    "lipids-1"
                } else {
                    "lipids-2"
                };
                let across = if index % 2 == 0 { 1.0 } else { -1.0 };
                let tilt = slope(x, swell).to_degrees();
                self.names
                    .show(name, place(x, mid_line(x, swell), tilt, across, 1.0), None)
            })
            .collect()
    }
}

/// The light below receptors that are switched on; paper goes without it.
fn glow(lit: &[&Site], names: Names) -> Html {
    let (below, radius) = GLOW;
    let circles = lit.iter().map(|site| {
        html! { <circle cx={decimal(site.x)} cy={decimal(site.y + below)} r={decimal(radius)} /> }
    });
    html! {
        <g class="plate-glow" fill={names.join("url(#", "light", ")")}>
            { together(circles.collect()) }
        </g>
    }
}
