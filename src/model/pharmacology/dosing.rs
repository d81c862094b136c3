//! From tablet or injection to concentration in the blood over days.
//!
//! Every piece is linear in dose, so doses superpose and every curve is a sum of exponentials.

use super::chain::Chain;
use crate::model::units::{
    HourlyExposure, Hours, LitersPerHour, Milligrams, NanogramsPerMilliliter, PerHour, Refused,
    Share, checked,
};

/// How a dose is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Swallowed.
    Tablet,
    /// Into the muscle, released over weeks.
    Injection,
}

/// One dose, given at a time counted from the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// When.
    pub at: Hours,
    /// How much.
    pub amount: Milligrams,
    /// How.
    pub route: Route,
}

/// How the body takes up and clears a swallowed substance, as plain numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OralNumbers {
    /// Part of the dose that reaches the blood in this form, `0.0..=1.0`.
    pub bioavailability: f64,
    /// Volume of blood plasma freed of it per hour.
    pub clearance_liters_per_hour: f64,
    /// How fast it enters the blood.
    pub uptake_per_hour: f64,
    /// The faster of two falls.
    pub early_fall_per_hour: f64,
    /// The slower of two falls.
    pub late_fall_per_hour: f64,
    /// Weight of the faster fall, `0.0..=1.0`.
    pub early_part: f64,
}

/// One of the phases in which an injection gives off its medicine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReleasePhase {
    /// Part of the dose, `0.0..=1.0`.
    pub part: f64,
    /// The rate at which the phase sets in.
    pub rise_per_hour: f64,
    /// The rate at which it fades.
    pub fall_per_hour: f64,
}

/// Everything the body does to naltrexone, as plain numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct PharmacokineticNumbers {
    /// Naltrexone from a tablet.
    pub oral_naltrexone: OralNumbers,
    /// 6-beta-naltrexol, the weaker substance the body makes from it.
    pub oral_naltrexol: OralNumbers,
    /// The release of an injection; the parts add up to one.
    pub injection_phases: Vec<ReleasePhase>,
    /// Part of injected naltrexone that becomes naltrexol.
    pub injection_conversion: f64,
    /// Strength of naltrexol as a part of that of naltrexone.
    pub naltrexol_potency: f64,
}

/// Levels in blood plasma at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plasma {
    /// The medicine itself.
    pub naltrexone: NanogramsPerMilliliter,
    /// What the body makes from it.
    pub naltrexol: NanogramsPerMilliliter,
    /// Both together, naltrexol counted by its potency.
    pub effective: NanogramsPerMilliliter,
}

/// What the body does to naltrexone, checked: the level each milligram gives over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Pharmacokinetics {
    tablet: Course,
    injection: Course,
    naltrexol_potency: f64,
}

/// Levels per milligram by one route.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    naltrexone: Vec<Chain>,
    naltrexol: Vec<Chain>,
}

impl Course {
    pub(super) fn naltrexone(&self) -> &[Chain] {
        &self.naltrexone
    }

    pub(super) fn naltrexol(&self) -> &[Chain] {
        &self.naltrexol
    }
}

impl Pharmacokinetics {
    /// The checked course of each route, or a refusal that names the number at fault.
    pub fn new(numbers: &PharmacokineticNumbers) -> Result<Self, Refused> {
        let naltrexone = Disposition::new(&numbers.oral_naltrexone)?;
        let naltrexol = Disposition::new(&numbers.oral_naltrexol)?;
        let conversion = checked("conversion", numbers.injection_conversion, 0.0, 1.0)?;
        let mut injection = Course {
            naltrexone: Vec::new(),
            naltrexol: Vec::new(),
        };
        for phase in &numbers.injection_phases {
            let (rise, fall) = (
                PerHour::new(phase.rise_per_hour)?,
                PerHour::new(phase.fall_per_hour)?,
            );
            let part = Share::new(phase.part)?.value();
            let weight = 1000.0 * part * rise.value() * fall.value() / naltrexone.clearance;
            let chain = Chain::of_two(weight, rise, fall);
            let late = naltrexol.late_fall;
            let made = conversion * naltrexone.clearance / naltrexol.clearance * late.value();
            injection.naltrexone.push(chain);
            injection.naltrexol.push(chain.then(late, made));
        }
        Ok(Self {
            tablet: Course {
                naltrexone: naltrexone.oral().into(),
                naltrexol: naltrexol.oral().into(),
            },
            injection,
            naltrexol_potency: checked("potency", numbers.naltrexol_potency, 0.0, 1e3)?,
        })
    }

    /// Levels at a time, from all doses given before it.
    pub fn plasma(&self, doses: &[Dose], time: Hours) -> Plasma {
        let naltrexone = self.sum(doses, time, Course::naltrexone);
        let naltrexol = self.sum(doses, time, Course::naltrexol);
        Plasma {
            naltrexone: NanogramsPerMilliliter::of(naltrexone),
            naltrexol: NanogramsPerMilliliter::of(naltrexol),
            effective: NanogramsPerMilliliter::of(naltrexone + self.naltrexol_potency * naltrexol),
        }
    }

    /// Area under the level of naltrexone until a time, in hours times nanograms per milliliter.
    pub fn exposure(&self, doses: &[Dose], until: Hours) -> HourlyExposure {
        HourlyExposure::of(superposed(doses, until, |route, since| {
            let chains = self.course(route).naltrexone().iter();
            chains.map(|chain| chain.area_until(since)).sum()
        }))
    }

    /// Areas under the two levels per milligram by one route, in hours times nanograms per milliliter.
    pub fn areas(&self, route: Route) -> (f64, f64) {
        let course = self.course(route);
        let area = |chains: &[Chain]| chains.iter().map(Chain::area).sum();
        (area(&course.naltrexone), area(&course.naltrexol))
    }

    /// The course of one route.
    pub(super) fn course(&self, route: Route) -> &Course {
        match route {
            Route::Tablet => &self.tablet,
            Route::Injection => &self.injection,
        }
    }

    /// Strength of naltrexol as a part of that of naltrexone.
    pub(super) fn naltrexol_potency(&self) -> f64 {
        self.naltrexol_potency
    }

    fn sum(&self, doses: &[Dose], time: Hours, of: fn(&Course) -> &[Chain]) -> f64 {
        superposed(doses, time, |route, since| {
            level(of(self.course(route)), since)
        })
    }
}

/// The sum over all doses given before a time of what each milligram then contributes.
pub(super) fn superposed(
    doses: &[Dose],
    time: Hours,
    per_milligram: impl Fn(Route, Hours) -> f64,
) -> f64 {
    let mut total = 0.0;
    for dose in doses {
        let since = time.value() - dose.at.value();
        if since > 0.0 {
            total += dose.amount.value() * per_milligram(dose.route, Hours::of(since));
        }
    }
    total
}

/// Levels of several chains together.
pub(super) fn level(chains: &[Chain], time: Hours) -> f64 {
    chains.iter().map(|chain| chain.at(time)).sum()
}

/// How a swallowed substance comes and goes, checked.
struct Disposition {
    bioavailability: f64,
    clearance: f64,
    uptake: PerHour,
    early_fall: PerHour,
    late_fall: PerHour,
    early_part: f64,
}

impl Disposition {
    fn new(numbers: &OralNumbers) -> Result<Self, Refused> {
        Ok(Self {
            bioavailability: Share::new(numbers.bioavailability)?.value(),
            clearance: LitersPerHour::new(numbers.clearance_liters_per_hour)?.value(),
            uptake: PerHour::new(numbers.uptake_per_hour)?,
            early_fall: PerHour::new(numbers.early_fall_per_hour)?,
            late_fall: PerHour::new(numbers.late_fall_per_hour)?,
            early_part: Share::new(numbers.early_part)?.value(),
        })
    }

    /// Two chains: uptake followed by the early fall, and by the late one.
    fn oral(&self) -> [Chain; 2] {
        let volume = self.clearance
            * (self.early_part / self.early_fall.value()
                + (1.0 - self.early_part) / self.late_fall.value());
        let scale = 1000.0 * self.bioavailability * self.uptake.value() / volume;
        [
            Chain::of_two(scale * self.early_part, self.early_fall, self.uptake),
            Chain::of_two(scale * (1.0 - self.early_part), self.late_fall, self.uptake),
        ]
    }
}

/// Doses of one size at a steady interval, the first at `first`.
pub fn regular(
    route: Route,
    amount: Milligrams,
    first: Hours,
    interval: Hours,
    count: u32,
) -> impl Iterator<Item = Dose> {
    (0..count).map(move |number| Dose {
        at: Hours::of(first.value() + f64::from(number) * interval.value()),
        amount,
        route,
    })
}
