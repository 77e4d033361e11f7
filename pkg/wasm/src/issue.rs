//! Issues, as JavaScript sees them: in words.

use serde::Serialize;
use tsify::Tsify;
use wechatpay_membercard::LocalizedIssue;
pub(crate) use wechatpay_membercard::localize_issues as in_words;

/// What is thrown for an input that is not valid.
#[derive(Serialize, Tsify)]
pub(crate) struct CoreRejection {
    /// What is wrong, and what is doubtful.
    #[tsify(type = "Issue[]")]
    pub(crate) issues: Vec<LocalizedIssue>,
}
