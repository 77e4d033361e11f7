//! The fifth line: a valid body in canonical form, or nothing.

use super::code::RefusalCode;
use super::excerpt::excerpt;
use super::refusal::Refusal;
use crate::issue::Issue;
use crate::validate::Validator;

/// Checks a body and collects its warnings.
pub(super) fn body<'a>(
    text: &'a str,
    validator: &Validator,
    warnings: &mut Vec<Issue>,
) -> Result<&'a str, Refusal> {
    if !validator.endpoint().operation.takes_body() {
        return if text.is_empty() { Ok(text) } else { Err(not_canonical("", text)) };
    }
    match validator.validate_json(text.as_bytes()).into_result() {
        Err(issues) => Err(Refusal::new(RefusalCode::InvalidBody).issues(issues)),
        Ok((canonical, mut issues)) => {
            warnings.append(&mut issues);
            if canonical == text { Ok(text) } else { Err(not_canonical(&canonical, text)) }
        }
    }
}

fn not_canonical(canonical: &str, text: &str) -> Refusal {
    let same = canonical.chars().zip(text.chars()).take_while(|(one, other)| one == other);
    let offset = same.map(|(character, _)| character.len_utf8()).sum();
    let rest = |text: &str| excerpt(text.get(offset..).unwrap_or_default());
    Refusal::new(RefusalCode::BodyNotCanonical)
        .with("offset", offset)
        .with("expected", rest(canonical))
        .with("actual", rest(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::IssueCode;
    use crate::text::locale::Locale;

    fn refusal(text: &str) -> Refusal {
        body(text, &Validator::new(), &mut Vec::new()).unwrap_err()
    }

    #[test]
    fn warnings_are_handed_on() {
        let mut warnings = Vec::new();
        assert_eq!(body("{}", &Validator::new(), &mut warnings), Ok("{}"));
        assert_eq!(warnings[0].code, IssueCode::NothingToUpdate);
    }

    #[test]
    fn bodies_that_are_not_valid() {
        for text in [
            "",
            "null",
            "[]",
            "{",
            "{}{}",
            r#"{"title":"会员卡",}"#,
            r#"{"title":"一二三四五六七八九十一"}"#,
            r#"{"title":1}"#,
            r#"{"title":"一","title":"二"}"#,
            r#"{"title":"一","\u0074itle":"二"}"#,
            r#"{"extra":{"a":1,"a":2}}"#,
            r#"{"__proto__":{}}"#,
            "{'title':'一'}",
            "{\"title\":\"\u{0}\"}",
        ] {
            let refusal = refusal(text);
            assert_eq!(refusal.code, RefusalCode::InvalidBody, "{text}");
            assert!(refusal.issues.iter().any(Issue::is_error), "{text}");
        }
        assert_eq!(
            refusal(r#"{"title":1}"#).message(Locale::En),
            "The body is not valid: Card name must be of type string, not number: write \"1\""
        );
    }

    #[test]
    fn bodies_that_are_not_in_their_normal_form() {
        for (text, offset) in [
            (" {}", 0usize),
            ("{} ", 2),
            ("\u{feff}{}", 0),
            ("{}\r", 2),
            (r#"{"title": "会员卡"}"#, 9),
            (r#"{"title":"会\u5458卡"}"#, 13),
            (r#"{"title":"会员卡","appid":null}"#, 20),
            (r#"{"title":"会员卡","appid":"wxea9c30890f48d5ae"}"#, 2),
            (r#"{"total_quantity":5e6}"#, 19),
            (r#"{"total_quantity":5000000.0}"#, 25),
            (r#"{"\u0074itle":"会员卡"}"#, 2),
            (r#"{"logo_url":"https:\/\/wxpaylogo.qpic.cn\/wxpaylogo\/xxxxx\/0"}"#, 19),
        ] {
            let refusal = refusal(text);
            assert_eq!(refusal.code, RefusalCode::BodyNotCanonical, "{text}");
            assert_eq!(refusal.params.get("offset"), Some(&offset.into()), "{text}");
        }
        assert_eq!(
            refusal(r#"{"title": "会员卡"}"#).message(Locale::En),
            "The body is not in its normal form: from byte 9 on it must read “\"会员卡\"}”, not “ \"会员卡\"}”"
        );
    }
}
