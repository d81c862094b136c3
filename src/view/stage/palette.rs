//! The colours of the plate as a canvas needs them, read from the tokens of the style sheet.

use web_sys::HtmlElement;

/// Red, green and blue, from 0 to 255.
pub(super) type Rgb = [u8; 3];

/// Every token that the stage draws with.
const TOKENS: [&str; 41] = [
    "fluid",
    "fluid-crowd",
    "fluid-crowd-line",
    "head",
    "head-line",
    "core",
    "tail",
    "cell",
    "cell-crowd",
    "cell-crowd-2",
    "cell-crowd-line",
    "on-cell",
    "rec",
    "rec-back",
    "rec-line",
    "rec-turn",
    "lit",
    "lit-back",
    "lit-line",
    "lit-turn",
    "mute",
    "mute-back",
    "mute-line",
    "mute-turn",
    "signal",
    "signal-hot",
    "gprot",
    "gprot-2",
    "gprot-line",
    "end",
    "end-line",
    "end-lite",
    "opi",
    "opi-line",
    "opi-lite",
    "ntx",
    "ntx-line",
    "ntx-lite",
    "ink",
    "paper",
    "accent",
];

/// The tokens as they are in the theme in force.
#[derive(Debug, Default)]
pub(super) struct Palette(Vec<Rgb>);

impl Palette {
    /// Asks the browser what each token comes to, by way of the text colour of `probe`.
    pub(super) fn read(probe: &HtmlElement) -> Self {
        let style = probe.style();
        // Forced colours would answer with the colour of text for all of them.
        let _ = style.set_property("forced-color-adjust", "none");
        let computed = web_sys::window()
            .and_then(|window| window.get_computed_style(probe).ok())
            .flatten();
        let colours = TOKENS.map(|token| {
            let _ = style.set_property("color", &["var(--", token, ")"].concat());
            let text = computed
                .as_ref()
                .and_then(|computed| computed.get_property_value("color").ok());
            parse(&text.unwrap_or_default())
        });
        let _ = style.remove_property("color");
        let _ = style.remove_property("forced-color-adjust");
        Self(colours.to_vec())
    }

    /// The colour of a token.
    pub(super) fn rgb(&self, token: &str) -> Rgb {
        let at = TOKENS.iter().position(|&name| name == token);
        at.and_then(|at| self.0.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// The colour of a token as the canvas takes it.
    pub(super) fn css(&self, token: &str) -> String {
        hex(self.rgb(token), None)
    }

    /// The colour of a token with an opacity from 0 to 255.
    pub(super) fn faint(&self, token: &str, opacity: u8) -> String {
        hex(self.rgb(token), Some(opacity))
    }

    /// A token with some hundredths of another mixed into it.
    pub(super) fn mixed(&self, token: &str, other: &str, hundredths: u16) -> String {
        hex(mix(self.rgb(token), self.rgb(other), hundredths), None)
    }

    /// Of two tokens the one that stands out more from a third.
    pub(super) fn clearer(&self, one: &str, other: &str, ground: &str) -> String {
        let ground = brightness(self.rgb(ground));
        let [first, second] = [one, other].map(|token| {
            let rgb = self.rgb(token);
            (brightness(rgb).abs_diff(ground), rgb)
        });
        hex(
            if first.0 < second.0 {
                second.1
            } else {
                first.1
            },
            None,
        )
    }
}

/// The three numbers of a computed colour, `rgb(…)` or `rgba(…)`.
fn parse(text: &str) -> Rgb {
    let mut rgb = Rgb::default();
    let numbers = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|part| !part.is_empty());
    for (channel, number) in rgb.iter_mut().zip(numbers) {
        *channel = number.parse().unwrap_or(u8::MAX);
    }
    rgb
}

fn mix(one: Rgb, other: Rgb, hundredths: u16) -> Rgb {
    let share = hundredths.min(100);
    let mut mixed = Rgb::default();
    for (channel, (a, b)) in mixed.iter_mut().zip(one.into_iter().zip(other)) {
        let sum = u16::from(a) * (100 - share) + u16::from(b) * share;
        *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
    }
    mixed
}

/// How bright a colour looks, in thousandths of a channel.
fn brightness([red, green, blue]: Rgb) -> u32 {
    299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)
}

fn hex(rgb: Rgb, opacity: Option<u8>) -> String {
    let mut text = String::from("#");
    for channel in rgb.into_iter().chain(opacity) {
        for half in [channel >> 4, channel & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computed_colour_is_read_with_or_without_its_opacity() {
        assert_eq!(parse("rgb(226, 237, 240)"), [226, 237, 240]);
        assert_eq!(parse("rgba(1, 2, 3, 0.5)"), [1, 2, 3]);
        assert_eq!(parse(""), [0, 0, 0]);
    }

    #[test]
    fn mixing_goes_from_the_one_to_the_other() {
        let (black, white) = ([0; 3], [255; 3]);
        assert_eq!(mix(black, white, 0), black);
        assert_eq!(mix(black, white, 100), white);
        assert_eq!(hex(mix(black, white, 50), Some(199)), "#808080c7");
    }
}
