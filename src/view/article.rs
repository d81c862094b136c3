//! A part as running text: headings, paragraphs and lists straight from the content.

use yew::{Html, html};

use super::page::Page;
use super::{cited, prose};
use crate::content::catalog::{PartContent, Placed, Role, Section};

/// Every section of a part, one after another.
pub fn article(page: &Page, part: &'static PartContent) -> Html {
    html! { <div class="article">{ for part.sections.iter().map(|s| section(page, s)) }</div> }
}

fn section(page: &Page, section: &'static Section) -> Html {
    let mut blocks = Vec::new();
    let mut rest = section.placed;
    while let Some((first, after)) = rest.split_first() {
        let run = rest
            .iter()
            .take_while(|placed| is_listed(placed) && placed.role == first.role)
            .count();
        if run == 0 {
            blocks.push(single(page, first));
            rest = after;
        } else {
            let (listed, after) = rest.split_at(run);
            blocks.push(html! {
                <ul class="items">
                    { for listed.iter().map(|placed| html! {
                        <li data-statement={placed.statement.id}>
                            { prose::statement(page, placed.statement) }
                        </li>
                    }) }
                </ul>
            });
            rest = after;
        }
    }
    html! {
        <section class="block" aria-labelledby={section.id}>
            <h3 id={section.id} tabindex="-1">{ page.say(section.heading) }</h3>
            { for blocks }
            { cited::sources(page, section.placed.iter().map(|placed| placed.statement)) }
        </section>
    }
}

fn is_listed(placed: &Placed) -> bool {
    matches!(placed.role, Role::Item | Role::Sign)
}

fn single(page: &Page, placed: &Placed) -> Html {
    let class = match placed.role {
        Role::Lead => "lead",
        Role::Figure => "figure",
        Role::Note => "note",
        Role::Pull => "pull",
        Role::Warning => "warning",
        _ => "plain",
    };
    html! {
        <p class={class} data-statement={placed.statement.id}>
            { prose::statement(page, placed.statement) }
        </p>
    }
}
