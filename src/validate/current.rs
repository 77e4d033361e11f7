//! The card's current state: parsed leniently, and recognized if it is something else.

use super::check::{Policy, check};
use crate::endpoint::{Endpoint, MisplacedFields, UnknownKeys, first_keys};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, Location};
#[cfg(feature = "json")]
use crate::json::parse;
use crate::json::{Document, Nesting, TextBuffer, Value, WrittenValue, read_value};
use crate::schema::{Path, Severity};

/// The card's current state, as it was given.
#[derive(Clone, Debug)]
pub(super) enum Current {
    #[cfg(feature = "json")]
    Json(String),
    Value(WrittenValue),
}

impl Current {
    /// Parses the state. Unreadable parts are reported and count as unknown. `None` if it is not a card.
    pub(super) fn read<'c>(
        &'c self,
        policy: Policy<'_>,
        texts: &'c mut TextBuffer,
    ) -> (Option<Document<'c>>, Vec<Issue>) {
        let mut findings = Findings::only(is_about_reading);
        let body = policy.endpoint.body;
        let read = match self {
            #[cfg(feature = "json")]
            Current::Json(text) => parse(text.as_bytes(), body, &mut findings),
            Current::Value(value) => read_value(value.read(texts), body, Nesting::default(), &mut findings),
        };
        let document = match read {
            Ok(document) => document,
            Err(issue) => return (None, vec![issue.at(Location::Current)]),
        };
        let is_object = document.table(0).is_some();
        if let Some(issue) = is_object.then(|| not_a_card(&document, policy.endpoint)).flatten() {
            return (None, vec![issue.at(Location::Current)]);
        }
        let policy = Policy { unknown_keys: UnknownKeys::Warn, ..policy };
        for at in 0..document.nodes().len() {
            check(&document, at, policy, &mut findings);
        }
        let unreadable = findings.into_issues().into_iter().map(|issue| {
            let is_whole = issue.path.segments().is_empty() && issue.code != IssueCode::TooManyIssues;
            let severity = if is_whole { issue.severity } else { Severity::Warning };
            issue.severity(severity).at(Location::Current)
        });
        let unreadable = unreadable.collect();
        (is_object.then_some(document), unreadable)
    }
}

/// The state comes from WeChat Pay, so its contents are not validated; only reading problems are reported.
fn is_about_reading(issue: &Issue) -> bool {
    matches!(
        issue.code,
        IssueCode::WrongType
            | IssueCode::JsonInText
            | IssueCode::DuplicateKey
            | IssueCode::UnsupportedValue
            | IssueCode::OwnJson
            | IssueCode::DateInvalid
            | IssueCode::Unreadable
            | IssueCode::Circular
            | IssueCode::JsonTooDeep
            | IssueCode::JsonTooLarge
    )
}

/// An object with this many fields inside another one is the card, and the outer object an envelope. With fewer, it may
/// be a part of a card.
const MANY: usize = 2;

/// The issue of an object that is not a card's state: an envelope around one, an error response, or empty.
fn not_a_card(document: &Document<'_>, endpoint: &Endpoint) -> Option<Issue> {
    if document.members(0).any(|member| document.nodes()[member].kind.is_some()) {
        return None;
    }
    let elsewhere = MisplacedFields::new(document, endpoint.state_fields);
    let is_wrapped = elsewhere.wrapper.as_ref().is_some_and(|(_, fields)| *fields >= MANY);
    let is_elsewhere = is_wrapped || !elsewhere.renamed.is_empty();
    if has_field_of_state(document, endpoint) && !is_elsewhere {
        return None;
    }
    let issue = Issue::new(IssueCode::CurrentNotCard, Path::root());
    let keys = first_keys(document);
    if keys.is_empty() {
        return Some(issue.severity(Severity::Warning));
    }
    Some(elsewhere.hint(issue.with("keys", keys)))
}

/// Whether there is a field that only the card's state has. A number as `status` is an HTTP status.
fn has_field_of_state(document: &Document<'_>, endpoint: &Endpoint) -> bool {
    document.members(0).map(|member| &document.nodes()[member]).any(|node| {
        let is_number = matches!(node.value, Value::Number(_));
        let is_field = |key| endpoint.state_fields.contains(&key) && !(is_number && key == "status");
        node.name.key().is_some_and(is_field)
    })
}
