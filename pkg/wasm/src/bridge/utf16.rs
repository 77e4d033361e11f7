//! From UTF-8 to UTF-16.

use encoding_rs::mem::convert_str_to_utf16;

/// Adds a text in UTF-16 to others, and says how many units that are.
pub(crate) fn extend(units: &mut Vec<u16>, text: &str) -> usize {
    let start = units.len();
    // A text has no more units than bytes.
    units.resize(start + text.len(), 0);
    let written = convert_str_to_utf16(text, &mut units[start..]);
    units.truncate(start + written);
    written
}

#[cfg(test)]
mod tests {
    use super::extend;

    #[test]
    fn it_is_what_the_standard_library_makes() {
        let pieces = [
            "",
            "a",
            "会员卡",
            "é",
            "🎉",
            "long enough to be written in eights",
            "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}",
        ];
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    let text = [one, two, three].concat();
                    let mut units = vec![1, 2];
                    let added = extend(&mut units, &text);
                    let expected: Vec<u16> = [1, 2].into_iter().chain(text.encode_utf16()).collect();
                    assert_eq!(added + 2, expected.len(), "{text}");
                    assert_eq!(units, expected, "{text}");
                }
            }
        }
    }
}
