//! Values of the host that could not be read, or that JSON has no word for.

use super::Subject;
use crate::issue::{Issue, IssueCode};
use crate::json::{MAX_BYTES, MAX_DEPTH, moment};
use crate::schema::Kind;

/// Begins the kind of an object that says itself how JSON is to write it; the name of its class follows.
const OWN_JSON: &str = "!toJSON ";

/// What kept the host from writing a value of that kind as JSON.
pub(super) fn issue(kind: &str, subject: &Subject<'_, '_>) -> Issue {
    if let Some(moment) = moment(kind) {
        return date(moment, subject);
    }
    if let Some(class) = kind.strip_prefix(OWN_JSON) {
        return subject.issue(IssueCode::OwnJson).quoting("actual", class);
    }
    match kind {
        "!unreadable" => subject.issue(IssueCode::Unreadable),
        "!circular" => subject.issue(IssueCode::Circular),
        "!depth" => subject.issue(IssueCode::JsonTooDeep).with("max", MAX_DEPTH),
        "!size" => subject.issue(IssueCode::JsonTooLarge).with("max", MAX_BYTES).with("unit", "byte"),
        kind => unsupported(kind, subject),
    }
}

fn unsupported(kind: &str, subject: &Subject<'_, '_>) -> Issue {
    let issue = subject.issue(IssueCode::UnsupportedValue).quoting("actual", kind);
    match subject.node().kind {
        Some(kind) => issue.with("expected", kind.json_type()),
        None => issue,
    }
}

/// A date object that is none, or that stands where no time is due: only a time is written in one way alone.
fn date(moment: Option<String>, subject: &Subject<'_, '_>) -> Issue {
    let Some(written) = moment else { return subject.issue(IssueCode::DateInvalid) };
    let issue = subject.issue(IssueCode::DateNotDue);
    match subject.node().kind {
        None | Some(Kind::Text(_)) => issue.with("written", written),
        Some(kind) => issue.with("expected", kind.json_type()),
    }
}
