//! Issues as JavaScript sees them: with their pointer and their message.

use serde::Serialize;
use wechatpay_membercard::{Issue, IssueCode, Locale, Location, Params, Path, Severity};

/// One issue in one language.
#[derive(Serialize)]
pub(crate) struct JsIssue<'a> {
    severity: Severity,
    code: IssueCode,
    location: Location,
    path: &'a Path,
    pointer: String,
    params: &'a Params,
    message: String,
}

impl JsIssue<'_> {
    fn new(issue: &Issue, locale: Locale) -> JsIssue<'_> {
        JsIssue {
            severity: issue.severity,
            code: issue.code,
            location: issue.location,
            path: &issue.path,
            pointer: issue.pointer(),
            params: &issue.params,
            message: issue.message(locale),
        }
    }
}

/// The issues in one language.
pub(crate) fn js_issues(issues: &[Issue], locale: Locale) -> Vec<JsIssue<'_>> {
    issues.iter().map(|issue| JsIssue::new(issue, locale)).collect()
}
