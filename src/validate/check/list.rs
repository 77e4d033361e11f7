//! Arrays: the number of items, and duplicates.

use super::CheckContext;
use crate::endpoint::{duplicate, repeated_items};
use crate::issue::IssueCode;
use crate::schema::{Limit, List};

pub(super) fn check(row: &List, context: &mut CheckContext<'_, '_>) {
    let (document, list) = (context.document(), context.at());
    let count = document.members(list).count();
    if let Some(Limit { max, severity }) = row.max.filter(|limit| count > limit.max) {
        let issue = context.issue(IssueCode::TooManyItems).severity(severity);
        context.report(issue.with("max", max).with("actual", count));
    }
    let Some(severity) = row.repeats else { return };
    for (first, again) in repeated_items(document, list, row.unique_by) {
        context.report_member(again, duplicate(document, first, again).severity(severity));
    }
}
