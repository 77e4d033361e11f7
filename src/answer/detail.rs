//! The `detail` of an error answer, in all the shapes it comes in.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::gateway::{BrokenRule, GatewayMessage};
use super::pointer;

/// What an error answer says about the value that it refuses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The field's name, as received: a JSON pointer, or the name of a variable in the URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The JSON pointer of the field in the payload, if it is a field of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The field's label, from the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The refused value: a text as it is, anything else as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong with it, as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Which part of the request it is in: `body`, `url`, `query`, `authorization`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The rule that the value breaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<BrokenRule>,
}

impl ErrorDetail {
    /// Reads the detail, and what the gateway says in the message instead. `None` if neither says anything.
    pub(super) fn read(detail: Option<&Value>, message: Option<&str>) -> Option<ErrorDetail> {
        let get = |key| detail.and_then(|detail| detail.get(key));
        let inner = get("detail");
        let field = get("field").and_then(text);
        let location = get("location").and_then(text);
        let gateway = message.and_then(GatewayMessage::read);
        let gateway = gateway.as_ref();
        let issue = get("issue").or_else(|| inner?.get("issue")).and_then(text);
        let in_body = location.as_deref().is_none_or(|location| location == "body");
        let pointer = field.as_deref().filter(|_| in_body).and_then(pointer::path);
        let from_message = |gateway: &GatewayMessage| match gateway.pointer.starts_with("/body") {
            true => pointer::path(gateway.pointer),
            false => None,
        };
        let read = ErrorDetail {
            pointer: pointer.or_else(|| gateway.and_then(from_message)).map(|path| path.to_string()),
            label: gateway.and_then(|gateway| gateway.label).map(Into::into),
            value: get("value").and_then(text),
            issue: issue.or_else(|| gateway.and_then(|gateway| gateway.reason).map(Into::into)),
            rule: gateway.and_then(|gateway| gateway.rule.clone()),
            field,
            location,
        };
        (read != ErrorDetail::default()).then_some(read)
    }

    /// The variable of the URL that it is about.
    pub(super) fn variable(&self) -> Option<&str> {
        self.field.as_deref().filter(|_| self.location.as_deref() == Some("url"))
    }
}

/// What WeChat Pay's server signed, as a SIGN_ERROR reports it, to compare with the message that we signed.
///
/// Source: developers' reports; no page describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct SignInformation {
    /// The method.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The path and query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The length of the server's message. Whether it counts bytes or characters is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_message_length: Option<u32>,
    /// The server's message, with only the first 8 characters of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncated_sign_message: Option<String>,
}

impl SignInformation {
    /// Reads the `sign_information` of a detail. `None` if there is none.
    pub(super) fn read(detail: Option<&Value>) -> Option<SignInformation> {
        let detail = detail?;
        let information =
            detail.get("sign_information").or_else(|| detail.get("detail")?.get("sign_information"))?;
        let get = |key| information.get(key).and_then(text);
        let read = SignInformation {
            method: get("method"),
            url: get("url"),
            sign_message_length: get("sign_message_length").and_then(|length| length.parse().ok()),
            truncated_sign_message: get("truncated_sign_message"),
        };
        (read != SignInformation::default()).then_some(read)
    }
}

/// A value as text; `null` is nothing.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(detail: Value, message: &str) -> ErrorDetail {
        ErrorDetail::read(Some(&detail), Some(message)).unwrap()
    }

    #[test]
    fn the_official_shape() {
        let detail = json!({ "field": "/amount/currency", "value": "XYZ", "issue": "Currency code is invalid", "location": "body" });
        let read = read(detail, "参数错误");
        assert_eq!(read.pointer.as_deref(), Some("/amount/currency"));
        assert_eq!(read.value.as_deref(), Some("XYZ"));
        assert_eq!(read.issue.as_deref(), Some("Currency code is invalid"));
        assert_eq!(read.location.as_deref(), Some("body"));
    }

    #[test]
    fn the_gateways_shape() {
        let detail = json!({ "location": "body", "value": "20190522_001中文11" });
        let message = "输入源“/body/out_request_no”映射到值字段“商户单据号”字符串规则校验失败，字符串必须匹配正则表达式“^a$”";
        let read = read(detail, message);
        assert_eq!((read.field, read.pointer.as_deref()), (None, Some("/out_request_no")));
        assert_eq!(read.label.as_deref(), Some("商户单据号"));
        assert!(matches!(read.rule, Some(BrokenRule::Pattern { .. })));
    }

    #[test]
    fn numbers_and_nulls() {
        let detail = json!({ "location": null, "value": 22 });
        let message = "输入源“(null)”映射到值字段“银行类型”字符串规则校验失败，字节数 22，大于最大值 16";
        let read = read(detail, message);
        assert_eq!((read.location, read.pointer), (None, None));
        assert_eq!(read.value.as_deref(), Some("22"));
        assert_eq!(read.rule, Some(BrokenRule::Bytes { actual: 22, minimum: None, maximum: Some(16) }));
    }

    #[test]
    fn variables_of_the_url_are_no_fields_of_the_body() {
        let read = read(json!({ "field": "card_id", "location": "url" }), "");
        assert_eq!((read.field.as_deref(), read.pointer), (Some("card_id"), None));
    }

    #[test]
    fn details_of_other_types_say_nothing() {
        for detail in [json!(null), json!("x"), json!([1]), json!({}), json!({ "field": null })] {
            assert_eq!(ErrorDetail::read(Some(&detail), Some("x")), None, "{detail}");
            assert_eq!(SignInformation::read(Some(&detail)), None, "{detail}");
        }
        assert_eq!(ErrorDetail::read(None, None), None);
    }
}
