//! The keys of an object: duplicates, keys that differ only in case, unpaired surrogates, and missing fields.

use super::{CheckContext, UnknownKeys, ambiguous_keys};
use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Name};
use crate::schema::Action;
use crate::text::repeats::repeats;

pub(super) fn check(action: Action, unknown_keys: UnknownKeys, context: &mut CheckContext<'_, '_>) {
    if !are_plain(context.document(), context.at()) {
        report(unknown_keys, context);
    }
    report_missing(action, context);
}

/// Reports missing fields; `null` counts as absent.
fn report_missing(action: Action, context: &mut CheckContext<'_, '_>) {
    let (document, at) = (context.document(), context.at());
    let Some(table) = document.table(at) else { return };
    for (field, severity) in table.expected_fields(action) {
        let is_there = |member: usize| !document.nodes()[member].value.is_null();
        if !document.member(at, field.name).is_some_and(is_there) {
            let path = document.field_path(at, field.name);
            context.report(Issue::new(IssueCode::Missing, path).severity(severity));
        }
    }
}

/// Whether all members are distinct fields of the table: a quick test that most objects pass.
fn are_plain(document: &Document<'_>, at: usize) -> bool {
    let mut seen = 0_u64;
    document.members(at).all(|member| {
        let bit = document.nodes()[member].row.and_then(|row| 1_u64.checked_shl(row as u32)).unwrap_or(0);
        let is_new = bit & !seen != 0;
        seen |= bit;
        is_new
    })
}

fn report(unknown_keys: UnknownKeys, context: &mut CheckContext<'_, '_>) {
    let (document, at) = (context.document(), context.at());
    // Dropped keys are not sent, so no reader can confuse them.
    let drops = unknown_keys == UnknownKeys::Drop && document.table(at).is_some();
    let members = || document.members(at).filter(|member| !drops || !document.is_unlisted(*member));
    for member in members() {
        if matches!(document.nodes()[member].name, Name::IllFormedKey(_)) {
            context.add(IssueCode::UnpairedSurrogate);
        }
    }
    let key = |member: usize| Some((document.nodes()[member].name.key()?, member));
    for (_, member) in repeats(&mut members().filter_map(key)) {
        let key = document.nodes()[member].name.key().unwrap_or_default();
        let issue = Issue::new(IssueCode::DuplicateKey, document.path(member));
        context.report_member(member, issue.quoting("key", key));
    }
    if !drops {
        ambiguous_keys::check(context);
    }
}
