//! The pages for site owners: the builder of the line to paste, and the self-test of a server.
//!
//! Their words are read from a Fluent file of their own, which no reader ever loads.

use super::page::escaped;
use super::{Site, read, script, style, words};
use crate::content::{self, listed};
use crate::place;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use naltrexone_explainer::content::files::fluent::{self, Message, Piece};
use naltrexone_explainer::content::files::{FIRST_LANGUAGE, Files};
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;

const LOADER: &str = "embed/naltrexone-explainer.js";

/// What a copy button and a move button show beside their words.
const UP: &str =
    "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M5 15l7-7 7 7\"/></svg>";
const DOWN: &str =
    "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M5 9l7 7 7-7\"/></svg>";
/// The accents on offer: name, shade in light colours, shade in dark ones. The first is the explainer's own.
const ACCENTS: [[&str; 3]; 6] = [
    ["plum", "#6a2466", "#eab0e2"],
    ["blue", "#0b4a8f", "#a6cdf7"],
    ["teal", "#0a544f", "#8fd8cc"],
    ["green", "#1f5526", "#a8d8a0"],
    ["rust", "#7d3009", "#f7bd9b"],
    ["slate", "#3f4654", "#c6cedb"],
];
const MARKS: &str = "<svg class=\"mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path class=\"yes\" d=\"M4 13l5 6L20 5\"/>\
    <path class=\"no\" d=\"M5 5l14 14M19 5L5 19\"/><path class=\"more\" d=\"M12 4v10M12 19v.5\"/>\
    <path class=\"open\" d=\"M6 12h.5M12 12h.5M18 12h.5\"/></svg>";

/// Writes both pages, their scripts and their sheet; call it once everything else is staged.
pub(super) fn write(site: &Site, files: &Files) -> Result<()> {
    let folder = place::root().join("src/host/owners");
    let sheet = style::compact(&format!(
        "{}\n{}",
        style::tokens(&place::root().join("styles"))?,
        read(&folder.join("owners.css"))?
    ));
    let script =
        |name: &str| -> Result<String> { Ok(script::without_comments(&read(&folder.join(name))?)) };
    let page = OwnersPage {
        words: own_words()?,
        files,
        integrity: integrity(&fs::read(site.root.join(LOADER))?),
        embed: embed_files(site)?,
        sheet: site.hashed("owners", "css", sheet.as_bytes())?,
        builder: site.hashed("builder", "js", script("embed.js")?.as_bytes())?,
        checker: site.hashed("check", "js", script("check.js")?.as_bytes())?,
    };
    for name in ["embed.html", "check.html"] {
        let html = page.filled(&read(&folder.join(name))?);
        let html = html.with_context(|| format!("src/host/owners/{name}"))?;
        site.write(name, html.as_bytes())?;
    }
    Ok(())
}

/// The digest that browsers hold a script against.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The names of all files to embed but those compressed beforehand.
fn embed_files(site: &Site) -> Result<Vec<String>> {
    let folder = site.root.join("embed");
    let entries =
        fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = names
        .filter(|name| {
            let ending = name.rsplit('.').next();
            matches!(ending, Some("js" | "wasm" | "css" | "txt" | "html"))
        })
        .collect();
    names.sort();
    Ok(names)
}

fn own_words() -> Result<BTreeMap<String, Message>> {
    let file = content::folder().join(format!("owners/{FIRST_LANGUAGE}.ftl"));
    fluent::messages("owners/en.ftl", &read(&file)?).map_err(|problems| listed(&problems))
}

struct OwnersPage<'a> {
    words: BTreeMap<String, Message>,
    files: &'a Files,
    integrity: String,
    embed: Vec<String>,
    sheet: String,
    builder: String,
    checker: String,
}

impl OwnersPage<'_> {
    /// A page with every `{{ mark }}` replaced: by words, or after an `@` by what the build knows.
    fn filled(&self, html: &str) -> Result<String> {
        let mut out = String::with_capacity(html.len() * 2);
        let mut rest = html;
        while let Some((before, after)) = rest.split_once("{{ ") {
            let (mark, after) = after.split_once(" }}").context("a mark has no end")?;
            out.push_str(before);
            match mark.strip_prefix('@') {
                Some(known) => out.push_str(&self.known(known)?),
                // A code mark inside an attribute or a title would be read out as it stands.
                None if before.ends_with('"') || before.ends_with("<title>") => {
                    out.push_str(&escaped(&self.say(mark)?));
                }
                None => out.push_str(&with_code(&self.say(mark)?)),
            }
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    fn say(&self, key: &str) -> Result<String> {
        let message = self.words.get(key);
        let message = message.with_context(|| format!("owners/en.ftl lacks `{key}`; add it"))?;
        let pieces = message.iter().map(|piece| match piece {
            Piece::Text(text) => Ok(text.as_str()),
            _ => bail!("owners/en.ftl: `{key}` must be plain words"),
        });
        pieces.collect()
    }

    fn known(&self, mark: &str) -> Result<String> {
        let parts = || self.files.parts.iter().map(|part| part.id.as_str());
        let named = |key: &str| words::plain(self.files, key);
        Ok(match mark.split_once(' ').unwrap_or((mark, "")) {
            ("sheet", _) => self.sheet.clone(),
            ("builder", _) => self.builder.clone(),
            ("checker", _) => self.checker.clone(),
            ("integrity", _) => self.integrity.clone(),
            ("files", _) => escaped(&self.embed.join(" ")),
            ("snippet", _) => escaped(&format!(
                "<script type=\"module\" src=\"./{LOADER}\" integrity=\"{}\"></script>\n\
                 <naltrexone-explainer></naltrexone-explainer>",
                self.integrity
            )),
            ("parts", _) => parts()
                .map(|part| self.tile(part, &named(&format!("part-{part}"))?))
                .collect::<Result<_>>()?,
            ("part-options", _) => parts()
                .map(|part| Ok(option(part, &named(&format!("part-{part}"))?)))
                .collect::<Result<_>>()?,
            ("countries", _) => (self.files.help_lines.iter())
                .map(|entry| {
                    let name = named(&format!("country-{}", entry.country))?;
                    Ok(option(&entry.country, &name))
                })
                .collect::<Result<_>>()?,
            ("accents", _) => ACCENTS
                .into_iter()
                .map(|accent| self.swatch(accent))
                .collect::<Result<_>>()?,
            ("languages", _) => (self.files.locales.iter())
                .map(|(code, locale)| option(code, &locale.name))
                .collect(),
            ("copy", place) => format!(
                "<button type=\"button\" class=\"btn\" data-copy=\"{place}\">{}</button>",
                escaped(&self.say("ui-owner-copy")?)
            ),
            ("test", test) => self.test(test)?,
            _ => bail!("the mark `@{mark}` is not known"),
        })
    }

    /// One part to choose and to move.
    fn tile(&self, id: &str, name: &str) -> Result<String> {
        let (id, name) = (escaped(id), escaped(name));
        let mover = |way: &str, sign: &str| -> Result<String> {
            let label = escaped(&self.say(&format!("ui-owner-{way}"))?);
            Ok(format!(
                "<button type=\"button\" class=\"move\" data-move=\"{way}\" aria-label=\"{label} {name}\">{sign}</button>"
            ))
        };
        Ok(format!(
            "<li class=\"tile\"><label><input type=\"checkbox\" name=\"parts\" value=\"{id}\" checked>{name}</label>{}{}</li>",
            mover("up", UP)?,
            mover("down", DOWN)?
        ))
    }

    /// One accent to choose, seen in both its shades.
    fn swatch(&self, [name, light, dark]: [&str; 3]) -> Result<String> {
        let checked = if name == ACCENTS[0][0] {
            " checked"
        } else {
            ""
        };
        Ok(format!(
            "<label><input type=\"radio\" name=\"accent\" value=\"{light} {dark}\"{checked}><span>\
             <svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path fill=\"{light}\" d=\"M0 0h10v20H0z\"/>\
             <path fill=\"{dark}\" d=\"M10 0h10v20H10z\"/></svg>{}</span></label>",
            escaped(&self.say(&format!("ui-owner-accent-{name}"))?)
        ))
    }

    /// One line of the self-test, as it stands before anything has been tested.
    fn test(&self, id: &str) -> Result<String> {
        Ok(format!(
            "<li class=\"test\" data-test=\"{id}\">{MARKS}<h3>{}</h3><p class=\"state\">{}</p>\
             <p class=\"found\"></p><p class=\"remedy\">{}</p></li>",
            with_code(&self.say(&format!("ui-owner-test-{id}"))?),
            escaped(&self.say("ui-owner-check-waiting")?),
            with_code(&self.say(&format!("ui-owner-test-{id}-remedy"))?)
        ))
    }
}

fn option(value: &str, name: &str) -> String {
    format!(
        "<option value=\"{}\">{}</option>",
        escaped(value),
        escaped(name)
    )
}

/// Words as HTML; those in backticks as code.
fn with_code(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    let html = pieces.map(|(at, piece)| match at % 2 {
        0 => escaped(piece),
        _ => format!("<code>{}</code>", escaped(piece)),
    });
    html.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_backticks_are_code_and_nothing_becomes_markup() {
        assert_eq!(
            with_code("Serve `<a>` & so on"),
            "Serve <code>&lt;a></code> &amp; so on"
        );
    }

    #[test]
    fn the_digest_is_that_of_the_standard() {
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
