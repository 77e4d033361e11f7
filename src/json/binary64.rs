//! Whether a number survives a round trip through an IEEE 754 binary64 (`f64`), the number type of JavaScript and most
//! other readers. They read the nearest binary64 value and write the fewest digits that lead back to it.
//!
//! RFC 8259, section 6, warns writers to expect no better. The standard library could decide this, too, but its tables
//! would make the module for pages half as large again.

use std::cmp::Ordering;

/// Decimal numbers with this many digits always round-trip, unless they are very large or very small.
const SURE_DIGITS: u32 = 15;
/// The most digits that a round trip writes.
const MAX_DIGITS: u32 = 17;
/// The exponents of the smallest and the largest binary64 numbers, written as an integer below 2^53 times a power of
/// two.
const LEAST_POWER: i32 = -1074;
const LARGEST_POWER: i32 = 971;
/// Integers below this are exact.
const MANTISSAS: u64 = 1 << 53;

/// Whether reading a JSON number as binary64, and writing it again, gives the same value. Not for `9007199254740993`,
/// `1e400`, `1e-400` and `0.1234567890123456789`.
pub(crate) fn round_trips(number: &str) -> bool {
    let Some(decimal) = Decimal::read(number) else { return false };
    let Decimal { digits, power } = decimal;
    let count = digits.checked_ilog10().map_or(0, |log| log + 1);
    // The value lies between 10^(order - 1) and 10^order.
    let order = power + i64::from(count);
    match order {
        _ if digits == 0 => true,
        -305..=308 if count <= SURE_DIGITS => true,
        -323..=309 if count <= MAX_DIGITS => {
            is_exact(&decimal) || Scale::new(digits, power as i32).is_some_and(|scale| scale.keeps(digits))
        }
        _ => is_exact(&decimal),
    }
}

/// Whether the value is exactly a binary64 number, such as `9223372036854775808` (2^63): an integer below 2^53 times a
/// power of two.
fn is_exact(decimal: &Decimal) -> bool {
    // Multiplying without factors of two overflows only for numbers that are too large anyway.
    let odd = decimal.digits >> decimal.digits.trailing_zeros();
    let without_tens = if decimal.power < 0 {
        (decimal.power..0).try_fold(odd, |odd, _| odd.is_multiple_of(5).then_some(odd / 5))
    } else {
        (0..decimal.power).try_fold(odd, |odd, _| odd.checked_mul(5))
    };
    without_tens.is_some_and(|odd| odd < MANTISSAS)
}

/// `digits` × 10^`power`, without trailing zeros in the digits.
struct Decimal {
    digits: u64,
    power: i64,
}

impl Decimal {
    /// Parses a JSON number without its sign. `None` if the digits exceed 64 bits, or the power does.
    fn read(number: &str) -> Option<Decimal> {
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let fraction = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let written = mantissa.bytes().filter(u8::is_ascii_digit);
        let significant = mantissa.trim_end_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
        let zeros = written.clone().count() - significant;
        let mut digits = 0_u64;
        for digit in written.take(significant) {
            digits = digits.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        if digits == 0 {
            return Some(Decimal { digits, power: 0 });
        }
        let zeros = i64::try_from(zeros).ok()?;
        let power = exponent.parse::<i64>().ok()?.checked_add(zeros)?.checked_sub(fraction as i64)?;
        Some(Decimal { digits, power })
    }
}

/// Compares decimal numbers with the nearest binary64 number.
struct Scale {
    /// The nearest number is `nearest` × 2^`power`.
    nearest: u64,
    power: i32,
    /// The decimal and the binary power, multiplied by a common factor to make both integers.
    ten: BigUint,
    two: BigUint,
}

impl Scale {
    /// The scale for `digits` × 10^`power`. `None` if the nearest number is 0 or infinite.
    fn new(digits: u64, power: i32) -> Option<Scale> {
        let fives = BigUint::from(1).times_fives(power.unsigned_abs());
        let (ten, two) = if power < 0 { (BigUint::from(1), fives) } else { (fives, BigUint::from(1)) };
        let length = ten.times(digits).bits() as i32 - two.bits() as i32 + power;
        // The bit length is exact or one too small.
        let powers = [length - 53, length - 52].map(|power| power.max(LEAST_POWER));
        let scale = powers.into_iter().map(|binary| {
            let shift = power - binary;
            let (ten, two) = (ten.shifted(shift.max(0) as u32), two.shifted((-shift).max(0) as u32));
            let nearest = ten.times(digits).divided(&two);
            Scale { nearest, power: binary, ten, two }
        });
        let scale = scale.into_iter().find(|scale| scale.nearest <= MANTISSAS)?;
        let is_finite =
            scale.power < LARGEST_POWER || (scale.power == LARGEST_POWER && scale.nearest < MANTISSAS);
        (is_finite && scale.nearest > 0).then_some(scale)
    }

    /// Whether the nearest number is written with these digits: no others with as few digits are nearer, and no fewer
    /// digits lead to it.
    fn keeps(&self, digits: u64) -> bool {
        let (side, distance) = self.distance(digits);
        let next = if side == Ordering::Less { digits + 1 } else { digits - 1 };
        let is_nearer = self.distance(next).1.compare(&distance) == Ordering::Less;
        let fewer = digits - digits % 10;
        !(is_nearer && self.leads_here(next) || self.leads_here(fewer) || self.leads_here(fewer + 10))
    }

    /// Whether the number with these digits has the same nearest number.
    fn leads_here(&self, digits: u64) -> bool {
        let (side, distance) = self.distance(digits);
        // Binary64 numbers are half as dense above a power of two as below it.
        let parts = match side {
            Ordering::Less if self.nearest == MANTISSAS / 2 && self.power > LEAST_POWER => 4,
            Ordering::Greater if self.nearest == MANTISSAS => 1,
            _ => 2,
        };
        match distance.times(parts).compare(&self.two) {
            Ordering::Less => true,
            Ordering::Equal => self.nearest.is_multiple_of(2),
            Ordering::Greater => false,
        }
    }

    /// The side of the nearest number on which the number with these digits lies, and its distance.
    fn distance(&self, digits: u64) -> (Ordering, BigUint) {
        let (here, there) = (self.ten.times(digits), self.two.times(self.nearest));
        match here.compare(&there) {
            Ordering::Less => (Ordering::Less, there.minus(&here)),
            side => (side, here.minus(&there)),
        }
    }
}

const PARTS: usize = 15;

/// An integer below 2^960, least significant part first. The largest that occurs has fewer than 900 bits.
#[derive(Clone, Copy)]
struct BigUint {
    parts: [u64; PARTS],
    /// How many parts are used: all others are 0, the last used one is not.
    used: usize,
}

impl BigUint {
    fn from(number: u64) -> BigUint {
        let mut parts = [0; PARTS];
        parts[0] = number;
        BigUint { parts, used: 1 }.fitted(1)
    }

    /// Limits the used parts to `most`.
    fn fitted(mut self, most: usize) -> BigUint {
        let last = self.parts.iter().take(most).rposition(|part| *part != 0);
        self.used = last.map_or(0, |last| last + 1);
        self
    }

    fn times(mut self, factor: u64) -> BigUint {
        let mut carried = 0;
        let most = (self.used + 1).min(PARTS);
        for part in &mut self.parts[..most] {
            let product = u128::from(*part) * u128::from(factor) + carried;
            *part = product as u64;
            carried = product >> 64;
        }
        self.fitted(most)
    }

    fn times_fives(self, count: u32) -> BigUint {
        const MOST: u32 = 27; // 5^27 < 2^64
        let whole = (0..count / MOST).fold(self, |number, _| number.times(5_u64.pow(MOST)));
        whole.times(5_u64.pow(count % MOST))
    }

    fn shifted(mut self, bits: u32) -> BigUint {
        self.parts.rotate_right(bits as usize / 64);
        self.fitted(PARTS).times(1 << (bits % 64))
    }

    fn minus(mut self, other: &BigUint) -> BigUint {
        let mut borrowed = false;
        for (part, other) in self.parts.iter_mut().zip(other.parts).take(self.used) {
            let (difference, first) = part.overflowing_sub(other);
            let (difference, second) = difference.overflowing_sub(u64::from(borrowed));
            *part = difference;
            borrowed = first || second;
        }
        self.fitted(self.used)
    }

    fn compare(&self, other: &BigUint) -> Ordering {
        let in_use = |number: &BigUint| number.parts.into_iter().take(number.used);
        self.used.cmp(&other.used).then_with(|| in_use(self).rev().cmp(in_use(other).rev()))
    }

    fn bits(&self) -> usize {
        self.used.checked_sub(1).map_or(0, |last| 64 * last + 64 - self.parts[last].leading_zeros() as usize)
    }

    /// An approximation of the value, accurate to more than 48 bits.
    fn nearly(&self) -> f64 {
        const PART: f64 = 18_446_744_073_709_551_616.0; // 2^64
        self.parts.iter().take(self.used).rev().fold(0.0, |value, part| value * PART + *part as f64)
    }

    /// The quotient, rounded half to even. It has fewer than 55 bits.
    fn divided(&self, divisor: &BigUint) -> u64 {
        /// The largest error of the estimate, as a power of two.
        const OFF: u32 = 9;
        let is_at_most = |quotient: u64| divisor.times(quotient).compare(self) != Ordering::Greater;
        let least = ((self.nearly() / divisor.nearly()) as u64).saturating_sub(1 << OFF);
        let floor = (0..=OFF)
            .rev()
            .map(|bit| 1 << bit)
            .fold(least, |floor, step| if is_at_most(floor + step) { floor + step } else { floor });
        let rest = self.minus(&divisor.times(floor));
        match rest.times(2).compare(divisor) {
            Ordering::Less => floor,
            Ordering::Equal => floor + floor % 2,
            Ordering::Greater => floor + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The digits of a number without surrounding zeros, and the power of ten of the first digit.
    fn normal(number: &str) -> (String, i64) {
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole.trim_start_matches('-'), fraction].concat();
        let leading = digits.len() - digits.trim_start_matches('0').len();
        let power =
            exponent.parse::<i64>().unwrap() + whole.trim_start_matches('-').len() as i64 - leading as i64;
        let digits = digits.trim_matches('0').to_owned();
        if digits.is_empty() { (digits, 0) } else { (digits, power) }
    }

    /// The standard library's answer: the shortest digits that lead to the same number. Where two are equally near, it
    /// may write another one than JavaScript.
    fn round_trips_in_std(number: &str) -> bool {
        let read: f64 = number.parse().unwrap();
        let ((digits, power), shortest) = (normal(number), normal(&format!("{read:e}")));
        let exact = normal(&format!("{read:.800e}"));
        let halfway = |exact: &str| {
            let before = exact.strip_suffix('5').and_then(|digits| digits.parse::<u64>().ok());
            let near = before.map(|before| [before, before + 1].map(|digits| digits.to_string()));
            near.is_some_and(|near| near.iter().any(|near| near.trim_end_matches('0') == digits))
        };
        let is_as_near = || digits.len() == shortest.0.len() && halfway(&exact.0);
        let is_written = power == shortest.1 && (digits == shortest.0 || is_as_near());
        read.is_finite() && (is_written || (digits.len() < 20 && (digits, power) == exact))
    }

    #[track_caller]
    fn check(number: &str) {
        assert_eq!(round_trips(number), round_trips_in_std(number), "{number}");
    }

    #[test]
    fn numbers_that_readers_keep() {
        for number in [
            "0",
            "-0",
            "0.0e99999999999999999999",
            "1",
            "-1.50",
            "5e6",
            "0.1",
            "0.30000000000000004",
            "9007199254740991",
            "9007199254740992",
            "9007199254740994",
            "1e22",
            "1e23",
            "5e-324",
            "1.7976931348623157e308",
            "2.2250738585072014e-308",
            "123456789012345680000",
            "9223372036854775808",
            "-9223372036854775808",
            "18446744073709549568",
            "-5.5347376783904768e20",
            "1125899906842624.25",
            "100e-2",
        ] {
            assert!(round_trips(number), "{number}");
        }
    }

    #[test]
    fn numbers_that_readers_change() {
        for number in [
            "9007199254740993",
            "-9007199254740993",
            "1e400",
            "-1e400",
            "1e-400",
            "1e309",
            "4e-324",
            "2e-324",
            "0.1234567890123456789",
            "0.30000000000000003",
            "3.141592653589793238462643383279",
            "12345678901234567890",
            "18446744073709551615",
            "9223372036854775807",
            "12345678901234567890.10",
            "1.7976931348623159e308",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "0.1e9223372036854775808",
        ] {
            assert!(!round_trips(number), "{number}");
        }
    }

    #[test]
    fn the_edges_are_where_the_standard_library_has_them() {
        for power in -330..=312 {
            for digits in [
                "1",
                "2",
                "3",
                "4",
                "5",
                "9",
                "49",
                "494",
                "22250738585072014",
                "22250738585072011",
                "17976931348623157",
                "17976931348623158",
                "9007199254740993",
                "90071992547409925",
                "99999999999999999",
                "10000000000000001",
                "9999999999999999",
                "1000000000000001",
            ] {
                check(&format!("{digits}e{power}"));
            }
        }
        for power in -1074..1024 {
            let number = 2_f64.powi(power);
            for near in [number.next_down(), number, number.next_up()] {
                check(&format!("{near:e}"));
                check(&format!("{near:.16e}"));
                check(&format!("{near:.15e}"));
                check(&format!("{near:.17e}"));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_reader_writes_is_kept(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                let written = format!("{number:e}");
                prop_assert!(round_trips(&written), "{}", written);
                check(&format!("{number:.16e}"));
                check(&format!("{number:.15e}"));
            }
        }

        #[test]
        fn all_else_is_as_in_the_standard_library(number in "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?") {
            check(&number);
        }
    }
}
