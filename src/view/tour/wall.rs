//! The lesson under way: one step at a time, in the page or on the whole screen.

use std::cmp::Ordering;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};
use yew::{Callback, Component, Context, Html, KeyboardEvent, NodeRef, Properties, html};

use super::channel::{self, Channel, Said};
use super::countdown::Seconds;
use super::{act, board, code, foot, keys, stage};
use crate::content::catalog::{StepWords, key, say};
use crate::content::text::Key;
use crate::model::lesson::Action;
use crate::model::lesson::receptor_scene::Phase;
use crate::model::lesson::tour::{Cover, Medium, Stage, TourAction};
use crate::model::pharmacology::Pharmacology;
use crate::view::blocks::Panel;
use crate::view::keyboard;
use crate::view::page::Page;

/// Seconds to think before hands go up.
const THINKING: u32 = 30;

/// What the wall is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WallProps {
    /// The page.
    pub(super) page: Page,
    /// The equations.
    pub(super) pharmacology: Rc<Pharmacology>,
    /// The name of the part.
    pub(super) title: Key,
}

/// What the keyboard was put on last.
type Seen = (u32, bool, Cover);

/// The lesson under way.
pub(super) struct Wall {
    root: NodeRef,
    dialog: NodeRef,
    channel: Option<Channel>,
    medium: Medium,
    seen: Option<Seen>,
    told: Option<channel::Wall>,
    /// Hears when the full screen is left by other ways than ours.
    left: Option<EventListener>,
    /// Takes a browser's refusal to fill the screen.
    refused: Closure<dyn FnMut(JsValue)>,
}

impl Component for Wall {
    type Message = Said;
    type Properties = WallProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            root: NodeRef::default(),
            dialog: NodeRef::default(),
            channel: Channel::new(ctx.link().callback(|said| said)),
            medium: Medium::Page,
            seen: None,
            told: None,
            left: None,
            refused: Closure::new(|_| {}),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, said: Said) -> bool {
        if said == Said::Hello {
            self.told = None;
            self.tell(&ctx.props().page);
        } else if let Some(action) = said.action() {
            ctx.props().page.on_action.emit(Action::Tour(action));
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let WallProps { page, title, .. } = ctx.props();
        let tour = &page.lesson.tour;
        let wall = tour.medium == Medium::Wall;
        html! {
            <div
                class={if wall { "wall presenting" } else { "wall" }}
                ref={self.root.clone()}
                tabindex="-1"
                data-step={(tour.at + 1).to_string()}
                data-phase={phase_name(tour.phase())}
                onkeydown={press(page)}
            >
                <div class="wall-in">
                    <h2 class="sr" id="lesson-title" tabindex="-1">{ page.say(*title) }</h2>
                    { self.step(ctx) }
                    if wall { { foot::wall(page) } }
                    if tour.cover == Cover::Dark {
                        <button type="button" class="tr-dark" aria-label={page.say(key::UI_TOUR_BLANK)} aria-pressed="true" onclick={act(page, TourAction::Blanked)}></button>
                    }
                </div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let page = &ctx.props().page;
        let tour = &page.lesson.tour;
        let Some(root) = self.root.cast::<Element>() else {
            return;
        };
        if first {
            self.left = Some(left(&root, page));
        }
        if tour.medium != self.medium {
            self.medium = tour.medium;
            self.fill(&root, tour.medium == Medium::Wall);
        }
        let seen = (tour.begun, tour.phase() == Phase::Concluded, tour.cover);
        let away = tour.medium == Medium::Wall && !root.matches(":focus-within").unwrap_or(true);
        if self.seen != Some(seen) || away {
            // Whoever goes on hears what is there now.
            let place = match tour.cover {
                Cover::Dark => ".tr-dark",
                Cover::Open | Cover::Code => "#tour-ask",
            };
            let before = self.seen.replace(seen);
            if before.is_some_and(|(begun, ..)| begun != tour.begun) {
                root.scroll_into_view();
            }
            // An address that opens the lesson takes no focus; whoever begins it has asked for a place.
            if before.is_some() || tour.medium == Medium::Wall {
                let found = root.query_selector(place).ok().flatten();
                keyboard::focus(found.or(Some(root)));
            }
        }
        self.tell(page);
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if self.medium == Medium::Wall
            && let Some(root) = self.root.cast::<Element>()
        {
            self.fill(&root, false);
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// What can fill the screen.
    type Full;

    /// Asks to; older browsers answer nothing, others promise.
    #[wasm_bindgen(method, catch, js_name = "requestFullscreen")]
    fn request(this: &Full) -> Result<JsValue, JsValue>;
}

impl Wall {
    /// Fills the screen, or gives it back; where a browser refuses, the window is filled.
    fn fill(&self, root: &Element, full: bool) {
        let Some(document) = document() else { return };
        if full && document.fullscreen_enabled() {
            let asked = root.unchecked_ref::<Full>().request();
            if let Some(promise) = asked
                .ok()
                .and_then(|asked| asked.dyn_into::<Promise>().ok())
            {
                let _ = promise.catch(&self.refused);
            }
        } else if !full && document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        }
    }

    /// Tells the notes where the lesson is, if they do not know yet.
    fn tell(&mut self, page: &Page) {
        let here = channel::Wall::of(&page.lesson.tour);
        if here != self.told {
            self.told = here;
            if let (Some(channel), Some(here)) = (&self.channel, here) {
                channel.say(&Said::Here(here));
            }
        }
    }

    fn step(&self, ctx: &Context<Self>) -> Html {
        let WallProps {
            page, pharmacology, ..
        } = ctx.props();
        let tour = &page.lesson.tour;
        let (Some(words), Some(step)) = (super::words(page), tour.step()) else {
            return foot::end(page);
        };
        let body = match step.stage {
            _ if tour.cover == Cover::Code => code::code(page),
            Stage::Scene(_) => {
                html! { <Panel page={stage::page(page)} pharmacology={pharmacology.clone()} lesson={true} /> }
            }
            stage => board::board(page, words, stage, pharmacology),
        };
        html! {
            <>
                { head(page, words) }
                { body }
                if tour.medium == Medium::Page { { foot::page(page, &self.dialog) } }
            </>
        }
    }
}

/// Where the lesson is, for eyes that come late.
fn head(page: &Page, words: &StepWords) -> Html {
    let tour = &page.lesson.tour;
    let all = tour.plan().map_or(0, |plan| plan.steps.len());
    let phase = match tour.phase() {
        Phase::Asking => key::UI_TOUR_PREDICT,
        Phase::Running => key::UI_TOUR_WATCH,
        Phase::Concluded => key::UI_TOUR_EXPLAIN,
    };
    let [at, count] = [tour.at + 1, all].map(|number| u32::try_from(number).unwrap_or_default());
    let wall = tour.medium == Medium::Wall;
    let thinking = wall && tour.countdown && tour.phase() == Phase::Asking;
    html! {
        <div class="tr-head col">
            <h3>{ page.say(words.name) }</h3>
            if thinking { <Seconds key={tour.begun} page={page.clone()} from={THINKING} /> }
            <span class="qz-ticks" aria-hidden="true">
                { for (0..all).map(|step| html! {
                    <i class={match step.cmp(&tour.at) { Ordering::Less => "done", Ordering::Equal => "now", Ordering::Greater => "" }}></i>
                }) }
            </span>
            <p>{ say::ui_tour_at(&page.words, at, count, &*page.say(phase)) }</p>
            if !wall {
                <button type="button" class="btn tr-leave" onclick={act(page, TourAction::Left)}>{ page.say(key::UI_TOUR_LEAVE) }</button>
            }
        </div>
    }
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Asking => "asking",
        Phase::Running => "running",
        Phase::Concluded => "concluded",
    }
}

/// What the keys do.
fn press(page: &Page) -> Callback<KeyboardEvent> {
    let on_action = page.on_action.clone();
    let (wall, at) = (page.lesson.tour.medium == Medium::Wall, page.lesson.tour.at);
    Callback::from(move |press: KeyboardEvent| {
        if let Some(action) = keys::asked(&press, wall, at) {
            press.prevent_default();
            press.stop_propagation();
            on_action.emit(Action::Tour(action));
        }
    })
}

/// Whoever leaves the full screen has stopped showing.
fn left(root: &Element, page: &Page) -> EventListener {
    let on_action = page.on_action.clone();
    EventListener::new(root, "fullscreenchange", move |_| {
        let full = document().is_some_and(|document| document.fullscreen_element().is_some());
        if !full {
            on_action.emit(Action::Tour(TourAction::Presented(false)));
        }
    })
}

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}
