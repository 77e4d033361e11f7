//! Strings: their length, their characters, their form.

use super::{Subject, appid, characters, date_time, page_path, phone, url};
use crate::issue::{IssueCode, Severity, Texts};
use crate::schema::{Format, Limit, Text};

pub(super) fn check(text: &str, row: &Text, image_hosts: &Texts, subject: &mut Subject<'_, '_>) {
    if text.is_empty() {
        return check_empty(row, subject);
    }
    if let Some(limit) = row.max {
        check_length(text, limit, row.format, subject);
    }
    characters::check(text, row.format, subject);
    match row.format {
        Format::Line | Format::LineInBytes | Format::Prose | Format::CardTitle => {}
        Format::Appid => appid::check(text, subject),
        Format::ImageUrl => url::check_image(text, image_hosts, subject),
        Format::WebUrl => url::check_web(text, subject),
        Format::Phone => phone::check(text, subject),
        Format::PagePath => page_path::check(text, subject),
        Format::DateTime => date_time::check(text, subject),
    }
}

/// An empty text may be meant to clear the field, but the card's own AppID and a time cannot be empty.
fn check_empty(row: &Text, subject: &mut Subject<'_, '_>) {
    let sure = row.max.is_some_and(|limit| limit.severity == Severity::Error);
    match row.format {
        Format::Appid if sure => {
            let issue = subject.issue(IssueCode::EmptyText);
            subject.report(issue.severity(Severity::Error));
        }
        Format::DateTime => subject.add(IssueCode::DateTimeFormat),
        _ => subject.add(IssueCode::EmptyText),
    }
}

/// Counts Unicode code points, the unit that the official examples and sibling pages show; a text that may be
/// counted in bytes instead gets a warning.
fn check_length(text: &str, limit: Limit, format: Format, subject: &mut Subject<'_, '_>) {
    let characters = text.chars().count();
    if characters > limit.max {
        let issue = subject.issue(IssueCode::TooLong).severity(limit.severity);
        subject.report(issue.with("max", limit.max).with("actual", characters).with("unit", "character"));
    } else if text.len() > limit.max && may_count_bytes(format) {
        let issue = subject.issue(IssueCode::TooLongInBytes);
        subject.report(issue.with("max", limit.max).with("actual", text.len()).with("unit", "byte"));
    }
}

const fn may_count_bytes(format: Format) -> bool {
    matches!(format, Format::LineInBytes | Format::ImageUrl | Format::WebUrl | Format::PagePath)
}
