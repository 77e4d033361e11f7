//! Date objects of the host: in time fields they are converted to text.

use super::document::{Document, Value};
use super::writer::is_time;
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode};
use crate::text::date_time;

/// Marks the kind of a date object. The time follows in UTC (RFC 3339), or nothing if the date is invalid.
const MOMENT: char = '@';

/// The time of a date object in the API's format; `Some(None)` if the date is invalid. `None` if the kind is not a date
/// object.
pub(crate) fn moment(kind: &str) -> Option<Option<String>> {
    let text = kind.strip_prefix(MOMENT)?;
    Some(date_time::parse(text).ok().map(|_| date_time::to_china_time(text)))
}

/// Replaces a date object in a time field by its text, and reports that.
pub(super) fn read(document: &mut Document<'_>, at: usize, findings: &mut Findings) {
    let node = &mut document.nodes[at];
    let Value::NonJson(kind) = &node.value else { return };
    let Some(Some(written)) = moment(kind).filter(|_| is_time(node.kind)) else { return };
    node.value = Value::Text(written.clone().into());
    let issue = Issue::new(IssueCode::DateRead, document.path(at));
    findings.add(at, issue.with("written", written));
}
