//! The lookup as it is heard: from the accessibility tree, in the order of reading.

use std::collections::BTreeMap;

use naltrexone_explainer::content::catalog::{key, say};
use naltrexone_explainer::content::text::{Key, unmarked};
use serde_json::{Value, json};

use crate::lookup::{frame, lookup, type_in};
use crate::session;
use crate::site::{Page, english};

/// The words of a message without their marks.
fn said(key: Key) -> String {
    unmarked(&english().get(key))
}

/// Everything in the accessibility tree that is not ignored, in the order of reading.
#[track_caller]
fn in_order(page: &Page) -> Vec<Value> {
    fn walk(nodes: &BTreeMap<&str, &Value>, id: &str, heard: &mut Vec<Value>) {
        let Some(node) = nodes.get(id) else { return };
        if node["ignored"] != true {
            heard.push((*node).clone());
        }
        for child in node["childIds"].as_array().into_iter().flatten() {
            walk(nodes, child.as_str().unwrap_or_default(), heard);
        }
    }
    let tree = page
        .session
        .chrome("Accessibility.getFullAXTree", &json!({}));
    let list = tree["nodes"].as_array().unwrap();
    let nodes = list
        .iter()
        .map(|node| (node["nodeId"].as_str().unwrap(), node))
        .collect();
    let mut heard = Vec::new();
    walk(&nodes, list[0]["nodeId"].as_str().unwrap(), &mut heard);
    heard
}

fn text<'a>(node: &'a Value, of: &str) -> &'a str {
    node[of]["value"].as_str().unwrap_or_default()
}

/// What a property of a node is, such as `expanded`.
fn property(node: &Value, name: &str) -> Value {
    let mut properties = node["properties"].as_array().into_iter().flatten();
    let found = properties.find(|property| property["name"] == name);
    found.map_or(Value::Null, |property| property["value"].clone())
}

/// Where the first node with this role and a name that begins so is heard.
#[track_caller]
fn place(spoken: &[Value], role: &str, name: &str) -> usize {
    let found = spoken
        .iter()
        .position(|node| text(node, "role") == role && text(node, "name").starts_with(name));
    found.unwrap_or_else(|| {
        let all: Vec<_> = spoken
            .iter()
            .map(|node| (text(node, "role"), text(node, "name")))
            .collect();
        panic!("no {role} {name:?} in {all:#?}")
    })
}

#[test]
fn a_screen_reader_hears_box_results_help_and_answer_in_this_order() {
    let page = lookup(1280);
    type_in(&page, "feeling sick");
    page.until("inside('#lookup-answer') !== null");
    let spoken = in_order(&page);
    let at = |role: &str, name: &str| place(&spoken, role, name);
    let order = [
        at("combobox", &said(key::UI_ASK)),
        at("option", "feeling sick"),
        at("heading", &said(key::UI_FIRST)),
        at("heading", "Feeling sick"),
        at("heading", &said(key::UI_DO)),
    ];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_screen_reader_hears_whom_to_call_before_any_result_in_a_crisis() {
    let page = lookup(390);
    type_in(&page, "cant breathe");
    page.until("inside('.crisis h3') !== null");
    let heading = page.text("words(inside('.crisis h3').textContent)");
    let call = page.text("words(inside('.crisis .row a').textContent)");
    let spoken = in_order(&page);
    let order = [
        place(&spoken, "combobox", &said(key::UI_ASK)),
        place(&spoken, "heading", &heading),
        place(&spoken, "link", &call),
        place(&spoken, "listbox", ""),
        place(&spoken, "option", ""),
    ];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_box_is_heard_with_its_name_its_promise_and_the_result_it_points_at() {
    let page = lookup(390);
    let the_box = |page: &Page| {
        let spoken = in_order(page);
        let at = place(&spoken, "combobox", &said(key::UI_ASK));
        spoken[at].clone()
    };
    let empty = the_box(&page);
    assert_eq!(text(&empty, "name"), said(key::UI_ASK));
    assert_eq!(text(&empty, "description"), said(key::UI_ASK_PRIVATE));
    assert_eq!(property(&empty, "expanded")["value"], false);
    type_in(&page, "feeling sick");
    let open = the_box(&page);
    assert_eq!(property(&open, "expanded")["value"], true);
    assert_eq!(property(&open, "hasPopup")["value"], "listbox");
    let related = |node: &Value, name: &str| {
        property(node, name)["relatedNodes"][0]["idref"]
            .as_str()
            .map(str::to_owned)
    };
    assert_eq!(related(&open, "activedescendant"), None);
    page.press(&[session::Key::DOWN]);
    frame(&page);
    let pointing = the_box(&page);
    assert_eq!(
        related(&pointing, "activedescendant").as_deref(),
        Some("lookup-option-0")
    );
    let spoken = in_order(&page);
    let selected: Vec<&str> = spoken
        .iter()
        .filter(|node| text(node, "role") == "option")
        .filter(|node| property(node, "selected")["value"] == true)
        .map(|node| text(node, "name"))
        .collect();
    assert_eq!(selected.len(), 1, "{selected:?}");
    page.press(&[session::Key::ESCAPE]);
    frame(&page);
    assert_eq!(property(&the_box(&page), "expanded")["value"], false);
}

#[test]
fn the_number_of_results_is_announced_politely_in_a_place_that_stays() {
    let page = lookup(390);
    // A region that appears together with its words may be passed over.
    page.run("window.told = inside('.search + [role=status]');");
    assert_eq!(page.text("told.textContent"), "");
    type_in(&page, "feeling sick");
    let count = page.count("all('[role=option]').length");
    let words = english();
    let expected = unmarked(&say::ui_results(&words, count));
    page.until(&format!(
        "words(told.textContent) === {}",
        json!(expected.split_whitespace().collect::<Vec<_>>().join(" "))
    ));
    assert!(page.holds("told.isConnected"));
    let spoken = in_order(&page);
    let at = spoken
        .iter()
        .position(|node| {
            text(node, "role") == "status" && property(node, "live")["value"] == "polite"
        })
        .unwrap();
    assert!(at > place(&spoken, "combobox", &said(key::UI_ASK)));
    page.run("inside('.clear').click();");
    frame(&page);
    type_in(&page, "qwertz gnark");
    page.until(&format!(
        "words(told.textContent) === {}",
        json!(said(key::UI_RESULTS_NONE))
    ));
}
