//! Numbers under unknown keys, which have no row.

use super::CheckContext;
use crate::issue::IssueCode;
use crate::json::round_trips;

/// Readers that convert the number would see another value than the one that was signed.
pub(super) fn check(number: &str, context: &mut CheckContext<'_, '_>) {
    // Bindings write numbers that round-trip.
    if cfg!(feature = "json") && !round_trips(number) {
        let issue = context.issue(IssueCode::InexactNumber);
        context.report(issue.quoting("actual", number));
    }
}
