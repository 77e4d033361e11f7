//! As many issues as anyone wants to be told at once.

use super::{Issue, IssueCode, Path, Severity};

/// The most issues that are told at once: many times as many as an update has values.
pub const MAX_TOLD_ISSUES: usize = 1000;

/// The issues to put into words: all of them, as long as there are no more than [`MAX_TOLD_ISSUES`]. Else the first
/// ones, and as the last one [`IssueCode::TooManyIssues`], so that a hostile payload costs no more words than an honest
/// one. It is an error if one of those left out is.
///
/// ```
/// use wechatpay_membercard::{Validator, abridge};
/// let report = Validator::new().validate_json(br#"{"tilte": 1, "code_type": "QR_CODE"}"#);
/// assert_eq!(abridge(report.issues().to_vec()), report.issues());
/// ```
pub fn abridge(mut issues: Vec<Issue>) -> Vec<Issue> {
    let count = issues.len();
    if count > MAX_TOLD_ISSUES {
        let has_error = issues[MAX_TOLD_ISSUES..].iter().any(Issue::is_error);
        let severity = if has_error { Severity::Error } else { Severity::Warning };
        issues.truncate(MAX_TOLD_ISSUES);
        let last = Issue::new(IssueCode::TooManyIssues, Path::root()).severity(severity);
        issues.push(last.with("max", MAX_TOLD_ISSUES).with("actual", count));
    }
    issues
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::Locale;

    fn issues(count: usize) -> Vec<Issue> {
        (0..count).map(|index| Issue::new(IssueCode::NullOmitted, Path::root().index(index))).collect()
    }

    #[test]
    fn as_many_as_the_limit_are_all_told() {
        assert_eq!(abridge(issues(MAX_TOLD_ISSUES)), issues(MAX_TOLD_ISSUES));
    }

    #[test]
    fn of_more_the_first_are_told_and_how_many_there_are() {
        let mut given = issues(MAX_TOLD_ISSUES + 2);
        let told = abridge(given.clone());
        let (last, first) = told.split_last().unwrap();
        assert_eq!(first, issues(MAX_TOLD_ISSUES));
        assert_eq!((last.code, last.severity), (IssueCode::TooManyIssues, Severity::Warning));
        assert_eq!(last.message(Locale::En), "Too many problems: only the first 1000 of 1002 are listed");

        given.last_mut().unwrap().severity = Severity::Error;
        assert_eq!(abridge(given).last().unwrap().severity, Severity::Error);
    }
}
