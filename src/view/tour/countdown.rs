//! Seconds that pass: left to think, or since the lesson began.

use gloo_timers::callback::Interval;
use yew::{Component, Context, Html, Properties, html};

use crate::content::catalog::{key, say};
use crate::view::page::Page;

/// One second, in milliseconds.
const SECOND: u32 = 1_000;

/// What a clock is drawn from; a key of its own begins it again.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClockProps {
    /// The page.
    pub(super) page: Page,
    /// The seconds that it counts down from; without them it counts up.
    #[prop_or_default]
    pub(super) from: Option<u32>,
}

/// Counts whole seconds. Nothing happens when it has counted down.
pub(super) struct Seconds {
    passed: u32,
    _beat: Interval,
}

impl Component for Seconds {
    type Message = ();
    type Properties = ClockProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        Self {
            passed: 0,
            _beat: Interval::new(SECOND, move || link.send_message(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        let over = ctx.props().from.is_some_and(|from| self.passed >= from);
        self.passed = self.passed.saturating_add(1);
        !over
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let text = match ctx
            .props()
            .from
            .map(|from| from.saturating_sub(self.passed))
        {
            Some(0) => page.say(key::UI_TOUR_THINK_OVER).to_string(),
            Some(left) => say::ui_tour_seconds(&page.words, left),
            None => minutes(self.passed),
        };
        html! { <span class="tr-clock" role="timer" aria-live="off">{ text }</span> }
    }
}

/// Minutes and seconds as a clock shows them.
fn minutes(passed: u32) -> String {
    let two = |number: u32| {
        [
            char::from_digit(number / 10 % 10, 10),
            char::from_digit(number % 10, 10),
        ]
    };
    let mut text = String::new();
    text.extend(two(passed / 60).into_iter().flatten());
    text.push(':');
    text.extend(two(passed % 60).into_iter().flatten());
    text
}
