//! Pictures of every part, taken by the browser tests, for a person to look at.

use crate::{dist, place, run, say, test};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Takes the pictures into a folder, `screenshots` unless another is named.
pub(crate) fn take(folder: Option<&Path>) -> Result<()> {
    let folder = match folder {
        Some(named) => {
            std::path::absolute(named).context("name a folder to put the pictures in")?
        }
        None => place::root().join("screenshots"),
    };
    dist::bring_up_to_date()?;
    fs::create_dir_all(&folder)
        .with_context(|| format!("{} cannot be written", folder.display()))?;
    say::line("taking the pictures, a few minutes");
    let mut tests = test::browser_tests()?;
    tests
        .args(["--", "--ignored", "screenshots"])
        .env("SCREENSHOTS", &folder);
    run::run(&mut tests, "mend what is said above")?;
    publish(&folder)?;
    say::line(&format!("the pictures are in {}", folder.display()));
    Ok(())
}

/// Puts the pictures that the README shows where it looks for them.
fn publish(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(shown) = name.strip_prefix("readme-") {
            let to = place::root().join("docs").join(shown);
            fs::copy(&file, &to).with_context(|| format!("{} cannot be written", to.display()))?;
        }
    }
    Ok(())
}
