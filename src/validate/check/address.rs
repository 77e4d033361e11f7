//! Checks shared by URLs and page paths: percent-encoding, and parent directory segments.

use super::CheckContext;
use crate::issue::IssueCode;
use crate::text::byte_classes::ByteClasses;
use crate::text::scan::count_characters;

/// Checks the characters of a text that has these byte classes, and the segments of its path up to the query.
pub(super) fn check(text: &str, classes: ByteClasses, path: &str, context: &mut CheckContext<'_, '_>) {
    if classes.intersects(ByteClasses::RESERVED)
        && let Some((before, reserved)) = first_reserved(text)
    {
        let issue = context.issue(IssueCode::UnencodedCharacter).quoting_character(reserved);
        context.report(issue.with("position", count_characters(before) + 1));
    }
    let steps = without_query(path);
    let may_lead_back = steps.iter().any(|byte| matches!(byte, b'.' | b'%'));
    if may_lead_back && steps.split(|byte| *byte == b'/').any(is_step_back) {
        context.add(IssueCode::DotSegments);
    }
}

/// A path without query and fragment.
pub(super) fn without_query(path: &str) -> &[u8] {
    path.as_bytes().split(|byte| matches!(byte, b'?' | b'#')).next().unwrap_or_default()
}

/// The first reserved character, and the text before it.
fn first_reserved(text: &str) -> Option<(&str, char)> {
    let is_reserved = |byte| ByteClasses::of_byte(byte).intersects(ByteClasses::RESERVED);
    let (before, rest) = text.split_at_checked(text.bytes().position(is_reserved)?)?;
    Some((before, rest.chars().next()?))
}

/// Whether a path segment is `..`, perhaps percent-encoded.
fn is_step_back(step: &[u8]) -> bool {
    after_dot(step).and_then(after_dot).is_some_and(<[u8]>::is_empty)
}

/// The rest after a dot, perhaps percent-encoded.
fn after_dot(step: &[u8]) -> Option<&[u8]> {
    match step {
        [b'.', rest @ ..] | [b'%', b'2', b'e' | b'E', rest @ ..] => Some(rest),
        _ => None,
    }
}
