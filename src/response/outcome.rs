//! What a response amounts to: the update, or an error response.

use super::body::{ErrorBody, MAX_BYTES};
use super::explain::ApiErrorExplanation;
use super::request_id::RequestId;
use super::retry::Retry;
use super::value::{self, Value};
use crate::endpoint::Endpoint;
use crate::text::locale::Locale;

/// The card is updated, created or read: the response reports success (204, or 200), and its signature was verified. There
/// is no other way to one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SuccessResponse {
    /// The body: empty, unless the endpoint answers with one.
    pub body: Vec<u8>,
    /// The HTTP status: 204, as this API documents, or 200.
    pub status: u16,
    /// WeChat Pay's name for the exchange, to log.
    pub request_id: Option<RequestId>,
}

/// How far an error response can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trust {
    /// Its signature was verified: WeChat Pay said so.
    Verified,
    /// It carries no whole signature, as is usual for error responses, or is too long to be verified: a proxy may have
    /// said so.
    Unverified,
}

/// A response that does not report success: by its status, or by its body, which decides whenever it says anything.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// The endpoint that was called.
    pub endpoint: &'static Endpoint,
    /// The HTTP status.
    pub status: u16,
    /// The body, as received.
    pub body: Vec<u8>,
    /// Whether its signature was verified.
    pub trust: Trust,
    /// WeChat Pay's name for the exchange, to log. Some responses of status 401 have none.
    pub request_id: Option<RequestId>,
}

impl SuccessResponse {
    /// The card that the response holds, as JSON: its current state, as
    /// [`Validator::current_json`](crate::Validator::current_json) takes it. `None` if the response has no card.
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

    /// The id of the card that the response holds, such as the one that a creation gives.
    pub fn card_id(&self) -> Option<String> {
        let document = value::read(std::str::from_utf8(&self.body).ok()?)?;
        Value::whole(&document).get("card_id")?.as_text().map(str::to_owned)
    }
}

impl ErrorResponse {
    /// Whether to send the request again.
    pub fn retry(&self) -> Retry {
        Retry::for_error(
            self.status,
            ErrorBody::read(self.endpoint, &self.body).row(self.endpoint, self.status),
        )
    }

    /// Whether the card may be updated nevertheless: get it to find out. It is not if the status is a 4xx and the body
    /// an error of WeChat Pay's own, which refuses the request. Whatever else says 4xx may be a proxy, behind which
    /// the request was carried out.
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
    /// A response to a reading never has: there is nothing to be updated.
    pub fn may_have_updated(&self) -> bool {
        if !self.endpoint.operation.takes_body() {
            return false;
        }
        let body = ErrorBody::read(self.endpoint, &self.body);
        let refused = (400..500).contains(&self.status)
            && body.row(self.endpoint, self.status).is_none_or(|row| row.retry() == Retry::Never);
        !(refused && body.is_wechat_pays())
    }

    /// Whether the body is longer than is read of one, so that it cannot be verified.
    pub(super) fn is_too_long(&self) -> bool {
        self.body.len() > MAX_BYTES
    }

    /// What happened and what to do, from the body.
    pub fn explain(&self, locale: Locale) -> ApiErrorExplanation {
        self.endpoint.explain_error(self.status, &self.body, locale)
    }
}
