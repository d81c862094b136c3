//! Does the element do what its attributes, properties and methods say, and go without a trace?

use crate::site::{Page, Visit};

/// Lines that the page's own script must never hear of.
const LISTEN: &str = "window.uncaught = [];
    addEventListener('error', (event) => uncaught.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));";

/// A page with one element that has these attributes.
#[track_caller]
fn with(attributes: &str) -> Page {
    let page = Visit {
        page: "/pages/empty.html",
        before: LISTEN,
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    page.run(&format!(
        "const made = document.createElement('naltrexone-explainer');
         for (const [name, value] of Object.entries({attributes})) made.setAttribute(name, value);
         document.body.append(made);"
    ));
    page
}

#[track_caller]
fn running(attributes: &str) -> Page {
    let page = with(attributes);
    page.until("running() && 'whole' in explainer().dataset");
    page
}

#[test]
fn the_parts_that_a_page_wants_are_offered_in_its_order() {
    let page = running("{ parts: 'side-effects, forms' }");
    assert_eq!(
        page.list("all('.parts .tab').map((tab) => words(tab.textContent))"),
        ["Side effects", "Forms"]
    );
    assert!(page.holds("shows('side-effects')"));
    page.run("explainer().parts = 'forms lesson how-it-blocks';");
    page.until("all('.parts .tab').length === 3");
    assert!(
        page.holds("shows('side-effects')"),
        "what is read is not taken away"
    );
    // Help is there whatever a page leaves out.
    page.click("inside('.help')");
    page.until("shows('staying-safe')");
}

#[test]
fn a_part_that_is_not_known_is_named_on_the_console() {
    let page = running("{ parts: 'forms dosing' }");
    let said: Vec<_> = page.console().into_iter().map(|said| said.text).collect();
    assert!(
        said.iter()
            .any(|line| line.contains("parts=") && line.contains("dosing")),
        "{said:?}"
    );
}

#[test]
fn without_links_sources_are_named_and_lead_nowhere() {
    let page = running("{ links: 'off' }");
    assert_eq!(page.count("all('.sources a').length"), 0);
    assert!(page.count("all('.sources cite').length") > 3);
    page.run("explainer().links = 'on';");
    page.until("all('.sources a').length > 3");
}

#[test]
fn headings_take_the_level_that_the_page_asks_for() {
    let page = running("{ 'heading-level': '3' }");
    let levels = "[...new Set(all('h2, h3, h4').map((head) => `${head.localName}=${head.getAttribute('aria-level')}`))].sort()";
    assert_eq!(page.list(levels), ["h2=3", "h3=4"]);
    page.run("explainer().setAttribute('part', 'forms');");
    page.until("shows('forms')");
    assert!(page.holds("all('h2, h3, h4').every((head) => Number(head.getAttribute('aria-level')) === Number(head.localName[1]) + 1)"));
    page.run("explainer().headingLevel = '2';");
    page.until("all('[aria-level]').length === 0");
}

#[test]
fn stillness_can_be_asked_for_by_the_page() {
    let page = running("{ motion: 'still', part: 'how-it-blocks', start: 'free-play' }");
    page.until("inside('.scene')?.dataset.phase === 'running'");
    let ticks = page.run_async(
        "const scene = inside('.scene');
         const seen = new Set();
         for (let at = 0; at < 60; at += 1) {
           seen.add(scene.dataset.tick);
           await new Promise((done) => setTimeout(done, 50));
         }
         return seen.size;",
    );
    assert!(
        ticks.as_u64() <= Some(7),
        "{ticks} pictures in three seconds"
    );
}

#[test]
fn an_element_that_waits_for_a_touch_fetches_nothing_before_it() {
    let page = with("{ loading: 'interaction' }");
    page.run_async("for (let at = 0; at < 5; at += 1) await new Promise(requestAnimationFrame);");
    let wasm =
        "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))";
    assert!(!page.holds(wasm));
    assert!(
        page.text("words(explainer().shadowRoot.textContent)")
            .contains("Naltrexone")
    );
    page.click("explainer()");
    page.until("running()");
}

#[test]
fn a_page_shows_a_part_and_what_is_in_it_by_a_method() {
    let page = running("{}");
    page.run("explainer().show('side-effects', 'nausea');");
    page.until("shows('side-effects') && words(inside('.part').textContent).includes('Nausea')");
    assert_eq!(page.text("explainer().version"), env!("CARGO_PKG_VERSION"));
}

#[test]
fn one_that_is_put_back_after_long_shows_what_it_showed() {
    let page = running("{}");
    page.run("explainer().show('forms', 'form-tablet'); window.kept = explainer();");
    page.until("shows('forms')");
    page.run("kept.remove();");
    page.until("!kept.dataset.state");
    page.run("document.body.append(kept);");
    page.until("shows('forms')");
}

#[test]
fn a_copy_of_an_element_runs_beside_it() {
    let page = running("{ part: 'forms' }");
    page.run("document.body.append(explainer().cloneNode(true)); explainer(1).scrollIntoView();");
    page.until("running(1) && shows('forms', 1)");
}

#[test]
fn one_that_is_not_displayed_starts_when_it_is() {
    let page = with("{ hidden: '' }");
    page.run_async("for (let at = 0; at < 5; at += 1) await new Promise(requestAnimationFrame);");
    assert!(page.holds("!explainer().dataset.state"));
    page.run("explainer().hidden = false;");
    page.until("running()");
}

#[test]
fn a_fault_reaches_its_element_and_not_the_page() {
    let page = running("{}");
    page.run("inside('.help').remove(); explainer().setAttribute('part', 'forms');");
    page.until("explainer().dataset.state === 'stopped'");
    page.run_async("for (let at = 0; at < 5; at += 1) await new Promise(requestAnimationFrame);");
    assert_eq!(page.list("uncaught"), Vec::<String>::new());
    let said = page.errors();
    assert!(
        said.iter().any(|line| line.contains("stopped by a fault")),
        "{said:?}"
    );
    assert!(
        !said.iter().any(|line| line.contains("Uncaught")),
        "{said:?}"
    );
    page.click("inside('.crash [data-do=restart]')");
    page.until("running() && shows('forms')");
}

#[test]
fn a_file_that_does_not_arrive_is_asked_for_again_by_a_button() {
    let page = Visit {
        page: "/pages/empty.html",
        before: "const real = fetch; window.broken = true;
                 window.fetch = (...what) => broken && String(what[0]).includes('.wasm')
                   ? Promise.reject(new TypeError('Failed to fetch')) : real(...what);",
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    page.run("document.body.append(document.createElement('naltrexone-explainer'));");
    page.until("explainer().dataset.state === 'failed'");
    let said = page.text("words(explainer().shadowRoot.textContent)");
    assert!(
        said.contains("cannot run here") && said.contains("Try again"),
        "{said}"
    );
    assert!(
        page.errors()
            .iter()
            .any(|line| line.contains("connect-src"))
    );
    page.run("window.broken = false;");
    page.click("explainer().shadowRoot.querySelector('button')");
    page.until("running()");
}
