//! The published shifts as a Rust table.

use std::fmt::Write;

use super::{Tables, cited};

impl Tables<'_> {
    pub(super) fn schild(&self, out: &mut String) {
        let mut curves: Vec<(&str, &str)> = Vec::new();
        let mut rows = String::new();
        for row in &self.files.schild.rows {
            let own = (row.opioid.as_str(), row.effect.as_str());
            let known = curves.iter().position(|known| *known == own);
            let curve = known.unwrap_or_else(|| {
                curves.push(own);
                curves.len() - 1
            });
            let _ = writeln!(
                rows,
                "Shift {{ curve: {curve}, opioid: {}, effect: {}, naltrexone: {:?}, alone: {:?}, with: {:?} }},",
                self.key(&format!("ui-schild-{}", row.opioid)),
                self.key(&format!("ui-schild-{}", row.effect)),
                row.naltrexone_mg_per_kg,
                row.half_effect_alone_mg_per_kg,
                row.half_effect_with_mg_per_kg,
            );
        }
        let _ = writeln!(
            out,
            "/// How naltrexone moved curves in monkeys, as `schild.json` has it.\n\
             pub static SHIFTS: &[Shift] = &[\n{rows}];\n\
             /// Who measured that.\n\
             pub static SHIFTS_FROM: &[&Source] = {};",
            cited(&self.files.schild.sources)
        );
    }
}
