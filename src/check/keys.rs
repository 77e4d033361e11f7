//! The keys of an object, known to the table or not: none twice, and none with half a character.

use super::Subject;
use crate::issue::{Issue, IssueCode};
use crate::json::Name;

pub(super) fn check(subject: &mut Subject<'_, '_>) {
    let document = subject.document();
    let mut members: Vec<(&str, usize)> = Vec::new();
    for member in document.members(subject.at()) {
        let name = &document.nodes()[member].name;
        if matches!(name, Name::BrokenKey(_)) {
            subject.add(IssueCode::UnpairedSurrogate);
        }
        members.extend(name.key().map(|key| (key, member)));
    }
    members.sort_unstable();
    for pair in members.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (key, member) = pair[1];
        let issue = Issue::new(IssueCode::DuplicateKey, document.path(member));
        subject.report_member(member, issue.with("key", key.to_owned()));
    }
}
