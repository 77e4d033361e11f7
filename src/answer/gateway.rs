//! The gateway's way to name a field: in the message, not in the detail.
//!
//! `输入源“/body/…/wait_days_after_receive”映射到数值字段“领取后N天开始生效”规则校验失败，值低于最小值 1`
//!
//! Source: messages that developers reported; no page describes them.

use serde::Serialize;

use crate::text::locale::Locale;

/// A rule that a value breaks, as far as the gateway's message tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum BrokenRule {
    /// A number out of its range.
    Range {
        /// The smallest number allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<i64>,
        /// The largest number allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<i64>,
    },
    /// A text that is too long or too short, in bytes of UTF-8.
    Bytes {
        /// Its length.
        actual: i64,
        /// The shortest length allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<i64>,
        /// The longest length allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<i64>,
    },
    /// A text that does not match a regular expression.
    Pattern {
        /// The expression.
        pattern: String,
    },
}

impl BrokenRule {
    /// Reads the reason that ends a gateway's message.
    fn read(reason: &str) -> Option<BrokenRule> {
        if let Some((_, expression)) = reason.split_once("正则表达式") {
            return Some(BrokenRule::Pattern { pattern: outermost_quoted(expression)?.into() });
        }
        let minimum = number_after(reason, "最小值");
        let maximum = number_after(reason, "最大值");
        match number_after(reason, "字节数") {
            _ if minimum.is_none() && maximum.is_none() => None,
            Some(actual) => Some(BrokenRule::Bytes { actual, minimum, maximum }),
            None => Some(BrokenRule::Range { minimum, maximum }),
        }
    }

    /// What to do about it.
    pub(super) fn advice(&self, locale: Locale) -> String {
        let zh = locale == Locale::Zh;
        match self {
            BrokenRule::Range { minimum, maximum } => match (minimum, maximum) {
                (Some(minimum), _) if zh => format!("请填写不小于 {minimum} 的数值"),
                (Some(minimum), _) => format!("Use a number of at least {minimum}"),
                (None, Some(maximum)) if zh => format!("请填写不大于 {maximum} 的数值"),
                (None, Some(maximum)) => format!("Use a number of at most {maximum}"),
                (None, None) => String::new(),
            },
            BrokenRule::Bytes { actual, minimum, maximum } => match (minimum, maximum) {
                (_, Some(maximum)) if zh => {
                    format!("请缩短至最多 {maximum} 字节（当前 {actual} 字节，一个汉字占 3 字节）")
                }
                (_, Some(maximum)) => {
                    format!(
                        "Use at most {maximum} bytes, now {actual}; a Chinese character usually has 3 bytes"
                    )
                }
                (Some(minimum), None) if zh => format!("请填写至少 {minimum} 字节（当前 {actual} 字节）"),
                (Some(minimum), None) => format!("Use at least {minimum} bytes, now {actual}"),
                (None, None) => String::new(),
            },
            BrokenRule::Pattern { pattern } if zh => format!("请使内容符合正则表达式 {pattern}"),
            BrokenRule::Pattern { pattern } => {
                format!("Make the text match the regular expression {pattern}")
            }
        }
    }
}

/// The parts of a gateway's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GatewayMessage<'a> {
    /// The JSON pointer, from the request on: `/body/…`.
    pub pointer: &'a str,
    /// The field's label.
    pub label: Option<&'a str>,
    /// The reason, as received.
    pub reason: Option<&'a str>,
    /// The rule that the reason speaks of.
    pub rule: Option<BrokenRule>,
}

impl<'a> GatewayMessage<'a> {
    /// Reads a message of the gateway's form.
    pub fn read(message: &'a str) -> Option<GatewayMessage<'a>> {
        let (_, rest) = message.split_once("输入源")?;
        let (pointer, rest) = quoted(rest)?;
        let (label, rest) = match rest.split_once("字段").and_then(|(_, rest)| quoted(rest)) {
            Some((label, rest)) => (Some(label), rest),
            None => (None, rest),
        };
        let reason =
            rest.split_once("规则校验失败").map(|(_, reason)| reason.trim_start_matches(['，', ',', ' ']));
        let reason = reason.filter(|reason| !reason.is_empty());
        Some(GatewayMessage { pointer, label, reason, rule: reason.and_then(BrokenRule::read) })
    }
}

const OPENING: [char; 2] = ['“', '"'];
const CLOSING: [char; 2] = ['”', '"'];

/// The first quoted part of a text, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (_, inside) = text.split_once(OPENING)?;
    inside.split_once(CLOSING)
}

/// What stands between the first and the last quote: an expression may hold quotes of its own.
fn outermost_quoted(text: &str) -> Option<&str> {
    let (_, inside) = text.split_once(OPENING)?;
    inside.rsplit_once(CLOSING).map(|(inside, _)| inside)
}

/// The whole number after a word, if JavaScript can hold it, too.
fn number_after(text: &str, word: &str) -> Option<i64> {
    let (_, rest) = text.split_once(word)?;
    let rest = rest.trim_start();
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
    let number: i64 = rest[..rest.len() - digits.len() + end].parse().ok()?;
    (number.unsigned_abs() < 1 << 53).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(reason: &str) -> Option<BrokenRule> {
        BrokenRule::read(reason)
    }

    #[test]
    fn a_number_rule() {
        let message = "输入源“/body/date_information/wait_days_after_receive”映射到数值字段“领取后N天开始生效”规则校验失败，值低于最小值 1";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!(read.pointer, "/body/date_information/wait_days_after_receive");
        assert_eq!(read.label, Some("领取后N天开始生效"));
        assert_eq!(read.reason, Some("值低于最小值 1"));
        assert_eq!(read.rule, Some(BrokenRule::Range { minimum: Some(1), maximum: None }));
    }

    #[test]
    fn a_length_rule_with_other_punctuation() {
        let message = "输入源\"(null)\"映射到值字段\"银行类型\"字符串规则校验失败,字节数 22，大于最大值 16";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!((read.pointer, read.label), ("(null)", Some("银行类型")));
        assert_eq!(read.rule, Some(BrokenRule::Bytes { actual: 22, minimum: None, maximum: Some(16) }));
    }

    #[test]
    fn a_pattern_rule() {
        let message = r"输入源“/body/out_request_no”映射到值字段“商户单据号”字符串规则校验失败，字符串必须匹配正则表达式“^[0-9a-zA-Z_\-|\*]{1,}$”";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!(read.rule, Some(BrokenRule::Pattern { pattern: r"^[0-9a-zA-Z_\-|\*]{1,}$".into() }));
        let quotes = rule("字符串必须匹配正则表达式“^“a”$”");
        assert_eq!(quotes, Some(BrokenRule::Pattern { pattern: "^“a”$".into() }));
    }

    #[test]
    fn broken_messages_give_what_they_have() {
        assert_eq!(GatewayMessage::read(""), None);
        assert_eq!(GatewayMessage::read("输入源“/body/title"), None);
        let read = GatewayMessage::read("输入源“/body/title”").unwrap();
        assert_eq!((read.label, read.reason, read.rule), (None, None, None));
        assert_eq!(rule("值低于最小值"), None);
        assert_eq!(rule("值低于最小值 -"), None);
        assert_eq!(rule("值低于最小值 99999999999999999999"), None);
        assert_eq!(rule("值低于最小值 -5"), Some(BrokenRule::Range { minimum: Some(-5), maximum: None }));
        assert_eq!(rule("正则表达式"), None);
        let largest = BrokenRule::Range { minimum: Some(9_007_199_254_740_991), maximum: None };
        assert_eq!(rule("值低于最小值 9007199254740991"), Some(largest));
        assert_eq!(rule("值低于最小值 9007199254740992"), None);
    }

    #[test]
    fn every_rule_has_its_advice_in_both_languages() {
        let range = |minimum, maximum| BrokenRule::Range { minimum, maximum };
        let bytes = |minimum, maximum| BrokenRule::Bytes { actual: 22, minimum, maximum };
        for (rule, chinese, english) in [
            (range(Some(1), None), "请填写不小于 1 的数值", "Use a number of at least 1"),
            (range(None, Some(9)), "请填写不大于 9 的数值", "Use a number of at most 9"),
            (bytes(Some(30), None), "请填写至少 30 字节（当前 22 字节）", "Use at least 30 bytes, now 22"),
            (
                bytes(None, Some(16)),
                "请缩短至最多 16 字节（当前 22 字节，一个汉字占 3 字节）",
                "Use at most 16 bytes, now 22; a Chinese character usually has 3 bytes",
            ),
            (
                BrokenRule::Pattern { pattern: "^a$".into() },
                "请使内容符合正则表达式 ^a$",
                "Make the text match the regular expression ^a$",
            ),
        ] {
            assert_eq!([Locale::Zh, Locale::En].map(|locale| rule.advice(locale)), [chinese, english]);
        }
    }

    #[test]
    fn serializes_for_javascript() {
        let rule = BrokenRule::Bytes { actual: 22, minimum: None, maximum: Some(16) };
        let json = serde_json::json!({ "kind": "bytes", "actual": 22, "maximum": 16 });
        assert_eq!(serde_json::to_value(rule).unwrap(), json);
    }
}
