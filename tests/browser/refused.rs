//! Where a browser or a server has not all that the program needs: do the words stay, and are reader and owner told why?

use naltrexone_explainer::model::lesson::Part;

use crate::server::Server;
use crate::site::{Page, Visit};

/// Writes down whatever reaches the page.
const LISTEN: &str = "window.heard = [];
    addEventListener('error', (event) => heard.push(`error ${event.message}`));
    addEventListener('unhandledrejection', (event) => heard.push(`rejection ${event.reason}`));";

/// The standalone page, with something done before its scripts run.
fn without(what: &str) -> Page {
    Visit {
        before: Box::leak([LISTEN, what].join("\n").into_boxed_str()),
        ..Visit::default()
    }
    .open()
}

/// Five statements and one friendly line for the reader, one precise line for the owner, none for the page.
#[track_caller]
fn words_stay_and_say(page: &Page, remedy: &str) {
    page.until("explainer().dataset.state === 'failed'");
    assert!(page.holds("[...explainer().querySelectorAll('#at-a-glance [data-statement]')].filter(visible).length >= 5"));
    let said = page.list(
        "[...explainer().querySelectorAll('.why')].filter(visible).map((note) => words(note.textContent))",
    );
    assert_eq!(said.len(), 1, "the note that says why: {said:?}");
    let console = page.errors();
    assert!(
        console.iter().any(|line| line.contains(remedy)),
        "`{remedy}` is not among {console:#?}"
    );
    assert_eq!(page.list("heard"), Vec::<String>::new());
}

#[test]
fn without_webassembly_as_in_lockdown_mode_the_words_stay() {
    let page = without("delete window.WebAssembly;");
    words_stay_and_say(&page, "Lockdown Mode");
}

#[test]
fn where_the_program_is_missing_the_words_stay() {
    let page = without(
        "const real = fetch;
         window.fetch = (...what) => String(what[0]).includes('.wasm')
           ? Promise.resolve(new Response('', { status: 404 })) : real(...what);",
    );
    words_stay_and_say(&page, "A file is missing");
}

#[test]
fn where_the_program_arrives_damaged_the_words_stay() {
    let page = without(
        "const real = fetch;
         window.fetch = (...what) => String(what[0]).includes('.wasm')
           ? Promise.resolve(new Response('<!doctype html>', { headers: { 'Content-Type': 'application/wasm' } })) : real(...what);",
    );
    words_stay_and_say(&page, "arrived damaged");
}

#[test]
fn where_there_is_no_memory_left_the_words_stay() {
    let page = without(
        "WebAssembly.instantiate = () => Promise.reject(new RangeError('could not allocate memory'));",
    );
    words_stay_and_say(&page, "too little memory");
}

#[test]
fn in_a_browser_of_long_ago_the_words_stay() {
    let page = without("delete CSSStyleSheet.prototype.replaceSync;");
    words_stay_and_say(&page, "too old");
}

#[test]
fn where_another_site_does_not_let_its_files_be_used_what_stands_between_the_tags_stays() {
    let elsewhere = Server::start(Vec::new(), None);
    let page = Visit {
        page: "/pages/placed.html",
        before: LISTEN,
        ..Visit::default()
    }
    .start();
    page.session
        .go(&format!("{}/pages/between.html", page.server.origin()));
    page.run(&format!(
        "const frame = document.createElement('iframe');
         frame.srcdoc = `<script type=module src='{}/embed/naltrexone-explainer.js'><` + `/script><naltrexone-explainer><p>Words of the page.</p></naltrexone-explainer>`;
         document.body.append(frame); window.frame = frame;",
        elsewhere.origin()
    ));
    page.until("frame.contentDocument?.readyState === 'complete' && frame.contentDocument.querySelector('p')");
    assert!(page.holds("visible(frame.contentDocument.querySelector('p'))"));
    assert!(
        page.holds("frame.contentWindow.customElements.get('naltrexone-explainer') === undefined")
    );
    let console = page.errors();
    assert!(
        console.iter().any(|line| line.contains("CORS")),
        "{console:#?}"
    );
}

#[test]
fn where_storage_is_refused_every_part_works() {
    let page = without(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
           Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
         Object.defineProperty(document, 'cookie', { get() { throw new DOMException('refused', 'SecurityError'); } });",
    );
    page.until("whole()");
    for part in Part::ALL {
        page.show(part);
        page.use_part();
    }
    assert_eq!(page.list("heard"), Vec::<String>::new());
}

#[test]
fn a_page_that_is_gone_back_to_has_its_explainer_as_it_was_left() {
    let page =
        without("addEventListener('pageshow', (event) => { window.kept = event.persisted; });");
    page.until("whole()");
    page.show(Part::Forms);
    page.session
        .go(&format!("{}/pages/blank.html", page.server.origin()));
    page.until("whole()");
    page.run("history.back();");
    page.until("location.pathname === '/' && whole() && shown().length === 1");
    // Kept by the browser, not loaded again.
    assert!(page.holds("kept === true && shows('forms')"));
    page.show(Part::Lesson);
    assert_eq!(page.list("heard"), Vec::<String>::new());
}
