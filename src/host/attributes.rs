//! Attribute text to options: every name, default and refusal.

use std::fmt;

use crate::content::catalog::COUNTRIES;
use crate::model::lesson::{Action, CountryIndex, Part};

/// What the element's attributes ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The part that is shown first: `part`, by default the first one offered.
    pub part: Part,
    /// The parts that are offered, in order: `parts`, by default all.
    pub parts: Vec<Part>,
    /// Whose help lines are shown: `country`, by default the first of the content.
    pub country: CountryIndex,
    /// Whether sources can be followed to other sites: `links`, by default they can.
    pub links: bool,
}

/// The attributes as they stand in the page; an absent one is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    /// `part`.
    pub part: &'a str,
    /// `parts`.
    pub parts: &'a str,
    /// `country`.
    pub country: &'a str,
    /// `links`.
    pub links: &'a str,
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
pub fn options(written: Written<'_>) -> (Options, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let parts = read_parts(written.parts, &mut refusals);
    let mut part = None;
    let mut country = None;
    let mut links = None;
    for refused in [
        read_part(written.part).map(|read| part = read).err(),
        read_country(written.country)
            .map(|read| country = read)
            .err(),
        read_links(written.links).map(|read| links = read).err(),
    ] {
        refusals.extend(refused);
    }
    let options = Options {
        part: part
            .or_else(|| parts.first().copied())
            .unwrap_or(Part::AtAGlance),
        parts,
        country: country.unwrap_or_default(),
        links: links.unwrap_or(true),
    };
    (options, refusals)
}

/// What a changed attribute does to a running lesson.
pub fn action(name: &str, value: &str) -> Result<Option<Action>, Refusal> {
    Ok(match name {
        "part" => read_part(value)?.map(Action::PartChosen),
        "country" => read_country(value)?.map(Action::CountryChosen),
        "start" => Some(Action::DetailAsked(value.trim().to_owned())),
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

/// The parts of a list that are known, each once; all of them if there is none.
fn read_parts(list: &str, refusals: &mut Vec<Refusal>) -> Vec<Part> {
    let mut parts = Vec::new();
    for name in list.split([',', ' ', '\n', '\t']) {
        match read_part(name) {
            Ok(Some(part)) if !parts.contains(&part) => parts.push(part),
            Ok(_) => {}
            Err(refusal) => refusals.push(Refusal {
                name: "parts",
                ..refusal
            }),
        }
    }
    if parts.is_empty() {
        parts.extend(Part::ALL);
    }
    parts
}

fn read_links(value: &str) -> Result<Option<bool>, Refusal> {
    let find = |value: &str| match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    };
    read("links", value, find, || "on, off".to_owned())
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
        let (options, refusals) = options(Written::default());
        assert_eq!(
            (options.part, options.country, options.links),
            (Part::AtAGlance, CountryIndex(0), true)
        );
        assert_eq!(options.parts, Part::ALL);
        assert!(refusals.is_empty());
    }

    #[test]
    fn an_unknown_part_is_refused_by_name_and_the_country_is_kept() {
        let (options, refusals) = options(Written {
            part: "side effects",
            country: " AU ",
            ..Written::default()
        });
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
    fn parts_are_offered_in_their_order_and_the_first_is_shown() {
        let (options, refusals) = options(Written {
            parts: "forms, side-effects forms dosing",
            links: "off",
            ..Written::default()
        });
        assert_eq!(options.parts, [Part::Forms, Part::SideEffects]);
        assert_eq!((options.part, options.links), (Part::Forms, false));
        let [refusal] = refusals.as_slice() else {
            panic!("one refusal")
        };
        assert!(refusal.to_string().contains("parts=\"dosing\""));
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
