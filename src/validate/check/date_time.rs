//! RFC 3339 dates and times, in the formats listed in the API's basic rules.
//!
//! Facts: docs/domain.md#1.3.

use super::CheckContext;
use crate::issue::IssueCode;
use crate::text::date_time::{DateTimeError, parse};

pub(super) fn check(text: &str, context: &mut CheckContext<'_, '_>) {
    match parse(text) {
        Err(DateTimeError::Format) => context.add(IssueCode::DateTimeFormat),
        Err(DateTimeError::OutOfRange(part)) => {
            let issue = context.issue(IssueCode::DateTimeNonexistent);
            context.report(issue.with("part", part));
        }
        Ok(moment) => {
            for part in moment.unlisted.into_iter().flatten() {
                let issue = context.issue(IssueCode::DateTimeUnlisted);
                context.report(issue.with("part", part));
            }
        }
    }
}
