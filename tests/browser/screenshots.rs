//! Pictures for a person to look at; they are taken only when asked for, into `SCREENSHOTS`.

use std::path::PathBuf;
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use naltrexone_explainer::model::lesson::Part;
use serde_json::json;

use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit};

pub(crate) fn folder() -> PathBuf {
    let named = env::var_os("SCREENSHOTS").map(PathBuf::from);
    let folder = named.expect("SCREENSHOTS must name a folder; run `cargo xtask screenshots`");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Takes a picture of the whole page, as long as it is.
#[track_caller]
pub(crate) fn take(page: &Page, width: u32, name: &str) {
    page.session
        .chrome("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
    page.session.resize(width, 800, 1);
    let long = page
        .count("document.documentElement.scrollHeight")
        .clamp(800, 16_000);
    page.session.resize(width, long, 1);
    fs::write(folder().join(format!("{name}.png")), page.session.picture()).unwrap();
    page.session.resize(width, 800, 1);
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_every_part() {
    let page = Visit::default().start();
    for part in Part::ALL {
        page.show(part);
        for scheme in [Scheme::Light, Scheme::Dark, Scheme::Forced] {
            page.session.prefer(scheme, true);
            for width in [320, 390, 768, 1280, 1920] {
                take(
                    &page,
                    width,
                    &format!("{}-{width}-{}", part.id(), scheme.name()),
                );
            }
        }
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_the_keyboard_and_of_open_folds() {
    let page = Visit {
        width: 390,
        ..Visit::default()
    }
    .start();
    for _ in 0..4 {
        page.press(&[Key::TAB]);
    }
    take(&page, 390, "keyboard-focus-390-light");
    page.show(Part::StayingSafe);
    page.run(
        "all('.sources').forEach((fold) => { fold.open = true; }); inside('.part .term')?.click();",
    );
    take(&page, 390, "staying-safe-open-390-light");
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_large_text() {
    let page = Visit::default().start();
    for part in [Part::AtAGlance, Part::StayingSafe] {
        page.show(part);
        // As a browser's zoom does: half the pixels, each twice as large.
        page.session.resize(640, 400, 2);
        let long = page.count("document.documentElement.scrollHeight");
        page.session.resize(640, long, 2);
        let name = format!("{}-1280-light-200-percent.png", part.id());
        fs::write(folder().join(name), page.session.picture()).unwrap();
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_from_right_to_left() {
    let page = Visit::default().start();
    page.run("app().dir = 'rtl';");
    for part in [Part::AtAGlance, Part::StayingSafe] {
        page.show(part);
        for width in [390, 1280] {
            take(&page, width, &format!("{}-{width}-light-rtl", part.id()));
        }
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_print() {
    let page = Visit::default().start();
    for part in [Part::AtAGlance, Part::StayingSafe] {
        page.show(part);
        page.session.print();
        take(&page, 794, &format!("{}-794-print", part.id()));
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_without_a_program() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Visit {
            scheme,
            scripts: false,
            ..Visit::default()
        }
        .open();
        take(&page, 390, &format!("no-scripts-390-{}", scheme.name()));
        take(&page, 1280, &format!("no-scripts-1280-{}", scheme.name()));
        let policy = vec![("Content-Security-Policy", "script-src 'self'")];
        let page = Visit {
            scheme,
            headers: policy,
            ..Visit::default()
        }
        .open();
        page.until("explainer().dataset.state === 'failed'");
        take(&page, 390, &format!("no-program-390-{}", scheme.name()));
        take(&page, 1280, &format!("no-program-1280-{}", scheme.name()));
        let page = Visit {
            scheme,
            held: Some(".wasm"),
            ..Visit::default()
        }
        .open();
        take(&page, 390, &format!("loading-390-{}", scheme.name()));
        take(&page, 1280, &format!("loading-1280-{}", scheme.name()));
    }
}

/// Lets a scene run to its end, once its question has been answered.
#[track_caller]
fn run_to_its_end(page: &Page, scene: &str) {
    page.run(&format!(
        "explainer().setAttribute('part', 'how-it-blocks'); explainer().setAttribute('start', '{scene}');"
    ));
    page.until("shows('how-it-blocks') && inside('.scene')?.dataset.phase === 'asking'");
    page.run("all('.choice')[0].click(); inside('.paces button:last-child').click();");
    page.until("inside('.scene').dataset.phase === 'running'");
    for _ in 0..8 {
        page.session.run_async(
            "const scene = document.querySelector('naltrexone-explainer').shadowRoot.querySelector('.scene');
             for (let at = 0; at < 100 && scene.dataset.phase !== 'concluded'; at += 1) {
               await new Promise((done) => setTimeout(done, 50));
             }",
        );
        if page.holds("inside('.scene').dataset.phase === 'concluded'") {
            return;
        }
    }
    panic!("{scene} never ends");
}

const SCENES: [&str; 7] = [
    "endorphins",
    "opioid-arrives",
    "naltrexone-first",
    "too-soon",
    "alcohol",
    "overpowering",
    "wearing-off",
];

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_of_every_scene() {
    for scene in SCENES {
        let page = Visit::default().start();
        run_to_its_end(&page, scene);
        for scheme in [Scheme::Light, Scheme::Dark, Scheme::Forced] {
            page.session.prefer(scheme, false);
            for width in [320, 390, 768, 1280, 1920] {
                take(
                    &page,
                    width,
                    &format!("scene-{scene}-{width}-{}", scheme.name()),
                );
            }
        }
    }
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_as_eyes_differ() {
    let page = Visit::default().start();
    run_to_its_end(&page, "overpowering");
    for eyes in ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] {
        page.session.chrome(
            "Emulation.setEmulatedVisionDeficiency",
            &json!({ "type": eyes }),
        );
        take(&page, 1280, &format!("scene-overpowering-1280-{eyes}"));
    }
}

/// Takes the picture of the scene alone, with its words above and its strip below.
#[track_caller]
fn take_scene(page: &Page, name: &str) {
    page.session
        .chrome("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
    let place = page.ask(
        "(() => { const { x, y, width, height } = inside('.mural').getBoundingClientRect();
           return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 }; })()",
    );
    let taken = page.session.chrome(
        "Page.captureScreenshot",
        &json!({ "format": "png", "clip": place, "captureBeyondViewport": true }),
    );
    let bytes = STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
    fs::write(folder().join(format!("{name}.png")), bytes).unwrap();
}

#[test]
#[ignore = "writes pictures; `cargo xtask screenshots` runs it"]
fn screenshots_for_the_readme() {
    for (scene, width, scheme) in [
        ("naltrexone-first", 960, Scheme::Light),
        ("overpowering", 960, Scheme::Dark),
        ("too-soon", 390, Scheme::Light),
    ] {
        let page = Visit {
            width,
            scheme,
            ..Visit::default()
        }
        .start();
        run_to_its_end(&page, scene);
        page.run("inside('.mural').scrollIntoView();");
        take_scene(&page, &format!("readme-{scene}"));
    }
}
