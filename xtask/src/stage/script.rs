//! The two scripts of the embed: the glue that wasm-bindgen wrote, and our own loader.

use anyhow::{Result, bail};

/// The line of the loader that is filled in here starts so.
const ASSETS: &str = "const ASSETS = ";

/// What the glue says, once each, and what it says instead: every entrance of the program is
/// guarded, and headings take the level that the page asks for.
const GUARDED: [(&str, &str); 2] = [
    (
        "wasm = instance.exports;",
        "wasm = guarded(instance.exports);",
    ),
    (
        "const ret = arg0.createElement(getStringFromWasm0(arg1, arg2));",
        "const ret = level(arg0.createElement(getStringFromWasm0(arg1, arg2)));",
    ),
];

/// The glue behind its guard.
pub(super) fn guarded(glue: &str, guard: &str) -> Result<String> {
    let mut out = without_comments(guard) + glue;
    for (said, instead) in GUARDED {
        if out.matches(said).count() != 1 {
            bail!(
                "the glue no longer says `{said}` once; bring xtask/src/stage/script.rs up to date"
            );
        }
        out = out.replace(said, instead);
    }
    // What is linked to the rest of the program is the program itself.
    Ok(out.replace("return wasm;\n}", "return inside;\n}").replace(
        "wasm = guarded(instance.exports);",
        "inside = instance.exports;\nwasm = guarded(inside);",
    ) + "let inside;\n")
}

/// The glue, knowing the name of its WebAssembly file.
pub(super) fn naming(glue: &str, wasm: &str) -> String {
    glue.replace("naltrexone-explainer_bg.wasm", wasm)
}

/// The glue without comments and indents.
pub(super) fn glue(text: &str) -> String {
    let mut in_comment = false;
    let mut out = String::new();
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

/// The loader with the names of the other files in it, without comment lines.
pub(super) fn loader(text: &str, assets: &serde_json::Value) -> Result<String> {
    let places = text.lines().filter(|line| line.starts_with(ASSETS)).count();
    if places != 1 {
        bail!("src/host/element.js must have one line starting with `{ASSETS}`, it has {places}");
    }
    let filled = |line: &str| {
        if line.starts_with(ASSETS) {
            format!("{ASSETS}{assets};")
        } else {
            line.to_owned()
        }
    };
    Ok(without_comments(text)
        .lines()
        .map(|line| filled(line) + "\n")
        .collect())
}

/// A script of ours without the lines that are comments.
pub(super) fn without_comments(text: &str) -> String {
    let says_something =
        |line: &&str| !matches!(line.trim_start(), "") && !line.trim_start().starts_with("//");
    text.lines()
        .filter(says_something)
        .flat_map(|line| [line.trim_start(), "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_told_the_names_of_the_files() -> Result<()> {
        let text = "// A note.\nconst ASSETS = {}; // filled in when the site is staged\n\n  // More.\n  run(ASSETS);\n";
        let assets = serde_json::json!({ "glue": "./explainer-1.js" });
        assert_eq!(
            loader(text, &assets)?,
            "const ASSETS = {\"glue\":\"./explainer-1.js\"};\nrun(ASSETS);\n"
        );
        Ok(())
    }

    #[test]
    fn a_loader_without_the_line_is_refused() {
        assert!(loader("run();\n", &serde_json::json!({})).is_err());
    }

    #[test]
    fn the_glue_names_the_hashed_file_and_has_no_comments() {
        let text = "/* @ts-self-types */\n/**\n * What it does.\n */\nexport function a() {\n    // Why.\n    new URL('naltrexone-explainer_bg.wasm', import.meta.url);\n}\n/** One line. */\nb();\n";
        let expected = "/* @ts-self-types */\nexport function a() {\nnew URL('explainer-1.wasm', import.meta.url);\n}\nb();\n";
        assert_eq!(naming(&glue(text), "explainer-1.wasm"), expected);
    }
}
