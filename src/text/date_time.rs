//! Dates and times: RFC 3339, in the forms that the API's basic rules list.

use super::digits::push_digits;

/// A moment as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateTime<'t> {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub(crate) seconds: i64,
    /// The digits of the fraction of a second.
    fraction: &'t str,
    /// How the text differs from the listed forms.
    pub(crate) unlisted: [Option<&'static str>; 4],
}

/// Access for rules that compare times.
#[cfg(any(feature = "card-member", feature = "membercard-open", feature = "form"))]
impl DateTime<'_> {
    /// A key that sorts times chronologically.
    pub(crate) fn sort_key(&self) -> (i64, &str) {
        let zeros = self.fraction.bytes().rev().take_while(|digit| *digit == b'0').count();
        (self.seconds, self.fraction.get(..self.fraction.len() - zeros).unwrap_or_default())
    }

    /// Milliseconds since 1970-01-01T00:00:00Z, rounded up.
    #[cfg(any(feature = "card-member", feature = "membercard-open"))]
    pub(crate) fn milliseconds(&self) -> i64 {
        let (first, rest) = self.fraction.split_at_checked(3).unwrap_or((self.fraction, ""));
        let zeros = "000".bytes();
        let first =
            first.bytes().chain(zeros).take(3).fold(0, |value, digit| value * 10 + i64::from(digit & 15));
        self.seconds * 1000 + first + i64::from(rest.bytes().any(|digit| digit != b'0'))
    }
}

/// Why a text is not a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateTimeError {
    /// It does not match the format.
    Format,
    /// It matches the format, but the named part is out of range.
    OutOfRange(&'static str),
}

/// The offset of China Standard Time, in seconds.
const CHINA: i64 = 8 * 3600;
const DAY: i64 = 86_400;
const LEAP_SECOND: &str = "leap second";

/// The length of a date and time without its fraction and offset.
const LENGTH: usize = "2020-05-20T13:29:35".len();

/// Parses a short run of digits. 32 bits suffice for the parts of a date, and WebAssembly divides them several times as
/// fast as 64.
fn number(digits: &[u8]) -> Option<i32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
    digits.iter().try_fold(0, |value, byte| Some(value * 10 + digit(*byte)?))
}

/// Year, month, day, hour, minute and second. The separator `T` may be in either case.
fn numbers(text: &str) -> Option<[i32; 6]> {
    match *text.as_bytes() {
        [a, b, c, d, b'-', e, f, b'-', g, h, b'T' | b't', i, j, b':', k, l, b':', m, n] => Some([
            number(&[a, b, c, d])?,
            number(&[e, f])?,
            number(&[g, h])?,
            number(&[i, j])?,
            number(&[k, l])?,
            number(&[m, n])?,
        ]),
        _ => None,
    }
}

/// The hours and minutes of an offset such as `+08:00`.
fn offset(zone: &str) -> Option<[i32; 2]> {
    match *zone.as_bytes() {
        [b'+' | b'-', a, b, b':', c, d] => Some([number(&[a, b])?, number(&[c, d])?]),
        _ => None,
    }
}

/// Parses an RFC 3339 date and time.
pub(crate) fn parse(text: &str) -> Result<DateTime<'_>, DateTimeError> {
    let (date, rest) = text.split_at_checked(LENGTH).ok_or(DateTimeError::Format)?;
    let [year, month, day, hour, minute, second] = numbers(date).ok_or(DateTimeError::Format)?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            rest.split_at_checked(digits).filter(|_| digits > 0).ok_or(DateTimeError::Format)?
        }
        None => ("", rest),
    };
    let offset = match zone {
        "Z" | "z" => 0,
        _ => {
            let [hours, minutes] = offset(zone).ok_or(DateTimeError::Format)?;
            if hours > 23 || minutes > 59 {
                return Err(DateTimeError::OutOfRange("offset"));
            }
            let ahead = hours * 3600 + minutes * 60;
            if zone.starts_with('-') { -ahead } else { ahead }
        }
    };
    if !(1..=12).contains(&month) {
        return Err(DateTimeError::OutOfRange("month"));
    }
    if !(1..=days_in_month(year, month)).contains(&day) {
        return Err(DateTimeError::OutOfRange("day"));
    }
    if hour > 23 {
        return Err(DateTimeError::OutOfRange("hour"));
    }
    if minute > 59 {
        return Err(DateTimeError::OutOfRange("minute"));
    }
    let seconds = i64::from(days_from_epoch(year, month, day)) * DAY
        + i64::from(hour * 3600 + minute * 60 + second - offset);
    let is_leap_second = second == 60 && seconds.rem_euclid(DAY) == 0;
    if second > 59 && !is_leap_second {
        return Err(DateTimeError::OutOfRange("second"));
    }
    let unlisted = [
        date.contains('t').then_some("t"),
        (!matches!(fraction.len(), 0 | 3)).then_some("fraction"),
        match zone {
            "Z" | "+08:00" => None,
            "z" => Some("z"),
            _ => Some("offset"),
        },
        is_leap_second.then_some(LEAP_SECOND),
    ];
    Ok(DateTime { seconds, fraction, unlisted })
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar. Years start in March here, so that the leap day
/// comes last.
fn days_from_epoch(year: i32, month: i32, day: i32) -> i32 {
    let year = if month < 3 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

/// The inverse of `days_from_epoch`: year, month and day.
fn date_from_epoch(days: i32) -> (i32, i32, i32) {
    let has_begun = |year, month| days_from_epoch(year, month, 1) <= days;
    // Dividing by the mean length of a year is at most one year off.
    let estimate = 1970 + (days * 400).div_euclid(146_097);
    let mut years = (estimate - 1..=estimate + 1).rev();
    let year = years.find(|year| has_begun(*year, 1)).unwrap_or(estimate);
    let month = (1..=12).rev().find(|month| has_begun(year, *month)).unwrap_or(1);
    (year, month, days - days_from_epoch(year, month, 1) + 1)
}

/// The same time with the offset +08:00 and the same fraction. A text that is not a time is returned unchanged.
pub(crate) fn to_china_time(text: &str) -> String {
    let Ok(moment) = parse(text) else { return text.to_owned() };
    if moment.unlisted.contains(&Some(LEAP_SECOND)) {
        return text.to_owned();
    }
    format_in_china(moment.seconds, moment.fraction).unwrap_or_else(|| text.to_owned())
}

/// Formats a time with the offset +08:00, given seconds since 1970-01-01T00:00:00Z and the digits of a fraction. `None`
/// outside the years 0 to 9999.
pub(crate) fn format_in_china(seconds: i64, fraction: &str) -> Option<String> {
    let local = seconds.checked_add(CHINA)?;
    // The first day of the year 0, and the last of the year 9999.
    const FIRST: i64 = -719_528;
    const LAST: i64 = 2_932_896;
    let days = local.div_euclid(DAY);
    if !(FIRST..=LAST).contains(&days) {
        return None;
    }
    let (year, month, day) = date_from_epoch(days as i32);
    let clock = local.rem_euclid(DAY) as i32;
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    let mut out = String::with_capacity(LENGTH + fraction.len() + 7);
    for (before, part, width) in
        [("", year, 4), ("-", month, 2), ("-", day, 2), ("T", hour, 2), (":", minute, 2), (":", second, 2)]
    {
        out.push_str(before);
        push_digits(part.unsigned_abs().into(), 10, width, &mut out);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out.push_str("+08:00");
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_moments_of_four_digit_years_are_written() {
        const FIRST: i64 = -62_167_219_200 - CHINA;
        const END: i64 = 253_402_300_800 - CHINA;
        assert_eq!(format_in_china(FIRST, "").as_deref(), Some("0000-01-01T00:00:00+08:00"));
        assert_eq!(format_in_china(END - 1, "").as_deref(), Some("9999-12-31T23:59:59+08:00"));
        for seconds in
            [FIRST - 1, END, i64::from(i32::MAX) * DAY * 2, i64::MIN, i64::MAX, 4_000_000_000_000_000]
        {
            assert_eq!(format_in_china(seconds, ""), None, "{seconds}");
        }
    }

    #[test]
    fn moments_are_counted_from_the_epoch() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400),
            ("2020-05-20T13:29:35.120+08:00", 1_589_952_575),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] {
            assert_eq!(parse(text).map(|moment| moment.seconds), Ok(seconds), "{text}");
        }
    }

    #[test]
    fn parts_out_of_range_are_named() {
        for (text, part) in [
            ("2023-13-01T00:00:00Z", "month"),
            ("2023-02-29T00:00:00Z", "day"),
            ("1900-02-29T00:00:00Z", "day"),
            ("2023-04-31T00:00:00Z", "day"),
            ("2023-01-00T00:00:00Z", "day"),
            ("2023-01-01T24:00:00Z", "hour"),
            ("2023-01-01T00:60:00Z", "minute"),
            ("2023-01-01T00:00:60Z", "second"),
            ("2023-01-01T00:00:00+24:00", "offset"),
        ] {
            assert_eq!(parse(text), Err(DateTimeError::OutOfRange(part)), "{text}");
        }
        assert!(parse("2016-12-31T23:59:60Z").is_ok());
        assert!(parse("2017-01-01T07:59:60+08:00").is_ok());
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "2020-05-20",
            "2020-05-20 13:29:35Z",
            "2020-05-20T13:29:35",
            "2020-05-20T13:29Z",
            "2020-5-20T13:29:35Z",
            "2020-05-20T13:29:35.Z",
            "2020-05-20T13:29:35+0800",
            "2020-05-20T13:29:35+08:00 ",
            "2020-05-20T13:29:35,120Z",
            "２020-05-20T13:29:35Z",
            "20200520T132935Z",
            "2020-05-20T13:29:35.1２0Z",
            "+020-05-20T13:29:35Z",
        ] {
            assert_eq!(parse(text), Err(DateTimeError::Format), "{text}");
        }
    }

    #[test]
    fn fractions_order_moments_within_a_second() {
        let order =
            |text: &str| parse(text).ok().map(|moment| (moment.seconds, moment.sort_key().1.to_owned()));
        assert!(order("2020-01-01T00:00:00.120Z") < order("2020-01-01T00:00:00.13Z"));
        assert_eq!(order("2020-01-01T00:00:00.100Z"), order("2020-01-01T08:00:00.1+08:00"));
    }

    #[test]
    fn milliseconds_are_rounded_up() {
        for (text, milliseconds) in [
            ("1970-01-01T00:00:01Z", 1000),
            ("1970-01-01T00:00:01.2Z", 1200),
            ("1970-01-01T00:00:01.234Z", 1234),
            ("1970-01-01T00:00:01.2340Z", 1234),
            ("1970-01-01T00:00:01.23401Z", 1235),
            ("1969-12-31T23:59:59.9999Z", 0),
        ] {
            assert_eq!(parse(text).map(|moment| moment.milliseconds()), Ok(milliseconds), "{text}");
        }
    }

    #[test]
    fn every_day_has_its_date() {
        let (first, last) = (days_from_epoch(-1, 1, 1), days_from_epoch(10_000, 12, 31));
        for days in (first..=last).step_by(13) {
            let (year, month, day) = date_from_epoch(days);
            assert!((1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day), "{days}");
            assert_eq!(days_from_epoch(year, month, day), days);
        }
        for year in -1..=10_000 {
            for (month, day) in [(1, 1), (12, 31)] {
                assert_eq!(date_from_epoch(days_from_epoch(year, month, day)), (year, month, day));
            }
        }
    }

    #[test]
    fn china_time_is_the_same_moment() {
        for (text, china) in [
            ("2020-05-20T05:29:35.120Z", "2020-05-20T13:29:35.120+08:00"),
            ("2019-12-31t16:00:00z", "2020-01-01T00:00:00+08:00"),
            ("2020-02-28T23:00:00.1-01:00", "2020-02-29T08:00:00.1+08:00"),
            ("0000-01-01T00:00:00Z", "0000-01-01T08:00:00+08:00"),
            ("1000-12-31T16:00:00Z", "1001-01-01T00:00:00+08:00"),
            ("2020-05-20T05:29:00+05:30", "2020-05-20T07:59:00+08:00"),
            ("2020-05-20T05:29:00-03:30", "2020-05-20T16:59:00+08:00"),
            ("1900-02-28T16:00:00Z", "1900-03-01T00:00:00+08:00"),
            ("not a time", "not a time"),
        ] {
            assert_eq!(to_china_time(text), china);
            assert_eq!(to_china_time(china), china);
        }
    }
}
