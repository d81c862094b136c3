//! The accessibility checks of axe-core, run inside a page, also inside one that runs no scripts.

use std::sync::OnceLock;
use std::{env, fs};

use serde_json::Value;

use crate::site::Page;

/// Promises and timers for pages whose own never settle.
const AT_ONCE: &str = include_str!("at_once.js");

/// The text of axe-core: `AXE` names the file.
fn engine() -> &'static str {
    static ENGINE: OnceLock<String> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let file = env::var_os("AXE").unwrap_or_else(|| {
            panic!("AXE must name axe.min.js; run `cargo xtask test`, which fetches it and says where it is")
        });
        fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("AXE: {} cannot be read ({error})", file.display()))
    })
}

/// Checks the page by every rule of WCAG 2.2 A and AA, the best practices and the AAA contrast of text.
///
/// # Panics
/// If a rule is broken, or if axe saw next to nothing of the explainer.
#[track_caller]
pub fn check(page: &Page, state: &str) {
    if !page.holds("typeof axe === 'object'") {
        page.session.run(&format!(
            "{AT_ONCE}; ((Promise, setTimeout) => {{ {}; window.axe = axe; }})(AtOnce, (f) => f());",
            engine()
        ));
    }
    let found = page.session.run(
        "let answer = 'axe never answered';
         const options = {
           preload: false,
           runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
           rules: { 'color-contrast-enhanced': { enabled: true } },
           resultTypes: ['violations', 'passes'],
         };
         const place = (node) => node.target.flat(2).join(' > ');
         const short = (node) => `${place(node)}\\n      ${node.html.slice(0, 200)}\\n      ${node.failureSummary}`;
         axe.run(document, options, (error, found) => {
           if (error) { answer = String(error); return; }
           const passed = found.passes.flatMap((rule) => rule.nodes);
           answer = {
             broken: found.violations.map((rule) => [`${rule.id}: ${rule.help}`, ...rule.nodes.map(short)].join('\\n    ')),
             inShadow: passed.filter((node) => Array.isArray(node.target[0])).length,
             anywhere: passed.length,
           };
         });
         return answer;",
    );
    let Some(broken) = found["broken"].as_array() else {
        panic!("{state}: {found}")
    };
    let broken: Vec<_> = broken.iter().filter_map(Value::as_str).collect();
    assert!(broken.is_empty(), "{state}:\n  {}", broken.join("\n  "));
    let looked_at = if page.holds("running()") {
        &found["inShadow"]
    } else {
        &found["anywhere"]
    };
    assert!(
        looked_at.as_u64() > Some(20),
        "{state}: axe saw next to nothing, {found}"
    );
}
