//! Rules about time ranges, shared by all families.

use crate::endpoint::{Context, FieldPath, Reporter, View, issue};
use crate::issue::IssueCode;
use crate::text::date_time::{DateTime, parse};

/// A field's text and the time that it contains, if valid.
pub(super) fn moment<'d>(view: View<'d>, field: &FieldPath) -> Option<(&'d str, DateTime<'d>)> {
    let text = view.text(field)?;
    parse(text).ok().map(|moment| (text, moment))
}

/// Reports a range that ends before it begins and, if the range applies, one that ends when it begins.
pub(super) fn runs_forward(
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
    [begin_field, end_field]: [&FieldPath; 2],
    counts: fn(&Context<'_>) -> bool,
) {
    let payload = context.payload;
    let (Some((begin_text, begin)), Some((end_text, end))) =
        (moment(payload, begin_field), moment(payload, end_field))
    else {
        return;
    };
    if begin.sort_key() > end.sort_key() {
        let reversed = issue(IssueCode::DateRangeReversed, end_field).quoting("begin", begin_text);
        reporter.report(reversed.quoting("end", end_text), end_field);
    } else if begin.sort_key() == end.sort_key() && counts(context) {
        reporter.add(IssueCode::DateRangeEmpty, end_field);
    }
}

/// Reports an end in the past, if the range applies.
pub(super) fn end_is_ahead(
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
    end_field: &FieldPath,
    counts: fn(&Context<'_>) -> bool,
) {
    let (Some(now), Some((text, end))) = (context.now, moment(context.payload, end_field)) else { return };
    if end.milliseconds() <= now && counts(context) {
        reporter.report(issue(IssueCode::DatePast, end_field).quoting("actual", text), end_field);
    }
}
