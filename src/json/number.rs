//! Numbers as JSON writes them, read as integers without rounding.

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// What a JSON number is as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// An integer within ±(2^53 − 1).
    Integer(i64),
    /// An integer beyond that.
    Beyond,
    /// It has a fraction.
    Fraction,
}

/// Reads a JSON number as an integer. `5e6` and `5.0` are integers: what counts is the value, not the spelling.
pub(crate) fn whole(number: &str) -> Whole {
    match plain(number) {
        Some(value) => Whole::Integer(value),
        None => spelt(number),
    }
}

/// The value of a number that is written in digits alone, and as `whole` would write it.
pub(super) fn plain(number: &str) -> Option<i64> {
    let digits = number.as_bytes();
    let is_plain = matches!(digits, [b'0'] | [b'1'..=b'9', ..]) && digits.len() < 16;
    (is_plain && digits.iter().all(u8::is_ascii_digit))
        .then(|| digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}

/// The same for a number that is written in any way.
fn spelt(number: &str) -> Whole {
    let (negative, number) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [integer, fraction].concat();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Whole::Integer(0);
    }
    let significant = digits.trim_end_matches('0');
    let Ok(exponent) = exponent.parse::<i64>() else {
        let tiny = exponent.starts_with('-');
        return if tiny { Whole::Fraction } else { Whole::Beyond };
    };
    // The value is `significant` × 10^scale.
    let scale = exponent
        .saturating_sub(fraction.len() as i64)
        .saturating_add((digits.len() - significant.len()) as i64);
    if scale < 0 {
        return Whole::Fraction;
    }
    if significant.len() as i64 > 16_i64.saturating_sub(scale) {
        return Whole::Beyond;
    }
    let value = significant.bytes().fold(0_i64, |value, digit| value * 10 + i64::from(digit - b'0'))
        * 10_i64.pow(scale as u32);
    match value {
        value if value > MAX_SAFE_INTEGER => Whole::Beyond,
        value if negative => Whole::Integer(-value),
        value => Whole::Integer(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_counts_not_the_spelling() {
        for (text, value) in
            [("0", 0), ("-0", 0), ("-0.0e5", 0), ("5000000", 5_000_000), ("5e6", 5_000_000), ("5.0", 5)]
        {
            assert_eq!(whole(text), Whole::Integer(value), "{text}");
        }
        assert_eq!(whole("120E-1"), Whole::Integer(12));
        assert_eq!(whole("-1.5e1"), Whole::Integer(-15));
        assert_eq!(whole("9007199254740991"), Whole::Integer(MAX_SAFE_INTEGER));
    }

    #[test]
    fn fractions_and_giants_are_told_apart() {
        for text in ["1.5", "1e-1", "0.1e0", "1e-99999999999999999999", "12e-2"] {
            assert_eq!(whole(text), Whole::Fraction, "{text}");
        }
        for text in
            ["9007199254740992", "1e16", "1e400", "1e99999999999999999999", "123456789012345678901234567890"]
        {
            assert_eq!(whole(text), Whole::Beyond, "{text}");
        }
    }
}
