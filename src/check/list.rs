//! Arrays: how many items, and none twice.

use super::Subject;
use super::repeats::repeats;
use crate::issue::{Issue, IssueCode};
use crate::json::Value;
use crate::schema::{List, UniqueBy};

pub(super) fn check(row: &List, subject: &mut Subject<'_, '_>) {
    let items: Vec<usize> = subject.document().members(subject.at()).collect();
    if let Some(max) = row.usual_max.filter(|max| items.len() > *max) {
        let issue = subject.issue(IssueCode::TooManyItems);
        subject.report(issue.with("max", max).with("actual", items.len()));
    }
    check_unique(&items, row.unique_by, subject);
}

fn check_unique(items: &[usize], unique_by: UniqueBy, subject: &mut Subject<'_, '_>) {
    let document = subject.document();
    let identity = |item: usize| match unique_by {
        UniqueBy::Value => Some(item),
        UniqueBy::Key(key) => document.member(item, key),
    };
    let text = |item: usize| match &document.nodes()[identity(item)?].value {
        Value::Text(text) => Some(text.as_ref()),
        _ => None,
    };
    let texts = items.iter().enumerate().filter_map(|(index, item)| Some((text(*item)?, index)));
    for (first, again) in repeats(texts.collect()) {
        let issue = Issue::new(IssueCode::DuplicateItem, document.path(items[again]));
        subject.report_member(items[again], issue.with("first", first));
    }
}
