//! The running explainer: owns the lesson, shows its part, and passes on what it tells.

use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::page::{Medium, Page};
use super::shell;
use crate::content::text::Words;
use crate::model::lesson::{Action, Event, Lesson};

/// What the host hands over.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The language.
    pub words: Words,
    /// Where the lesson begins.
    pub lesson: Lesson,
    /// Called once, when everything has been drawn.
    pub on_ready: Callback<()>,
    /// Called with everything that the lesson tells the outside.
    pub on_event: Callback<Event>,
}

/// The root of the views.
pub struct App {
    lesson: Lesson,
    root: NodeRef,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            lesson: ctx.props().lesson.clone(),
            root: NodeRef::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let (next, event) = self.lesson.apply(action);
        let changed = next != self.lesson;
        self.lesson = next;
        if let Some(event) = event {
            ctx.props().on_event.emit(event);
        }
        changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = Page {
            words: ctx.props().words.clone(),
            lesson: self.lesson.clone(),
            medium: Medium::Program,
            on_action: ctx.link().callback(|action| action),
        };
        html! {
            <div class="page" ref={self.root.clone()}>
                { shell::mast(&page) }
                <main>{ shell::part(&page, self.lesson.part) }</main>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().on_ready.emit(());
        }
    }
}
