//! Quantities with their units: no number travels without one, and none is accepted unchecked.

use core::fmt;

/// Why a number was refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// It is infinite or not a number at all.
    NotFinite,
    /// It lies below the smallest value that has a meaning.
    Below(f64),
    /// It lies above the largest value the model accepts.
    Above(f64),
}

/// A number refused at the edge of the model: which quantity, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refused {
    /// The quantity as its type names it.
    pub quantity: &'static str,
    /// What is wrong with the value.
    pub reason: Reason,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { quantity, reason } = self;
        match reason {
            Reason::NotFinite => write!(out, "`{quantity}` is not finite"),
            Reason::Below(least) => write!(out, "`{quantity}` is below {least:e}"),
            Reason::Above(most) => write!(out, "`{quantity}` is above {most:e}"),
        }
    }
}

impl core::error::Error for Refused {}

/// The value itself if it is finite and within `least..=most`, otherwise the reason why not.
pub fn checked(quantity: &'static str, value: f64, least: f64, most: f64) -> Result<f64, Refused> {
    let reason = if !value.is_finite() {
        Reason::NotFinite
    } else if value < least {
        Reason::Below(least)
    } else if value > most {
        Reason::Above(most)
    } else {
        return Ok(value);
    };
    Err(Refused { quantity, reason })
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident: $least:literal to $most:literal, $text:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// The quantity, or a refusal if the number is not finite or out of range.
            pub fn new(value: f64) -> Result<Self, Refused> {
                checked($text, value, $least, $most).map(Self)
            }

            /// The bare number, in the unit the type names.
            pub const fn value(self) -> f64 {
                self.0
            }

            /// A value computed from checked ones, which needs no second check.
            #[allow(dead_code, reason = "not always computed")]
            pub(crate) const fn of(value: f64) -> Self {
                Self(value)
            }
        }
    )*};
}

quantities! {
    /// Real seconds at the receptor, from zero up; never seconds on screen.
    Seconds: 0.0 to 1e12, "seconds";
    /// Hours since the start of treatment, from zero up.
    Hours: 0.0 to 1e9, "hours";
    /// Concentration in nanomoles per liter.
    Nanomolar: 0.0 to 1e12, "concentration";
    /// Half-occupying concentration in nanomoles per liter, above zero.
    Affinity: 1e-12 to 1e12, "affinity";
    /// How often something happens, per second.
    PerSecond: 0.0 to 1e9, "rate per second";
    /// How readily a ligand binds, per nanomolar and second.
    PerNanomolarSecond: 0.0 to 1e15, "binding rate";
    /// A rate of uptake or loss, per hour, above zero.
    PerHour: 1e-12 to 1e9, "rate per hour";
    /// Amount of medicine in milligrams.
    Milligrams: 0.0 to 1e6, "dose in milligrams";
    /// Concentration in blood plasma.
    NanogramsPerMilliliter: 0.0 to 1e12, "plasma level";
    /// Area under a concentration: hours times nanograms per milliliter.
    HourlyExposure: 0.0 to 1e15, "exposure";
    /// Volume of plasma cleared of a substance per hour, above zero.
    LitersPerHour: 1e-9 to 1e9, "clearance";
    /// Part of a whole, from none to all.
    Share: 0.0 to 1.0, "share";
    /// Concentration as a multiple of the level at which the ligand holds half the receptors.
    Relative: 0.0 to 1e15, "relative concentration";
    /// How strongly an occupied receptor answers, times the spare receptors (tau).
    Efficacy: 0.0 to 1e9, "efficacy";
    /// How abruptly the answer grows with occupancy (n).
    Steepness: 1e-3 to 100.0, "steepness";
}

#[cfg(test)]
mod tests {
    use super::{Reason, Relative, Seconds, Share};

    #[test]
    fn numbers_that_are_not_finite_are_refused_by_name() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let refused = Seconds::new(value).unwrap_err();
            assert_eq!(refused.quantity, "seconds");
            assert_eq!(refused.reason, Reason::NotFinite);
        }
    }

    #[test]
    fn a_refusal_names_the_quantity_and_the_limit() {
        let refused = Share::new(1.5).unwrap_err();
        assert_eq!(refused.to_string(), "`share` is above 1e0");
        assert!(Relative::new(-1e-300).is_err());
        assert_eq!(Share::new(1.0).map(Share::value), Ok(1.0));
    }
}
