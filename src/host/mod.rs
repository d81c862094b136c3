//! The explainer on somebody's page: mounted into a shadow root, spoken to by attributes, heard by events.

mod attributes;
mod environment;
mod messages;
mod panic;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement};
use yew::{AppHandle, Callback, Renderer};

use crate::content::catalog;
use crate::content::text::Words;
use crate::model::lesson::tour::Tour;
use crate::model::lesson::{Action, Lesson, Part};
use crate::model::pharmacology::Pharmacology;
use crate::view::app::{App, AppProps, Message};
use crate::view::outside::{Outside, Saved};
use crate::view::page::{Drawn, Shape};
use crate::view::shell;

use self::attributes::{Options, Refusal, Written};

#[wasm_bindgen]
extern "C" {
    /// What the element does for the explainer on its page.
    pub type Surroundings;

    /// An attribute of the element; empty if it is absent.
    #[wasm_bindgen(method)]
    fn attribute(this: &Surroundings, name: &str) -> String;

    /// Passes a message on, its kind and its detail.
    #[wasm_bindgen(method)]
    fn hear(this: &Surroundings, kind: &str, detail: &str);

    /// The address that opens a part at a detail.
    #[wasm_bindgen(method)]
    fn address(this: &Surroundings, part: &str, detail: &str) -> String;

    /// Puts text where the reader can paste it from.
    #[wasm_bindgen(method)]
    fn copy(this: &Surroundings, text: &str);

    /// Hands the reader a file with text in it.
    #[wasm_bindgen(method, js_name = "saveText")]
    fn save_text(this: &Surroundings, name: &str, media_type: &str, text: &str);

    /// Hands the reader a picture of a canvas.
    #[wasm_bindgen(method, js_name = "savePicture")]
    fn save_picture(this: &Surroundings, name: &str, canvas: &HtmlCanvasElement);
}

/// One explainer that runs on a page.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<App>,
    surroundings: Rc<Surroundings>,
}

#[wasm_bindgen]
impl Handle {
    /// Takes over an attribute that was changed; an unreadable value is named on the console.
    pub fn set(&self, name: &str, value: &str) {
        #[cfg(feature = "fault")]
        if name == "start" && crate::view::fault::arm(value) {
            return;
        }
        if matches!(name, "parts" | "links") {
            let (options, _) = options(&self.surroundings);
            self.app.send_message(Message::Reshaped(shape(&options)));
            return;
        }
        match attributes::action(name, value) {
            Ok(Some(action)) => self.app.send_message(Message::Done(action)),
            Ok(None) => {}
            Err(refusal) => environment::warn(&refusal.to_string()),
        }
    }

    /// Opens the parts that wait for the rest of the program, which has arrived.
    ///
    /// # Errors
    /// If the words are not all there, or the explainer's numbers contradict each other.
    pub fn complete(&self, words: &str) -> Result<(), JsError> {
        let message = Message::Completed(pharmacology()?, parsed(words)?);
        self.app.send_message(message);
        Ok(())
    }

    /// Takes the explainer off the page; the application is kept, for the next [`mount`].
    pub fn destroy(self) {
        self.app.send_message(Message::Rested);
        KEPT.set(Some(self.app));
    }
}

thread_local! {
    /// The application of this copy of the program while no element has it.
    static KEPT: Cell<Option<AppHandle<App>>> = const { Cell::new(None) };
}

/// Whether the part that an attribute names can be shown before the rest of the program is there.
#[wasm_bindgen]
pub fn early(part: &str) -> bool {
    let written = Written {
        part,
        ..Written::default()
    };
    shell::is_early(attributes::options(written).0.part)
}

/// What the element's attributes ask for.
fn options(surroundings: &Surroundings) -> (Options, Vec<Refusal>) {
    let [part, parts, country, links] =
        ["part", "parts", "country", "links"].map(|name| surroundings.attribute(name));
    attributes::options(Written {
        part: &part,
        parts: &parts,
        country: &country,
        links: &links,
    })
}

/// What of the explainer the attributes want.
fn shape(options: &Options) -> Shape {
    Shape {
        parts: options.parts.as_slice().into(),
        links: options.links,
    }
}

fn parsed(words: &str) -> Result<Words, JsError> {
    Words::parse(words, environment::plural).map_err(|error| JsError::new(&error.to_string()))
}

/// The equations with the explainer's numbers; part of what arrives later.
fn pharmacology() -> Result<Rc<Pharmacology>, JsError> {
    Pharmacology::new(&catalog::parameters())
        .map(Rc::new)
        .map_err(|refused| JsError::new(refused.quantity))
}

/// Shows the explainer inside an element and returns what the page holds it by; the element is the
/// same each time.
///
/// `whole` says that the rest of the program is there already; `surroundings` is what the element
/// does for it, and what its attributes say.
///
/// # Errors
/// If the language file does not belong to this program, or its numbers contradict each other.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    words: &str,
    whole: bool,
    surroundings: Surroundings,
) -> Result<Handle, JsError> {
    let surroundings = Rc::new(surroundings);
    panic::report_to(&surroundings);
    let words = parsed(words)?;
    // An element that refuses an attribute would be no element; there is nothing to do about it.
    let _ = root.set_attribute("lang", words.language());
    let _ = root.set_attribute("dir", words.direction().attribute());
    let (options, refusals) = options(&surroundings);
    for refusal in refusals {
        environment::warn(&refusal.to_string());
    }
    let mut lesson = Lesson::new(options.part, options.country);
    lesson.tour = Tour::new(catalog::TOUR_PLANS);
    if let Some(detail) = attributes::detail(&surroundings.attribute("start")).filter(|_| whole) {
        lesson = lesson.apply(Action::DetailAsked(detail)).0;
    }
    let pharmacology = if whole { Some(pharmacology()?) } else { None };
    let (ready, told) = (surroundings.clone(), surroundings.clone());
    let given = AppProps {
        words,
        lesson,
        pharmacology,
        scene_numbers: catalog::scene_numbers(),
        // What needs the rest of the program has kept its reader waiting already.
        drawn: if whole { Drawn::All } else { Drawn::Mast },
        shape: shape(&options),
        outside: outside(&surroundings),
        on_ready: Callback::from(move |()| ready.hear("ready", "")),
        on_event: Callback::from(move |event| {
            let (kind, detail) = messages::written(event);
            told.hear(kind, &detail);
        }),
    };
    let app = if let Some(app) = KEPT.take() {
        app.send_message(Message::Begun(Box::new(given)));
        app
    } else {
        Renderer::<App>::with_root_and_props(root, given.into()).render()
    };
    Ok(Handle { app, surroundings })
}

/// What the views may ask of the page.
fn outside(surroundings: &Rc<Surroundings>) -> Outside {
    let (address, copy, save) = (
        surroundings.clone(),
        surroundings.clone(),
        surroundings.clone(),
    );
    Outside {
        address: Callback::from(move |(part, detail): (Part, String)| {
            address.address(part.id(), &detail)
        }),
        copy: Callback::from(move |text: String| copy.copy(&text)),
        save: Callback::from(move |saved| match saved {
            Saved::Text {
                name,
                media_type,
                text,
            } => save.save_text(&name, media_type, &text),
            Saved::Picture { name, canvas } => save.save_picture(&name, &canvas),
        }),
    }
}
