//! Whether what is given as a card's current state is one.

use crate::endpoint::{Elsewhere, Endpoint, first_keys};
use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Value};
use crate::schema::{Path, Severity};

/// So many fields in an object inside tell an envelope that has a field of its own from a part of a card.
const MANY: usize = 2;

/// The issue of an object that is no card's state: an envelope around one, an answer that tells an error, or nothing.
pub(super) fn not_a_card(document: &Document<'_>, endpoint: &Endpoint) -> Option<Issue> {
    if document.members(0).any(|member| document.nodes()[member].kind.is_some()) {
        return None;
    }
    let elsewhere = Elsewhere::new(document, endpoint.state_fields);
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

/// Whether it has a field that only the card's state has. A number as `status` is that of an HTTP answer.
fn has_field_of_state(document: &Document<'_>, endpoint: &Endpoint) -> bool {
    document.members(0).map(|member| &document.nodes()[member]).any(|node| {
        let is_number = matches!(node.value, Value::Number(_));
        let is_field = |key| endpoint.state_fields.contains(&key) && !(is_number && key == "status");
        node.name.key().is_some_and(is_field)
    })
}
