//! What is done when the program stops by a fault of its own: its element is told.

use std::cell::RefCell;

use js_sys::{Function, JsString};
use wasm_bindgen::JsValue;

thread_local! {
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Reports a panic to the element's listener as the message `stopped`, with what happened and where.
pub fn report_to(listener: &Function) {
    LISTENER.with_borrow_mut(|known| *known = Some(listener.clone()));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&JsString::from(message.as_str()));
        LISTENER.with(|listener| {
            if let Some(listener) = listener.try_borrow().ok().and_then(|known| known.clone()) {
                // Nobody is left to tell that telling failed.
                let _ = listener.call2(
                    &JsValue::NULL,
                    &JsString::from("stopped"),
                    &JsString::from(message.as_str()),
                );
            }
        });
    }));
}
