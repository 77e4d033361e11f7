//! Issues, as JavaScript sees them: with their pointer and in words.

use serde::Serialize;
use tsify::Tsify;
use wechatpay_membercard as core;
use wechatpay_membercard::{IssueCode, Locale, Location, Params, Path, Severity};

/// One problem of an input.
#[derive(Serialize, Tsify)]
pub(crate) struct Issue {
    /// An input with warnings alone is valid.
    severity: Severity,
    /// What it is: a stable name to branch on.
    code: IssueCode,
    /// Which input it is about: the update itself, the card's current state, or the values around the update.
    location: Location,
    /// Where it is, as keys and indexes.
    #[tsify(type = "(string | number)[]")]
    path: Path,
    /// Where it is, as a JSON pointer (RFC 6901).
    pointer: String,
    /// The values that the message is filled with.
    #[tsify(type = "Record<string, string | number | boolean | (string | number)[]>")]
    params: Params,
    /// What to tell a person, in the asked language.
    message: String,
}

impl Issue {
    fn new(issue: core::Issue, locale: Locale) -> Issue {
        Issue {
            message: issue.message(locale),
            pointer: issue.pointer(),
            severity: issue.severity,
            code: issue.code,
            location: issue.location,
            path: issue.path,
            params: issue.params,
        }
    }
}

/// Issues in words.
pub(crate) fn in_words(issues: impl IntoIterator<Item = core::Issue>, locale: Locale) -> Vec<Issue> {
    issues.into_iter().map(|issue| Issue::new(issue, locale)).collect()
}

/// What is thrown for an input that is not valid.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreRejection {
    /// What is wrong, and what is doubtful.
    pub(crate) issues: Vec<Issue>,
}
