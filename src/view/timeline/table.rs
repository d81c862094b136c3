//! The timeline in words, as a table, and as a file of numbers.

use yew::{Html, html};

use super::board::{Board, BoardProps, Now};
use super::deck::form_id;
use super::figures::{BASE, banded, lane, on, time, times, whole, zone};
use crate::content::catalog::{key, say};
use crate::model::lesson::timeline::Span;
use crate::model::lesson::timeline::schedule::DAY;
use crate::view::outside::Saved;
use crate::view::page::Page;

/// Days at which a table has a row, as far as they are shown.
const DAYS: [u16; 17] = [1, 2, 3, 5, 7, 8, 10, 14, 21, 28, 35, 42, 49, 56, 70, 84, 98];

/// What the charts show, in sentences.
pub(super) fn words(page: &Page, now: &[Now<'_>]) -> Html {
    let span = page.lesson.timeline.span;
    html! {
        <div class="tl-words">
            { for now.iter().map(|now| html! { <p data-form={form_id(now.lane)}>{ sentence(page, now, span) }</p> }) }
        </div>
    }
}

/// One form's course in sentences.
pub(super) fn sentence(page: &Page, now: &Now<'_>, span: Span) -> String {
    let words = &page.words;
    let schedule = &page.lesson.timeline.course(now.lane).schedule;
    let missed = schedule.missed_before(span.hours());
    let count = |number: usize| u32::try_from(number).unwrap_or_default();
    let taken = now
        .drawn
        .doses
        .iter()
        .filter(|dose| dose.at.value() < f64::from(span.hours()));
    let [_, first, _] = banded(&now.drawn.trace.at(DAY));
    let Some((hour, lowest)) = now.drawn.trace.lowest() else {
        return String::new();
    };
    let [low, usual, high] = banded(&lowest);
    let mut said = say::ui_lasts_words_doses(
        words,
        &*page.say(lane(now.lane)),
        count(taken.count()),
        u32::from(span.days() / 7),
        count(missed),
    );
    said.push(' ');
    said.push_str(&say::ui_lasts_words_first(words, first, BASE));
    said.push(' ');
    said.push_str(&say::ui_lasts_words_lowest(
        words,
        &*on(page, hour),
        usual,
        BASE,
        low,
        high,
    ));
    if now.drawn.faded.is_empty() {
        said.push(' ');
        said.push_str(&page.say(key::UI_LASTS_NEVER_FADED));
    }
    for (from, to) in &now.drawn.faded {
        said.push(' ');
        let day = |hour: u16| u32::from(hour / DAY);
        said.push_str(&say::ui_lasts_faded_words(words, day(*from), day(*to)));
    }
    said
}

/// The values at sensible times, the moment and the lowest point among them.
pub(super) fn table(page: &Page, now: &[Now<'_>]) -> Html {
    let span = page.lesson.timeline.span;
    let mut hours: Vec<u16> = DAYS.into_iter().map(|day| day * DAY).collect();
    hours.push(6);
    for now in now {
        hours.push(now.hour);
        hours.extend(now.drawn.trace.lowest().map(|(hour, _)| hour));
    }
    hours.retain(|hour| *hour <= span.hours());
    hours.sort_unstable();
    hours.dedup();
    html! {
        <details class="tl-table">
            <summary>{ page.say(key::UI_LASTS_TABLE) }</summary>
            { for now.iter().map(|now| html! {
                <table data-form={form_id(now.lane)}>
                    <caption>{ page.say(lane(now.lane)) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ page.say(key::UI_LASTS_TIME) }</th>
                            <th scope="col">{ say::ui_lasts_share(&page.words, BASE) }</th>
                            <th scope="col">{ page.say(key::UI_LASTS_ZONE) }</th>
                            <th scope="col">{ page.say(key::UI_LASTS_TIMES) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for hours.iter().map(|hour| row(page, now, *hour)) }</tbody>
                </table>
            }) }
        </details>
    }
}

fn row(page: &Page, now: &Now<'_>, hour: u16) -> Html {
    let blockade = now.drawn.trace.at(hour);
    let [low, usual, high] = banded(&blockade);
    let known = now.model.zones.of(blockade.usual.share());
    html! {
        <tr data-hour={hour.to_string()} class={(hour == now.hour).then_some("now")}>
            <th scope="row">{ time(page, hour) }</th>
            <td>{ say::ui_lasts_cell(&page.words, usual, low, high) }</td>
            <td>{ page.say(zone(known)) }</td>
            <td>{ times(blockade.usual) }</td>
        </tr>
    }
}

/// Hands the reader every number that is drawn.
pub(super) fn save(props: &BoardProps, board: &Board) {
    let BoardProps { page, model } = props;
    let mut text =
        "form,hour,blocked,blocked_short,blocked_long,dose_ratio,zone,taken_mg,missed_mg\n"
            .to_owned();
    for (lane, drawn) in board.drawn() {
        let doses = page.lesson.timeline.course(*lane).schedule.doses();
        for (hour, moment) in drawn.trace.moments() {
            text.push_str(form_id(*lane));
            text.push(',');
            decimal(&mut text, hour, 1);
            for blockade in [moment.usual, moment.short, moment.long] {
                text.push(',');
                decimal(&mut text, blockade.share().value(), 6);
            }
            text.push(',');
            decimal(&mut text, moment.usual.dose_ratio(), 4);
            text.push(',');
            let known = model.zones.of(moment.usual.share());
            text.push_str(&page.say(zone(known)));
            for taken in [true, false] {
                let amount = doses
                    .iter()
                    .find(|dose| (f64::from(dose.at) - hour).abs() < 0.1 && dose.taken == taken)
                    .map_or(0, |dose| dose.milligrams);
                text.push(',');
                text.push_str(&amount.to_string());
            }
            text.push('\n');
        }
    }
    page.outside.save.emit(Saved::Text {
        name: "naltrexone-block.csv".to_owned(),
        media_type: "text/csv",
        text,
    });
}

/// A number that is zero or more, with so many decimals.
fn decimal(text: &mut String, number: f64, places: u32) {
    let scale = 10_u32.pow(places);
    let scaled = whole(number * f64::from(scale));
    text.push_str(&(scaled / scale).to_string());
    text.push('.');
    let rest = (scaled % scale + scale).to_string();
    text.push_str(rest.get(1..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_keeps_its_zeros() {
        let written = |number, places| {
            let mut text = String::new();
            decimal(&mut text, number, places);
            text
        };
        assert_eq!(written(0.050_12, 4), "0.0501");
        assert_eq!(written(24.0, 1), "24.0");
        assert_eq!(written(0.999_999_9, 6), "1.000000");
    }
}
