//! The bytes a reader waits for, against their limits.

use crate::{dist, place, say};
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The script a host page names, before anything else is loaded, in Brotli bytes.
const LOADER_LIMIT: usize = 4_000;

/// The script that lets a frame follow its content, in Brotli bytes.
const FRAME_HOST_LIMIT: usize = 2_000;

/// The one file, as it is: nothing packs what is opened from a disk.
const SINGLE_LIMIT: usize = 1_000_000;

/// Everything that is loaded before an English reader can read and click, in Brotli bytes.
const FIRST_LOAD_LIMIT: usize = 130_000;

/// All words of one language, in Brotli bytes. Most of it is what readers say for each effect, and what was
/// learnt from judged queries (a quarter): it arrives once the first screen stands.
const LANGUAGE_LIMIT: usize = 115_000;

/// The package with all that it holds, in gzip bytes, as npm packs it.
const PACKAGE_LIMIT: usize = 1_230_000;

const LOADER: &str = "naltrexone-explainer.js";

/// What one file, or several together, weigh.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table; fails when something is over its limit.
pub(crate) fn check() -> Result<()> {
    dist::bring_up_to_date()?;
    let files = weigh(&dist::embed())?;
    let width = files
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or(0)
        .max(20);
    row(
        width,
        "file",
        ["raw", "gzip", "Brotli", "limit"].map(str::to_owned),
        "verdict",
    );
    let mut first_load = Weight::default();
    let mut rest = Weight::default();
    let mut over = Vec::new();
    for (name, weight) in &files {
        if arrives_later(name) {
            rest = rest.and(*weight);
        }
        if loads_first(name) {
            first_load = first_load.and(*weight);
        }
        let limit = match name.as_str() {
            LOADER => Some(LOADER_LIMIT),
            "frame-host.js" => Some(FRAME_HOST_LIMIT),
            _ => None,
        };
        over.extend(judged(width, name, *weight, limit));
    }
    over.extend(judged(
        width,
        "first load, English",
        first_load,
        Some(FIRST_LOAD_LIMIT),
    ));
    over.extend(judged(width, "arrives after it", rest, None));
    let single = place::dist().join(dist::SINGLE);
    let bytes =
        fs::read(&single).with_context(|| format!("{} cannot be read", single.display()))?;
    over.extend(judged(width, dist::SINGLE, Weight::of(&bytes)?, None));
    if bytes.len() > SINGLE_LIMIT {
        over.push(format!(
            "{} with {} of {SINGLE_LIMIT} bytes",
            dist::SINGLE,
            bytes.len()
        ));
    }
    for (language, weight) in languages(&files) {
        let name = format!("words, {language}");
        over.extend(judged(width, &name, weight, Some(LANGUAGE_LIMIT)));
    }
    let package = package()?;
    over.extend(judged(width, "npm package", package, None));
    if package.gzip > PACKAGE_LIMIT {
        over.push(format!(
            "npm package with {} of {PACKAGE_LIMIT} bytes packed by gzip",
            package.gzip
        ));
    }
    if !files.iter().any(|(name, _)| name == LOADER) {
        bail!("dist/embed lacks {LOADER}; run `cargo xtask dist` and see what it says");
    }
    if !over.is_empty() {
        bail!(
            "over the limit: {}; make it smaller, or make the case for a new limit",
            over.join(", ")
        );
    }
    Ok(())
}

/// Prints one line of the table; the name again if it is over its limit.
fn judged(width: usize, name: &str, weight: Weight, limit: Option<usize>) -> Option<String> {
    let verdict = match limit {
        None => "",
        Some(limit) if weight.brotli <= limit => "ok",
        Some(_) => "OVER",
    };
    let limit = limit.map_or_else(String::new, say::bytes);
    let [raw, gzip, brotli] = [weight.raw, weight.gzip, weight.brotli].map(say::bytes);
    row(width, name, [raw, gzip, brotli, limit], verdict);
    (verdict == "OVER").then(|| name.to_owned())
}

fn row(width: usize, name: &str, [raw, gzip, brotli, limit]: [String; 4], verdict: &str) {
    let text = format!("{name:<width$}  {raw:>9}  {gzip:>9}  {brotli:>9}  {limit:>9}  {verdict}");
    say::line(text.trim_end());
}

/// Whether a file of `dist/embed` is waited for by an English reader: all but other languages, and
/// but the half of the program that arrives once the first screen is up.
fn loads_first(name: &str) -> bool {
    let other_language = Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "txt")
        && !name.starts_with("en-");
    !other_language && !arrives_later(name) && !name.starts_with("frame")
}

fn arrives_later(name: &str) -> bool {
    name.starts_with("rest-")
}

/// The language that a file of `dist/embed` holds words of.
fn language(name: &str) -> Option<&str> {
    let name = name.strip_prefix("rest-").unwrap_or(name);
    let (language, _) = name.strip_suffix(".txt")?.rsplit_once('-')?;
    Some(language)
}

/// What each language weighs, both halves of it.
fn languages(files: &[(String, Weight)]) -> BTreeMap<&str, Weight> {
    let mut languages = BTreeMap::new();
    for (name, weight) in files {
        if let Some(language) = language(name) {
            let sum: &mut Weight = languages.entry(language).or_default();
            *sum = sum.and(*weight);
        }
    }
    languages
}

/// What the package weighs.
fn package() -> Result<Weight> {
    let folder = place::dist().join("npm");
    let files = [weigh(&folder)?, weigh(&folder.join("embed"))?].concat();
    let sum = |sum: Weight, (_, weight): &(String, Weight)| sum.and(*weight);
    Ok(files.iter().fold(Weight::default(), sum))
}

fn weigh(folder: &Path) -> Result<Vec<(String, Weight)>> {
    let problem = || {
        format!(
            "{} cannot be read; run `cargo xtask dist`",
            folder.display()
        )
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(problem)? {
        let entry = entry.with_context(problem)?;
        if entry.path().is_dir() || dist::is_packed(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let bytes = fs::read(entry.path()).with_context(problem)?;
        files.push((
            entry.file_name().to_string_lossy().into_owned(),
            Weight::of(&bytes)?,
        ));
    }
    files.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(files)
}

/// Bytes packed by gzip, as tightly as it can.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// Bytes packed by Brotli, as tightly as it can.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let strongest = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &strongest)?;
    Ok(brotli)
}

impl Weight {
    /// At the strongest setting of each, as a careful host would serve it.
    fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip(bytes)?.len(),
            brotli: brotli(bytes)?.len(),
        })
    }

    fn and(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_leaves_out_other_languages_and_what_arrives_later() {
        assert!(loads_first("explainer-0123abcd.wasm"));
        assert!(loads_first("en-0123abcd.txt"));
        assert!(!loads_first("es-0123abcd.txt"));
        assert!(!loads_first("rest-0123abcd.wasm"));
        assert!(!loads_first("frame.html"));
    }

    #[test]
    fn both_halves_of_a_language_are_counted_as_one() {
        let files = [
            "en-0123abcd.txt",
            "rest-en-0123abcd.txt",
            "rest-0123abcd.css",
        ];
        let weight = Weight {
            raw: 1,
            ..Weight::default()
        };
        let files = files.map(|name| (name.to_owned(), weight));
        let found = languages(&files);
        assert_eq!(found.len(), 1);
        assert_eq!(found.get("en").map(|weight| weight.raw), Some(2));
    }

    #[test]
    fn repetition_weighs_little_once_compressed() -> Result<()> {
        let weight = Weight::of(&[b'a'; 10_000])?;
        assert_eq!(weight.raw, 10_000);
        assert!(weight.gzip < 100 && weight.brotli < 100);
        Ok(())
    }
}
