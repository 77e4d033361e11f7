//! AppIDs. Real ones are `wx` and 16 hexadecimal digits, but official examples hold other letters as well.
//!
//! Facts: docs/domain.md#5.1.

use super::Subject;
use crate::issue::IssueCode;

pub(super) fn check(text: &str, subject: &mut Subject<'_, '_>) {
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return subject.add(IssueCode::AppidFormat);
    }
    let digits = text.strip_prefix("wx").unwrap_or_default();
    if digits.len() != 16 || !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        subject.add(IssueCode::AppidUnusual);
    } else if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        subject.add(IssueCode::AppidNotHexadecimal);
    }
}
