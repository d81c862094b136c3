//! Times the model natively and in wasm under Node, and prints how much slower wasm is.

use crate::tools::Toolbox;
use crate::{run, say};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::process::Command;

/// How much slower wasm may be than the same profile natively.
const MOST_TIMES_SLOWER: f64 = 2.0;

/// What else has to be quick in wasm, and its limit in nanoseconds.
const SEARCHES: [(&str, f64); 4] = [
    ("search-keystroke", 200_000.0),
    ("search-keystroke-100-times-the-content", 10_000_000.0),
    ("search-start", 30_000_000.0),
    // The slowest of the texts that nobody would type, of ten kilobytes at most.
    ("search-hostile", 20_000_000.0),
];

/// The step that has to fit well into a frame, and its limit in nanoseconds.
const STEP: (&str, f64) = ("step-60-receptors-400-molecules", 20_000.0);

/// Nanoseconds of each piece of work, natively and in wasm.
struct Speeds {
    native: BTreeMap<String, f64>,
    wasm: BTreeMap<String, f64>,
}

/// Builds and times both, and prints them side by side.
pub(crate) fn compare() -> Result<()> {
    let tools = Toolbox::set_up(false)?;
    let test = ["test", "--release", "--test", "speed"];
    let options = ["--", "--include-ignored", "--nocapture"];
    let mut native = run::cargo();
    native.args(test).args(options);
    let mut wasm = tools.cargo_for_wasm()?;
    wasm.args(test)
        .args(["--target", "wasm32-unknown-unknown"])
        .args(options);
    let speeds = Speeds {
        native: speeds(native)?,
        wasm: speeds(wasm)?,
    };
    say::plain(&speeds.to_string());
    if speeds.held() {
        Ok(())
    } else {
        bail!("the model is slower than it should be; close other programs and try again")
    }
}

impl Speeds {
    /// Whether wasm keeps to its limits.
    fn held(&self) -> bool {
        let step = self.wasm.get(STEP.0).is_some_and(|step| *step <= STEP.1);
        let searches = SEARCHES
            .iter()
            .all(|(name, most)| self.wasm.get(*name).is_some_and(|took| took <= most));
        step && searches
            && self
                .ratios()
                .filter(|(name, ..)| !name.starts_with("search-"))
                .all(|(_, _, _, ratio)| ratio <= MOST_TIMES_SLOWER)
    }

    fn ratios(&self) -> impl Iterator<Item = (&str, f64, f64, f64)> {
        self.native.iter().filter_map(|(name, native)| {
            let wasm = self.wasm.get(name)?;
            Some((name.as_str(), *native, *wasm, wasm / native))
        })
    }
}

impl std::fmt::Display for Speeds {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            out,
            "{:<40}{:>14}{:>14}{:>8}",
            "work", "native ns", "wasm ns", "ratio"
        )?;
        for (name, native, wasm, ratio) in self.ratios() {
            writeln!(out, "{name:<40}{native:>14.1}{wasm:>14.1}{ratio:>8.2}")?;
        }
        let verdict = if self.held() {
            "within its limits"
        } else {
            "NOT within its limits"
        };
        for (name, most) in [STEP].into_iter().chain(SEARCHES) {
            writeln!(out, "at most in wasm: {name} {most:.0} ns")?;
        }
        writeln!(
            out,
            "at most in wasm: the model {MOST_TIMES_SLOWER} times native\n{verdict}"
        )
    }
}

fn speeds(mut command: Command) -> Result<BTreeMap<String, f64>> {
    let output = command.output().context("cargo did not start")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut speeds = BTreeMap::new();
    for line in text.lines() {
        let Some((_, rest)) = line.split_once("speed ") else {
            continue;
        };
        let Some((name, number)) = rest.split_once(' ') else {
            continue;
        };
        if let Ok(number) = number.trim().parse() {
            speeds.insert(name.to_owned(), number);
        }
    }
    if speeds.is_empty() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("nothing was timed\n{said}");
    }
    Ok(speeds)
}
