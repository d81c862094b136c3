//! Checks a folder of reference tables against the model, table by table and row by row.
//!
//! All parameters come from the folder, so that it works equally on other values.

mod body;
mod chance;
mod chemistry;
mod folder;
mod published;
mod statistics;

use std::fmt;
use std::path::Path;

pub(crate) use self::folder::Folder;

/// Whatever stops a table from being checked: which place, which entry, what is wrong.
pub(crate) type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// How far found values may lie from expected ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tolerance {
    /// As a part of the expected value.
    pub(crate) relative: f64,
    /// On top of that.
    pub(crate) absolute: f64,
}

/// What one table came to.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// The table's file name.
    pub(crate) table: &'static str,
    /// How many rows were read.
    pub(crate) rows: usize,
    /// Largest difference of all.
    pub(crate) worst_absolute: f64,
    /// Largest difference as a part of the expected value, where that is above the absolute
    /// tolerance.
    pub(crate) worst_relative: f64,
    /// The widest tolerance allowed in it.
    pub(crate) tolerance: Tolerance,
    /// The first differences beyond tolerance, in words.
    pub(crate) complaints: Vec<String>,
    /// How many there were in all.
    pub(crate) failures: usize,
    /// Something worth knowing beside the verdict.
    pub(crate) note: String,
}

impl Tally {
    /// An empty tally.
    fn new(table: &'static str, relative: f64, absolute: f64) -> Self {
        Self {
            table,
            rows: 0,
            worst_absolute: 0.0,
            worst_relative: 0.0,
            tolerance: Tolerance { relative, absolute },
            complaints: Vec::new(),
            failures: 0,
            note: String::new(),
        }
    }

    /// Compares one value and keeps the worst.
    fn compare(&mut self, place: impl fmt::Display, found: f64, expected: f64) {
        let Tolerance { relative, absolute } = self.tolerance;
        let difference = (found - expected).abs();
        self.worst_absolute = self.worst_absolute.max(difference);
        if expected.abs() > absolute && expected != 0.0 {
            self.worst_relative = self.worst_relative.max(difference / expected.abs());
        }
        let held = difference <= relative * expected.abs() + absolute;
        self.claim(held, || {
            format!("{place}: found {found:e}, expected {expected:e}")
        });
    }

    /// Notes a claim that does not hold.
    fn claim(&mut self, held: bool, complaint: impl FnOnce() -> String) {
        if !held {
            self.failures += 1;
            if self.complaints.len() < 5 {
                self.complaints.push(complaint());
            }
        }
    }

    /// Whether every row held.
    pub(crate) fn held(&self) -> bool {
        self.failures == 0 && self.rows > 0
    }
}

/// What became of one table.
pub(crate) enum Outcome {
    /// It was read and compared.
    Checked(Tally),
    /// The folder has no such file.
    Absent(&'static str),
    /// It could not be read or understood.
    Unreadable(&'static str, Trouble),
}

/// What all tables of a folder came to.
pub(crate) struct Report {
    /// One entry per table, in the order of the description.
    pub(crate) outcomes: Vec<Outcome>,
}

impl Report {
    /// Whether something was checked and all of it held.
    pub(crate) fn held(&self) -> bool {
        let mut checked = 0;
        let all = self.outcomes.iter().all(|outcome| match outcome {
            Outcome::Checked(tally) => {
                checked += 1;
                tally.held()
            }
            Outcome::Absent(_) => true,
            Outcome::Unreadable(..) => false,
        });
        all && checked > 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{:<26}{:>6}  {:>10}  {:>10}  {:<26}verdict",
            "table", "rows", "worst abs", "worst rel", "tolerance (rel + abs)"
        )?;
        for outcome in &self.outcomes {
            match outcome {
                Outcome::Checked(tally) => {
                    let Tolerance { relative, absolute } = tally.tolerance;
                    writeln!(
                        out,
                        "{:<26}{:>6}  {:>10.2e}  {:>10.2e}  {:<26}{}",
                        tally.table,
                        tally.rows,
                        tally.worst_absolute,
                        tally.worst_relative,
                        format!("{relative:.0e} + {absolute:.0e}"),
                        if tally.held() { "holds" } else { "FAILS" },
                    )?;
                    if !tally.note.is_empty() {
                        writeln!(out, "    {}", tally.note)?;
                    }
                    for complaint in &tally.complaints {
                        writeln!(out, "    {complaint}")?;
                    }
                    if tally.failures > tally.complaints.len() {
                        writeln!(
                            out,
                            "    and {} more",
                            tally.failures - tally.complaints.len()
                        )?;
                    }
                }
                Outcome::Absent(table) => writeln!(out, "{table:<26} skipped: not in the folder")?,
                Outcome::Unreadable(table, trouble) => {
                    writeln!(out, "{table:<26} UNREADABLE: {trouble}")?;
                }
            }
        }
        let verdict = if self.held() {
            "all tables hold"
        } else {
            "not all tables hold"
        };
        writeln!(out, "{verdict}")
    }
}

type Check = fn(&Folder) -> Result<Tally, Trouble>;

const CHECKS: [(&str, Check); 14] = [
    ("gaddum.csv", chemistry::gaddum),
    ("kinetics.csv", chemistry::kinetics),
    ("kinetics-segments.csv", chemistry::segments),
    ("kinetics-decay.csv", chemistry::decay),
    ("schild.csv", chemistry::schild),
    ("dose-response.csv", chemistry::dose_response),
    ("stochastic.csv", chance::stochastic),
    ("pk-oral.csv", body::oral),
    ("pk-xr.csv", body::injection),
    ("occupancy-timeline.csv", body::occupancy),
    ("alcohol-schematic.csv", body::alcohol),
    ("vulnerability-schematic.csv", body::vulnerability),
    ("published-checks.csv", published::checks),
    ("published-schild.csv", published::schild),
];

/// Checks every table the folder holds; an error only if the folder itself cannot be used.
pub(crate) fn run(directory: &Path) -> Result<Report, Trouble> {
    run_only(directory, |_| true)
}

/// The same for some of the tables, by their file names.
pub(crate) fn run_only(directory: &Path, wanted: impl Fn(&str) -> bool) -> Result<Report, Trouble> {
    let folder = Folder::open(directory)?;
    let checks = CHECKS.iter().filter(|(table, _)| wanted(table));
    let outcomes = checks.map(|&(table, check)| {
        if !folder.has(table) {
            return Outcome::Absent(table);
        }
        match check(&folder) {
            Ok(tally) => Outcome::Checked(tally),
            Err(trouble) => Outcome::Unreadable(table, trouble),
        }
    });
    Ok(Report {
        outcomes: outcomes.collect(),
    })
}
