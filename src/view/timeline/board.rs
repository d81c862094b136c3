//! The timeline itself: two charts on one time scale, one moment, and everything that follows it.
//!
//! The lesson hears where a drag has come to rest; what happens meanwhile stays here.

use std::rc::Rc;

use yew::{Component, Context, Html, NodeRef, Properties};

use super::drawn::Drawn;
use super::still::Courses;
use super::{face, table};
use crate::model::lesson::Action;
use crate::model::lesson::timeline::schedule::{GRID, Schedule};
use crate::model::lesson::timeline::{Lane, TimelineAction};
use crate::model::pharmacology::Pharmacology;
use crate::model::pharmacology::blockade::BandedBlockade;
use crate::view::page::Page;

/// How far a pointer may be from a mark, in pixels.
const REACH: f64 = 24.0;

/// What the board is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct BoardProps {
    /// The page with its lesson.
    pub page: Page,
    /// The equations.
    pub model: Rc<Pharmacology>,
}

/// What happens on the board before it is a fact.
pub enum Touched {
    /// The moment is being moved to an hour.
    Scrubbed(u16),
    /// The moment is being moved on by so many hours, or back.
    Stepped(i32),
    /// A pointer went down on a chart.
    MomentHeld(f64),
    /// A pointer went down on the marks of a form.
    DoseHeld(Lane, f64),
    /// A pointer that holds something has moved.
    Moved(f64),
    /// The pointer or the key was let go.
    Settled,
    /// The numbers are wanted as a file.
    Saved,
}

/// What a pointer holds.
#[derive(Clone, Copy)]
enum Held {
    Moment,
    Dose {
        lane: Lane,
        dose: usize,
        from: f64,
        to: u16,
    },
}

/// The board.
pub struct Board {
    /// The moment while it is being moved.
    moment: Option<u16>,
    held: Option<Held>,
    drawn: Courses,
    /// What was drawn before a pointer took hold of a dose.
    settled: Courses,
    /// What spans the time that is shown.
    pub(super) scale: NodeRef,
}

/// One form at the moment that is looked at.
pub(super) struct Now<'a> {
    /// The equations.
    pub model: &'a Pharmacology,
    /// Which form.
    pub lane: Lane,
    /// Its course.
    pub drawn: &'a Drawn,
    /// The moment, in hours.
    pub hour: u16,
    /// How much is blocked then.
    pub blockade: BandedBlockade,
    /// Whether that is the moment of danger.
    pub faded: bool,
}

impl Component for Board {
    type Message = Touched;
    type Properties = BoardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut board = Self {
            moment: None,
            held: None,
            drawn: Courses(Rc::default()),
            settled: Courses(Rc::default()),
            scale: NodeRef::default(),
        };
        board.redraw(ctx.props());
        board
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &BoardProps) -> bool {
        let (new, old) = (&ctx.props().page, &old.page);
        let (now, before) = (&new.lesson.timeline, &old.lesson.timeline);
        if (now.shown, now.span) != (before.shown, before.span)
            || now.tablet.schedule != before.tablet.schedule
            || now.injection.schedule != before.injection.schedule
        {
            self.redraw(ctx.props());
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, touched: Touched) -> bool {
        let page = &ctx.props().page;
        let act = |action| page.on_action.emit(Action::Timeline(action));
        match touched {
            Touched::Scrubbed(hour) => {
                self.moment = Some(hour.min(page.lesson.timeline.span.hours()));
                true
            }
            Touched::Stepped(by) => {
                let timeline = &page.lesson.timeline;
                let last = i32::from(timeline.span.hours());
                let hour = i32::from(self.moment.unwrap_or(timeline.moment)) + by;
                self.moment = u16::try_from(hour.clamp(0, last)).ok();
                true
            }
            Touched::MomentHeld(x) => {
                self.held = Some(Held::Moment);
                self.follow(ctx.props(), x)
            }
            Touched::DoseHeld(lane, from) => {
                let found = self.mark_at(page, lane, from);
                self.held = found.map(|(dose, to)| Held::Dose {
                    lane,
                    dose,
                    from,
                    to,
                });
                if let Some((dose, _)) = found {
                    act(TimelineAction::DoseChosen(lane, dose));
                }
                false
            }
            Touched::Moved(x) => self.follow(ctx.props(), x),
            Touched::Settled => {
                let held = self.held.take();
                if let Some(hour) = self.moment.take() {
                    act(TimelineAction::MomentPicked(hour));
                }
                if let Some(Held::Dose { lane, dose, to, .. }) = held {
                    let was = page.lesson.timeline.course(lane).schedule.doses().get(dose);
                    if was.is_some_and(|was| was.at != to) {
                        act(TimelineAction::DoseMoved(lane, dose, to));
                    }
                }
                true
            }
            Touched::Saved => {
                table::save(ctx.props(), self);
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BoardProps { page, model } = ctx.props();
        let timeline = &page.lesson.timeline;
        let hour = self.moment.unwrap_or(timeline.moment);
        let now = at_hour(&self.drawn.0, model, hour);
        face::face(self, ctx, &now)
    }
}

/// Every form at an hour.
pub(super) fn at_hour<'a>(
    drawn: &'a [(Lane, Rc<Drawn>)],
    model: &'a Pharmacology,
    hour: u16,
) -> Vec<Now<'a>> {
    let now = drawn.iter().map(|(lane, drawn)| Now {
        model,
        lane: *lane,
        drawn,
        hour,
        blockade: drawn.trace.at(hour),
        faded: drawn
            .faded
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&hour)),
    });
    now.collect()
}

impl Board {
    /// What is drawn, form by form.
    pub(super) fn drawn(&self) -> &[(Lane, Rc<Drawn>)] {
        &self.drawn.0
    }

    /// What was drawn before a pointer took hold of a dose.
    pub(super) fn settled(&self) -> Courses {
        self.settled.clone()
    }

    /// Computes what is shown anew, with a dose where a pointer holds it.
    fn redraw(&mut self, props: &BoardProps) {
        let BoardProps { page, model } = props;
        let timeline = &page.lesson.timeline;
        let held = match self.held {
            Some(Held::Dose { lane, .. }) => Some(lane),
            _ => None,
        };
        let drawn = timeline.shown.lanes().iter().map(|lane| {
            // The other form stays as it is while a dose is dragged.
            let known = self.drawn.0.iter().find(|(known, _)| known == lane);
            match (held, known) {
                (Some(held), Some((_, drawn))) if held != *lane => (*lane, drawn.clone()),
                _ => {
                    let doses = self.schedule(page, *lane).given(*lane);
                    let drawn = Drawn::new(model, *lane, doses, timeline.span);
                    (*lane, Rc::new(drawn))
                }
            }
        });
        self.drawn = Courses(Rc::new(drawn.collect()));
        if !matches!(self.held, Some(Held::Dose { .. })) {
            self.settled = self.drawn.clone();
        }
    }

    /// The doses of a form, one of them where a pointer holds it.
    pub(super) fn schedule(&self, page: &Page, lane: Lane) -> Schedule {
        let schedule = &page.lesson.timeline.course(lane).schedule;
        match self.held {
            Some(Held::Dose {
                lane: held,
                dose,
                to,
                ..
            }) if held == lane => schedule.with_moved(dose, to),
            _ => schedule.clone(),
        }
    }

    /// Lets what a pointer holds follow it.
    fn follow(&mut self, props: &BoardProps, x: f64) -> bool {
        let page = &props.page;
        let Some(hour) = self.hour_at(page, x) else {
            return false;
        };
        match &mut self.held {
            None => return false,
            Some(Held::Moment) => {
                let moved = self.moment != Some(hour);
                self.moment = Some(hour);
                return moved;
            }
            Some(Held::Dose {
                lane,
                dose,
                from,
                to,
            }) => {
                if (x - *from).abs() < 5.0 {
                    return false;
                }
                let schedule = page
                    .lesson
                    .timeline
                    .course(*lane)
                    .schedule
                    .with_moved(*dose, hour);
                let Some(moved) = schedule.doses().get(*dose).filter(|dose| dose.at != *to) else {
                    return false;
                };
                *to = moved.at;
            }
        }
        self.redraw(props);
        true
    }

    /// The hour below a place in the window.
    fn hour_at(&self, page: &Page, x: f64) -> Option<u16> {
        let scale = self
            .scale
            .cast::<web_sys::Element>()?
            .get_bounding_client_rect();
        let part = ((x - scale.left()) / scale.width()).clamp(0.0, 1.0);
        let grid = f64::from(page.lesson.timeline.span.hours() / GRID);
        u16::try_from(super::figures::whole(part * grid))
            .ok()
            .map(|steps| steps * GRID)
    }

    /// The mark that a pointer means, and where it lies.
    fn mark_at(&self, page: &Page, lane: Lane, x: f64) -> Option<(usize, u16)> {
        let hour = self.hour_at(page, x)?;
        let schedule = &page.lesson.timeline.course(lane).schedule;
        let nearest = schedule.nearest(hour)?;
        let at = schedule.doses().get(nearest)?.at;
        let scale = self
            .scale
            .cast::<web_sys::Element>()?
            .get_bounding_client_rect();
        let hours = f64::from(page.lesson.timeline.span.hours());
        let off = f64::from(at.abs_diff(hour)) / hours * scale.width();
        (off < REACH).then_some((nearest, at))
    }
}
