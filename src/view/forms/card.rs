//! The card of a form: every question about it with its answers, and the way to its curve.

use yew::{Callback, Html, html};

use crate::content::catalog::{Form, key};
use crate::model::lesson::{Action, Part, Place};
use crate::view::page::Page;
use crate::view::{article, cited};

/// The card.
pub(super) fn card(page: &Page, form: &'static Form) -> Html {
    let id = format!("form-{}", form.id);
    let statements = form.topics.iter().flat_map(|topic| topic.statements);
    html! {
        <section class="fm-card col" aria-labelledby={id.clone()} key={form.id}>
            <div class="fm-card-head">
                <h3 {id} tabindex="-1">{ page.say(form.name) }</h3>
                <button type="button" class="btn primary" onclick={fading(page, form.id)}>
                    { page.say(key::UI_FORMS_FADE) }
                </button>
            </div>
            <dl class="topics">{ for form.topics.iter().map(|topic| article::topic(page, topic)) }</dl>
            { cited::sources(page, form.name, statements.copied(), &[]) }
        </section>
    }
}

/// Opens the curve of a form.
pub(super) fn fading<E>(page: &Page, detail: &'static str) -> Callback<E> {
    let on_action = page.on_action.clone();
    let part = Part::HowLongItLasts;
    Callback::from(move |_| {
        on_action.emit(Action::LinkFollowed(part, Place(part.id())));
        on_action.emit(Action::DetailAsked(detail.to_owned()));
    })
}
