//! Arrays: how many items, and none twice.

use super::Subject;
use crate::endpoint::{duplicate, repeated_items};
use crate::issue::IssueCode;
use crate::schema::{Limit, List};

pub(super) fn check(row: &List, subject: &mut Subject<'_, '_>) {
    let (document, list) = (subject.document(), subject.at());
    let count = document.members(list).count();
    if let Some(Limit { max, severity }) = row.max.filter(|limit| count > limit.max) {
        let issue = subject.issue(IssueCode::TooManyItems).severity(severity);
        subject.report(issue.with("max", max).with("actual", count));
    }
    let Some(severity) = row.repeats else { return };
    for (first, again) in repeated_items(document, list, row.unique_by) {
        subject.report_member(again, duplicate(document, first, again).severity(severity));
    }
}
