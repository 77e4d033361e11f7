//! Issues with their message in one language, for serialization.

use serde::Serialize;

use super::{Issue, IssueCode, Location, Params, Path, Severity};
use crate::text::locale::Locale;

/// An issue with its message in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(rename = "AnyIssue"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocalizedIssue {
    /// Its severity.
    pub severity: Severity,
    /// Its code: a stable name to branch on.
    pub code: IssueCode,
    /// The input it is about.
    pub location: Location,
    /// The path in that input, as keys and indexes.
    #[cfg_attr(feature = "typescript", tsify(type = "(string | number)[]"))]
    pub path: Path,
    /// The path as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// The parameters of the message.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string | number | boolean | string[]>"))]
    pub params: Params,
    /// The message: a complete sentence on one line. Hidden characters from the input are escaped as in JSON; `params`
    /// has them raw.
    pub message: String,
}

impl Issue {
    /// The issue with its message in one language, for serialization.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path, membercard_open::UPDATE};
    /// let title = UPDATE.body.path(Path::from(["title"]));
    /// let issue = Issue::new(IssueCode::TooLong, title).with("max", 10i64).with("actual", 12i64);
    /// let json = serde_json::to_value(issue.localize(Locale::Zh))?;
    /// assert_eq!(json["code"], "too_long");
    /// assert_eq!(json["pointer"], "/title");
    /// assert_eq!(json["message"], "会员卡名称最多 10 个字，当前 12 个字");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn localize(&self, locale: Locale) -> LocalizedIssue {
        self.clone().into_localized(locale)
    }

    /// Like [`localize`](Issue::localize), consuming the issue.
    pub fn into_localized(self, locale: Locale) -> LocalizedIssue {
        LocalizedIssue {
            severity: self.severity,
            code: self.code,
            location: self.location,
            pointer: self.pointer(),
            message: self.message(locale),
            path: self.path,
            params: self.params,
        }
    }
}
