//! The same step and run for every student: a link, or where there is none, a short code to type.

use qrcodegen::{QrCode, QrCodeEcc};
use yew::{Html, html};

use super::act;
use crate::content::catalog::{self, key, say};
use crate::model::lesson::Part;
use crate::model::lesson::tour::TourAction;
use crate::view::page::Page;

/// Light modules round the code.
const QUIET: u32 = 4;

/// The link and its code.
pub(super) fn code(page: &Page) -> Html {
    let tour = &page.lesson.tour;
    let short = tour.detail().unwrap_or_default();
    let address = page.outside.address.emit((Part::Lesson, short.clone()));
    // A file has no address that another device could open.
    let linked = address.starts_with("http");
    let text = if linked { address } else { short };
    let name = super::words(page).map(|step| page.say(step.name));
    let step = u32::try_from(tour.at + 1).unwrap_or_default();
    let seed = tour.scene.run.seed().to_string();
    let part = catalog::part(Part::Lesson.id()).map(|part| page.say(part.name));
    let copy = page.outside.copy.clone();
    let copied = text.clone();
    html! {
        <section class="tr-code col" aria-labelledby="tour-ask">
            { picture(page, &text) }
            <div>
                <h4 id="tour-ask" tabindex="-1">{ page.say(key::UI_TOUR_CODE_TITLE) }</h4>
                if !linked {
                    <p>{ say::ui_tour_code_file(&page.words, part.as_deref().unwrap_or_default()) }</p>
                }
                <p class="tr-address"><bdi>{ text }</bdi></p>
                { for name.map(|name| html! { <p>{ say::ui_tour_code_says(&page.words, &*name, step, &*seed) }</p> }) }
                <div class="row">
                    <button type="button" class="btn" onclick={move |_| copy.emit(copied.clone())}>
                        { page.say(if linked { key::UI_TOUR_COPY } else { key::UI_TOUR_COPY_CODE }) }
                    </button>
                    <button type="button" class="btn primary" onclick={act(page, TourAction::CodeToggled)}>
                        { page.say(key::UI_TOUR_CLOSE) }
                    </button>
                </div>
                <p class="note">{ page.say(key::UI_TOUR_CODE_LOCAL) }</p>
            </div>
        </section>
    }
}

fn picture(page: &Page, text: &str) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return html! { <p>{ page.say(key::UI_TOUR_CODE_TOO_LONG) }</p> };
    };
    let size = u32::try_from(code.size()).unwrap_or_default() + 2 * QUIET;
    html! {
        <svg
            class="tr-qr"
            viewBox={["0 0 ", &size.to_string(), " ", &size.to_string()].concat()}
            role="img"
            aria-label={page.say(key::UI_TOUR_CODE_PICTURE)}
            shape-rendering="crispEdges"
        >
            <path class="light" d={["M0 0h", &size.to_string(), "v", &size.to_string(), "H0z"].concat()} />
            <path class="dark" d={modules(&code)} />
        </svg>
    }
}

/// Every dark module as a square of one unit.
fn modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                let [x, y] = [x, y].map(|at| u32::try_from(at).unwrap_or_default() + QUIET);
                path.push('M');
                path.push_str(&x.to_string());
                path.push(' ');
                path.push_str(&y.to_string());
                path.push_str("h1v1h-1z");
            }
        }
    }
    path
}
