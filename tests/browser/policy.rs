//! Does it keep to the strictest page, and does the reading page stay where the program may not run?

use naltrexone_explainer::model::lesson::Part;

use crate::site::{Page, Visit};

/// The policy that we print for page owners, with what the standalone page needs to be kept.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
                      require-trusted-types-for 'script'";

/// The same without leave for WebAssembly.
const NO_PROGRAM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                          connect-src 'self'; require-trusted-types-for 'script'";

/// Writes down whatever goes wrong on the page.
const LISTEN: &str = "window.heard = [];
    addEventListener('securitypolicyviolation', (event) => heard.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    addEventListener('error', (event) => heard.push(`error ${event.message ?? event.target}`), true);
    addEventListener('unhandledrejection', (event) => heard.push(`rejection ${event.reason}`));";

fn visit(policy: &'static str) -> Visit {
    Visit {
        headers: vec![("Content-Security-Policy", policy)],
        before: LISTEN,
        ..Visit::default()
    }
}

#[track_caller]
fn all_is_quiet(page: &Page, state: &str) {
    let heard = page.list("heard");
    assert!(heard.is_empty(), "{state}: {heard:#?}");
    let errors = page.errors();
    assert!(errors.is_empty(), "{state}: {errors:#?}");
}

#[test]
fn under_the_strict_policy_everything_works_and_nothing_is_refused() {
    let page = visit(STRICT).start();
    page.keep();
    all_is_quiet(&page, "on load");
    for part in Part::ALL {
        page.show(part);
        page.use_part();
        all_is_quiet(&page, part.id());
    }
}

#[test]
fn where_webassembly_is_refused_the_reading_page_stays_and_says_why() {
    let page = visit(NO_PROGRAM).open();
    page.until("explainer().dataset.state === 'failed'");
    assert!(page.holds("[...explainer().querySelectorAll('#at-a-glance [data-statement]')].filter(visible).length >= 5"));
    let said = page.list(
        "[...explainer().querySelectorAll('.why'), ...root().querySelectorAll('.why')].filter(visible).map((note) => words(note.textContent))",
    );
    assert_eq!(said.len(), 1, "the note that says why: {said:?}");
    assert!(said[0].len() > 40, "{said:?}");
}

#[test]
fn where_webassembly_is_refused_the_console_names_the_remedy_and_the_host_sees_no_fault() {
    let page = visit(NO_PROGRAM).open();
    page.until("explainer().dataset.state === 'failed'");
    let console = page.console();
    assert!(
        console
            .iter()
            .any(|said| said.error && said.text.contains("Add 'wasm-unsafe-eval' to script-src")),
        "{console:#?}"
    );
    assert!(
        !console.iter().any(|said| said.text.contains("Uncaught")),
        "{console:#?}"
    );
    let heard = page.list("heard.filter((line) => /^(error|rejection)/.test(line))");
    assert!(heard.is_empty(), "{heard:#?}");
}
