//! The body of a response. For endpoints whose successes are empty, any body means failure.

use super::detail::{ErrorDetail, SignInformation};
use super::lookup::{self, normalize_code};
use super::statuses::{self, StatusRow};
use super::value::{self, Value};
use crate::endpoint::{ApiErrorRow, Endpoint};

/// Larger bodies are not parsed. WeChat Pay's have a few hundred bytes.
pub(super) const MAX_BYTES: usize = 1 << 20;

/// The parsed body of a response.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ErrorBody {
    /// Empty, as with 404 and 405.
    Empty,
    /// WeChat Pay's `{code, message, detail}`.
    Api(Box<ApiError>),
    /// An error of another WeChat API: `{errcode, errmsg}`, or the XML of WeChat Pay's older APIs.
    OtherApi(Box<ApiError>),
    /// Anything else, such as a proxy's HTML page.
    Unrecognized,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ApiError {
    pub code: Option<String>,
    pub message: Option<String>,
    pub detail: Option<ErrorDetail>,
    pub sign_information: Option<SignInformation>,
}

impl ErrorBody {
    /// Parses a body. Invalid UTF-8 becomes replacement characters, so that a code beside it survives.
    pub fn read(endpoint: &Endpoint, body: &[u8]) -> ErrorBody {
        if body.len() > MAX_BYTES {
            return ErrorBody::Unrecognized;
        }
        let json = String::from_utf8_lossy(body);
        let json = json.trim_start_matches('\u{feff}').trim();
        if json.is_empty() {
            return ErrorBody::Empty;
        }
        let Some(document) = value::read(json) else { return ErrorBody::read_xml(json) };
        let value = Value::whole(&document);
        let get = |key| value.get(key).and_then(Value::to_text);
        let code = get("code").map(|code| normalize_code(&code)).filter(|code| !code.is_empty());
        let message = get("message").filter(|message| !message.is_empty());
        if code.is_none() && message.is_none() {
            return ErrorBody::other_api(get("errcode"), get("errmsg"));
        }
        let detail = value.get("detail");
        ErrorBody::Api(Box::new(ApiError {
            detail: ErrorDetail::read(endpoint, detail, message.as_deref()),
            sign_information: SignInformation::read(detail),
            code,
            message,
        }))
    }

    /// Parses the XML of WeChat Pay's APIs before APIv3.
    fn read_xml(xml: &str) -> ErrorBody {
        let get = |name| element(xml, name);
        ErrorBody::other_api(
            get("err_code").or_else(|| get("return_code")),
            get("err_code_des").or_else(|| get("return_msg")),
        )
    }

    fn other_api(code: Option<String>, message: Option<String>) -> ErrorBody {
        match code {
            Some(_) => ErrorBody::OtherApi(Box::new(ApiError { code, message, ..ApiError::default() })),
            None => ErrorBody::Unrecognized,
        }
    }

    /// The row of the error table for a status.
    pub fn row(&self, endpoint: &Endpoint, status: u16) -> Option<&'static ApiErrorRow> {
        match self {
            ErrorBody::Api(error) => {
                lookup::find(endpoint.errors, status, error.code.as_deref(), error.message.as_deref())
            }
            _ => None,
        }
    }

    /// The row for a body that is not this API's.
    pub fn unrecognized_row(&self) -> Option<&'static StatusRow> {
        match self {
            ErrorBody::OtherApi(_) => Some(&statuses::OTHER_API),
            ErrorBody::Unrecognized => Some(&statuses::UNRECOGNIZED),
            ErrorBody::Empty | ErrorBody::Api(_) => None,
        }
    }

    /// The error that the body contains.
    pub fn into_error(self) -> Option<ApiError> {
        match self {
            ErrorBody::Api(error) | ErrorBody::OtherApi(error) => Some(*error),
            ErrorBody::Empty | ErrorBody::Unrecognized => None,
        }
    }

    /// Whether WeChat Pay's server seems to have written the body: it has a code in capitals, and a message. Proxies
    /// and gateways use numeric codes, or only a message.
    pub fn is_wechat_pays(&self) -> bool {
        let ErrorBody::Api(error) = self else { return false };
        error.code.as_deref().is_some_and(is_in_capitals) && error.message.is_some()
    }
}

/// Whether a code looks like WeChat Pay's, such as `PARAM_ERROR`.
fn is_in_capitals(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_uppercase())
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The text of the first element with that name; `None` if empty.
fn element(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (content, _) = rest.split_once(&format!("</{name}>"))?;
    let content = content.trim();
    let character_data = content.strip_prefix("<![CDATA[").and_then(|content| content.strip_suffix("]]>"));
    Some(character_data.unwrap_or(content).to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

    #[test]
    fn the_largest_body_is_read() {
        let body = |length: usize| {
            let json = br#"{"code":"A"}"#;
            [json.as_slice(), &vec![b' '; length - json.len()]].concat()
        };
        assert!(matches!(ErrorBody::read(&UPDATE, &body(MAX_BYTES)), ErrorBody::Api(_)));
        assert_eq!(ErrorBody::read(&UPDATE, &body(MAX_BYTES + 1)), ErrorBody::Unrecognized);
    }

    #[test]
    fn bodies_that_are_not_wechat_pays() {
        let deep = "[".repeat(10_000);
        for body in
            ["<html>502 Bad Gateway</html>", "null", "[]", "{}", "{\"code\":null}", "\"x\"", "{", &deep]
        {
            assert_eq!(ErrorBody::read(&UPDATE, body.as_bytes()), ErrorBody::Unrecognized, "{body:.20}");
        }
        assert_eq!(ErrorBody::read(&UPDATE, &vec![b' '; MAX_BYTES + 1]), ErrorBody::Unrecognized);
        for body in ["", " \r\n", "\u{feff}"] {
            assert_eq!(ErrorBody::read(&UPDATE, body.as_bytes()), ErrorBody::Empty, "{body:?}");
        }
    }

    #[test]
    fn errors_in_the_forms_of_other_apis() {
        let other = |body: &str| match ErrorBody::read(&UPDATE, body.as_bytes()) {
            ErrorBody::OtherApi(error) => (error.code.unwrap(), error.message),
            read => panic!("{body}: {read:?}"),
        };
        assert_eq!(
            other(r#"{"errcode":40001,"errmsg":"invalid credential"}"#),
            ("40001".into(), Some("invalid credential".into()))
        );
        assert_eq!(other(r#"{"errcode":0}"#), ("0".into(), None));
        assert_eq!(
            other(
                "<xml><return_code><![CDATA[FAIL]]></return_code>\n<return_msg><![CDATA[签名错误]]></return_msg></xml>"
            ),
            ("FAIL".into(), Some("签名错误".into()))
        );
        let xml = "<xml><return_code>SUCCESS</return_code><return_msg></return_msg><err_code>NOAUTH</err_code></xml>";
        assert_eq!(other(xml), ("NOAUTH".into(), None));
        for body in [r#"{"errmsg":"ok"}"#, "<xml></xml>", "<return_code>FAIL", "<return_code></return_code>"]
        {
            assert_eq!(ErrorBody::read(&UPDATE, body.as_bytes()), ErrorBody::Unrecognized, "{body}");
        }
    }

    #[test]
    fn only_wechat_pays_own_errors_are_taken_for_them() {
        for body in [
            r#"{"code":"PARAM ERROR","message":"参数错误"}"#,
            r#"{"code":"V3_ERROR_2","message":"x","detail":{}}"#,
        ] {
            assert!(ErrorBody::read(&UPDATE, body.as_bytes()).is_wechat_pays(), "{body}");
        }
        for body in [
            "",
            "<html>403 Forbidden</html>",
            r#"{"code":"PARAM_ERROR"}"#,
            r#"{"message":"no Route matched with those values"}"#,
            r#"{"code":403,"message":"Forbidden"}"#,
            r#"{"code":"forbidden","message":"x"}"#,
            r#"{"code":"_","message":"x"}"#,
            r#"{"errcode":40001,"errmsg":"invalid credential"}"#,
        ] {
            assert!(!ErrorBody::read(&UPDATE, body.as_bytes()).is_wechat_pays(), "{body}");
        }
    }

    #[test]
    fn a_code_survives_a_broken_encoding() {
        let body = b"{\"code\":\"SYSTEM_ERROR\",\"message\":\"\xcf\xb5\xcd\xb3\"}";
        let ErrorBody::Api(error) = ErrorBody::read(&UPDATE, body) else { panic!("not an API error") };
        assert_eq!(error.code.as_deref(), Some("SYSTEM_ERROR"));
    }

    #[test]
    fn codes_are_normalized() {
        let ErrorBody::Api(error) = ErrorBody::read(&UPDATE, b"\xef\xbb\xbf{\"code\":\"PARAM ERROR\"}")
        else {
            panic!()
        };
        assert_eq!((error.code.as_deref(), error.message), (Some("PARAM_ERROR"), None));
        let ErrorBody::Api(error) = ErrorBody::read(&UPDATE, b"{\"code\":-1,\"message\":\"m\"}") else {
            panic!()
        };
        assert_eq!(error.code.as_deref(), Some("-1"));
    }
}
