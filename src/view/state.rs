//! Before, without and after the program: on its way, not allowed here, stopped.

use yew::{Html, html};

use super::icon::Icon;
use super::page::Page;
use super::plate;
use crate::content::catalog::key;

/// The line that says that the program is on its way.
pub fn loading(page: &Page) -> Html {
    html! {
        <p class="loading">
            <i aria-hidden="true"></i>
            <span>{ page.say(key::UI_LOADING) }</span>
        </p>
    }
}

/// The note that says that the program cannot run here.
pub fn no_program(page: &Page) -> Html {
    html! {
        <p class="why">
            <strong>{ page.say(key::UI_NO_PROGRAM_TITLE) }</strong>
            { " " }
            { page.say(key::UI_NO_PROGRAM) }
        </p>
    }
}

/// The panel that is shown once the program has stopped; drawn beforehand, because nothing can be
/// drawn then. Its element gives the buttons their meaning.
pub fn stopped(page: &Page) -> Html {
    html! {
        <section class="crash" aria-labelledby="nx-stopped">
            <div class="plate plate-rest plate-dim">{ plate::resting() }</div>
            <div class="col">
                <h2 id="nx-stopped" tabindex="-1">{ page.say(key::UI_CRASH_TITLE) }</h2>
                <p>{ page.say(key::UI_CRASH) }</p>
                <div class="row">
                    <button type="button" class="btn primary" data-do="restart">
                        { Icon::Restart.draw() }
                        { page.say(key::UI_RESTART) }
                    </button>
                    <button type="button" class="btn" data-do="read">
                        { page.say(key::UI_READ_WORDS) }
                    </button>
                </div>
            </div>
        </section>
    }
}
