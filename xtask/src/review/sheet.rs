//! The sheet: one row for each statement, side effect and telephone number.

use anyhow::{Context, Result};
use naltrexone_explainer::content::files::words::{number, plain, short_hash};
use naltrexone_explainer::content::files::written::{
    Band, Basis, Country, Fact, Line, Share, SideEffectRow, Source, Verdict,
};
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files};
use serde::Serialize;
use std::fmt::Display;

/// The review state of what a reviewer approved and nobody changed since.
pub(super) const APPROVED: &str = "approved";

/// One row of the sheet, in the order of its columns.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) text: String,
    /// Each figure by its name, without its unit.
    pub(super) figures: String,
    /// The unit of each figure.
    pub(super) units: String,
    /// Titles, dates and addresses.
    pub(super) sources: String,
    /// How the text and each figure came to us.
    pub(super) basis: String,
    pub(super) shown: &'static str,
    pub(super) review: &'static str,
    pub(super) decision: String,
    pub(super) reviewer: String,
    pub(super) date: String,
    pub(super) note: String,
    /// What the text was when the sheet was written; a decision holds for it alone.
    pub(super) version: String,
}

/// Every row, in the order of the files.
pub(super) fn rows(files: &Files) -> Vec<Row> {
    let facts = files.facts.iter().map(|fact| statement(files, fact));
    let effects = files
        .side_effects
        .rows
        .iter()
        .map(|row| side_effect(files, row));
    let emergencies = files
        .help_lines
        .iter()
        .map(|country| emergency(files, country));
    let lines = files.help_lines.iter().flat_map(|country| &country.lines);
    let lines = lines.map(|line| help_line(files, line));
    facts
        .chain(effects)
        .chain(emergencies)
        .chain(lines)
        .collect()
}

/// The sheet as text that spreadsheet programs read: UTF-8, announced as such.
pub(super) fn written(rows: &[Row]) -> Result<Vec<u8>> {
    let mut sheet = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        sheet.serialize(row)?;
    }
    sheet
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)
        .context("the sheet cannot be written")
}

fn statement(files: &Files, fact: &Fact) -> Row {
    let locale = files.locales.get(FIRST_LANGUAGE);
    let value =
        |value: f64| locale.map_or_else(|| value.to_string(), |locale| number(value, locale));
    let figures = fact.figures.iter();
    let own_basis = figures
        .clone()
        .filter_map(|(name, figure)| Some((name, figure.basis?)));
    let text = plain(files, &fact.id);
    let row = Row {
        id: fact.id.clone(),
        version: short_hash(&text),
        text,
        figures: listed(
            figures
                .clone()
                .map(|(name, figure)| named(name, value(figure.value))),
        ),
        units: listed(figures.map(|(name, figure)| named(name, written_name(figure.unit)))),
        basis: listed(
            std::iter::once(written_name(fact.basis))
                .chain(own_basis.map(|(name, basis)| named(name, written_name(basis)))),
        ),
        shown: yes_or_no(fact.shown),
        ..Row::default()
    };
    finished(files, row, &fact.sources)
}

fn side_effect(files: &Files, row: &SideEffectRow) -> Row {
    let effect = row.words();
    let own = plain(files, &format!("row-{}", row.id));
    let name = if own.is_empty() {
        plain(files, &effect)
    } else {
        own
    };
    let populations = listed(
        row.populations
            .iter()
            .map(|population| written_name(*population)),
    );
    let shares = [("drug", &row.drug), ("placebo", &row.placebo)];
    let shares = shares
        .iter()
        .filter_map(|(name, share)| Some((*name, share.as_ref()?)));
    let figures = shares
        .clone()
        .flat_map(|(name, share)| share_figures(name, share));
    let figures: Vec<_> = figures
        .chain(row.band.iter().flat_map(band_figures))
        .collect();
    let bases = shares.flat_map(|(name, share)| share_bases(name, share));
    let bases = bases.chain(
        row.band
            .iter()
            .map(|band| named("band", written_name(band.basis))),
    );
    let text = format!(
        "{name} [{}; {populations}; {}; {}]",
        plain(files, &format!("{effect}.term")),
        written_name(row.seriousness),
        written_name(row.action),
    );
    let figures_text = listed(figures.iter().map(|(name, value, _)| named(name, value)));
    let row_of_sheet = Row {
        id: row.id.clone(),
        version: short_hash(&format!("{text}\n{figures_text}")),
        text,
        figures: figures_text,
        units: listed(figures.iter().map(|(name, _, unit)| named(name, unit))),
        basis: listed(std::iter::once(written_name(row.basis)).chain(bases)),
        shown: yes_or_no(row.basis != Basis::Recalled),
        ..Row::default()
    };
    finished(files, row_of_sheet, &row.sources)
}

fn emergency(files: &Files, country: &Country) -> Row {
    let text = plain(files, &format!("country-{}", country.country));
    let number = &country.emergency.number;
    let row = Row {
        id: country.country.clone(),
        text,
        ..telephone(number, country.emergency.basis)
    };
    finished(files, row, &country.emergency.sources)
}

fn help_line(files: &Files, line: &Line) -> Row {
    let key = format!("line-{}", line.id);
    let ways = listed(line.ways.iter().map(|way| written_name(*way)));
    let when = plain(files, &format!("{key}.when"));
    let text = format!(
        "{}: {when} [{}; {ways}]",
        plain(files, &key),
        written_name(line.purpose)
    );
    let row = Row {
        id: line.id.clone(),
        text,
        ..telephone(&line.number, line.basis)
    };
    finished(files, row, &line.sources)
}

fn telephone(number: &str, basis: Basis) -> Row {
    Row {
        figures: named("number", number),
        units: named("number", "telephone"),
        basis: written_name(basis),
        shown: yes_or_no(matches!(basis, Basis::Read | Basis::Derived)),
        ..Row::default()
    }
}

/// The row with its sources and with what was decided on it before.
fn finished(files: &Files, mut row: Row, sources: &[String]) -> Row {
    let cited = sources
        .iter()
        .filter_map(|id| files.sources.iter().find(|source| source.id == *id));
    let cited: Vec<_> = cited.map(citation).collect();
    row.sources = cited.join(" | ");
    if row.version.is_empty() {
        row.version = short_hash(&format!("{}\n{}", row.text, row.figures));
    }
    row.review = "not reviewed";
    if let Some(decision) = files.review.get(&row.id) {
        let current = decision.text_hash == row.version;
        row.review = match decision.decision {
            _ if !current => "changed since it was reviewed",
            Verdict::Approve => APPROVED,
            Verdict::Change => "to be changed",
            Verdict::Reject => "rejected",
        };
        if current {
            row.decision = written_name(decision.decision);
            row.reviewer.clone_from(&decision.by);
            row.date.clone_from(&decision.on);
            row.note.clone_from(&decision.note);
        }
    }
    row
}

fn citation(source: &Source) -> String {
    let address = source.url.as_deref().unwrap_or("no address");
    let assisted = if source.machine_assisted {
        "machine-assisted"
    } else {
        ""
    };
    let parts = [
        source.title.as_str(),
        source.date.as_str(),
        address,
        assisted,
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

type FigureOfRow = (String, String, &'static str);

fn share_figures(name: &str, share: &Share) -> Vec<FigureOfRow> {
    let figure =
        |of: &str, value: Option<String>, unit| Some((format!("{name}-{of}"), value?, unit));
    [
        figure(
            "percent",
            share.percent.map(|value| value.to_string()),
            "percent",
        ),
        figure(
            "count",
            share.count.map(|value| value.to_string()),
            "people",
        ),
        figure("of", share.of.map(|value| value.to_string()), "people"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn share_bases(name: &str, share: &Share) -> Vec<String> {
    let count = share
        .count_basis
        .map(|basis| named(&format!("{name}-count"), written_name(basis)));
    std::iter::once(named(name, written_name(share.basis)))
        .chain(count)
        .collect()
}

fn band_figures(band: &Band) -> Vec<FigureOfRow> {
    [
        ("from", band.from_percent),
        ("to", band.to_percent),
        ("placebo-from", band.placebo_from_percent),
        ("placebo-to", band.placebo_to_percent),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?.to_string(), "percent")))
    .collect()
}

/// The word that a value goes by in the files.
fn written_name(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn named(name: &str, value: impl Display) -> String {
    format!("{name}: {value}")
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn yes_or_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
