//! The presenter's notes, in a window of their own: they follow the wall and can lead it.

use yew::{Callback, Component, Context, Html, MouseEvent, Properties, html};

use super::channel::{self, Channel, Said};
use super::countdown::Seconds;
use crate::content::catalog::{StepWords, TOURS, key, say};
use crate::content::text::Key;
use crate::model::lesson::receptor_scene::Phase;
use crate::view::page::Page;
use crate::view::quiz::LETTERS;

/// What the notes are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NotesProps {
    /// The page.
    pub(super) page: Page,
    /// The name of the part.
    pub(super) title: Key,
}

/// The notes.
pub(super) struct Notes {
    channel: Option<Channel>,
    wall: Option<channel::Wall>,
}

impl Component for Notes {
    type Message = Said;
    type Properties = NotesProps;

    fn create(ctx: &Context<Self>) -> Self {
        let channel = Channel::new(ctx.link().callback(|said| said));
        if let Some(channel) = &channel {
            channel.say(&Said::Hello);
        }
        Self {
            channel,
            wall: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, said: Said) -> bool {
        match said {
            Said::Here(wall) => self.wall = Some(wall),
            // Answered by the wall, not by other notes.
            Said::Hello => return false,
            lead => {
                if let Some(channel) = &self.channel {
                    channel.say(&lead);
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let NotesProps { page, title } = ctx.props();
        let known = self.wall.and_then(|wall| {
            let words = TOURS.get(wall.taken)?;
            let plan = page.lesson.tour.plans.get(wall.taken)?;
            Some((wall, words, plan.minutes))
        });
        html! {
            <div class="tr-notes">
                <h2 class="sr" id="lesson-title" tabindex="-1">{ page.say(*title) }</h2>
                <div class="tr-notes-head">
                    <h3>{ page.say(key::UI_TOUR_NOTES) }</h3>
                    { for known.iter().map(|(_, words, minutes)| html! {
                        <>
                            <p>{ page.say(words.name) }</p>
                            <p class="tr-time">
                                <Seconds page={page.clone()} />
                                { " " }
                                { say::ui_tour_notes_of(&page.words, u32::from(*minutes)) }
                            </p>
                        </>
                    }) }
                </div>
                if let Some((wall, words, _)) = known {
                    { step(ctx, page, wall, words.steps) }
                } else {
                    <p class="tr-alone">{ page.say(key::UI_TOUR_NOTES_ALONE) }</p>
                }
            </div>
        }
    }
}

fn lead(ctx: &Context<Notes>, said: Said) -> Callback<MouseEvent> {
    ctx.link().callback(move |_| said)
}

fn step(ctx: &Context<Notes>, page: &Page, wall: channel::Wall, steps: &[StepWords]) -> Html {
    let Some(words) = steps.get(wall.at) else {
        return html! {
            <>
                <p class="tr-alone">{ page.say(key::UI_TOUR_END) }</p>
                <button type="button" class="btn" onclick={lead(ctx, Said::Back)}>{ page.say(key::UI_TOUR_BACK) }</button>
            </>
        };
    };
    let phase = match wall.phase {
        Phase::Asking => key::UI_TOUR_PREDICT,
        Phase::Running => key::UI_TOUR_WATCH,
        Phase::Concluded => key::UI_TOUR_EXPLAIN,
    };
    let label = match wall.phase {
        Phase::Asking => key::UI_TOUR_NEXT_PLAY,
        Phase::Running => key::UI_TOUR_NEXT_END,
        Phase::Concluded => key::UI_TOUR_NEXT_STEP,
    };
    let told = |heading: Key, text: Key, class: &'static str| {
        html! { <><h4 class="label">{ page.say(heading) }</h4><p {class}>{ page.say(text) }</p></> }
    };
    let [at, all] =
        [wall.at + 1, steps.len()].map(|number| u32::try_from(number).unwrap_or_default());
    html! {
        <>
            <div class="tr-notes-body">
                <div>
                    <h4 class="label">{ page.say(key::UI_TOUR_NOTES_WALL) }</h4>
                    <p class="tr-now">
                        <strong>{ page.say(words.name) }</strong>
                        <span>{ say::ui_tour_at(&page.words, at, all, &*page.say(phase)) }</span>
                        <span>{ page.say(words.ask) }</span>
                    </p>
                    { told(key::UI_TOUR_NOTES_SAY, words.say, "tr-say") }
                    { told(key::UI_TOUR_NOTES_LISTEN, words.listen, "") }
                    { told(key::UI_TOUR_NOTES_WATCH, words.watch, "") }
                </div>
                <div class="tr-notes-side">
                    <h4 class="label">{ page.say(key::UI_TOUR_NOTES_HANDS) }</h4>
                    <ul>
                        { for (0_u8..).zip(words.choices).zip(wall.hands).map(|((at, (text, _)), count)| hands(ctx, page, at, *text, count)) }
                    </ul>
                    { for steps.get(wall.at + 1).map(|next| told(key::UI_TOUR_NOTES_NEXT, next.name, "")) }
                </div>
            </div>
            <div class="row tr-notes-foot">
                <button type="button" class="btn" onclick={lead(ctx, Said::Back)}>{ page.say(key::UI_TOUR_BACK) }</button>
                <button type="button" class="btn primary" onclick={lead(ctx, Said::On)}>{ page.say(label) }</button>
                <button type="button" class="btn" aria-pressed={wall.dark.to_string()} onclick={lead(ctx, Said::Dark)}>{ page.say(key::UI_TOUR_BLANK) }</button>
            </div>
        </>
    }
}

fn hands(ctx: &Context<Notes>, page: &Page, at: u8, text: Key, count: u16) -> Html {
    let answer = page.say(text);
    html! {
        <li>
            <p><b aria-hidden="true">{ LETTERS.get(usize::from(at)).copied().unwrap_or_default() }</b>{ answer.clone() }</p>
            <div class="row">
                <button type="button" class="btn icon-only" aria-label={say::ui_tour_notes_less(&page.words, &*answer)} onclick={lead(ctx, Said::Lower(at))}>{ "−" }</button>
                <strong>{ count }</strong>
                <button type="button" class="btn icon-only" aria-label={say::ui_tour_notes_more(&page.words, &*answer)} onclick={lead(ctx, Said::Raise(at))}>{ "+" }</button>
            </div>
        </li>
    }
}
