//! What does not move while the moment does: drawn anew only when something else has changed.

use std::rc::Rc;

use yew::{Component, Context, Html, Properties};

use super::board::{Now, at_hour};
use super::drawn::Drawn;
use super::{doses, face, marks, picks, receptors, squares, table};
use crate::model::lesson::timeline::Lane;
use crate::model::lesson::timeline::schedule::Schedule;
use crate::model::pharmacology::Pharmacology;
use crate::view::page::Page;

/// The courses that are drawn; the same only if nothing was computed anew.
#[derive(Clone)]
pub struct Courses(pub(super) Rc<Vec<(Lane, Rc<Drawn>)>>);

impl PartialEq for Courses {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What stands still.
#[derive(Clone, PartialEq)]
pub enum What {
    /// Which form, and what happens.
    Picks,
    /// One dose at a time, plans, and how much time is shown.
    Doses,
    /// The marks below a chart, one of them chosen.
    Marks(Lane, Schedule, Option<usize>),
    /// A hundred receptors, so many of them blocked.
    Receptors(u32),
    /// How many times a dose would have to grow, as squares; of the moment once the hand rests.
    Squares(Courses),
    /// The moment of danger, and what keeps people alive.
    Alive,
    /// Who measured what the curves are drawn from.
    Sources,
    /// The courses in words and as a table.
    Table(Courses),
}

/// What a still piece is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StillProps {
    /// The page with its lesson.
    pub page: Page,
    /// The equations.
    pub model: Rc<Pharmacology>,
    /// Which piece.
    pub what: What,
}

/// A still piece.
pub struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let StillProps { page, model, what } = ctx.props();
        let timeline = &page.lesson.timeline;
        match what {
            What::Picks => picks::picks(page),
            What::Doses => [doses::doses(page), picks::further(page)]
                .into_iter()
                .collect(),
            What::Marks(lane, schedule, chosen) => {
                marks::marks(*lane, schedule.doses(), timeline.span, *chosen)
            }
            What::Receptors(blocked) => receptors::strips(*blocked),
            What::Squares(courses) => {
                squares::squares(page, &at_hour(&courses.0, model, timeline.moment))
            }
            What::Alive => face::alive(page),
            What::Sources => face::sources(page),
            What::Table(courses) => {
                let now: Vec<Now<'_>> = at_hour(&courses.0, model, timeline.moment);
                [table::words(page, &now), table::table(page, &now)]
                    .into_iter()
                    .collect()
            }
        }
    }
}
