//! Versions, as tools print them.

use std::fmt;

/// A version of up to three numbers; what is left out counts as nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32, pub(crate) u32);

impl Version {
    /// The first version in what a tool printed: `wasm-opt version 132 (version_132)`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::parse)
    }

    fn parse(word: &str) -> Option<Self> {
        let word = word.trim_start_matches('v');
        if !word.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let mut numbers = word
            .split(|mark: char| !mark.is_ascii_digit())
            .map(str::parse::<u32>);
        let mut next = || numbers.next().and_then(Result::ok);
        Some(Self(next()?, next().unwrap_or(0), next().unwrap_or(0)))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, expected: Option<Version>) {
        assert_eq!(Version::find(printed), expected, "{printed}");
    }

    #[test]
    fn versions_are_found_in_what_tools_print() {
        check("trunk 0.21.14", Some(Version(0, 21, 14)));
        check("wasm-bindgen 0.2.130", Some(Version(0, 2, 130)));
        check(
            "wasm-opt version 132 (version_132)",
            Some(Version(132, 0, 0)),
        );
        check(
            "wasm-opt version 116 (version_116-12-gabc)",
            Some(Version(116, 0, 0)),
        );
        check("v20.20.2", Some(Version(20, 20, 2)));
        check(
            "Chromium 156.0.8078.79 built on Debian",
            Some(Version(156, 0, 8078)),
        );
        check("no version here", None);
    }
}
