//! The explainer on somebody's page: mounted into a shadow root, spoken to by attributes, heard by events.

mod attributes;
mod environment;
mod messages;
mod panic;

use js_sys::{Function, JsString};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::content::text::Words;
use crate::model::lesson::Lesson;
use crate::view::app::{App, AppProps};

/// One explainer that runs on a page.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Handle {
    /// Takes over an attribute that was changed; an unreadable value is named on the console.
    pub fn set(&self, name: &str, value: &str) {
        match attributes::action(name, value) {
            Ok(Some(action)) => self.app.send_message(action),
            Ok(None) => {}
            Err(refusal) => environment::warn(&refusal.to_string()),
        }
    }

    /// Takes the explainer off the page.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Shows the explainer inside an element and returns what the page holds it by.
///
/// `listener` is called with the kind of each message and its detail, both text.
///
/// # Errors
/// If the language file does not belong to this program.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    words: &str,
    part: &str,
    country: &str,
    listener: Function,
) -> Result<Handle, JsError> {
    panic::report_to(&listener);
    let words = Words::parse(words, environment::plural)
        .map_err(|error| JsError::new(&error.to_string()))?;
    // An element that refuses an attribute would be no element; there is nothing to do about it.
    let _ = root.set_attribute("lang", words.language());
    let _ = root.set_attribute("dir", words.direction().attribute());
    let (options, refusals) = attributes::options(part, country);
    for refusal in refusals {
        environment::warn(&refusal.to_string());
    }
    let tell = move |kind: &str, detail: &str| {
        // A listener that throws has reported itself; the lesson goes on.
        let _ = listener.call2(
            &JsValue::NULL,
            &JsString::from(kind),
            &JsString::from(detail),
        );
    };
    let tell_ready = tell.clone();
    let app = Renderer::<App>::with_root_and_props(
        root,
        AppProps {
            words,
            lesson: Lesson::new(options.part, options.country),
            on_ready: Callback::from(move |()| tell_ready("ready", "")),
            on_event: Callback::from(move |event| {
                let (kind, detail) = messages::written(event);
                tell(kind, detail);
            }),
        },
    )
    .render();
    Ok(Handle { app })
}
