//! Characters that WeChat Pay refuses, and invisible ones.
//!
//! Facts: docs/domain.md#3.4 to docs/domain.md#3.6.

use super::CheckContext;
use crate::issue::{IssueCode, Severity};
use crate::schema::Format;
use crate::text::digits::code_point;
use crate::text::hidden::is_invisible;
use crate::text::scan::printable_run;

/// The first byte of any character of four UTF-8 bytes is at least this.
const FOUR_BYTES: u8 = 0xf0;

/// The issue of a character. Without a format, only the API's charset rule applies.
fn issue_of(character: char, format: Option<Format>) -> Option<IssueCode> {
    match character {
        '\u{4e00}'..='\u{9fff}' => None,
        '\u{10000}'.. => Some(IssueCode::UnsupportedCharacter),
        _ if format.is_none() => None,
        '\n' if format == Some(Format::Prose) => None,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => Some(IssueCode::ControlCharacter),
        _ if is_invisible(character) => Some(IssueCode::InvisibleCharacter),
        _ if matches!(format, Some(Format::CardTitle | Format::PlainCardTitle))
            && !is_usual_in_title(character) =>
        {
            Some(IssueCode::UnusualCharacter)
        }
        _ => None,
    }
}

/// Reports the first character of each kind of issue.
pub(super) fn check(text: &str, format: Format, context: &mut CheckContext<'_, '_>) {
    if printable_run(text.as_bytes()) < text.len() {
        report_first(text, Some(format), context);
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        context.add(IssueCode::SurroundingBlanks);
    }
}

/// Reports the first character that the API's charset rule excludes: one of four UTF-8 bytes.
pub(super) fn check_unsupported(text: &str, context: &mut CheckContext<'_, '_>) {
    if text.bytes().any(|byte| byte >= FOUR_BYTES) {
        report_first(text, None, context);
    }
}

fn report_first(text: &str, format: Option<Format>, context: &mut CheckContext<'_, '_>) {
    let mut reported = Vec::new();
    let (mut rest, mut position) = (text, 0);
    loop {
        let chinese = chinese_run(rest.as_bytes());
        let mut characters = rest.get(3 * chinese..).unwrap_or_default().chars();
        let Some(character) = characters.next() else { return };
        rest = characters.as_str();
        position += chinese + 1;
        let Some(code) = issue_of(character, format) else { continue };
        if reported.contains(&code) {
            continue;
        }
        reported.push(code);
        let mut issue = context.issue(code);
        if code == IssueCode::ControlCharacter && format == Some(Format::PlainCardTitle) {
            issue = issue.severity(Severity::Error);
        }
        if matches!(code, IssueCode::UnsupportedCharacter | IssueCode::UnusualCharacter) {
            issue = issue.quoting_character(character);
        }
        context.report(issue.with("code_point", code_point(character)).with("position", position));
    }
}

/// The number of leading characters that are certainly Chinese, by their first byte: U+5000 to U+9FFF.
fn chinese_run(text: &[u8]) -> usize {
    text.chunks_exact(3).take_while(|bytes| matches!(bytes, [0xe5..=0xe9, ..])).count()
}

/// Chinese, English, digits and punctuation, half-width and full-width.
const fn is_usual_in_title(character: char) -> bool {
    matches!(
        character,
        ' '..='~'
            | '\u{b7}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}'
            | '\u{3005}'
            | '\u{3007}'..='\u{3011}'
            | '\u{3014}'..='\u{301f}'
            | '\u{30fb}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}'
            | '\u{fe50}'..='\u{fe6b}'
            | '\u{ff01}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffe6}'
    )
}
