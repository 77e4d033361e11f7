//! Telephone numbers. The API documents no format, so unusual ones are warnings.
//!
//! Facts: docs/domain.md#5.5.

use super::CheckContext;
use crate::issue::IssueCode;
use crate::text::scan::count_characters;

pub(super) fn check(text: &str, context: &mut CheckContext<'_, '_>) {
    let length = count_characters(text);
    let usual = |character: char| {
        matches!(character, '0'..='9' | '+' | '(' | ')' | '（' | '）' | '-' | ' ' | ',' | '转' | '#' | '*')
    };
    if !(5..=32).contains(&length) || !text.chars().all(usual) {
        context.add(IssueCode::ServicePhoneUnusual);
    }
}
