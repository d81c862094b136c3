//! The running explainer: owns the lesson, shows its part, and passes on what it tells.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::outside::Outside;
use super::page::{Drawn, Medium, Page, Shape};
use super::{keyboard, shell, state};
use crate::content::catalog::key;
use crate::content::text::Words;
use crate::model::lesson::scene::SceneNumbers;
use crate::model::lesson::{Action, Event, Lesson, Place};
use crate::model::pharmacology::Pharmacology;

/// What the host hands over.
pub struct AppProps {
    /// The language.
    pub words: Words,
    /// Where the lesson begins.
    pub lesson: Lesson,
    /// The equations with the explainer's numbers, if the rest of the program is there.
    pub pharmacology: Option<Rc<Pharmacology>>,
    /// The levels of the scenes.
    pub scene_numbers: SceneNumbers,
    /// How much is drawn before the browser answers its reader.
    pub drawn: Drawn,
    /// What of the explainer its page wants.
    pub shape: Shape,
    /// What the page around may be asked for.
    pub outside: Outside,
    /// Called once, when everything has been drawn.
    pub on_ready: Callback<()>,
    /// Called with everything that the lesson tells the outside.
    pub on_event: Callback<Event>,
}

/// What the host hands over at first, taken once: an application that rests holds nothing of a page.
#[derive(Clone, Properties)]
pub struct First {
    given: Rc<Cell<Option<AppProps>>>,
}

impl From<AppProps> for First {
    fn from(given: AppProps) -> Self {
        Self {
            given: Rc::new(Cell::new(Some(given))),
        }
    }
}

impl PartialEq for First {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.given, &other.given)
    }
}

/// What happens to a running explainer.
pub enum Message {
    /// The learner or the host page did something.
    Done(Action),
    /// The rest of the program has arrived, and has made its equations; so have all words.
    Completed(Rc<Pharmacology>, Words),
    /// The page wants something else of the explainer.
    Reshaped(Shape),
    /// The explainer is on a page, at its beginning.
    Begun(Box<AppProps>),
    /// It is off its page: nothing is drawn, or kept, until it begins anew.
    Rested,
    /// The browser has answered its reader; the next portion is to be drawn.
    Further,
}

/// The root of the views.
///
/// It outlives what it shows: the view library never drops the listeners of an application's root,
/// so that there is one for each copy of the program rather than for each start.
pub struct App {
    run: Option<Run>,
    /// How often it has begun; nothing drawn in one run is used in the next.
    begun: usize,
}

/// The explainer from one beginning to its rest.
struct Run {
    given: AppProps,
    /// Whether it has yet to be drawn whole for the first time.
    due: bool,
    drawn: Drawn,
    /// Until the next portion.
    next: Option<Timeout>,
    lesson: Lesson,
    /// What was done inside a part before the rest of the program was there.
    waiting: Vec<Action>,
    /// The request for a place that has been answered last.
    answered: Option<(Place, u32)>,
    root: NodeRef,
}

impl Component for App {
    type Message = Message;
    type Properties = First;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            run: ctx.props().given.take().map(Run::new),
            begun: 0,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Begun(given) => {
                self.begun += 1;
                self.run = Some(Run::new(*given));
                true
            }
            Message::Rested => self.run.take().is_some(),
            // What is on its way when it rests belongs to no run.
            message => self.run.as_mut().is_some_and(|run| run.update(message)),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(run) = &self.run else {
            return Html::default();
        };
        let page = Page {
            words: run.given.words.clone(),
            lesson: run.lesson.clone(),
            medium: Medium::Program,
            shape: run.given.shape.clone(),
            pharmacology: run.given.pharmacology.clone(),
            scene_numbers: run.given.scene_numbers,
            outside: run.given.outside.clone(),
            drawn: run.drawn,
            on_action: ctx.link().callback(Message::Done),
        };
        let waiting = if shell::arriving(&page, run.lesson.part) {
            state::loading(&page)
        } else {
            Html::default()
        };
        html! {
            <>
                <div
                    key={2 * self.begun}
                    class="page"
                    role="region"
                    aria-label={page.say(key::UI_NAME)}
                    ref={run.root.clone()}
                >
                    { shell::mast(&page, waiting) }
                    if page.drawn >= Drawn::Picture {
                        <div class="body">{ shell::part(&page, run.lesson.part) }</div>
                    }
                    if page.drawn == Drawn::All { { shell::foot(&page) } }
                </div>
                <div key={2 * self.begun + 1} class="page" hidden={true}>
                    if page.drawn == Drawn::All { { state::stopped(&page) } }
                </div>
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        match &mut self.run {
            Some(run) if run.drawn != Drawn::All => {
                let link = ctx.link().clone();
                let next = Timeout::new(0, move || link.send_message(Message::Further));
                run.next = Some(next);
            }
            Some(run) => run.rendered(),
            None => {}
        }
    }
}

impl Run {
    fn new(given: AppProps) -> Self {
        Self {
            due: true,
            drawn: given.drawn,
            next: None,
            answered: given.lesson.place,
            lesson: given.lesson.clone(),
            waiting: Vec::new(),
            root: NodeRef::default(),
            given,
        }
    }

    /// Takes a message over; the answer is whether anything has changed.
    fn update(&mut self, message: Message) -> bool {
        match message {
            Message::Done(action)
                if self.given.pharmacology.is_none() && action.is_within_a_part() =>
            {
                self.waiting.push(action);
                false
            }
            Message::Done(action) => self.take(action),
            Message::Reshaped(shape) => {
                self.given.shape = shape;
                true
            }
            Message::Completed(pharmacology, words) => {
                self.given.words = words;
                self.given.pharmacology = Some(pharmacology);
                self.drawn = Drawn::All;
                for action in std::mem::take(&mut self.waiting) {
                    self.take(action);
                }
                true
            }
            Message::Further if self.drawn != Drawn::All => {
                self.drawn = self.drawn.further();
                true
            }
            Message::Further | Message::Begun(_) | Message::Rested => false,
        }
    }

    fn rendered(&mut self) {
        if std::mem::take(&mut self.due) {
            self.given.on_ready.emit(());
        }
        if self.answered != self.lesson.place {
            self.answered = self.lesson.place;
            if let Some((place, _)) = self.lesson.place {
                self.go_to(place);
            }
        }
    }

    /// Takes an action over, and tells of it; the answer is whether anything has changed.
    fn take(&mut self, action: Action) -> bool {
        let (next, event) = self.lesson.apply(action);
        let changed = next != self.lesson;
        self.lesson = next;
        if let Some(event) = event {
            self.given.on_event.emit(event);
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
