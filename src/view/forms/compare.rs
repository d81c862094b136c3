//! Tablet and injection side by side: a table, or two lists where a table does not fit.

use yew::{AttrValue, Html, html};

use super::{card, content_of};
use crate::content::catalog::{Form, Statement, key, statement};
use crate::content::text::Key;
use crate::model::lesson::forms::FormKind;
use crate::view::page::Page;
use crate::view::{cited, prose};

/// The questions that are compared.
const ROWS: [Key; 14] = [
    key::TOPIC_WHAT,
    key::TOPIC_STRENGTH,
    key::TOPIC_WHO_GIVES,
    key::TOPIC_HOW_OFTEN,
    key::UI_FORMS_BLOCKS,
    key::TOPIC_MISSED_DOSE,
    key::TOPIC_BEFORE_FIRST,
    key::TOPIC_VISIT,
    key::TOPIC_STOPPING,
    key::TOPIC_PAIN_RELIEF,
    key::TOPIC_WEIGH,
    key::TOPIC_USES,
    key::TOPIC_STORING,
    key::TOPIC_STATUS,
];

/// One of the two.
struct Side {
    form: &'static Form,
    /// For how many days one dose blocks, as `last` says.
    days: u16,
    last: &'static Statement,
}

impl Side {
    fn answers(&self, row: Key) -> Vec<&'static Statement> {
        if row == key::UI_FORMS_BLOCKS {
            return vec![self.last];
        }
        let topic = self.form.topics.iter().find(|topic| topic.heading == row);
        topic.map_or_else(Vec::new, |topic| topic.statements.to_vec())
    }
}

/// The comparison.
pub(super) fn compare(page: &Page) -> Html {
    let (Some(tablet), Some(injection)) = (
        content_of(FormKind::Tablet),
        content_of(FormKind::Injection),
    ) else {
        return Html::default();
    };
    let sides = [
        Side {
            form: tablet,
            days: 1,
            last: &statement::LAST_TABLET,
        },
        Side {
            form: injection,
            days: 28,
            last: &statement::LAST_INJECTION_BLOCK,
        },
    ];
    let said = sides
        .iter()
        .flat_map(|side| ROWS.into_iter().flat_map(|row| side.answers(row)));
    html! {
        <section class="fm-compare col" aria-labelledby="fm-compare">
            <div class="fm-card-head">
                <h3 id="fm-compare" tabindex="-1">{ page.say(key::UI_FORMS_COMPARED) }</h3>
                <button type="button" class="btn primary" onclick={card::fading(page, "both")}>
                    { page.say(key::UI_FORMS_FADE_BOTH) }
                </button>
            </div>
            <table>
                <thead>
                    <tr>{ for sides.iter().map(|side| html! { <th scope="col">{ page.say(side.form.name) }</th> }) }</tr>
                </thead>
                { for ROWS.map(|row| html! {
                    <tbody>
                        <tr><th colspan="2" scope="rowgroup">{ page.say(row) }</th></tr>
                        <tr>{ for sides.iter().map(|side| html! { <td>{ answer(page, side, row) }</td> }) }</tr>
                    </tbody>
                }) }
            </table>
            <div class="fm-lists">
                { for sides.iter().map(|side| html! {
                    <>
                        <h4>{ page.say(side.form.name) }</h4>
                        <dl class="topics">
                            { for ROWS.map(|row| html! {
                                <div><dt>{ page.say(row) }</dt><dd>{ answer(page, side, row) }</dd></div>
                            }) }
                        </dl>
                    </>
                }) }
            </div>
            { cited::sources(page, key::UI_FORMS_COMPARED, said, &[]) }
        </section>
    }
}

fn answer(page: &Page, side: &Side, row: Key) -> Html {
    html! {
        <>
            if row == key::UI_FORMS_BLOCKS { { squares(side.days) } }
            { for side.answers(row).into_iter().map(|statement| html! {
                <p data-statement={statement.id}>{ prose::statement(page, statement) }</p>
            }) }
        </>
    }
}

/// One square for each day, a week in a row.
fn squares(days: u16) -> Html {
    let drawn = (0..days).map(|day| {
        let (x, y) = (day % 14 * 15 + 1, day / 14 * 15 + 1);
        format!("M{x} {y}h12v12h-12z")
    });
    let path: String = drawn.collect();
    let height = days.div_ceil(14) * 15;
    html! {
        <svg class="fm-days" viewBox={AttrValue::from(format!("0 0 210 {height}"))} aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
