//! The model's numbers as Rust functions.

use std::fmt::Write;

use super::super::written::pharmacology::{EffectSite, Ligand, Number, Oral};
use super::Tables;

impl Tables<'_> {
    pub(super) fn numbers(&self, out: &mut String) {
        let file = &self.files.pharmacology;
        let ligands = &file.ligands;
        let ligands = fields(&[
            ("naltrexone", ligand(&ligands.naltrexone)),
            ("endorphin", ligand(&ligands.endorphin)),
            ("morphine", ligand(&ligands.morphine)),
            ("heroin", ligand(&ligands.heroin)),
            ("oxycodone", ligand(&ligands.oxycodone)),
            ("fentanyl", ligand(&ligands.fentanyl)),
            ("partial_agonist", ligand(&ligands.partial_agonist)),
        ]);
        let body = &file.pharmacokinetics;
        let phases: String = body
            .injection_phases
            .iter()
            .fold(String::new(), |all, phase| {
                let phase = numbers(&[
                    ("part", &phase.part),
                    ("rise_per_hour", &phase.rise_per_hour),
                    ("fall_per_hour", &phase.fall_per_hour),
                ]);
                format!("{all}dosing::ReleasePhase {phase}, ")
            });
        let body = fields(&[
            ("oral_naltrexone", oral(&body.oral_naltrexone)),
            ("oral_naltrexol", oral(&body.oral_naltrexol)),
            ("injection_phases", format!("vec![{phases}]")),
            ("injection_conversion", number(&body.injection_conversion)),
            ("naltrexol_potency", number(&body.naltrexol_potency)),
        ]);
        let response = numbers(&[
            ("signal_steepness", &file.response.signal_steepness),
            ("effect_steepness", &file.response.effect_steepness),
            ("challenge_drive", &file.response.challenge_drive),
        ]);
        let zones = numbers(&[
            ("waning", &file.zones.waning),
            ("working", &file.zones.working),
            ("strong", &file.zones.strong),
        ]);
        let alcohol = numbers(&[
            ("resting_endorphin", &file.alcohol.resting_endorphin),
            ("release_gain", &file.alcohol.release_gain),
            // Alcohol acts here through the body's own endorphin alone.
            ("efficacy", &file.ligands.endorphin.efficacy),
            ("direct_part", &file.alcohol.direct_part),
        ]);
        let adaptation = numbers(&[
            ("adapting_days", &file.adaptation.adapting_days),
            ("starting_tolerance", &file.adaptation.starting_tolerance),
            (
                "tolerance_half_life_days",
                &file.adaptation.tolerance_half_life_days,
            ),
        ]);
        let scenes = numbers(&[
            ("endorphin_burst", &file.scenes.endorphin_burst),
            ("dose", &file.scenes.dose),
            ("large_dose", &file.scenes.large_dose),
            ("naltrexone", &file.scenes.naltrexone),
            (
                "wearing_off_half_life_seconds",
                &file.scenes.wearing_off_half_life_seconds,
            ),
        ]);
        let parameters = fields(&[
            ("ligands", format!("pharmacology::LigandTable {ligands}")),
            (
                "pharmacokinetics",
                format!("dosing::PharmacokineticNumbers {body}"),
            ),
            ("effect_site", effect_site(&file.effect_site)),
            ("effect_site_short", effect_site(&file.effect_site_short)),
            ("effect_site_long", effect_site(&file.effect_site_long)),
            (
                "response",
                format!("pharmacology::ResponseNumbers {response}"),
            ),
            ("zones", format!("blockade::Zones {zones}")),
            ("alcohol", format!("alcohol::AlcoholNumbers {alcohol}")),
            (
                "adaptation",
                format!("adaptation::AdaptationNumbers {adaptation}"),
            ),
        ]);
        let _ = writeln!(
            out,
            "/// Every number the model needs, as `pharmacology.json` has it.\n\
             #[expect(clippy::unreadable_literal, reason = \"digits as the file has them\")]\n\
             pub fn parameters() -> pharmacology::Parameters {{\n\
             use pharmacology::{{adaptation, alcohol, blockade, dosing, ligand}};\n\
             pharmacology::Parameters {parameters}\n}}\n\
             /// The levels of the scenes, as `pharmacology.json` has them.\n\
             pub fn scene_numbers() -> SceneNumbers {{ SceneNumbers {scenes} }}"
        );
    }
}

fn ligand(ligand: &Ligand) -> String {
    let ligand = numbers(&[
        ("half_occupying_nanomolar", &ligand.half_occupying_nanomolar),
        ("leaving_per_second", &ligand.leaving_per_second),
        ("efficacy", &ligand.efficacy),
    ]);
    format!("ligand::LigandNumbers {ligand}")
}

fn oral(oral: &Oral) -> String {
    let oral = numbers(&[
        ("bioavailability", &oral.bioavailability),
        ("clearance_liters_per_hour", &oral.clearance_liters_per_hour),
        ("uptake_per_hour", &oral.uptake_per_hour),
        ("early_fall_per_hour", &oral.early_fall_per_hour),
        ("late_fall_per_hour", &oral.late_fall_per_hour),
        ("early_part", &oral.early_part),
    ]);
    format!("dosing::OralNumbers {oral}")
}

fn effect_site(site: &EffectSite) -> String {
    let site = numbers(&[
        ("exchange_per_hour", &site.exchange_per_hour),
        (
            "half_blocking_nanograms_per_milliliter",
            &site.half_blocking_nanograms_per_milliliter,
        ),
    ]);
    format!("blockade::EffectSiteNumbers {site}")
}

/// A number so that Rust reads back the same bits.
fn number(number: &Number) -> String {
    format!("{:?}", number.value)
}

fn numbers(named: &[(&str, &Number)]) -> String {
    let named: Vec<_> = named
        .iter()
        .map(|(name, value)| (*name, number(value)))
        .collect();
    fields(&named)
}

fn fields(named: &[(&str, String)]) -> String {
    let inside = named.iter().fold(String::new(), |all, (name, value)| {
        format!("{all}{name}: {value}, ")
    });
    format!("{{ {inside}}}")
}
