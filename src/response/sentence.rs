//! The gateway's sentences about values: pattern, meaning, and our messages.
//!
//! Source: messages that developers reported; they are undocumented.

use serde::Serialize;

use crate::text::locale::{Bilingual, Locale};

/// The rule that a value violates, according to the gateway's message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum BrokenRule {
    /// A number outside its range.
    Range {
        /// The smallest number allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<i64>,
        /// The largest number allowed.
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<i64>,
    },
    /// A text that is too long or too short, in UTF-8 bytes.
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
    /// A text that is too long or too short, in characters.
    Characters {
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
    /// A missing or empty value.
    Required,
    /// A value of the wrong type.
    Type {
        /// The expected type: `int32`, `uint64` and so on, `array`, or the gateway's word, such as `string`.
        expected: String,
    },
    /// Parameters that the API does not define.
    Undefined {
        /// JSON pointers, as received, starting at the request, such as `/body/brand`. At most 100.
        pointers: Vec<String>,
    },
}

/// A sentence of the gateway.
struct Sentence {
    /// Its fixed texts, in order. `{pattern}` matches a quoted text, `{expected}` an ASCII word, any other name an
    /// integer. Everything between them is ignored.
    reads: &'static str,
    /// Interprets the captures.
    means: fn(&Captures) -> Option<BrokenRule>,
    /// The problem, to follow the field's name.
    problem: Bilingual,
    /// What to do.
    advice: Bilingual,
}

/// All sentences. The first match counts.
const SENTENCES: &[Sentence] = &[
    Sentence {
        reads: "未在API文档中定义的参数",
        means: |_| Some(BrokenRule::Undefined { pointers: Vec::new() }),
        problem: text("不是该接口的参数", "is no parameter of this API"),
        advice: text(
            "微信支付拒绝接口文档中没有的参数：请删除，或移到文档所写的层级",
            "WeChat Pay refuses parameters that the API does not define: remove them, or move them to the level \
             that the documentation gives",
        ),
    },
    Sentence {
        reads: "正则表达式{pattern}",
        means: |captures| Some(BrokenRule::Pattern { pattern: captures.get("pattern").into() }),
        problem: text("不符合正则表达式 {pattern}", "does not match the regular expression {pattern}"),
        advice: text(
            "请使内容符合正则表达式 {pattern}",
            "Make the text match the regular expression {pattern}",
        ),
    },
    Sentence {
        reads: "字节数{actual}最大值{maximum}",
        means: |captures| {
            captures.length(|actual, minimum, maximum| BrokenRule::Bytes { actual, minimum, maximum })
        },
        problem: text(
            "共 {actual} 字节，最多 {maximum} 字节",
            "has {actual} bytes, at most {maximum} are allowed",
        ),
        advice: text(
            "请缩短至最多 {maximum} 字节（当前 {actual} 字节，一个汉字占 3 字节）",
            "Use at most {maximum} bytes, not {actual}; a Chinese character usually has 3 bytes",
        ),
    },
    Sentence {
        reads: "字节数{actual}最小值{minimum}",
        means: |captures| {
            captures.length(|actual, minimum, maximum| BrokenRule::Bytes { actual, minimum, maximum })
        },
        problem: text(
            "共 {actual} 字节，至少 {minimum} 字节",
            "has {actual} bytes, {minimum} or more are needed",
        ),
        advice: text(
            "请填写至少 {minimum} 字节（当前 {actual} 字节）",
            "Use at least {minimum} bytes, not {actual}",
        ),
    },
    Sentence {
        reads: "字符数{actual}最大值{maximum}",
        means: |captures| {
            captures.length(|actual, minimum, maximum| BrokenRule::Characters { actual, minimum, maximum })
        },
        problem: text(
            "共 {actual} 个字符，最多 {maximum} 个字符",
            "has {actual} characters, at most {maximum} are allowed",
        ),
        advice: text(
            "请缩短至最多 {maximum} 个字符（当前 {actual} 个）",
            "Use at most {maximum} characters, not {actual}",
        ),
    },
    Sentence {
        reads: "字符数{actual}最小值{minimum}",
        means: |captures| {
            captures.length(|actual, minimum, maximum| BrokenRule::Characters { actual, minimum, maximum })
        },
        problem: text(
            "共 {actual} 个字符，至少 {minimum} 个字符",
            "has {actual} characters, {minimum} or more are needed",
        ),
        advice: text(
            "请填写至少 {minimum} 个字符（当前 {actual} 个）",
            "Use at least {minimum} characters, not {actual}",
        ),
    },
    Sentence {
        reads: "最小值{minimum}",
        means: |captures| {
            Some(BrokenRule::Range { minimum: Some(captures.number("minimum")?), maximum: None })
        },
        problem: text("值低于最小值 {minimum}", "is below the minimum {minimum}"),
        advice: text("请填写不小于 {minimum} 的数值", "Use a number of at least {minimum}"),
    },
    Sentence {
        reads: "最大值{maximum}",
        means: |captures| {
            Some(BrokenRule::Range { minimum: None, maximum: Some(captures.number("maximum")?) })
        },
        problem: text("值高于最大值 {maximum}", "is above the maximum {maximum}"),
        advice: text("请填写不大于 {maximum} 的数值", "Use a number of at most {maximum}"),
    },
    Sentence {
        reads: "必填",
        means: |_| Some(BrokenRule::Required),
        problem: text("必填，但未填写", "is required, but missing or empty"),
        advice: text("请填写此字段", "Give this field a value"),
    },
    Sentence {
        reads: "合法的{bits}位有符号整数",
        means: |captures| Some(BrokenRule::Type { expected: format!("int{}", captures.get("bits")) }),
        problem: text("应为 {bits} 位有符号整数", "must be a signed integer of {bits} bits"),
        advice: text("请填写整数，不带引号和小数", "Use a whole number, without quotes or decimals"),
    },
    Sentence {
        reads: "合法的{bits}位无符号整数",
        means: |captures| Some(BrokenRule::Type { expected: format!("uint{}", captures.get("bits")) }),
        problem: text("应为 {bits} 位无符号整数", "must be an unsigned integer of {bits} bits"),
        advice: text(
            "请填写不小于 0 的整数，不带引号和小数",
            "Use a whole number of at least 0, without quotes or decimals",
        ),
    },
    Sentence {
        reads: "一个{expected}类型",
        means: |captures| Some(BrokenRule::Type { expected: captures.get("expected").into() }),
        problem: text("类型应为 {expected}", "must be of type {expected}"),
        advice: text("请使用 {expected} 类型的 JSON 值", "Use a JSON value of type {expected}"),
    },
    Sentence {
        reads: "JSON 数组",
        means: |_| Some(BrokenRule::Type { expected: "array".into() }),
        problem: text("应为 JSON 数组", "must be a JSON array"),
        advice: text("请使用数组，只有一项时也是如此", "Use an array, even if it has only one item"),
    },
];

const fn text(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

/// A matched sentence.
#[derive(Clone)]
pub(super) struct MatchedSentence<'a> {
    /// The violated rule.
    pub rule: BrokenRule,
    sentence: &'static Sentence,
    captures: Captures<'a>,
}

impl<'a> MatchedSentence<'a> {
    /// Matches a sentence. `None` if the table has none that matches.
    pub fn read(text: &'a str) -> Option<MatchedSentence<'a>> {
        let read = |sentence: &'static Sentence| Some((sentence, Captures::read(sentence.reads, text)?));
        let (sentence, captures) = SENTENCES.iter().find_map(read)?;
        Some(MatchedSentence { rule: (sentence.means)(&captures)?, sentence, captures })
    }

    /// The problem, to follow the field's name.
    pub fn problem(&self, locale: Locale) -> String {
        self.captures.fill(self.sentence.problem.get(locale))
    }

    /// What to do.
    pub fn advice(&self, locale: Locale) -> String {
        self.captures.fill(self.sentence.advice.get(locale))
    }
}

/// The captured texts of a sentence, by name.
#[derive(Clone)]
struct Captures<'a>(Vec<(&'static str, &'a str)>);

impl<'a> Captures<'a> {
    fn read(reads: &'static str, text: &'a str) -> Option<Captures<'a>> {
        let mut captures = Vec::new();
        let mut rest = text;
        for piece in reads.split('{') {
            let words = match piece.split_once('}') {
                None => piece,
                Some((name, words)) => {
                    let value = capture(name, rest.trim_start())?;
                    captures.push((name, value));
                    words
                }
            };
            rest = rest.split_once(words)?.1;
        }
        Some(Captures(captures))
    }

    fn get(&self, name: &str) -> &'a str {
        self.0.iter().find(|(gap, _)| *gap == name).map_or("", |(_, value)| value)
    }

    /// A captured integer, if JavaScript can represent it exactly.
    fn number(&self, name: &str) -> Option<i64> {
        let number: i64 = self.get(name).parse().ok()?;
        (number.unsigned_abs() < 1 << 53).then_some(number)
    }

    /// A length and the limit that it violates.
    fn length(&self, rule: impl FnOnce(i64, Option<i64>, Option<i64>) -> BrokenRule) -> Option<BrokenRule> {
        let (minimum, maximum) = (self.number("minimum"), self.number("maximum"));
        minimum.or(maximum)?;
        Some(rule(self.number("actual")?, minimum, maximum))
    }

    fn fill(&self, template: &str) -> String {
        self.0.iter().fold(template.into(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}

/// Captures a text at the beginning of `text`.
fn capture<'a>(name: &str, text: &'a str) -> Option<&'a str> {
    let value = match name {
        "pattern" => outermost_quoted(text)?,
        "expected" => leading(text, |character| character.is_ascii_alphanumeric()),
        _ => leading(text, |character| character == '-' || character.is_ascii_digit()),
    };
    (!value.is_empty()).then_some(value)
}

fn leading(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|character| !belongs(character)).unwrap_or(text.len())]
}

pub(super) const OPENING: [char; 2] = ['“', '"'];
pub(super) const CLOSING: [char; 2] = ['”', '"'];

/// The text between the first and the last quote: an expression may contain quotes.
fn outermost_quoted(text: &str) -> Option<&str> {
    let (_, inside) = text.split_once(OPENING)?;
    inside.rsplit_once(CLOSING).map(|(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(said: &str) -> Option<BrokenRule> {
        MatchedSentence::read(said).map(|said| said.rule)
    }

    fn of_type(expected: &str) -> BrokenRule {
        BrokenRule::Type { expected: expected.into() }
    }

    fn samples() -> Vec<(&'static str, BrokenRule)> {
        let bytes = |minimum, maximum| BrokenRule::Bytes { actual: 22, minimum, maximum };
        let characters = |actual, minimum, maximum| BrokenRule::Characters { actual, minimum, maximum };
        vec![
            ("请求中含有未在API文档中定义的参数", BrokenRule::Undefined { pointers: vec![] }),
            ("字符串必须匹配正则表达式“^[0-9]{1,}$”", BrokenRule::Pattern { pattern: "^[0-9]{1,}$".into() }),
            ("字节数 22，大于最大值 16", bytes(None, Some(16))),
            ("字节数 22，小于最小值 30", bytes(Some(30), None)),
            ("字符数 12，大于最大值 10", characters(12, None, Some(10))),
            ("字符数 0，小于最小值 1", characters(0, Some(1), None)),
            ("值低于最小值 -5", BrokenRule::Range { minimum: Some(-5), maximum: None }),
            ("值高于最大值 9", BrokenRule::Range { minimum: None, maximum: Some(9) }),
            ("此字段为必填项", BrokenRule::Required),
            ("此字段需要\n一个合法的 32 位有符号整数", of_type("int32")),
            ("此字段需要一个合法的 64 位无符号整数", of_type("uint64")),
            ("此字段需要一个 string 类型的 Json 值", of_type("string")),
            ("此字段需要 JSON 数组对象", of_type("array")),
        ]
    }

    #[test]
    fn every_sentence_has_its_rule() {
        for (said, rule) in samples() {
            assert_eq!(super::tests::rule(said), Some(rule), "{said}");
        }
        let read = |said| MatchedSentence::read(said).map(|said| said.sentence.reads);
        let listed: Vec<_> = samples().iter().filter_map(|(said, _)| read(said)).collect();
        let all: Vec<_> = SENTENCES.iter().map(|sentence| sentence.reads).collect();
        assert_eq!(listed, all);
    }

    #[test]
    fn every_sentence_has_its_words_in_both_languages() {
        let is_chinese = |character| ('一'..='鿿').contains(&character);
        for (sample, _) in samples() {
            let said = MatchedSentence::read(sample).unwrap();
            for [zh, en] in [[Locale::Zh, Locale::En].map(|locale| said.problem(locale)), {
                [Locale::Zh, Locale::En].map(|locale| said.advice(locale))
            }] {
                assert!(zh.contains(is_chinese) && en.is_ascii(), "{zh} / {en}");
                let filled = [zh, en].map(|words| words.replace("^[0-9]{1,}$", ""));
                assert!(!filled.concat().contains(['{', '}']), "{filled:?}");
            }
        }
    }

    #[test]
    fn the_words_hold_the_numbers() {
        let said = MatchedSentence::read("字符数 12,大于最大值 10").unwrap();
        assert_eq!(said.problem(Locale::Zh), "共 12 个字符，最多 10 个字符");
        assert_eq!(said.problem(Locale::En), "has 12 characters, at most 10 are allowed");
        assert_eq!(said.advice(Locale::Zh), "请缩短至最多 10 个字符（当前 12 个）");
        assert_eq!(said.advice(Locale::En), "Use at most 10 characters, not 12");
    }

    #[test]
    fn an_expression_may_hold_quotes() {
        let quotes = rule("字符串必须匹配正则表达式“^“a”$”");
        assert_eq!(quotes, Some(BrokenRule::Pattern { pattern: "^“a”$".into() }));
    }

    #[test]
    fn broken_sentences_mean_nothing() {
        for broken in [
            "",
            "值低于最小值",
            "值低于最小值 -",
            "值低于最小值 1-",
            "值低于最小值 99999999999999999999",
            "值低于最小值 9007199254740992",
            "字符数 很多，大于最大值",
            "字节数 99999999999999999999，大于最大值 16",
            "正则表达式",
            "正则表达式“",
            "需要一个 字符串 类型的 Json 值",
        ] {
            assert_eq!(rule(broken), None, "{broken}");
        }
        let largest = BrokenRule::Range { minimum: Some(9_007_199_254_740_991), maximum: None };
        assert_eq!(rule("值低于最小值 9007199254740991"), Some(largest));
    }

    #[test]
    fn serializes_for_javascript() {
        let json = |rule| serde_json::to_value::<BrokenRule>(rule).unwrap();
        let length = BrokenRule::Characters { actual: 22, minimum: None, maximum: Some(16) };
        assert_eq!(json(length), serde_json::json!({ "kind": "characters", "actual": 22, "maximum": 16 }));
        assert_eq!(json(BrokenRule::Required), serde_json::json!({ "kind": "required" }));
    }
}
