//! From UTF-8 to UTF-16.

use std::slice::IterMut;

/// Adds a text in UTF-16 to others.
pub(crate) fn extend(units: &mut Vec<u16>, text: &str) {
    let start = units.len();
    // A text has no more units than bytes.
    units.resize(start + text.len(), 0);
    let unused = write(text.as_bytes(), units[start..].iter_mut());
    units.truncate(units.len() - unused);
}

/// Writes a text into places, and says how many are left. What there is most of, ASCII and Chinese, is written a stretch at
/// a time.
fn write(mut rest: &[u8], mut places: IterMut<'_, u16>) -> usize {
    let mut put = |unit: u32| {
        if let Some(place) = places.next() {
            *place = unit as u16;
        }
    };
    loop {
        while let Some((eight, behind)) = rest.split_first_chunk::<8>()
            && eight.is_ascii()
        {
            for byte in eight {
                put(u32::from(*byte));
            }
            rest = behind;
        }
        while let [one @ 0xe0..=0xef, two, three, behind @ ..] = rest {
            put(bits(*one, 0x0f, 12) | bits(*two, 0x3f, 6) | bits(*three, 0x3f, 0));
            rest = behind;
        }
        match rest {
            [one @ ..0x80, behind @ ..] => {
                put(u32::from(*one));
                rest = behind;
            }
            [one @ ..0xe0, two, behind @ ..] => {
                put(bits(*one, 0x1f, 6) | bits(*two, 0x3f, 0));
                rest = behind;
            }
            [one, two, three, four, behind @ ..] => {
                let code = bits(*one, 0x07, 18)
                    | bits(*two, 0x3f, 12)
                    | bits(*three, 0x3f, 6)
                    | bits(*four, 0x3f, 0);
                put(0xd7c0 + (code >> 10));
                put(0xdc00 | code & 0x3ff);
                rest = behind;
            }
            // The end: no text stops in the middle of a character.
            _ => return places.len(),
        }
    }
}

fn bits(byte: u8, mask: u8, places: u32) -> u32 {
    u32::from(byte & mask) << places
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
                    extend(&mut units, &text);
                    let expected: Vec<u16> = [1, 2].into_iter().chain(text.encode_utf16()).collect();
                    assert_eq!(units, expected, "{text}");
                }
            }
        }
    }
}
