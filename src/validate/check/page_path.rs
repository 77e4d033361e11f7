//! Paths of mini program pages, with or without a leading slash.

use super::Subject;
use crate::issue::IssueCode;

pub(super) fn check(text: &str, subject: &mut Subject<'_, '_>) {
    let begins_with = |start: &str| {
        let beginning = text.trim().as_bytes().get(..start.len());
        beginning.is_some_and(|text| text.eq_ignore_ascii_case(start.as_bytes()))
    };
    if begins_with("http://") || begins_with("https://") {
        subject.add(IssueCode::PathFormat);
    }
    if text.contains(char::is_whitespace) {
        subject.add(IssueCode::PathBlank);
    }
}
