//! Arrays: how many items, and none twice.

use std::collections::BTreeMap;

use super::Subject;
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
    let mut seen = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let identity = match unique_by {
            UniqueBy::Value => Some(*item),
            UniqueBy::Key(key) => document.member(*item, key),
        };
        let Some(Value::Text(text)) = identity.map(|at| &document.nodes()[at].value) else { continue };
        match seen.get(text.as_ref()) {
            Some(first) => {
                let issue = Issue::new(IssueCode::DuplicateItem, document.path(*item));
                subject.report_member(*item, issue.with("first", *first));
            }
            None => {
                seen.insert(text.as_ref(), index);
            }
        }
    }
}
