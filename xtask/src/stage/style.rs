//! The style sheets: those of the explainer joined into one, that of the page beside it.

use super::read;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The sheet that only the standalone page has.
const PAGE: &str = "page.css";

/// The sheet of values that the pages for site owners have too.
const TOKENS: &str = "tokens.css";

/// The line of `order.txt` after which come the sheets that arrive with the later half.
const REST: &str = "rest:";

/// Every sheet but the page's own, in the order of `order.txt`: for the first screen, and for the rest.
pub(super) fn explainer(styles: &Path) -> Result<(String, String)> {
    let (first, rest) = in_order(&sheets(styles)?, &read(&styles.join("order.txt"))?)?;
    let joined = |names: Vec<String>| -> Result<String> {
        let texts = names.iter().map(|name| read(&styles.join(name)));
        Ok(compact(&texts.collect::<Result<Vec<_>>>()?.join("\n")))
    };
    Ok((joined(first)?, joined(rest)?))
}

/// The page's own sheet.
pub(super) fn page(styles: &Path) -> Result<String> {
    Ok(compact(&read(&styles.join(PAGE))?))
}

fn sheets(styles: &Path) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(styles).with_context(|| format!("{} cannot be read", styles.display()))?;
    let names =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let is_sheet = |name: &String| {
        Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "css")
    };
    Ok(names
        .filter(|name| is_sheet(name) && name != PAGE)
        .collect())
}

fn in_order(names: &[String], listed: &str) -> Result<(Vec<String>, Vec<String>)> {
    let listed: Vec<_> = listed.split_whitespace().map(str::to_owned).collect();
    if let Some(missing) = listed
        .iter()
        .find(|name| *name != REST && !names.contains(name))
    {
        bail!("styles/order.txt lists `{missing}`, which styles/ does not have");
    }
    if let Some(unlisted) = names.iter().find(|name| !listed.contains(name)) {
        bail!("styles/{unlisted} is not listed in styles/order.txt; add it where it belongs");
    }
    let mut halves = listed.split(|name| name == REST).map(<[String]>::to_vec);
    Ok((
        halves.next().unwrap_or_default(),
        halves.next().unwrap_or_default(),
    ))
}

/// The colours, type and space that every sheet takes its values from.
pub(super) fn tokens(styles: &Path) -> Result<String> {
    read(&styles.join(TOKENS))
}

/// A sheet without comments and needless white space; strings stay as they are.
pub(super) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut quote = None;
    let mut space = false;
    while let Some(sign) = rest.next() {
        if let Some(open) = quote {
            out.push(sign);
            if sign == '\\' {
                out.extend(rest.next());
            } else if sign == open {
                quote = None;
            }
        } else if sign == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut last = ' ';
            for sign in rest.by_ref() {
                if last == '*' && sign == '/' {
                    break;
                }
                last = sign;
            }
        } else if sign.is_whitespace() {
            space = true;
        } else {
            if sign == '}' && out.ends_with(';') {
                out.pop();
            }
            // A custom property that is empty needs its space.
            let tight = out.is_empty()
                || out.ends_with(['{', '}', ';', ',', '>'])
                || out.ends_with(':') && sign != ';'
                || matches!(sign, '{' | '}' | '>' | '!');
            if space && !tight {
                out.push(' ');
            }
            space = false;
            quote = matches!(sign, '"' | '\'').then_some(sign);
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheet: &str, expected: &str) {
        assert_eq!(compact(sheet), expected);
    }

    #[test]
    fn white_space_goes_where_it_says_nothing() {
        check(
            "/* A. */\n:host {\n  color: red;\n  margin: 0 auto;\n}\n\n.a,\n.b > p { top: 0; }\n",
            ":host{color:red;margin:0 auto}.a,.b>p{top:0}",
        );
    }

    #[test]
    fn white_space_stays_where_it_has_a_meaning() {
        check(
            ".a { --none: ; top: 0 !important; }",
            ".a{--none: ;top:0!important}",
        );
        check(
            ".a :hover { width: calc(1px + 2px); }",
            ".a :hover{width:calc(1px + 2px)}",
        );
        check(
            "@media (width > 3em) and (height) { }",
            "@media (width>3em) and (height){}",
        );
    }

    #[test]
    fn strings_are_left_alone() {
        check(
            ".a { content: \"/*  { \\\"  \"; quotes: '  '; }",
            ".a{content:\"/*  { \\\"  \";quotes:'  '}",
        );
    }

    #[test]
    fn sheets_after_the_mark_arrive_with_the_rest() -> Result<()> {
        let names = ["card.css", "tokens.css", "base.css"].map(str::to_owned);
        let (first, rest) = in_order(&names, "tokens.css\nbase.css\nrest:\ncard.css\n")?;
        assert_eq!(first, ["tokens.css", "base.css"]);
        assert_eq!(rest, ["card.css"]);
        Ok(())
    }

    #[test]
    fn an_order_that_forgets_a_sheet_is_refused() {
        assert!(in_order(&["a.css".into(), "b.css".into()], "a.css").is_err());
        assert!(in_order(&["a.css".into()], "a.css b.css").is_err());
    }
}
