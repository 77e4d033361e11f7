//! Keys of one object that differ only in case. Case-insensitive readers treat them as the same key and use the last
//! value: Go's `encoding/json` always does for structs, other libraries optionally. So two readers may see different
//! bodies, as with duplicate keys.

use super::CheckContext;
use crate::issue::{Issue, IssueCode, Severity};
use crate::json::Document;
use crate::text::repeats::repeats;

/// Reports keys that equal another one except for case. If the other one is a field, this is an error: the field's
/// value is ambiguous.
pub(super) fn check(context: &mut CheckContext<'_, '_>) {
    let document = context.document();
    let members = || document.members(context.at());
    if !members().any(|member| key(document, member).chars().any(|character| folded(character) != character))
    {
        return;
    }
    let fold = |member| (key(document, member).chars().map(folded).collect::<String>(), member);
    let keys: Vec<(String, usize)> = members().map(fold).collect();
    let again = repeats(&mut keys.iter().map(|(key, member)| (key.as_str(), *member)));
    for alike in again.chunk_by(|one, other| one.0 == other.0) {
        let first = alike.first().map(|(first, _)| *first);
        report(first.into_iter().chain(alike.iter().map(|(_, again)| *again)), context);
    }
}

/// Reports the members whose key differs from the field's among them or, without a field, from the first one.
fn report(alike: impl Iterator<Item = usize> + Clone, context: &mut CheckContext<'_, '_>) {
    let document = context.document();
    let field = alike.clone().find(|member| document.nodes()[*member].row.is_some());
    let Some(meant) = field.or_else(|| alike.clone().next()) else { return };
    let other = key(document, meant);
    for member in alike.filter(|member| key(document, *member) != other) {
        let issue = Issue::new(IssueCode::AmbiguousKey, document.path(member));
        let severity = if field.is_some() { Severity::Error } else { Severity::Warning };
        let issue = issue.severity(severity).quoting("key", key(document, member));
        context.report_member(member, issue.quoting("other", other));
    }
}

fn key<'d>(document: &'d Document<'_>, member: usize) -> &'d str {
    document.nodes()[member].name.key().unwrap_or_default()
}

/// Folds the case of a letter. In Unicode, two characters beyond ASCII fold to letters of the table's keys.
const fn folded(character: char) -> char {
    match character {
        'ſ' => 's',
        '\u{212a}' => 'k', // the sign for kelvin
        _ => character.to_ascii_lowercase(),
    }
}
