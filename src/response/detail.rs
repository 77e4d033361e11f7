//! The `detail` of an error response, in all its variants.
//!
//! Facts: docs/domain.md#7.2.

use super::gateway::GatewayMessage;
use super::pointer::{self, Target};
use super::sentence::BrokenRule;
use super::value::Value;
use crate::endpoint::Endpoint;
use crate::issue::Path;
use serde::{Deserialize, Serialize};

/// The most undefined parameters that are listed.
const MAX_UNDEFINED: usize = 100;

/// Details about the value that an error response refuses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The field as received: a JSON pointer, or the name of a URL variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The JSON pointer of the field in the payload, if it is part of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The label of the field, from the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The refused value as JSON: the text 7 is `"7"`. Absent if the response contains only its length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The problem, as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// The part of the request: `body`, `url`, `uri_template`, `query`, `authorization`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The violated rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<BrokenRule>,
}

impl ErrorDetail {
    /// Parses the detail, or else the gateway's message. `None` if neither has information.
    pub(super) fn read(
        endpoint: &Endpoint,
        detail: Option<Value<'_>>,
        message: Option<&str>,
    ) -> Option<ErrorDetail> {
        let get = |key| detail.and_then(|detail| detail.get(key)).filter(|value| !value.is_null());
        let gateway = message.and_then(GatewayMessage::read);
        let from_message = |part: fn(&GatewayMessage) -> Option<String>| gateway.as_ref().and_then(part);
        let inner = get("detail").and_then(|inner| inner.get("issue"));
        let mut rule = gateway.as_ref().and_then(|gateway| Some(gateway.sentence.as_ref()?.rule.clone()));
        if let Some(BrokenRule::Undefined { pointers }) = &mut rule {
            *pointers = texts(get("value"));
        }
        let read = ErrorDetail {
            field: get("field")
                .and_then(Value::to_text)
                .or_else(|| from_message(|gateway| pointer_of(gateway.pointer?))),
            pointer: None,
            label: from_message(|gateway| gateway.label.map(Into::into)),
            value: get("value").filter(|value| !describes_rule(*value, rule.as_ref())).map(Value::to_json),
            issue: get("issue")
                .or(inner)
                .and_then(Value::to_text)
                .or_else(|| from_message(|gateway| gateway.reason.map(Into::into))),
            location: get("location").and_then(Value::to_text),
            rule,
        };
        let pointer = read.path(endpoint).map(|path| path.to_string());
        let read = ErrorDetail { pointer, ..read };
        (read != ErrorDetail::default()).then_some(read)
    }

    /// The target of the detail.
    fn target(&self) -> Option<Target> {
        Target::read(self.field.as_deref()?, self.location.as_deref())
    }

    /// The value of the payload: by its pointer, or by its label if the gateway's pointer is `(null)`.
    pub(super) fn path(&self, endpoint: &Endpoint) -> Option<Path> {
        match (self.target(), &self.field, &self.label) {
            (Some(Target::Payload(path)), ..) => Some(path),
            (None, None, Some(label)) => pointer::labelled(endpoint, label),
            _ => None,
        }
    }

    /// The URL variable.
    pub(super) fn variable(&self) -> Option<String> {
        match self.target() {
            Some(Target::Variable(name)) => Some(name),
            _ => None,
        }
    }

    /// All targets.
    pub(super) fn targets(&self, endpoint: &Endpoint) -> Vec<Target> {
        if let Some(BrokenRule::Undefined { pointers }) = &self.rule {
            return pointers.iter().filter_map(|pointer| Target::read(pointer, None)).collect();
        }
        let path = self.path(endpoint).map(Target::Payload);
        path.or_else(|| self.variable().map(Target::Variable)).into_iter().collect()
    }
}

/// The pointer of a gateway's message, if it has one.
fn pointer_of(pointer: &str) -> Option<String> {
    (!pointer::is_none(pointer)).then(|| pointer.into())
}

/// Whether the gateway's value describes the violation instead of the sent value: the length of a text, an empty text
/// for a missing value, or the list of undefined parameters.
fn describes_rule(value: Value<'_>, rule: Option<&BrokenRule>) -> bool {
    match rule {
        Some(BrokenRule::Bytes { actual, .. } | BrokenRule::Characters { actual, .. }) => {
            value.as_integer() == Some(*actual)
        }
        Some(BrokenRule::Required) => value.as_text() == Some(""),
        Some(BrokenRule::Undefined { .. }) => true,
        _ => false,
    }
}

fn texts(value: Option<Value<'_>>) -> Vec<String> {
    let items = value.into_iter().flat_map(Value::items);
    items.filter_map(Value::as_text).take(MAX_UNDEFINED).map(Into::into).collect()
}

/// The message that WeChat Pay's server signed, from a SIGN_ERROR, to compare with ours.
///
/// Source: developers' reports; it is undocumented.
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
    /// The length of the server's message, in bytes or characters (it is unknown which).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_message_length: Option<u32>,
    /// The server's message, with the body truncated to 8 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncated_sign_message: Option<String>,
}

impl SignInformation {
    /// Parses the `sign_information` of a detail, if there is one.
    pub(super) fn read(detail: Option<Value<'_>>) -> Option<SignInformation> {
        let detail = detail?;
        let information =
            detail.get("sign_information").or_else(|| detail.get("detail")?.get("sign_information"))?;
        let get = |key| information.get(key).and_then(Value::to_text);
        let read = SignInformation {
            method: get("method"),
            url: get("url"),
            sign_message_length: get("sign_message_length").and_then(|length| length.parse().ok()),
            truncated_sign_message: get("truncated_sign_message"),
        };
        (read != SignInformation::default()).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::value;
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

    fn read_any(detail: &serde_json::Value, message: &str) -> (Option<ErrorDetail>, Option<SignInformation>) {
        let json = detail.to_string();
        let document = value::read(&json).unwrap();
        let detail = Some(Value::whole(&document));
        (ErrorDetail::read(&UPDATE, detail, Some(message)), SignInformation::read(detail))
    }

    fn read(detail: serde_json::Value, message: &str) -> ErrorDetail {
        read_any(&detail, message).0.unwrap()
    }

    #[test]
    fn the_official_shape() {
        let detail = json!({ "field": "/amount/currency", "value": "XYZ", "issue": "Currency code is invalid", "location": "body" });
        let read = read(detail, "参数错误");
        assert_eq!(read.pointer.as_deref(), Some("/amount/currency"));
        assert_eq!(read.value.as_deref(), Some("\"XYZ\""));
        assert_eq!(read.issue.as_deref(), Some("Currency code is invalid"));
        assert_eq!(read.location.as_deref(), Some("body"));
    }

    #[test]
    fn the_gateways_shape() {
        let detail = json!({ "location": "body", "value": "20190522_001中文11" });
        let message = "输入源“/body/out_request_no”映射到值字段“商户单据号”字符串规则校验失败，字符串必须匹配正则表达式“^a$”";
        let read = read(detail, message);
        assert_eq!(read.field.as_deref(), Some("/body/out_request_no"));
        assert_eq!(read.pointer.as_deref(), Some("/out_request_no"));
        assert_eq!(read.label.as_deref(), Some("商户单据号"));
        assert!(matches!(read.rule, Some(BrokenRule::Pattern { .. })));
    }

    #[test]
    fn the_length_of_a_text_is_not_its_value() {
        let detail = json!({ "location": null, "value": 22 });
        let message = "输入源“(null)”映射到值字段“银行类型”字符串规则校验失败，字节数 22，大于最大值 16";
        let read = read(detail, message);
        assert_eq!((&read.field, &read.location, &read.pointer, &read.value), (&None, &None, &None, &None));
        assert_eq!(read.rule, Some(BrokenRule::Bytes { actual: 22, minimum: None, maximum: Some(16) }));
        assert_eq!(read.targets(&UPDATE), []);
    }

    #[test]
    fn a_text_of_digits_is_a_text() {
        let message = "无法将 JSON 输入源“/body/total_quantity”映射到目标字段“会员卡总库存”中，此字段需要一个合法的 64 位有符号整数";
        let value = |value| read(json!({ "location": "body", "value": value }), message).value;
        assert_eq!(value(json!("7")).as_deref(), Some(r#""7""#));
        assert_eq!(value(json!(7.5)).as_deref(), Some("7.5"));
        assert_eq!(value(json!({ "a": [1] })).as_deref(), Some(r#"{"a":[1]}"#));
        assert_eq!(value(json!(null)), None);
    }

    #[test]
    fn what_is_missing_has_no_value() {
        let message = "输入源“/body/title”映射到字段“卡名称”必填性规则校验失败，此字段为必填项";
        let read = read(json!({ "location": "body", "value": "" }), message);
        assert_eq!((read.value, read.pointer.as_deref()), (None, Some("/title")));
    }

    #[test]
    fn a_label_names_the_field_when_the_pointer_is_null() {
        let message = "输入源“(null)”映射到值字段“卡名称”字符串规则校验失败，字符数 0，小于最小值 1";
        assert_eq!(read(json!({ "location": null, "value": 0 }), message).pointer.as_deref(), Some("/title"));
    }

    #[test]
    fn undefined_parameters_are_a_list_of_pointers() {
        let message = "请求中含有未在API文档中定义的参数";
        let read = |value| read(json!({ "location": null, "value": value }), message);
        let listed = read(json!(["/body/brand", "/query/a", 1, "x"]));
        let pointers = ["/body/brand", "/query/a", "x"].map(String::from).to_vec();
        assert_eq!(listed.rule, Some(BrokenRule::Undefined { pointers }));
        assert_eq!((&listed.value, &listed.pointer), (&None, &None));
        assert_eq!(
            listed.targets(&UPDATE),
            [Target::Payload(Path::from(["brand"])), Target::Variable("a".into())]
        );
        assert_eq!(read(json!("brand")).targets(&UPDATE), []);
        let many = read(json!(vec!["/body/a"; 1_000]));
        assert_eq!(many.targets(&UPDATE).len(), MAX_UNDEFINED);
    }

    #[test]
    fn variables_of_the_url_are_no_fields_of_the_body() {
        let read = read(json!({ "field": "card_id", "location": "url" }), "");
        assert_eq!((read.field.as_deref(), read.pointer), (Some("card_id"), None));
    }

    #[test]
    fn details_of_other_types_say_nothing() {
        for detail in [json!(null), json!("x"), json!([1]), json!({}), json!({ "field": null })] {
            assert_eq!(read_any(&detail, "x"), (None, None), "{detail}");
        }
        assert_eq!(ErrorDetail::read(&UPDATE, None, None), None);
    }
}
