//! Where everything of the scene stands; the style sheet moves it as the container asks.

use web_sys::Element;
use yew::{Callback, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent, TargetCast, html};

use super::amounts::{Changes, Typing};
use super::figures::PINS;
use super::shown::Shown;
use super::{act, amounts, ask, choose, closer, gauges, keys as bindings, share, transport, words};
use crate::content::catalog::{key, say};
use crate::content::describe::{self, number};
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::{Leaf, Phase, ReceptorSceneAction};
use crate::model::lesson::run::Control;
use crate::view::chart::live;
use crate::view::icon::Icon;

/// What the controls call.
pub struct Calls {
    /// One step.
    pub step: Callback<()>,
    /// An amount was set.
    pub set: Callback<Control>,
    /// A number is being typed.
    pub typing: Callback<Typing>,
    /// The link was copied.
    pub copied: Callback<()>,
    /// The numbers are taken home.
    pub save: Callback<()>,
    /// A key was pressed while the picture had the keyboard.
    pub press: Callback<KeyboardEvent>,
    /// The picture was tapped.
    pub tap: Callback<MouseEvent>,
    /// The strip was tapped.
    pub strip: Callback<MouseEvent>,
    /// A finger or mouse moved over the strip.
    pub drag: Callback<PointerEvent>,
}

/// The elements that the panel must find again.
pub struct Places<'a> {
    /// The picture.
    pub mural: &'a NodeRef,
    /// The strip of all receptors.
    pub strip: &'a NodeRef,
    /// The live chart.
    pub chart: &'a NodeRef,
    /// The list of keys.
    pub dialog: &'a NodeRef,
}

/// The whole scene.
pub fn scene(shown: &Shown<'_>, calls: &Calls, places: &Places<'_>) -> Html {
    let page = shown.page;
    html! {
        <>
            if let Some(refused) = shown.scene.refused {
                <p class="refused col" role="alert">{ page.say(describe::refusal(refused)) }</p>
            }
            { choose::choose(page) }
            { picture(shown, calls, places, true) }
            { strip(shown, calls, places) }
            <div class="deck col" data-leaf={leaf_name(shown.scene.leaf)}>
                <p class="caption say">{ page.say(describe::caption(shown.play)) }</p>
                <div class="bar">
                    { transport::transport(page, &calls.step) }
                    { leaves(shown) }
                    { amounts::amounts(shown, &Changes { set: &calls.set, typing: &calls.typing }) }
                </div>
                { ask::ask(shown) }
                { charts(shown, places) }
                { words::words(shown) }
            </div>
            { gauges::dose(shown, &calls.set) }
            <div class="more col">
                { closer::closer(shown) }
                { share::share(shown, &calls.save, &calls.copied, places.mural.cast()) }
                { honest(shown) }
                <div class="help-row">{ bindings::help(page, places.dialog) }</div>
            </div>
        </>
    }
}

/// The picture; with `keys` it takes the keyboard.
pub fn picture(shown: &Shown<'_>, calls: &Calls, places: &Places<'_>, keys: bool) -> Html {
    let page = shown.page;
    html! {
        <div
            class="mural"
            role="group"
            tabindex={keys.then_some("0")}
            aria-label={page.say(key::UI_PICTURE)}
            aria-describedby="scene-summary scene-keys-hint"
            onkeydown={keys.then(|| calls.press.clone())}
        >
            <canvas ref={places.mural.clone()} aria-hidden="true" onclick={calls.tap.clone()}></canvas>
            <i class="probe" aria-hidden="true"></i>
            { pins(shown) }
            <p class="region outside" aria-hidden="true">{ page.say(key::UI_OUTSIDE_CELL) }</p>
            <p class="region inside" aria-hidden="true">{ page.say(key::UI_INSIDE_CELL) }</p>
            if keys {
                <p class="sr" id="scene-keys-hint">{ say::ui_picture_hint(&page.words, bindings::HELP) }</p>
            } else {
                <p class="sr" id="scene-summary">{ describe::summary(&page.words, shown.play) }</p>
            }
        </div>
    }
}

/// The names of the states where there is little room.
const SHORT: [Key; 4] = [
    key::UI_CHART_ON_SHORT,
    key::UI_CHART_PARTLY_SHORT,
    key::UI_CHART_BLOCKED,
    key::UI_PLATE_EMPTY,
];

/// The names in the picture; the figures put them where they belong.
fn pins(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let names: [Key; PINS] = [
        key::UI_PLATE_ON_SHORT,
        key::UI_CHART_PARTLY,
        key::UI_PLATE_BLOCKED_SHORT,
        key::UI_PLATE_EMPTY,
        describe::substance_within(shown.play.run().agonist()),
        key::UI_IN_NALTREXONE,
    ];
    html! {
        <div class="pins" aria-hidden="true">
            { for names.into_iter().enumerate().map(|(at, name)| html! {
                <span class={if at < 4 { "pin state" } else { "pin molecule" }}>
                    if let Some(short) = SHORT.get(at) {
                        <span class="in-full">{ page.say(name) }</span>
                        <span class="in-short">{ page.say(*short) }</span>
                    } else {
                        { page.say(name) }
                    }
                </span>
            }) }
        </div>
    }
}

/// The strip of all receptors, counted.
pub fn strip(shown: &Shown<'_>, calls: &Calls, places: &Places<'_>) -> Html {
    let page = shown.page;
    let reading = shown.play.world().reading();
    html! {
        <div class="strip">
            <div class="strip-words col">
                <p>
                    <strong>{ say::ui_whole_patch(&page.words, reading.counts.total()) }</strong>
                    { " " }
                    <span class="counts">
                        { describe::counts(&page.words, shown.partly, reading.counts) }
                    </span>
                </p>
                <p class="clock">{ clock(shown) }</p>
            </div>
            <canvas
                ref={places.strip.clone()}
                aria-hidden="true"
                onclick={calls.strip.clone()}
                onpointerdown={Callback::from(|touch: PointerEvent| hold(&touch))}
                onpointermove={calls.drag.clone()}
            ></canvas>
        </div>
    }
}

/// A finger or mouse that began on the strip goes on moving the large view when it leaves it.
///
/// A finger that goes up or down scrolls the page: the style sheet leaves that to the browser.
fn hold(touch: &PointerEvent) {
    if let Some(strip) = touch.target_dyn_into::<Element>() {
        let _ = strip.set_pointer_capture(touch.pointer_id());
    }
}

/// The live chart and what it shows now.
pub fn charts(shown: &Shown<'_>, places: &Places<'_>) -> Html {
    let page = shown.page;
    let reading = shown.play.world().reading();
    html! {
        <section class="charts" aria-labelledby="scene-chart">
            <h3 class="sr" id="scene-chart">{ page.say(key::UI_LEAF_CHART) }</h3>
            { live::figure(page, places.chart, reading.counts.total()) }
            { gauges::gauges(shown) }
        </section>
    }
}

/// What is simplified, said where it is seen.
fn honest(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    let lines = [
        key::UI_HONEST_SCALE,
        key::UI_HONEST_CLOCK,
        key::UI_HONEST_SAMPLE,
        key::UI_HONEST_PLACE,
        key::UI_HONEST_LONG,
        key::UI_HONEST_LEFT_OUT,
    ];
    html! {
        <details class="sources honest">
            <summary>
                { Icon::Down.draw() }
                <span>{ page.say(key::UI_HONEST) }</span>
            </summary>
            <ul class="items">
                <li>{ clock(shown) }</li>
                { for lines.into_iter().map(|line| html! { <li>{ page.say(line) }</li> }) }
            </ul>
        </details>
    }
}

/// How fast time goes, in words.
fn clock(shown: &Shown<'_>) -> String {
    let words = &shown.page.words;
    let rate = shown.play.run().clock_factor() * shown.scene.pace.factor();
    say::ui_clock(words, number(words, rate).as_str())
}

fn leaf_name(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::Predict => "predict",
        Leaf::Chart => "chart",
        Leaf::Amounts => "amounts",
        Leaf::Words => "words",
    }
}

fn leaf_key(leaf: Leaf) -> Key {
    match leaf {
        Leaf::Predict => key::UI_LEAF_PREDICT,
        Leaf::Chart => key::UI_LEAF_CHART,
        Leaf::Amounts => key::UI_LEAF_AMOUNTS,
        Leaf::Words => key::UI_LEAF_WORDS,
    }
}

fn leaves(shown: &Shown<'_>) -> Html {
    let page = shown.page;
    html! {
        <div class="leaves" role="group" aria-label={page.say(key::UI_LEAVES)}>
            { for Leaf::ALL.into_iter().map(|leaf| html! {
                <button
                    type="button"
                    aria-pressed={(leaf == shown.scene.leaf).to_string()}
                    onclick={act(page, ReceptorSceneAction::LeafChosen(leaf))}
                >
                    { page.say(leaf_key(leaf)) }
                </button>
            }) }
        </div>
    }
}

/// How a phase is called in the markup.
pub fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Asking => "asking",
        Phase::Running => "running",
        Phase::Concluded => "concluded",
    }
}
