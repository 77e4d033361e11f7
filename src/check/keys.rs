//! The keys of an object, known to the table or not: none twice, and none with half a character.

use super::repeats::repeats;
use super::{Subject, UnknownKeys};
use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Name};

pub(super) fn check(unknown_keys: UnknownKeys, subject: &mut Subject<'_, '_>) {
    if !are_plain(subject.document(), subject.at()) {
        report(unknown_keys, subject);
    }
}

/// Whether all members are fields of the table and none is there twice: at a glance, for that is what most objects hold.
fn are_plain(document: &Document<'_>, at: usize) -> bool {
    let mut seen = 0_u64;
    document.members(at).all(|member| {
        let bit = document.nodes()[member].row.and_then(|row| 1_u64.checked_shl(row as u32)).unwrap_or(0);
        let is_new = bit & !seen != 0;
        seen |= bit;
        is_new
    })
}

fn report(unknown_keys: UnknownKeys, subject: &mut Subject<'_, '_>) {
    let document = subject.document();
    for member in document.members(subject.at()) {
        let is_dropped = unknown_keys == UnknownKeys::Drop && document.is_unlisted(member);
        if matches!(document.nodes()[member].name, Name::BrokenKey(_)) && !is_dropped {
            subject.add(IssueCode::UnpairedSurrogate);
        }
    }
    let key = |member: usize| Some((document.nodes()[member].name.key()?, member));
    for (_, member) in repeats(&mut document.members(subject.at()).filter_map(key)) {
        let key = document.nodes()[member].name.key().unwrap_or_default();
        let issue = Issue::new(IssueCode::DuplicateKey, document.path(member));
        subject.report_member(member, issue.quoting("key", key));
    }
}
