//! Values of the host that could not be read, or that JSON has no word for.

use super::CheckContext;
use crate::issue::{Issue, IssueCode};
use crate::json::{MAX_BYTES, MAX_DEPTH, moment};
use crate::schema::Kind;

/// Begins the kind of an object that says itself how JSON is to write it; the name of its class follows.
const OWN_JSON: &str = "!toJSON ";

/// What kept the host from writing a value of that kind as JSON.
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

/// A date object that is none, or that stands where no time is due: only a time is written in one way alone.
fn date(moment: Option<String>, context: &CheckContext<'_, '_>) -> Issue {
    let Some(written) = moment else { return context.issue(IssueCode::DateInvalid) };
    let issue = context.issue(IssueCode::DateNotDue);
    match context.node().kind {
        None | Some(Kind::Text(_)) => issue.with("written", written),
        Some(kind) => issue.with("expected", kind.json_type()),
    }
}
