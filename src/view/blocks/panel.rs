//! The receptor scene on the page: hears a reading now and then, never a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, MediaQueryList};
use yew::{
    Component, Context, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent, Properties, html,
};

use super::amounts::Typing;
use super::figures::{Figures, Time};
use super::keys::{self, Command};
use super::layout::{self, Calls, Places};
use super::live::{Live, Told};
use super::share;
use super::shared::Shared;
use super::shown::Shown;
use super::told::{Announcer, News};
use crate::content::catalog::key;
use crate::content::describe::{self, questions};
use crate::model::lesson::Action;
use crate::model::lesson::link;
use crate::model::lesson::receptor_scene::{Pace, Phase, ReceptorSceneAction};
use crate::model::lesson::run::Control;
use crate::model::pharmacology::Pharmacology;
use crate::view::clock::{Clock, Frame};
use crate::view::keyboard;
use crate::view::page::Page;
use crate::view::tour;

/// What the panel is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// The page.
    pub page: Page,
    /// The equations.
    pub pharmacology: Rc<Pharmacology>,
    /// Whether it stands in the lesson, which asks and answers in its own way.
    #[prop_or_default]
    pub lesson: bool,
}

/// What the panel hears.
pub enum Heard {
    /// Numbers have changed.
    Reading,
    /// The scene has shown its answer.
    Concluded,
    /// The learner set something.
    Set(Control),
    /// The learner took one step.
    Step,
    /// A key was pressed while the picture had the keyboard.
    Command(Command),
    /// A place of the picture was tapped.
    Tapped(i32, i32),
    /// A place of the strip was tapped.
    Strip(i32, i32),
    /// A number is being typed, or has been.
    Typing(Typing),
    /// The link was copied.
    Copied,
    /// The learner takes the numbers home.
    Save,
}

/// How far a key moves the large view, in receptors.
const LENS_STEP: f64 = 2.0;

/// The receptor scene.
pub struct Panel {
    shared: Rc<Shared>,
    clock: Option<Clock>,
    announcer: Announcer,
    /// What is being typed.
    typing: Typing,
    /// What was said aloud last.
    said: String,
    renders: Cell<u32>,
    root: NodeRef,
    dialog: NodeRef,
    mural: NodeRef,
    strip: NodeRef,
    chart: NodeRef,
    /// Whether the keyboard was on an answer that is about to give way to the conclusion.
    refocus: bool,
}

impl Component for Panel {
    type Message = Heard;
    type Properties = PanelProps;

    fn create(ctx: &Context<Self>) -> Self {
        let page = &ctx.props().page;
        let scene = page.lesson.receptor_scene.clone();
        let live = Live::new(&scene, &ctx.props().pharmacology, &page.scene_numbers);
        Self {
            shared: Rc::new(Shared {
                live: RefCell::new(live),
                scene: RefCell::new(scene),
                figures: RefCell::new(None),
            }),
            clock: None,
            announcer: Announcer::default(),
            typing: None,
            said: String::new(),
            renders: Cell::new(0),
            root: NodeRef::default(),
            dialog: NodeRef::default(),
            mural: NodeRef::default(),
            strip: NodeRef::default(),
            chart: NodeRef::default(),
            refocus: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Self::Properties) -> bool {
        let page = &ctx.props().page;
        let next = &page.lesson.receptor_scene;
        let mut scene = self.shared.scene.borrow_mut();
        if next.beginning != scene.beginning {
            let live = Live::new(next, &ctx.props().pharmacology, &page.scene_numbers);
            if let (Some(figures), Some(live)) =
                (self.shared.figures.borrow_mut().as_mut(), live.as_ref())
            {
                figures.restart(&page.words, &live.play);
            }
            self.shared.live.replace(live);
            self.announcer = Announcer::default();
        }
        if next.phase == Phase::Concluded && scene.phase == Phase::Running {
            let asked = self.find(".ask");
            self.refocus = asked.is_some_and(|ask| ask.matches(":focus-within").unwrap_or(false));
        }
        *scene = next.clone();
        true
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        let page = &ctx.props().page;
        let report = |action| page.on_action.emit(Action::ReceptorScene(action));
        match heard {
            Heard::Reading => self.announce(page),
            // The answer comes back as a change of what the panel is drawn from.
            Heard::Concluded => {
                report(ReceptorSceneAction::Concluded);
                return false;
            }
            Heard::Set(control) => {
                if let Some(live) = self.shared.live.borrow_mut().as_mut() {
                    live.set(control);
                }
            }
            Heard::Step => {
                if let Some(live) = self.shared.live.borrow_mut().as_mut() {
                    live.step_by_hand();
                }
                report(ReceptorSceneAction::Stepped);
                return false;
            }
            Heard::Command(command) => self.obey(ctx, command),
            Heard::Tapped(x, y) => {
                let figures = self.shared.figures.borrow();
                let picked = figures.as_ref().and_then(|figures| figures.pick(x, y));
                report(ReceptorSceneAction::PickedUp(picked));
                return false;
            }
            Heard::Strip(x, y) => {
                if let Some(figures) = self.shared.figures.borrow_mut().as_mut() {
                    figures.move_lens_to(x, y);
                }
                return false;
            }
            Heard::Typing(typing) => self.typing = typing,
            Heard::Copied => self.said = page.say(key::UI_COPIED).to_string(),
            Heard::Save => {
                if let Some(live) = self.shared.live.borrow().as_ref() {
                    page.outside.save.emit(share::table(&live.play));
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.renders.set(self.renders.get().wrapping_add(1));
        let page = &ctx.props().page;
        let live = self.shared.live.borrow();
        let Some(live) = live.as_ref() else {
            return Html::default();
        };
        let shown = Shown {
            page,
            scene: &page.lesson.receptor_scene,
            play: &live.play,
            diary: &live.diary,
            hand: live.hand,
            drink: live.drink,
            typing: &self.typing,
            alcohol: &ctx.props().pharmacology.alcohol,
            partly: describe::partly(&live.play),
        };
        self.draw(ctx, &shown)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.clock.is_none() {
            self.clock = self.start(ctx);
        }
        let picked = ctx.props().page.lesson.receptor_scene.picked;
        if let Some(figures) = self.shared.figures.borrow_mut().as_mut() {
            figures.select(picked);
        }
        if core::mem::take(&mut self.refocus) {
            keyboard::focus(self.find("#scene-ask"));
        }
    }
}

impl Panel {
    /// Lets time go on: the only place that writes to the world.
    fn start(&self, ctx: &Context<Self>) -> Option<Clock> {
        let root = self.root.cast::<Element>()?;
        let words = &ctx.props().page.words;
        let live = self.shared.live.borrow();
        let figures = Figures::new(&root, words, &live.as_ref()?.play);
        self.shared.figures.replace(figures);
        let (shared, link) = (Rc::downgrade(&self.shared), ctx.link().clone());
        let stillness = web_sys::window().and_then(|window| {
            let asked = window.match_media("(prefers-reduced-motion: reduce)");
            asked.ok().flatten()
        });
        // The page may ask for stillness too, by the element's own attribute.
        let asked_here = root.closest("[data-motion]").ok().flatten().is_some();
        let mut time = Time::default();
        let mut before = 0.0;
        let clock = Clock::new(&root, move |Frame { steps, seconds }| {
            let Some(shared) = shared.upgrade() else {
                return;
            };
            time.passed = (seconds - before).max(0.0);
            before = seconds;
            time.still = asked_here || stillness.as_ref().is_some_and(MediaQueryList::matches);
            match shared.frame(steps, &mut time) {
                Told::Nothing => {}
                Told::Reading => link.send_message(Heard::Reading),
                Told::Concluded => link.send_message(Heard::Concluded),
            }
        });
        clock.play(true);
        Some(clock)
    }

    /// Says aloud what has changed, if it is worth it.
    fn announce(&mut self, page: &Page) {
        let live = self.shared.live.borrow();
        let Some(Live { play, diary, .. }) = live.as_ref() else {
            return;
        };
        let ended = page.lesson.receptor_scene.phase == Phase::Concluded;
        let reading = play.world().reading();
        let caption = describe::caption(play);
        let news = self.announcer.hear(now(), caption, reading.counts, ended);
        let Some(news) = news else { return };
        let words = &page.words;
        self.said = match news {
            News::Caption(caption) => {
                [&*words.get(caption), " ", &describe::news(words, play)].concat()
            }
            News::Numbers => describe::news(words, play),
            News::Conclusion => questions::found(words, play, diary).unwrap_or_default(),
        };
    }

    fn obey(&mut self, ctx: &Context<Self>, command: Command) {
        let page = &ctx.props().page;
        let report = |action| page.on_action.emit(Action::ReceptorScene(action));
        let paced = |pace: fn(Pace) -> Pace| {
            ReceptorSceneAction::PaceChosen(pace(page.lesson.receptor_scene.pace))
        };
        match command {
            Command::Play => report(ReceptorSceneAction::PauseToggled),
            Command::Step => ctx.link().send_message(Heard::Step),
            Command::Restart => report(ReceptorSceneAction::Restarted),
            Command::Slower => report(paced(Pace::slower)),
            Command::Faster => report(paced(Pace::faster)),
            Command::Left => self.move_lens(-LENS_STEP),
            Command::Right => self.move_lens(LENS_STEP),
            Command::Say => {
                if let Some(live) = self.shared.live.borrow().as_ref() {
                    self.said = describe::summary(&page.words, &live.play);
                }
            }
            Command::Help => keys::show(&self.dialog),
        }
    }

    fn move_lens(&self, by: f64) {
        if let Some(figures) = self.shared.figures.borrow_mut().as_mut() {
            figures.move_lens(by);
        }
    }

    fn draw(&self, ctx: &Context<Self>, shown: &Shown<'_>) -> Html {
        let single_keys = shown.scene.single_keys;
        let press = ctx.link().batch_callback(move |press: KeyboardEvent| {
            let command = keys::command(&press).filter(|_| single_keys)?;
            press.prevent_default();
            Some(Heard::Command(command))
        });
        let calls = Calls {
            step: ctx.link().callback(|()| Heard::Step),
            set: ctx.link().callback(Heard::Set),
            typing: ctx.link().callback(Heard::Typing),
            copied: ctx.link().callback(|()| Heard::Copied),
            save: ctx.link().callback(|()| Heard::Save),
            press,
            tap: ctx
                .link()
                .callback(|tap: MouseEvent| Heard::Tapped(tap.offset_x(), tap.offset_y())),
            strip: ctx
                .link()
                .callback(|tap: MouseEvent| Heard::Strip(tap.offset_x(), tap.offset_y())),
            drag: ctx.link().batch_callback(|drag: PointerEvent| {
                let held = drag.buttons() & 1 == 1;
                held.then(|| Heard::Strip(drag.offset_x(), drag.offset_y()))
            }),
        };
        let places = Places {
            mural: &self.mural,
            strip: &self.strip,
            chart: &self.chart,
            dialog: &self.dialog,
        };
        html! {
            <div
                class="scene"
                ref={self.root.clone()}
                data-phase={layout::phase_name(shown.scene.phase)}
                data-tick={shown.play.world().tick().to_string()}
                data-run={link::encode(shown.play.run())}
                data-renders={self.renders.get().to_string()}
            >
                if ctx.props().lesson {
                    { tour::scene(shown, &calls, &places) }
                } else {
                    { layout::scene(shown, &calls, &places) }
                }
                <p class="sr" role="status">{ self.said.clone() }</p>
            </div>
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        let root = self.root.cast::<Element>()?;
        root.query_selector(selector).ok().flatten()
    }
}

/// The time in seconds, from any beginning.
fn now() -> f64 {
    js_sys::Date::now() / 1_000.0
}
