//! What the reader's words mean. Stands in until the search itself does.

use crate::content::catalog::{EFFECTS, EffectIndex};
use crate::content::text::Words;

/// How sure the search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The reader said an effect.
    Match,
    /// The reader may mean an effect: to be asked, not told.
    Near,
    /// Nothing that is listed.
    #[default]
    None,
}

/// An emergency that a reader may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crisis {
    SelfHarm,
    Overdose,
    Breathing,
    Swelling,
    ChestPain,
    Fits,
    Liver,
    Collapse,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) verdict: Verdict,
    pub(super) hits: Vec<Hit>,
    pub(super) help: Vec<Crisis>,
    pub(super) asked: Vec<AskedIndex>,
}

/// An effect that is or may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) effect: EffectIndex,
    pub(super) matched: String,
    pub(super) meant: Option<String>,
    pub(super) near: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AskedIndex(pub(super) u16);

#[derive(Debug, PartialEq)]
pub(super) struct Index(Vec<(EffectIndex, String)>);

impl Index {
    pub(super) fn new(words: &Words) -> Self {
        Self(
            (0_u16..)
                .zip(EFFECTS)
                .map(|(at, effect)| {
                    let all = [effect.name, effect.term, effect.also].map(|key| words.get(key));
                    (
                        EffectIndex(at),
                        all.join(" | ").to_lowercase().replace('’', ""),
                    )
                })
                .collect(),
        )
    }

    pub(super) fn find(&self, query: &str) -> Found {
        let query = query.trim().to_lowercase().replace(['’', '\''], "");
        let hits: Vec<Hit> = self
            .0
            .iter()
            .filter(|(_, text)| text.contains(&query))
            .map(|(effect, _)| Hit {
                effect: *effect,
                matched: query.clone(),
                meant: None,
                near: false,
            })
            .collect();
        let help = [
            ("die", Crisis::SelfHarm),
            ("overdose", Crisis::Overdose),
            ("breathe", Crisis::Breathing),
            ("swollen", Crisis::Swelling),
            ("chest", Crisis::ChestPain),
            ("seizure", Crisis::Fits),
            ("yellow", Crisis::Liver),
            ("wake", Crisis::Collapse),
        ];
        Found {
            verdict: if hits.is_empty() {
                Verdict::None
            } else {
                Verdict::Match
            },
            hits,
            help: help
                .into_iter()
                .filter(|(word, _)| query.contains(word))
                .map(|(_, crisis)| crisis)
                .collect(),
            asked: Vec::new(),
        }
    }
}
