//! The lesson as Rust tables: what the model walks through, and the words beside it.

use std::fmt::Write;

use super::super::written::tour::{Step, Tour};
use super::{Tables, statement};

impl Tables<'_> {
    pub(super) fn tour(&self, out: &mut String) {
        out.push_str(
            "/// The ways through the lesson, as the model walks them.\npub static TOUR_PLANS: &[TourPlan] = &[\n",
        );
        for tour in &self.files.tour.tours {
            let _ = writeln!(
                out,
                "TourPlan {{ id: {:?}, minutes: {}, steps: &[{}] }},",
                tour.id,
                tour.minutes,
                self.each_step(tour, plan)
            );
        }
        out.push_str("];\n/// The words of the ways through the lesson, in the same order.\npub static TOURS: &[TourWords] = &[\n");
        for tour in &self.files.tour.tours {
            let name = format!("tour-{}", tour.id);
            let _ = writeln!(
                out,
                "TourWords {{ name: {}, lead: {}, steps: &[{}] }},",
                self.key(&name),
                self.key(&format!("{name}.lead")),
                self.each_step(tour, |step| self.words_of(step))
            );
        }
        out.push_str("];\n");
    }

    fn each_step(&self, tour: &Tour, write: impl Fn(&Step) -> String) -> String {
        let steps = tour.steps.iter().filter_map(|id| {
            let known = &self.files.tour.steps;
            known.iter().find(|step| step.id == *id)
        });
        steps.map(|step| write(step) + ", ").collect()
    }

    fn words_of(&self, step: &Step) -> String {
        let name = format!("step-{}", step.id);
        let stage = step.stage.id();
        let own = |ending: &str| self.key(&format!("{name}{ending}"));
        let choices: String = step.choices.iter().fold(String::new(), |all, choice| {
            let text = self.key(&format!("ui-choice-{stage}-{choice}"));
            let reply = self.key(&format!("ui-reply-{stage}-{choice}"));
            format!("{all}({text}, {reply}), ")
        });
        let rests: Vec<String> = step.rests.iter().map(|id| statement(id)).collect();
        format!(
            "StepWords {{ id: {:?}, name: {}, intro: {}, say: {}, listen: {}, watch: {}, ask: {}, choices: &[{choices}], lesson: {}, rests: &[{}] }}",
            step.id,
            own(""),
            own(".intro"),
            own(".say"),
            own(".listen"),
            own(".watch"),
            self.key(&format!("ui-ask-{stage}")),
            self.key(&format!("ui-lesson-{stage}")),
            rests.join(", ")
        )
    }
}

fn plan(step: &Step) -> String {
    let right = step.choices.iter().position(|choice| *choice == step.right);
    format!(
        "StepPlan {{ stage: {}, right: Choice({}), goal: {} }}",
        step.stage.rust(),
        right.unwrap_or_default(),
        step.goal.rust()
    )
}
