//! Help lines and side effects as Rust tables.

use std::fmt::Write;

use super::super::check::rests_on_machines;
use super::super::written::{Advice, Basis, Population, Seriousness, Share, Way};
use super::{Tables, cited};

impl Tables<'_> {
    pub(super) fn countries(&self, out: &mut String) {
        out.push_str("/// Every country with help lines.\npub static COUNTRIES: &[Country] = &[\n");
        for country in &self.files.help_lines {
            let checked = |basis: Basis| matches!(basis, Basis::Read | Basis::Derived);
            let lines: String = country.lines.iter().fold(String::new(), |all, line| {
                let number = if checked(line.basis) {
                    format!(
                        "Some(Number {{ shown: {:?}, dial: {:?}, call: {}, text: {} }})",
                        line.number,
                        line.dial,
                        line.ways.contains(&Way::Call),
                        line.ways.contains(&Way::Text)
                    )
                } else {
                    "None".to_owned()
                };
                format!(
                    "{all}Line {{ id: {:?}, purpose: Purpose::{:?}, name: {}, when: {}, number: {number}, sources: {} }}, ",
                    line.id,
                    line.purpose,
                    self.key(&format!("line-{}", line.id)),
                    self.key(&format!("line-{}.when", line.id)),
                    cited(&line.sources)
                )
            });
            let emergency =
                checked(country.emergency.basis).then_some(country.emergency.number.as_str());
            let _ = writeln!(
                out,
                "Country {{ id: {:?}, name: {}, emergency: {emergency:?}, sources: {}, lines: &[{lines}] }},",
                country.country,
                self.key(&format!("country-{}", country.country)),
                cited(&country.emergency.sources),
            );
        }
        out.push_str("];\n");
    }

    pub(super) fn side_effects(&self, out: &mut String) {
        out.push_str("/// Every effect in every group of people counted.\npub static SIDE_EFFECTS: &[SideEffect] = &[\n");
        for row in &self.files.side_effects.rows {
            let percent = |share: &Option<Share>| {
                share
                    .as_ref()
                    .filter(|share| matches!(share.basis, Basis::Read | Basis::Derived))
                    .and_then(|share| share.percent)
            };
            let range = row
                .band
                .as_ref()
                .filter(|band| matches!(band.basis, Basis::Read | Basis::Derived))
                .map(|band| (band.from_percent, band.to_percent));
            let trusted = !rests_on_machines(self.files, &row.sources);
            let populations: Vec<&str> = row
                .populations
                .iter()
                .map(|population| match population {
                    Population::OralAlcohol => "Population::OralAlcohol",
                    Population::OralOpioid => "Population::OralOpioid",
                    Population::XrAlcohol => "Population::XrAlcohol",
                    Population::XrOpioid => "Population::XrOpioid",
                })
                .collect();
            let effect = row.words();
            let _ = writeln!(
                out,
                "SideEffect {{ id: {:?}, name: {}, term: {}, also: {}, system: {}, serious: {}, populations: &[{}], with: {:?}, without: {:?}, range: {:?}, action: Advice::{}, sources: {} }},",
                row.id,
                self.key(&effect),
                self.key(&format!("{effect}.term")),
                self.key(&format!("{effect}.also")),
                self.key(&format!("system-{}", row.system)),
                row.seriousness == Seriousness::Serious,
                populations.join(", "),
                percent(&row.drug).filter(|_| trusted),
                percent(&row.placebo).filter(|_| trusted),
                range.filter(|_| trusted),
                match row.action {
                    Advice::SelfCare => "SelfCare",
                    Advice::CallDoctor => "CallDoctor",
                    Advice::Emergency => "Emergency",
                },
                cited(&row.sources),
            );
        }
        out.push_str("];\n");
    }
}
