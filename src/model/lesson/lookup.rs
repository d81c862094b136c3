//! What stands in "Side effects", and what can be done there.

/// Before the words of a query in an address.
const QUERY: char = '?';

/// Longest text that is taken over from an address or from the keyboard, in bytes.
const LONGEST: usize = 10_000;

/// What stands in "Side effects".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lookup {
    /// What the reader typed; never stored, never part of an address unless the reader shares it.
    pub typed: String,
    /// Whether the list of results is open.
    pub listed: bool,
    /// The result that the arrow keys stand on, counted from zero.
    pub active: Option<u8>,
    /// The effect that was chosen, by its name in links.
    pub effect: Option<String>,
    /// How the effects are browsed.
    pub browse: Browse,
    /// The area of the body that is open, by its name in links; the first where none was chosen.
    pub area: Option<String>,
    /// What was put into the clipboard last, until something else is done.
    pub copied: Option<Copied>,
}

/// How the effects are browsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Browse {
    /// By area of the body.
    #[default]
    Area,
    /// By what to do.
    Serious,
    /// Tablet and injection side by side.
    Form,
}

impl Browse {
    /// Every way, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Area, Self::Serious, Self::Form];

    /// Its name in addresses and attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Serious => "serious",
            Self::Form => "form",
        }
    }
}

/// What was put into the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The words of an answer.
    Answer,
    /// A link to an effect.
    Link,
    /// A link that holds what the reader typed.
    Query,
}

/// Everything that can be done in "Side effects", named as facts already true.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupAction {
    /// The words in the box were changed.
    Typed(String),
    /// The arrow keys moved to a result, or off the list.
    Pointed(Option<u8>),
    /// The list of results was closed.
    Closed,
    /// The list of results was opened again.
    Opened,
    /// The box was emptied.
    Cleared,
    /// An effect was chosen, by its name in links.
    Chosen(String),
    /// A way to browse was chosen; the box is emptied.
    Browsed(Browse),
    /// An area of the body was chosen.
    AreaChosen(String),
    /// Something was put into the clipboard.
    Copied(Copied),
}

impl Lookup {
    /// Takes over an action.
    pub fn apply(&mut self, action: LookupAction) {
        self.copied = None;
        match action {
            LookupAction::Typed(text) => self.type_in(text),
            LookupAction::Pointed(place) => {
                self.active = place;
                self.listed = true;
            }
            LookupAction::Closed => {
                self.active = None;
                self.listed = false;
            }
            LookupAction::Opened => self.listed = true,
            LookupAction::Cleared => self.type_in(String::new()),
            LookupAction::Chosen(effect) => {
                self.effect = Some(effect);
                self.active = None;
            }
            LookupAction::Browsed(browse) => {
                self.type_in(String::new());
                self.browse = browse;
            }
            LookupAction::AreaChosen(area) => {
                self.browse = Browse::Area;
                self.area = Some(area);
            }
            LookupAction::Copied(what) => self.copied = Some(what),
        }
    }

    /// Opens what an address names: an effect by its name, or a query after a question mark.
    pub fn open(&mut self, detail: &str) {
        match detail.strip_prefix(QUERY) {
            Some(query) => self.type_in(query.to_owned()),
            None if detail.is_empty() => self.effect = None,
            None => {
                self.type_in(String::new());
                self.effect = Some(detail.to_owned());
            }
        }
    }

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        self.effect.clone()
    }

    /// What an address must say so that somebody else sees the same answer to the same words.
    pub fn query(&self) -> String {
        let mut query = String::from(QUERY);
        query.push_str(self.typed.trim());
        query
    }

    fn type_in(&mut self, mut text: String) {
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        self.listed = !text.trim().is_empty();
        self.typed = text;
        self.active = None;
        self.effect = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Lookup {
        let mut lookup = Lookup::default();
        lookup.apply(LookupAction::Typed(text.to_owned()));
        lookup
    }

    #[test]
    fn words_that_are_typed_never_reach_the_address() {
        let mut lookup = typed("want to die");
        assert_eq!(lookup.detail(), None);
        lookup.apply(LookupAction::Chosen("suicidal-ideation".into()));
        assert_eq!(lookup.detail().as_deref(), Some("suicidal-ideation"));
        lookup.apply(LookupAction::Typed("sick".into()));
        assert_eq!(lookup.detail(), None);
    }

    #[test]
    fn an_address_opens_an_effect_or_a_query() {
        let mut lookup = Lookup::default();
        lookup.open("nausea");
        assert_eq!(lookup.effect.as_deref(), Some("nausea"));
        lookup.open("?can't sleep");
        assert_eq!(
            (lookup.typed.as_str(), &lookup.effect),
            ("can't sleep", &None)
        );
        assert_eq!(lookup.query(), "?can't sleep");
    }

    #[test]
    fn typing_opens_the_list_and_forgets_the_choice() {
        let mut lookup = typed("sick");
        lookup.apply(LookupAction::Pointed(Some(1)));
        lookup.apply(LookupAction::Chosen("vomiting".into()));
        lookup.apply(LookupAction::Typed("sick of".into()));
        assert_eq!(
            (lookup.listed, lookup.active, lookup.effect),
            (true, None, None)
        );
    }

    #[test]
    fn nothing_typed_opens_no_list() {
        assert!(!typed("  ").listed);
        let mut lookup = typed("sick");
        lookup.apply(LookupAction::Cleared);
        assert_eq!(lookup, Lookup::default());
    }

    #[test]
    fn endless_text_is_cut_at_a_letter() {
        let lookup = typed(&"é".repeat(LONGEST));
        assert!(lookup.typed.len() <= LONGEST);
        assert!(lookup.typed.chars().all(|letter| letter == 'é'));
    }
}
