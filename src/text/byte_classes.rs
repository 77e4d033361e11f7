//! Which classes of bytes a URL contains, found in one pass and shared by all its checks. Without it, validating the
//! documented example takes a tenth more instructions.

/// A set of byte classes, one bit each. ASCII letters and digits, hyphens, underscores and dots belong to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByteClasses(u8);

impl ByteClasses {
    /// Bytes of characters beyond ASCII.
    pub(crate) const NON_ASCII: ByteClasses = ByteClasses(1);
    /// ASCII control characters.
    pub(crate) const CONTROL: ByteClasses = ByteClasses(1 << 1);
    pub(crate) const BLANK: ByteClasses = ByteClasses(1 << 2);
    pub(crate) const BACKSLASH: ByteClasses = ByteClasses(1 << 3);
    pub(crate) const PERCENT: ByteClasses = ByteClasses(1 << 4);
    /// Colons and square brackets.
    pub(crate) const DELIMITER: ByteClasses = ByteClasses(1 << 5);
    /// Printable ASCII characters that RFC 3986 allows nowhere in a URL. In markup, they end a URL.
    pub(crate) const RESERVED: ByteClasses = ByteClasses(1 << 6);
    /// Any other ASCII punctuation.
    const SIGN: ByteClasses = ByteClasses(1 << 7);

    /// The classes of all bytes of a text.
    pub(crate) fn of(text: &str) -> ByteClasses {
        text.bytes().fold(ByteClasses(0), |classes, byte| classes.union(ByteClasses::of_byte(byte)))
    }

    /// The class of one byte.
    pub(crate) fn of_byte(byte: u8) -> ByteClasses {
        CLASSES[usize::from(byte)]
    }

    pub(crate) const fn union(self, others: ByteClasses) -> ByteClasses {
        ByteClasses(self.0 | others.0)
    }

    /// Whether the sets have a class in common.
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
