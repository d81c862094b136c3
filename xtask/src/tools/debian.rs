//! Packages of Debian and Ubuntu, installed only where no password is asked for: as root.

use crate::{place, run, say};
use anyhow::Result;
use std::sync::atomic::{AtomicBool, Ordering};

static LISTS_ARE_FRESH: AtomicBool = AtomicBool::new(false);

/// Whether packages can be installed from here.
pub(super) fn may_install() -> bool {
    let user = run::printed(run::program("id").arg("-u"));
    user.is_some_and(|user| user.trim() == "0") && place::on_path("apt-get").is_some()
}

/// Installs packages; `takes` says how long that is.
pub(super) fn install(packages: &[&str], takes: &str) -> Result<()> {
    say::line(&format!(
        "installing {} with apt-get, {takes}",
        packages.join(" and ")
    ));
    if !LISTS_ARE_FRESH.swap(true, Ordering::Relaxed) {
        apt(&["update"])?;
    }
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments)
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = run::program("apt-get");
    command
        .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::run(&mut command, "mend what is said above")
}
