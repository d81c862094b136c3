//! Every check, in the order in which a mistake is cheapest to find.

use crate::tools::browser::Browser;
use crate::tools::{Toolbox, axe, browser, engines, target};
use crate::{budget, dist, place, run, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// The test target that needs a browser; it runs by itself, on the published form.
const BROWSER_TESTS: &str = "browser";

/// One group of checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Format,
    Lint,
    Native,
    Budget,
    Browser,
}

impl Stage {
    pub(crate) const ALL: [Self; 5] = [
        Self::Format,
        Self::Lint,
        Self::Native,
        Self::Budget,
        Self::Browser,
    ];
    pub(crate) const QUICK: [Self; 3] = [Self::Format, Self::Lint, Self::Native];

    /// Stages from their names, in the order in which they run: `lint,native`.
    pub(crate) fn from_list(list: &str) -> Result<Vec<Self>> {
        let names: Vec<_> = list.split(',').map(str::trim).collect();
        if let Some(unknown) = names
            .iter()
            .find(|name| !Self::ALL.iter().any(|stage| stage.name() == **name))
        {
            let known = Self::ALL.map(Self::name).join(", ");
            bail!("there is no stage `{unknown}`; there are {known}");
        }
        Ok(Self::ALL
            .into_iter()
            .filter(|stage| names.contains(&stage.name()))
            .collect())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Budget => "budget",
            Self::Browser => "browser",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Format => "format: is every file laid out alike",
            Self::Lint => "lint: clippy for this machine and for the browser",
            Self::Native => "native: tests and content checks on this machine",
            Self::Budget => "budget: the published form, and its bytes",
            Self::Browser => "browser: the published form in headless Chromium",
        }
    }

    fn run(self, engines: &str) -> Result<()> {
        match self {
            Self::Format => run::run(
                run::cargo().args(["fmt", "--all", "--check"]),
                "run `cargo fmt`",
            ),
            Self::Lint => lint(),
            Self::Native => native(),
            Self::Budget => budget::check(),
            Self::Browser => in_browser(engines),
        }
    }
}

/// Sets everything up, then runs the stages until one fails; `engines` lists the browsers.
pub(crate) fn run(stages: &[Stage], engines: &str) -> Result<()> {
    let begun = say::now();
    say::heading("set-up");
    set_up(stages)?;
    say::line(&format!("-- set-up took {}", say::time(begun.elapsed())));
    let mut took = Vec::new();
    for (done, stage) in stages.iter().enumerate() {
        say::heading(&format!("{}/{} {}", done + 1, stages.len(), stage.title()));
        let stage_begun = say::now();
        stage
            .run(engines)
            .with_context(|| format!("`{}` failed", stage.name()))?;
        let time = say::time(stage_begun.elapsed());
        say::line(&format!("-- {} took {time}", stage.name()));
        took.push(format!("{} {time}", stage.name()));
    }
    say::line(&format!(
        "\nall is well after {}: {}",
        say::time(begun.elapsed()),
        took.join(", ")
    ));
    Ok(())
}

fn set_up(stages: &[Stage]) -> Result<()> {
    target::set_up_checks()?;
    if stages.contains(&Stage::Lint) {
        target::set_up()?;
    }
    if stages.contains(&Stage::Budget) || stages.contains(&Stage::Browser) {
        Toolbox::set_up(true)?;
    }
    if stages.contains(&Stage::Browser) {
        // What is missing here stops its own stage, not those before it.
        let problems = [browser::set_up().err(), axe::set_up().err()];
        for problem in problems.into_iter().flatten() {
            say::line(&format!("for the browser tests: {problem:#}"));
        }
    }
    Ok(())
}

fn lint() -> Result<()> {
    let remedy = "mend what is said above";
    let all = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "xtask/content",
        "--",
        "-D",
        "warnings",
    ];
    run::run(run::cargo().args(all), remedy)?;
    let browser = [
        "clippy",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    run::run(run::cargo().args(browser), remedy)
}

fn native() -> Result<()> {
    let mut tests = run::cargo();
    tests.args([
        "test",
        "--workspace",
        "--features",
        "xtask/content",
        "--lib",
        "--bins",
    ]);
    for name in test_targets()?.iter().filter(|name| *name != BROWSER_TESTS) {
        tests.args(["--test", name]);
    }
    // What a test measured, such as the reading grade of each part, is part of the answer.
    tests.args(["--", "--show-output"]);
    run::run(&mut tests, "mend what is said above")
}

/// The names of the test targets: files of `tests` and folders in it that have a `main.rs`.
fn test_targets() -> Result<Vec<String>> {
    let folder = place::root().join("tests");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).context("the folder `tests` cannot be read")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs") || path.join("main.rs").is_file() {
            names.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    names.sort();
    Ok(names)
}

fn in_browser(list: &str) -> Result<()> {
    dist::bring_up_to_date()?;
    dist::bring_fault_up_to_date()?;
    let mut tests = browser_tests()?;
    tests.env("ENGINES", list);
    if let Some(driver) = engines::set_up(list)? {
        tests.env("GECKODRIVER", driver);
    }
    run::run(&mut tests, "mend what is said above")?;
    replay_in_browser()
}

/// Plays the known runs in the browser's own WebAssembly: they must give the events of this machine.
fn replay_in_browser() -> Result<()> {
    let Browser { driver, .. } = browser::set_up()?;
    let mut tests = Toolbox::set_up(true)?.cargo_for_wasm()?;
    tests.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "replay",
    ]);
    tests
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_USE_BROWSER", "1");
    run::run(&mut tests, "mend what is said above")
}

/// The browser tests, told where the browser, the page and axe-core are.
pub(crate) fn browser_tests() -> Result<Command> {
    let Browser { chrome, driver } = browser::set_up()?;
    let mut tests = run::cargo();
    // With everything that the native tests were built with, so that nothing is built twice.
    tests.args(["test", "--workspace", "--features", "xtask/content"]);
    tests.args(["--test", BROWSER_TESTS]);
    tests.env("CHROME", chrome).env("CHROMEDRIVER", driver);
    tests.env("DIST", dist::site()).env("AXE", axe::set_up()?);
    tests.env("FAULT", dist::fault());
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_run_in_their_own_order_whatever_the_order_of_the_list() -> Result<()> {
        assert_eq!(
            Stage::from_list("native, format")?,
            [Stage::Format, Stage::Native]
        );
        Ok(())
    }

    #[test]
    fn an_unknown_stage_is_refused_with_the_names_of_those_there_are() {
        let refusal = Stage::from_list("lint,nativ")
            .err()
            .map(|error| error.to_string());
        let expected = "there is no stage `nativ`; there are format, lint, native, budget, browser";
        assert_eq!(refusal.as_deref(), Some(expected));
    }
}
