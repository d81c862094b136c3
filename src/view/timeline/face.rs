//! What the board shows: charts, the moment below them, doses, danger, words.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::html::Scope;
use yew::{Callback, Context, Html, InputEvent, KeyboardEvent, PointerEvent, TargetCast, html};

use super::board::{Board, Now, Touched};
use super::figures::{BASE, banded, lane, on, percent, time, zone};
use super::plot::Plot;
use super::still::{Still, What};
use super::{deck, doses, picks, plot};
use crate::content::catalog::{key, say, section, source};
use crate::model::lesson::timeline::TimelineAction;
use crate::model::lesson::timeline::schedule::{DAY, GRID};
use crate::model::lesson::{Action, Part};
use crate::view::page::Page;
use crate::view::{cited, keyboard, prose};

/// Everything.
pub(super) fn face(board: &Board, ctx: &Context<Board>, now: &[Now<'_>]) -> Html {
    let page = &ctx.props().page;
    let alone = now.len() == 1;
    let still =
        |what| html! { <Still page={page.clone()} model={ctx.props().model.clone()} {what} /> };
    html! {
        <div class="tl" onkeydown={undoing(page)}>
            <div class="col">
                { still(What::Picks) }
                <p class="note">{ say::ui_lasts_caption(&page.words, BASE) }</p>
                <div class="tl-chart" dir="ltr">
                    { for now.iter().enumerate().map(|(at, now)| chart(board, ctx, now, at == 0)) }
                    { scale(board, ctx, now) }
                </div>
                { stepper(ctx, now) }
                <div class="tl-deck">{ for now.iter().map(|now| deck::reading(page, now, alone)) }</div>
            </div>
            <div class="tl-cell">{ for now.iter().map(|now| deck::hundred(page, now, alone, &still)) }</div>
            <div class="col tl-more">
                <div>{ still(What::Doses) }</div>
                { still(What::Squares(board.settled())) }
            </div>
            { still(What::Alive) }
            <section class="sect ruled col" aria-labelledby="tl-words">
                <h3 id="tl-words">{ page.say(key::UI_LASTS_WORDS) }</h3>
                <div>
                    { still(What::Table(board.settled())) }
                    <div class="row">
                        <button type="button" class="btn" onclick={ctx.link().callback(|_| Touched::Saved)}>
                            { page.say(key::UI_LASTS_SAVE) }
                        </button>
                        <button type="button" class="btn" onclick={copying(page)}>
                            { page.say(key::UI_LASTS_SHARE_LINK) }
                        </button>
                    </div>
                    { still(What::Sources) }
                </div>
            </section>
            <p class="sr" role="status">{ for now.iter().map(|now| lowest(page, now)) }</p>
        </div>
    }
}

fn chart(board: &Board, ctx: &Context<Board>, now: &Now<'_>, first: bool) -> Html {
    let page = &ctx.props().page;
    let timeline = &page.lesson.timeline;
    let (link, lane) = (ctx.link(), now.lane);
    let chosen = timeline.dose().filter(|(known, _)| *known == lane);
    let schedule = board.schedule(page, lane);
    let through = percent(f64::from(now.hour), f64::from(timeline.span.hours()));
    let plot = Plot {
        drawn: now.drawn,
        span: timeline.span,
        hour: now.hour,
        now: &now.blockade,
        zones: &now.model.zones,
        after: now.drawn.after(now.model, now.hour, timeline.span),
        named: first,
    };
    let on_moment = link.callback(|touch: PointerEvent| {
        hold(&touch, ".tl-plot");
        Touched::MomentHeld(f64::from(touch.client_x()))
    });
    let on_dose = link.callback(move |touch: PointerEvent| {
        hold(&touch, ".tl-marks");
        Touched::DoseHeld(lane, f64::from(touch.client_x()))
    });
    html! {
        <div class="tl-lane" key={deck::form_id(lane)}>
            { picks::lane_name(page, lane) }
            { plot::shares() }
            <div
                class="tl-plot"
                onpointerdown={on_moment}
                onpointermove={moving(link)}
                onpointerup={settling(link)}
                onpointercancel={settling(link)}
            >
                { plot.draw(page) }
            </div>
            { plot::zone_names(page, &now.model.zones) }
            <div
                class="tl-marks"
                onpointerdown={on_dose}
                onpointermove={moving(link)}
                onpointerup={settling(link)}
                onpointercancel={settling(link)}
            >
                <svg class="tl-through" aria-hidden="true" focusable="false"><line class="tl-now" x1={through.clone()} x2={through} y1="-8" y2="52" /></svg>
                <Still page={page.clone()} model={ctx.props().model.clone()} what={What::Marks(lane, schedule, chosen.map(|(_, dose)| dose))} />
            </div>
        </div>
    }
}

/// The days, and the moment as a slider over them.
fn scale(board: &Board, ctx: &Context<Board>, now: &[Now<'_>]) -> Html {
    let page = &ctx.props().page;
    let span = page.lesson.timeline.span;
    let hour = now.first().map_or(0, |now| now.hour);
    let link = ctx.link();
    let sliding = link.callback(|input: InputEvent| {
        let value = input
            .target_dyn_into::<HtmlInputElement>()
            .map(|slider| slider.value());
        Touched::Scrubbed(
            value
                .and_then(|value| value.parse().ok())
                .unwrap_or_default(),
        )
    });
    let step = i32::from(if span.days() > 21 { DAY } else { GRID });
    let week = i32::from(7 * DAY);
    let pressing = link.batch_callback(move |press: KeyboardEvent| {
        let to = match press.key().as_str() {
            "ArrowRight" | "ArrowUp" => Touched::Stepped(step),
            "ArrowLeft" | "ArrowDown" => Touched::Stepped(-step),
            "PageUp" => Touched::Stepped(week),
            "PageDown" => Touched::Stepped(-week),
            "Home" => Touched::Scrubbed(0),
            "End" => Touched::Scrubbed(span.hours()),
            _ => return None,
        };
        press.prevent_default();
        Some(to)
    });
    html! {
        <div class="tl-time">
            <input
                type="range"
                class="tl-slider"
                min="0"
                max={span.hours().to_string()}
                step={GRID.to_string()}
                value={hour.to_string()}
                aria-label={page.say(key::UI_LASTS_SLIDER)}
                aria-valuetext={value_text(page, now)}
                oninput={sliding}
                onkeydown={pressing}
                onkeyup={link.callback(|_| Touched::Settled)}
                onchange={link.callback(|_| Touched::Settled)}
            />
            <div class="tl-scale" ref={board.scale.clone()}>{ plot::days(page, span) }</div>
        </div>
    }
}

/// The moment in words: time, share and zone of every form that is shown.
fn value_text(page: &Page, now: &[Now<'_>]) -> String {
    let mut said = now
        .first()
        .map(|now| time(page, now.hour))
        .unwrap_or_default();
    said.push('.');
    for now in now {
        let [_, usual, _] = banded(&now.blockade);
        let known = now.model.zones.of(now.blockade.usual.share());
        said.push(' ');
        said.push_str(&say::ui_lasts_value(
            &page.words,
            &*page.say(lane(now.lane)),
            usual,
            BASE,
            &*page.say(zone(known)),
        ));
        if now.faded {
            said.push(' ');
            said.push_str(&page.say(key::UI_LASTS_DANGER));
            said.push('.');
        }
    }
    said
}

/// A day back, a day on, and straight to where fewest receptors are blocked.
fn stepper(ctx: &Context<Board>, now: &[Now<'_>]) -> Html {
    let page = &ctx.props().page;
    let hour = now.first().map_or(0, |now| now.hour);
    let last = page.lesson.timeline.span.hours();
    let to = |hour: u16| page.act(Action::Timeline(TimelineAction::MomentPicked(hour)));
    html! {
        <div class="tl-moment">
            { doses::arrow("M14.5 5.5 8 12l6.5 6.5", &page.say(key::UI_LASTS_DAY_BEFORE), hour == 0, to(hour.saturating_sub(DAY))) }
            <p class="tl-day">{ time(page, hour) }</p>
            { doses::arrow("M9.5 5.5 16 12l-6.5 6.5", &page.say(key::UI_LASTS_DAY_AFTER), hour == last, to((hour + DAY).min(last))) }
            { for now.iter().filter_map(|now| now.drawn.trace.lowest().map(|(at, _)| html! {
                <button type="button" class="tl-lowest" onclick={to(at)}>{ lowest(page, now) }</button>
            })) }
        </div>
    }
}

/// Where fewest receptors of a form are blocked.
fn lowest(page: &Page, now: &Now<'_>) -> String {
    let Some((hour, lowest)) = now.drawn.trace.lowest() else {
        return String::new();
    };
    let [_, usual, _] = banded(&lowest);
    say::ui_lasts_lowest(
        &page.words,
        &*page.say(lane(now.lane)),
        usual,
        BASE,
        &*on(page, hour),
    )
}

/// The moment of danger, and what keeps people alive.
pub(super) fn alive(page: &Page) -> Html {
    let danger = &section::DANGER_MOMENT;
    html! {
        <section class="urgent tl-alive col" aria-labelledby={danger.id}>
            { prose::heading(page, danger) }
            { prose::paragraphs(page, danger) }
            <h4>{ page.say(key::UI_LASTS_ALIVE) }</h4>
            <ul class="signs">{ prose::entries(page, &section::KEEPS_ALIVE) }</ul>
            { cited::sections(page, &[danger, &section::KEEPS_ALIVE]) }
        </section>
    }
}

/// Who measured what the curves are drawn from.
pub(super) fn sources(page: &Page) -> Html {
    cited::sources(
        page,
        key::UI_LASTS_WORDS,
        std::iter::empty(),
        &[
            &source::RABINER_2011,
            &source::LEE_1988,
            &source::WEERTS_2008,
            &source::DUNBAR_2007,
            &source::VIVITROL_LABEL,
            &source::REVIA_LABEL,
        ],
    )
}

/// Takes the last change back at the usual keys.
fn undoing(page: &Page) -> Callback<KeyboardEvent> {
    let on_action = page.on_action.clone();
    Callback::from(move |press: KeyboardEvent| {
        if (press.ctrl_key() || press.meta_key()) && press.key() == "z" {
            press.prevent_default();
            on_action.emit(Action::Timeline(TimelineAction::Undone));
        }
    })
}

/// Copies the address that opens what stands here.
fn copying<E>(page: &Page) -> Callback<E> {
    let outside = page.outside.clone();
    let detail = page.lesson.timeline.address();
    Callback::from(move |_| {
        let address = outside.address.emit((Part::HowLongItLasts, detail.clone()));
        outside.copy.emit(address);
    })
}

fn moving(link: &Scope<Board>) -> Callback<PointerEvent> {
    link.callback(|touch: PointerEvent| Touched::Moved(f64::from(touch.client_x())))
}

fn settling(link: &Scope<Board>) -> Callback<PointerEvent> {
    link.callback(|_| Touched::Settled)
}

/// Keeps a pointer with what it went down on.
fn hold(touch: &PointerEvent, selector: &str) {
    let held = touch
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest(selector).ok().flatten());
    if let Some(element) = held {
        // A pointer that cannot be kept still moves while it is above.
        let _ = element.set_pointer_capture(touch.pointer_id());
        // The keyboard goes on from where the pointer leaves off.
        let board = element.closest(".tl").ok().flatten();
        keyboard::focus(board.and_then(|board| board.query_selector(".tl-slider").ok().flatten()));
    }
}
