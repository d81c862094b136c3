//! Does it work, and look the same, on pages that reach into everything?
//!
//! Zoom, sandboxed frames, two versions and policies in headers have tests of their own beside this.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use naltrexone_explainer::model::lesson::Part;
use serde_json::json;

use crate::site::{Page, Visit};

/// Pages on which nothing inside may look other than on a blank page.
const ISOLATED: [&str; 21] = [
    "based",
    "dark",
    "flexible",
    "folded",
    "framework",
    "frozen",
    "huge_root",
    "inherited",
    "loaders",
    "no_type",
    "not_displayed",
    "old_library",
    "quirks",
    "reset",
    "right_to_left",
    "root_font",
    "smothered",
    "stops_events",
    "transformed",
    "unset",
    "variables",
];

/// Pages on which it works, in a shape of their own or watched by them.
const WORKS: [&str; 3] = ["narrow", "shortcuts", "strict"];

/// How far a channel of a pixel may be off, of 255.
const MOST_OFF: u8 = 64;

/// How many of a hundred pixels may be off at all.
const MOST_CHANGED: usize = 2;

/// Writes down whatever goes wrong on the page.
const LISTEN: &str = "window.heard = [];
    addEventListener('securitypolicyviolation', (event) => heard.push(`${event.violatedDirective} ${event.blockedURI}`));
    addEventListener('error', (event) => heard.push(`error ${event.message}`));
    addEventListener('unhandledrejection', (event) => heard.push(`rejection ${event.reason}`));";

/// Gives the explainer the whole window, whatever holds it.
const ALONE: &str = "for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const panel of document.querySelectorAll('.tab-panel')) panel.classList.add('chosen');
    const set = (element, rules) => Object.entries(rules).forEach(([name, value]) => element.style.setProperty(name, value, 'important'));
    for (let held = explainer().parentElement; held; held = held.parentElement)
      set(held, { position: 'static', margin: '0', padding: '0', border: '0', display: 'block', 'block-size': 'auto', 'inline-size': 'auto' });
    for (const other of explainer().parentElement.children) if (other !== explainer()) set(other, { display: 'none' });
    set(explainer(), { position: 'absolute', inset: '0 auto auto 0', 'inline-size': '360px', margin: '0', padding: '0', display: 'block', float: 'none' });
    scrollTo(0, 0);";

fn open(name: &str, page: &Page) {
    let origin = page.server.origin();
    page.session
        .go(&format!("{origin}/pages/hostile/{name}.html"));
    page.run("document.querySelector('details')?.setAttribute('open', ''); document.querySelector('.tab-panel')?.classList.add('chosen');");
    page.until("whole() || explainer().dataset.state === 'failed'");
    assert!(
        page.holds("whole()"),
        "{name}: the program does not run: {:#?}",
        page.console()
    );
}

fn visit() -> Page {
    Visit {
        page: "/pages/blank.html",
        width: 390,
        height: 1200,
        still: true,
        before: LISTEN,
        ..Visit::default()
    }
    .start()
}

/// What a part looks like, with nothing else of the page in sight.
fn picture(page: &Page, part: Part) -> Vec<u8> {
    page.show(part);
    page.run(ALONE);
    page.run_async("await document.fonts.ready; for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame); return true;");
    let clip = page.ask(
        "(({ left, top, width }) => ({ x: Math.round(left + scrollX), y: Math.round(top + scrollY), width: Math.round(width), height: 900, scale: 1 }))(explainer().getBoundingClientRect())",
    );
    let taken = page.session.chrome(
        "Page.captureScreenshot",
        &json!({ "format": "png", "clip": clip }),
    );
    STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
}

/// What the pixels of a PNG are: its size and its channels.
fn pixels(picture: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut decoder = png::Decoder::new(Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    assert_eq!(reader.output_color_type().0, png::ColorType::Rgb);
    let mut channels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut channels).unwrap();
    ((frame.width, frame.height), channels)
}

/// Whether two pictures show the same. Where a drawing falls on the browser's tiles, the edges of
/// its lines are smoothed a little otherwise; nothing else may differ.
fn alike(expected: &[u8], found: &[u8]) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    let ((size, expected), (found_size, found)) = (pixels(expected), pixels(found));
    if size != found_size {
        return Err(format!("{size:?} became {found_size:?}"));
    }
    let off = |(one, other): (&[u8], &[u8])| -> u8 {
        let pairs = one.iter().zip(other);
        pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap()
    };
    let differences: Vec<u8> = expected
        .chunks_exact(3)
        .zip(found.chunks_exact(3))
        .map(off)
        .collect();
    let worst = differences.iter().copied().max().unwrap();
    let changed = differences.iter().filter(|difference| **difference > 0);
    let (changed, all) = (changed.count(), differences.len());
    if worst > MOST_OFF || changed * 100 > all * MOST_CHANGED {
        return Err(format!(
            "{changed} of {all} pixels differ, by {worst} at most"
        ));
    }
    Ok(())
}

/// Looks something up and opens another part, as a reader does.
fn is_of_use(page: &Page, name: &str) {
    page.show(Part::SideEffects);
    page.run(
        "const field = inside('section.part input');
         field.focus(); field.value = 'throwing up';
         field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));",
    );
    page.until("/vomit|throwing up/i.test(inside('section.part').textContent.replace(inside('section.part input').value, ''))");
    page.show(Part::AtAGlance);
    let heard = page.list("heard");
    assert!(heard.is_empty(), "{name}: {heard:#?}");
}

#[test]
fn on_every_hostile_page_it_can_be_used() {
    let page = visit();
    for name in ISOLATED.into_iter().chain(WORKS) {
        open(name, &page);
        is_of_use(&page, name);
    }
}

#[test]
fn on_hostile_pages_it_looks_as_on_a_blank_page() {
    let page = visit();
    let parts = [Part::AtAGlance, Part::StayingSafe, Part::Forms];
    let expected: Vec<_> = parts.map(|part| picture(&page, part)).into();
    let mut differing = Vec::new();
    for name in ISOLATED {
        open(name, &page);
        for (part, expected) in parts.into_iter().zip(&expected) {
            let found = picture(&page, part);
            if let Err(difference) = alike(expected, &found) {
                let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
                let write = |what: &str, picture: &[u8]| {
                    let file = kept.join(format!("hostile-{name}-{}-{what}.png", part.id()));
                    fs::write(file, picture).unwrap();
                };
                write("expected", expected);
                write("found", &found);
                differing.push(format!("{name}: {}: {difference}", part.id()));
            }
        }
    }
    assert!(
        differing.is_empty(),
        "{differing:#?}; the pictures are in {}",
        env!("CARGO_TARGET_TMPDIR")
    );
}

#[test]
fn in_a_column_of_two_hundred_pixels_nothing_stands_out() {
    let page = visit();
    open("narrow", &page);
    for part in Part::ALL {
        page.show(part);
        assert_eq!(
            page.list("sticksOut(app())"),
            Vec::<String>::new(),
            "{}",
            part.id()
        );
    }
}

#[test]
fn where_the_page_refuses_the_program_by_its_own_line_the_reading_page_says_so() {
    let page = visit();
    let origin = page.server.origin();
    page.session
        .go(&format!("{origin}/pages/hostile/no_program.html"));
    page.until("explainer().dataset.state === 'failed'");
    assert!(page.holds("words(root().textContent).length > 40"));
    assert!(page.holds("!heard.some((fault) => /^(error|rejection)/.test(fault))"));
}
