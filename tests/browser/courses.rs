//! Does a frame still work once a course system has taken from it what it takes?

use std::fs;
use std::path::Path;

use naltrexone_explainer::model::lesson::Part;

use crate::owners::{builder, choose, line, made};
use crate::site::{Page, Visit};

/// What Canvas keeps of a frame, by its own list: the rest is taken away.
const KEPT: &str = "['src', 'title', 'width', 'height', 'name', 'align', 'frameborder', 'scrolling', 'sandbox', 'allowfullscreen', 'style', 'class', 'id', 'lang', 'dir']";

/// A course's own pages let frames in and run none of our scripts.
const POLICY: &str = "default-src 'none'; frame-src 'self'; img-src 'self'";

const INSIDE: &str =
    "document.querySelector('iframe').contentDocument?.querySelector('naltrexone-explainer')";

/// What is left of markup: no script, and of a frame only what is kept.
fn left_of(page: &Page, markup: &str) -> String {
    let markup = serde_json::to_string(markup).unwrap();
    page.text(&format!(
        "(() => {{
           const parsed = new DOMParser().parseFromString({markup}, 'text/html');
           for (const gone of parsed.querySelectorAll('script, style, naltrexone-explainer')) gone.remove();
           for (const frame of parsed.querySelectorAll('iframe'))
             for (const name of frame.getAttributeNames()) if (!{KEPT}.includes(name)) frame.removeAttribute(name);
           return parsed.body.innerHTML;
         }})()"
    ))
}

/// Opens a page of a course with nothing of ours but what was left.
fn course(name: &str, left: &str) -> Page {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A course</title>\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
         <link rel=\"icon\" href=\"/icon.svg\"></head><body><h1>A course</h1>{left}</body></html>"
    );
    fs::write(made(name).join("index.html"), html).unwrap();
    Visit {
        page: Box::leak(format!("/made/{name}/").into_boxed_str()),
        ..Visit::default()
    }
    .open()
}

/// The frame runs, shows its part, and opens every other.
#[track_caller]
fn runs(page: &Page, part: Part) {
    page.until(&format!("{INSIDE}?.dataset.whole === ''"));
    assert_eq!(page.text(&format!("{INSIDE}.part")), part.id());
    assert!(page.holds("document.querySelector('iframe').title.length > 5"));
    assert!(page.holds("document.querySelector('iframe').clientHeight === 720"));
    for part in Part::ALL {
        page.run(&format!("{INSIDE}.part = '{}';", part.id()).replace("?.", "."));
        page.until(&format!(
            "visible({INSIDE}.shadowRoot.querySelector('section.part#{}'))",
            part.id()
        ));
    }
}

#[test]
fn the_builders_frame_runs_with_what_a_course_system_leaves_of_it() {
    let page = builder();
    choose(&page, "address", "/embed/");
    choose(&page, "part", "staying-safe");
    let left = left_of(&page, &line(&page, "snippet-frame"));
    assert!(
        !left.contains("loading=") && !left.contains("allow="),
        "{left}"
    );
    drop(page);
    runs(&course("course", &left), Part::StayingSafe);
}

#[test]
fn the_recipe_for_courses_loses_nothing_and_runs() {
    let recipe = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recipes/course/frame.html");
    let recipe = fs::read_to_string(recipe).unwrap();
    let pasted = recipe.split_once("-->").unwrap().1.trim().to_owned();
    let here = pasted.replace("https://files.example.org/embed/", "/embed/");
    let page = builder();
    let left = left_of(&page, &here);
    drop(page);
    let frame = |markup: &str| markup.split_once("</iframe>").unwrap().0.to_owned();
    assert_eq!(frame(&left), frame(&here));
    runs(&course("course-recipe", &left), Part::HowItBlocks);
}

#[test]
fn what_is_pasted_for_pages_leaves_a_course_as_it_was() {
    let page = builder();
    let left = left_of(&page, &line(&page, "snippet-script"));
    assert_eq!(left.trim(), "");
}
