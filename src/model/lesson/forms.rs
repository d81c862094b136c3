//! What stands in "Forms", and what can be done there.

/// A form of the medicine, or something people also hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// The tablet.
    Tablet,
    /// The monthly injection.
    Injection,
    /// A tablet for weight that holds naltrexone too.
    NaltrexoneBupropion,
    /// A tenth of the usual dose and less.
    LowDose,
    /// A pellet under the skin.
    Implant,
    /// Another medicine.
    Nalmefene,
    /// The rescue medicine.
    Naloxone,
    /// A medicine with a similar name.
    Methylnaltrexone,
}

impl FormKind {
    /// Every one, in the order of the content.
    pub const ALL: [Self; 8] = [
        Self::Tablet,
        Self::Injection,
        Self::NaltrexoneBupropion,
        Self::LowDose,
        Self::Implant,
        Self::Nalmefene,
        Self::Naloxone,
        Self::Methylnaltrexone,
    ];

    /// Its name in addresses and data files.
    pub fn id(self) -> &'static str {
        self.place().strip_prefix("form-").unwrap_or_default()
    }

    /// The name of its heading, which links can lead to.
    pub fn place(self) -> &'static str {
        match self {
            Self::Tablet => "form-tablet",
            Self::Injection => "form-injection",
            Self::NaltrexoneBupropion => "form-naltrexone-bupropion",
            Self::LowDose => "form-low-dose",
            Self::Implant => "form-implant",
            Self::Nalmefene => "form-nalmefene",
            Self::Naloxone => "form-naloxone",
            Self::Methylnaltrexone => "form-methylnaltrexone",
        }
    }
}

/// What stands in "Forms".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// The form whose card is open; where none is, tablet and injection stand side by side.
    pub open: Option<FormKind>,
}

/// Everything that can be done in "Forms", named as facts already true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FormsAction {
    /// The card of a form was opened.
    Opened(FormKind),
    /// Tablet and injection were put side by side.
    Compared,
}

impl Forms {
    /// Takes over an action.
    pub fn apply(&mut self, action: FormsAction) {
        self.open = match action {
            FormsAction::Opened(form) => Some(form),
            FormsAction::Compared => None,
        };
    }

    /// Opens what an address names; a name that is not known changes nothing.
    pub fn open(&mut self, detail: &str) {
        if detail.is_empty() {
            self.open = None;
        }
        if let Some(form) = FormKind::ALL.into_iter().find(|form| form.id() == detail) {
            self.open = Some(form);
        }
    }

    /// What is open, as an address names it.
    pub fn detail(&self) -> Option<String> {
        self.open.map(|form| form.id().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_comes_back_from_its_own_address() {
        for form in FormKind::ALL {
            let mut forms = Forms::default();
            forms.open(form.id());
            assert_eq!(
                (forms.open, forms.detail()),
                (Some(form), Some(form.id().to_owned()))
            );
        }
    }

    #[test]
    fn what_is_no_form_opens_nothing() {
        let mut forms = Forms::default();
        for text in ["", "form-tablet", "Tablet", "pill"] {
            forms.open(text);
            assert_eq!(forms.detail(), None, "{text}");
        }
    }
}
