//! Integers: between which numbers they lie.

use super::Subject;
use crate::issue::{IssueCode, Severity};
use crate::json::{MAX_SAFE_INTEGER, Whole, whole};
use crate::schema::{Integer, Limit};

pub(super) fn check(number: &str, row: &Integer, subject: &mut Subject<'_, '_>) {
    let negative = number.starts_with('-');
    match whole(number) {
        Whole::Fraction => {
            let issue = subject.issue(IssueCode::NotInteger);
            subject.report(issue.quoting("actual", number));
        }
        Whole::Beyond if !negative => {
            let issue = subject.issue(IssueCode::TooLarge).severity(Severity::Error);
            subject.report(issue.with("max", MAX_SAFE_INTEGER).quoting("actual", number));
        }
        Whole::Beyond => {
            let issue = subject.issue(IssueCode::TooSmall);
            subject.report(issue.with("min", row.min).quoting("actual", number));
        }
        Whole::Integer(value) if value < row.min => {
            let issue = subject.issue(IssueCode::TooSmall);
            subject.report(issue.with("min", row.min).with("actual", value));
        }
        Whole::Integer(0) if row.doubts_zero => subject.add(IssueCode::ZeroValue),
        Whole::Integer(value) => {
            if let Some(Limit { max, severity }) = row.max.filter(|limit| value > limit.max) {
                let issue = subject.issue(IssueCode::TooLarge).severity(severity);
                subject.report(issue.with("max", max).with("actual", value));
            }
        }
    }
}
