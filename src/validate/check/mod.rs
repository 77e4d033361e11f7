//! What can be said of one value by itself: its type, and the limits, characters and form that its row asks for.

mod address;
mod appid;
mod characters;
mod choice;
mod date_time;
mod foreign;
mod image_url;
mod instead;
mod integer;
mod keys;
mod list;
mod nearest;
mod number;
mod page_path;
mod phone;
mod subject;
mod text;
mod twins;
mod unknown;
mod url;
mod web_url;

#[cfg(feature = "form")]
pub(crate) use nearest::nearest_field;
#[cfg(feature = "json-schema")]
pub(crate) use page_path::PLUGIN_SCHEMES;
pub(crate) use subject::Subject;
#[cfg(feature = "json-schema")]
pub(crate) use url::{is_escapable_in_host, is_host_of_url};

use crate::endpoint::{Endpoint, UnknownKeys};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, Texts};
use crate::json::{Document, Value};
use crate::schema::{Action, Kind, Mark, Severity};

/// What checks are judged by beside the table.
#[derive(Clone, Copy)]
pub(crate) struct Policy<'p> {
    /// The endpoint that takes the payload.
    pub(crate) endpoint: &'static Endpoint,
    /// The hosts that images may have.
    pub(crate) image_hosts: &'p Texts,
    /// What is done with the body.
    pub(crate) action: Action,
    /// What becomes of keys that the table does not list.
    pub(crate) unknown_keys: UnknownKeys,
}

/// Checks the value at `at`, though not its members.
pub(crate) fn check(document: &Document<'_>, at: usize, policy: Policy<'_>, findings: &mut Findings) {
    let node = &document.nodes()[at];
    let drops = policy.unknown_keys == UnknownKeys::Drop;
    if drops && unknown::is_below_unknown(document, at) {
        return;
    }
    let mut subject = Subject::new(document, at, findings);
    // Most members are fields that the API lists, and their keys as they should be.
    let mark = document.field(at).map(|field| field.mark(policy.action));
    if mark.is_none_or(|mark| !mark.is_listed()) {
        check_name(mark, policy, &mut subject);
    }
    if drops && document.is_unlisted(at) {
        return;
    }
    if matches!(node.value, Value::Object) {
        keys::check(policy.action, policy.unknown_keys, &mut subject);
    }
    match (&node.value, node.kind) {
        (Value::Foreign(kind), _) => subject.report(foreign::issue(kind, &subject)),
        (Value::BrokenText(_), _) => subject.add(IssueCode::UnpairedSurrogate),
        (Value::Null, _) if node.name.key().is_some() => subject.add(IssueCode::NullOmitted),
        (Value::Number(number), None) => number::check(number, &mut subject),
        (Value::Text(text), None) => characters::check_unsupported(text, &mut subject),
        (_, None) => {}
        (Value::Object, Some(Kind::Object(_))) | (Value::Boolean(_), Some(Kind::Boolean)) => {}
        (Value::Array, Some(Kind::List(list))) => list::check(list, &mut subject),
        (Value::Number(number), Some(Kind::Integer(row))) => integer::check(number, row, &mut subject),
        (Value::Text(text), Some(Kind::Choice(choices))) => choice::check(text, choices, &mut subject),
        (Value::Text(text), Some(Kind::Text(row))) => text::check(text, row, policy, &mut subject),
        (Value::Text(text), Some(kind)) if is_json(text, kind) => {
            let issue = subject.issue(IssueCode::JsonInText);
            subject.report(issue.with("expected", kind.json_type()));
        }
        (value, Some(kind)) => subject.report(wrong_type(value, kind, &subject)),
    }
}

/// Whether a text looks like the JSON of an object or array that is due.
fn is_json(text: &str, kind: &Kind) -> bool {
    // What JSON takes for blank.
    let first = text.trim_ascii_start().bytes().next();
    match kind {
        Kind::Object(_) => first == Some(b'{'),
        Kind::List(_) => first == Some(b'['),
        _ => false,
    }
}

/// A value of another type than the table says.
fn wrong_type(value: &Value<'_>, kind: &Kind, subject: &Subject<'_, '_>) -> Issue {
    let issue = subject.issue(IssueCode::WrongType);
    let issue = issue.with("expected", kind.json_type()).with("actual", value.json_type());
    match instead::instead(value, kind) {
        Some(instead) => issue.with("instead", instead),
        None => issue,
    }
}

/// Checks the key of a member that is no field, or none that the operation's page lists.
fn check_name(mark: Option<Mark>, policy: Policy<'_>, subject: &mut Subject<'_, '_>) {
    let Some(key) = subject.node().name.key() else { return };
    if key == "__proto__" {
        let issue = subject.issue(IssueCode::ForbiddenKey);
        return subject.report(issue.quoting("key", key));
    }
    match mark {
        Some(mark @ (Mark::Fixed | Mark::Doubtful)) => return check_mark(mark, policy, subject),
        _ if subject.document().is_unlisted(subject.at()) => {
            unknown::check(key, policy, subject);
            if policy.unknown_keys == UnknownKeys::Drop {
                return;
            }
        }
        _ => {}
    }
    characters::check_unsupported(key, subject);
}

/// Reports a field that cannot be changed, or that the operation may not take any more. `null` counts as absent.
fn check_mark(mark: Mark, policy: Policy<'_>, subject: &mut Subject<'_, '_>) {
    if subject.node().value.is_null() {
        return;
    }
    let issue = match (mark, policy.unknown_keys) {
        (Mark::Fixed, UnknownKeys::Refuse) => fixed(policy, subject),
        (Mark::Fixed, _) => fixed(policy, subject).severity(Severity::Warning),
        _ => subject.issue(IssueCode::FieldUnlisted),
    };
    subject.report(issue);
}

fn fixed(policy: Policy<'_>, subject: &Subject<'_, '_>) -> Issue {
    unknown::elsewhere(subject.issue(IssueCode::FieldFixed), policy, subject)
}
