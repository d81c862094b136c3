//! What is done when the program stops by a fault of its own: its element is told.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;

use super::Surroundings;

thread_local! {
    static LISTENER: RefCell<Option<Rc<Surroundings>>> = const { RefCell::new(None) };
}

/// Reports a panic to the element as the message `stopped`, with what happened and where.
pub fn report_to(surroundings: &Rc<Surroundings>) {
    LISTENER.with_borrow_mut(|known| *known = Some(surroundings.clone()));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&JsString::from(message.as_str()));
        LISTENER.with(|listener| {
            if let Some(listener) = listener.try_borrow().ok().and_then(|known| known.clone()) {
                listener.hear("stopped", &message);
            }
        });
    }));
}
