//! The part "Forms".

mod card;
mod compare;
mod drawing;
mod injection;
mod tablet;

use yew::{Callback, Html, html};

use super::icon::Icon;
use super::page::Page;
use super::{article, cited, prose};
use crate::content::catalog::{FORMS, Form, PartContent, key, say};
use crate::content::text::Key;
use crate::model::lesson::forms::{FormKind, FormsAction};
use crate::model::lesson::{Action, Part, Place};

/// The part; the first half of the program calls it by name.
#[inline(never)]
pub fn forms(page: &Page, content: &'static PartContent) -> Html {
    if !page.runs() {
        return article::article(page, Part::Forms, content);
    }
    let open = page.lesson.forms.open;
    let main = [FormKind::Tablet, FormKind::Injection];
    html! {
        <>
            { article::head(page, content) }
            <ul class="fm-plates col">{ for main.map(|form| plate(page, form)) }</ul>
            <div class="col fm-ways">
                <button
                    type="button"
                    class="btn"
                    aria-pressed={if open.is_none() { "true" } else { "false" }}
                    onclick={page.act(Action::Forms(FormsAction::Compared))}
                >
                    { page.say(key::UI_FORMS_COMPARE) }
                </button>
                { list(page) }
            </div>
            { match open.filter(|form| main.contains(form)).and_then(content_of) {
                Some(form) => card::card(page, form),
                None => compare::compare(page),
            } }
            { shelf(page) }
            { for content.sections.iter().map(|section| article::section(page, section)) }
        </>
    }
}

/// What the content says of a form.
fn content_of(kind: FormKind) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.id == kind.id())
}

/// A form's drawing, all of it a button.
fn plate(page: &Page, kind: FormKind) -> Html {
    let open = page.lesson.forms.open == Some(kind);
    let (drawing, pins, brief): (Html, &[(&str, Key)], String) = match kind {
        FormKind::Injection => (
            injection::drawing(),
            &injection::PINS,
            say::ui_forms_injection_brief(&page.words, 380, 4),
        ),
        _ => (
            tablet::drawing(),
            &tablet::PINS,
            say::ui_forms_tablet_brief(&page.words, 50),
        ),
    };
    let name = content_of(kind).map(|form| page.say(form.name));
    html! {
        <li>
            <button
                type="button"
                class="fm-plate"
                data-form={kind.id()}
                aria-expanded={if open { "true" } else { "false" }}
                onclick={opening(page, kind)}
            >
                <span class="fm-picture" aria-hidden="true">
                    { drawing }
                    { for pins.iter().map(|(class, label)| html! {
                        <span class={format!("fm-pin {class}")}>{ page.say(*label) }</span>
                    }) }
                </span>
                <span class="fm-caption">
                    <b>{ name }</b>
                    { " " }
                    <span>{ brief }</span>
                    { " " }
                    <span class="fm-open">{ page.say(if open { key::UI_FORMS_IS_OPEN } else { key::UI_FORMS_OPEN }) }</span>
                </span>
            </button>
        </li>
    }
}

/// Every form by name.
fn list(page: &Page) -> Html {
    html! {
        <details class="fm-list">
            <summary>{ page.say(key::UI_FORMS_LIST) }{ Icon::Down.draw() }</summary>
            <ul>
                { for FormKind::ALL.into_iter().filter_map(|kind| content_of(kind).map(|form| html! {
                    <li><button type="button" class="go" onclick={opening(page, kind)}>{ page.say(form.name) }</button></li>
                })) }
            </ul>
        </details>
    }
}

/// Opens a form and goes to its heading.
fn opening<E>(page: &Page, kind: FormKind) -> Callback<E> {
    let on_action = page.on_action.clone();
    Callback::from(move |_| {
        on_action.emit(Action::Forms(FormsAction::Opened(kind)));
        on_action.emit(Action::LinkFollowed(Part::Forms, Place(kind.place())));
    })
}

/// What people also hear of.
fn shelf(page: &Page) -> Html {
    let others = FormKind::ALL.into_iter().skip(2);
    html! {
        <section class="fm-shelf col" aria-labelledby="fm-shelf">
            <h3 id="fm-shelf">{ page.say(key::UI_FORMS_SHELF) }</h3>
            <ul>
                { for others.filter_map(|kind| content_of(kind).map(|form| {
                    let open = page.lesson.forms.open == Some(kind);
                    html! {
                        <li class={open.then_some("open")}>
                            <h4 id={kind.place()} tabindex="-1">{ page.say(form.name) }</h4>
                            { for form.topics.iter().flat_map(|topic| topic.statements).map(|statement| html! {
                                <p data-statement={statement.id}>{ prose::statement(page, statement) }</p>
                            }) }
                            { cited::sources(page, form.name, form.topics.iter().flat_map(|topic| topic.statements).copied(), &[]) }
                        </li>
                    }
                })) }
            </ul>
        </section>
    }
}
