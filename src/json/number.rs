//! Reads JSON numbers as integers, without rounding.

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// A JSON number, read as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParsedInteger {
    /// An integer within ±(2^53 − 1).
    Integer(i64),
    /// An integer outside that range.
    Unsafe,
    /// Not an integer.
    Fraction,
}

/// Reads a JSON number as an integer. The value counts, not the spelling: `5e6` and `5.0` are integers.
pub(crate) fn parse_integer(number: &str) -> ParsedInteger {
    match parse_plain(number) {
        Some(value) => ParsedInteger::Integer(value),
        None => parse_any(number),
    }
}

/// The value of a number that consists of digits only, without leading zeros.
pub(super) fn parse_plain(number: &str) -> Option<i64> {
    let digits = number.as_bytes();
    let is_plain = matches!(digits, [b'0'] | [b'1'..=b'9', ..]) && digits.len() < 16;
    (is_plain && digits.iter().all(u8::is_ascii_digit))
        .then(|| digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}

/// Reads a number in any JSON notation.
fn parse_any(number: &str) -> ParsedInteger {
    let mut bytes = number.bytes().peekable();
    let negative = bytes.next_if_eq(&b'-').is_some();
    // The value is `significant` × 10^`scale`. Zeros are applied only when another digit follows.
    let (mut significant, mut zeros, mut scale) = (0_i64, 0_u32, 0_i64);
    let mut is_fraction = false;
    while let Some(byte) = bytes.next_if(|byte| matches!(byte, b'0'..=b'9' | b'.')) {
        is_fraction |= byte == b'.';
        scale -= i64::from(is_fraction && byte != b'.');
        match byte {
            b'0' => zeros += 1,
            b'1'..=b'9' => {
                significant =
                    shifted(significant, i64::from(zeros) + 1).saturating_add(i64::from(byte - b'0'));
                zeros = 0;
            }
            _ => {}
        }
    }
    if significant == 0 {
        return ParsedInteger::Integer(0);
    }
    scale = scale.saturating_add(i64::from(zeros)).saturating_add(exponent(bytes));
    if scale < 0 {
        return ParsedInteger::Fraction;
    }
    match shifted(significant, scale) {
        value if value > MAX_SAFE_INTEGER => ParsedInteger::Unsafe,
        value if negative => ParsedInteger::Integer(-value),
        value => ParsedInteger::Integer(value),
    }
}

/// A positive value × 10^`digits`, saturating above `MAX_SAFE_INTEGER`.
fn shifted(mut value: i64, mut digits: i64) -> i64 {
    while digits > 0 && value != 0 && value <= MAX_SAFE_INTEGER {
        value = value.saturating_mul(10);
        digits -= 1;
    }
    value
}

/// The exponent after the digits, or 0.
fn exponent(rest: impl Iterator<Item = u8>) -> i64 {
    let (mut exponent, mut negative) = (0_i64, false);
    for byte in rest {
        match byte {
            b'0'..=b'9' => exponent = exponent.saturating_mul(10).saturating_add(i64::from(byte - b'0')),
            mark => negative |= mark == b'-',
        }
    }
    if negative { -exponent } else { exponent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_counts_not_the_spelling() {
        for (text, value) in [
            ("0", 0),
            ("-0", 0),
            ("-0.0e5", 0),
            ("5000000", 5_000_000),
            ("5e6", 5_000_000),
            ("5.0", 5),
            ("0.00", 0),
            ("0e9999999999999999999999", 0),
            ("10.50e2", 1050),
            ("0.0000000000000000000001e23", 10),
            ("100000000000000000000000000e-25", 10),
            ("000", 0),
            ("9007199254740991.000e0", MAX_SAFE_INTEGER),
        ] {
            assert_eq!(parse_integer(text), ParsedInteger::Integer(value), "{text}");
        }
        assert_eq!(parse_integer("120E-1"), ParsedInteger::Integer(12));
        assert_eq!(parse_integer("-1.5e1"), ParsedInteger::Integer(-15));
        assert_eq!(parse_integer("9007199254740991"), ParsedInteger::Integer(MAX_SAFE_INTEGER));
    }

    #[test]
    fn fractions_and_large_integers_are_distinguished() {
        for text in [
            "1.5",
            "1e-1",
            "0.1e0",
            "1e-99999999999999999999",
            "12e-2",
            "9007199254740993.5",
            "1.00000000000000000000001",
        ] {
            assert_eq!(parse_integer(text), ParsedInteger::Fraction, "{text}");
        }
        for text in
            ["9007199254740992", "1e16", "1e400", "1e99999999999999999999", "123456789012345678901234567890"]
        {
            assert_eq!(parse_integer(text), ParsedInteger::Unsafe, "{text}");
        }
    }
}
