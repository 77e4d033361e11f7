//! Verifies responses.
//!
//! Source: the official pages about verifying responses, 4013053249 (public key), 4013053420 (platform certificate) and
//! 4016241880.
//!
//! Facts: docs/domain.md#7.1.

use std::error::Error;

use super::body::{ErrorBody, MAX_BYTES};
use super::failure::ResponseError;
use super::headers::{ResponseParts, SignatureHeaders};
use super::outcome::{ErrorResponse, SuccessResponse, Trust};
use super::request_id::RequestId;
use super::serial::SerialKind;
use super::signature::SignatureType;
use super::statuses::claims_success;
use super::verdict::SignatureVerdict;
use crate::endpoint::{Endpoint, SuccessBody};

/// A response with a complete signature, ready for a verifier.
///
/// The first half of [`Endpoint::verify_response`], for verifiers that are asynchronous or elsewhere: verify the
/// signature, then pass the result to [`conclude`](ResponseToVerify::conclude).
///
/// ```
/// use wechatpay_membercard::{DEFAULT_TOLERANCE_SECONDS, ResponseParts, ResponseToVerify};
/// # let signature = "A".repeat(342) + "==";
/// let headers = [
///     ("Wechatpay-Timestamp", "1722850421"),
///     ("Wechatpay-Nonce", "d824f2e086d3c1df967785d13fcd22ef"),
///     ("Wechatpay-Serial", "4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A"),
///     ("Wechatpay-Signature", &signature),
/// ];
/// let parts = ResponseParts::new(204, headers, "");
/// let response = ResponseToVerify::new(&parts, 1722850425, DEFAULT_TOLERANCE_SECONDS)?;
/// assert_eq!(response.message(), b"1722850421\nd824f2e086d3c1df967785d13fcd22ef\n\n");
/// # let verdict = true;
/// // let verdict = my_key_store.verify(response.serial(), response.message(), response.signature()).await?;
/// response.conclude(verdict)?;
/// # Ok::<(), wechatpay_membercard::ResponseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseToVerify {
    endpoint: &'static Endpoint,
    status: u16,
    timestamp: i64,
    message: Vec<u8>,
    body: Vec<u8>,
    serial: String,
    signature: Vec<u8>,
    signature_base64: String,
    signature_type: SignatureType,
    request_id: Option<RequestId>,
}

impl ResponseToVerify {
    /// Reads a response. `now_seconds` is the host's Unix time in seconds. `tolerance_seconds` is usually
    /// [`DEFAULT_TOLERANCE_SECONDS`](crate::DEFAULT_TOLERANCE_SECONDS); 0 rejects every response.
    ///
    /// # Errors
    ///
    /// Any reason why the response cannot be verified. An unsigned response that claims success is an error
    /// ([`ResponseError::MissingHeader`]); another unsigned one, or one with a body of more than 1 MiB, is an
    /// [`ErrorResponse`] with [`Trust::Unverified`].
    pub fn of(
        endpoint: &'static Endpoint,
        parts: &ResponseParts,
        now_seconds: i64,
        tolerance_seconds: u64,
    ) -> Result<ResponseToVerify, ResponseError> {
        if parts.body.len() > MAX_BYTES {
            return Err(unverified(endpoint, parts));
        }
        let headers = SignatureHeaders::read(parts).map_err(|error| match error {
            ResponseError::MissingHeader { .. } if !reports_success(endpoint, parts) => {
                unverified(endpoint, parts)
            }
            error => error,
        })?;
        let timestamp = read_timestamp(headers.timestamp, now_seconds, tolerance_seconds)?;
        check_nonce(headers.nonce)?;
        let signature_type = SignatureType::read(headers.signature_type)?;
        Ok(ResponseToVerify {
            endpoint,
            status: parts.status,
            timestamp,
            message: message(headers.timestamp, headers.nonce, &parts.body),
            body: parts.body.clone(),
            serial: headers.serial.into(),
            signature: signature_type.decode(headers.signature)?,
            signature_base64: headers.signature.into(),
            signature_type,
            request_id: parts.request_id().map(RequestId::from),
        })
    }

    /// The HTTP status. The signature does not cover it.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The response's time, in Unix seconds.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// The signed bytes: the time, the nonce and the raw body, each followed by a line feed.
    pub fn message(&self) -> &[u8] {
        &self.message
    }

    /// The id of the key to verify with. Look it up as a whole; it has no structure to rely on.
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The kind of that key.
    pub fn serial_kind(&self) -> SerialKind {
        SerialKind::of(&self.serial)
    }

    /// The bytes of the signature.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// The signature in base64, as received.
    pub fn signature_base64(&self) -> &str {
        &self.signature_base64
    }

    /// The signature scheme.
    pub fn signature_type(&self) -> SignatureType {
        self.signature_type
    }

    /// WeChat Pay's id of the exchange, for logs.
    pub fn request_id(&self) -> Option<&RequestId> {
        self.request_id.as_ref()
    }

    /// The outcome of the response, given the verifier's result.
    ///
    /// # Errors
    ///
    /// [`ResponseError::SignatureRejected`] if the signature does not match, [`ResponseError::UnknownKey`] if the
    /// verifier lacks the key; otherwise the error that the response reports. The signature covers the body but not the
    /// status, so an error in the body counts under any status. A success without a documented body must be empty; that
    /// of a creation or reading must contain the card with its `card_id`.
    pub fn conclude(self, verdict: impl Into<SignatureVerdict>) -> Result<SuccessResponse, ResponseError> {
        match verdict.into() {
            SignatureVerdict::Valid => (),
            SignatureVerdict::Invalid => {
                return Err(ResponseError::SignatureRejected { serial: self.serial });
            }
            SignatureVerdict::UnknownKey => return Err(ResponseError::UnknownKey { serial: self.serial }),
        }
        let reports_error =
            matches!(ErrorBody::read(self.endpoint, &self.body), ErrorBody::Api(_) | ErrorBody::OtherApi(_));
        let success = self.endpoint.operation.success;
        let is_success = success.statuses.contains(&self.status) && !reports_error;
        match self.status {
            status if is_success && (success.has_body() || self.body.is_empty()) => {
                let updated = SuccessResponse { status, body: self.body, request_id: self.request_id };
                let lacks_card = success.body == SuccessBody::Card && updated.card().is_none();
                if lacks_card {
                    Err(ResponseError::NoCard { length: updated.body.len() })
                } else {
                    Ok(updated)
                }
            }
            _ if is_success => Err(ResponseError::UnexpectedBody { length: self.body.len() }),
            202 if !reports_error => Err(ResponseError::NotProcessed),
            status if claims_success(status) && !reports_error => {
                Err(ResponseError::UnexpectedStatus { status })
            }
            status => Err(ResponseError::ErrorResponse(ErrorResponse {
                endpoint: self.endpoint,
                status,
                body: self.body,
                trust: Trust::Verified,
                request_id: self.request_id,
            })),
        }
    }
}

impl SuccessResponse {
    /// The response, if it is about that card or contains none.
    ///
    /// # Errors
    ///
    /// [`ResponseError::OtherCard`] if the response contains another card: it may belong to another request.
    pub fn of_card(self, card_id: &str) -> Result<SuccessResponse, ResponseError> {
        match self.card_id() {
            Some(actual) if actual != card_id => Err(ResponseError::OtherCard { card_id: actual }),
            _ => Ok(self),
        }
    }
}

impl Endpoint {
    /// Decides whether the request succeeded. The verifier gets the signed message, the signature and the key's id. It
    /// returns whether they match, as a `bool` or a [`SignatureVerdict`].
    ///
    /// ```
    /// use wechatpay_membercard::{ResponseParts, membercard_open::UPDATE};
    /// let forged = ResponseParts::new(204, [("Content-Length", "0")], "");
    /// let error = UPDATE.verify_response(&forged, 1722850425, 300, |_| Ok::<_, String>(true)).unwrap_err();
    /// assert_eq!(error.code().as_str(), "missing_header");
    /// ```
    ///
    /// # Errors
    ///
    /// If the response does not report success, or could not be verified: see [`ResponseError`].
    pub fn verify_response<V, E>(
        &'static self,
        parts: &ResponseParts,
        now_seconds: i64,
        tolerance_seconds: u64,
        verifier: impl FnOnce(&ResponseToVerify) -> Result<V, E>,
    ) -> Result<SuccessResponse, ResponseError>
    where
        V: Into<SignatureVerdict>,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let response = ResponseToVerify::of(self, parts, now_seconds, tolerance_seconds)?;
        match verifier(&response) {
            Ok(verdict) => response.conclude(verdict),
            Err(cause) => {
                Err(ResponseError::VerifierFailed { serial: response.serial, source: cause.into() })
            }
        }
    }
}

/// Whether the response claims success and therefore must be signed. A body rules that out, unless the endpoint returns
/// one on success.
fn reports_success(endpoint: &Endpoint, parts: &ResponseParts) -> bool {
    claims_success(parts.status) && (parts.body.is_empty() || endpoint.operation.success.has_body())
}

fn unverified(endpoint: &'static Endpoint, parts: &ResponseParts) -> ResponseError {
    ResponseError::ErrorResponse(ErrorResponse {
        endpoint,
        status: parts.status,
        body: parts.body.clone(),
        trust: Trust::Unverified,
        request_id: parts.request_id().map(RequestId::from),
    })
}

fn message(timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    [timestamp.as_bytes(), b"\n", nonce.as_bytes(), b"\n", body, b"\n"].concat()
}

fn read_timestamp(value: &str, now: i64, tolerance: u64) -> Result<i64, ResponseError> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let timestamp = value.parse().ok().filter(|_| digits);
    let timestamp: i64 =
        timestamp.ok_or_else(|| ResponseError::MalformedTimestamp { value: value.into() })?;
    match timestamp.abs_diff(now) < tolerance {
        true => Ok(timestamp),
        false => Err(ResponseError::StaleTimestamp { timestamp, now, tolerance }),
    }
}

/// A nonce is visible ASCII. A line feed could shift the boundary between nonce and body.
fn check_nonce(value: &str) -> Result<(), ResponseError> {
    match value.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(()),
        false => Err(ResponseError::MalformedNonce { value: value.into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::DEFAULT_TOLERANCE_SECONDS;
    use crate::response::retry::Retry;
    use crate::verify_response;

    const NOW: i64 = 1_722_850_421;

    fn signed(status: u16, body: &str) -> ResponseParts {
        let signature = "A".repeat(342) + "==";
        let headers = [
            ("wechatpay-timestamp", "1722850421"),
            ("wechatpay-nonce", "d824f2e086d3c1df967785d13fcd22ef"),
            ("wechatpay-serial", "PUB_KEY_ID_1"),
            ("wechatpay-signature", signature.as_str()),
            ("request-id", "08F5-0"),
        ];
        ResponseParts::new(status, headers, body)
    }

    fn with(name: &str, value: &str) -> ResponseParts {
        let mut parts = signed(204, "");
        parts.headers.retain(|(header, _)| header != name);
        parts.headers.push((name.into(), value.into()));
        parts
    }

    fn verdict(parts: &ResponseParts, genuine: bool) -> Result<SuccessResponse, ResponseError> {
        verify_response(parts, NOW, DEFAULT_TOLERANCE_SECONDS, |_| Ok::<_, String>(genuine))
    }

    fn code(parts: &ResponseParts) -> &'static str {
        verdict(parts, true).unwrap_err().code().as_str()
    }

    #[test]
    fn the_verifier_gets_all_about_the_signature() {
        let mut parts = signed(200, "{}");
        for (name, value) in &mut parts.headers {
            if name == "wechatpay-signature" {
                *value = "MAYCAQECAQI=".into();
            }
        }
        parts.headers.push(("Wechatpay-Signature-Type".into(), "WECHATPAY2-SM2-WITH-SM3".into()));
        let response = ResponseToVerify::new(&parts, NOW, DEFAULT_TOLERANCE_SECONDS).unwrap();
        assert_eq!((response.status(), response.timestamp()), (200, NOW));
        assert_eq!(response.message(), b"1722850421\nd824f2e086d3c1df967785d13fcd22ef\n{}\n");
        assert_eq!((response.serial(), response.serial_kind()), ("PUB_KEY_ID_1", SerialKind::PublicKey));
        assert_eq!(response.signature(), [0x30, 6, 2, 1, 1, 2, 1, 2]);
        assert_eq!(response.signature_base64(), "MAYCAQECAQI=");
        assert_eq!(response.signature_type(), SignatureType::Sm2);
        assert_eq!(response.request_id().map(|id| id.to_string()), Some("08F5-0".into()));
    }

    #[test]
    fn success_needs_a_verified_200_or_204() {
        assert_eq!(verdict(&signed(204, ""), true).unwrap().request_id, Some("08F5-0".into()));
        assert_eq!(verdict(&signed(200, ""), true).unwrap().status, 200);
        for status in 0..=999 {
            let unsigned = ResponseParts { headers: Vec::new(), ..signed(status, "") };
            assert!(verdict(&unsigned, true).is_err(), "{status}");
            assert!(verdict(&signed(status, ""), false).is_err(), "{status}");
            assert_eq!(verdict(&signed(status, ""), true).is_ok(), matches!(status, 200 | 204), "{status}");
        }
    }

    #[test]
    fn an_error_under_the_status_of_a_success_is_an_error() {
        for body in [
            r#"{"code":"NO_AUTH","message":"无权限"}"#,
            r#"{"code":"SYSTEM_ERROR"}"#,
            r#"{"message":"无权限"}"#,
            r#"{"errcode":40001,"errmsg":"invalid credential"}"#,
            "<xml><return_code><![CDATA[FAIL]]></return_code></xml>",
        ] {
            for status in [200, 202, 204, 206] {
                let error = verdict(&signed(status, body), true).unwrap_err();
                assert!(
                    matches!(&error, ResponseError::ErrorResponse(response) if response.trust == Trust::Verified),
                    "{status} {body}: {error}"
                );
                let unsigned = ResponseParts { headers: Vec::new(), ..signed(status, body) };
                let error = verdict(&unsigned, true).unwrap_err();
                assert_eq!(error.code().as_str(), "unverified_error_response", "{status} {body}");
            }
        }
        let error = verdict(&signed(200, r#"{"code":"SYSTEM_ERROR"}"#), true).unwrap_err();
        assert_eq!((error.retry(), error.may_have_updated()), (Retry::SameParameters, true));
    }

    #[test]
    fn no_body_is_a_success() {
        for body in [" ", "{}", "null", "OK", r#"{"code_mode":"REAL_TIME"}"#, "<html>log in</html>"] {
            for status in [200, 204] {
                assert_eq!(code(&signed(status, body)), "unexpected_body", "{status} {body}");
                let unsigned = ResponseParts { headers: Vec::new(), ..signed(status, body) };
                assert_eq!(code(&unsigned), "unverified_error_response", "{status} {body}");
                assert!(verdict(&unsigned, true).unwrap_err().may_have_updated());
            }
        }
    }

    #[test]
    fn a_response_that_is_too_long_is_no_success_and_not_verified() {
        for status in [200, 204, 400, 500] {
            let error = verdict(&signed(status, &" ".repeat(MAX_BYTES + 1)), true).unwrap_err();
            assert_eq!(error.code().as_str(), "unverified_error_response", "{status}");
            assert!(error.may_have_updated(), "{status}");
        }
        assert_eq!(code(&signed(200, &" ".repeat(MAX_BYTES))), "unexpected_body");
    }

    #[test]
    fn only_an_error_of_wechat_pays_own_refuses() {
        let refusal = r#"{"code":"PARAM_ERROR","message":"参数错误"}"#;
        let doubt = |status, body: &str, signature| {
            let headers = if signature { signed(status, body).headers } else { Vec::new() };
            let parts = ResponseParts { headers, ..signed(status, body) };
            verdict(&parts, true).unwrap_err().may_have_updated()
        };
        for signature in [false, true] {
            for status in 400..500 {
                assert!(!doubt(status, refusal, signature), "{status}");
                for body in ["", "{}", "<html>", r#"{"code":403,"message":"Forbidden"}"#] {
                    assert!(doubt(status, body, signature), "{status} {body}");
                }
            }
            for status in [200, 202, 302, 500, 502, 503] {
                assert!(doubt(status, refusal, signature), "{status}");
            }
            assert!(doubt(400, r#"{"code":"SYSTEM_ERROR","message":"系统异常"}"#, signature));
        }
        assert!(
            verdict(&signed(400, refusal), false).unwrap_err().may_have_updated(),
            "nobody knows who said so"
        );
    }

    #[test]
    fn other_statuses_have_names_of_their_own() {
        assert_eq!(code(&signed(202, "")), "not_processed");
        assert_eq!(code(&signed(201, "")), "unexpected_status");
        assert_eq!(code(&signed(204, " ")), "unexpected_body");
        assert_eq!(code(&signed(400, "{}")), "error_response");
        assert_eq!(code(&signed(302, "")), "error_response");
    }

    #[test]
    fn error_responses_need_no_signature() {
        let body = r#"{"code":"SYSTEM_ERROR","message":"系统异常"}"#;
        for missing in ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"] {
            let mut parts = signed(500, body);
            parts.headers.retain(|(name, _)| name != missing);
            let error = verdict(&parts, true).unwrap_err();
            assert_eq!(
                (error.code().as_str(), error.retry()),
                ("unverified_error_response", Retry::SameParameters)
            );
            let ResponseError::ErrorResponse(response) = error else { unreachable!() };
            assert_eq!((response.body.as_slice(), response.trust), (body.as_bytes(), Trust::Unverified));
        }
    }

    #[test]
    fn error_responses_with_a_wrong_signature_are_not_believed() {
        assert_eq!(verdict(&signed(500, "{}"), false).unwrap_err().code().as_str(), "signature_rejected");
    }

    #[test]
    fn timestamps() {
        for value in [
            "-1",
            "+1722850421",
            "1722850421.0",
            "1.7e9",
            "abc",
            "99999999999999999999",
            "１７２２８５０４２１",
        ] {
            assert_eq!(code(&with("wechatpay-timestamp", value)), "malformed_timestamp", "{value}");
        }
        for (offset, fresh) in [(-300, false), (-299, true), (0, true), (299, true), (300, false)] {
            let parts = with("wechatpay-timestamp", &(NOW + offset).to_string());
            assert_eq!(verdict(&parts, true).is_ok(), fresh, "{offset}");
        }
        assert_eq!(code(&with("wechatpay-timestamp", "1722850421000")), "stale_timestamp");
        assert!(verify_response(&signed(204, ""), i64::MIN, u64::MAX, |_| Ok::<_, String>(true)).is_ok());
    }

    #[test]
    fn nonces_that_could_move_the_lines() {
        for value in ["a\nb", "a\rb", "a b", "a\0b", "随机", "a\u{7f}"] {
            assert_eq!(code(&with("wechatpay-nonce", value)), "malformed_nonce", "{value:?}");
        }
    }

    #[test]
    fn signatures() {
        assert_eq!(code(&with("wechatpay-signature", "WECHATPAY/SIGNTEST/AAAA")), "signature_probe");
        assert_eq!(code(&with("wechatpay-signature", "!")), "signature_not_base64");
        assert_eq!(code(&with("wechatpay-signature", "AAAA")), "signature_length");
        assert_eq!(code(&with("wechatpay-signature-type", "MD5")), "unsupported_signature_type");
    }

    #[test]
    fn doubled_values_joined_by_a_comma() {
        for name in ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"] {
            assert_eq!(code(&with(name, "1722850421, 1722850421")), "doubled_header", "{name}");
        }
    }

    #[test]
    fn a_key_that_the_verifier_does_not_have() {
        for status in [204, 400] {
            let verdict = |_: &ResponseToVerify| Ok::<_, String>(SignatureVerdict::UnknownKey);
            let error = verify_response(&signed(status, ""), NOW, 300, verdict).unwrap_err();
            assert!(matches!(&error, ResponseError::UnknownKey { serial } if serial == "PUB_KEY_ID_1"));
            assert_eq!((error.code().as_str(), error.retry()), ("unknown_key", Retry::Never));
        }
    }

    #[test]
    fn the_verifiers_own_error_is_kept() {
        let error =
            verify_response(&signed(204, ""), NOW, 300, |_| Err::<bool, _>("no such key")).unwrap_err();
        assert_eq!(error.code().as_str(), "verifier_failed");
        assert_eq!(error.source().unwrap().to_string(), "no such key");
    }
}
