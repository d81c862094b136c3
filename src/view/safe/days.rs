//! How long to be free of opioids first, drawn as days.
//!
//! Nothing is drawn after the last day that may be too soon: an empty square would promise safety.

use yew::{Html, html};

use crate::content::catalog::{Role, Statement, key, say, section};
use crate::view::page::Page;
use crate::view::prose;

/// The width of one day and its gap, in units of the drawing.
const PITCH: u16 = 30;

/// The rows of days with what they mean.
pub(super) fn days(page: &Page) -> Html {
    let placed = section::OPIOID_FREE_FIRST.placed;
    let drawn = |role: Role| matches!(role, Role::Days { .. });
    let rows: Vec<_> = placed
        .iter()
        .filter_map(|placed| match placed.role {
            Role::Days { from, to } => Some((placed.statement, from, to)),
            _ => None,
        })
        .collect();
    let longest = rows.iter().map(|(_, _, to)| *to).max().unwrap_or(1);
    let named: Vec<u8> = rows.iter().flat_map(|(_, from, to)| [*from, *to]).collect();
    html! {
        <>
            { for placed.iter().filter(|p| p.role == Role::Lead).map(|p| prose::paragraph(page, p)) }
            <ul class="dayrows">
                { for rows.iter().map(|(statement, from, to)| row(page, statement, *from, *to, longest)) }
            </ul>
            <p class="axis" aria-hidden="true">
                { for (1..=longest).map(|day| html! { <span>{ mark(page, day, &named) }</span> }) }
            </p>
            <p class="key">
                <span>{ square("M1 1h16v16H1z", "full") }{ page.say(key::UI_DAYS_TOO_SOON) }</span>
                { " " }
                <span>
                    { square("M2 2h14v14H2zM5 13l8-8", "may") }{ page.say(key::UI_DAYS_MAYBE) }
                </span>
            </p>
            { for placed
                .iter()
                .filter(|p| p.role != Role::Lead && !drawn(p.role))
                .map(|p| prose::paragraph(page, p)) }
        </>
    }
}

fn row(page: &Page, statement: &Statement, from: u8, to: u8, longest: u8) -> Html {
    let words = say::ui_days_words(&page.words, u32::from(from), u32::from(to));
    let squares = (0..to).map(|day| {
        let x = u16::from(day) * PITCH;
        if day < from {
            html! { <path class="full" d={format!("M{} 1h27v27h-27z", x + 2)} /> }
        } else {
            html! { <path class="may" d={format!("M{} 2h25v25h-25zM{} 22l15-15", x + 3, x + 8)} /> }
        }
    });
    html! {
        <li data-statement={statement.id}>
            <p>{ prose::statement(page, statement) }</p>
            <svg
                class="days"
                viewBox={format!("0 0 {} 29", u16::from(longest) * PITCH)}
                role="img"
                aria-label={words}
            >
                { for squares }
            </svg>
        </li>
    }
}

fn mark(page: &Page, day: u8, named: &[u8]) -> String {
    if day == 1 {
        say::ui_days_axis(&page.words, 1)
    } else if named.contains(&day) {
        day.to_string()
    } else {
        String::new()
    }
}

fn square(path: &'static str, class: &'static str) -> Html {
    html! {
        <svg class="day" viewBox="0 0 18 18" aria-hidden="true"><path class={class} d={path} /></svg>
    }
}
