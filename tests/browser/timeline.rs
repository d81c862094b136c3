//! How long it lasts: do chart, table, words and file say what the model says, and can all people use it?

use std::collections::BTreeMap;

use naltrexone_explainer::model::lesson::Part;
use serde_json::{Value, json};

use crate::axe;
use crate::chrome::Scheme;
use crate::session::Key;
use crate::site::{Page, Visit};

/// Keeps every file that the page hands out.
const KEEPING: &str = "window.kept = [];
     const make = URL.createObjectURL;
     URL.createObjectURL = (file) => { window.kept.push(file); return make.call(URL, file); };";

/// One row of a reference file, by the names of its columns.
fn rows(text: &'static str) -> impl Iterator<Item = BTreeMap<&'static str, &'static str>> {
    let mut lines = text.lines();
    let names: Vec<_> = lines.next().unwrap().split(',').collect();
    lines.map(move |line| names.iter().copied().zip(line.split(',')).collect())
}

/// An address, and the blocked share by hour.
type Regimen = (String, Vec<(f64, f64)>);

/// Every regimen of the reference by name.
fn regimens() -> BTreeMap<&'static str, Regimen> {
    let mut doses: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows(include_str!("../reference/regimens.csv")) {
        let number = |name: &str| row[name].parse::<f64>().unwrap();
        doses
            .entry(row["regimen"])
            .or_default()
            .push((number("t_h"), number("mg")));
    }
    let mut shares: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows(include_str!("../reference/occupancy-timeline.csv")) {
        let number = |name: &str| row[name].parse::<f64>().unwrap();
        shares
            .entry(row["regimen"])
            .or_default()
            .push((number("t_h"), number("occupancy")));
    }
    doses
        .into_iter()
        .map(|(name, doses)| {
            let injected = name.starts_with("xr");
            let mut address = if injected {
                "injection.98."
            } else {
                "tablet.42."
            }
            .to_owned();
            address.push_str("24.");
            let mut before = 0.0;
            for (at, amount) in doses {
                let letter = match amount {
                    50.0 => 'a',
                    100.0 => 'b',
                    150.0 => 'c',
                    _ => 'i',
                };
                address.push(letter);
                address.push_str(&((at - before) / 24.0).to_string());
                before = at;
            }
            (name, (address, shares.remove(name).unwrap()))
        })
        .collect()
}

/// Receptors of a hundred, as the page counts them.
fn of_a_hundred(share: f64) -> u64 {
    format!("{:.0}", (share * 100.0).min(99.0)).parse().unwrap()
}

/// Opens the part at a detail of an address, in a browser that is there already.
#[track_caller]
pub(crate) fn open(page: &Page, detail: &str) {
    let address = format!(
        "{}/?{}#how-long-it-lasts/{detail}",
        page.server.origin(),
        detail.replace('.', "-")
    );
    page.session.go(&address);
    page.until("running() && inside('.tl-slider') !== null");
}

#[track_caller]
pub(crate) fn timeline(width: u32, scheme: Scheme) -> Page {
    let page = Visit {
        page: "/#how-long-it-lasts",
        width,
        scheme,
        before: KEEPING,
        ..Visit::default()
    }
    .start();
    page.until("inside('.tl-slider') !== null");
    page
}

#[test]
fn figure_table_words_and_file_agree_with_the_reference_for_every_regimen() {
    let page = timeline(1280, Scheme::Light);
    for (name, (address, shares)) in regimens() {
        open(&page, &address);
        let form = address.split('.').next().unwrap();
        let expected = |hour: f64| shares.iter().find(|(at, _)| (at - hour).abs() < 0.01);
        // The table.
        let table = page.ask(
            "Object.fromEntries(all('.tl-table tbody tr').map((row) => [row.dataset.hour, parseInt(row.cells[1].textContent)]))",
        );
        let mut compared = 0;
        for (hour, shown) in table.as_object().unwrap() {
            if let Some((_, share)) = expected(hour.parse().unwrap()) {
                assert_eq!(
                    shown.as_u64(),
                    Some(of_a_hundred(*share)),
                    "{name} at {hour}"
                );
                compared += 1;
            }
        }
        assert!(compared > 5, "{name}: only {compared} rows compared");
        // The large figure and the hundred receptors, at the moment of the address.
        let first = of_a_hundred(expected(24.0).unwrap().1);
        assert_eq!(
            page.text("inside('.tl-number').dataset.blocked"),
            first.to_string(),
            "{name}"
        );
        assert_eq!(
            page.text("inside('.tl-hundred span').textContent")
                .split(' ')
                .next(),
            Some(&*first.to_string()),
            "{name}"
        );
        // The words: after one day, and at the lowest.
        let words = page.text(&format!(
            "inside('.tl-words [data-form={form}]').textContent"
        ));
        assert!(
            words.contains(&format!("After one day, {first} of 100")),
            "{name}: {words}"
        );
        let span = if form == "tablet" {
            42.0 * 24.0
        } else {
            98.0 * 24.0
        };
        if shares.last().unwrap().0 >= span {
            let settled = shares.iter().filter(|(at, _)| (24.0..=span).contains(at));
            let lowest = settled.map(|(_, share)| *share).fold(1.0, f64::min);
            assert!(
                words.contains(&format!("it is {} of 100", of_a_hundred(lowest))),
                "{name}: {words}"
            );
        }
        // The file, to the sixth decimal.
        page.run("kept.length = 0; all('.tl-words ~ .row button')[0].click();");
        page.until("kept.length === 1");
        let file = page.run_async("return await kept[0].text();");
        let mut lines = 0;
        for line in file.as_str().unwrap().lines().skip(1) {
            let fields: Vec<_> = line.split(',').collect();
            assert_eq!(fields[0], form);
            let (hour, share): (f64, f64) =
                (fields[1].parse().unwrap(), fields[2].parse().unwrap());
            if let Some((_, expected)) = expected(hour) {
                assert!(
                    (share - expected).abs() < 1e-6,
                    "{name} at {hour}: {share} for {expected}"
                );
                lines += 1;
            }
        }
        assert!(lines > 20, "{name}: only {lines} lines compared");
    }
}

#[track_caller]
fn pressed(page: &Page, element: &str) {
    page.run(&format!("{element}.focus();"));
    assert!(
        page.holds(&format!("active() === {element}")),
        "{element} takes no focus"
    );
    page.press(&[Key::ENTER]);
}

/// The button with these words on it.
fn button(words: &str) -> String {
    format!(
        "all('button').filter(visible).find((button) => words(button.textContent) === '{words}')"
    )
}

#[test]
fn with_the_keyboard_alone_three_tablets_are_missed_and_the_lowest_share_is_read_and_seen() {
    let page = timeline(1280, Scheme::Light);
    pressed(&page, &button("Tablet"));
    pressed(&page, &button("As planned"));
    // To day 5 on the slider, which makes its dose the one to change.
    page.run("inside('.tl-slider').focus();");
    page.press(&[Key::HOME]);
    page.until("inside('.tl-slider').value === '0'");
    for step in 1..=20 {
        page.press(&[Key::RIGHT]);
        page.until(&format!("inside('.tl-slider').value === '{}'", step * 6));
    }
    for dose in 6..=8 {
        page.until(&format!(
            "inside('.tl-which p').textContent.startsWith('Tablet {dose},')"
        ));
        pressed(&page, &button("Missed"));
        page.until(&format!(
            "{}.getAttribute('aria-pressed') === 'true'",
            button("Missed")
        ));
        pressed(&page, "all('.tl-which .tl-arrow')[1]");
    }
    pressed(&page, "inside('.tl-lowest')");
    page.until("inside('.tl-slider').value === '192'");
    assert_eq!(page.text("inside('.tl-number').dataset.blocked"), "80");
    let heard = page.text("inside('.tl-slider').getAttribute('aria-valuetext')");
    assert!(
        heard.starts_with("Day 8. Tablet: 80 of 100 blocked, waning."),
        "{heard}"
    );
    assert_eq!(
        page.text("location.hash"),
        "#how-long-it-lasts/tablet.21..a0a1x4A1x3a1x90"
    );
    pressed(&page, "inside('.tl-see')");
    page.until("shows('how-it-blocks')");
}

/// Taps a place in the window with a finger.
#[track_caller]
fn tap(page: &Page, x: f64, y: f64) {
    for (kind, points) in [
        ("touchStart", json!([{ "x": x, "y": y }])),
        ("touchEnd", json!([])),
    ] {
        page.session.chrome(
            "Input.dispatchTouchEvent",
            &json!({ "type": kind, "touchPoints": points }),
        );
    }
}

#[track_caller]
fn tap_on(page: &Page, element: &str) {
    let at = page.ask(&format!(
        "(() => {{ const it = {element}; it.scrollIntoView({{ block: 'center' }});
           const {{ left, top, width, height }} = it.getBoundingClientRect();
           return [left + width / 2, top + height / 2]; }})()"
    ));
    tap(page, at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
}

#[test]
fn with_a_finger_three_tablets_are_missed_and_the_lowest_share_is_read_and_seen() {
    let page = timeline(390, Scheme::Light);
    page.session.chrome(
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true }),
    );
    tap_on(&page, &button("Tablet"));
    page.until("all('.tl-lane').length === 1");
    page.run("const list = inside('.tl-list select'); list.selectedIndex = 0; list.dispatchEvent(new Event('change', { bubbles: true }));");
    page.until("inside('.tl-scale') && all('.tl-dose.missed').length === 0");
    for day in 5..=7 {
        page.run("inside('.tl-marks').scrollIntoView({ block: 'center' });");
        let marks: Value = page.ask("(() => { const { left, top, width } = inside('.tl-marks').getBoundingClientRect(); return [left, top, width]; })()");
        let [left, top, width] = [0, 1, 2].map(|at| marks[at].as_f64().unwrap());
        tap(&page, left + width * f64::from(day) / 21.0, top + 24.0);
        page.until(&format!(
            "inside('.tl-which p').textContent.includes('day {day},')"
        ));
        tap_on(&page, &button("Missed"));
        page.until(&format!("all('.tl-dose.missed').length === {}", day - 4));
    }
    tap_on(&page, "inside('.tl-lowest')");
    page.until("inside('.tl-number').dataset.blocked === '80'");
    tap_on(&page, &button("Undo"));
    page.until("all('.tl-dose.missed').length === 2");
    tap_on(&page, "inside('.tl-see')");
    page.until("shows('how-it-blocks')");
}

#[test]
fn a_dose_is_dragged_to_another_time_and_brought_back_by_undo() {
    let page = timeline(1280, Scheme::Light);
    open(&page, "tablet.21.24.a0a1x20");
    page.run_async(
        "const marks = inside('.tl-marks');
         const { left, top, width } = marks.getBoundingClientRect();
         const at = (kind, day) => marks.dispatchEvent(new PointerEvent(kind, {
           bubbles: true, composed: true, clientX: left + width * day / 21, clientY: top + 20, pointerId: 1,
         }));
         at('pointerdown', 3);
         for (let step = 1; step <= 8; step += 1) {
           at('pointermove', 3 + step / 16);
           await new Promise(requestAnimationFrame);
         }
         at('pointerup', 3.5);",
    );
    page.until("inside('.tl-which p').textContent.includes('day 3, hour 12')");
    pressed(&page, &button("Undo"));
    page.until("location.hash.endsWith('.a0a1x20')");
}

#[test]
fn a_dose_that_was_added_is_removed_again_without_taking_other_changes_back() {
    let page = timeline(1280, Scheme::Light);
    open(&page, "tablet.21.60.a0a1x20");
    pressed(&page, &button("Add a tablet here"));
    page.until("all('.tl-dose').length === 22");
    pressed(&page, &button("Remove this dose"));
    page.until("all('.tl-dose').length === 21");
    page.until("location.hash.endsWith('.a0a1x20')");
    pressed(&page, &button("Undo"));
    page.until("all('.tl-dose').length === 22");
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_timeline() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = timeline(1280, scheme);
        for width in [320, 1280] {
            page.session.resize(width, 800, 1);
            for state in [
                "both",
                "tablet.21.192.a0a1x4A1x3a1x90",
                "injection.98.24.i0i28x2",
                "tablet.42.0.b0b2c2",
            ] {
                open(&page, state);
                page.run("all('details').forEach((fold) => { fold.open = true; });");
                axe::check(&page, &format!("{state} at {width}, {}", scheme.name()));
            }
        }
    }
}

#[test]
fn on_paper_the_timeline_is_a_handout_with_its_table_and_sources() {
    let page = timeline(1280, Scheme::Light);
    page.session.print();
    for gone in [".tl-picks", ".tl-change", ".tl-slider", ".tl-see"] {
        assert!(
            page.holds(&format!("!visible(inside('{gone}'))")),
            "{gone} is printed"
        );
    }
    for kept in [
        ".tl-plot svg",
        ".tl-doses",
        ".tl-words p",
        ".tl-table td",
        ".tl-times li",
        ".tl-alive li",
        ".tl .sources li",
    ] {
        assert!(
            page.holds(&format!("visible(inside('{kept}'))")),
            "{kept} is not printed"
        );
    }
}

#[test]
fn nothing_is_called_safe_and_no_opioid_is_measured() {
    let page = timeline(1280, Scheme::Light);
    page.show(Part::HowLongItLasts);
    let said = page.text("words(inside('.tl').textContent)").to_lowercase();
    assert!(
        !said.contains("safe until") && !said.contains("safe after"),
        "{said}"
    );
    let opioids = ["heroin", "morphine", "fentanyl", "oxycodone"];
    for sentence in said.split('.').filter(|sentence| sentence.contains(" mg")) {
        assert!(
            !opioids.iter().any(|opioid| sentence.contains(opioid)),
            "{sentence}"
        );
    }
}
