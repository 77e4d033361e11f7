//! Fast scans over bytes, eight at a time.

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES << 7;

/// The length of the leading run that needs no escape in a JSON string: no quotation marks, backslashes or control
/// characters below U+0020. The text is UTF-8.
pub(crate) fn plain_run(text: &[u8]) -> usize {
    run(text, |step| below_space(step) | equal(step, b'"') | equal(step, b'\\'))
}

/// The length of the leading run of printable ASCII.
pub(crate) fn printable_run(text: &[u8]) -> usize {
    run(text, |step| below_space(step) | equal(step, 0x7f) | step)
}

/// The length of the leading run without any of the given ASCII marks.
pub(crate) fn run_without<const N: usize>(text: &[u8], marks: [u8; N]) -> usize {
    run(text, |step| marks.iter().fold(0, |found, mark| found | equal(step, *mark)))
}

/// Counts characters. The standard library, built for size in our modules, would count byte by byte.
pub(crate) fn count_characters(text: &str) -> usize {
    let (steps, rest) = text.as_bytes().as_chunks::<8>();
    let in_steps: u32 = steps.iter().map(|step| first_bytes(u64::from_le_bytes(*step)).count_ones()).sum();
    in_steps as usize + rest.iter().filter(|byte| !matches!(byte, 0x80..0xc0)).count()
}

/// Marks the first byte of each character by its lowest bit.
fn first_bytes(step: u64) -> u64 {
    (!step >> 7 | step >> 6) & ONES
}

/// The length of the run before the first byte that `find` marks. `find` sets the highest bit of matching bytes. It may
/// also mark bytes after a match, but never 0xff, which does not occur in UTF-8.
fn run(text: &[u8], find: impl Fn(u64) -> u64) -> usize {
    let (steps, rest) = text.as_chunks::<8>();
    let first = |found: u64| found.trailing_zeros() as usize / 8;
    for (index, step) in steps.iter().enumerate() {
        let found = find(u64::from_le_bytes(*step)) & HIGHS;
        if found != 0 {
            return index * 8 + first(found);
        }
    }
    let last = rest.iter().rev().fold(u64::MAX, |step, byte| step << 8 | u64::from(*byte));
    let found = find(last) & HIGHS;
    steps.len() * 8 + if found == 0 { rest.len() } else { first(found) }
}

/// Marks control characters. False positives occur only after a true match.
fn below_space(step: u64) -> u64 {
    step.wrapping_sub(ONES * 0x20) & !step
}

/// Marks bytes equal to `byte`. False positives occur only after a true match.
fn equal(step: u64, byte: u8) -> u64 {
    let zeros = step ^ (ONES * u64::from(byte));
    zeros.wrapping_sub(ONES) & !zeros
}

#[cfg(test)]
mod tests {
    use super::{count_characters, plain_run, printable_run, run_without};

    fn is_special(byte: u8) -> bool {
        byte < 0x20 || byte == b'"' || byte == b'\\'
    }

    #[test]
    fn every_character_at_every_position_is_classified() {
        for length in 0..24 {
            for at in 0..length {
                for byte in 0..0x80 {
                    let text = ["é".repeat(at), char::from(byte).into(), "é".repeat(length - at)].concat();
                    let (to_end, to_byte) = (text.len(), at * 2);
                    let what = format!("{byte} at {at} of {length}");
                    assert_eq!(
                        plain_run(text.as_bytes()),
                        if is_special(byte) { to_byte } else { to_end },
                        "{what}"
                    );
                    let before = &text.as_bytes()[to_byte..];
                    let is_printable = matches!(byte, b' '..=b'~');
                    assert_eq!(printable_run(before), usize::from(is_printable), "{what}");
                    let is_mark = matches!(byte, b'{' | b'[');
                    assert_eq!(
                        run_without(text.as_bytes(), *b"{["),
                        if is_mark { to_byte } else { to_end },
                        "{what}"
                    );
                }
            }
        }
    }

    #[test]
    fn characters_are_counted_as_in_the_standard_library() {
        for length in 0..24 {
            for character in ["a", "é", "卡", "😀"] {
                for text in [character.repeat(length), ["a", &character.repeat(length), "卡b"].concat()] {
                    assert_eq!(count_characters(&text), text.chars().count(), "{text}");
                }
            }
        }
    }

    #[test]
    fn neighbours_of_special_bytes_are_no_special_bytes() {
        for first in 0..0x80 {
            for second in 0..0x80 {
                let text: String =
                    ['a', first.into(), second.into(), 'b', 'c', 'd', 'e', 'f'].iter().collect();
                let special = |byte| is_special(byte);
                assert_eq!(
                    plain_run(text.as_bytes()),
                    text.bytes().position(special).unwrap_or(8),
                    "{text:?}"
                );
            }
        }
    }
}
