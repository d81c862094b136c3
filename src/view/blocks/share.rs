//! The number of a run, its link, and what can be taken home of it.

use std::fmt::Write;

use web_sys::{FocusEvent, HtmlCanvasElement, HtmlInputElement};
use yew::{Callback, Html, TargetCast, html};

use super::act;
use super::shown::Shown;
use crate::content::catalog::{key, say};
use crate::content::describe::Numbers;
use crate::model::lesson::conditions::Play;
use crate::model::lesson::receptor_scene::ReceptorSceneAction;
use crate::model::lesson::{Part, link};
use crate::view::outside::Saved;

/// The run as something to keep: its number, its link, its numbers and its picture.
pub fn share(
    shown: &Shown<'_>,
    on_save: &Callback<()>,
    on_copied: &Callback<()>,
    picture: Option<HtmlCanvasElement>,
) -> Html {
    let page = shown.page;
    let run = shown.play.run();
    let address = page
        .outside
        .address
        .emit((Part::HowItBlocks, link::encode(run)));
    let number = run.seed().to_string();
    let copied = {
        let (copy, address) = (page.outside.copy.clone(), address.clone());
        let copied = on_copied.clone();
        move |_| {
            copy.emit(address.clone());
            copied.emit(());
        }
    };
    let saved = {
        let save = page.outside.save.clone();
        let name = [&*number, ".png"].concat();
        move |_| {
            if let Some(canvas) = picture.clone() {
                save.emit(Saved::Picture {
                    name: name.clone(),
                    canvas,
                });
            }
        }
    };
    html! {
        <section class="share" aria-labelledby="scene-run">
            <h3 class="label" id="scene-run">
                { say::ui_run(&page.words, &*number) }
            </h3>
            <p class="note">{ page.say(key::UI_SAME_RUN) }</p>
            <div class="row">
                <button
                    type="button"
                    class="btn"
                    onclick={act(page, ReceptorSceneAction::Replayed(run.clone()))}
                >
                    { page.say(key::UI_REPLAY) }
                </button>
                <button type="button" class="btn" onclick={act(page, ReceptorSceneAction::Renumbered)}>
                    { page.say(key::UI_NEW_RUN) }
                </button>
            </div>
            <label class="link">
                <span>{ page.say(key::UI_SHARE_LINK) }</span>
                <input type="text" readonly={true} value={address} onfocus={|focus: FocusEvent| select_all(&focus)} />
            </label>
            <div class="row">
                <button type="button" class="btn" onclick={copied}>{ page.say(key::UI_COPY) }</button>
                <button type="button" class="btn" onclick={on_save.reform(|_| ())}>
                    { page.say(key::UI_DOWNLOAD_NUMBERS) }
                </button>
                <button type="button" class="btn" onclick={saved}>
                    { page.say(key::UI_DOWNLOAD_PICTURE) }
                </button>
            </div>
        </section>
    }
}

fn select_all(focus: &FocusEvent) {
    if let Some(field) = focus.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

/// The readings of a run as comma-separated values.
pub fn table(play: &Play) -> Saved {
    let mut text = String::from(
        "tick,seconds,on,blocked,empty,on_expected,blocked_expected,empty_expected,signal,signal_expected,effect,effect_expected\n",
    );
    let length = play.world().tick_length();
    for reading in play.readings() {
        let numbers = Numbers::of(reading);
        let shares = reading.expected;
        let all = f64::from(numbers.all);
        // Writing into a text cannot fail.
        let _ = writeln!(
            text,
            "{},{:.1},{},{},{},{:.3},{:.3},{:.3},{:.4},{:.4},{:.4},{:.4}",
            reading.tick,
            crate::content::describe::seconds(reading.tick, length),
            numbers.on.counted,
            numbers.blocked.counted,
            numbers.empty.counted,
            shares.agonist() * all,
            shares.antagonist() * all,
            shares.free() * all,
            reading.answer.signal,
            reading.expected_answer.signal,
            reading.answer.effect,
            reading.expected_answer.effect,
        );
    }
    Saved::Text {
        name: [&*play.run().seed().to_string(), ".csv"].concat(),
        media_type: "text/csv",
        text,
    }
}
