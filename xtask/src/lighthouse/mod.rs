//! How Lighthouse judges the standalone page on a phone: four scores against their limits.

mod server;

use crate::tools::{browser, lighthouse};
use crate::{dist, place, run, say};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

/// What each category must reach, of a hundred.
const LIMITS: [(&str, f64); 4] = [
    ("accessibility", 100.0),
    ("best-practices", 100.0),
    ("seo", 100.0),
    ("performance", 95.0),
];

/// Prints the scores and what cost points; fails when one is under its limit.
pub(crate) fn judge() -> Result<()> {
    dist::bring_up_to_date()?;
    let program = lighthouse::set_up()?;
    let chrome = browser::set_up()?.chrome;
    let address = server::start(dist::site())?;
    let report = place::dist().join("lighthouse.json");
    say::line("asking Lighthouse, about a minute");
    let mut command = run::program("node");
    command.arg(program).arg(&address).args([
        "--quiet",
        "--output=json",
        "--only-categories=accessibility,best-practices,seo,performance",
        // Our own page on this machine; root has no sandbox.
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic",
    ]);
    command.arg(format!("--output-path={}", report.display()));
    command.env("CHROME_PATH", chrome);
    run::run(&mut command, "mend what is said above")?;
    let text = fs::read(&report).with_context(|| format!("{} is missing", report.display()))?;
    let report: Value = serde_json::from_slice(&text)?;
    let mut under = Vec::new();
    for (category, limit) in LIMITS {
        let score = score(&report, category).with_context(|| format!("no score of {category}"))?;
        let verdict = if score < limit { "UNDER" } else { "ok" };
        say::line(&format!(
            "{category:<16} {score:>4.0}  of {limit:.0}  {verdict}"
        ));
        for lost in lost(&report, category) {
            say::line(&format!("  {lost}"));
        }
        if score < limit {
            under.push(category);
        }
    }
    if under.is_empty() {
        return Ok(());
    }
    bail!(
        "under the limit: {}; dist/lighthouse.json has the details",
        under.join(", ")
    );
}

fn score(report: &Value, category: &str) -> Option<f64> {
    let share = report.pointer(&format!("/categories/{category}/score"))?;
    Some((share.as_f64()? * 100.0).round())
}

/// The checks with a weight that were not wholly passed: what they say and what they found.
fn lost(report: &Value, category: &str) -> Vec<String> {
    let checks = report.pointer(&format!("/categories/{category}/auditRefs"));
    let checks = checks.and_then(Value::as_array).into_iter().flatten();
    let lost = checks.filter_map(|check| {
        check
            .get("weight")?
            .as_f64()
            .filter(|weight| *weight > 0.0)?;
        let audit = report.get("audits")?.get(check.get("id")?.as_str()?)?;
        let score = audit.get("score")?.as_f64()?;
        let shown = audit.get("displayValue").and_then(Value::as_str);
        let title = audit.get("title")?.as_str()?;
        (score < 1.0).then(|| format!("{score:.2} {title} {}", shown.unwrap_or_default()))
    });
    lost.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cost_points_is_named_and_what_weighs_nothing_is_not() {
        let report = serde_json::json!({
            "categories": { "seo": { "score": 0.915, "auditRefs": [
                { "id": "a", "weight": 1 }, { "id": "b", "weight": 0 }, { "id": "c", "weight": 2 },
            ] } },
            "audits": {
                "a": { "score": 0.5, "title": "Slow", "displayValue": "2 s" },
                "b": { "score": 0, "title": "A note" },
                "c": { "score": 1, "title": "Quick" },
            },
        });
        assert_eq!(score(&report, "seo"), Some(92.0));
        assert_eq!(score(&report, "performance"), None);
        assert_eq!(lost(&report, "seo"), ["0.50 Slow 2 s"]);
    }
}
