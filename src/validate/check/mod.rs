//! Checks of single values: type, limits, characters and format, according to their rows.

mod address;
mod ambiguous_keys;
mod appid;
mod characters;
mod choice;
mod context;
mod date_time;
mod image_url;
mod instead;
mod keys;
mod list;
mod nearest;
mod non_json;
mod number;
mod page_path;
mod phone;
mod text;
mod unknown;
mod url;
mod web_url;

pub(crate) use context::CheckContext;
#[cfg(feature = "form")]
pub(crate) use nearest::nearest_field;
#[cfg(feature = "json-schema")]
pub(crate) use page_path::PLUGIN_SCHEMES;
#[cfg(feature = "json-schema")]
pub(crate) use url::{is_escapable_in_host, is_host_of_url};

use crate::endpoint::{Endpoint, UnknownKeys};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, TextList};
use crate::json::{Document, Value};
use crate::schema::{Action, Kind, Mark, Severity};

/// The configuration of checks.
#[derive(Clone, Copy)]
pub(crate) struct Policy<'p> {
    /// The endpoint of the payload.
    pub(crate) endpoint: &'static Endpoint,
    /// The allowed image hosts.
    pub(crate) image_hosts: &'p TextList,
    /// The action on the body.
    pub(crate) action: Action,
    /// The treatment of unknown keys.
    pub(crate) unknown_keys: UnknownKeys,
}

/// Checks the value at `at`, without its members.
pub(crate) fn check(document: &Document<'_>, at: usize, policy: Policy<'_>, findings: &mut Findings) {
    let node = &document.nodes()[at];
    let drops = policy.unknown_keys == UnknownKeys::Drop;
    if drops && unknown::is_below_unknown(document, at) {
        return;
    }
    let mut context = CheckContext::new(document, at, findings);
    // Most members are listed fields with proper keys.
    let mark = document.field(at).map(|field| field.mark(policy.action));
    if mark.is_none_or(|mark| !mark.is_listed()) {
        check_name(mark, policy, &mut context);
    }
    if drops && document.is_unlisted(at) {
        return;
    }
    if matches!(node.value, Value::Object) {
        keys::check(policy.action, policy.unknown_keys, &mut context);
    }
    match (&node.value, node.kind) {
        (Value::NonJson(kind), _) => context.report(non_json::issue(kind, &context)),
        (Value::IllFormedText(_), _) => context.add(IssueCode::UnpairedSurrogate),
        (Value::Null, _) if node.name.key().is_some() => context.add(IssueCode::NullOmitted),
        (Value::Number(number), None) => number::check_unlisted(number, &mut context),
        (Value::Text(text), None) => characters::check_unsupported(text, &mut context),
        (_, None) => {}
        (Value::Object, Some(Kind::Object(_))) | (Value::Boolean(_), Some(Kind::Boolean)) => {}
        (Value::Array, Some(Kind::List(list))) => list::check(list, &mut context),
        (Value::Number(number), Some(Kind::Integer(row))) => number::check_integer(number, row, &mut context),
        (Value::Text(text), Some(Kind::Choice(choices))) => choice::check(text, choices, &mut context),
        (Value::Text(text), Some(Kind::Text(row))) => text::check(text, row, policy, &mut context),
        (Value::Text(text), Some(kind)) if is_json(text, kind) => {
            let issue = context.issue(IssueCode::JsonInText);
            context.report(issue.with("expected", kind.json_type()));
        }
        (value, Some(kind)) => context.report(wrong_type(value, kind, &context)),
    }
}

/// Whether a text looks like JSON text of the expected object or array.
fn is_json(text: &str, kind: &Kind) -> bool {
    // JSON's whitespace.
    let first = text.trim_ascii_start().bytes().next();
    match kind {
        Kind::Object(_) => first == Some(b'{'),
        Kind::List(_) => first == Some(b'['),
        _ => false,
    }
}

/// The issue of a value of the wrong type.
fn wrong_type(value: &Value<'_>, kind: &Kind, context: &CheckContext<'_, '_>) -> Issue {
    let issue = context.issue(IssueCode::WrongType);
    let issue = issue.with("expected", kind.json_type()).with("actual", value.json_type());
    match instead::instead(value, kind) {
        Some(instead) => issue.with("instead", instead),
        None => issue,
    }
}

/// Checks the key of a member that is not a field, or not listed for the operation.
fn check_name(mark: Option<Mark>, policy: Policy<'_>, context: &mut CheckContext<'_, '_>) {
    let Some(key) = context.node().name.key() else { return };
    if key == "__proto__" {
        let issue = context.issue(IssueCode::ForbiddenKey);
        return context.report(issue.quoting("key", key));
    }
    match mark {
        Some(mark @ (Mark::Immutable | Mark::Doubtful)) => return check_mark(mark, policy, context),
        _ if context.document().is_unlisted(context.at()) => {
            unknown::check(key, policy, context);
            if policy.unknown_keys == UnknownKeys::Drop {
                return;
            }
        }
        _ => {}
    }
    characters::check_unsupported(key, context);
}

/// Reports a field that cannot change, or that the operation may no longer accept. `null` counts as absent.
fn check_mark(mark: Mark, policy: Policy<'_>, context: &mut CheckContext<'_, '_>) {
    if context.node().value.is_null() {
        return;
    }
    let issue = match (mark, policy.unknown_keys) {
        (Mark::Immutable, UnknownKeys::Refuse) => immutable(policy, context),
        (Mark::Immutable, _) => immutable(policy, context).severity(Severity::Warning),
        _ => context.issue(IssueCode::FieldUnlisted),
    };
    context.report(issue);
}

fn immutable(policy: Policy<'_>, context: &CheckContext<'_, '_>) -> Issue {
    unknown::with_other_api(context.issue(IssueCode::FieldFixed), policy, context)
}
