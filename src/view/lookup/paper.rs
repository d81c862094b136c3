//! An answer to take along: on paper, and as plain words.

use yew::{Html, MouseEvent, TargetCast, html};

use super::answer;
use super::desk::capital;
use crate::content::catalog::{Answer, Effect, key};
use crate::content::text::unmarked;
use crate::model::lesson::Part;
use crate::view::page::Page;

/// The line at the head of the paper.
pub(super) fn top(page: &Page) -> Html {
    html! {
        <p class="paper paper-top">
            <b>{ page.say(key::UI_NAME) }</b>
            <span>{ page.say(key::PART_SIDE_EFFECTS) }</span>
            <span class="write">{ page.say(key::UI_CARD_NAME) }</span>
        </p>
    }
}

/// Lines to write on.
pub(super) fn notes(page: &Page) -> Html {
    let lines = [key::UI_NOTE_WHEN, key::UI_NOTE_DOSE, key::UI_NOTE_ASK];
    html! {
        <div class="paper paper-notes">
            <h4>{ page.say(key::UI_NOTES) }</h4>
            { for lines.into_iter().map(|note| html! { <p class="line">{ page.say(note) }</p> }) }
        </div>
    }
}

/// Numbers to call, at the foot of the paper.
pub(super) fn foot(page: &Page) -> Html {
    let country = page.country();
    let emergency = country.and_then(|country| country.emergency);
    html! {
        <div class="paper paper-foot">
            <p>
                <b>{ page.say(key::UI_CALL_HEAD) }</b>
                { " " }
                if let Some(number) = emergency { { page.say(key::UI_EMERGENCY) }{ " " }{ number }{ ". " } }
                { for country.into_iter().flat_map(|country| country.lines).filter_map(|line| {
                    let number = line.number.as_ref()?;
                    Some(html! { <>{ page.say(line.name) }{ " " }{ number.shown }{ ". " }</> })
                }) }
            </p>
            <p>{ page.say(key::UI_ABOUT) }</p>
            <p class="write">{ page.say(key::UI_PRINTED_ON) }</p>
        </div>
    }
}

/// The answer as plain words.
pub(super) fn text(page: &Page, effect: &'static Effect, answer: &'static Answer) -> String {
    let said = |key| unmarked(&page.said(key));
    let mut lines = vec![format!(
        "{} ({})",
        capital(&page.say(effect.name)),
        page.say(effect.term)
    )];
    lines.extend(answer::rows(page, effect));
    lines.extend(answer::spoken(answer).map(|statement| said(statement.text)));
    lines.push(said(key::UI_NO_DUMMY));
    lines.push(String::new());
    lines.push(said(key::UI_DO));
    let help = answer.help.iter().map(|help| said(help.text));
    let advice = answer::advice(page, effect.action);
    lines.extend(help.chain(advice).map(|line| ["- ", &line].concat()));
    lines.push(String::new());
    lines.push(said(key::UI_FIRST));
    let signs = answer.signs.iter().map(|sign| said(sign.text));
    lines.extend(signs.map(|line| ["- ", &line].concat()));
    lines.push(String::new());
    lines.push(said(key::UI_SOURCES));
    let mut titles: Vec<&str> = Vec::new();
    for source in effect.rows.iter().flat_map(|row| row.sources) {
        if !titles.contains(&source.title) {
            titles.push(source.title);
        }
    }
    lines.extend(titles.into_iter().map(|title| ["- ", title].concat()));
    lines.push(said(key::UI_NOT_REVIEWED));
    let address = (Part::SideEffects, effect.id.to_owned());
    lines.push(page.outside.address.emit(address));
    lines.join("\n")
}

/// Prints the answer alone: the style sheet for paper hides the rest while the root says so.
#[allow(
    clippy::needless_pass_by_value,
    reason = "a listener is given its event"
)]
pub(super) fn print(click: MouseEvent) {
    let root = click
        .target_dyn_into::<web_sys::Element>()
        .and_then(|button| button.closest(".nx").ok().flatten());
    if let (Some(root), Some(window)) = (root, web_sys::window()) {
        // A browser that cannot mark the root, or print, leaves everything as it was.
        let _ = root.set_attribute("data-print", "answer");
        let _ = window.print();
        let _ = root.remove_attribute("data-print");
    }
}
