//! Explains error responses: what happened, what to do, and which fields to check.

use serde::Serialize;

use super::body::{ApiError, ErrorBody};
use super::checklist::SIGNATURE_CHECKLIST;
use super::detail::{ErrorDetail, SignInformation};
use super::gateway::GatewayMessage;
use super::pointer::{self, Target};
use super::retry::Retry;
use super::sentence::{BrokenRule, MatchedSentence};
use super::statuses::{self, StatusRow};
use crate::endpoint::{ApiErrorRow, Endpoint, ErrorSource};
use crate::issue::Path;
use crate::text::hidden::escape_from;
use crate::text::locale::Locale;

/// The number of characters that a title quotes from an unknown message.
const QUOTED: usize = 200;

/// A field of the payload that an error is about. The sent payload may lack it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ErrorField {
    /// Its path, as in issues.
    #[cfg_attr(feature = "typescript", tsify(type = "(string | number)[]"))]
    pub path: Path,
    /// Its JSON pointer (RFC 6901).
    pub pointer: String,
}

impl From<Path> for ErrorField {
    fn from(path: Path) -> ErrorField {
        ErrorField { pointer: path.to_string(), path }
    }
}

/// The explanation of an error response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ApiErrorExplanation {
    /// The HTTP status.
    pub status: u16,
    /// WeChat Pay's error code; `PARAM ERROR` is normalized to `PARAM_ERROR`. Absent if the body has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// WeChat Pay's message, as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Our stable name of the cause, such as `not_card_creator`, which covers three messages.
    pub cause: String,
    /// What happened, in the requested language.
    pub title: String,
    /// What to do, in the requested language.
    pub action: String,
    /// The fields of the payload to check.
    pub fields: Vec<ErrorField>,
    /// The request options to check: `card_id`, `mchid`, `serial_no`, `timestamp`.
    pub parameters: Vec<String>,
    /// Whether the error table has the error.
    pub known: bool,
    /// The source of that row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<ErrorSource>,
    /// Whether this API returns the error. The product's APIs share one table.
    pub concerns_this_api: bool,
    /// Whether to retry.
    pub retry: Retry,
    /// Details about the refused value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<ErrorDetail>,
    /// The message that the server signed, if the response reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_information: Option<SignInformation>,
    /// A checklist, if a signature was refused; otherwise empty.
    pub checklist: Vec<String>,
}

impl Endpoint {
    /// Explains an error response with any status and any body.
    ///
    /// A timeout is not a response: see [`Retry::for_timeout`].
    ///
    /// ```
    /// use wechatpay_membercard::{Locale, Retry, membercard_open::UPDATE};
    /// let body = r#"{"code":"INVALID_REQUEST","message":"储值小程序path为空"}"#;
    /// let explanation = UPDATE.explain_error(400, body.as_bytes(), Locale::En);
    /// assert_eq!(explanation.title, "The path of the stored-value mini program is empty");
    /// assert_eq!(explanation.fields[0].pointer, "/balance_information/balance_path");
    /// assert_eq!(explanation.retry, Retry::Never);
    /// ```
    pub fn explain_error(&self, status: u16, body: &[u8], locale: Locale) -> ApiErrorExplanation {
        let body = ErrorBody::read(self, body);
        let row = body.row(self, status);
        let foreign = body.unrecognized_row();
        let is_body_of_success = self.operation.success.has_body() && body == ErrorBody::Unrecognized;
        let status_row = statuses::of(status, body == ErrorBody::Empty || is_body_of_success);
        let error = body.into_error().unwrap_or_default();
        let words = match (row, foreign) {
            (Some(row), _) => Summary::of_row(self, row, &error, locale),
            (None, Some(foreign)) => Summary::of_unrecognized(self, foreign, status_row, &error, locale),
            (None, None) => Summary::of_status(self, status_row, &error, locale),
        };
        let targets = error.detail.as_ref().map(|detail| detail.targets(self)).unwrap_or_default();
        let signature_refused = status == 401 || error.code.as_deref() == Some("SIGN_ERROR");
        let checklist = if signature_refused { SIGNATURE_CHECKLIST } else { &[] };
        ApiErrorExplanation {
            status,
            cause: words.cause.into(),
            title: words.title,
            action: words.action,
            fields: fields(row, &targets),
            parameters: parameters(row, &targets),
            known: row.is_some(),
            source: row.map(|row| row.source),
            concerns_this_api: row.is_none_or(|row| row.concerns_this_api),
            retry: Retry::for_error(status, row),
            checklist: checklist.iter().map(|item| statuses::words(*item, self, locale)).collect(),
            code: error.code,
            message: error.message,
            detail: error.detail,
            sign_information: error.sign_information,
        }
    }
}

/// The summary of an explanation.
struct Summary {
    cause: &'static str,
    title: String,
    action: String,
}

impl Summary {
    fn of_row(endpoint: &Endpoint, row: &'static ApiErrorRow, error: &ApiError, locale: Locale) -> Summary {
        let description = row.description.get(locale);
        let specific = specific(endpoint, error, locale).filter(|specific| *specific != row.description.zh);
        let title = match specific.filter(|_| row.any_message) {
            Some(specific) => joined(description, &specific, locale),
            None => description.into(),
        };
        let advice = sentence(error).map(|sentence| sentence.advice(locale));
        let note = row.note.map(|note| note.get(locale).to_string());
        let sentences = [Some(row.solution.get(locale).to_string()), note, advice];
        Summary { cause: row.cause, title, action: paragraph(sentences.into_iter().flatten(), locale) }
    }

    fn of_status(endpoint: &Endpoint, row: &'static StatusRow, error: &ApiError, locale: Locale) -> Summary {
        let title = row.title.get(locale);
        let title = match specific(endpoint, error, locale) {
            Some(specific) => joined(title, &specific, locale),
            None => title.into(),
        };
        Summary {
            cause: row.cause,
            title,
            action: paragraph([statuses::action(row, endpoint, locale)], locale),
        }
    }

    fn of_unrecognized(
        endpoint: &Endpoint,
        foreign: &'static StatusRow,
        status: &'static StatusRow,
        error: &ApiError,
        locale: Locale,
    ) -> Summary {
        let action = [status, foreign].map(|row| statuses::action(row, endpoint, locale));
        Summary { action: paragraph(action, locale), ..Summary::of_status(endpoint, foreign, error, locale) }
    }
}

/// The most specific information in the response: the problem of a field, the message, or the code.
fn specific(endpoint: &Endpoint, error: &ApiError, locale: Locale) -> Option<String> {
    let placed = |detail| Some((display_name(endpoint, detail, locale)?, detail));
    let text = match (error.detail.as_ref().and_then(placed), sentence(error)) {
        (Some((place, detail)), Some(sentence)) => problem(&place, &sentence, detail, locale),
        (Some((place, ErrorDetail { issue: Some(issue), .. })), None) => match locale {
            Locale::Zh => format!("{place}，{issue}"),
            Locale::En => format!("{place} ({issue})"),
        },
        _ => error.message.clone().or_else(|| error.code.clone())?,
    };
    Some(excerpt(&text))
}

/// The gateway's sentence about a value.
fn sentence(error: &ApiError) -> Option<MatchedSentence<'_>> {
    error.message.as_deref().and_then(GatewayMessage::read)?.sentence
}

/// The gateway's sentence about a field, in our words. For a wrong type, it includes the value.
fn problem(place: &str, sentence: &MatchedSentence, detail: &ErrorDetail, locale: Locale) -> String {
    let value = detail.value.as_deref().filter(|_| matches!(sentence.rule, BrokenRule::Type { .. }));
    let problem = sentence.problem(locale);
    match (locale, value) {
        (Locale::Zh, Some(value)) => format!("{place}，{problem}，实际为 {value}"),
        (Locale::Zh, None) => format!("{place}，{problem}"),
        (Locale::En, Some(value)) => format!("{place} {problem}, not {value}"),
        (Locale::En, None) => format!("{place} {problem}"),
    }
}

/// The name of a value for people: our label, the message's label, or its key.
fn display_name(endpoint: &Endpoint, detail: &ErrorDetail, locale: Locale) -> Option<String> {
    let field = || detail.path(endpoint).and_then(|path| pointer::field_label(endpoint, &path, locale));
    let variable = || detail.variable().and_then(|name| variable_label(&name, locale));
    let theirs = || detail.label.clone().or_else(|| detail.pointer.clone()).or_else(|| detail.variable());
    field().or_else(variable).or_else(theirs)
}

/// The label of a request option.
#[cfg(feature = "request")]
fn variable_label(name: &str, locale: Locale) -> Option<String> {
    crate::request::fields::label(name, locale).map(Into::into)
}

#[cfg(not(feature = "request"))]
fn variable_label(_name: &str, _locale: Locale) -> Option<String> {
    None
}

/// The beginning of a text on one line. Blanks become spaces, other hidden characters are escaped.
fn excerpt(text: &str) -> String {
    let is_blank = |character: char| character.is_control() || character.is_whitespace();
    let on_one_line = |character| if is_blank(character) { ' ' } else { character };
    let mut excerpt: String = text.chars().take(QUOTED).map(on_one_line).collect();
    if text.chars().nth(QUOTED).is_some() {
        excerpt.push('…');
    }
    escape_from(0, &mut excerpt);
    excerpt
}

fn joined(title: &str, specific: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{title}：{specific}"),
        Locale::En => format!("{title}: {specific}"),
    }
}

/// Joins sentences, each with its full stop.
fn paragraph(sentences: impl IntoIterator<Item = String>, locale: Locale) -> String {
    let (stop, separator) = match locale {
        Locale::Zh => ("。", ""),
        Locale::En => (".", " "),
    };
    let end = |mut sentence: String| {
        if !sentence.ends_with(['。', '.', '！', '!']) {
            sentence.push_str(stop);
        }
        sentence
    };
    let sentences = sentences.into_iter().filter(|sentence| !sentence.is_empty()).map(end);
    sentences.collect::<Vec<_>>().join(separator)
}

/// The fields that the response names, otherwise those of the row.
fn fields(row: Option<&ApiErrorRow>, targets: &[Target]) -> Vec<ErrorField> {
    let named = targets.iter().filter_map(|target| match target {
        Target::Payload(path) => Some(path.clone().into()),
        Target::Variable(_) => None,
    });
    let named: Vec<ErrorField> = named.collect();
    if !named.is_empty() {
        return named;
    }
    let usual = row.map_or(&[][..], |row| row.fields).iter().filter_map(|field| pointer::path(field));
    usual.map(ErrorField::from).collect()
}

/// The request options of the row, and URL variables that the response names.
fn parameters(row: Option<&ApiErrorRow>, targets: &[Target]) -> Vec<String> {
    let mut parameters: Vec<String> =
        row.map_or(&[][..], |row| row.parameters).iter().map(|&name| name.into()).collect();
    for target in targets {
        if let Target::Variable(name) = target
            && !parameters.contains(name)
        {
            parameters.push(name.clone());
        }
    }
    parameters
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::explain_error;

    fn explain(status: u16, body: serde_json::Value) -> ApiErrorExplanation {
        explain_error(status, body.to_string().as_bytes(), Locale::Zh)
    }

    fn pointers(explanation: &ApiErrorExplanation) -> Vec<&str> {
        explanation.fields.iter().map(|field| field.pointer.as_str()).collect()
    }

    #[test]
    fn foreign_words_are_quoted_in_one_plain_line() {
        let explanation = explain(418, json!({ "code": "X", "message": "余额\u{3000}不足\r\n\u{202e}0" }));
        assert!(explanation.title.ends_with("余额 不足  \\u202e0"), "{}", explanation.title);
    }

    #[test]
    fn the_gateways_message_becomes_a_field_and_advice() {
        let body = json!({
            "code": "PARAM_ERROR",
            "detail": { "location": "body", "value": 0 },
            "message": "输入源“/body/date_information/wait_days_after_receive”映射到数值字段“领取后N天开始生效”规则校验失败，值低于最小值 1",
        });
        let explanation = explain(400, body.clone());
        assert_eq!(explanation.title, "参数错误：有效期的“领取后N天开始生效”，值低于最小值 1");
        assert_eq!(explanation.action, "请根据错误提示正确传入参数。请填写不小于 1 的数值。");
        assert_eq!(pointers(&explanation), ["/date_information/wait_days_after_receive"]);
        assert_eq!(explanation.detail.unwrap().value.as_deref(), Some("0"));

        let english = explain_error(400, body.to_string().as_bytes(), Locale::En);
        assert_eq!(english.title, "A parameter is wrong: Validity › Days of waiting is below the minimum 1");
        assert_eq!(
            english.action,
            "Correct the parameter that the message names. Use a number of at least 1."
        );
    }

    #[test]
    fn the_gateway_says_the_same_under_either_code() {
        let explain = |code| {
            let message = "无法将 JSON 输入源“/body/title”映射到目标字段“卡名称”中，此字段需要一个 string 类型的 Json 值";
            let body =
                json!({ "code": code, "message": message, "detail": { "location": "body", "value": 7 } });
            explain_error(400, body.to_string().as_bytes(), Locale::En)
        };
        let [parameter, request] = ["PARAM_ERROR", "INVALID_REQUEST"].map(explain);
        assert_eq!(parameter.title, "A parameter is wrong: Card name must be of type string, not 7");
        assert!(parameter.action.ends_with(" Use a JSON value of type string."), "{}", parameter.action);
        assert_eq!(ApiErrorExplanation { code: parameter.code.clone(), ..request }, parameter);
    }

    #[test]
    fn a_variable_of_the_url_in_the_gateways_message() {
        let message =
            "输入源“/uri_template/card_id”映射到值字段“会员卡ID”字符串规则校验失败，字节数 35，大于最大值 32";
        let detail = json!({ "location": "uri_template", "value": 35 });
        let explanation =
            explain(400, json!({ "code": "PARAM_ERROR", "message": message, "detail": detail }));
        assert_eq!(explanation.title, "参数错误：会员卡ID，共 35 字节，最多 32 字节");
        assert_eq!((explanation.parameters, explanation.fields), (vec!["card_id".into()], vec![]));
    }

    #[test]
    fn undefined_parameters_are_all_marked() {
        let body = json!({ "code": "PARAM_ERROR", "message": "请求中含有未在API文档中定义的参数",
            "detail": { "location": null, "value": ["/body/out_request_no", "/body/brand"] } });
        let explanation = explain_error(400, body.to_string().as_bytes(), Locale::En);
        assert_eq!(explanation.cause, "undefined_parameters");
        assert_eq!(pointers(&explanation), ["/out_request_no", "/brand"]);
        assert!(explanation.action.contains("WeChat Pay refuses parameters that the API does not define"));
    }

    #[test]
    fn the_official_sample() {
        let explanation = explain(
            400,
            json!({ "code": "PARAM_ERROR", "message": "参数错误", "detail": {
                "field": "/amount/currency", "value": "XYZ", "issue": "Currency code is invalid", "location": "body",
            }}),
        );
        assert_eq!(explanation.title, "参数错误：/amount/currency，Currency code is invalid");
        assert_eq!(pointers(&explanation), ["/amount/currency"]);
    }

    #[test]
    fn a_variable_of_the_url() {
        let detail = json!({ "field": "card_id", "issue": "too long", "location": "url" });
        let body = json!({ "code": "PARAM_ERROR", "message": "参数错误", "detail": detail })
            .to_string()
            .into_bytes();
        let explanation = explain_error(400, &body, Locale::Zh);
        assert_eq!(explanation.title, "参数错误：会员卡ID，too long");
        let english = explain_error(400, &body, Locale::En);
        assert!(english.title.ends_with(": Card ID (too long)"), "{}", english.title);
        assert_eq!((explanation.parameters, explanation.fields), (vec!["card_id".into()], vec![]));
    }

    #[test]
    fn three_wordings_one_cause() {
        for message in [
            "会员卡的创建商户号不等于调用方商户号",
            "该商户号不是会员卡的创建商户号",
            "商户号不属于该卡的创建方",
        ] {
            let explanation = explain(400, json!({ "code": "INVALID_REQUEST", "message": message }));
            assert_eq!(explanation.cause, "not_card_creator");
            assert!(explanation.action.contains("mchid"));
            assert_eq!(explanation.title, message);
        }
    }

    #[test]
    fn a_permanent_card() {
        let message = "永久时间类型不需要修改结束时间(end_time)";
        let explanation = explain(400, json!({ "code": "INVALID_REQUEST", "message": message }));
        assert!(explanation.known);
        assert_eq!(explanation.source, Some(ErrorSource::ThirdParty));
        assert_eq!(pointers(&explanation)[0], "/date_information/available_end_time");
    }

    #[test]
    fn a_refused_signature() {
        let body = json!({ "code": "SIGN_ERROR", "message": "错误的签名，验签失败", "detail": {
            "detail": { "issue": "sign not match" }, "field": "signature", "location": "authorization",
            "sign_information": { "method": "GET", "sign_message_length": 66, "url": "/v3/certificates",
                "truncated_sign_message": "GET\n/v3/certificates\n1601277177\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n" },
        }});
        let explanation = explain(401, body);
        assert_eq!(explanation.title, "验证不通过：错误的签名，验签失败");
        assert_eq!(explanation.sign_information.unwrap().sign_message_length, Some(66));
        assert_eq!(explanation.detail.unwrap().issue.as_deref(), Some("sign not match"));
        assert_eq!(explanation.checklist.len(), SIGNATURE_CHECKLIST.len());
        assert_eq!(explanation.fields, []);
    }

    #[test]
    fn a_401_without_anything_has_the_checklist() {
        let explanation = explain_error(401, b"", Locale::En);
        assert_eq!((explanation.cause.as_str(), explanation.known), ("unauthorized", false));
        assert_eq!(explanation.checklist[0], SIGNATURE_CHECKLIST[0].en);
    }

    #[test]
    fn rate_limiting_is_recognized_by_status() {
        for code in ["FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED", "FREQENCY_LIMIT", "PARAM_ERROR"] {
            let explanation = explain(429, json!({ "code": code, "message": "频率超限" }));
            assert_eq!((explanation.retry, explanation.cause.as_str()), (Retry::Wait, "too_fast"), "{code}");
        }
    }

    #[test]
    fn empty_bodies_are_explained_by_their_status() {
        for (status, cause) in [(404, "not_found"), (405, "method_not_allowed"), (503, "unavailable")] {
            let explanation = explain_error(status, b"", Locale::Zh);
            assert_eq!(
                (explanation.cause.as_str(), explanation.code, explanation.message),
                (cause, None, None)
            );
        }
    }

    #[test]
    fn a_proxys_page_is_named_as_such() {
        let explanation = explain_error(502, b"<html><h1>502 Bad Gateway</h1></html>", Locale::En);
        assert_eq!((explanation.cause.as_str(), explanation.retry), ("foreign_body", Retry::Wait));
        assert_eq!(
            explanation.action,
            "Repeat the request later with the same parameters. Check the host and what is in between: proxies, \
             gateways and firewalls."
        );
    }

    #[test]
    fn unknown_errors_quote_a_part_of_the_message() {
        let message = format!("第一行\n{}", "长".repeat(5_000));
        let explanation = explain(400, json!({ "code": "RULE_LIMIT", "message": message }));
        assert!(!explanation.known && explanation.concerns_this_api);
        assert!(explanation.title.starts_with("微信支付拒绝了该请求：第一行 长"));
        assert!(explanation.title.chars().count() < 220);
        assert_eq!(explanation.message.unwrap(), message);
    }

    #[test]
    fn any_status_and_any_bytes() {
        let bodies: [&[u8]; 6] = [
            b"",
            b"\xff\xfe",
            b"{\"code\":{},\"message\":[]}",
            b"[[[[",
            b"{\"detail\":{\"field\":1}}",
            &[0; 4096],
        ];
        for status in 0..=1_000 {
            let body = bodies[usize::from(status) % bodies.len()];
            for locale in [Locale::Zh, Locale::En] {
                let explanation = explain_error(status, body, locale);
                assert!(!explanation.title.is_empty() && !explanation.action.is_empty());
            }
        }
    }

    #[test]
    fn serializes_for_javascript() {
        let explanation = explain(400, json!({ "code": "PARAM ERROR", "message": "AppID有误" }));
        assert_eq!(
            serde_json::to_value(explanation).unwrap(),
            json!({
                "status": 400,
                "code": "PARAM_ERROR",
                "message": "AppID有误",
                "cause": "appid_invalid",
                "title": "AppID有误",
                "action": "请使用正确的AppID重新调用。",
                "fields": [{ "path": ["appid"], "pointer": "/appid" }],
                "parameters": [],
                "known": true,
                "source": "page",
                "concernsThisApi": true,
                "retry": { "kind": "never" },
                "checklist": [],
            })
        );
    }
}
