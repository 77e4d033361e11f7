//! Invisible characters: which they are, and how messages escape them.

use crate::text::digits::push_digits;
use crate::text::scan::printable_run;

/// Format characters and blanks that show nothing: zero-width and bidirectional marks, the byte order mark, full-width
/// and no-break spaces, line separators, fillers, variation selectors. Characters of four UTF-8 bytes are missing: the
/// API refuses all of them.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{1680}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{2800}' | '\u{3000}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}'
    )
}

/// Whether a character breaks the line, reverses the text or is invisible.
fn is_hidden(character: char) -> bool {
    match character {
        ' '..='~' | '\u{4e00}'..='\u{9fff}' => false,
        // Interlinear annotations; shorthand and musical marks; tags and further variation selectors.
        '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => character.is_control() || is_invisible(character),
    }
}

/// Escapes hidden characters from that byte on, as JSON does, so that the text stays on one line and shows all it
/// holds.
pub(crate) fn escape_from(start: usize, text: &mut String) {
    let added = text.get(start..).unwrap_or_default();
    if printable_run(added.as_bytes()) == added.len() {
        return;
    }
    let Some(first) = added.find(is_hidden) else { return };
    let added = text.split_off(start + first);
    for character in added.chars() {
        match character {
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            _ if is_hidden(character) => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    text.push_str("\\u");
                    push_digits(u64::from(*unit), 16, 4, text);
                }
            }
            _ => text.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut text = text.to_owned();
        escape_from(0, &mut text);
        text
    }

    #[test]
    fn what_cannot_be_seen_is_escaped_as_in_json() {
        assert_eq!(escaped("a\n\r\t\0\u{7f}\u{85}"), r"a\n\r\t\u0000\u007f\u0085");
        assert_eq!(escaped("\u{202e}卡\u{3000}\u{feff}\u{fffa}"), r"\u202e卡\u3000\ufeff\ufffa");
        assert_eq!(escaped("\u{1bca0}\u{1d17a}\u{e0041}"), r"\ud82f\udca0\ud834\udd7a\udb40\udc41");
        let text = "会员卡，é☕😀 \"\\'";
        assert_eq!(escaped(text), text);
    }

    #[test]
    fn text_before_the_start_is_unchanged() {
        let mut text = String::from("a\n卡\n");
        escape_from(2, &mut text);
        assert_eq!(text, "a\n卡\\n");
    }

    #[test]
    fn escapes_are_read_back_by_json() {
        for character in '\0'..=char::MAX {
            let shown = escaped(&character.to_string());
            if shown != character.to_string() {
                let read: String = serde_json::from_str(&format!("\"{shown}\"")).unwrap();
                assert_eq!(read, character.to_string());
            }
        }
    }
}
