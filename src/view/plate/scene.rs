//! A whole plate, put together from back to front.

use yew::prelude::*;

use super::geometry::ReceptorState::{Blocked, Empty, SwitchedOn};
use super::geometry::{Depth, GLOW, MoleculeKind, ReceptorState, mid_line, slope};
use super::membrane::{self, Stretch};
use super::molecule::{Adrift, drifting, molecule, molecule_name};
use super::pen::{Names, decimal, place};
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
        let upright = |site: &Site| place(site.x, site.y, 0.0, 1.0, 1.0);
        html! {
            <svg class="plate-drawing" viewBox={self.view} preserveAspectRatio="xMidYMax"
                fill="none" stroke-linecap="round" stroke-linejoin="round"
                aria-hidden="true" focusable="false">
                <defs>{ self.store() }</defs>
                { stretch.sea() }
                { membrane::sea_crowd(stretch, seed) }
                { membrane::far_heads(names) }
                { stretch.cell() }
                { membrane::threads(stretch, seed) }
                { membrane::cell_crowd(stretch, seed) }
                { drifting(self.sea, Depth::Far, names) }
                { drifting(self.sea, Depth::Mid, names) }
                <g class="plate-glow" fill={names.join("url(#", "light", ")")}>
                    { for lit.iter().map(|site| html! {
                        <circle cx={decimal(site.x)} cy={decimal(site.y + GLOW.0)} r={decimal(GLOW.1)} />
                    }) }
                </g>
                { membrane::core(names) }
                { self.lipids(&sites) }
                { for lit.iter().map(|site| names.show("arcs", upright(site), None)) }
                { for sites.iter().enumerate().map(|(index, site)| {
                    let lit = site.state == SwitchedOn;
                    let across = if lit && index % 2 == 1 { -1.0 } else { 1.0 };
                    let name = if lit { "gone" } else { "parked" };
                    names.show(name, place(site.x, site.y, 0.0, across, 1.0), None)
                }) }
                { for sites.iter().map(|site| {
                    let at = place(site.x, site.y, site.tilt, 1.0, 1.0);
                    names.show(receptor_name(site.state), at, None)
                }) }
                { drifting(self.sea, Depth::Near, names) }
            </svg>
        }
    }

    /// Everything that is drawn more than once.
    fn store(&self) -> Html {
        use MoleculeKind::{Endorphin, Naltrexone, Opioid};
        let names = self.names;
        let held = |state: &ReceptorState| self.states.contains(state);
        html! { <>
            <radialGradient id={names.join("", "light", "")}>
                <stop stop-color="var(--signal)" stop-opacity=".78" />
                <stop offset=".35" stop-color="var(--signal)" stop-opacity=".34" />
                <stop offset="1" stop-color="var(--signal)" stop-opacity="0" />
            </radialGradient>
            <path id={names.join("", "mid", "")} d={self.stretch.line().finish()} />
            { for [Endorphin, Naltrexone, Opioid].map(|kind| names.keep(molecule_name(kind), molecule(kind))) }
            { for [Empty, Blocked, SwitchedOn].iter().filter(|state| held(state)).map(|&state| {
                names.keep(receptor_name(state), receptor(state, names))
            }) }
            { names.keep("parked", g_protein(false)) }
            { names.keep("gone", g_protein(true)) }
            { names.keep("arcs", arcs()) }
            { names.keep("lipids-1", membrane::lipids(self.pitch, 5)) }
            { names.keep("lipids-2", membrane::lipids(self.pitch, 8)) }
        </> }
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
