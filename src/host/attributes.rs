//! Attribute text to options: every name, default and refusal.

use std::fmt;

use crate::content::catalog::COUNTRIES;
use crate::model::lesson::{Action, CountryIndex, Part};

/// What the element's attributes ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The part that is shown first: `part`, by default the first one.
    pub part: Part,
    /// Whose help lines are shown: `country`, by default the first of the content.
    pub country: CountryIndex,
}

/// An attribute that could not be read, and what may stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    name: &'static str,
    value: String,
    allowed: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            value,
            allowed,
        } = self;
        write!(
            f,
            "naltrexone-explainer: {name}=\"{value}\" is not known; use one of {allowed}"
        )
    }
}

/// The options that the attributes ask for; one that cannot be read is refused and left at its default.
pub fn options(part: &str, country: &str) -> (Options, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let mut keep = |refusal| refusals.push(refusal);
    let options = Options {
        part: read_part(part)
            .unwrap_or_else(|refusal| {
                keep(refusal);
                None
            })
            .unwrap_or(Part::AtAGlance),
        country: read_country(country)
            .unwrap_or_else(|refusal| {
                keep(refusal);
                None
            })
            .unwrap_or_default(),
    };
    (options, refusals)
}

/// What a changed attribute does to a running lesson.
pub fn action(name: &str, value: &str) -> Result<Option<Action>, Refusal> {
    Ok(match name {
        "part" => read_part(value)?.map(Action::PartChosen),
        "country" => read_country(value)?.map(Action::CountryChosen),
        "start" => detail(value).map(Action::DetailAsked),
        _ => None,
    })
}

/// What `start` asks for inside the part; the part itself knows what it can open.
pub fn detail(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn read_part(value: &str) -> Result<Option<Part>, Refusal> {
    read("part", value, Part::from_id, || {
        Part::ALL.map(Part::id).join(", ")
    })
}

fn read_country(value: &str) -> Result<Option<CountryIndex>, Refusal> {
    let find = |id: &str| {
        let at = COUNTRIES.iter().position(|country| country.id == id)?;
        Some(CountryIndex(u8::try_from(at).ok()?))
    };
    let all = || {
        COUNTRIES
            .iter()
            .map(|country| country.id)
            .collect::<Vec<_>>()
            .join(", ")
    };
    read("country", value, find, all)
}

fn read<T>(
    name: &'static str,
    value: &str,
    find: impl Fn(&str) -> Option<T>,
    allowed: impl Fn() -> String,
) -> Result<Option<T>, Refusal> {
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    match find(&trimmed.to_ascii_lowercase()) {
        Some(found) => Ok(Some(found)),
        None => Err(Refusal {
            name,
            value: trimmed.to_owned(),
            allowed: allowed(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_attributes_give_the_defaults_without_a_refusal() {
        let (options, refusals) = options("", "");
        assert_eq!(
            (options.part, options.country),
            (Part::AtAGlance, CountryIndex(0))
        );
        assert!(refusals.is_empty());
    }

    #[test]
    fn an_unknown_part_is_refused_by_name_and_the_country_is_kept() {
        let (options, refusals) = options("side effects", " AU ");
        assert_eq!(options.part, Part::AtAGlance);
        assert_eq!(
            COUNTRIES.get(usize::from(options.country.0)).map(|c| c.id),
            Some("au")
        );
        let [refusal] = refusals.as_slice() else {
            panic!("one refusal")
        };
        assert!(refusal.to_string().contains("part=\"side effects\""));
        assert!(refusal.to_string().contains("side-effects"));
    }

    #[test]
    fn a_changed_attribute_becomes_an_action() {
        assert_eq!(
            action("part", "forms"),
            Ok(Some(Action::PartChosen(Part::Forms)))
        );
        assert_eq!(action("class", "wide"), Ok(None));
        assert!(action("country", "atlantis").is_err());
    }
}
