//! Servers of plain files, for which `docs/servers.md` has lines.

use super::debian;
use super::engines::needed;
use crate::{place, say};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Where Debian puts Apache's modules.
const APACHE_MODULES: &str = "/usr/lib/apache2/modules";

/// Where Debian puts the module that lets nginx send what lies there packed by Brotli.
const NGINX_BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Where each server is.
pub(crate) struct Found {
    pub(crate) apache: PathBuf,
    pub(crate) apache_modules: PathBuf,
    pub(crate) nginx: PathBuf,
    /// nginx's module for Brotli, if there is one for it.
    pub(crate) nginx_brotli: Option<PathBuf>,
    pub(crate) caddy: PathBuf,
}

/// Apache, nginx and Caddy, from the search path or newly installed.
pub(crate) fn set_up() -> Result<Found> {
    let missing = ["apache2", "nginx", "caddy"]
        .iter()
        .any(|name| place::on_path(name).is_none());
    if missing && debian::may_install() {
        say::line(
            "Debian may start nginx and Caddy once they are installed; stop them if you do not want that",
        );
    }
    needed(&["apache2"], "apache2-bin")?;
    needed(&["nginx"], "nginx")?;
    needed(&["caddy"], "caddy")?;
    for (file, package) in [
        ("/etc/mime.types", "media-types"),
        (NGINX_BROTLI, "libnginx-mod-http-brotli-static"),
    ] {
        if !Path::new(file).is_file() && debian::may_install() {
            debian::install(&[package], "a few seconds")?;
        }
    }
    let modules = Path::new(APACHE_MODULES);
    if !modules.is_dir() {
        bail!(
            "Apache's modules are not in {APACHE_MODULES}: this chore knows Debian's packages alone"
        );
    }
    let found = |name: &str| place::on_path(name).with_context(|| format!("no {name}"));
    Ok(Found {
        apache: found("apache2")?,
        apache_modules: modules.to_owned(),
        nginx: found("nginx")?,
        nginx_brotli: Some(PathBuf::from(NGINX_BROTLI)).filter(|file| file.is_file()),
        caddy: found("caddy")?,
    })
}
