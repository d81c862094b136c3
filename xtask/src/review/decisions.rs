//! The decisions of a filled-in sheet, as spreadsheet programs give it back.

use super::sheet::Row;
use anyhow::{Result, anyhow, bail};
use csv::StringRecord;
use naltrexone_explainer::content::files::written::{Decision, Verdict};
use std::collections::BTreeMap;

/// The decisions by the ids of what they were taken on; rows without one are passed over.
///
/// Refused as a whole, with every row that must be mended, if one of them cannot be understood.
pub(super) fn read(sheet: &str, rows: &[Row]) -> Result<BTreeMap<String, Decision>> {
    let sheet = sheet.trim_start_matches('\u{feff}');
    let heading = sheet.lines().next().unwrap_or_default();
    // Where a comma stands before tenths, spreadsheet programs write a semicolon between cells.
    let semicolons = heading.matches(';').count() > heading.matches(',').count();
    let delimiter = if semicolons { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(sheet.as_bytes());
    let columns = reader.headers()?.clone();
    for needed in ["id", "decision", "reviewer", "date", "note", "version"] {
        if !columns.iter().any(|column| column == needed) {
            bail!("the sheet has no column `{needed}`; keep all the columns it was written with");
        }
    }
    let mut decided = BTreeMap::new();
    let mut problems = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |name: &str| cell(&columns, &record, name);
        let id = cell("id");
        if cell("decision").is_empty() {
            continue;
        }
        match decision(&cell) {
            Err(problem) => problems.push(format!("`{id}` {problem}")),
            Ok(_) if !rows.iter().any(|row| row.id == id) => {
                problems.push(format!("`{id}` is not in the content; remove the row"));
            }
            Ok(decision) => {
                decided.insert(id.to_owned(), decision);
            }
        }
    }
    if problems.is_empty() {
        Ok(decided)
    } else {
        Err(anyhow!(
            "the sheet must be mended, nothing was taken:\n  {}",
            problems.join("\n  ")
        ))
    }
}

fn decision<'a>(cell: &impl Fn(&str) -> &'a str) -> Result<Decision, String> {
    let decision = match cell("decision").to_lowercase().as_str() {
        "approve" | "approved" => Verdict::Approve,
        "change" => Verdict::Change,
        "reject" | "rejected" => Verdict::Reject,
        other => return Err(format!("says `{other}`; write approve, change or reject")),
    };
    let required = |name: &str, remedy: &str| match cell(name) {
        "" => Err(format!("has no {name}; {remedy}")),
        value => Ok(value.to_owned()),
    };
    let on = required("date", "write the day of the decision, such as 2026-01-31")?;
    if !is_day(&on) {
        return Err(format!(
            "has the date `{on}`; write it as year-month-day: 2026-01-31"
        ));
    }
    Ok(Decision {
        decision,
        by: required("reviewer", "write the name of who decided")?,
        on,
        text_hash: required("version", "copy it from the sheet as it was written")?,
        note: cell("note").to_owned(),
    })
}

fn cell<'a>(columns: &StringRecord, record: &'a StringRecord, name: &str) -> &'a str {
    let place = columns.iter().position(|column| column == name);
    place
        .and_then(|place| record.get(place))
        .unwrap_or_default()
        .trim()
}

fn is_day(text: &str) -> bool {
    let numbers: Vec<_> = text
        .split('-')
        .map(|part| (part.len(), part.parse::<u32>()))
        .collect();
    matches!(
        numbers.as_slice(),
        [(4, Ok(2000..=2999)), (2, Ok(1..=12)), (2, Ok(1..=31))]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str = "id,text,decision,reviewer,date,note,version\n";

    fn rows() -> Vec<Row> {
        vec![Row {
            id: "takeaway-blocks".into(),
            ..Row::default()
        }]
    }

    #[track_caller]
    fn refused(line: &str, reason: &str) {
        let refusal = read(&format!("{HEADING}{line}\n"), &rows()).err();
        let refusal = refusal.map(|error| error.to_string()).unwrap_or_default();
        assert!(refusal.contains(reason), "{refusal}");
    }

    #[test]
    fn a_decision_holds_for_the_version_it_was_taken_on() -> Result<()> {
        let sheet = format!(
            "\u{feff}{HEADING}takeaway-blocks,\"It, so.\",Approve,Dr. A,2026-01-31,fine,abc\n\
             other,x,,,,,def\n"
        );
        let decided = read(&sheet, &rows())?;
        let expected = Decision {
            decision: Verdict::Approve,
            by: "Dr. A".into(),
            on: "2026-01-31".into(),
            text_hash: "abc".into(),
            note: "fine".into(),
        };
        assert_eq!(
            decided,
            BTreeMap::from([("takeaway-blocks".to_owned(), expected)])
        );
        Ok(())
    }

    #[test]
    fn semicolons_do_as_well() -> Result<()> {
        let sheet =
            "id;decision;reviewer;date;note;version\ntakeaway-blocks;reject;B;2026-02-01;;abc\n";
        assert_eq!(read(sheet, &rows())?.len(), 1);
        Ok(())
    }

    #[test]
    fn what_cannot_be_understood_is_refused_with_what_to_write() {
        refused(
            "takeaway-blocks,x,yes,A,2026-01-31,,abc",
            "says `yes`; write approve, change or reject",
        );
        refused(
            "takeaway-blocks,x,approve,,2026-01-31,,abc",
            "has no reviewer",
        );
        refused(
            "takeaway-blocks,x,approve,A,31/01/2026,,abc",
            "write it as year-month-day",
        );
        refused(
            "unknown,x,approve,A,2026-01-31,,abc",
            "`unknown` is not in the content",
        );
        let cut = read("id,decision\n", &rows())
            .err()
            .map(|error| error.to_string());
        assert!(cut.is_some_and(|cut| cut.contains("no column `reviewer`")));
    }
}
