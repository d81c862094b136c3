//! The explainer as one file: opened from a disk or a stick, it needs no server and no network.

use super::script;
use crate::budget;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zopfli::{Format, Options};

/// More bytes than a published file has: a program that is only tried out is packed quickly.
const PUBLISHED: usize = 2_000_000;

/// What the one file is made from.
pub(super) struct Pieces<'a> {
    /// The standalone page as published.
    pub(super) page: &'a str,
    /// Its styles and those of the first screen, for the reading page.
    pub(super) styles: &'a str,
    /// The element's script with the names of the other files in it.
    pub(super) loader: &'a str,
    /// What hands out the files that are held.
    pub(super) held: &'a str,
    /// The standalone page's own script.
    pub(super) own: &'a str,
    /// The glue behind its guard.
    pub(super) glue: &'a str,
    /// Every other file: name, media type, bytes.
    pub(super) files: Vec<(String, &'static str, Vec<u8>)>,
}

/// What the loader says, once each, and what it says in the one file.
const HELD: [(&str, &str); 2] = [
    (
        "const answer = await fetch(address);",
        "const answer = await held(address);",
    ),
    (
        "const program = await import(glue.href);",
        "const program = glued();",
    ),
];

/// The one file.
pub(super) fn file(pieces: &Pieces<'_>) -> Result<String> {
    let mut files = serde_json::Map::new();
    for (name, kind, bytes) in &pieces.files {
        files.insert(name.clone(), serde_json::json!([kind, packed(bytes)?]));
    }
    let held = script::without_comments(pieces.held).replace(
        "const HELD = {}; // filled in when the site is staged",
        &format!("const HELD = {};", serde_json::Value::Object(files)),
    );
    let mut loader = pieces.loader.to_owned();
    for (said, instead) in HELD {
        if loader.matches(said).count() != 1 {
            bail!(
                "src/host/element.js no longer says `{said}` once; bring xtask/src/stage/single.rs up to date"
            );
        }
        loader = loader.replace(said, instead);
    }
    let script = [
        &held,
        &glued(pieces.glue)?,
        &loader,
        "{\n",
        pieces.own,
        "}\n",
    ]
    .concat();
    if script.contains("</script") || script.contains("<!--") {
        bail!("a script of the one file contains what ends a script in HTML");
    }
    let digest = STANDARD.encode(Sha256::digest(script.as_bytes()));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{digest}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:"
    );
    let style_and_policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n    <style>{}</style>",
        pieces.styles
    );
    let page = without(pieces.page, "<link rel=\"stylesheet\"", ">");
    let mut page = page;
    for link in ["icon", "apple-touch-icon", "manifest", "canonical"] {
        page = without(&page, &format!("<link rel=\"{link}\""), ">");
    }
    // What a link to the page shows: nothing stands beside a file.
    let page = without(&page, "<meta property=\"og:", ">");
    let page = without(&page, "<meta name=\"twitter:card\"", ">");
    let page = without(&page, "<script type=\"module\"", "</script>");
    let page = without(&page, "<script src=", "</script>");
    // The policy allows exactly this script, and must stand before it.
    let (before, after) = page
        .split_once("</title>")
        .context("index.html has no title")?;
    let page = format!("{before}</title>\n    {style_and_policy}{after}");
    let (before, after) = page
        .rsplit_once("</body>")
        .context("index.html has no end of its body")?;
    Ok(format!(
        "{before}<script type=\"module\">{script}</script>\n  </body>{after}"
    ))
}

/// The glue as a function: each call makes a copy with memory of its own.
fn glued(glue: &str) -> Result<String> {
    let mut names = Vec::new();
    let mut body = String::new();
    for line in glue.lines() {
        let Some(exported) = line.strip_prefix("export ") else {
            body.extend([line, "\n"]);
            continue;
        };
        if exported.starts_with('{') {
            continue;
        }
        let mut words = exported
            .split([' ', '(', '{', '='])
            .filter(|word| !word.is_empty());
        let (kind, name) = (words.next(), words.next());
        if !matches!(kind, Some("function" | "class" | "const")) {
            bail!("the glue exports in a way that the one file does not know: {line}");
        }
        names.extend(name);
        body.extend([exported, "\n"]);
    }
    let names = names.join(", ");
    Ok(format!(
        "function glued() {{\n{body}return {{ default: __wbg_init, {names} }};\n}}\n"
    ))
}

fn packed(bytes: &[u8]) -> Result<String> {
    if bytes.len() > PUBLISHED {
        return Ok(written(&budget::gzip(bytes)?));
    }
    // Tighter than other packers by one part in twenty, for some seconds more.
    let mut gzip = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut gzip)?;
    Ok(written(&gzip))
}

/// Bytes as letters that may stand in a script's text, five for four; `src/host/held.js` reads them.
fn written(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut padded = [0; 4];
        for (to, byte) in padded.iter_mut().zip(group) {
            *to = *byte;
        }
        let mut rest = u32::from_be_bytes(padded);
        let mut letters = ['#'; 5];
        for letter in letters.iter_mut().rev() {
            *letter = letter_of(rest % 85);
            rest /= 85;
        }
        out.extend(letters.iter().take(group.len() + 1));
    }
    out
}

/// The letter of a digit: from `#` on, without `<` and the backslash.
fn letter_of(digit: u32) -> char {
    let mut code = 35 + digit;
    for left_out in [u32::from('<'), u32::from('\\')] {
        code += u32::from(code >= left_out);
    }
    char::from_u32(code).unwrap_or('#')
}

/// The page without what stands from `start` to `end`, each time.
fn without(page: &str, start: &str, end: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(start) {
        out.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_becomes_a_function_that_hands_out_what_it_exported() -> Result<()> {
        let glue = "export const guard = {};\nlet wasm;\nexport function mount(root) {\n}\nexport class Handle {\n}\nexport { initSync, __wbg_init as default };\n";
        let expected = "function glued() {\nconst guard = {};\nlet wasm;\nfunction mount(root) {\n}\nclass Handle {\n}\nreturn { default: __wbg_init, guard, mount, Handle };\n}\n";
        assert_eq!(glued(glue)?, expected);
        Ok(())
    }

    #[test]
    fn bytes_become_letters_that_end_neither_a_text_nor_a_script() {
        let all: Vec<u8> = (0..=255).cycle().take(1021).collect();
        let letters = written(&all);
        assert_eq!(letters.len(), 1277);
        assert!(!letters.contains(['<', '\\', '"']));
        assert_eq!(written(&[255; 4]), "w:Z/#");
    }

    #[test]
    fn every_such_element_is_taken_out() {
        assert_eq!(without("a<i x>b<i y>c", "<i", ">"), "abc");
    }
}
