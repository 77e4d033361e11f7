//! Runs of characters that stand for themselves in a JSON string.

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES << 7;

/// How many bytes from the beginning of UTF-8 text stand for themselves in a JSON string: all but quotation marks,
/// backslashes and the control characters below U+0020. Eight bytes are looked at in a step.
pub(super) fn plain_run(text: &[u8]) -> usize {
    let (steps, rest) = text.as_chunks::<8>();
    for (index, step) in steps.iter().enumerate() {
        let marks = special(u64::from_le_bytes(*step));
        if marks != 0 {
            return index * 8 + marks.trailing_zeros() as usize / 8;
        }
    }
    let start = text.len() - rest.len();
    start + rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).unwrap_or(rest.len())
}

/// The highest bit of each special byte. A false mark can only follow a true one, so the lowest mark is always true.
fn special(step: u64) -> u64 {
    let zero = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes;
    let control = step.wrapping_sub(ONES * 0x20) & !step;
    (control | zero(step ^ (ONES * u64::from(b'"'))) | zero(step ^ (ONES * u64::from(b'\\')))) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::plain_run;

    #[test]
    fn every_byte_at_every_place_is_told_apart() {
        for length in 0..24 {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![0xe4; length];
                    text[at] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(
                        plain_run(&text),
                        if special { at } else { length },
                        "{byte} at {at} of {length}"
                    );
                }
            }
        }
    }

    #[test]
    fn neighbours_of_special_bytes_are_no_special_bytes() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let text = [b'a', first, second, b'b', b'c', b'd', b'e', b'f'];
                let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
                assert_eq!(plain_run(&text), text.iter().position(special).unwrap_or(8), "{text:?}");
            }
        }
    }
}
