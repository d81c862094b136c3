//! A browser for the tests, and the driver of the same version that steers it.

use super::{debian, version_of};
use crate::place;
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// A browser and its driver.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Type as wide as readers have it: of the fonts that the styles name, the one that Debian has.
const FONTS: &str = "fonts-liberation";

/// Whether it is there. Without it pages are laid out in the widest type that a system has.
fn has_fonts() -> bool {
    let folder = Path::new("/usr/share/fonts/truetype");
    ["liberation", "liberation2"]
        .iter()
        .any(|name| folder.join(name).exists())
}

/// A matching pair, from `CHROME` and `CHROMEDRIVER`, from the search path, or newly installed.
pub(crate) fn set_up() -> Result<Browser> {
    if find().is_none() && debian::may_install() && !ubuntu() {
        debian::install(&["chromium", "chromium-driver"], "about a minute")?;
    }
    if debian::may_install() && !has_fonts() {
        debian::install(&[FONTS], "a few seconds")?;
    }
    let Some(browser) = find() else {
        bail!(
            "no Chromium with its chromedriver: {}, or set CHROME and CHROMEDRIVER to both",
            remedy()
        );
    };
    match (version_of(&browser.chrome), version_of(&browser.driver)) {
        (Some(chrome), Some(driver)) if chrome.0 == driver.0 => Ok(browser),
        (chrome, driver) => {
            let say = |found: Option<crate::version::Version>| {
                found.map_or("does not run".to_owned(), |found| found.to_string())
            };
            bail!(
                "the browser ({}: {}) and its driver ({}: {}) must run and be of one major version: \
                 {}, or set CHROME and CHROMEDRIVER to both",
                browser.chrome.display(),
                say(chrome),
                browser.driver.display(),
                say(driver),
                remedy(),
            )
        }
    }
}

fn find() -> Option<Browser> {
    const ON_MAC: [&str; 2] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    let on_mac = || ON_MAC.iter().map(PathBuf::from).find(|file| file.is_file());
    let chrome = named("CHROME")
        .or_else(|| {
            first(&[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ])
        })
        .or_else(on_mac)?;
    let driver =
        named("CHROMEDRIVER").or_else(|| first(&["chromedriver", "chromium.chromedriver"]))?;
    Some(Browser { chrome, driver })
}

fn named(key: &str) -> Option<PathBuf> {
    env::var_os(key)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| place::on_path(name))
}

/// Whether the packages of these names are the stubs that Ubuntu puts in the place of a snap.
fn ubuntu() -> bool {
    let system = std::fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    system.lines().any(|line| line == "ID=ubuntu")
}

fn remedy() -> &'static str {
    if cfg!(target_os = "macos") {
        "`brew install --cask google-chrome chromedriver`"
    } else if ubuntu() {
        "on Ubuntu both come as a snap, `sudo snap install chromium`"
    } else {
        "`sudo apt-get install chromium chromium-driver`, or the like on other systems"
    }
}
