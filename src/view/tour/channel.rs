//! What the wall and the presenter's notes tell each other: windows of one browser, nobody else.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

use crate::model::lesson::receptor_scene::{Choice, Phase};
use crate::model::lesson::tour::{Cover, MOST_CHOICES, Tour, TourAction};

/// The name under which both windows speak; its last figure changes with what they say.
const NAME: &str = "naltrexone-explainer-lesson-1";

/// One end.
pub(super) struct Channel {
    channel: BroadcastChannel,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// An end that hears what the others say; none where the browser has no such channels.
    pub(super) fn new(heard: Callback<Said>) -> Option<Self> {
        let known = js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("BroadcastChannel"));
        if !known.unwrap_or(false) {
            return None;
        }
        let channel = BroadcastChannel::new(NAME).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            // Other pages may use the same name: what cannot be read is not ours.
            if let Some(said) = message.data().as_string().as_deref().and_then(Said::read) {
                heard.emit(said);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self {
            channel,
            _heard: heard,
        })
    }

    /// Says something to all others.
    pub(super) fn say(&self, said: &Said) {
        // A channel that is closed has nobody to hear it.
        let _ = self
            .channel
            .post_message(&JsValue::from_str(&said.written()));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

/// Where the wall is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wall {
    pub(super) taken: usize,
    pub(super) at: usize,
    pub(super) phase: Phase,
    pub(super) dark: bool,
    pub(super) hands: [u16; MOST_CHOICES],
}

impl Wall {
    /// Where a lesson is; nothing where none is under way.
    pub(super) fn of(tour: &Tour) -> Option<Self> {
        Some(Self {
            taken: tour.taken?,
            at: tour.at,
            phase: tour.phase(),
            dark: tour.cover == Cover::Dark,
            hands: tour.hands(),
        })
    }
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Notes were opened and ask where the wall is.
    Hello,
    /// The wall tells where it is.
    Here(Wall),
    /// The notes send the wall on.
    On,
    /// The notes send the wall back.
    Back,
    /// The notes make the wall dark or light.
    Dark,
    /// The notes count a hand.
    Raise(u8),
    /// The notes take a hand back.
    Lower(u8),
}

impl Said {
    /// What the wall does about it, if anything.
    pub(super) fn action(self) -> Option<TourAction> {
        Some(match self {
            Self::On => TourAction::Advanced,
            Self::Back => TourAction::Retreated,
            Self::Dark => TourAction::Blanked,
            Self::Raise(at) => TourAction::HandRaised(Choice(at)),
            Self::Lower(at) => TourAction::HandLowered(Choice(at)),
            Self::Hello | Self::Here(_) => return None,
        })
    }

    fn written(self) -> String {
        let numbers: Vec<u16> = match self {
            Self::Hello => vec![0],
            Self::Here(wall) => {
                let small = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
                let phase = match wall.phase {
                    Phase::Asking => 0,
                    Phase::Running => 1,
                    Phase::Concluded => 2,
                };
                let place = [
                    1,
                    small(wall.taken),
                    small(wall.at),
                    phase,
                    wall.dark.into(),
                ];
                place.into_iter().chain(wall.hands).collect()
            }
            Self::On => vec![2],
            Self::Back => vec![3],
            Self::Dark => vec![4],
            Self::Raise(at) => vec![5, at.into()],
            Self::Lower(at) => vec![6, at.into()],
        };
        let texts: Vec<String> = numbers.iter().map(u16::to_string).collect();
        texts.join(" ")
    }

    fn read(text: &str) -> Option<Self> {
        let numbers: Option<Vec<u16>> = text.split(' ').map(|word| word.parse().ok()).collect();
        Some(match *numbers?.as_slice() {
            [0] => Self::Hello,
            [1, taken, at, phase, dark, a, b, c, d] => Self::Here(Wall {
                taken: taken.into(),
                at: at.into(),
                phase: match phase {
                    0 => Phase::Asking,
                    1 => Phase::Running,
                    _ => Phase::Concluded,
                },
                dark: dark > 0,
                hands: [a, b, c, d],
            }),
            [2] => Self::On,
            [3] => Self::Back,
            [4] => Self::Dark,
            [5, at] => Self::Raise(u8::try_from(at).ok()?),
            [6, at] => Self::Lower(u8::try_from(at).ok()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_heard_as_it_was_meant() {
        let wall = Wall {
            taken: 1,
            at: 3,
            phase: Phase::Running,
            dark: true,
            hands: [6, 17, 4, 0],
        };
        for said in [
            Said::Hello,
            Said::Here(wall),
            Said::On,
            Said::Back,
            Said::Dark,
            Said::Raise(2),
            Said::Lower(0),
        ] {
            assert_eq!(Said::read(&said.written()), Some(said));
        }
    }

    #[test]
    fn what_others_say_is_not_heard() {
        for text in ["", "hello", "9", "1 2", "5 999", "1 0 0 0 0 0 0 0 -1"] {
            assert_eq!(Said::read(text), None, "{text}");
        }
    }
}
