//! What can be picked with one tap: a form, a plan, what happens, how much time is shown.

use web_sys::HtmlSelectElement;
use yew::{Event, Html, TargetCast, classes, html};

use super::figures;
use crate::content::catalog::{key, say};
use crate::content::text::Key;
use crate::model::lesson::Action;
use crate::model::lesson::timeline::schedule::Plan;
use crate::model::lesson::timeline::{Lane, Preset, Shown, Span, TimelineAction};
use crate::view::icon::Icon;
use crate::view::page::Page;

/// Everything that can be picked.
pub(super) fn picks(page: &Page) -> Html {
    let timeline = &page.lesson.timeline;
    html! {
        <div class="tl-picks">
            { group(page, Some("tl-forms"), key::UI_LASTS_SHOW, &Shown::ALL.map(|shown| Pick {
                label: page.say(match shown {
                    Shown::Tablet => key::UI_LASTS_TABLET,
                    Shown::Injection => key::UI_LASTS_INJECTION,
                    Shown::Both => key::UI_LASTS_BOTH,
                }).to_string(),
                picked: timeline.shown == shown,
                action: TimelineAction::ShownChosen(shown),
            })) }
            { group(page, Some("tl-happens"), key::UI_LASTS_HAPPENS, &Preset::of(timeline.shown).iter().map(|preset| Pick {
                label: page.say(happening(*preset)).to_string(),
                picked: timeline.preset == Some(*preset),
                action: TimelineAction::PresetChosen(*preset),
            }).collect::<Vec<_>>()) }
            { happenings(page) }
        </div>
    }
}

/// What happens, as a list where the buttons do not fit.
fn happenings(page: &Page) -> Html {
    let timeline = &page.lesson.timeline;
    let offered = Preset::of(timeline.shown);
    let on_action = page.on_action.clone();
    let choosing = move |chosen: Event| {
        let list = chosen.target_dyn_into::<HtmlSelectElement>();
        let index = list.and_then(|list| usize::try_from(list.selected_index()).ok());
        if let Some(preset) = index.and_then(|index| offered.get(index)) {
            on_action.emit(Action::Timeline(TimelineAction::PresetChosen(*preset)));
        }
    };
    html! {
        <label class="tl-list">
            <span>{ page.say(key::UI_LASTS_HAPPENS) }</span>
            <span class="select">
                <select onchange={choosing}>
                    { for offered.iter().map(|preset| html! {
                        <option selected={timeline.preset == Some(*preset)}>{ page.say(happening(*preset)) }</option>
                    }) }
                    if timeline.preset.is_none() {
                        <option selected={true}>{ page.say(key::UI_LASTS_OWN) }</option>
                    }
                </select>
                { Icon::Down.draw() }
            </span>
        </label>
    }
}

/// What is picked less often.
pub(super) fn further(page: &Page) -> Html {
    let timeline = &page.lesson.timeline;
    html! {
        <div class="tl-picks">
            { for timeline.shown.lanes().iter().map(|lane| group(page, None, match lane {
                Lane::Tablet => key::UI_LASTS_PLAN_TABLET,
                Lane::Injection => key::UI_LASTS_PLAN_INJECTION,
            }, &Plan::of(*lane).iter().map(|plan| Pick {
                label: page.say(plan_name(*plan)).to_string(),
                picked: timeline.course(*lane).plan == *plan,
                action: TimelineAction::PlanChosen(*plan),
            }).collect::<Vec<_>>())) }
            { group(page, None, key::UI_LASTS_SPAN, &Span::ALL.map(|span| Pick {
                label: say::ui_lasts_weeks(&page.words, u32::from(span.days() / 7)),
                picked: timeline.span == span,
                action: TimelineAction::SpanChosen(span),
            })) }
        </div>
    }
}

/// The name of a lane with what was planned for it.
pub(super) fn lane_name(page: &Page, lane: Lane) -> Html {
    let plan = page.lesson.timeline.course(lane).plan;
    html! {
        <p class="tl-name">
            <b>{ page.say(figures::lane(lane)) }</b>
            { " " }
            <span>{ page.say(plan_name(plan)) }</span>
        </p>
    }
}

struct Pick {
    label: String,
    picked: bool,
    action: TimelineAction,
}

fn group(page: &Page, class: Option<&'static str>, name: Key, picks: &[Pick]) -> Html {
    html! {
        <div class={classes!("tl-group", class)} role="group" aria-label={page.say(name)}>
            <span class="tl-group-name" aria-hidden="true">{ page.say(name) }</span>
            <div class="tl-row">
                { for picks.iter().map(|pick| html! {
                    <button
                        type="button"
                        class="tl-pick"
                        aria-pressed={if pick.picked { "true" } else { "false" }}
                        onclick={page.act(Action::Timeline(pick.action))}
                    >
                        { &pick.label }
                    </button>
                }) }
            </div>
        </div>
    }
}

fn happening(preset: Preset) -> Key {
    match preset {
        Preset::AsPlanned => key::UI_LASTS_AS_PLANNED,
        Preset::OneTabletMissed => key::UI_LASTS_ONE_TABLET,
        Preset::ThreeTabletsMissed => key::UI_LASTS_THREE_TABLETS,
        Preset::InjectionLate => key::UI_LASTS_LATE,
        Preset::InjectionMissed => key::UI_LASTS_INJECTION_MISSED,
        Preset::Stopped => key::UI_LASTS_STOPPED,
    }
}

fn plan_name(plan: Plan) -> Key {
    match plan {
        Plan::OneTablet => key::UI_LASTS_PLAN_ONE_TABLET,
        Plan::DailyTablets => key::UI_LASTS_PLAN_DAILY,
        Plan::WatchedTablets => key::UI_LASTS_PLAN_WATCHED,
        Plan::OneInjection => key::UI_LASTS_PLAN_ONE_INJECTION,
        Plan::MonthlyInjections => key::UI_LASTS_PLAN_MONTHLY,
    }
}
