//! What `docs/servers.md` promises of every file, held against what a server sends.

use super::BELOW;
use super::answer::Answer;
use crate::dist;
use anyhow::{Context, Result};
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK: &str = "no-cache";

/// What browsers say that they can unpack, an old one, and what can unpack nothing.
const ASKERS: [Option<&str>; 3] = [Some("gzip, deflate, br, zstd"), Some("gzip, deflate"), None];

/// What was found.
#[derive(Default)]
pub(super) struct Report {
    answers: usize,
    packed: usize,
    pub(super) breaches: Vec<String>,
}

impl Report {
    /// One line about a server.
    pub(super) fn summary(&self) -> String {
        let verdict = match self.breaches.len() {
            0 => "as promised".to_owned(),
            count => format!("{count} BREACHES"),
        };
        format!(
            "{} answers, {} of them packed: {verdict}",
            self.answers, self.packed
        )
    }

    fn expect(&mut self, what: &str, found: Option<&str>, expected: Option<&str>) {
        if found != expected {
            let say = |value: Option<&str>| value.unwrap_or("nothing").to_owned();
            self.breaches
                .push(format!("{what}: {} for {}", say(found), say(expected)));
        }
    }
}

/// Asks for every file below the folder, as three askers do, and for the folder itself.
pub(super) fn look(server: SocketAddr, public: &Path) -> Result<Report> {
    let policy = policy()?;
    let mut report = Report::default();
    for path in files(&public.join(BELOW))? {
        let name = path.strip_prefix(public)?.display().to_string();
        for encodings in ASKERS {
            one(
                &mut report,
                server,
                &format!("/{name}"),
                &path,
                encodings,
                &policy,
            )?;
        }
    }
    // The standalone page is linked as `./`: it is there, and not somewhere else.
    let page = public.join(BELOW).join("site/index.html");
    for encodings in ASKERS {
        let name = format!("/{BELOW}/site/");
        one(&mut report, server, &name, &page, encodings, &policy)?;
    }
    Ok(report)
}

fn one(
    report: &mut Report,
    server: SocketAddr,
    name: &str,
    path: &Path,
    encodings: Option<&str>,
    policy: &str,
) -> Result<()> {
    let answer = Answer::to(server, name, encodings)?;
    report.answers += 1;
    let about = format!("{name} for {}", encodings.unwrap_or("nothing packed"));
    report.expect(
        &format!("{about}: status"),
        Some(&answer.status.to_string()),
        Some("200"),
    );
    let kind = answer.header("content-type").unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    report.expect(
        &format!("{about}: type"),
        Some(kind),
        Some(media_type(path)),
    );
    let cache = answer.header("cache-control");
    let expected = if hashed(path) { FOR_EVER } else { ASK };
    report.expect(&format!("{about}: cache"), cache.as_deref(), Some(expected));
    let wanted = path.file_name().is_some_and(|name| name == "index.html");
    report.expect(
        &format!("{about}: policy"),
        answer.header("content-security-policy").as_deref(),
        wanted.then_some(policy),
    );
    if !beside(path, "br").is_file() {
        // A server may pack it itself.
        return Ok(());
    }
    let encoding = encodings.and_then(|list| packed(path, list));
    let found = answer.header("content-encoding");
    report.expect(&format!("{about}: encoding"), found.as_deref(), encoding);
    let lies = encoding.map_or_else(|| path.to_owned(), |encoding| beside(path, encoding));
    let bytes = fs::read(&lies).with_context(|| format!("{} cannot be read", lies.display()))?;
    if answer.body != bytes {
        report
            .breaches
            .push(format!("{about}: not what lies in {}", lies.display()));
    }
    if encoding.is_some() {
        report.packed += 1;
        let vary = answer.header("vary").unwrap_or_default();
        if !vary.to_ascii_lowercase().contains("accept-encoding") {
            report.breaches.push(format!(
                "{about}: Vary is `{vary}` and lacks Accept-Encoding"
            ));
        }
    }
    Ok(())
}

/// The policy of the standalone page, as `docs/embedding.md` gives it.
fn policy() -> Result<String> {
    let guide = fs::read_to_string(crate::place::root().join("docs/embedding.md"))?;
    let line = guide
        .lines()
        .find(|line| line.starts_with("default-src") && line.contains("worker-src"));
    Ok(line
        .context("docs/embedding.md has no policy with `worker-src`")?
        .to_owned())
}

/// Every file that is not another one packed.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !dist::is_packed(&name) && !name.ends_with(".htaccess") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The best of the packed forms that lie beside a file and can be unpacked.
fn packed(path: &Path, encodings: &str) -> Option<&'static str> {
    let can = |name: &str| encodings.split(',').any(|one| one.trim() == name);
    ["br", "gzip"]
        .into_iter()
        .find(|name| can(name) && beside(path, name).is_file())
}

fn beside(path: &Path, encoding: &str) -> PathBuf {
    let ending = if encoding == "br" { "br" } else { "gz" };
    PathBuf::from(format!("{}.{ending}", path.display()))
}

/// Whether a file has its hash in its name.
fn hashed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_a_breach_and_what_agrees_is_none() {
        let mut report = Report::default();
        report.expect("type", Some("a"), Some("a"));
        report.expect("policy", None, None);
        assert!(report.breaches.is_empty());
        report.expect("cache", None, Some(ASK));
        assert_eq!(report.breaches, ["cache: nothing for no-cache"]);
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(hashed(Path::new("a/explainer-0123abcd.wasm")));
        assert!(!hashed(Path::new("a/naltrexone-explainer.js")));
        assert!(!hashed(Path::new("icon-192.png")));
    }
}
