//! What Trunk built, turned into the site: hashed names, one style sheet, the reading page.
//!
//! Trunk calls this before it puts a build in its place, so that its own server shows the same
//! files that are published.

mod offline;
mod owners;
mod page;
mod program;
mod script;
mod single;
mod structured;
mod style;
mod words;

use crate::{content, place, say, split};
use anyhow::{Context, Result, bail};
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Turns the folder that `TRUNK_STAGING_DIR` names into the site.
pub(crate) fn site() -> Result<()> {
    let begun = say::now();
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging
        .context("this is for Trunk to call; use `cargo xtask serve` or `cargo xtask dist`")?;
    let site = Site { root: staging };
    let files = content::read()?;
    let styles = place::root().join("styles");
    let host = place::root().join("src/host");

    let (glue, wasm) = site.built()?;
    let guard = read(&host.join("guard.js"))?;
    let glue = script::guarded(&script::glue(&glue), &guard)?;
    let (wasm, glue) = split::shortened(&wasm, &glue)?;
    let halves = program::halves(&wasm)?;
    let wasm = site.hashed("embed/explainer", "wasm", &halves.first)?;
    let rest = site.hashed("embed/rest", "wasm", &halves.late)?;
    let glue = script::naming(&glue, &wasm);
    let glue_text = glue;
    let glue = site.hashed("embed/explainer", "js", glue_text.as_bytes())?;
    let (first, late) = style::explainer(&styles)?;
    let sheet = site.hashed("embed/explainer", "css", first.as_bytes())?;
    let rest_sheet = site.hashed("embed/rest", "css", late.as_bytes())?;
    let (words, said) = languages(&site, &files)?;
    let assets = serde_json::json!({
        "glue": format!("./{glue}"),
        "halves": [
            [format!("./{wasm}"), format!("./{sheet}")],
            [format!("./{rest}"), format!("./{rest_sheet}")],
        ],
        "words": words,
        "said": said,
        "version": env!("CARGO_PKG_VERSION"),
    });
    let loader = [
        read(&host.join("element.js"))?,
        read(&host.join("remedy.js"))?,
    ]
    .concat();
    let loader = script::loader(&loader, &assets)?;
    site.write("embed/naltrexone-explainer.js", loader.as_bytes())?;

    let page_style = style::page(&styles)?;
    let frame = frame(&site, &files, &page_style)?;
    let own_script = script::without_comments(&read(&host.join("page.js"))?);
    site.write("page.js", own_script.as_bytes())?;
    site.write("icon.svg", read(&styles.join("icon.svg"))?.as_bytes())?;
    let page_sheet = site.hashed("page", "css", page_style.as_bytes())?;
    let parts = page::Parts {
        styles: vec![format!("./embed/{sheet}"), format!("./{page_sheet}")],
        title: words::plain(&files, "ui-page-title")?,
        name: words::plain(&files, "ui-name")?,
        description: words::plain(&files, "ui-page-description")?,
        picture: words::plain(&files, "ui-page-picture")?,
        address: page::address()?,
        structured: structured::script(&files, FIRST_LANGUAGE)?,
        reading: words::reading_page(&words::compiled(&files, FIRST_LANGUAGE)?)?,
    };
    let page = page::filled(&read(&site.root.join("index.html"))?, &parts)?;
    if let Some(reload) = &page.reload {
        site.write("reload.js", reload.as_bytes())?;
    }
    site.write("index.html", page.html.as_bytes())?;
    let held = read(&host.join("held.js"))?;
    let whole = |page: &str, styles: &str, own: &str| {
        single::file(&single::Pieces {
            page,
            styles,
            loader: &loader,
            held: &held,
            own,
            glue: &glue_text,
            files: site.embedded()?,
        })
    };
    let both = [first.as_str(), page_style.as_str()].concat();
    let single = whole(&page.html, &both, &own_script)?;
    let frame_script = script::without_comments(&read(&host.join("frame.js"))?);
    let framed = frame.replacen("<html", "<html data-whole", 1);
    let framed = whole(&framed, &page_style, &frame_script)?;
    site.write("naltrexone-explainer.html", single.as_bytes())?;
    site.write("embed/frame-whole.html", framed.as_bytes())?;
    owners::write(&site, &files)?;
    offline::manifest(&site, &files)?;
    // While the page is being worked on, nothing of it may be kept.
    if page.reload.is_none() {
        offline::worker(&site)?;
    }
    say::line(&format!(
        "staged the site in {}",
        say::time(begun.elapsed())
    ));
    Ok(())
}

/// A map of JSON by language.
type ByLanguage = serde_json::Map<String, serde_json::Value>;

/// Writes every language; the answer is the names of its files, and what the loader itself says.
fn languages(site: &Site, files: &Files) -> Result<(ByLanguage, ByLanguage)> {
    let mut words = serde_json::Map::new();
    let mut said = serde_json::Map::new();
    for language in files.texts.keys() {
        let text = words::compiled(files, language)?;
        let (first, rest) = words::halves(&text);
        let first = site.hashed(&format!("embed/{language}"), "txt", first.as_bytes())?;
        let rest = site.hashed(&format!("embed/rest-{language}"), "txt", rest.as_bytes())?;
        let plain = |key: &str| words::plain_in(files, language, key);
        said.insert(
            language.clone(),
            serde_json::json!([
                plain("ui-name")?,
                plain("ui-loading")?,
                plain("ui-no-program-title")?,
                plain("ui-no-program-here")?,
                plain("ui-try-again")?,
            ]),
        );
        words.insert(
            language.clone(),
            serde_json::json!([format!("./{first}"), format!("./{rest}")]),
        );
    }
    Ok((words, said))
}

/// Writes the page of the frame and its scripts; the answer is the page.
fn frame(site: &Site, files: &Files, style: &str) -> Result<String> {
    let host = place::root().join("src/host");
    let frame_sheet = site.hashed("embed/frame", "css", style.as_bytes())?;
    let frame = page::frame(
        &read(&host.join("frame.html"))?,
        &frame_sheet,
        &words::plain(files, "ui-page-title")?,
        &words::plain(files, "ui-no-program-here")?,
    )?;
    site.write("embed/frame.html", frame.as_bytes())?;
    for name in ["frame.js", "frame-host.js"] {
        let text = script::without_comments(&read(&host.join(name))?);
        site.write(&format!("embed/{name}"), text.as_bytes())?;
    }
    Ok(frame)
}

/// The folder that becomes the site.
struct Site {
    root: PathBuf,
}

impl Site {
    /// The glue and the WebAssembly as Trunk left them, taken away from where they were.
    fn built(&self) -> Result<(String, Vec<u8>)> {
        let files: Vec<_> = fs::read_dir(&self.root)
            .with_context(|| format!("{} cannot be read", self.root.display()))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        let with_ending = |ending: &str| {
            files.iter().find(|file| file.to_string_lossy().ends_with(ending)).with_context(|| {
                format!("Trunk left no file ending in `{ending}`; does index.html name the Rust crate?")
            })
        };
        let (wasm, glue) = (with_ending("_bg.wasm")?, with_ending(".js")?);
        if self.root.join("snippets").exists() {
            bail!(
                "a dependency brings its own JavaScript files, which the loader does not know of"
            );
        }
        let found = (read(glue)?, fs::read(wasm)?);
        fs::remove_file(glue)?;
        fs::remove_file(wasm)?;
        Ok(found)
    }

    /// Every file that the loader fetches, but for its scripts: name, media type, bytes.
    fn embedded(&self) -> Result<Vec<(String, &'static str, Vec<u8>)>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.root.join("embed"))? {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let kind = match path.extension().and_then(|ending| ending.to_str()) {
                Some("wasm") => "application/wasm",
                Some("css") if !name.starts_with("frame") => "text/css",
                Some("txt") => "text/plain",
                _ => continue,
            };
            files.push((name, kind, fs::read(&path)?));
        }
        files.sort();
        Ok(files)
    }

    /// Writes a file under a name that changes with its bytes; the answer is the bare file name.
    fn hashed(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{}.{ending}", hash(bytes));
        self.write(&name, bytes)?;
        Ok(name.rsplit('/').next().unwrap_or(&name).to_owned())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.root.join(name);
        let problem = || format!("{} cannot be written", file.display());
        fs::create_dir_all(file.parent().unwrap_or(&self.root)).with_context(problem)?;
        fs::write(&file, bytes).with_context(problem)
    }
}

/// The first eight hexadecimal digits of the SHA-256 of some bytes.
fn hash(bytes: &[u8]) -> String {
    let start = Sha256::digest(bytes).into_iter().take(4);
    let number = start.fold(0, |number, byte| (number << 8) | u32::from(byte));
    format!("{number:08x}")
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_start_of_the_sha_256() {
        assert_eq!(hash(b"abc"), "ba7816bf");
    }
}
