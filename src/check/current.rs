//! Whether what is given as a card's current state is one.

use super::elsewhere::{Elsewhere, keys, with_hint};
use crate::issue::{Issue, IssueCode, Path, Severity};
use crate::json::{Document, Value};
use crate::schema::STATE_ONLY;

/// So many fields in an object inside tell an envelope that has a field of its own from a part of a card.
const MANY: usize = 2;

/// The issue of an object that is no card's state: an envelope around one, an answer that tells an error, or nothing.
pub(crate) fn not_a_card(document: &Document<'_>) -> Option<Issue> {
    let mut members = document.members(0).map(|member| &document.nodes()[member]);
    if members.any(|member| member.row.is_some()) {
        return None;
    }
    let elsewhere = Elsewhere::new(document, STATE_ONLY);
    let is_wrapped = elsewhere.wrapper.as_ref().is_some_and(|(_, fields)| *fields >= MANY);
    let is_elsewhere = is_wrapped || !elsewhere.renamed.is_empty();
    if has_field_of_state(document) && !is_elsewhere {
        return None;
    }
    let issue = Issue::new(IssueCode::CurrentNotCard, Path::root());
    let keys = keys(document);
    if keys.is_empty() {
        return Some(issue.severity(Severity::Warning));
    }
    Some(with_hint(issue.with("keys", keys), &elsewhere))
}

/// Whether it has a field that only the query API's answer has. A number as `status` is that of an HTTP answer.
fn has_field_of_state(document: &Document<'_>) -> bool {
    document.members(0).map(|member| &document.nodes()[member]).any(|member| {
        let is_status_of_http =
            matches!(member.value, Value::Number(_)) && member.name.key() == Some("status");
        member.name.key().is_some_and(|key| STATE_ONLY.contains(&key)) && !is_status_of_http
    })
}
