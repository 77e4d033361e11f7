//! Outcomes of a request: success, or an error response.

use super::body::{ErrorBody, MAX_BYTES};
use super::explain::ApiErrorExplanation;
use super::request_id::RequestId;
use super::retry::Retry;
use super::value::{self, Value};
use crate::endpoint::Endpoint;
use crate::text::locale::Locale;

/// A verified success (status 204 or 200): the card was updated, created or read. Only verification creates it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SuccessResponse {
    /// The body; empty unless the endpoint returns one.
    pub body: Vec<u8>,
    /// The HTTP status: 204, as documented, or 200.
    pub status: u16,
    /// WeChat Pay's id of the exchange, for logs.
    pub request_id: Option<RequestId>,
}

/// Whether an error response can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trust {
    /// Its signature was verified: it is from WeChat Pay.
    Verified,
    /// It has no complete signature, which is usual for error responses, or is too long to verify. It may be from a
    /// proxy.
    Unverified,
}

/// A response that does not report success, by its status or its body. A body with an error overrides the status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// The endpoint of the request.
    pub endpoint: &'static Endpoint,
    /// The HTTP status.
    pub status: u16,
    /// The body, as received.
    pub body: Vec<u8>,
    /// Whether its signature was verified.
    pub trust: Trust,
    /// WeChat Pay's id of the exchange, for logs. Some responses with status 401 have none.
    pub request_id: Option<RequestId>,
}

impl SuccessResponse {
    /// The card in the response, as JSON: its current state, for
    /// [`Validator::current_json`](crate::Validator::current_json). `None` if the response contains no card.
    ///
    /// ```
    /// use wechatpay_membercard::{ResponseParts, Validator, membercard_open::GET};
    /// # let signature = "A".repeat(342) + "==";
    /// # let headers = [
    /// #     ("Wechatpay-Timestamp", "1722850421"),
    /// #     ("Wechatpay-Nonce", "d824f2e086d3c1df967785d13fcd22ef"),
    /// #     ("Wechatpay-Serial", "4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A"),
    /// #     ("Wechatpay-Signature", &signature),
    /// # ];
    /// let response = ResponseParts::new(200, headers, r#"{"card_id":"pbLatjvWOibDc5-TBnbUk1pD12o0","code_mode":"REAL_TIME"}"#);
    /// let read = GET.verify_response(&response, 1722850425, 300, |_| Ok::<_, String>(true))?;
    /// assert_eq!(read.card_id().as_deref(), Some("pbLatjvWOibDc5-TBnbUk1pD12o0"));
    /// let validator = Validator::new().current_json(read.card().unwrap());
    /// # Ok::<(), wechatpay_membercard::ResponseError>(())
    /// ```
    pub fn card(&self) -> Option<&str> {
        self.card_id().and_then(|_| std::str::from_utf8(&self.body).ok())
    }

    /// The id of the card in the response, for example after a creation.
    pub fn card_id(&self) -> Option<String> {
        let document = value::read(std::str::from_utf8(&self.body).ok()?)?;
        Value::whole(&document).get("card_id")?.as_text().map(str::to_owned)
    }
}

impl ErrorResponse {
    /// Whether to retry.
    pub fn retry(&self) -> Retry {
        Retry::for_error(
            self.status,
            ErrorBody::read(self.endpoint, &self.body).row(self.endpoint, self.status),
        )
    }

    /// Whether the card may have been updated nevertheless: read it to find out. It was not if the status is 4xx and
    /// the body is an error of WeChat Pay's own. Any other 4xx may come from a proxy, although the request succeeded.
    ///
    /// ```
    /// use wechatpay_membercard::{ResponseError, ResponseParts, verify_response};
    /// let may_have_updated = |status, body: &str| {
    ///     let parts = ResponseParts::new(status, [("Request-ID", "08F5-1")], body);
    ///     verify_response(&parts, 1722850425, 300, |_| Ok::<_, String>(true)).unwrap_err().may_have_updated()
    /// };
    /// assert!(!may_have_updated(400, r#"{"code":"PARAM_ERROR","message":"参数错误"}"#));
    /// assert!(may_have_updated(403, "<html>403 Forbidden</html>"));
    /// assert!(may_have_updated(500, r#"{"code":"SYSTEM_ERROR","message":"系统异常"}"#));
    /// ```
    ///
    /// Always false for readings.
    pub fn may_have_updated(&self) -> bool {
        if !self.endpoint.operation.takes_body() {
            return false;
        }
        let body = ErrorBody::read(self.endpoint, &self.body);
        let refused = (400..500).contains(&self.status)
            && body.row(self.endpoint, self.status).is_none_or(|row| row.retry() == Retry::Never);
        !(refused && body.is_wechat_pays())
    }

    /// Whether the body is too long to be verified.
    pub(super) fn is_too_long(&self) -> bool {
        self.body.len() > MAX_BYTES
    }

    /// What happened and what to do, according to the body.
    pub fn explain(&self, locale: Locale) -> ApiErrorExplanation {
        self.endpoint.explain_error(self.status, &self.body, locale)
    }
}
