//! From concentration in the blood to the share of receptors blocked, over hours, days and weeks.
//!
//! The medicine reaches the receptors through an effect site that fills and empties slowly, which
//! is why the block outlasts the level in the blood. The bridge to the receptor scene is `b`: how
//! many times its half-blocking level the medicine is at.

use super::chain::Chain;
use super::dosing::{Dose, Pharmacokinetics, Route, level, superposed};
use super::response::{Readout, blocked_share, dose_ratio};
use super::timeline::Carried;
use crate::model::units::{
    Hours, NanogramsPerMilliliter, PerHour, Refused, Relative, Share, checked,
};

/// How the effect site fills and how much of the medicine blocks half the receptors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectSiteNumbers {
    /// Exchange with the blood (ke0).
    pub exchange_per_hour: f64,
    /// Level at which half the receptors are blocked (EC50).
    pub half_blocking_nanograms_per_milliliter: f64,
}

/// The effect site with its courses made ready.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectSite {
    tablet: Vec<Chain>,
    injection: Vec<Chain>,
    half_blocking: f64,
}

impl EffectSite {
    /// The effect site behind the given plasma levels, or a refusal that names the number at fault.
    pub fn new(plasma: &Pharmacokinetics, numbers: &EffectSiteNumbers) -> Result<Self, Refused> {
        let exchange = PerHour::new(numbers.exchange_per_hour)?;
        let half_blocking = numbers.half_blocking_nanograms_per_milliliter;
        let behind = |route: Route| {
            let course = plasma.course(route);
            let potency = plasma.naltrexol_potency();
            let own = course
                .naltrexone()
                .iter()
                .map(|chain| chain.then(exchange, exchange.value()));
            let made = course.naltrexol().iter();
            own.chain(made.map(|chain| chain.then(exchange, exchange.value() * potency)))
                .collect()
        };
        Ok(Self {
            tablet: behind(Route::Tablet),
            injection: behind(Route::Injection),
            half_blocking: checked("half-blocking level", half_blocking, 1e-12, 1e12)?,
        })
    }

    /// Level at the effect site, from all doses given before a time.
    pub fn level(&self, doses: &[Dose], time: Hours) -> NanogramsPerMilliliter {
        NanogramsPerMilliliter::of(superposed(doses, time, |route, since| {
            level(self.course(route), since)
        }))
    }

    /// Everything the level at the effect site implies at a time.
    pub fn at(&self, doses: &[Dose], time: Hours) -> Blockade {
        let level = self.level(doses, time);
        Blockade {
            level,
            relative: self.relative(level),
        }
    }

    /// What a level held steady in the blood comes to in the end.
    pub fn steady(&self, level: NanogramsPerMilliliter) -> Blockade {
        Blockade {
            level,
            relative: self.relative(level),
        }
    }

    /// Area under the level at the site per milligram, in hours times nanograms per milliliter.
    pub fn area(&self, route: Route) -> f64 {
        self.course(route).iter().map(Chain::area).sum()
    }

    /// The site at `from`, with all doses given before then, ready to be carried on.
    fn carried<'a>(&'a self, doses: &'a [Dose], from: Hours, step: Hours) -> CarriedSite<'a> {
        let carry = |chains: &[Chain]| -> Vec<Carried> {
            let chains = chains.iter();
            chains.map(|chain| Carried::new(*chain, step)).collect()
        };
        let mut carried = CarriedSite {
            site: self,
            doses,
            tablet: carry(&self.tablet),
            injection: carry(&self.injection),
            from: from.value(),
            step: step.value(),
            done: 0.0,
        };
        carried.add(0.0, from.value());
        carried
    }

    fn course(&self, route: Route) -> &[Chain] {
        match route {
            Route::Tablet => &self.tablet,
            Route::Injection => &self.injection,
        }
    }

    fn relative(&self, level: NanogramsPerMilliliter) -> Relative {
        Relative::of(level.value() / self.half_blocking)
    }
}

/// How strongly the receptors are blocked at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blockade {
    /// Level at the effect site.
    pub level: NanogramsPerMilliliter,
    /// `b`: the level as a multiple of the half-blocking one.
    pub relative: Relative,
}

impl Blockade {
    /// Share of receptors blocked.
    pub fn share(self) -> Share {
        blocked_share(self.relative)
    }

    /// How many times more opioid is needed for the same effect.
    pub fn dose_ratio(self) -> f64 {
        dose_ratio(self.relative)
    }

    /// What a challenge dose of opioid would still do, `0.0..1.0`, given its drive without a block.
    pub fn effect_of_challenge(self, readout: Readout, drive: f64) -> f64 {
        readout.of_drive(drive / self.dose_ratio())
    }
}

/// The three courses a chart shows: the usual one between a short and a long one.
///
/// People differ; the band is part of the answer, not decoration.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Of a person whose block is short.
    pub short: EffectSite,
    /// Of the usual person.
    pub usual: EffectSite,
    /// Of a person whose block is long.
    pub long: EffectSite,
}

/// The blockade at one moment with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandedBlockade {
    /// Of a person whose block is short.
    pub short: Blockade,
    /// Of the usual person.
    pub usual: Blockade,
    /// Of a person whose block is long.
    pub long: Blockade,
}

impl Band {
    /// The blockade at a time, from all doses given before it.
    pub fn at(&self, doses: &[Dose], time: Hours) -> BandedBlockade {
        BandedBlockade {
            short: self.short.at(doses, time),
            usual: self.usual.at(doses, time),
            long: self.long.at(doses, time),
        }
    }

    /// Fills a row of moments that begin at `from` and follow each other by `step`.
    ///
    /// Much faster than asking for each moment by itself, and as exact.
    pub fn fill(&self, row: &mut [BandedBlockade], doses: &[Dose], from: Hours, step: Hours) {
        let courses = [&self.short, &self.usual, &self.long];
        let [mut short, mut usual, mut long] = courses.map(|site| site.carried(doses, from, step));
        for place in row {
            *place = BandedBlockade {
                short: short.next(),
                usual: usual.next(),
                long: long.next(),
            };
        }
    }
}

/// A site whose level is carried from step to step.
struct CarriedSite<'a> {
    site: &'a EffectSite,
    doses: &'a [Dose],
    tablet: Vec<Carried>,
    injection: Vec<Carried>,
    from: f64,
    step: f64,
    done: f64,
}

impl CarriedSite<'_> {
    /// The blockade now; then lives through one step.
    fn next(&mut self) -> Blockade {
        let levels = self.tablet.iter().chain(&self.injection);
        let level = NanogramsPerMilliliter::of(levels.map(Carried::level).sum());
        let begin = self.from + self.done * self.step;
        for chain in self.tablet.iter_mut().chain(&mut self.injection) {
            chain.step();
        }
        self.done += 1.0;
        self.add(begin, self.from + self.done * self.step);
        self.site.steady(level)
    }

    /// Adds the doses given from one time until just before another, as they are at the latter.
    fn add(&mut self, begin: f64, end: f64) {
        for dose in self.doses {
            let at = dose.at.value();
            if at >= begin && at < end {
                let chains = match dose.route {
                    Route::Tablet => &mut self.tablet,
                    Route::Injection => &mut self.injection,
                };
                for chain in chains {
                    chain.add(dose.amount.value(), Hours::of(end - at));
                }
            }
        }
    }
}

/// How much is still blocked, in the words of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Fewer than half of the receptors.
    Little,
    /// Half or more, below the level at which the usual street dose is blocked.
    Waning,
    /// Enough to block the usual street dose.
    Working,
    /// As much as a steady injection gives.
    Strong,
}

/// The least blocked share of each zone above the lowest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zones {
    /// Least share of [`Zone::Waning`].
    pub waning: f64,
    /// Least share of [`Zone::Working`].
    pub working: f64,
    /// Least share of [`Zone::Strong`].
    pub strong: f64,
}

impl Zones {
    /// The zone a blocked share lies in.
    pub fn of(&self, share: Share) -> Zone {
        let share = share.value();
        if share >= self.strong {
            Zone::Strong
        } else if share >= self.working {
            Zone::Working
        } else if share >= self.waning {
            Zone::Waning
        } else {
            Zone::Little
        }
    }
}
