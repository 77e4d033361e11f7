//! Suggests the corrected form of a value of the wrong type, where it is unambiguous.

use crate::json::writer::quoted;
use crate::json::{ParsedInteger, Value, parse_integer};
use crate::schema::{Format, Kind};
use crate::text::date_time;
use crate::text::digits::push_digits;

/// Longer values get no suggestion.
const MAX_LENGTH: usize = 100;
/// Times in seconds and in milliseconds, from 2001 to 2286: those with as many digits as today's.
const SECONDS: std::ops::Range<i64> = 1_000_000_000..10_000_000_000;
const MILLISECONDS: std::ops::Range<i64> = 1_000_000_000_000..10_000_000_000_000;

/// The value as JSON in the expected type; `None` if ambiguous.
pub(super) fn instead(value: &Value<'_>, kind: &Kind) -> Option<String> {
    let text = match (value, kind) {
        (Value::Text(text), Kind::Integer(_)) => integer(text.trim_ascii())?.to_owned(),
        (Value::Text(text), Kind::Boolean) => boolean(text.trim_ascii())?.to_owned(),
        (Value::Number(number), Kind::Text(row)) if row.format == Format::DateTime => moment(number)?,
        (Value::Number(number), Kind::Text(_)) => quoted(number),
        (Value::Text(text), Kind::List(list)) if matches!(list.item, Kind::Text(_) | Kind::Choice(_)) => {
            ["[", &quoted(text), "]"].concat()
        }
        _ => return None,
    };
    (text.len() <= MAX_LENGTH).then_some(text)
}

fn integer(text: &str) -> Option<&str> {
    let is_plain = text == "0" || !text.starts_with('0') && !text.is_empty();
    (is_plain && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn boolean(text: &str) -> Option<&str> {
    matches!(text, "true" | "false").then_some(text)
}

/// The time for seconds or milliseconds since the epoch.
fn moment(number: &str) -> Option<String> {
    let ParsedInteger::Integer(number) = parse_integer(number) else { return None };
    let mut fraction = String::new();
    let seconds = match number {
        seconds if SECONDS.contains(&seconds) => seconds,
        milliseconds if MILLISECONDS.contains(&milliseconds) => {
            push_digits(milliseconds.unsigned_abs() % 1000, 10, 3, &mut fraction);
            milliseconds / 1000
        }
        _ => return None,
    };
    date_time::format_in_china(seconds, &fraction).map(|time| quoted(&time))
}

#[cfg(test)]
mod tests {
    use super::instead;
    use crate::endpoints::membercard_open::{CARD_UPDATE, DATE_INFORMATION};
    use crate::json::Value;
    use crate::schema::Object;

    fn of(value: Value<'_>, object: &'static Object, field: &str) -> Option<String> {
        instead(&value, &object.find(field)?.1.kind)
    }

    #[test]
    fn ambiguous_values_get_no_suggestion() {
        for text in ["", "030", "30.5", "-1", "1e3", "thirty", "３０", &"9".repeat(101)] {
            assert_eq!(of(Value::Text(text.into()), &CARD_UPDATE, "total_quantity"), None, "{text}");
        }
        for text in ["", "yes", "TRUE", "1"] {
            assert_eq!(of(Value::Text(text.into()), &CARD_UPDATE, "need_display_level"), None, "{text}");
        }
        for number in ["0", "20261129", "999999999", "10000000000", "1795900000.5", "17959000000000", "1e300"]
        {
            let end = of(Value::Number(number.into()), &DATE_INFORMATION, "available_end_time");
            assert_eq!(end, None, "{number}");
        }
        for value in [Value::Object, Value::Array, Value::Boolean(true), Value::Number("7".into())] {
            assert_eq!(of(value.clone(), &CARD_UPDATE, "code_type"), None, "{value:?}");
        }
        assert_eq!(of(Value::Text("[]".into()), &CARD_UPDATE, "user_information_form"), None);
    }

    #[test]
    fn times_keep_their_milliseconds() {
        for (number, time) in [
            ("1000000000", r#""2001-09-09T09:46:40+08:00""#),
            ("9999999999", r#""2286-11-21T01:46:39+08:00""#),
            ("1000000000000", r#""2001-09-09T09:46:40.000+08:00""#),
            ("1795900000007", r#""2026-11-29T05:06:40.007+08:00""#),
        ] {
            let end = of(Value::Number(number.into()), &DATE_INFORMATION, "available_end_time");
            assert_eq!(end.as_deref(), Some(time));
        }
    }
}
