//! The lines of `docs/servers.md`, run by the servers that they are for: does each keep what is promised there?

mod answer;
mod promises;
mod software;

use self::software::{Running, Software};
use crate::tools::servers;
use crate::{dist, place, run, say, test};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder below the root of each server that the guide's lines are for.
const BELOW: &str = "naltrexone";

/// A page with the element, beside the files to embed.
const PAGE: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>\
    <link rel=\"icon\" href=\"./site/icon.svg\">\
    <script type=\"module\" src=\"./embed/naltrexone-explainer.js\"></script></head>\
    <body><naltrexone-explainer></naltrexone-explainer></body></html>\n";

/// Starts each server over what is published, and says a line about each; fails when one breaks a promise.
pub(crate) fn check() -> Result<()> {
    dist::bring_up_to_date()?;
    let found = servers::set_up()?;
    let guide = fs::read_to_string(place::root().join("docs/servers.md"))
        .context("docs/servers.md cannot be read")?;
    let place = Place::made()?;
    let mut running = Vec::new();
    for software in Software::ALL {
        let lines = software.lines(&guide)?;
        running.push((software, software.start(&found, &lines, &place.folder)?));
    }
    let mut broken = Vec::new();
    for (software, server) in &running {
        let report = promises::look(server.address, &place.public())
            .with_context(|| format!("{}; its log: {}", software.name(), server.said()))?;
        say::line(&format!(
            "{:<8} {:<16} {}",
            software.name(),
            server.version,
            report.summary()
        ));
        for breach in report.breaches.iter().take(20) {
            say::line(&format!("  {breach}"));
        }
        if !report.breaches.is_empty() {
            broken.push(software.name());
        }
    }
    if !broken.is_empty() {
        bail!(
            "promises of docs/servers.md are broken by {}",
            broken.join(", ")
        );
    }
    in_browser(&running)?;
    say::line("every server keeps what docs/servers.md promises, and the explainer runs from each");
    Ok(())
}

/// Opens the page, the element and the self-test from each server.
fn in_browser(running: &[(Software, Running)]) -> Result<()> {
    let named = running.iter().map(|(software, server)| {
        format!("{}=http://{}/{BELOW}/", software.name(), server.address)
    });
    let list: Vec<_> = named.collect();
    let mut tests = test::browser_tests()?;
    tests.args(["--", "--ignored", "servers_", "--nocapture"]);
    tests.env("SERVERS", list.join(" "));
    run::run(&mut tests, "mend what is said above")
}

/// A folder of its own that every user may read, as servers do not run as the one who starts them.
struct Place {
    folder: PathBuf,
}

impl Place {
    fn made() -> Result<Self> {
        let name = format!("naltrexone-servers-{}", std::process::id());
        let place = Self {
            folder: std::env::temp_dir().join(name),
        };
        let below = place.public().join(BELOW);
        copy(&dist::site(), &below.join("site"))?;
        copy(&dist::embed(), &below.join("embed"))?;
        fs::write(below.join("page.html"), PAGE)?;
        Ok(place)
    }

    /// What the servers hand out.
    fn public(&self) -> PathBuf {
        self.folder.join("public")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let problem = || format!("{} cannot be copied to {}", from.display(), to.display());
    fs::create_dir_all(to).with_context(problem)?;
    for entry in fs::read_dir(from).with_context(problem)? {
        let (path, to) = {
            let entry = entry.with_context(problem)?;
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to).with_context(problem)?;
        }
    }
    Ok(())
}
