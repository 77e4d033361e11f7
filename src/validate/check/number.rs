//! Numbers: the range of integers, and precision under unknown keys.

use super::CheckContext;
use crate::issue::{IssueCode, Severity};
use crate::json::{MAX_SAFE_INTEGER, ParsedInteger, parse_integer, round_trips};
use crate::schema::{Integer, Limit};

/// Checks the range of an integer field.
pub(super) fn check_integer(number: &str, row: &Integer, context: &mut CheckContext<'_, '_>) {
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

/// Checks a number under an unknown key, which has no row. Readers that convert it would see another value than the one
/// that was signed.
pub(super) fn check_unlisted(number: &str, context: &mut CheckContext<'_, '_>) {
    // Bindings write numbers that round-trip.
    if cfg!(feature = "json") && !round_trips(number) {
        let issue = context.issue(IssueCode::InexactNumber);
        context.report(issue.quoting("actual", number));
    }
}
