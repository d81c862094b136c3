//! `dist/npm`: the files to embed as an ES package, with types and a list of what the element has.
//!
//! Types and list are read from the tables of docs/embedding.md, which a test holds against the code.

use crate::place;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const LOADER: &str = "naltrexone-explainer.js";

/// The line of the loader that names the other files starts so.
const ASSETS: &str = "const ASSETS = ";

/// What stands in the checkout and goes along as it is.
const ALONG: [(&str, &str); 7] = [
    ("src/host/npm/README.md", "README.md"),
    ("src/host/npm/index.js", "index.js"),
    ("docs/embedding.md", "embedding.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-CONTENT.md", "LICENSE-CONTENT.md"),
    ("NOTICE.md", "NOTICE.md"),
];

/// Writes the package from the files to embed into a folder of its own.
pub(crate) fn write(embed: &Path, folder: &Path) -> Result<()> {
    let files = folder.join("embed");
    fs::create_dir_all(&files).with_context(|| format!("{} cannot be written", files.display()))?;
    let problem = || format!("{} cannot be read", embed.display());
    for entry in fs::read_dir(embed).with_context(problem)? {
        let entry = entry.with_context(problem)?;
        let ending = entry.path().extension().map(OsStr::to_owned);
        // A registry compresses by itself.
        if ending.is_none_or(|ending| ending != "br" && ending != "gz") {
            fs::copy(entry.path(), files.join(entry.file_name())).with_context(problem)?;
        }
    }
    for (from, to) in ALONG {
        put(folder, to, &read(&place::root().join(from))?)?;
    }
    let loader = for_bundlers(&read(&embed.join(LOADER))?)?;
    put(folder, "element.js", &loader)?;
    let listed = Listed::in_text(&read(&place::root().join("docs/embedding.md"))?)?;
    put(folder, "index.d.ts", &listed.types())?;
    put(folder, "custom-elements.json", &listed.manifest())?;
    put(folder, "package.json", &package())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn put(folder: &Path, name: &str, text: &str) -> Result<()> {
    let file = folder.join(name);
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// The loader with every file named in the form that bundlers find and take along.
fn for_bundlers(loader: &str) -> Result<String> {
    let mut lines = loader.lines().map(str::to_owned).collect::<Vec<_>>();
    let Some(assets) = lines.iter_mut().find(|line| line.starts_with(ASSETS)) else {
        bail!("dist/embed/{LOADER} has no line starting with `{ASSETS}`");
    };
    let mut out = String::new();
    let mut rest = assets.as_str();
    while let Some((before, after)) = rest.split_once("\"./") {
        let (name, after) = after
            .split_once('"')
            .context("a file name of the loader has no end")?;
        let _ = write!(
            out,
            "{before}new URL(\"./embed/{name}\", import.meta.url).href"
        );
        rest = after;
    }
    out.push_str(rest);
    *assets = out;
    // The glue is a file to fetch, once for each element; bundlers need not look into it.
    Ok((lines.join("\n") + "\n").replace(
        " import(",
        " import(/* webpackIgnore: true */ /* @vite-ignore */ ",
    ))
}

fn package() -> String {
    format!(
        r#"{{
  "name": "naltrexone-explainer",
  "version": {version},
  "description": "An interactive explainer of naltrexone as one custom element.",
  "keywords": ["naltrexone", "custom element", "web component", "patient education", "pharmacology"],
  "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
  "type": "module",
  "exports": {{
    ".": {{ "types": "./index.d.ts", "default": "./index.js" }},
    "./embed/*": "./embed/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  }},
  "types": "./index.d.ts",
  "customElements": "./custom-elements.json",
  "sideEffects": ["./index.js", "./element.js"],
  "files": ["index.js", "index.d.ts", "element.js", "embed", "custom-elements.json", "embedding.md", "LICENSE-*", "NOTICE.md"]
}}
"#,
        version = quoted(env!("CARGO_PKG_VERSION"))
    )
}

/// What docs/embedding.md lists: names and what is said of them.
struct Listed {
    attributes: Vec<Row>,
    properties: Vec<Row>,
    methods: Vec<Row>,
    events: Vec<Row>,
    custom_properties: Vec<Row>,
    parts: Vec<Row>,
}

/// One line of a table: the code in its first cell, and the words of the second.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    name: String,
    about: String,
}

impl Row {
    /// Of `show(part, detail?)`, `show`.
    fn bare(&self) -> &str {
        self.name.split('(').next().unwrap_or(&self.name)
    }

    /// Of `show(part, detail?)`, `part` and `detail?`.
    fn arguments(&self) -> impl Iterator<Item = &str> {
        let inside = self
            .name
            .split_once('(')
            .map_or("", |(_, rest)| rest.trim_end_matches(')'));
        inside
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }
}

/// The rows of the tables under a heading, up to the next heading of its rank.
fn rows(text: &str, heading: &str) -> Vec<Row> {
    let mark = format!("## {heading}");
    let lines = text
        .lines()
        .skip_while(|line| *line != mark)
        .skip(1)
        .take_while(|line| !line.starts_with("## "));
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let name = cells.next()?.split('`').next()?.to_owned();
        let about = cells.next()?.trim_end_matches(" |").replace('`', "'");
        Some(Row { name, about })
    };
    lines.filter_map(row).collect()
}

impl Listed {
    fn in_text(text: &str) -> Result<Self> {
        let listed = Self {
            attributes: rows(text, "Attributes"),
            properties: rows(text, "Properties"),
            methods: rows(text, "Methods"),
            events: rows(text, "Events"),
            custom_properties: rows(text, "Custom properties"),
            parts: rows(text, "Parts for `::part`"),
        };
        if listed.attributes.is_empty() || listed.properties.is_empty() || listed.events.is_empty()
        {
            bail!("docs/embedding.md lacks the table of attributes, properties or events");
        }
        Ok(listed)
    }

    fn types(&self) -> String {
        let mut out = String::from(
            "/** What an event of the explainer carries. */\nexport interface ExplainerDetail {\n  version: 1;\n  value: string;\n}\n\n\
             /** The element `<naltrexone-explainer>`. */\nexport interface NaltrexoneExplainerElement extends HTMLElement {\n",
        );
        for row in &self.properties {
            let (lead, kind) = match row.name.as_str() {
                "version" => ("readonly ", "string"),
                // Every element has a list of this name; ours is the text of the attribute.
                "part" => ("", "any"),
                _ => ("", "string | null"),
            };
            let _ = writeln!(
                out,
                "  /** {} */\n  {lead}{}: {kind};",
                comment(&row.about),
                row.name
            );
        }
        for row in &self.methods {
            let arguments: Vec<_> = row
                .arguments()
                .map(|name| format!("{name}: string"))
                .collect();
            let _ = writeln!(
                out,
                "  /** {} */\n  {}({}): void;",
                comment(&row.about),
                row.bare(),
                arguments.join(", ")
            );
        }
        out.push_str("}\n\n/** Every event of the element, by its name. */\nexport interface ExplainerEventMap {\n");
        for row in &self.events {
            let _ = writeln!(
                out,
                "  /** {} */\n  \"naltrexone-explainer:{}\": CustomEvent<ExplainerDetail>;",
                comment(&row.about),
                row.name
            );
        }
        out.push_str(
            "}\n\n/** Settles once the element is defined; on a server, at once. */\nexport const ready: Promise<unknown>;\n\n\
             declare global {\n  interface HTMLElementTagNameMap {\n    \"naltrexone-explainer\": NaltrexoneExplainerElement;\n  }\n  interface HTMLElementEventMap extends ExplainerEventMap {}\n}\n",
        );
        out
    }

    fn manifest(&self) -> String {
        let each = |rows: &[Row], show: &dyn Fn(&Row) -> String| -> String {
            let shown: Vec<_> = rows
                .iter()
                .map(|row| {
                    format!(
                        "          {{ {}, \"description\": {} }}",
                        show(row),
                        quoted(&row.about)
                    )
                })
                .collect();
            if shown.is_empty() {
                String::new()
            } else {
                format!("\n{}\n        ", shown.join(",\n"))
            }
        };
        let named = |row: &Row| format!("\"name\": {}", quoted(&row.name));
        let attribute = |row: &Row| {
            format!(
                "\"name\": {}, \"type\": {{ \"text\": \"string\" }}",
                quoted(&row.name)
            )
        };
        let event = |row: &Row| {
            let name = quoted(&format!("naltrexone-explainer:{}", row.name));
            format!("\"name\": {name}, \"type\": {{ \"text\": \"CustomEvent<ExplainerDetail>\" }}")
        };
        let field = |row: &Row| {
            let fixed = if row.name == "version" {
                ", \"readonly\": true"
            } else {
                ""
            };
            format!(
                "\"kind\": \"field\", \"name\": {}, \"type\": {{ \"text\": \"string\" }}{fixed}",
                quoted(&row.name)
            )
        };
        let method = |row: &Row| {
            let parameters: Vec<_> = row
                .arguments()
                .map(|name| {
                    let optional = if name.ends_with('?') {
                        ", \"optional\": true"
                    } else {
                        ""
                    };
                    format!(
                        "{{ \"name\": {}, \"type\": {{ \"text\": \"string\" }}{optional} }}",
                        quoted(name.trim_end_matches('?'))
                    )
                })
                .collect();
            format!(
                "\"kind\": \"method\", \"name\": {}, \"parameters\": [{}]",
                quoted(row.bare()),
                parameters.join(", ")
            )
        };
        let mut members = each(&self.properties, &field).trim_end().to_owned();
        if !self.methods.is_empty() {
            members = format!("{members},{}", each(&self.methods, &method));
        }
        format!(
            "{{\n  \"schemaVersion\": \"1.0.0\",\n  \"modules\": [{{\n    \"kind\": \"javascript-module\",\n    \"path\": \"element.js\",\n    \"declarations\": [{{\n        \
             \"kind\": \"class\",\n        \"name\": \"NaltrexoneExplainer\",\n        \"tagName\": \"naltrexone-explainer\",\n        \"customElement\": true,\n        \"superclass\": {{ \"name\": \"HTMLElement\" }},\n        \
             \"attributes\": [{}],\n        \"members\": [{members}],\n        \"events\": [{}],\n        \"cssProperties\": [{}],\n        \"cssParts\": [{}],\n        \
             \"slots\": [{{ \"name\": \"\", \"description\": \"Shown until the program runs, and if it cannot.\" }}]\n    }}],\n    \
             \"exports\": [{{ \"kind\": \"custom-element-definition\", \"name\": \"naltrexone-explainer\", \"declaration\": {{ \"name\": \"NaltrexoneExplainer\", \"module\": \"element.js\" }} }}]\n  }}]\n}}\n",
            each(&self.attributes, &attribute),
            each(&self.events, &event),
            each(&self.custom_properties, &named),
            each(&self.parts, &named),
        )
    }
}

/// Words that cannot end the comment they stand in.
fn comment(text: &str) -> String {
    text.replace("*/", "* /")
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', " ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCS: &str = "## Attributes\n\n| attribute | values |\n|---|---|\n| `part` | `forms`, \"more\" |\n\n## Properties\n\n| property | what |\n|---|---|\n| `part` | the part |\n| `version` | the version |\n\n\
        ## Methods\n\n| method | what |\n|---|---|\n| `show(part, detail?)` | shows it |\n\n## Events\n\n| kind | when |\n|---|---|\n| `ready` | all is drawn |\n\n## More\n\n| `other` | no |\n";

    #[test]
    fn bundlers_are_told_of_every_file() -> Result<()> {
        let loader = "const ASSETS = {\"glue\":\"./a.js\",\"words\":{\"en\":[\"./b.txt\"]}};\nconst p = await import(glue.href);\n";
        let expected = "const ASSETS = {\"glue\":new URL(\"./embed/a.js\", import.meta.url).href,\"words\":{\"en\":[new URL(\"./embed/b.txt\", import.meta.url).href]}};\n\
                        const p = await import(/* webpackIgnore: true */ /* @vite-ignore */ glue.href);\n";
        assert_eq!(for_bundlers(loader)?, expected);
        Ok(())
    }

    #[test]
    fn types_follow_the_tables() -> Result<()> {
        let types = Listed::in_text(DOCS)?.types();
        for line in [
            "  part: any;",
            "  readonly version: string;",
            "  show(part: string, detail?: string): void;",
            "  \"naltrexone-explainer:ready\": CustomEvent<ExplainerDetail>;",
        ] {
            assert!(types.contains(line), "{line} in {types}");
        }
        assert!(!types.contains("other"));
        Ok(())
    }
}
