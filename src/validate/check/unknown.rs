//! Keys that the API does not list where they stand, and what they may be meant for.

use super::Subject;
use super::nearest::nearest;
use crate::endpoint::{ANY, UnknownKeys};
use crate::issue::{Issue, IssueCode};
use crate::json::Document;
use crate::schema::{Field, Kind, List, Object, Severity};
use crate::text::letters::is_same_word;

/// Whether the value at `at` stands below a key that the API does not list.
pub(super) fn is_below_unknown(document: &Document<'_>, mut at: usize) -> bool {
    while document.nodes()[at].kind.is_none() && at > 0 {
        at = document.nodes()[at].parent;
        if document.is_unlisted(at) {
            return true;
        }
    }
    false
}

/// Reports a key that the table of the object around it does not list.
pub(super) fn check(
    key: &str,
    around: &'static Object,
    unknown_keys: UnknownKeys,
    subject: &mut Subject<'_, '_>,
) {
    let issue = match unknown_keys {
        UnknownKeys::Warn => subject.issue(IssueCode::UnknownKey),
        UnknownKeys::Refuse => subject.issue(IssueCode::UnknownKey).severity(Severity::Error),
        UnknownKeys::Drop => subject.issue(IssueCode::UnknownKeyDropped),
    };
    let issue = issue.quoting("key", key);
    subject.report(meant(issue, key, around, subject));
}

/// Adds what a key may be meant for, if that can be told: a field beside it, or the same field at its own place.
fn meant(issue: Issue, key: &str, around: &'static Object, subject: &Subject<'_, '_>) -> Issue {
    let named = || around.fields.iter().find(|field| is_same_word(field.name, key));
    if let Some(field) = named().or_else(|| without_prefix(key, around, subject)) {
        return issue.with("nearest", field.name);
    }
    let places = places(key, around, subject);
    if !places.is_empty() {
        return issue.with("places", places);
    }
    match nearest(key, &mut around.fields.iter().map(|field| (field.name, field.letters))) {
        Some(nearest) => issue.with("nearest", nearest),
        None => issue,
    }
}

/// The field that the key is but for the word that the fields of an object begin with, as the object does: `appid` in
/// `balance_information` is `balance_appid`.
fn without_prefix(key: &str, around: &'static Object, subject: &Subject<'_, '_>) -> Option<&'static Field> {
    let document = subject.document();
    let (prefix, _) = document.field(subject.node().parent)?.name.split_once('_')?;
    let is_it = |field: &&Field| {
        let rest = field.name.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
        rest.is_some_and(|rest| is_same_word(rest, key))
    };
    around.fields.iter().find(is_it)
}

/// Where the API lists a field of that name, as JSON pointers: inside of the object around it, and else anywhere.
fn places(key: &str, around: &'static Object, subject: &Subject<'_, '_>) -> Vec<String> {
    let mut places = Vec::new();
    add_places(key, around, &mut Vec::new(), &mut places);
    if !places.is_empty() {
        let own = subject.document().path(subject.node().parent).to_string();
        return places.into_iter().map(|place| own.clone() + &place).collect();
    }
    if let Some(whole) = subject.document().table(0) {
        add_places(key, whole, &mut Vec::new(), &mut places);
    }
    places
}

/// Adds the places of a field within an object, to which steps lead.
fn add_places(key: &str, object: &'static Object, steps: &mut Vec<&'static str>, places: &mut Vec<String>) {
    for field in object.fields {
        steps.push(field.name);
        if is_same_word(field.name, key) {
            places.push(["/", &steps.join("/")].concat());
        }
        match &field.kind {
            Kind::Object(inner) => add_places(key, inner, steps, places),
            Kind::List(List { item: Kind::Object(inner), .. }) => {
                steps.push(ANY);
                add_places(key, inner, steps, places);
                steps.pop();
            }
            _ => {}
        }
        steps.pop();
    }
}
