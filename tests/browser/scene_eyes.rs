//! "How it blocks" for eyes that see fewer colours, or none.

use naltrexone_explainer::model::lesson::scene::Scene;
use naltrexone_explainer::model::world::receptor::Species;
use serde_json::json;

use crate::scene::replayed;
use crate::site::{Page, Visit};

/// Lets a scene go on until so many are switched on and blocked, stops it there, and keeps how
/// the strip paints each receptor.
#[track_caller]
fn keep(page: &Page, on: u32, blocked: u32, held: &str) {
    let cell = |at: u32| format!("Number(all('.numbers.now tbody td')[{at}].textContent)");
    page.until(&format!("{} >= {on} && {} >= {blocked}", cell(0), cell(2)));
    page.run("inside('.play').click();");
    page.session
        .run_async("await new Promise((done) => setTimeout(done, 800));");
    let (play, _) = replayed(page);
    let kinds: Vec<&str> = play
        .world()
        .receptors()
        .iter()
        .map(|receptor| match receptor.holder {
            None => "empty",
            Some(Species::Agonist) => held,
            Some(Species::Antagonist) => "blocked by naltrexone",
        })
        .collect();
    page.run(&format!(
        "window.keepSamples(inside('.strip canvas'), {});",
        json!(kinds)
    ));
}

#[test]
fn states_and_molecules_stay_apart_in_grey_and_for_the_colour_blind() {
    let page = Visit {
        page: "/#how-it-blocks",
        width: 1280,
        ..Visit::default()
    }
    .start();
    page.session.run(include_str!("scene_eyes.js"));
    page.click("inside('.paces button:last-child')");
    for (scene, on, held) in [
        (Scene::Endorphins, 4, "on by an endorphin"),
        (Scene::TooSoon, 4, "on by an opioid"),
    ] {
        let at = Scene::ALL.iter().position(|one| *one == scene).unwrap();
        page.click(&format!("all('.scene-tab')[{at}]"));
        page.click("all('.choice')[0]");
        keep(&page, on, 0, held);
    }
    page.click("inside('.play')");
    keep(&page, 0, 20, "on by an opioid");
    page.click("all('.scene-tab')[7]");
    // One tap, and receptors are partly on.
    page.click("inside('.show-partly')");
    keep(&page, 6, 0, "partly on");
    for eye in page.ask("window.compareSamples()").as_array().unwrap() {
        println!("{eye}");
        assert_eq!(eye["kinds"], 5, "{eye}");
        let number = |name: &str| eye[name].as_f64().unwrap();
        // Whoever knows one of each kind tells every other: the least alike of a kind are nearer
        // to each other than the most alike of two kinds, by half as much again.
        assert!(number("between") > 1.5 * number("within"), "{eye}");
        // And the difference is to be seen: a twentieth of the way from black to white, on
        // average over all pixels, the ground they share included.
        assert!(number("between") > 0.05 * 255.0, "{eye}");
    }
}
