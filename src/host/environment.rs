//! What the browser knows: plural rules and a console.

use js_sys::{Array, Intl, JsString, Object};

/// The plural category of a number, by the browser's own rules.
pub fn plural(language: &str, count: u32) -> &'static str {
    let rules = Intl::PluralRules::new(&Array::of1(&JsString::from(language)), &Object::new());
    match String::from(rules.select(f64::from(count))).as_str() {
        "zero" => "zero",
        "one" => "one",
        "two" => "two",
        "few" => "few",
        "many" => "many",
        _ => "other",
    }
}

/// Tells the page's owner something on the console.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&JsString::from(message));
}
