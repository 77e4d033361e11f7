//! Issues, as JavaScript sees them: in words.

use serde::Serialize;
use tsify::Tsify;
use wechatpay_membercard::{Issue, Locale, LocalizedIssue, abridge};

/// Issues in words.
pub(crate) fn in_words(issues: impl IntoIterator<Item = Issue>, locale: Locale) -> Vec<LocalizedIssue> {
    abridge(issues.into_iter().collect()).into_iter().map(|issue| issue.into_localized(locale)).collect()
}

/// What is thrown for an input that is not valid.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreRejection {
    /// What is wrong, and what is doubtful.
    #[tsify(type = "Issue[]")]
    pub(crate) issues: Vec<LocalizedIssue>,
}
