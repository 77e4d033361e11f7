//! The text of a string value.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::OnceLock;

/// The text of a string. It dereferences to `str`. A long ordinary text is converted from UTF-16 when it is first read,
/// since its checks do not need UTF-8.
#[derive(Clone, Debug)]
pub(crate) struct Text<'a>(Repr<'a>);

#[derive(Clone, Debug)]
enum Repr<'a> {
    Utf8(Cow<'a, str>),
    Ordinary(Box<Ordinary<'a>>),
}

/// A text in UTF-16 that no character rule objects to, except perhaps for line breaks: Chinese characters, their
/// punctuation, and printable ASCII.
#[derive(Clone, Debug)]
pub(crate) struct Ordinary<'a> {
    units: &'a [u16],
    has_line_breaks: bool,
    text: OnceLock<String>,
}

impl<'a> Ordinary<'a> {
    /// Wraps UTF-16, if it is ordinary.
    pub(super) fn of(units: &'a [u16]) -> Option<Ordinary<'a>> {
        let mut has_line_breaks = false;
        let (chunks, rest) = units.as_chunks::<4>();
        let mut are_ordinary =
            |units: &[u16]| units.iter().all(|unit| is_ordinary(*unit, &mut has_line_breaks));
        let is_ordinary =
            are_ordinary(rest) && chunks.iter().all(|chunk| are_chinese(*chunk) || are_ordinary(chunk));
        is_ordinary.then(|| Ordinary { units, has_line_breaks, text: OnceLock::new() })
    }

    /// The number of characters.
    pub(crate) fn length(&self) -> usize {
        self.units.len()
    }

    pub(crate) fn has_line_breaks(&self) -> bool {
        self.has_line_breaks
    }

    /// Whether it begins or ends with a blank.
    pub(crate) fn has_surrounding_blanks(&self) -> bool {
        const BLANK: u16 = b' ' as u16;
        self.units.first() == Some(&BLANK) || self.units.last() == Some(&BLANK)
    }

    fn text(&self) -> &str {
        self.text.get_or_init(|| String::from_utf16_lossy(self.units))
    }
}

/// Writes UTF-16 as bytes if it is ASCII, four code units at once. Returns whether it is.
///
/// With `encoding_rs::mem::copy_basic_latin_to_ascii`, which does the same, the validation of an object with every field
/// at its limit takes 8 % longer, that of the documented example up to 3 %.
pub(super) fn put_ascii(units: &[u16], places: &mut [u8]) -> bool {
    const BEYOND: u64 = u64::MAX / 0xffff * 0xff80;
    let Some(places) = places.get_mut(..units.len()) else { return false };
    let ((chunks, rest), (places, last)) = (units.as_chunks(), places.as_chunks_mut());
    for (chunk, place) in chunks.iter().zip(places) {
        let units = packed(*chunk);
        if units & BEYOND != 0 {
            return false;
        }
        let pairs = units | units >> 8;
        *place = ((pairs & 0xffff | pairs >> 16 & 0xffff_0000) as u32).to_le_bytes();
    }
    for (unit, place) in rest.iter().zip(last) {
        *place = *unit as u8;
    }
    rest.iter().all(|unit| *unit < 0x80)
}

/// Packs four code units into one number, the first in the lowest bits.
fn packed([a, b, c, d]: [u16; 4]) -> u64 {
    u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48
}

const fn is_chinese(unit: u16) -> bool {
    matches!(unit, 0x4e00..=0x9fff)
}

/// Whether four code units are all Chinese, tested at once: they are packed into one number, where the highest bit of
/// each part shows the result of a comparison.
fn are_chinese(units: [u16; 4]) -> bool {
    const ONES: u64 = u64::MAX / 0xffff;
    const HIGHS: u64 = ONES << 15;
    let units = packed(units);
    let reaches = |least: u64| (units & !HIGHS) + ONES * (0x8000 - least);
    // At least 0x4e00 and below 0xa000. From 0xa000 on, the highest bit is set and the remaining bits are at least
    // 0x2000.
    let from_start = reaches(0x4e00) | units;
    let behind_end = reaches(0x2000) & units;
    from_start & !behind_end & HIGHS == HIGHS
}

fn is_ordinary(unit: u16, has_line_breaks: &mut bool) -> bool {
    *has_line_breaks |= unit == u16::from(b'\n');
    is_chinese(unit)
        || matches!(unit, 0x20..=0x7e | 0x0a | 0x3001..=0x3003 | 0x3008..=0x3011 | 0xff01..=0xff5e)
}

impl<'a> Text<'a> {
    /// The text in UTF-16, if it is an ordinary one.
    pub(crate) fn ordinary(&self) -> Option<&Ordinary<'a>> {
        match &self.0 {
            Repr::Utf8(_) => None,
            Repr::Ordinary(ordinary) => Some(ordinary),
        }
    }

    /// The same text without borrowed data.
    #[cfg(feature = "form")]
    pub(super) fn into_owned(self) -> Text<'static> {
        match self.0 {
            Repr::Utf8(text) => text.into_owned().into(),
            Repr::Ordinary(ordinary) => ordinary.text().to_owned().into(),
        }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Repr::Utf8(text) => text,
            Repr::Ordinary(ordinary) => ordinary.text(),
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Text<'_>) -> bool {
        **self == **other
    }
}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Text<'a> {
        Text(Repr::Utf8(text))
    }
}

impl<'a> From<Ordinary<'a>> for Text<'a> {
    fn from(ordinary: Ordinary<'a>) -> Text<'a> {
        Text(Repr::Ordinary(Box::new(ordinary)))
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Text<'a> {
        Cow::Borrowed(text).into()
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Cow::<str>::Owned(text).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordinary(text: &str) -> Option<String> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let ordinary = Ordinary::of(&units)?;
        assert_eq!(ordinary.length(), text.chars().count());
        assert_eq!(ordinary.has_line_breaks(), text.contains('\n'));
        assert_eq!(ordinary.has_surrounding_blanks(), text.starts_with(' ') || text.ends_with(' '));
        Some(Text::from(ordinary).to_string())
    }

    #[test]
    fn an_ordinary_text_is_the_text() {
        for text in [
            "",
            "会员卡",
            "使用本会员卡，表示你同意《协议》。\n",
            " a1~ ",
            "１２３（四）、五",
            "会".repeat(9).as_str(),
        ] {
            assert_eq!(ordinary(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn four_units_are_classified_like_one() {
        for unit in 0..=u16::MAX {
            for at in 0..4 {
                let mut four = [0x4e00, 0x9fff, 0x8000, 0x7fff];
                four[at] = unit;
                assert_eq!(are_chinese(four), is_chinese(unit), "{four:x?}");
            }
        }
    }

    #[test]
    fn ascii_alone_is_put_into_bytes() {
        for length in 0..10 {
            for at in 0..length {
                for unit in [0, 0x7f, 0x80, 0xff, 0x100, 0x161, 0x4e61, 0x8061, u16::MAX] {
                    let mut units = [0x61; 10];
                    units[at] = unit;
                    let mut room = [0xff; 12];
                    let is_ascii = put_ascii(&units[..length], &mut room);
                    assert_eq!(is_ascii, unit < 0x80);
                    if is_ascii {
                        let bytes = room[..length].iter().copied().map(u16::from);
                        assert!(
                            bytes.eq(units[..length].iter().copied())
                                && room[length..] == [0xff; 12][length..]
                        );
                    }
                }
            }
        }
        assert!(!put_ascii(&[0x61; 3], &mut [0; 2]));
    }

    #[test]
    fn what_a_rule_may_object_to_is_not_ordinary() {
        for character in [
            '\0', '\t', '\r', '\u{7f}', '\u{85}', '\u{a0}', 'é', '\u{200b}', '\u{2028}', '\u{3000}', '㐀',
            '\u{e000}', '\u{feff}', '\u{ff5f}', '\u{ffa0}', '🎉',
        ] {
            for before in 0..18 {
                let text = format!("{}{character}{}", "会".repeat(before), "员".repeat(17 - before));
                assert_eq!(ordinary(&text), None, "{text:?}");
            }
        }
        assert!(Ordinary::of(&[0xd83c]).is_none());
    }
}
