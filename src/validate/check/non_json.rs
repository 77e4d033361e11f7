//! Values of the host that could not be read, or that JSON cannot represent.

use super::CheckContext;
use crate::issue::{Issue, IssueCode};
use crate::json::{MAX_BYTES, MAX_DEPTH, moment};
use crate::schema::Kind;

/// Marks the kind of an object with a `toJSON` method; the name of its class follows.
const OWN_JSON: &str = "!toJSON ";

/// The issue of a value of that kind.
pub(super) fn issue(kind: &str, context: &CheckContext<'_, '_>) -> Issue {
    if let Some(moment) = moment(kind) {
        return date(moment, context);
    }
    if let Some(class) = kind.strip_prefix(OWN_JSON) {
        return context.issue(IssueCode::OwnJson).quoting("actual", class);
    }
    match kind {
        "!unreadable" => context.issue(IssueCode::Unreadable),
        "!circular" => context.issue(IssueCode::Circular),
        "!depth" => context.issue(IssueCode::JsonTooDeep).with("max", MAX_DEPTH),
        "!size" => context.issue(IssueCode::JsonTooLarge).with("max", MAX_BYTES).with("unit", "byte"),
        kind => unsupported(kind, context),
    }
}

fn unsupported(kind: &str, context: &CheckContext<'_, '_>) -> Issue {
    let issue = context.issue(IssueCode::UnsupportedValue).quoting("actual", kind);
    match context.node().kind {
        Some(kind) => issue.with("expected", kind.json_type()),
        None => issue,
    }
}

/// An invalid date object, or one where no time is expected. Only a time has an unambiguous text form.
fn date(moment: Option<String>, context: &CheckContext<'_, '_>) -> Issue {
    let Some(written) = moment else { return context.issue(IssueCode::DateInvalid) };
    let issue = context.issue(IssueCode::DateNotDue);
    match context.node().kind {
        None | Some(Kind::Text(_)) => issue.with("written", written),
        Some(kind) => issue.with("expected", kind.json_type()),
    }
}
