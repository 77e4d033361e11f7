//! Quotes untrusted text in messages: short, on one line.

use crate::text::hidden::escape_from;

const MAX_CHARACTERS: usize = 64;

/// The beginning of a text, with hidden characters escaped.
pub(super) fn excerpt(text: &str) -> String {
    let mut rest = text.chars();
    let mut short: String = rest.by_ref().take(MAX_CHARACTERS).collect();
    if rest.next().is_some() {
        short.push('…');
    }
    escape_from(0, &mut short);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(excerpt("会员卡 \"a\\\n\r\0\u{202e}\u{7f}"), "会员卡 \"a\\\\n\\r\\u0000\\u202e\\u007f");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(excerpt(&"卡".repeat(64)), "卡".repeat(64));
        assert_eq!(excerpt(&"卡".repeat(65)), "卡".repeat(64) + "…");
    }
}
