//! Dates and times: RFC 3339, in the forms that the API's basic rules list.
//!
//! Facts: docs/domain.md#1.3.

use super::Subject;
use crate::issue::IssueCode;
use crate::text::date_time::{Wrong, parse};

pub(super) fn check(text: &str, subject: &mut Subject<'_, '_>) {
    match parse(text) {
        Err(Wrong::Form) => subject.add(IssueCode::DateTimeFormat),
        Err(Wrong::Part(part)) => {
            let issue = subject.issue(IssueCode::DateTimeNonexistent);
            subject.report(issue.with("part", part));
        }
        Ok(moment) => {
            for part in moment.unlisted.into_iter().flatten() {
                let issue = subject.issue(IssueCode::DateTimeUnlisted);
                subject.report(issue.with("part", part));
            }
        }
    }
}
