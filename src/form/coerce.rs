//! Converts the text of an input element to a value.

use crate::endpoint::Endpoint;
use crate::issue::Path;
use crate::json::parser::parse_inside;
use crate::json::writer::quoted;
use crate::json::{Nesting, Value};
use crate::schema::Kind;

impl Endpoint {
    /// Converts the text of a field's input element to a value, as JSON text for
    /// [`CardForm::set`](crate::CardForm::set). `None` means no value.
    ///
    /// * An empty text is no value.
    /// * For an integer, surrounding blanks are dropped, and full-width digits are accepted.
    /// * For a boolean, `true` and `on` are `true`, `false` and `off` are `false`.
    /// * Anything else stays text, including a malformed number, so that its issue appears.
    ///
    /// ```
    /// use wechatpay_membercard::{Path, membercard_open::UPDATE};
    ///
    /// let quantity = Path::from(["total_quantity"]);
    /// assert_eq!(UPDATE.coerce(&quantity, ""), None);
    /// assert_eq!(UPDATE.coerce(&quantity, " 5000000 ").as_deref(), Some("5000000"));
    /// assert_eq!(UPDATE.coerce(&quantity, "a lot").as_deref(), Some(r#""a lot""#));
    /// assert_eq!(UPDATE.coerce(&Path::from(["title"]), "5000000").as_deref(), Some(r#""5000000""#));
    /// ```
    pub fn coerce(&self, field: &Path, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let steps = field.segments().split_first();
        let kind = steps.and_then(|(first, inside)| {
            inside.iter().try_fold(self.body.kind.inside(first)?, |kind, step| kind.inside(step))
        });
        let value = match kind {
            Some(Kind::Integer(_)) => integer(text),
            Some(Kind::Boolean) => boolean(text),
            _ => None,
        };
        Some(value.unwrap_or_else(|| quoted(text)))
    }
}

fn integer(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().map(half_width).collect();
    let digits = plain.trim_start_matches('0');
    if plain.bytes().all(|byte| byte.is_ascii_digit()) && plain != digits {
        return Some(if digits.is_empty() { "0".into() } else { digits.into() });
    }
    let read = parse_inside(plain.as_bytes(), None, Nesting::default(), &mut Default::default()).ok()?;
    matches!(read.nodes()[0].value, Value::Number(_)).then_some(plain.clone())
}

fn boolean(text: &str) -> Option<String> {
    match text.trim() {
        "true" | "on" => Some("true".into()),
        "false" | "off" => Some("false".into()),
        _ => None,
    }
}

/// Converts full-width digits and signs to ASCII.
fn half_width(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' | '\u{ff0d}' | '\u{ff0e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coerce;

    #[test]
    fn digits_become_numbers() {
        let days = Path::from(["date_information", "wait_days_after_receive"]);
        for (text, value) in [
            ("30", "30"),
            ("007", "7"),
            ("000", "0"),
            ("３０", "30"),
            ("\t30\n", "30"),
            ("-1", "-1"),
            ("1.5", "1.5"),
            ("1e3", "1e3"),
            ("99999999999999999999", "99999999999999999999"),
        ] {
            assert_eq!(coerce(&days, text).as_deref(), Some(value), "{text}");
        }
        for text in ["1,000", "1 000", "+1", "0x10", "NaN", "\"1\"", "１天", " ", "true", "\u{1}x\u{1}"] {
            assert_eq!(coerce(&days, text), Some(serde_json::to_string(text).unwrap()), "{text}");
        }
    }

    #[test]
    fn words_become_booleans() {
        let level = Path::from(["need_display_level"]);
        for (text, value) in [("true", "true"), ("on", "true"), ("false", "false"), ("off", "false")] {
            assert_eq!(coerce(&level, text).as_deref(), Some(value));
        }
        assert_eq!(coerce(&level, "yes").as_deref(), Some("\"yes\""));
        assert_eq!(coerce(&level, ""), None);
    }

    #[test]
    fn all_else_is_text() {
        let value =
            Path::from(["user_information_form", "custom_field_list"]).index(0).key("values").index(0);
        for path in [Path::root(), value, Path::from(["nothing", "known"]), Path::from(["code_mode"])] {
            assert_eq!(coerce(&path, "a\"\n1").as_deref(), Some(r#""a\"\n1""#), "{path}");
        }
    }
}
