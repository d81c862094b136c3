//! `index.html` with everything in its place that the build knows and the file does not.

use super::offline::{DARK, LIGHT, MANIFEST, SOCIAL};
use crate::dist::ADDRESS;
use anyhow::{Context, Result, bail};
use std::env;

/// What is put in the places that comments mark.
pub(super) struct Parts {
    /// Addresses of style sheets, in order.
    pub(super) styles: Vec<String>,
    /// Plain text.
    pub(super) title: String,
    /// The explainer's name, plain text.
    pub(super) name: String,
    /// Plain text.
    pub(super) description: String,
    /// What the picture beside a link shows, plain text.
    pub(super) picture: String,
    /// Where the page will stand, with a slash at the end, if that is known.
    pub(super) address: Option<String>,
    /// The reading page, as HTML.
    pub(super) reading: String,
    /// The page described for search engines, as an HTML script element.
    pub(super) structured: String,
}

/// The page, and the script that reloads it while it is being worked on.
pub(super) struct Page {
    pub(super) html: String,
    /// Trunk's script, which has no place in a page that allows no scripts of its own.
    pub(super) reload: Option<String>,
}

/// Where the page will stand, with a slash at the end, if it was told.
pub(super) fn address() -> Result<Option<String>> {
    let told = env::var(ADDRESS).ok().filter(|told| !told.is_empty());
    told.map(|told| whole_address(&told)).transpose()
}

fn whole_address(told: &str) -> Result<String> {
    if !["https://", "http://"]
        .iter()
        .any(|scheme| told.starts_with(scheme))
    {
        bail!("the address must be whole, as in https://example.org/naltrexone/; it is `{told}`");
    }
    Ok(format!("{}/", told.trim_end_matches('/')))
}

/// What other sites show beside a link to the page, and what an installed page is made from.
///
/// The addresses are whole where the page's own is known; else relative, which not every site resolves.
fn head(parts: &Parts, kept: bool) -> String {
    let base = parts.address.as_deref().unwrap_or("./");
    let picture = format!("{base}{SOCIAL}");
    let mut lines = Vec::new();
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", &parts.name),
        ("og:title", &parts.title),
        ("og:description", &parts.description),
        ("og:image", &picture),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", &parts.picture),
    ] {
        let content = escaped(content);
        lines.push(format!(
            "<meta property=\"{property}\" content=\"{content}\">"
        ));
    }
    lines.push("<meta name=\"twitter:card\" content=\"summary_large_image\">".into());
    if let Some(address) = &parts.address {
        let address = escaped(address);
        lines.push(format!("<meta property=\"og:url\" content=\"{address}\">"));
        lines.push(format!("<link rel=\"canonical\" href=\"{address}\">"));
    }
    for (scheme, colour) in [("light", LIGHT), ("dark", DARK)] {
        lines.push(format!(
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\">"
        ));
    }
    if kept {
        lines.push(format!("<link rel=\"manifest\" href=\"./{MANIFEST}\">"));
    }
    lines.push("<link rel=\"apple-touch-icon\" href=\"./icon-192.png\">".into());
    lines.join("\n    ")
}

/// Fills in the page that Trunk left.
pub(super) fn filled(html: &str, parts: &Parts) -> Result<Page> {
    let mut html = without_trunk_links(html);
    let reload = take_reload_script(&mut html);
    let sheet = |address: &String| format!("<link rel=\"stylesheet\" href=\"{address}\">");
    let styles: Vec<_> = parts.styles.iter().map(sheet).collect();
    for (place, filling) in [
        ("styles", styles.join("\n    ")),
        ("title", escaped(&parts.title)),
        ("description", escaped(&parts.description)),
        ("about the page", head(parts, reload.is_none())),
        ("structured data", parts.structured.clone()),
        ("reading page", parts.reading.clone()),
    ] {
        let mark = format!("<!-- {place} -->");
        let (before, after) = html
            .split_once(&mark)
            .with_context(|| format!("index.html lacks the mark `{mark}`"))?;
        html = format!("{before}{filling}{after}");
    }
    Ok(Page { html, reload })
}

/// The page of the frame.
pub(super) fn frame(html: &str, sheet: &str, title: &str, failed: &str) -> Result<String> {
    let mut html = html.to_owned();
    for (place, filling) in [
        (
            "styles",
            format!("<link rel=\"stylesheet\" href=\"./{sheet}\">"),
        ),
        ("title", escaped(title)),
        ("failed", escaped(failed)),
    ] {
        let mark = format!("<!-- {place} -->");
        if !html.contains(&mark) {
            anyhow::bail!("src/host/frame.html lacks the mark `{mark}`");
        }
        html = html.replace(&mark, &filling);
    }
    Ok(html)
}

/// The page without the elements that told Trunk what to build.
fn without_trunk_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, link)) = rest.split_once("<link data-trunk") {
        out.push_str(before);
        rest = link
            .split_once('>')
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    out.push_str(rest);
    out
}

/// Moves Trunk's reload script out of the page; it reaches the server that the page came from.
fn take_reload_script(html: &mut String) -> Option<String> {
    const ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
    let at = html.find(ADDRESS)?;
    let (before, after) = html.split_at_checked(at)?;
    let (before, start) = before.rsplit_once("<script>")?;
    let (end, after) = after.split_once("</script>")?;
    let script = format!("{start}{end}");
    let page = format!("{before}<script src=\"./reload.js\"></script>{after}");
    *html = page;
    Some(
        script
            .replace(ADDRESS, "window.location.host")
            .replace("{{__TRUNK_WS_BASE__}}", "/"),
    )
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            styles: vec!["./embed/explainer-1.css".into(), "./page-2.css".into()],
            title: "A & B".into(),
            name: "A".into(),
            description: "Says \"so\".".into(),
            picture: "A picture".into(),
            address: None,
            reading: "<article>words</article>".into(),
            structured: "<script type=\"application/ld+json\">{}</script>".into(),
        }
    }

    #[test]
    fn every_mark_is_replaced_and_trunks_link_is_gone() -> Result<()> {
        let html = "<head>\n<title><!-- title --></title>\n\
                    <meta name=\"description\" content=\"<!-- description -->\">\n\
                    <!-- about the page -->\n\
                    <!-- styles -->\n    \
                    <link data-trunk rel=\"rust\" href=\"Cargo.toml\" data-trunk-id=\"0\">\n    \
                    <!-- structured data --></head><body><!-- reading page --></body>";
        let expected = "<head>\n<title>A &amp; B</title>\n\
                        <meta name=\"description\" content=\"Says &quot;so&quot;.\">\n\
                        HEAD\n\
                        <link rel=\"stylesheet\" href=\"./embed/explainer-1.css\">\n    \
                        <link rel=\"stylesheet\" href=\"./page-2.css\">\n    \
                        <script type=\"application/ld+json\">{}</script></head>\
                        <body><article>words</article></body>";
        let page = filled(html, &parts())?;
        assert_eq!(page.html, expected.replace("HEAD", &head(&parts(), true)));
        assert_eq!(page.reload, None);
        Ok(())
    }

    #[test]
    fn a_missing_mark_is_named() {
        let refusal = filled("<head></head>", &parts())
            .err()
            .map(|error| error.to_string());
        assert_eq!(
            refusal.as_deref(),
            Some("index.html lacks the mark `<!-- styles -->`")
        );
    }

    #[test]
    fn what_a_link_shows_is_whole_where_the_address_is_known() -> Result<()> {
        let mut parts = parts();
        assert!(head(&parts, true).contains("\"og:image\" content=\"./social.png\""));
        parts.address = Some(whole_address("https://example.org/a")?);
        let head = head(&parts, true);
        assert!(head.contains("\"og:image\" content=\"https://example.org/a/social.png\""));
        assert!(head.contains("\"canonical\" href=\"https://example.org/a/\""));
        assert!(whole_address("example.org").is_err());
        Ok(())
    }

    #[test]
    fn a_page_that_is_being_worked_on_is_not_kept() {
        assert!(head(&parts(), true).contains("rel=\"manifest\""));
        assert!(!head(&parts(), false).contains("rel=\"manifest\""));
    }

    #[test]
    fn the_reload_script_becomes_a_file() {
        let mut html = "<body><script>const a = '{{__TRUNK_ADDRESS__}}', b = '{{__TRUNK_WS_BASE__}}';</script></body>".to_owned();
        let script = take_reload_script(&mut html);
        assert_eq!(html, "<body><script src=\"./reload.js\"></script></body>");
        assert_eq!(
            script.as_deref(),
            Some("const a = window.location.host, b = '/';")
        );
    }
}
