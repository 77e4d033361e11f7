//! Limits how many issues are listed.

use super::{Issue, IssueCode, Param};
use crate::schema::{Path, Severity};

/// The most issues that a report lists: many times the number of values in an update.
pub const MAX_LISTED_ISSUES: usize = 1000;

/// Limits issues to [`MAX_LISTED_ISSUES`], so that a hostile payload costs no more than an ordinary one. If there are
/// more, the first ones are listed, followed by [`IssueCode::TooManyIssues`], which is an error if an omitted issue is.
///
/// Reports are abridged already. Issues of several reports can be abridged together: omitted ones are added up.
///
/// ```
/// use wechatpay_membercard::{Validator, abridge};
/// let report = Validator::new().validate_json(br#"{"tilte": 1, "code_type": "QR_CODE"}"#);
/// assert_eq!(abridge(report.issues().to_vec()), report.issues());
/// ```
pub fn abridge(issues: Vec<Issue>) -> Vec<Issue> {
    if issues.len() <= MAX_LISTED_ISSUES && issues.iter().all(|issue| issue.code != IssueCode::TooManyIssues)
    {
        return issues;
    }
    let mut omitted = Omitted::default();
    let mut listed = Vec::new();
    for issue in issues {
        match left_out_before(&issue) {
            None if listed.len() < MAX_LISTED_ISSUES => listed.push(issue),
            stands_for => omitted.add(stands_for.unwrap_or(1), &issue),
        }
    }
    listed.extend(omitted.issue(listed.len()));
    listed
}

/// How many omitted issues this one stands for, if it is `TooManyIssues`.
fn left_out_before(issue: &Issue) -> Option<usize> {
    let count = |name| match issue.params.get(name) {
        Some(Param::Integer(count)) => usize::try_from(*count).ok(),
        _ => None,
    };
    (issue.code == IssueCode::TooManyIssues).then(|| count("actual")?.checked_sub(count("max")?)).flatten()
}

/// Counts omitted issues.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Omitted {
    count: usize,
    has_error: bool,
}

impl Omitted {
    /// Adds omitted issues; `gravest` is the most severe of them.
    pub(super) fn add(&mut self, count: usize, gravest: &Issue) {
        self.count += count;
        self.has_error |= count > 0 && gravest.is_error();
    }

    /// The issue that stands for the omitted ones, if any; `listed` is the number of those listed.
    pub(super) fn issue(self, listed: usize) -> Option<Issue> {
        let severity = if self.has_error { Severity::Error } else { Severity::Warning };
        let issue = || Issue::new(IssueCode::TooManyIssues, Path::root()).severity(severity);
        (self.count > 0).then(|| issue().with("max", listed).with("actual", listed + self.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::Locale;

    fn issues(count: usize) -> Vec<Issue> {
        (0..count).map(|index| Issue::new(IssueCode::NullOmitted, Path::root().index(index))).collect()
    }

    #[test]
    fn issues_up_to_the_limit_are_all_listed() {
        assert_eq!(abridge(issues(MAX_LISTED_ISSUES)), issues(MAX_LISTED_ISSUES));
    }

    #[test]
    fn beyond_the_limit_the_first_and_the_total_are_listed() {
        let mut given = issues(MAX_LISTED_ISSUES + 2);
        let listed = abridge(given.clone());
        let (last, first) = listed.split_last().unwrap();
        assert_eq!(first, issues(MAX_LISTED_ISSUES));
        assert_eq!((last.code, last.severity), (IssueCode::TooManyIssues, Severity::Warning));
        assert_eq!(last.message(Locale::En), "Too many problems: only the first 1000 of 1002 are listed");

        given.last_mut().unwrap().severity = Severity::Error;
        assert_eq!(abridge(given).last().unwrap().severity, Severity::Error);
    }

    #[test]
    fn what_was_abridged_before_counts() {
        let mut grave = issues(MAX_LISTED_ISSUES + 5);
        grave.last_mut().unwrap().severity = Severity::Error;
        let abridged = abridge(grave);
        assert_eq!(abridge(abridged.clone()), abridged);

        let both = abridge([abridged, abridge(issues(MAX_LISTED_ISSUES + 1))].concat());
        let last = both.last().unwrap();
        assert_eq!(both.len(), MAX_LISTED_ISSUES + 1);
        assert_eq!(last.severity, Severity::Error);
        assert_eq!(last.message(Locale::En), "Too many problems: only the first 1000 of 2006 are listed");
    }
}
