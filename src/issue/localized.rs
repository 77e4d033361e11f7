//! An issue as programs in other languages read it: with its message, in one language.

use serde::Serialize;

use super::{Issue, IssueCode, Location, Params, Path, Severity};
use crate::locale::Locale;

/// The most issues that are put into words at once: many times as many as an update has values.
pub const MAX_LOCALIZED_ISSUES: usize = 1000;

/// One problem of an input, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(rename = "AnyIssue"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocalizedIssue {
    /// How grave it is.
    pub severity: Severity,
    /// What it is: a stable name to branch on.
    pub code: IssueCode,
    /// Which input it is about.
    pub location: Location,
    /// Where in that input, as keys and indexes.
    #[cfg_attr(feature = "typescript", tsify(type = "(string | number)[]"))]
    pub path: Path,
    /// The same place as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// The values that the message is filled with.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string | number | boolean | string[]>"))]
    pub params: Params,
    /// The issue in words, complete on its own.
    pub message: String,
}

impl Issue {
    /// The issue with its message in a language, to serialize.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path};
    /// let issue = Issue::new(IssueCode::TooLong, Path::from(["title"])).with("max", 10i64).with("actual", 12i64);
    /// let json = serde_json::to_value(issue.localize(Locale::Zh))?;
    /// assert_eq!(json["code"], "too_long");
    /// assert_eq!(json["pointer"], "/title");
    /// assert_eq!(json["message"], "会员卡名称最多 10 个字，当前 12 个字");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn localize(&self, locale: Locale) -> LocalizedIssue {
        LocalizedIssue {
            severity: self.severity,
            code: self.code,
            location: self.location,
            path: self.path.clone(),
            pointer: self.pointer(),
            params: self.params.clone(),
            message: self.message(locale),
        }
    }
}

/// Issues with their messages in a language, to serialize: all of them, as long as there are no more than
/// [`MAX_LOCALIZED_ISSUES`]. Else the first ones, and as the last one [`IssueCode::TooManyIssues`], so that a hostile
/// payload costs no more words than an honest one.
///
/// ```
/// use wechatpay_membercard::{Locale, Validator, localize_issues};
/// let report = Validator::new().validate_json(br#"{"tilte": 1, "code_type": "QR_CODE"}"#);
/// let codes: Vec<_> = localize_issues(report.issues(), Locale::En).into_iter().map(|issue| issue.code).collect();
/// assert_eq!(codes, report.issues().iter().map(|issue| issue.code).collect::<Vec<_>>());
/// ```
pub fn localize_issues<'i>(
    issues: impl IntoIterator<Item = &'i Issue>,
    locale: Locale,
) -> Vec<LocalizedIssue> {
    let mut issues = issues.into_iter();
    let told = issues.by_ref().take(MAX_LOCALIZED_ISSUES).map(|issue| issue.localize(locale));
    let mut told: Vec<LocalizedIssue> = told.collect();
    let mut left_out = 0;
    let mut severity = Severity::Warning;
    for issue in issues {
        left_out += 1;
        severity = severity.min(issue.severity);
    }
    if left_out > 0 {
        let issue = Issue::new(IssueCode::TooManyIssues, Path::root()).severity(severity);
        let issue = issue.with("max", MAX_LOCALIZED_ISSUES).with("actual", MAX_LOCALIZED_ISSUES + left_out);
        told.push(issue.localize(locale));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issues(count: usize) -> Vec<Issue> {
        (0..count).map(|index| Issue::new(IssueCode::NullOmitted, Path::root().index(index))).collect()
    }

    #[test]
    fn as_many_as_the_limit_are_all_told() {
        let told = localize_issues(&issues(MAX_LOCALIZED_ISSUES), Locale::En);
        assert_eq!(told.len(), MAX_LOCALIZED_ISSUES);
        assert!(told.iter().all(|issue| issue.code == IssueCode::NullOmitted));
    }

    #[test]
    fn of_more_the_first_are_told_and_how_many_there_are() {
        let mut issues = issues(MAX_LOCALIZED_ISSUES + 2);
        let told = localize_issues(&issues, Locale::En);
        let (last, first) = told.split_last().unwrap();
        assert_eq!(first, localize_issues(&issues[..MAX_LOCALIZED_ISSUES], Locale::En));
        assert_eq!((last.code, last.severity), (IssueCode::TooManyIssues, Severity::Warning));
        assert_eq!(last.message, "Too many problems: only the first 1000 of 1002 are listed");

        issues.last_mut().unwrap().severity = Severity::Error;
        assert_eq!(localize_issues(&issues, Locale::En).last().unwrap().severity, Severity::Error);
    }
}
