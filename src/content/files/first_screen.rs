//! Which words the first screen needs: "At a glance", what stands round it, and whom to call.

use std::collections::BTreeSet;

use super::Files;

/// The part that is there before the rest of the program.
const PART: &str = "at-a-glance";

/// The section that is there from every screen.
const HELP: &str = "who-to-call";

/// What else is there: messages that are named so, or whose names begin so and go on with a hyphen.
const ALWAYS: [&str; 26] = [
    "country",
    "line",
    "part",
    "term",
    "ui-about",
    "ui-all-parts",
    "ui-basis",
    "ui-call",
    "ui-choose-part",
    "ui-country",
    "ui-crash",
    "ui-emergency",
    "ui-help",
    "ui-loading",
    "ui-name",
    "ui-next",
    "ui-not-reviewed",
    "ui-parts",
    "ui-plate",
    "ui-print",
    "ui-read-words",
    "ui-restart",
    "ui-reviewed",
    "ui-sources",
    "ui-term",
    "ui-text",
];

/// The keys of the first screen.
pub struct FirstScreen {
    named: BTreeSet<String>,
}

/// The keys of the first screen.
pub fn keys(files: &Files) -> FirstScreen {
    let mut named: BTreeSet<String> = BTreeSet::from(["ui-unchecked-line".to_owned()]);
    for part in &files.parts {
        for section in &part.sections {
            if part.id == PART || section.id == HELP {
                named.insert(format!("section-{}", section.id));
                named.extend(section.statements.iter().map(|placed| placed.id.clone()));
            }
        }
    }
    FirstScreen { named }
}

impl FirstScreen {
    /// Whether a message is needed there.
    pub fn holds(&self, key: &str) -> bool {
        self.named.contains(key)
            || ALWAYS.iter().any(|name| {
                key.strip_prefix(name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
            })
    }
}
