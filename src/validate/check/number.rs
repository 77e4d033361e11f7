//! Numbers that no row of the table asks for: below keys that the API does not list.

use super::Subject;
use crate::issue::IssueCode;
use crate::json::is_kept;

/// A number that most readers keep as another one would be signed as the one and read as the other.
pub(super) fn check(number: &str, subject: &mut Subject<'_, '_>) {
    // What a binding writes is the number that its host keeps.
    if cfg!(feature = "json") && !is_kept(number) {
        let issue = subject.issue(IssueCode::InexactNumber);
        subject.report(issue.quoting("actual", number));
    }
}
