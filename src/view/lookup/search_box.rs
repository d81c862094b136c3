//! The box to type into and the list of what was found, as a combobox with a list.

use yew::{Callback, Html, InputEvent, KeyboardEvent, TargetCast, classes, html};

use super::desk::Desk;
use crate::content::catalog::{key, say};
use crate::content::search::Verdict;
use crate::model::lesson::lookup::LookupAction;
use crate::model::lesson::{Action, Part};
use crate::view::icon::Icon;

/// The box, what it was read as, and how many results there are.
pub(super) fn search_box(desk: &Desk<'_>) -> Html {
    let (page, state) = (desk.page, desk.state);
    let is_open = desk.is_listed();
    let active = state.active.filter(|_| is_open).map(option_id);
    let typing = page.on_action.reform(|typing: InputEvent| {
        let text = typing.target_dyn_into::<web_sys::HtmlInputElement>();
        let text = text.map(|input| input.value()).unwrap_or_default();
        Action::Lookup(LookupAction::Typed(text))
    });
    html! {
        <>
            <div class="search">
                <div class="ask-row col">
                    <div class="ask-box">
                        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                            <path d="M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500 20.500 20.500" />
                        </svg>
                        <input
                            type="text"
                            role="combobox"
                            inputmode="search"
                            enterkeyhint="search"
                            autocomplete="off"
                            autocapitalize="none"
                            spellcheck="false"
                            placeholder={page.say(key::UI_ASK_HINT)}
                            aria-labelledby="side-effects-title"
                            aria-describedby="lookup-private"
                            aria-autocomplete="list"
                            aria-expanded={is_open.to_string()}
                            aria-controls={is_open.then_some("lookup-list")}
                            aria-activedescendant={active}
                            value={state.typed.clone()}
                            oninput={typing}
                            onkeydown={keys(desk, is_open)}
                        />
                        if !state.typed.is_empty() {
                            <button
                                type="button"
                                class="clear"
                                aria-label={page.say(key::UI_CLEAR)}
                                onclick={clear(desk)}
                            >
                                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                                    <path d="M6 6 18 18M18 6 6 18" />
                                </svg>
                            </button>
                        }
                    </div>
                    <button
                        type="button"
                        class="ask-help"
                        aria-label={page.say(key::UI_HELP_NOW)}
                        onclick={page.act(Action::HelpSought)}
                    >
                        { Icon::Phone.draw() }
                    </button>
                </div>
            </div>
            <p class="sr" role="status">{ told(desk) }</p>
        </>
    }
}

/// How many results there are, for those who do not see them.
fn told(desk: &Desk<'_>) -> String {
    let Some(found) = desk.found else {
        return String::new();
    };
    let count = u32::try_from(desk.hits().len()).unwrap_or_default();
    let mut told = match found.verdict {
        Verdict::Match => say::ui_results(&desk.page.words, count),
        Verdict::Near => say::ui_results_near(&desk.page.words, count),
        Verdict::None => desk.page.say(key::UI_RESULTS_NONE).to_string(),
    };
    if !found.help.is_empty() {
        let first = if found.is_urgent() {
            key::UI_HELP_ABOVE
        } else {
            key::UI_CRISIS_ASK
        };
        told = [&*desk.page.say(first), &told].join(" ");
    }
    told
}

/// What the words were read as, best first; a column beside the answer where there is room.
pub(super) fn list(desk: &Desk<'_>) -> Html {
    if !desk.is_listed() {
        return Html::default();
    }
    let near = desk
        .found
        .is_some_and(|found| found.verdict != Verdict::Match);
    // Where nothing is answered yet, the list is the question.
    let asks = near && desk.shown().is_none() && !desk.needs_help();
    let label = desk.page.say(if near {
        key::UI_DID_YOU_MEAN
    } else {
        key::UI_READ_AS
    });
    let shown = desk.shown();
    let active = desk.state.active;
    html! {
        <div class={classes!("found", "col", asks.then_some("asks"))}>
            <p id="lookup-read">{ label }</p>
            <ul id="lookup-list" role="listbox" aria-labelledby="lookup-read">
                { for (0_u8..).zip(desk.hits()).map(|(at, hit)| {
                    let chosen = shown == Some(hit.effect);
                    let Some(effect) = hit.effect.get() else { return Html::default() };
                    html! {
                        <li
                            key={effect.id}
                            id={option_id(at)}
                            role="option"
                            class={(active == Some(at)).then_some("active")}
                            aria-selected={(active.map_or(chosen, |active| active == at)).to_string()}
                            onclick={desk.choose(effect)}
                        >
                            <span>{ desk.page.say(effect.name) }</span>
                            { " " }
                            <small>{ desk.page.say(effect.term) }</small>
                        </li>
                    }
                }) }
            </ul>
            if let Some(given) = desk.given().filter(|_| shown.is_some()) {
                <p class="given">{ desk.page.say(given.with()) }</p>
            }
        </div>
    }
}

/// A link that holds the reader's words, only if the reader asks for it.
pub(super) fn share(desk: &Desk<'_>) -> Html {
    use crate::model::lesson::lookup::Copied;
    let (outside, query) = (desk.page.outside.clone(), desk.state.query());
    let on_action = desk.page.on_action.clone();
    let copy = Callback::from(move |_| {
        let address = outside.address.emit((Part::SideEffects, query.clone()));
        outside.copy.emit(address);
        on_action.emit(Action::Lookup(LookupAction::Copied(Copied::Query)));
    });
    let done = desk.state.copied == Some(Copied::Query);
    html! {
        <p class="share-query col">
            <button type="button" class="word quiet" onclick={copy}>
                { desk.page.say(key::UI_SHARE_QUERY) }
            </button>
            <span role="status">{ done.then(|| desk.page.say(key::UI_COPIED)) }</span>
        </p>
    }
}

fn option_id(at: u8) -> String {
    format!("lookup-option-{at}")
}

/// Empties the box and keeps the keyboard there.
fn clear(desk: &Desk<'_>) -> Callback<yew::MouseEvent> {
    let (on_action, root) = (desk.page.on_action.clone(), desk.root.clone());
    Callback::from(move |_| {
        on_action.emit(Action::Lookup(LookupAction::Cleared));
        let root = root.cast::<web_sys::Element>();
        crate::view::keyboard::focus(
            root.and_then(|root| root.query_selector("[role=combobox]").ok().flatten()),
        );
    })
}

/// Arrows walk the list, Enter takes a result, Escape closes the list and then empties the box.
fn keys(desk: &Desk<'_>, is_open: bool) -> Callback<KeyboardEvent> {
    let state = desk.state;
    let last = u8::try_from(desk.hits().len())
        .unwrap_or(u8::MAX)
        .checked_sub(1);
    let active = state.active;
    let best = desk
        .hits()
        .get(usize::from(active.unwrap_or_default()))
        .filter(|_| active.is_some() || desk.found.is_some_and(|found| found.help.is_empty()))
        .and_then(|hit| hit.effect.get());
    let lead = if let Some(effect) = best {
        desk.choose(effect)
    } else {
        // There is nothing to choose: the answer that stands there is shown.
        let root = desk.root.clone();
        Callback::from(move |()| super::show(root.cast()))
    };
    let on_action = desk.page.on_action.clone();
    let is_empty = state.typed.is_empty();
    Callback::from(move |press: KeyboardEvent| {
        let action = match (press.key().as_str(), last) {
            // A key that ends the composition of a letter is no answer yet.
            _ if press.is_composing() => return,
            ("ArrowDown", Some(_)) if !is_open => LookupAction::Opened,
            ("ArrowDown", Some(last)) => LookupAction::Pointed(Some(
                active.map_or(0, |at| if at < last { at + 1 } else { 0 }),
            )),
            ("ArrowUp", Some(last)) if is_open => LookupAction::Pointed(Some(
                active.and_then(|at| at.checked_sub(1)).unwrap_or(last),
            )),
            ("Enter", _) if !is_empty => {
                press.prevent_default();
                lead.emit(());
                return;
            }
            ("Escape", _) if is_open => LookupAction::Closed,
            ("Escape", _) if !is_empty => LookupAction::Cleared,
            _ => return,
        };
        press.prevent_default();
        on_action.emit(Action::Lookup(action));
    })
}
