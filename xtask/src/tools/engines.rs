//! The other browsers for the tests, and what steers them.

use super::{Tool, crates, debian};
use crate::place;
use crate::version::Version;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;

/// What `all` stands for, and every name there is.
pub(crate) const ALL: &str = "chromium,firefox,webkit";

/// What is tried where nobody says otherwise.
pub(crate) const USUAL: &str = "chromium";

/// A list of engines as the tests read it; `all` is all of them.
pub(crate) fn from_list(list: &str) -> Result<String> {
    if list == "all" {
        return Ok(ALL.to_owned());
    }
    let unknown = list
        .split(',')
        .find(|name| !ALL.split(',').any(|known| known == *name));
    match unknown {
        Some(unknown) => bail!("there is no engine `{unknown}`; there are {ALL}, or `all`"),
        None => Ok(list.to_owned()),
    }
}

/// Sees to the browsers of a list; the answer is where geckodriver is, if it is not on the path.
pub(crate) fn set_up(list: &str) -> Result<Option<PathBuf>> {
    let wanted = |name: &str| list.split(',').any(|engine| engine == name);
    if wanted("webkit") {
        needed(&["WebKitWebDriver"], "webkit2gtk-driver")?;
        needed(&["Xvfb"], "xvfb")?;
    }
    if !wanted("firefox") {
        return Ok(None);
    }
    needed(&["firefox", "firefox-esr"], "firefox-esr")?;
    if env::var_os("GECKODRIVER").is_some() {
        return Ok(None);
    }
    let folder = geckodriver().set_up()?;
    Ok(folder.map(|folder| folder.join("geckodriver")))
}

/// One of some programs, from the search path or newly installed.
pub(super) fn needed(programs: &[&str], package: &str) -> Result<()> {
    let there = || programs.iter().any(|name| place::on_path(name).is_some());
    if !there() && debian::may_install() {
        debian::install(&[package], "about a minute")?;
    }
    if !there() {
        bail!(
            "no {}: `sudo apt-get install {package}`, or the like on other systems",
            programs.join(" or ")
        );
    }
    Ok(())
}

fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver",
        version: Version(0, 37, 1),
        fits: |wanted, found| found >= wanted,
        prebuilt: None,
        otherwise: |tool, folder| {
            let takes = "about 2 minutes on two cores";
            crates::build(tool, "geckodriver", &["--locked"], takes, folder)
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_engines_have_one_word_and_an_unknown_one_is_refused() {
        assert_eq!(from_list("all").ok().as_deref(), Some(ALL));
        assert_eq!(from_list("firefox").ok().as_deref(), Some("firefox"));
        assert!(from_list("chromium,gecko").is_err());
    }
}
