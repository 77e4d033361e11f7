//! Messages of the gateway, which name the field that the detail lacks.
//!
//! `输入源“/body/…/wait_days_after_receive”映射到数值字段“领取后N天开始生效”规则校验失败，值低于最小值 1`
//!
//! `无法将 JSON 输入源“/body/total_quantity”映射到目标字段“会员卡总库存”中，此字段需要一个合法的 64 位有符号整数`
//!
//! Source: messages that developers reported; they are undocumented.

use super::sentence::{BrokenRule, CLOSING, MatchedSentence, OPENING};

/// The parts of a gateway's message.
#[derive(Clone)]
pub(super) struct GatewayMessage<'a> {
    /// The path of the value, as received: `/body/…`, `/uri_template/…`, `/query/…` or `(null)`.
    pub pointer: Option<&'a str>,
    /// The field's label.
    pub label: Option<&'a str>,
    /// The reason, as received.
    pub reason: Option<&'a str>,
    /// The parsed reason.
    pub sentence: Option<MatchedSentence<'a>>,
}

impl<'a> GatewayMessage<'a> {
    /// Parses a gateway message.
    pub fn read(message: &'a str) -> Option<GatewayMessage<'a>> {
        let Some((_, rest)) = message.split_once("输入源") else {
            let sentence = MatchedSentence::read(message)
                .filter(|sentence| matches!(sentence.rule, BrokenRule::Undefined { .. }))?;
            return Some(GatewayMessage {
                pointer: None,
                label: None,
                reason: None,
                sentence: Some(sentence),
            });
        };
        let (pointer, rest) = quoted(rest)?;
        let (label, rest) = match rest.split_once("字段").and_then(|(_, rest)| quoted(rest)) {
            Some((label, rest)) => (Some(label.trim()), rest),
            None => (None, rest),
        };
        let reason = rest.split_once("规则校验失败").map(|(_, reason)| reason).or(rest.strip_prefix('中'));
        let reason = reason.map(|reason| reason.trim_start_matches(['，', ',', ' ']));
        let reason = reason.filter(|reason| !reason.is_empty());
        Some(GatewayMessage {
            pointer: Some(pointer),
            label,
            reason,
            sentence: reason.and_then(MatchedSentence::read),
        })
    }
}

/// The first quoted part of a text, and the text after it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (_, inside) = text.split_once(OPENING)?;
    inside.split_once(CLOSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(read: &GatewayMessage) -> Option<BrokenRule> {
        read.sentence.as_ref().map(|sentence| sentence.rule.clone())
    }

    #[test]
    fn a_number_rule() {
        let message = "输入源“/body/date_information/wait_days_after_receive”映射到数值字段“领取后N天开始生效”规则校验失败，值低于最小值 1";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!(read.pointer, Some("/body/date_information/wait_days_after_receive"));
        assert_eq!(read.label, Some("领取后N天开始生效"));
        assert_eq!(read.reason, Some("值低于最小值 1"));
        assert_eq!(rule(&read), Some(BrokenRule::Range { minimum: Some(1), maximum: None }));
    }

    #[test]
    fn a_length_rule_with_other_punctuation() {
        let message = "输入源\"(null)\"映射到值字段\"银行类型\"字符串规则校验失败,字节数 22，大于最大值 16";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!((read.pointer, read.label), (Some("(null)"), Some("银行类型")));
        assert_eq!(rule(&read), Some(BrokenRule::Bytes { actual: 22, minimum: None, maximum: Some(16) }));
    }

    #[test]
    fn a_required_field() {
        let message = "输入源“/body/brand_id”映射到字段“品牌ID/品牌号”必填性规则校验失败，此字段为必填项";
        let read = GatewayMessage::read(message).unwrap();
        assert_eq!((read.pointer, read.label), (Some("/body/brand_id"), Some("品牌ID/品牌号")));
        assert_eq!(rule(&read), Some(BrokenRule::Required));
    }

    #[test]
    fn a_type() {
        for (message, label, expected) in [
            (
                "无法将 JSON 输入源“/body/x”映射到目标字段“总库存 ”中，此字段需要\n一个合法的 64 位有符号整数",
                "总库存",
                "int64",
            ),
            (
                "无法将输入源“/uri_template/x”映射到目标字段“卡ID”中，此字段需要一个合法的 32 位无符号整数",
                "卡ID",
                "uint32",
            ),
            ("无法将 JSON 输入源“/body/x”映射到多重字段“信息”中，此字段需要 JSON 数组对象", "信息", "array"),
        ] {
            let read = GatewayMessage::read(message).unwrap();
            assert_eq!(read.label, Some(label));
            assert_eq!(rule(&read), Some(BrokenRule::Type { expected: expected.into() }), "{message}");
        }
    }

    #[test]
    fn parameters_that_the_api_does_not_define() {
        let read = GatewayMessage::read("请求中含有未在API文档中定义的参数").unwrap();
        assert_eq!(rule(&read), Some(BrokenRule::Undefined { pointers: vec![] }));
        assert_eq!((read.pointer, read.label, read.reason), (None, None, None));
    }

    #[test]
    fn broken_messages_give_what_they_have() {
        for other in ["", "参数错误", "此字段为必填项", "输入源“/body/title", "值低于最小值 1"]
        {
            assert!(GatewayMessage::read(other).is_none(), "{other}");
        }
        let read = GatewayMessage::read("输入源“/body/title”").unwrap();
        assert!(read.label.is_none() && read.reason.is_none() && read.sentence.is_none());
        let read =
            GatewayMessage::read("输入源“/body/title”映射到值字段“卡名称”规则校验失败，原因未知").unwrap();
        assert_eq!((read.reason, rule(&read)), (Some("原因未知"), None));
    }
}
