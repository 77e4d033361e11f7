//! AppIDs. Real ones are `wx` and 16 hexadecimal digits, but official examples contain other letters.
//!
//! Facts: docs/domain.md#5.1.

use super::CheckContext;
use crate::issue::IssueCode;

pub(super) fn check(text: &str, context: &mut CheckContext<'_, '_>) {
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return context.add(IssueCode::AppidFormat);
    }
    let digits = text.strip_prefix("wx").unwrap_or_default();
    if digits.len() != 16 || !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        context.add(IssueCode::AppidUnusual);
    } else if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        context.add(IssueCode::AppidNotHexadecimal);
    }
}
