//! The warning that closes the view of doses: never try to beat the block.

use yew::{Html, html};

use crate::content::catalog::{key, statement};
use crate::view::page::Page;
use crate::view::{cited, prose};

/// The warning with its sources.
pub(super) fn warning(page: &Page) -> Html {
    let said = &statement::SCENE_OVERPOWER;
    html! {
        <aside class="dose-warning" aria-labelledby="dose-warning">
            <h4 id="dose-warning">{ page.say(key::UI_DOSE_WARNING) }</h4>
            <div>
                <p data-statement={said.id}>{ prose::statement(page, said) }</p>
                <p>{ page.say(key::UI_DOSE_SLIDES_BACK) }</p>
                { cited::sources(page, key::UI_DOSE_WARNING, std::iter::once(said), &[]) }
            </div>
        </aside>
    }
}
