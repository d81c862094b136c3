//! Writes path data and the few SVG elements that plates are made of.

use yew::prelude::*;
use yew::virtual_dom::{VList, VNode};

/// Path data being written, with one decimal and no needless character.
#[derive(Default)]
pub(super) struct Pen(String);

impl Pen {
    /// One command and its numbers.
    pub(super) fn draw(&mut self, command: char, numbers: &[f32]) {
        self.0.push(command);
        for (index, &number) in numbers.iter().enumerate() {
            let tenths = tenths(number);
            if index > 0 && tenths >= 0 {
                self.0.push(' ');
            }
            push_hundredths(&mut self.0, tenths * 10);
        }
    }

    /// A dot as wide as the stroke, provided that its ends are round.
    pub(super) fn dot(&mut self, x: f32, y: f32) {
        self.draw('M', &[x, y]);
        self.0.push_str("h0");
    }

    /// A circle.
    pub(super) fn circle(&mut self, x: f32, y: f32, radius: f32) {
        self.draw('M', &[x - radius, y]);
        for way in [2.0, -2.0] {
            self.draw('a', &[radius, radius, 0.0, 1.0, 0.0, way * radius, 0.0]);
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> AttrValue {
        self.0.into()
    }
}

/// A number as plates write it, with one decimal.
pub(super) fn decimal(number: f32) -> AttrValue {
    let mut text = String::new();
    push_hundredths(&mut text, tenths(number) * 10);
    text.into()
}

fn tenths(number: f32) -> i32 {
    rounded(number * 10.0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "plates are a few thousand units wide"
)]
fn rounded(number: f32) -> i32 {
    (number + if number < 0.0 { -0.5 } else { 0.5 }) as i32
}

fn push_hundredths(text: &mut String, hundredths: i32) {
    if hundredths < 0 {
        text.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    if hundredths >= 100 || hundredths == 0 {
        push_whole(text, hundredths / 100);
    }
    let (tenth, hundredth) = (hundredths / 10 % 10, hundredths % 10);
    if tenth + hundredth > 0 {
        text.push('.');
        push_whole(text, tenth);
    }
    if hundredth > 0 {
        push_whole(text, hundredth);
    }
}

fn push_whole(text: &mut String, number: u32) {
    if number >= 10 {
        push_whole(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}

/// Where a copy of a drawing goes: moved, turned by `degrees`, then scaled.
pub(super) fn place(x: f32, y: f32, degrees: f32, across: f32, down: f32) -> AttrValue {
    let mut pen = Pen::default();
    pen.0.push_str("translate");
    pen.draw('(', &[x, y]);
    if tenths(degrees) != 0 {
        pen.0.push_str(")rotate");
        pen.draw('(', &[degrees]);
    }
    let (across, down) = (rounded(across * 100.0), rounded(down * 100.0));
    if (across, down) != (100, 100) {
        pen.0.push_str(")scale(");
        push_hundredths(&mut pen.0, across);
        if across != down {
            pen.0.push(' ');
            push_hundredths(&mut pen.0, down);
        }
    }
    pen.0.push(')');
    pen.finish()
}

/// A drawing on its own; whoever shows it says in words what it is.
pub(super) fn frame(class: &'static str, view: &'static str, drawing: Html) -> Html {
    html! {
        <svg {class} viewBox={view} preserveAspectRatio="xMidYMax" fill="none"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
            { drawing }
        </svg>
    }
}

/// A filled shape, with an outline where `line` has a width.
pub(super) fn shape(d: AttrValue, fill: &'static str, line: Option<(&'static str, f32)>) -> Html {
    let (stroke, width) = line
        .map(|(colour, width)| (AttrValue::from(colour), decimal(width)))
        .unzip();
    html! { <path {d} {fill} {stroke} stroke-width={width} /> }
}

/// A line with round ends.
pub(super) fn stroke(d: &AttrValue, colour: &'static str, width: f32) -> Html {
    html! { <path {d} stroke={colour} stroke-width={decimal(width)} /> }
}

/// A line with an outline, or many such; outlines lie below all fills.
pub(super) fn outlined(
    d: &AttrValue,
    fill: &'static str,
    line: &'static str,
    width: f32,
    outline: f32,
) -> Html {
    html! { <>
        { stroke(d, line, width + outline) }
        { stroke(d, fill, width - outline) }
    </> }
}

/// Drawings one over the other, the first at the back.
pub(super) fn together(drawings: Vec<Html>) -> Html {
    VNode::from(VList::with_children(drawings, None))
}

/// Name of a drawing kept in `defs`, unique to one plate.
#[derive(Clone, Copy)]
pub(super) struct Names(pub(super) &'static str);

impl Names {
    /// Keeps a drawing under a name.
    pub(super) fn keep(self, name: &'static str, drawing: Html) -> Html {
        html! { <g id={self.join("", name, "")}>{ drawing }</g> }
    }

    /// Draws what was kept.
    pub(super) fn show(
        self,
        name: &'static str,
        transform: AttrValue,
        class: Option<&'static str>,
    ) -> Html {
        html! { <use href={self.join("#", name, "")} {transform} {class} /> }
    }

    /// Text around the full name, as an address needs it.
    pub(super) fn join(self, before: &str, name: &str, after: &str) -> AttrValue {
        [before, self.0, name, after].concat().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f32, text: &str) {
        assert_eq!(decimal(number), text);
    }

    #[test]
    fn a_number_is_written_with_one_decimal_at_most() {
        check(0.0, "0");
        check(-0.04, "0");
        check(0.5, ".5");
        check(-0.55, "-.6");
        check(12.0, "12");
        check(-1280.26, "-1280.3");
    }

    #[test]
    fn signs_stand_in_for_spaces() {
        let mut pen = Pen::default();
        pen.draw('M', &[-1.0, -2.5]);
        pen.draw('L', &[3.0, 0.4]);
        assert_eq!(pen.finish(), "M-1-2.5L3 .4");
    }

    #[test]
    fn a_copy_that_stands_upright_is_only_moved() {
        assert_eq!(place(1.0, 2.0, 0.0, 1.0, 1.0), "translate(1 2)");
        assert_eq!(
            place(1.0, 2.0, -9.0, -1.0, 1.0),
            "translate(1 2)rotate(-9)scale(-1 1)"
        );
        assert_eq!(place(0.0, 0.0, 0.0, 0.44, 0.44), "translate(0 0)scale(.44)");
    }
}
