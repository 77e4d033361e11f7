//! Numbers that no row of the table asks for: below keys that the API does not list.

use super::CheckContext;
use crate::issue::IssueCode;
use crate::json::round_trips;

/// A number that most readers keep as another one would be signed as the one and read as the other.
pub(super) fn check(number: &str, context: &mut CheckContext<'_, '_>) {
    // What a binding writes is the number that its host keeps.
    if cfg!(feature = "json") && !round_trips(number) {
        let issue = context.issue(IssueCode::InexactNumber);
        context.report(issue.quoting("actual", number));
    }
}
