//! Which classes of bytes an address holds: one look at each byte answers what many checks ask. Without it a validation of the
//! documented example takes a tenth more instructions.

/// ByteClasses of bytes, a bit for each. LetterSet and digits of ASCII, hyphens, underscores and dots are of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByteClasses(u8);

impl ByteClasses {
    /// The bytes of a character beyond ASCII.
    pub(crate) const NON_ASCII: ByteClasses = ByteClasses(1);
    /// A control character of ASCII.
    pub(crate) const CONTROL: ByteClasses = ByteClasses(1 << 1);
    pub(crate) const BLANK: ByteClasses = ByteClasses(1 << 2);
    pub(crate) const BACKSLASH: ByteClasses = ByteClasses(1 << 3);
    pub(crate) const PERCENT: ByteClasses = ByteClasses(1 << 4);
    /// A colon or a square bracket.
    pub(crate) const DELIMITER: ByteClasses = ByteClasses(1 << 5);
    /// A printable character that RFC 3986 has in no part of an address. They end one in markup, or begin some.
    pub(crate) const RESERVED: ByteClasses = ByteClasses(1 << 6);
    /// Any other sign of ASCII.
    const SIGN: ByteClasses = ByteClasses(1 << 7);

    /// Those of a text.
    pub(crate) fn of(text: &str) -> ByteClasses {
        text.bytes().fold(ByteClasses(0), |classes, byte| classes.union(ByteClasses::of_byte(byte)))
    }

    /// That of a byte.
    pub(crate) fn of_byte(byte: u8) -> ByteClasses {
        CLASSES[usize::from(byte)]
    }

    pub(crate) const fn union(self, others: ByteClasses) -> ByteClasses {
        ByteClasses(self.0 | others.0)
    }

    /// Whether one of them is among others.
    pub(crate) const fn intersects(self, others: ByteClasses) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

static CLASSES: [ByteClasses; 256] = {
    let mut classes = [ByteClasses(0); 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = class(byte as u8);
        byte += 1;
    }
    classes
};

const fn class(byte: u8) -> ByteClasses {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => ByteClasses(0),
        0..b' ' | 0x7f => ByteClasses::CONTROL,
        b' ' => ByteClasses::BLANK,
        b'\\' => ByteClasses::BACKSLASH,
        b'%' => ByteClasses::PERCENT,
        b':' | b'[' | b']' => ByteClasses::DELIMITER,
        b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' => ByteClasses::RESERVED,
        0x80.. => ByteClasses::NON_ASCII,
        _ => ByteClasses::SIGN,
    }
}

#[cfg(test)]
mod tests {
    use super::ByteClasses;

    #[test]
    fn a_text_has_the_kinds_of_all_its_bytes() {
        for (text, classes) in [
            ("https://a.b/c", ByteClasses::DELIMITER.union(ByteClasses::SIGN)),
            ("a b\\%", ByteClasses::BLANK.union(ByteClasses::BACKSLASH).union(ByteClasses::PERCENT)),
            ("卡\u{7f}", ByteClasses::NON_ASCII.union(ByteClasses::CONTROL)),
            ("<", ByteClasses::RESERVED),
        ] {
            assert_eq!(ByteClasses::of(text), classes, "{text}");
        }
        assert!(ByteClasses::of("Az09-_.").is_empty() && ByteClasses::of("").is_empty());
        assert!(
            ByteClasses::of("\n").intersects(ByteClasses::CONTROL)
                && !ByteClasses::of("\n").intersects(ByteClasses::BLANK)
        );
    }
}
