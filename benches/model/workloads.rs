//! What the model is timed at: the same work natively and in wasm.

use std::hint::black_box;

use naltrexone_explainer::model::lesson::timeline::course::Trace;
use naltrexone_explainer::model::lesson::timeline::schedule::Plan;
use naltrexone_explainer::model::lesson::timeline::{Lane, Span};
use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares, settled};
use naltrexone_explainer::model::pharmacology::blockade::BandedBlockade;
use naltrexone_explainer::model::pharmacology::dosing::{Dose, Route, regular};
use naltrexone_explainer::model::pharmacology::ligand::Concentrations;
use naltrexone_explainer::model::units::{Hours, Milligrams, Nanomolar, Relative, Seconds};
use naltrexone_explainer::model::world::engine::Engine;
use naltrexone_explainer::model::world::{Drawn, Setup, Start, World};

use super::support::pharmacology;

/// One thing to time.
pub(crate) struct Workload {
    /// What is done, without spaces.
    pub(crate) name: String,
    /// How often one run does it.
    pub(crate) times: f64,
    /// Does it.
    pub(crate) run: Box<dyn FnMut()>,
}

/// Everything that is timed.
pub(crate) fn all() -> Vec<Workload> {
    let mut all = vec![event(), evaluation(), rest(), timeline(), edit()];
    for receptors in [60, 600, 6_000] {
        for molecules in [400, 1_200, 4_000] {
            all.push(step(receptors, molecules));
        }
    }
    all
}

fn concentrations(agonist: f64, antagonist: f64) -> Concentrations {
    Concentrations {
        agonist: Nanomolar::new(agonist).unwrap(),
        antagonist: Nanomolar::new(antagonist).unwrap(),
    }
}

/// One event of the engine, by the mean over many.
fn event() -> Workload {
    let ligands = pharmacology().ligands;
    let (agonist, antagonist) = (ligands.oxycodone.rates(), ligands.naltrexone.rates());
    let mut engine = Engine::new(agonist, antagonist, 60, 1);
    let at = concentrations(26.0, 1.0);
    let span = Seconds::new(100.0).unwrap();
    let mut count = 0_u32;
    engine.clone().advance(span, at, |_| count += 1);
    Workload {
        name: "event".to_owned(),
        times: f64::from(count),
        run: Box::new(move || {
            engine.advance(span, at, |event| {
                black_box(event);
            });
        }),
    }
}

/// One evaluation of the closed form at a time, concentrations and all.
fn evaluation() -> Workload {
    let ligands = pharmacology().ligands;
    let (agonist, antagonist) = (ligands.fentanyl.rates(), ligands.naltrexone.rates());
    Workload {
        name: "closed-form".to_owned(),
        times: 1_000.0,
        run: Box::new(move || {
            for second in 0..1_000_u32 {
                let at = concentrations(2.7, f64::from(second));
                let exchange = Exchange::new(agonist, antagonist, black_box(at));
                let time = Seconds::new(f64::from(second)).unwrap();
                black_box(exchange.after(Shares::EMPTY, time));
            }
        }),
    }
}

/// One evaluation of the settled shares.
fn rest() -> Workload {
    Workload {
        name: "settled".to_owned(),
        times: 1_000.0,
        run: Box::new(|| {
            for level in 0..1_000_u32 {
                let level = Relative::new(f64::from(level)).unwrap();
                black_box(settled(black_box(level), level));
            }
        }),
    }
}

/// Sixty days of a daily tablet and of a monthly injection, hour by hour, each with its band.
fn timeline() -> Workload {
    let pharmacology = pharmacology();
    let hours = |hours: f64| Hours::new(hours).unwrap();
    let doses = |route, amount, interval, count| -> Vec<Dose> {
        let amount = Milligrams::new(amount).unwrap();
        regular(route, amount, hours(0.0), hours(interval), count).collect()
    };
    let regimens = [
        doses(Route::Tablet, 50.0, 24.0, 60),
        doses(Route::Injection, 380.0, 672.0, 3),
    ];
    let start = pharmacology.blockade.at(&[], hours(0.0));
    let mut row: Vec<BandedBlockade> = vec![start; 60 * 24 + 1];
    Workload {
        name: "timeline-60-days".to_owned(),
        times: 1.0,
        run: Box::new(move || {
            for doses in &regimens {
                pharmacology
                    .blockade
                    .fill(&mut row, black_box(doses), hours(0.0), hours(1.0));
                black_box(&row);
            }
        }),
    }
}

/// What follows a change of a dose: fourteen weeks of both forms, as the charts draw them.
fn edit() -> Workload {
    let pharmacology = pharmacology();
    let doses = [
        Plan::DailyTablets.schedule().given(Lane::Tablet),
        Plan::MonthlyInjections.schedule().given(Lane::Injection),
    ];
    Workload {
        name: "timeline-edit-98-days".to_owned(),
        times: 1.0,
        run: Box::new(move || {
            for doses in &doses {
                let trace = Trace::new(&pharmacology.blockade, black_box(doses), Span::Long);
                black_box((trace.faded(&pharmacology.zones), trace.lowest()));
            }
        }),
    }
}

/// One step of the world, molecules and all, in the midst of things.
fn step(receptors: u32, molecules: u32) -> Workload {
    let pharmacology = pharmacology();
    let ligands = &pharmacology.ligands;
    // Half the molecules of each kind, and as many of each as take part in the same contest.
    let most = molecules / 2;
    let relative = Relative::new(20.0).unwrap();
    let at = Concentrations {
        agonist: ligands.morphine.concentration(relative),
        antagonist: ligands.naltrexone.concentration(relative),
    };
    let usual = Setup::usual(
        ligands.morphine,
        ligands.naltrexone,
        pharmacology.readouts,
        Start::Settled(at),
    );
    let setup = Setup {
        receptor_count: receptors,
        drawn: Drawn {
            per_half_occupying: most / 20,
            most,
        },
        ..usual
    };
    let mut world = World::new(&setup).unwrap();
    for _ in 0..120 {
        world.step(at);
    }
    Workload {
        name: format!("step-{receptors}-receptors-{molecules}-molecules"),
        times: 10.0,
        run: Box::new(move || {
            for _ in 0..10 {
                world.step(black_box(at));
            }
        }),
    }
}
