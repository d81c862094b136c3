//! What single keys do while the picture has the keyboard: one table for the listener and the list.

use web_sys::HtmlDialogElement;
use yew::{Callback, Html, KeyboardEvent, NodeRef, html};

use super::act;
use crate::content::catalog::key;
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::view::keyboard;
use crate::view::page::Page;

/// What a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Play or pause.
    Play,
    /// One step.
    Step,
    /// From the start.
    Restart,
    /// Slower.
    Slower,
    /// Faster.
    Faster,
    /// Move the large view to the left.
    Left,
    /// Move the large view to the right.
    Right,
    /// Say how things stand.
    Say,
    /// Show this list.
    Help,
}

/// A key as the browser names it and as a reader knows it, and what it does.
struct Binding {
    pressed: &'static str,
    written: Written,
    command: Command,
    does: Key,
}

enum Written {
    Letter(&'static str),
    Named(Key),
}

const TABLE: [Binding; 9] = {
    const fn letter(pressed: &'static str, command: Command, does: Key) -> Binding {
        Binding {
            pressed,
            written: Written::Letter(pressed),
            command,
            does,
        }
    }
    const fn named(pressed: &'static str, name: Key, command: Command, does: Key) -> Binding {
        Binding {
            pressed,
            written: Written::Named(name),
            command,
            does,
        }
    }
    [
        named(" ", key::UI_KEY_SPACE, Command::Play, key::UI_KEY_DOES_PLAY),
        letter(".", Command::Step, key::UI_KEY_DOES_STEP),
        letter("0", Command::Restart, key::UI_KEY_DOES_RESTART),
        letter("-", Command::Slower, key::UI_KEY_DOES_SLOWER),
        letter("+", Command::Faster, key::UI_KEY_DOES_FASTER),
        named(
            "ArrowLeft",
            key::UI_KEY_LEFT,
            Command::Left,
            key::UI_KEY_DOES_LEFT,
        ),
        named(
            "ArrowRight",
            key::UI_KEY_RIGHT,
            Command::Right,
            key::UI_KEY_DOES_RIGHT,
        ),
        letter("s", Command::Say, key::UI_KEY_DOES_SAY),
        letter("?", Command::Help, key::UI_KEY_DOES_HELP),
    ]
};

/// The key that shows the list.
pub const HELP: &str = "?";

/// What a press asks for; presses with other keys held belong to the browser.
pub fn command(press: &KeyboardEvent) -> Option<Command> {
    if press.ctrl_key() || press.alt_key() || press.meta_key() {
        return None;
    }
    let pressed = press.key();
    let found = TABLE
        .iter()
        .find(|binding| binding.pressed.eq_ignore_ascii_case(&pressed));
    found.map(|binding| binding.command)
}

/// The list of keys as a dialog, and the button that opens it.
pub fn help(page: &Page, dialog: &NodeRef) -> Html {
    let shut = {
        let dialog = dialog.clone();
        Callback::from(move |_| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let single = page.lesson.receptor_scene.single_keys;
    html! {
        <>
            <button type="button" class="btn" onclick={open(dialog)}>{ page.say(key::UI_KEYS) }</button>
            <dialog class="keys" ref={dialog.clone()} aria-labelledby="scene-keys">
                <h3 id="scene-keys">{ page.say(key::UI_KEYS) }</h3>
                <p>{ page.say(key::UI_KEYS_LEAD) }</p>
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
                <label class="check">
                    <input
                        type="checkbox"
                        checked={single}
                        onchange={act(page, ReceptorSceneAction::SingleKeysToggled)}
                    />
                    <span>{ page.say(key::UI_KEYS_SINGLE) }</span>
                </label>
                <button type="button" class="btn primary" onclick={shut} autofocus={true}>
                    { page.say(key::UI_CLOSE) }
                </button>
            </dialog>
        </>
    }
}

/// Shows the list; closing it gives the keyboard back to where it was.
pub fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // One that is open already stays open.
        let _ = dialog.show_modal();
        keyboard::focus(dialog.query_selector(".primary").ok().flatten());
    }
}

fn open<E>(dialog: &NodeRef) -> Callback<E> {
    let dialog = dialog.clone();
    Callback::from(move |_| show(&dialog))
}
