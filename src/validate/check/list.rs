//! Arrays: how many items, and none twice.

use super::Subject;
use super::repeats::repeats;
use crate::issue::{Issue, IssueCode};
use crate::json::{Name, Value};
use crate::schema::{Limit, List, UniqueBy};

pub(super) fn check(row: &List, subject: &mut Subject<'_, '_>) {
    let count = subject.document().members(subject.at()).count();
    if let Some(Limit { max, severity }) = row.max.filter(|limit| count > limit.max) {
        let issue = subject.issue(IssueCode::TooManyItems).severity(severity);
        subject.report(issue.with("max", max).with("actual", count));
    }
    check_unique(row, subject);
}

fn check_unique(row: &List, subject: &mut Subject<'_, '_>) {
    let document = subject.document();
    let identity = |item: usize| match row.unique_by {
        UniqueBy::Value => Some(item),
        UniqueBy::Key(key) => document.member(item, key),
    };
    let text = |item: usize| match &document.nodes()[identity(item)?].value {
        Value::Text(text) => Some((text.as_ref(), item)),
        _ => None,
    };
    for (first, again) in repeats(&mut document.members(subject.at()).filter_map(text)) {
        let mut issue = Issue::new(IssueCode::DuplicateItem, document.path(again)).severity(row.repeats);
        if let Name::Index(first) = document.nodes()[first].name {
            issue = issue.with("first", first);
        }
        subject.report_member(again, issue);
    }
}
