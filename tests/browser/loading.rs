//! Does the page stay as it is while the program comes, and does it come only when needed?

use naltrexone_explainer::model::lesson::Part;

use crate::site::{Page, Visit};

/// How far anything may seem to jump, by the browser's own measure.
const UNSEEN: f64 = 0.001;

/// Notes every jump of something on the page.
const NOTE_JUMPS: &str = "window.jumps = [];
    new PerformanceObserver((list) => jumps.push(...list.getEntries()))
      .observe({ type: 'layout-shift', buffered: true });";

/// Jumps are told with a frame after the one they happened in.
const THREE_FRAMES: &str =
    "for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);";

/// Where the words of the first part are, and its navigation, as lines of name and place.
const PLACES: &str = "(() => {
    const top = running() ? app() : explainer().querySelector('.nx');
    const seen = ['.mast', '#at-a-glance h2', '#at-a-glance h3', '#at-a-glance [data-statement]']
      .flatMap((selector) => [...top.querySelectorAll(selector)]).filter(visible);
    return seen.map((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      const name = element.dataset.statement ?? (element.id || element.className);
      return `${name} at ${Math.round(left)},${Math.round(top)} wide ${Math.round(width)}`;
    });
  })()";

/// Notes what is painted first, and whatever is painted that is larger than all before it.
const NOTE_PAINTS: &str = "window.painted = {};
    new PerformanceObserver((list) => {
      for (const paint of list.getEntries()) painted[paint.name] = paint.startTime;
    }).observe({ type: 'paint', buffered: true });
    window.largest = [];
    new PerformanceObserver((list) => {
      for (const { startTime, element } of list.getEntries()) {
        const name = element?.closest('.reading') ? 'read' : element?.localName ?? 'of the program';
        largest.push({ at: startTime, name });
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });";

/// Notes what comes and goes in the root of the element, from before there is an element.
const NOTE_ROOT: &str = "window.moved = [];
    new MutationObserver((_, watch) => {
      const root = document.querySelector('naltrexone-explainer')?.shadowRoot;
      if (!root) return;
      watch.disconnect();
      window.brought = customElements.get('naltrexone-explainer') === undefined;
      new MutationObserver((changes) => moved.push(...changes)).observe(root, { childList: true });
    }).observe(document, { childList: true, subtree: true });";

#[track_caller]
fn takes_nothing_on_load(width: u32) {
    let page = Visit {
        width,
        held: Some(".wasm"),
        before: NOTE_JUMPS,
        ..Visit::default()
    }
    .open();
    page.until("explainer().querySelector('.part')");
    assert!(!page.holds("running()"));
    page.run_async(THREE_FRAMES);
    page.run("jumps.length = 0;");
    page.release();
    page.until("running()");
    page.run_async(THREE_FRAMES);
    let jumped = page.number("jumps.reduce((sum, jump) => sum + jump.value, 0)");
    let what =
        page.list("jumps.flatMap((jump) => jump.sources.map((source) => described(source.node)))");
    assert!(jumped <= UNSEEN, "{width}: {jumped} by {what:?}");
    assert!(
        page.holds("active() === document.body"),
        "{} has the focus",
        page.focused()
    );
    assert!(page.holds("scrollX === 0 && scrollY === 0"));
}

#[test]
fn nothing_takes_focus_scrolls_or_jumps_on_a_phone() {
    takes_nothing_on_load(390);
}

#[test]
fn nothing_takes_focus_scrolls_or_jumps_on_a_desktop() {
    takes_nothing_on_load(1280);
}

#[test]
fn every_word_of_the_first_part_stays_where_it_is_when_the_program_takes_over() {
    for width in [390, 1280] {
        let page = Visit {
            width,
            held: Some(".wasm"),
            ..Visit::default()
        }
        .open();
        page.until("explainer().querySelector('.part')");
        let before = page.list(PLACES);
        assert!(before.len() > 5, "{before:?}");
        page.release();
        page.until("running()");
        assert_eq!(before, page.list(PLACES), "at {width}");
    }
}

#[test]
fn the_largest_thing_that_is_painted_is_of_the_reading_page_and_never_of_the_program() {
    for (width, height) in [(390, 844), (1280, 800)] {
        let page = Visit {
            width,
            height,
            before: NOTE_PAINTS,
            ..Visit::default()
        }
        .start();
        page.run_async(THREE_FRAMES);
        // A browser may show the page in more than one frame; what counts is whose each one is.
        let largest = page.list("largest.map(({ name }) => name)");
        assert!(!largest.is_empty(), "nothing was painted at {width}");
        assert!(
            largest.iter().all(|name| name == "read"),
            "at {width}: {}, {}",
            page.text("JSON.stringify(largest)"),
            page.text("JSON.stringify(painted)")
        );
    }
}

#[test]
fn of_the_program_only_the_element_is_asked_for_before_the_first_paint() {
    let page = Visit {
        before: NOTE_PAINTS,
        ..Visit::default()
    }
    .start();
    let early = page.list(
        "performance.getEntriesByType('resource')
           .filter(({ startTime }) => startTime < painted['first-contentful-paint'])
           .map(({ name }) => name.split('/').pop())
           .filter((name) => /\\.(js|wasm|txt)\\b/.test(name))
           .sort()",
    );
    // Which of the two goes first is the browser's to choose.
    assert_eq!(early, ["naltrexone-explainer.js", "page.js"]);
}

#[test]
fn what_the_page_has_painted_stays_in_its_place_until_the_program_has_drawn() {
    let page = Visit {
        before: NOTE_ROOT,
        ..Visit::default()
    }
    .start();
    assert!(page.holds("window.brought"), "the page brings no root");
    let moved = page.list(
        "moved.flatMap(({ addedNodes, removedNodes }) => [
           ...[...addedNodes].map((node) => `${node.localName} comes`),
           ...[...removedNodes].map((node) => `${node.localName} goes`),
         ])",
    );
    assert_eq!(moved, ["div comes", "slot goes"]);
}

#[test]
fn a_reader_who_has_scrolled_is_not_moved_when_the_program_takes_over() {
    let page = Visit {
        width: 390,
        held: Some(".wasm"),
        ..Visit::default()
    }
    .open();
    page.until("explainer().querySelector('.part')");
    page.run("scrollTo(0, 300);");
    page.release();
    page.until("running()");
    assert_eq!(page.count("scrollY"), 300);
}

#[test]
fn the_first_screen_and_whom_to_call_wait_for_nothing_but_themselves() {
    let page = Visit {
        width: 390,
        held: Some("/rest-"),
        ..Visit::default()
    }
    .open();
    page.until("running()");
    assert!(!page.holds("whole()"));
    assert!(page.count("app().querySelectorAll('#at-a-glance [data-statement]').length") > 5);
    page.run("app().querySelector('.help').click();");
    page.until("shows('staying-safe')");
    assert!(page.count("app().querySelectorAll('a[href^=\"tel:\"]').length") > 1);
    assert!(page.holds("visible(app().querySelector('.loading'))"));
}

#[test]
fn a_part_that_was_opened_too_early_appears_when_the_rest_is_there() {
    let page = Visit {
        held: Some("/rest-"),
        ..Visit::default()
    }
    .open();
    page.until("running()");
    page.show(Part::SideEffects);
    assert!(page.holds("visible(app().querySelector('#side-effects-title'))"));
    assert!(page.holds("app().querySelector('.loading') !== null"));
    let waiting = page.count("app().querySelectorAll('#side-effects *').length");
    page.release();
    page.until("whole()");
    page.until("app().querySelector('.loading') === null");
    assert!(page.count("app().querySelectorAll('#side-effects *').length") > waiting);
}

#[test]
fn a_link_to_a_later_part_shows_it_whole_from_the_start() {
    let page = Visit {
        page: "/#forms",
        before: "addEventListener('naltrexone-explainer:ready', ({ target }) => {
            window.first = target.shadowRoot.querySelectorAll('#forms *').length;
        });",
        ..Visit::default()
    }
    .start();
    assert_eq!(
        page.count("first"),
        page.count("app().querySelectorAll('#forms *').length")
    );
}

fn loaded(page: &Page) -> Vec<String> {
    page.server
        .asked()
        .into_iter()
        .filter(|name| !name.ends_with("/icon.svg"))
        .collect()
}

#[test]
fn far_below_the_fold_only_the_loader_is_fetched_until_it_comes_near() {
    let page = Visit {
        page: "/pages/far_below.html",
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    page.run_async(THREE_FRAMES);
    assert_eq!(
        loaded(&page),
        ["/pages/far_below.html", "/embed/naltrexone-explainer.js"]
    );
    page.run("explainer().scrollIntoView();");
    page.until("running()");
    assert!(loaded(&page).iter().any(|name| name.contains(".wasm")));
}
