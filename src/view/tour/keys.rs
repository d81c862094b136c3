//! What a clicker and a keyboard do while the lesson fills the screen: one table for both uses.

use web_sys::{Element, HtmlDialogElement};
use yew::{Callback, Html, KeyboardEvent, NodeRef, TargetCast, html};

use crate::content::catalog::key;
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::Choice;
use crate::model::lesson::tour::{MOST_CHOICES, TourAction};
use crate::view::keyboard;
use crate::view::page::Page;

/// Keys, how they are written, and what they do.
struct Binding {
    pressed: &'static [&'static str],
    written: Written,
    does: Key,
}

enum Written {
    Letter(&'static str),
    Named(Key),
}

const TABLE: [Binding; 9] = [
    Binding {
        pressed: &["PageDown", "ArrowRight", " "],
        written: Written::Named(key::UI_TOUR_KEY_NEXT),
        does: key::UI_TOUR_DOES_NEXT,
    },
    Binding {
        pressed: &["PageUp", "ArrowLeft"],
        written: Written::Named(key::UI_TOUR_KEY_BACK),
        does: key::UI_TOUR_DOES_BACK,
    },
    Binding {
        pressed: &["b", "."],
        written: Written::Named(key::UI_TOUR_KEY_BLANK),
        does: key::UI_TOUR_DOES_BLANK,
    },
    Binding {
        pressed: &[],
        written: Written::Named(key::UI_TOUR_KEY_HANDS),
        does: key::UI_TOUR_DOES_HANDS,
    },
    Binding {
        pressed: &[],
        written: Written::Named(key::UI_TOUR_KEY_HANDS_BACK),
        does: key::UI_TOUR_DOES_HANDS_BACK,
    },
    Binding {
        pressed: &["q"],
        written: Written::Letter("Q"),
        does: key::UI_TOUR_DOES_CODE,
    },
    Binding {
        pressed: &["c"],
        written: Written::Letter("C"),
        does: key::UI_TOUR_DOES_COUNT,
    },
    Binding {
        pressed: &["F5"],
        written: Written::Letter("F5"),
        does: key::UI_TOUR_DOES_START,
    },
    Binding {
        pressed: &["Escape"],
        written: Written::Letter("Esc"),
        does: key::UI_TOUR_DOES_LEAVE,
    },
];

/// What a press asks for; `wall` says that the lesson fills the screen.
pub(super) fn asked(press: &KeyboardEvent, wall: bool, at: usize) -> Option<TourAction> {
    if press.ctrl_key() || press.alt_key() || press.meta_key() || press.default_prevented() {
        return None;
    }
    let pressed = press.key();
    if pressed == "F5" {
        // The button that starts a show on a clicker.
        return Some(if wall {
            TourAction::Went(at)
        } else {
            TourAction::Presented(true)
        });
    }
    if !wall || is_taken(press, &pressed) {
        return None;
    }
    if let Some(choice) = numbered(press) {
        return Some(if press.shift_key() {
            TourAction::HandLowered(choice)
        } else {
            TourAction::HandRaised(choice)
        });
    }
    let named = |binding: &&Binding| {
        let mut keys = binding.pressed.iter();
        keys.any(|known| known.eq_ignore_ascii_case(&pressed))
    };
    match TABLE.iter().find(named)?.does {
        key::UI_TOUR_DOES_NEXT => Some(TourAction::Advanced),
        key::UI_TOUR_DOES_BACK => Some(TourAction::Retreated),
        key::UI_TOUR_DOES_BLANK => Some(TourAction::Blanked),
        key::UI_TOUR_DOES_CODE => Some(TourAction::CodeToggled),
        key::UI_TOUR_DOES_COUNT => Some(TourAction::CountdownToggled),
        key::UI_TOUR_DOES_LEAVE => Some(TourAction::Presented(false)),
        _ => None,
    }
}

/// The answer whose number was pressed, with Shift or without, wherever its sign lies.
fn numbered(press: &KeyboardEvent) -> Option<Choice> {
    let code = press.code();
    let digit = code.strip_prefix("Digit").or(code.strip_prefix("Numpad"))?;
    let number = digit.parse::<u8>().ok()?.checked_sub(1)?;
    (usize::from(number) < MOST_CHOICES).then_some(Choice(number))
}

/// Whether what has the keyboard needs this key for itself: Space presses a button.
fn is_taken(press: &KeyboardEvent, pressed: &str) -> bool {
    let Some(element) = press.target_dyn_into::<Element>() else {
        return false;
    };
    let within = |selector: &str| element.closest(selector).is_ok_and(|found| found.is_some());
    within("input, select, textarea, dialog") || (pressed == " " && within("button, summary, a"))
}

/// The list of keys as a dialog, and the button that opens it.
pub(super) fn help(page: &Page, dialog: &NodeRef) -> Html {
    let (show, shut) = (dialog.clone(), dialog.clone());
    let show = Callback::from(move |_| {
        if let Some(dialog) = show.cast::<HtmlDialogElement>() {
            // One that is open already stays open.
            let _ = dialog.show_modal();
            keyboard::focus(dialog.query_selector(".primary").ok().flatten());
        }
    });
    let shut = Callback::from(move |_| {
        if let Some(dialog) = shut.cast::<HtmlDialogElement>() {
            dialog.close();
        }
    });
    html! {
        <>
            <button type="button" class="btn tr-keys" onclick={show}>{ page.say(key::UI_TOUR_KEYS) }</button>
            <dialog class="keys" ref={dialog.clone()} aria-labelledby="tour-keys">
                <h3 id="tour-keys">{ page.say(key::UI_TOUR_KEYS) }</h3>
                <p>{ page.say(key::UI_TOUR_KEYS_LEAD) }</p>
                <dl>
                    { for TABLE.iter().map(|binding| html! {
                        <div>
                            <dt><kbd>{ match binding.written {
                                Written::Letter(letter) => letter.into(),
                                Written::Named(name) => page.say(name),
                            } }</kbd></dt>
                            <dd>{ page.say(binding.does) }</dd>
                        </div>
                    }) }
                </dl>
                <button type="button" class="btn primary" onclick={shut} autofocus={true}>
                    { page.say(key::UI_CLOSE) }
                </button>
            </dialog>
        </>
    }
}
