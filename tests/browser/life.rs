//! Does an element live through what pages do to it: moved, copied, adopted, removed too early?

use serde_json::json;

use crate::site::{Page, Visit};

/// Lines that the page's own script must never hear of, and answers that can be broken.
const LISTEN: &str = "window.uncaught = [];
    addEventListener('error', (event) => uncaught.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));
    window.broken = false;
    const real = fetch;
    window.fetch = (...what) => broken && String(what[0]).includes(broken)
      ? Promise.resolve(new Response('', { status: 404 })) : real(...what);";

/// How many copies of the program were made.
const COPIES: &str =
    "performance.getEntriesByType('resource').filter(({ name }) => name.includes('?i=')).length";

/// An empty page, and a function that adds an element to it.
#[track_caller]
fn empty(held: Option<&'static str>) -> Page {
    let page = Visit {
        page: "/pages/empty.html",
        before: LISTEN,
        held,
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    page.run(
        "window.add = (attributes = {}) => {
           const made = document.createElement('naltrexone-explainer');
           for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) made.setAttribute(name, value);
           document.body.append(made);
           return made;
         };",
    );
    page
}

/// Nothing of what happened was told to the page's own script.
#[track_caller]
fn unheard(page: &Page) {
    assert_eq!(page.list("uncaught"), Vec::<String>::new());
}

#[test]
fn a_second_half_that_fails_after_the_first_screen_is_asked_for_again() {
    for broken in ["/rest-", "rest-en"] {
        let page = empty(Some("/rest-"));
        page.run(&format!("broken = '{broken}'; add();"));
        page.until("explainer().dataset.state === 'failed'");
        let said = page.text("words(root().textContent)");
        assert!(said.contains("Try again"), "{said}");
        unheard(&page);
        page.run("broken = false;");
        page.release();
        page.click("root().querySelector('button')");
        page.until("whole()");
        unheard(&page);
    }
}

#[test]
fn a_neighbour_goes_on_where_a_file_does_not_arrive() {
    let page = empty(None);
    page.run("add({ part: 'how-it-blocks', start: 'free-play' });");
    page.until("whole() && inside('.scene')?.dataset.phase === 'running'");
    page.run("broken = 'rest-en'; add();");
    page.until("explainer(1).dataset.state === 'failed'");
    page.run("inside('.mural').scrollIntoView(); window.then = inside('.scene').dataset.tick;");
    page.until("inside('.scene').dataset.tick !== then");
    unheard(&page);
}

#[test]
fn one_that_waits_for_a_touch_listens_once_however_often_it_is_moved() {
    let page = empty(None);
    page.run("const moved = add({ loading: 'interaction' }); for (let at = 0; at < 5; at += 1) document.body.append(moved);");
    let found = page.session.chrome(
        "Runtime.evaluate",
        &json!({ "expression": "document.querySelector('naltrexone-explainer')" }),
    );
    let listeners = page.session.chrome(
        "DOMDebugger.getEventListeners",
        &json!({ "objectId": found["result"]["objectId"] }),
    );
    let touches = listeners["listeners"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|listener| listener["type"] == "pointerdown");
    assert_eq!(touches.count(), 1, "{listeners}");
}

#[test]
fn one_that_moves_into_another_document_goes_on_there_in_its_own_styles() {
    let page = empty(None);
    page.run("add({ part: 'forms' });");
    page.until("whole()");
    let ground = page.text("getComputedStyle(app()).backgroundColor");
    page.run(
        "const frame = document.createElement('iframe');
         document.body.append(frame);
         window.moved = explainer();
         frame.contentDocument.body.append(moved);
         window.within = () => [...moved.shadowRoot.children].find((child) => child.matches('.nx'));",
    );
    page.until("'whole' in moved.dataset && within()?.querySelector('#forms')");
    let there =
        page.text("moved.ownerDocument.defaultView.getComputedStyle(within()).backgroundColor");
    assert_eq!(there, ground);
    page.run("moved.part = 'lesson';");
    page.until("within().querySelector('#lesson')?.checkVisibility()");
    unheard(&page);
}

#[test]
fn a_copy_that_has_not_started_does_not_say_that_it_is_ready() {
    let page = empty(None);
    page.run("add();");
    page.until("whole()");
    page.run("const copy = explainer().cloneNode(true); copy.setAttribute('loading', 'interaction'); document.body.append(copy);");
    assert!(page.holds("!explainer(1).dataset.state && !('whole' in explainer(1).dataset)"));
    assert!(page.holds("visible(root(1).querySelector('.box'))"));
}

#[test]
fn one_that_is_removed_while_it_loads_leaves_one_copy_for_one_other() {
    let page = empty(Some("/rest-"));
    page.run("window.gone = add({ part: 'forms' });");
    page.until(&format!(
        "{COPIES} === 1 && gone.shadowRoot.adoptedStyleSheets.length === 1"
    ));
    page.run("gone.remove();");
    page.until("!gone.shadowRoot.querySelector('.box')");
    page.release();
    page.run("add({ part: 'forms' }); add({ part: 'forms' });");
    page.until("whole(0) && whole(1)");
    assert_eq!(page.count(COPIES), 2);
    unheard(&page);
}
