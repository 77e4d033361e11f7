//! The third line: the timestamp.

use super::code::RefusalCode;
use super::excerpt::excerpt;
use super::expectations::Expectations;
use super::refusal::Refusal;
use crate::request::check;

/// Parses a timestamp that must be fresh.
pub(super) fn timestamp(text: &str, expectations: &Expectations) -> Result<i64, Refusal> {
    // Only the exact notation of a prepared request is accepted.
    let timestamp = text.parse::<i64>().ok();
    let timestamp = timestamp.filter(|time| check::timestamp(*time).is_none() && time.to_string() == text);
    let Some(timestamp) = timestamp else {
        return Err(Refusal::new(RefusalCode::MalformedTimestamp).with("actual", excerpt(text)));
    };
    let now = expectations.present().ok_or_else(|| Refusal::new(RefusalCode::ClockRequired))?;
    let difference = timestamp.abs_diff(now);
    if difference < expectations.tolerance_seconds {
        return Ok(timestamp);
    }
    Err(Refusal::new(RefusalCode::StaleTimestamp)
        .with("timestamp", timestamp)
        .with("now", now)
        .with("difference", i64::try_from(difference).unwrap_or(i64::MAX))
        .with("tolerance", i64::try_from(expectations.tolerance_seconds).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::ExpectedCards;
    use crate::text::locale::Locale;

    const NOW: i64 = 1_554_208_460;

    fn read(text: &str) -> Result<i64, Refusal> {
        timestamp(text, &Expectations::new(ExpectedCards::any()).now_seconds(NOW))
    }

    #[test]
    fn fresh_ones() {
        for offset in [-299, -1, 0, 1, 299] {
            assert_eq!(read(&(NOW + offset).to_string()), Ok(NOW + offset));
        }
    }

    #[test]
    fn stale_ones() {
        for offset in [-300, 300, 1_000_000] {
            let code = read(&(NOW + offset).to_string()).unwrap_err().code;
            assert_eq!(code, RefusalCode::StaleTimestamp, "{offset}");
        }
        assert_eq!(read("999999999999").unwrap_err().code, RefusalCode::StaleTimestamp);
        assert_eq!(read("1").unwrap_err().code, RefusalCode::StaleTimestamp);
        assert_eq!(
            read(&(NOW - 300).to_string()).unwrap_err().message(Locale::En),
            "The timestamp 1554208160 is 300 s from this machine's time 1554208460 (it must be less than 300 s): \
             prepare the request again, and check both clocks"
        );
    }

    #[test]
    fn other_spellings() {
        for text in [
            "",
            "0",
            "-1",
            "+1554208460",
            "01554208460",
            "0x5CA35A4C",
            "1554208460.0",
            "1.55420846e9",
            " 1554208460",
            "1554208460 ",
            "1554208460\r",
            "1_554_208_460",
            "1554208460000",
            "1000000000000",
            "99999999999999999999",
            "１５５４２０８４６０",
            "١٥٥٤٢٠٨٤٦٠",
            "NaN",
        ] {
            assert_eq!(read(text).unwrap_err().code, RefusalCode::MalformedTimestamp, "{text}");
        }
    }

    #[test]
    fn extreme_clocks_and_tolerances() {
        let expectations = Expectations::new(ExpectedCards::any()).now_seconds(i64::MIN);
        assert_eq!(timestamp("1", &expectations).unwrap_err().code, RefusalCode::StaleTimestamp);
        let expectations = expectations.tolerance_seconds(u64::MAX);
        assert_eq!(timestamp("1", &expectations).unwrap_err().code, RefusalCode::StaleTimestamp);
        assert_eq!(
            timestamp("301", &expectations.clone().now_seconds(1)).unwrap_err().params.get("tolerance"),
            Some(&300_i64.into())
        );
        assert_eq!(timestamp("300", &expectations.clone().now_seconds(1)), Ok(300));
        let expectations = expectations.now_seconds(1).tolerance_seconds(0);
        assert_eq!(timestamp("1", &expectations).unwrap_err().code, RefusalCode::StaleTimestamp);
    }

    #[test]
    fn without_a_time_the_systems_clock_counts_or_nothing() {
        let code = timestamp("1", &Expectations::new(ExpectedCards::any())).unwrap_err().code;
        let expected =
            if cfg!(feature = "host") { RefusalCode::StaleTimestamp } else { RefusalCode::ClockRequired };
        assert_eq!(code, expected);
    }
}
