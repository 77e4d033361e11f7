//! Date objects of the host: in a field that holds a time they are read as the text that they stand for.

use super::document::{Document, Value};
use super::writer::is_time;
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::text::date_time;

/// Begins the kind of a date object. Behind it stands the moment, as RFC 3339 writes it in UTC; nothing
/// if the object holds none.
const MOMENT: char = '@';

/// The moment that a date object stands for, as the API's rules write it; none if it holds no such moment. `None` if the
/// kind is not that of a date object.
pub(crate) fn moment(kind: &str) -> Option<Option<String>> {
    let text = kind.strip_prefix(MOMENT)?;
    Some(date_time::parse(text).ok().map(|_| date_time::to_china_time(text)))
}

/// Puts a date object's text in its place if a time is due there, and reports that.
pub(super) fn read(document: &mut Document<'_>, at: usize, findings: &mut Findings) {
    let node = &mut document.nodes[at];
    let Value::NonJson(kind) = &node.value else { return };
    let Some(Some(written)) = moment(kind).filter(|_| is_time(node.kind)) else { return };
    node.value = Value::Text(written.clone().into());
    let issue = Issue::new(IssueCode::DateRead, document.path(at));
    findings.add(at, issue.with("written", written));
}
