//! The curves as a table: the signal at each decade of amounts, without naltrexone and with it.

use yew::{Html, html};

use super::super::figures::{two_figures, whole};
use super::curve::DECADES;
use super::{Dose, WHOLE};
use crate::content::catalog::{key, say};
use crate::model::pharmacology::response::Readout;
use crate::model::units::Relative;
use crate::view::page::Page;

/// The fold with the table.
pub(super) fn table(page: &Page, dose: &Dose<'_>, readout: Readout) -> Html {
    let words = &page.words;
    let signal = |amount, blocker| {
        let part = readout.settled(dose.agonist.efficacy(), Relative::of(amount), blocker);
        whole(part * f64::from(WHOLE))
    };
    let naltrexone = two_figures(words, dose.naltrexone.value());
    html! {
        <details class="chart-table">
            <summary>{ page.say(key::UI_CHART_TABLE) }</summary>
            <table class="numbers">
                <caption>{ say::ui_dose_axis(words, WHOLE, dose.name) }</caption>
                <thead><tr>
                    <th scope="col">{ say::ui_dose_amount(words, dose.name) }</th>
                    <th scope="col">{ page.say(key::UI_DOSE_WITHOUT) }</th>
                    <th scope="col">{ say::ui_dose_with(words, &*naltrexone) }</th>
                </tr></thead>
                <tbody>
                    { for (-DECADES..=DECADES).map(|decade| {
                        let amount = libm::exp10(f64::from(decade));
                        html! {
                            <tr>
                                <th scope="row">{ two_figures(words, amount) }</th>
                                <td>{ signal(amount, Relative::of(0.0)) }</td>
                                <td>{ signal(amount, dose.naltrexone) }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </details>
    }
}
