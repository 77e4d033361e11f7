//! Formats numbers without the code size of `core::fmt`.

/// Appends a whole number in decimal.
pub(crate) fn push_integer(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    push_digits(number.unsigned_abs(), 10, 1, out);
}

/// Appends a number in a base up to 16, padded with zeros to `width` digits.
pub(crate) fn push_digits(number: u64, base: u64, width: usize, out: &mut String) {
    if number >= base || width > 1 {
        push_digits(number / base, base, width.saturating_sub(1), out);
    }
    out.push(char::from(b"0123456789abcdef"[(number % base) as usize & 15]));
}

/// The Unicode notation of a character, such as `U+200B`.
pub(crate) fn code_point(character: char) -> String {
    let mut name = String::from("u+");
    push_digits(u64::from(character), 16, 4, &mut name);
    name.make_ascii_uppercase();
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_written_as_the_standard_library_writes_them() {
        for number in [0, 7, 10, -1, -10, 9_007_199_254_740_991, i64::MAX, i64::MIN] {
            let mut digits = String::new();
            push_integer(number, &mut digits);
            assert_eq!(digits, number.to_string());
        }
    }

    #[test]
    fn digits_are_filled_up_with_zeros() {
        for (number, base, width, expected) in
            [(7, 10, 3, "007"), (1234, 10, 3, "1234"), (0, 16, 4, "0000"), (0x1f389, 16, 4, "1f389")]
        {
            let mut digits = String::new();
            push_digits(number, base, width, &mut digits);
            assert_eq!(digits, expected);
        }
    }
}
