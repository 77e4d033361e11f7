//! From UTF-8 to UTF-16.

/// Adds a text in UTF-16 to others.
pub(crate) fn extend(units: &mut Vec<u16>, text: &str) {
    let start = units.len();
    // A text has no more units than bytes.
    units.resize(start + text.len(), 0);
    let written = write(&mut units[start..], text);
    units.truncate(start + written);
}

/// Writes a text into places, of which there must be enough, and says how many it took.
fn write(places: &mut [u16], text: &str) -> usize {
    let mut rest = text.as_bytes();
    let mut at = 0;
    loop {
        // Most of what is written is ASCII, then Chinese.
        while let (Some((eight, behind)), Some(into)) =
            (rest.split_first_chunk::<8>(), places.get_mut(at..at + 8))
            && eight.is_ascii()
        {
            for (place, byte) in into.iter_mut().zip(eight) {
                *place = u16::from(*byte);
            }
            (rest, at) = (behind, at + 8);
        }
        let (unit, behind) = match rest {
            [] => return at,
            [one @ ..0x80, behind @ ..] => (u32::from(*one), behind),
            [one @ ..0xe0, two, behind @ ..] => (bits(*one, 0x1f, 6) | bits(*two, 0x3f, 0), behind),
            [one @ ..0xf0, two, three, behind @ ..] => {
                (bits(*one, 0x0f, 12) | bits(*two, 0x3f, 6) | bits(*three, 0x3f, 0), behind)
            }
            [one, two, three, four, behind @ ..] => {
                let code = bits(*one, 0x07, 18)
                    | bits(*two, 0x3f, 12)
                    | bits(*three, 0x3f, 6)
                    | bits(*four, 0x3f, 0);
                put(places, at, 0xd7c0 + (code >> 10));
                at += 1;
                (0xdc00 | code & 0x3ff, behind)
            }
            // No text ends in the middle of a character.
            [_, behind @ ..] => (0xfffd, behind),
        };
        put(places, at, unit);
        (rest, at) = (behind, at + 1);
    }
}

fn bits(byte: u8, mask: u8, places: u32) -> u32 {
    u32::from(byte & mask) << places
}

fn put(places: &mut [u16], at: usize, unit: u32) {
    if let Some(place) = places.get_mut(at) {
        *place = unit as u16;
    }
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
