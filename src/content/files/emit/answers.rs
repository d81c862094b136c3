//! What stands round the numbers of every effect, as Rust tables.

use std::fmt::Write;

use super::super::written::Comparison;
use super::{Tables, statement};

impl Tables<'_> {
    pub(super) fn answers(&self, out: &mut String) {
        let file = &self.files.answers;
        out.push_str("/// What stands round the numbers of an effect, in the order of [`EFFECTS`].\npub static ANSWERS: &[Answer] = &[\n");
        for effect in &self.files.side_effects.effects {
            let own = file.effects.iter().find(|answer| answer.id == effect.id);
            let of_area = || file.areas.iter().find(|answer| answer.id == effect.area);
            let Some(answer) = own.or_else(of_area) else {
                continue;
            };
            let list = |ids: &[String]| -> String {
                let shown: Vec<String> = ids.iter().map(|id| statement(id)).collect();
                format!("&[{}]", shown.join(", "))
            };
            let compared = file
                .compared
                .iter()
                .filter(|comparison| comparison.effect == effect.id)
                .find_map(|comparison| self.compared(comparison))
                .map_or("None".to_owned(), |compared| format!("Some({compared})"));
            let lasts = answer
                .lasts
                .as_deref()
                .map_or("None".to_owned(), |id| format!("Some({})", statement(id)));
            let _ = writeln!(
                out,
                "Answer {{ signs: {}, help: {}, more: {}, lasts: {lasts}, compared: {compared} }},",
                list(&answer.signs),
                list(&answer.help),
                list(&answer.more),
            );
        }
        out.push_str("];\n");
    }

    /// A comparison whose statement is shown.
    fn compared(&self, comparison: &Comparison) -> Option<String> {
        let facts = &self.files.facts;
        let fact = facts.iter().find(|fact| fact.id == comparison.fact)?;
        let value = |name: &str| fact.figures.get(name).map(|figure| figure.value);
        fact.shown.then_some(())?;
        Some(format!(
            "Compared {{ population: Population::{:?}, statement: {}, with: {}, without: {} }}",
            comparison.population,
            statement(&fact.id),
            value(&comparison.with)?,
            value(&comparison.without)?,
        ))
    }
}
