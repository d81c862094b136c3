//! What must hold of the model's numbers.

use serde_json::Value;

use super::super::written::pharmacology::{Number, NumberBasis, Pharmacology};
use super::super::{Files, Problem};

/// The unit that the end of a name promises.
const UNITS: [(&str, &str); 8] = [
    ("nanomolar", "nanomolar"),
    ("nanograms_per_milliliter", "nanograms_per_milliliter"),
    ("liters_per_hour", "liters_per_hour"),
    ("per_hour", "per_hour"),
    ("per_second", "per_second"),
    ("seconds", "second"),
    ("days", "day"),
    ("part", "part"),
];

/// Every number that does not hold.
pub fn check(files: &Files, problems: &mut Vec<Problem>) {
    for (entry, number) in all(&files.pharmacology) {
        let mut report = |what: &str, remedy: &str| {
            problems.push(Problem::new("pharmacology.json", &entry, what, remedy));
        };
        if !number.value.is_finite() || number.value < 0.0 {
            report("is no amount", "write a number from zero up");
        }
        let promised = UNITS.into_iter().find(|(end, _)| entry.ends_with(end));
        if let Some((_, unit)) = promised
            && number.unit != unit
        {
            report(
                &format!("is given in `{}`", number.unit),
                &format!("give it in `{unit}`, as its name says"),
            );
        }
        let needs = matches!(number.basis, NumberBasis::Read | NumberBasis::Derived);
        if needs && number.sources.is_empty() {
            report(
                "names no source though its basis is not `assumed`",
                "add the id of a source, or say that it is assumed",
            );
        }
    }
}

/// Every number of the file, and where it stands.
pub fn all(file: &Pharmacology) -> Vec<(String, Number)> {
    let mut found = Vec::new();
    let mut rest = vec![(
        String::new(),
        serde_json::to_value(file).unwrap_or_default(),
    )];
    while let Some((path, value)) = rest.pop() {
        if let Ok(number) = serde_json::from_value::<Number>(value.clone()) {
            found.push((path, number));
            continue;
        }
        match value {
            Value::Object(inside) => rest.extend(
                inside
                    .into_iter()
                    .map(|(name, value)| (format!("{path}/{name}"), value)),
            ),
            Value::Array(inside) => {
                rest.extend(inside.into_iter().map(|value| (path.clone(), value)));
            }
            _ => {}
        }
    }
    found
}
