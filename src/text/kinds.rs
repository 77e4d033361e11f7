//! Which kinds of bytes an address holds: one look at each byte answers what many checks ask. Without it a validation of the
//! documented example takes a tenth more instructions.

/// Kinds of bytes, a bit for each. LetterSet and digits of ASCII, hyphens, underscores and dots are of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    /// The bytes of a character beyond ASCII.
    pub(crate) const FOREIGN: Kinds = Kinds(1);
    /// A control character of ASCII.
    pub(crate) const CONTROL: Kinds = Kinds(1 << 1);
    pub(crate) const BLANK: Kinds = Kinds(1 << 2);
    pub(crate) const BACKSLASH: Kinds = Kinds(1 << 3);
    pub(crate) const PERCENT: Kinds = Kinds(1 << 4);
    /// A colon or a square bracket.
    pub(crate) const DELIMITER: Kinds = Kinds(1 << 5);
    /// A printable character that RFC 3986 has in no part of an address. They end one in markup, or begin some.
    pub(crate) const RESERVED: Kinds = Kinds(1 << 6);
    /// Any other sign of ASCII.
    const SIGN: Kinds = Kinds(1 << 7);

    /// Those of a text.
    pub(crate) fn of(text: &str) -> Kinds {
        text.bytes().fold(Kinds(0), |kinds, byte| kinds.and(Kinds::of_byte(byte)))
    }

    /// That of a byte.
    pub(crate) fn of_byte(byte: u8) -> Kinds {
        KINDS[usize::from(byte)]
    }

    pub(crate) const fn and(self, others: Kinds) -> Kinds {
        Kinds(self.0 | others.0)
    }

    /// Whether one of them is among others.
    pub(crate) const fn meet(self, others: Kinds) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn are_none(self) -> bool {
        self.0 == 0
    }
}

static KINDS: [Kinds; 256] = {
    let mut kinds = [Kinds(0); 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = kind(byte as u8);
        byte += 1;
    }
    kinds
};

const fn kind(byte: u8) -> Kinds {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => Kinds(0),
        0..b' ' | 0x7f => Kinds::CONTROL,
        b' ' => Kinds::BLANK,
        b'\\' => Kinds::BACKSLASH,
        b'%' => Kinds::PERCENT,
        b':' | b'[' | b']' => Kinds::DELIMITER,
        b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' => Kinds::RESERVED,
        0x80.. => Kinds::FOREIGN,
        _ => Kinds::SIGN,
    }
}

#[cfg(test)]
mod tests {
    use super::Kinds;

    #[test]
    fn a_text_has_the_kinds_of_all_its_bytes() {
        for (text, kinds) in [
            ("https://a.b/c", Kinds::DELIMITER.and(Kinds::SIGN)),
            ("a b\\%", Kinds::BLANK.and(Kinds::BACKSLASH).and(Kinds::PERCENT)),
            ("卡\u{7f}", Kinds::FOREIGN.and(Kinds::CONTROL)),
            ("<", Kinds::RESERVED),
        ] {
            assert_eq!(Kinds::of(text), kinds, "{text}");
        }
        assert!(Kinds::of("Az09-_.").are_none() && Kinds::of("").are_none());
        assert!(Kinds::of("\n").meet(Kinds::CONTROL) && !Kinds::of("\n").meet(Kinds::BLANK));
    }
}
