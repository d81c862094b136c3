//! The written form of events: what a host page hears.

use crate::content::catalog::COUNTRIES;
use crate::model::lesson::Event;

/// An event's kind and detail, as the element passes them on.
pub fn written(event: Event) -> (&'static str, String) {
    match event {
        Event::PartShown(part) => ("part-shown", part.id().to_owned()),
        Event::CountryShown(country) => (
            "country-shown",
            COUNTRIES
                .get(usize::from(country.0))
                .map_or("", |country| country.id)
                .to_owned(),
        ),
        Event::DetailShown(part, detail) => ("detail-shown", [part.id(), &detail].join("/")),
    }
}
