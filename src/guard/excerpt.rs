//! A stranger's text in a message of ours: short, and in one line.

const MAX_CHARACTERS: usize = 64;

/// The beginning of a text; what cannot be seen in it is escaped.
pub(super) fn excerpt(text: &str) -> String {
    let mut rest = text.chars();
    let mut short = one_line(rest.by_ref().take(MAX_CHARACTERS));
    if rest.next().is_some() {
        short.push('…');
    }
    short
}

/// The characters, with line breaks, control characters and whatever else cannot be seen escaped, so that a log's
/// line stays one line and reads in one direction.
pub(super) fn one_line(characters: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    for character in characters {
        match character {
            '"' | '\'' | '\\' => line.push(character),
            _ => line.extend(character.escape_debug()),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(excerpt("会员卡 \"a\\\n\r\0\u{202e}\u{7f}"), "会员卡 \"a\\\\n\\r\\0\\u{202e}\\u{7f}");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(excerpt(&"卡".repeat(64)), "卡".repeat(64));
        assert_eq!(excerpt(&"卡".repeat(65)), "卡".repeat(64) + "…");
    }
}
