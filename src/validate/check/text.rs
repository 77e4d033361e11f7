//! Strings: length, characters, format.
//!
//! Facts: docs/domain.md#3.

use super::url::Url;
use super::{CheckContext, Policy, appid, characters, date_time, image_url, page_path, phone, web_url};
use crate::issue::{IssueCode, Severity, TextList};
use crate::json::{self, Ordinary};
use crate::schema::{Empty, Format, Limit, Mark, Text};
use crate::text::byte_classes::ByteClasses;
use crate::text::scan::count_characters;

pub(super) fn check(
    text: &json::Text<'_>,
    row: &Text,
    policy: Policy<'_>,
    context: &mut CheckContext<'_, '_>,
) {
    if text.ordinary().is_some_and(|text| has_no_issues(text, row)) {
        return;
    }
    let text: &str = text;
    if text.is_empty() {
        return check_empty(row, policy, context);
    }
    if let Some(limit) = row.max {
        check_length(text, limit, row.format, context);
    }
    characters::check(text, row.format, context);
    check_format(text, row.format, policy.image_hosts, context);
}

/// Whether an ordinary text has no issues, decided without decoding it.
fn has_no_issues(text: &Ordinary<'_>, row: &Text) -> bool {
    let may_have_line_breaks = match row.format {
        Format::Line | Format::CardTitle => false,
        Format::Prose => true,
        _ => return false,
    };
    row.max.is_none_or(|limit| text.length() <= limit.max)
        && (may_have_line_breaks || !text.has_line_breaks())
        && !text.has_surrounding_blanks()
}

fn check_format(text: &str, format: Format, image_hosts: &TextList, context: &mut CheckContext<'_, '_>) {
    match format {
        Format::Line | Format::LineInBytes | Format::Prose | Format::CardTitle | Format::PlainCardTitle => {}
        Format::Appid => appid::check(text, context),
        Format::ImageUrl => image_url::check(text, image_hosts, context),
        Format::WebUrl => web_url::check(text, context),
        Format::Url if Url::parse(text, ByteClasses::of(text)).is_none() => context.add(IssueCode::UrlFormat),
        Format::Url => {}
        Format::Phone => phone::check(text, context),
        Format::PagePath => page_path::check(text, context),
        Format::DateTime => date_time::check(text, context),
    }
}

/// Handles an empty text according to its row. If the operation requires the field, empty counts as missing.
fn check_empty(row: &Text, policy: Policy<'_>, context: &mut CheckContext<'_, '_>) {
    let field = context.document().field(context.at());
    let is_required = field.is_some_and(|field| field.mark(policy.action) == Mark::Required);
    let (code, severity) = match row.empty {
        Empty::Doubtful if is_required => (IssueCode::Missing, Severity::Error),
        Empty::Doubtful => (IssueCode::EmptyText, Severity::Warning),
        Empty::Refused => (IssueCode::EmptyText, Severity::Error),
        Empty::Malformed => return check_format("", row.format, policy.image_hosts, context),
    };
    let issue = context.issue(code);
    context.report(issue.severity(severity));
}

/// Counts Unicode code points, the unit of the official examples and of related pages. If the API might count bytes
/// instead, a longer text gets a warning.
fn check_length(text: &str, limit: Limit, format: Format, context: &mut CheckContext<'_, '_>) {
    // A character has a byte at least.
    if text.len() <= limit.max {
        return;
    }
    let characters = count_characters(text);
    if characters > limit.max {
        let issue = context.issue(IssueCode::TooLong).severity(limit.severity);
        context.report(issue.with("max", limit.max).with("actual", characters).with("unit", "character"));
    } else if may_count_bytes(format) {
        let issue = context.issue(IssueCode::TooLongInBytes);
        context.report(issue.with("max", limit.max).with("actual", text.len()).with("unit", "byte"));
    }
}

const fn may_count_bytes(format: Format) -> bool {
    matches!(format, Format::LineInBytes | Format::ImageUrl | Format::WebUrl | Format::Url | Format::PagePath)
}
