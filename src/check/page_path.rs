//! Paths of mini program pages, with or without a leading slash.

use super::Subject;
use crate::issue::IssueCode;

pub(super) fn check(text: &str, subject: &mut Subject<'_, '_>) {
    let lower = text.trim_start().to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        subject.add(IssueCode::PathFormat);
    }
    if text.contains(char::is_whitespace) {
        subject.add(IssueCode::PathBlank);
    }
}
