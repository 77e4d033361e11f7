//! The body of an error answer.

use serde_json::Value;

use super::detail::{ErrorDetail, SignInformation, text};
use super::lookup::normalize_code;
use crate::endpoint::Endpoint;

/// Bodies beyond this many bytes are not WeChat Pay's and are not parsed.
const MAX_BYTES: usize = 1 << 20;

/// What an error answer's body says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ErrorBody {
    /// Nothing, as on 404 and 405.
    Empty,
    /// WeChat Pay's `{code, message, detail}`.
    Api(Box<ApiError>),
    /// Something else, such as a proxy's HTML page.
    Foreign,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ApiError {
    pub code: Option<String>,
    pub message: Option<String>,
    pub detail: Option<ErrorDetail>,
    pub sign_information: Option<SignInformation>,
}

impl ErrorBody {
    /// Reads a body. Bytes that are not UTF-8 become replacement characters, which spares the code beside them.
    pub fn read(endpoint: &Endpoint, body: &[u8]) -> ErrorBody {
        if body.len() > MAX_BYTES {
            return ErrorBody::Foreign;
        }
        let json = String::from_utf8_lossy(body);
        let json = json.trim_start_matches('\u{feff}').trim();
        if json.is_empty() {
            return ErrorBody::Empty;
        }
        let Ok(value) = serde_json::from_str::<Value>(json) else { return ErrorBody::Foreign };
        let get = |key| value.get(key).and_then(text);
        let code = get("code").map(|code| normalize_code(&code)).filter(|code| !code.is_empty());
        let message = get("message").filter(|message| !message.is_empty());
        if code.is_none() && message.is_none() {
            return ErrorBody::Foreign;
        }
        let detail = value.get("detail");
        ErrorBody::Api(Box::new(ApiError {
            detail: ErrorDetail::read(endpoint, detail, message.as_deref()),
            sign_information: SignInformation::read(detail),
            code,
            message,
        }))
    }

    /// Whether it is an error with all that WeChat Pay's have: nothing else has both a code and a message.
    pub fn is_whole_error(&self) -> bool {
        matches!(self, ErrorBody::Api(error) if error.code.is_some() && error.message.is_some())
    }
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
        assert_eq!(ErrorBody::read(&UPDATE, &body(MAX_BYTES + 1)), ErrorBody::Foreign);
    }

    #[test]
    fn bodies_that_are_not_wechat_pays() {
        let deep = "[".repeat(10_000);
        for body in
            ["<html>502 Bad Gateway</html>", "null", "[]", "{}", "{\"code\":null}", "\"x\"", "{", &deep]
        {
            assert_eq!(ErrorBody::read(&UPDATE, body.as_bytes()), ErrorBody::Foreign, "{body:.20}");
        }
        assert_eq!(ErrorBody::read(&UPDATE, &vec![b' '; MAX_BYTES + 1]), ErrorBody::Foreign);
        for body in ["", " \r\n", "\u{feff}"] {
            assert_eq!(ErrorBody::read(&UPDATE, body.as_bytes()), ErrorBody::Empty, "{body:?}");
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
