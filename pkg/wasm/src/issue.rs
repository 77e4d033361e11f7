//! Issues, as JavaScript sees them: in words.

use serde::Serialize;
use tsify::Tsify;
use wechatpay_membercard::{
    Issue, IssueCode, Locale, LocalizedIssue, Location, Params, Path, Severity, abridge,
};

use crate::value::to_json;

/// Issues in words.
pub(crate) fn in_words(issues: impl IntoIterator<Item = Issue>, locale: Locale) -> Vec<LocalizedIssue> {
    abridge(issues.into_iter().collect()).into_iter().map(|issue| issue.into_localized(locale)).collect()
}

/// An issue without what is written elsewhere: its pointer says what its path says, and its message is in another script.
#[derive(Serialize)]
struct Row<'i>(Severity, IssueCode, Location, &'i Path, &'i Params);

/// Issues in the form that JavaScript reads fastest: their rows as JSON text, which mostly is ASCII, then their messages
/// as JSON text, then the length of the rows in four bytes, the lowest first.
pub(crate) fn told(issues: Vec<Issue>, locale: Locale) -> Vec<u8> {
    let issues = abridge(issues);
    let rows = issues
        .iter()
        .map(|issue| Row(issue.severity, issue.code, issue.location, &issue.path, &issue.params));
    let mut bytes = to_json(&rows.collect::<Vec<_>>()).into_bytes();
    let length = bytes.len() as u32;
    let messages: Vec<String> = issues.iter().map(|issue| issue.message(locale)).collect();
    bytes.extend(to_json(&messages).into_bytes());
    bytes.extend(length.to_le_bytes());
    bytes
}

/// What is thrown for an input that is not valid.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreRejection {
    /// What is wrong, and what is doubtful.
    #[tsify(type = "Issue[]")]
    pub(crate) issues: Vec<LocalizedIssue>,
}
