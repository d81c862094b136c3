//! A folder of tables: its parameters, its rows, and the model built from them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use naltrexone_explainer::model::pharmacology::alcohol::AlcoholNumbers;
use naltrexone_explainer::model::pharmacology::blockade::{EffectSite, EffectSiteNumbers};
use naltrexone_explainer::model::pharmacology::dosing::{
    Dose, OralNumbers, PharmacokineticNumbers, Pharmacokinetics, ReleasePhase, Route,
};
use naltrexone_explainer::model::units::{Hours, Milligrams};
use serde_json::Value;

use super::Trouble;

/// A folder with its `params.json` read.
pub(crate) struct Folder {
    directory: PathBuf,
    parameters: Value,
}

impl Folder {
    /// Opens the folder and reads its parameters.
    pub(crate) fn open(directory: &Path) -> Result<Self, Trouble> {
        let path = directory.join("params.json");
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let parameters =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self {
            directory: directory.to_owned(),
            parameters,
        })
    }

    /// Whether the folder holds a file.
    pub(crate) fn has(&self, table: &str) -> bool {
        self.directory.join(table).is_file()
    }

    /// A table's rows.
    pub(crate) fn table(&self, name: &str) -> Result<Vec<Row>, Trouble> {
        let text = fs::read_to_string(self.directory.join(name))
            .map_err(|error| format!("{name}: {error}"))?;
        let mut lines = text.lines().zip(1..);
        let (header, _) = lines.next().ok_or_else(|| format!("{name} is empty"))?;
        let columns = fields(header);
        lines
            .filter(|(line, _)| !line.trim().is_empty())
            .map(|(line, number)| {
                let values = fields(line);
                if values.len() == columns.len() {
                    Ok(Row {
                        number,
                        cells: columns.iter().cloned().zip(values).collect(),
                    })
                } else {
                    Err(format!("{name} line {number} has {} fields", values.len()).into())
                }
            })
            .collect()
    }

    /// A parameter by its path, such as `["pk", "ke0"]`.
    pub(crate) fn number(&self, path: &[&str]) -> Result<f64, Trouble> {
        let mut value = &self.parameters;
        for key in path {
            value = value
                .get(key)
                .ok_or_else(|| format!("params.json lacks `{}`", path.join(".")))?;
        }
        value
            .as_f64()
            .ok_or_else(|| format!("`{}` in params.json is not a number", path.join(".")).into())
    }

    /// What the body does to naltrexone, by the folder's parameters.
    pub(crate) fn pharmacokinetics(&self) -> Result<Pharmacokinetics, Trouble> {
        let pk = |key: &str| self.number(&["pk", key]);
        let phases = self
            .parameters
            .get("pk")
            .and_then(|pk| pk.get("xr_phases"))
            .and_then(Value::as_array)
            .ok_or("params.json lacks `pk.xr_phases`")?;
        let injection_phases = phases
            .iter()
            .map(|phase| {
                let part = |key: &str| {
                    phase
                        .get(key)
                        .and_then(Value::as_f64)
                        .ok_or_else(|| format!("a phase in params.json lacks `{key}`"))
                };
                Ok(ReleasePhase {
                    part: part("fraction")?,
                    rise_per_hour: part("rise")?,
                    fall_per_hour: part("fall")?,
                })
            })
            .collect::<Result<_, Trouble>>()?;
        Ok(Pharmacokinetics::new(&PharmacokineticNumbers {
            oral_naltrexone: OralNumbers {
                bioavailability: pk("oral_F")?,
                clearance_liters_per_hour: pk("CL_ntx")?,
                uptake_per_hour: pk("oral_ka")?,
                early_fall_per_hour: pk("oral_alpha")?,
                late_fall_per_hour: pk("oral_beta")?,
                early_part: pk("oral_f")?,
            },
            oral_naltrexol: OralNumbers {
                bioavailability: pk("oral_fm")?,
                clearance_liters_per_hour: pk("CL_6bn")?,
                uptake_per_hour: pk("m_ka")?,
                early_fall_per_hour: pk("m_alpha")?,
                late_fall_per_hour: pk("m_beta")?,
                early_part: pk("m_f")?,
            },
            injection_phases,
            injection_conversion: pk("fm_sys")?,
            naltrexol_potency: pk("r_6bn")?,
        })?)
    }

    /// The effect site behind it.
    pub(crate) fn effect_site(&self) -> Result<EffectSite, Trouble> {
        let numbers = EffectSiteNumbers {
            exchange_per_hour: self.number(&["pk", "ke0"])?,
            half_blocking_nanograms_per_milliliter: self.number(&["pk", "EC50"])?,
        };
        Ok(EffectSite::new(&self.pharmacokinetics()?, &numbers)?)
    }

    /// The alcohol illustration's numbers.
    pub(crate) fn alcohol(&self) -> Result<AlcoholNumbers, Trouble> {
        Ok(AlcoholNumbers {
            resting_endorphin: self.number(&["alcohol", "e0"])?,
            release_gain: self.number(&["alcohol", "gain"])?,
            efficacy: self.number(&["ligands", "beta-endorphin", "tau"])?,
            direct_part: self.number(&["alcohol", "direct"])?,
        })
    }

    /// The dose lists by name.
    pub(crate) fn regimens(&self) -> Result<HashMap<String, Vec<Dose>>, Trouble> {
        let mut regimens: HashMap<String, Vec<Dose>> = HashMap::new();
        for row in self.table("regimens.csv")? {
            let route = match row.text("route")? {
                "oral" => Route::Tablet,
                "xr" => Route::Injection,
                other => {
                    return Err(format!("regimens.csv line {}: route `{other}`", row.number).into());
                }
            };
            let dose = Dose {
                at: Hours::new(row.number("t_h")?)?,
                amount: Milligrams::new(row.number("mg")?)?,
                route,
            };
            regimens
                .entry(row.text("regimen")?.to_owned())
                .or_default()
                .push(dose);
        }
        Ok(regimens)
    }
}

/// One row of a table.
pub(crate) struct Row {
    /// Its line in the file, from one.
    pub(crate) number: usize,
    cells: HashMap<String, String>,
}

impl Row {
    /// A cell as written.
    pub(crate) fn text(&self, column: &str) -> Result<&str, Trouble> {
        let cell = self.cells.get(column);
        Ok(cell.ok_or_else(|| format!("line {} lacks column `{column}`", self.number))?)
    }

    /// A cell as a number; `inf` is allowed.
    pub(crate) fn number(&self, column: &str) -> Result<f64, Trouble> {
        let text = self.text(column)?;
        let parsed = text.trim().parse();
        Ok(parsed
            .map_err(|_| format!("line {}, `{column}`: `{text}` is not a number", self.number))?)
    }

    /// A cell as a number, or none if it is blank.
    pub(crate) fn number_if_any(&self, column: &str) -> Result<Option<f64>, Trouble> {
        if self.text(column)?.trim().is_empty() {
            Ok(None)
        } else {
            self.number(column).map(Some)
        }
    }
}

/// The fields of a line, with double quotes around those that hold a comma.
fn fields(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(character),
        }
    }
    fields.push(field);
    fields
}
