//! Keys that the API does not list where they stand: what becomes of them, and what they may be meant for.

use serde::{Deserialize, Serialize};

use super::Subject;
use super::nearest::nearest;
use crate::issue::{Issue, IssueCode, Severity};
use crate::json::Document;
use crate::schema::{ANY, CARD_UPDATE, Field, Kind, List, Object, is_same_word};

/// What a validation makes of keys that the API does not list.
///
/// The page of this endpoint does not say what becomes of them. Of other endpoints it is reported that WeChat Pay answers
/// 400, 请求中含有未在API文档中定义的参数. An update that has no other keys is an error whatever is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum UnknownKeys {
    /// They stay in the body and are reported as warnings.
    #[default]
    Warn,
    /// They are errors.
    Refuse,
    /// They are left out of the body, with all that they hold, and reported as warnings. What they hold is not judged.
    Drop,
}

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
    add_places(key, &CARD_UPDATE, &mut Vec::new(), &mut places);
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
