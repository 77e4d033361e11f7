//! What addresses and paths of pages have in common: characters that are to be percent-encoded, and steps back.

use super::Subject;
use crate::issue::IssueCode;

/// Checks the characters of a text, and the steps of the path in it, up to its query.
pub(super) fn check(text: &str, path: &str, subject: &mut Subject<'_, '_>) {
    if let Some((index, character)) = text.chars().enumerate().find(|(_, character)| is_reserved(*character))
    {
        let issue = subject.issue(IssueCode::UnencodedCharacter).with("character", character.to_string());
        subject.report(issue.with("position", index + 1));
    }
    let steps = path.split(['?', '#']).next().unwrap_or_default();
    if steps.split('/').any(is_step_back) {
        subject.add(IssueCode::DotSegments);
    }
}

/// Printable characters that RFC 3986 has in no part of an address. They end one in markup, or begin some.
fn is_reserved(character: char) -> bool {
    matches!(character, '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}')
}

/// Whether a step of a path leads back: `..`, also in disguise.
fn is_step_back(step: &str) -> bool {
    after_dot(step.as_bytes()).and_then(after_dot).is_some_and(<[u8]>::is_empty)
}

/// What follows a dot, as it is or percent-encoded.
fn after_dot(step: &[u8]) -> Option<&[u8]> {
    match step {
        [b'.', rest @ ..] | [b'%', b'2', b'e' | b'E', rest @ ..] => Some(rest),
        _ => None,
    }
}
