//! The range of integers.

use super::CheckContext;
use crate::issue::{IssueCode, Severity};
use crate::json::{MAX_SAFE_INTEGER, ParsedInteger, parse_integer};
use crate::schema::{Integer, Limit};

pub(super) fn check(number: &str, row: &Integer, context: &mut CheckContext<'_, '_>) {
    let negative = number.starts_with('-');
    match parse_integer(number) {
        ParsedInteger::Fraction => {
            let issue = context.issue(IssueCode::NotInteger);
            context.report(issue.quoting("actual", number));
        }
        ParsedInteger::Unsafe if !negative => {
            let issue = context.issue(IssueCode::TooLarge).severity(Severity::Error);
            context.report(issue.with("max", MAX_SAFE_INTEGER).quoting("actual", number));
        }
        ParsedInteger::Unsafe => {
            let issue = context.issue(IssueCode::TooSmall);
            context.report(issue.with("min", row.min).quoting("actual", number));
        }
        ParsedInteger::Integer(value) if value < row.min => {
            let issue = context.issue(IssueCode::TooSmall);
            context.report(issue.with("min", row.min).with("actual", value));
        }
        ParsedInteger::Integer(0) if row.doubts_zero => context.add(IssueCode::ZeroValue),
        ParsedInteger::Integer(value) => {
            if let Some(Limit { max, severity }) = row.max.filter(|limit| value > limit.max) {
                let issue = context.issue(IssueCode::TooLarge).severity(severity);
                context.report(issue.with("max", max).with("actual", value));
            }
        }
    }
}
