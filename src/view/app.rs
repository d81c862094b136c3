//! The running explainer: owns the lesson, shows its part, and passes on what it tells.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::outside::Outside;
use super::page::{Medium, Page, Shape};
use super::{keyboard, shell, state};
use crate::content::catalog::key;
use crate::content::text::Words;
use crate::model::lesson::scene::SceneNumbers;
use crate::model::lesson::{Action, Event, Lesson, Place};
use crate::model::pharmacology::Pharmacology;

/// What the host hands over.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The language.
    pub words: Words,
    /// Where the lesson begins.
    pub lesson: Lesson,
    /// The equations with the explainer's numbers, if the rest of the program is there.
    pub pharmacology: Option<Rc<Pharmacology>>,
    /// The levels of the scenes.
    pub scene_numbers: SceneNumbers,
    /// What of the explainer its page wants.
    pub shape: Shape,
    /// What the page around may be asked for.
    pub outside: Outside,
    /// Called once, when everything has been drawn.
    pub on_ready: Callback<()>,
    /// Called with everything that the lesson tells the outside.
    pub on_event: Callback<Event>,
}

/// What happens to a running explainer.
pub enum Message {
    /// The learner or the host page did something.
    Done(Action),
    /// The rest of the program has arrived, and has made its equations; so have all words.
    Completed(Rc<Pharmacology>, Words),
    /// The page wants something else of the explainer.
    Reshaped(Shape),
}

/// The root of the views.
pub struct App {
    lesson: Lesson,
    pharmacology: Option<Rc<Pharmacology>>,
    words: Words,
    shape: Shape,
    /// What was done inside a part before the rest of the program was there.
    waiting: Vec<Action>,
    /// The request for a place that has been answered last.
    answered: Option<(Place, u32)>,
    root: NodeRef,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let lesson = ctx.props().lesson.clone();
        Self {
            answered: lesson.place,
            lesson,
            pharmacology: ctx.props().pharmacology.clone(),
            words: ctx.props().words.clone(),
            shape: ctx.props().shape.clone(),
            waiting: Vec::new(),
            root: NodeRef::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Done(action) if self.pharmacology.is_none() && action.is_within_a_part() => {
                self.waiting.push(action);
                false
            }
            Message::Done(action) => self.take(ctx, action),
            Message::Reshaped(shape) => {
                self.shape = shape;
                true
            }
            Message::Completed(pharmacology, words) => {
                self.words = words;
                self.pharmacology = Some(pharmacology);
                for action in std::mem::take(&mut self.waiting) {
                    self.take(ctx, action);
                }
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = Page {
            words: self.words.clone(),
            lesson: self.lesson.clone(),
            medium: Medium::Program,
            shape: self.shape.clone(),
            pharmacology: self.pharmacology.clone(),
            scene_numbers: ctx.props().scene_numbers,
            outside: ctx.props().outside.clone(),
            on_action: ctx.link().callback(Message::Done),
        };
        let waiting = if shell::arriving(&page, self.lesson.part) {
            state::loading(&page)
        } else {
            Html::default()
        };
        html! {
            <>
                <div
                    class="page"
                    role="region"
                    aria-label={page.say(key::UI_NAME)}
                    ref={self.root.clone()}
                >
                    { shell::mast(&page, waiting) }
                    <div class="body">{ shell::part(&page, self.lesson.part) }</div>
                    { shell::foot(&page) }
                </div>
                <div class="page" hidden={true}>{ state::stopped(&page) }</div>
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().on_ready.emit(());
        }
        if self.answered != self.lesson.place {
            self.answered = self.lesson.place;
            if let Some((place, _)) = self.lesson.place {
                self.go_to(place);
            }
        }
    }
}

impl App {
    /// Takes an action over, and tells of it; the answer is whether anything has changed.
    fn take(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let (next, event) = self.lesson.apply(action);
        let changed = next != self.lesson;
        self.lesson = next;
        if let Some(event) = event {
            ctx.props().on_event.emit(event);
        }
        changed
    }

    /// Shows a place and puts the keyboard on its heading.
    ///
    /// A part is shown from its head, with the navigation; a section from its heading.
    fn go_to(&self, place: Place) {
        let Some(root) = self.root.cast::<web_sys::Element>() else {
            return;
        };
        let find = |selector: String| root.query_selector(&selector).ok().flatten();
        if let Some(title) = find(format!("#{}-title", place.0)) {
            root.scroll_into_view();
            keyboard::focus(Some(title));
        } else if let Some(heading) = find(format!("#{}", place.0)) {
            heading.scroll_into_view();
            keyboard::focus(Some(heading));
        }
    }
}
