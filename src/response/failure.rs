//! Errors of responses that do not count as success.

use std::error::Error;
use std::fmt;

use super::code::ResponseErrorCode;
use super::outcome::{ErrorResponse, Trust};
use super::retry::Retry;
use super::serial::SerialKind;
use crate::text::hidden::escape_from;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Param, Params, fill};

/// Why a response is not a success: its signature does not match, or it reports an error.
///
/// [`code`](ResponseError::code) is stable, to branch on. `Display` is in English; [`message`](ResponseError::message)
/// supports both languages.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// A successful response lacks a signature header: treat it as forged. A proxy may have removed the header.
    MissingHeader {
        /// The header's name.
        name: &'static str,
    },
    /// A signature header occurs twice, so it is ambiguous.
    DoubledHeader {
        /// The header's name.
        name: &'static str,
    },
    /// `Wechatpay-Timestamp` is not a Unix time in seconds.
    MalformedTimestamp {
        /// The received value.
        value: String,
    },
    /// The response's time is outside the tolerance: it is a replay, or a clock is wrong.
    StaleTimestamp {
        /// The response's time, in Unix seconds.
        timestamp: i64,
        /// The host's time, in Unix seconds.
        now: i64,
        /// The tolerance, in seconds: this difference or more is rejected.
        tolerance: u64,
    },
    /// `Wechatpay-Nonce` holds a character that could break the signed message's lines.
    MalformedNonce {
        /// The received value.
        value: String,
    },
    /// `Wechatpay-Signature-Type` names an unknown scheme.
    UnsupportedSignatureType {
        /// The scheme.
        value: String,
    },
    /// A probe by WeChat Pay: the signature begins with `WECHATPAY/SIGNTEST/` and must be rejected. Discard the
    /// response and retry; retries are not probed.
    SignatureProbe,
    /// `Wechatpay-Signature` is not valid base64.
    SignatureNotBase64,
    /// The signature has an impossible length for its scheme.
    SignatureLength {
        /// Its length, in bytes.
        actual: usize,
        /// The shortest signature of the scheme, in bytes.
        minimum: usize,
        /// The longest signature of the scheme, in bytes.
        maximum: usize,
    },
    /// The verifier found that the signature does not match the response.
    SignatureRejected {
        /// The key that the response names.
        serial: String,
    },
    /// The verifier lacks the key that the response names, so the response cannot be verified.
    UnknownKey {
        /// The key that the response names.
        serial: String,
    },
    /// The verifier failed.
    VerifierFailed {
        /// The key that the response names.
        serial: String,
        /// Its error.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A verified 200 or 204 has a body, though this API's successes are empty.
    UnexpectedBody {
        /// The length of the body, in bytes.
        length: usize,
    },
    /// A verified success of a creation or reading lacks the card.
    NoCard {
        /// The length of the body, in bytes.
        length: usize,
    },
    /// The verified response is about another card: it may belong to another request.
    OtherCard {
        /// The card's id.
        card_id: String,
    },
    /// 202: WeChat Pay accepted the request but has not processed it. Retry with the same parameters.
    NotProcessed,
    /// A verified response with an undocumented status, such as 201.
    UnexpectedStatus {
        /// The status.
        status: u16,
    },
    /// An error response, verified or not: see [`ErrorResponse::trust`].
    ErrorResponse(ErrorResponse),
}

impl ResponseError {
    /// The stable name of the error.
    pub fn code(&self) -> ResponseErrorCode {
        match self {
            ResponseError::MissingHeader { .. } => ResponseErrorCode::MissingHeader,
            ResponseError::DoubledHeader { .. } => ResponseErrorCode::DoubledHeader,
            ResponseError::MalformedTimestamp { .. } => ResponseErrorCode::MalformedTimestamp,
            ResponseError::StaleTimestamp { .. } => ResponseErrorCode::StaleTimestamp,
            ResponseError::MalformedNonce { .. } => ResponseErrorCode::MalformedNonce,
            ResponseError::UnsupportedSignatureType { .. } => ResponseErrorCode::UnsupportedSignatureType,
            ResponseError::SignatureProbe => ResponseErrorCode::SignatureProbe,
            ResponseError::SignatureNotBase64 => ResponseErrorCode::SignatureNotBase64,
            ResponseError::SignatureLength { .. } => ResponseErrorCode::SignatureLength,
            ResponseError::SignatureRejected { .. } => ResponseErrorCode::SignatureRejected,
            ResponseError::UnknownKey { .. } => ResponseErrorCode::UnknownKey,
            ResponseError::VerifierFailed { .. } => ResponseErrorCode::VerifierFailed,
            ResponseError::UnexpectedBody { .. } => ResponseErrorCode::UnexpectedBody,
            ResponseError::NoCard { .. } => ResponseErrorCode::NoCard,
            ResponseError::OtherCard { .. } => ResponseErrorCode::OtherCard,
            ResponseError::NotProcessed => ResponseErrorCode::NotProcessed,
            ResponseError::UnexpectedStatus { .. } => ResponseErrorCode::UnexpectedStatus,
            ResponseError::ErrorResponse(response) => match response.trust {
                Trust::Verified => ResponseErrorCode::ErrorResponse,
                Trust::Unverified => ResponseErrorCode::UnverifiedErrorResponse,
            },
        }
    }

    /// Whether to retry.
    pub fn retry(&self) -> Retry {
        match self {
            ResponseError::SignatureProbe | ResponseError::NotProcessed => Retry::SameParameters,
            ResponseError::ErrorResponse(response) => response.retry(),
            _ => Retry::Never,
        }
    }

    /// Whether the card may have been updated nevertheless: read it to find out. Only an error response can rule this
    /// out: see [`ErrorResponse::may_have_updated`]. Not applicable to readings.
    pub fn may_have_updated(&self) -> bool {
        match self {
            ResponseError::ErrorResponse(response) => response.may_have_updated(),
            _ => true,
        }
    }

    /// The message: a complete sentence on one line. Hidden characters are escaped as in JSON.
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code().template(), &self.params(), locale, &mut message, &|name, out| {
            let words = match (name, self) {
                ("title", ResponseError::ErrorResponse(response)) => &response.explain(locale).title,
                ("reason", ResponseError::ErrorResponse(response)) => why_not_verified(response).get(locale),
                ("advice", ResponseError::UnknownKey { serial }) => where_to_get(serial).get(locale),
                _ => return false,
            };
            let start = out.len();
            out.push_str(words);
            escape_from(start, out);
            true
        });
        message
    }

    /// The parameters of the message. Texts from the response are quoted.
    fn params(&self) -> Params {
        let params = match self {
            ResponseError::MissingHeader { name } | ResponseError::DoubledHeader { name } => {
                vec![("name", (*name).into())]
            }
            ResponseError::MalformedTimestamp { value }
            | ResponseError::MalformedNonce { value }
            | ResponseError::UnsupportedSignatureType { value } => vec![("value", quoted(value))],
            ResponseError::StaleTimestamp { timestamp, now, tolerance } => {
                let order = if timestamp < now { "earlier" } else { "later" };
                let difference = timestamp.abs_diff(*now);
                vec![(order, difference.to_string().into()), ("tolerance", tolerance.to_string().into())]
            }
            ResponseError::SignatureLength { actual, minimum, maximum } => {
                let span = [("minimum", (*minimum).into()), ("maximum", (*maximum).into())];
                let span = span.into_iter().skip(usize::from(minimum == maximum));
                span.chain([("actual", (*actual).into())]).collect()
            }
            ResponseError::SignatureRejected { serial } | ResponseError::UnknownKey { serial } => {
                vec![("serial", quoted(serial))]
            }
            ResponseError::VerifierFailed { serial, source } => {
                vec![("serial", quoted(serial)), ("source", source.to_string().into())]
            }
            ResponseError::OtherCard { card_id } => vec![("actual", quoted(card_id))],
            ResponseError::UnexpectedBody { length } | ResponseError::NoCard { length } => {
                vec![("length", (*length).into())]
            }
            ResponseError::UnexpectedStatus { status } => vec![("status", i64::from(*status).into())],
            ResponseError::ErrorResponse(response) => vec![("status", i64::from(response.status).into())],
            ResponseError::SignatureProbe
            | ResponseError::SignatureNotBase64
            | ResponseError::NotProcessed => Vec::new(),
        };
        params.into_iter().collect()
    }
}

fn quoted(text: &str) -> Param {
    format!("{text:?}").into()
}

fn why_not_verified(response: &ErrorResponse) -> Bilingual {
    match response.is_too_long() {
        true => Bilingual { zh: "过长", en: "too long" },
        false => Bilingual { zh: "无签名", en: "not signed" },
    }
}

fn where_to_get(serial: &str) -> Bilingual {
    match SerialKind::of(serial) {
        SerialKind::PublicKey => Bilingual {
            zh: "请在商户平台的 API 安全中下载此微信支付公钥后再验签",
            en: "get this public key of WeChat Pay from the merchant platform, under API security",
        },
        SerialKind::PlatformCertificate => Bilingual {
            zh: "请下载此平台证书后再验签；若使用微信支付公钥验签，请在请求头 Wechatpay-Serial 中传公钥 ID",
            en: "get this platform certificate, or, to verify with WeChat Pay's public key, send the key's id in the request's Wechatpay-Serial header",
        },
        SerialKind::Other => {
            Bilingual { zh: "请核对验签程序持有的公钥", en: "check which keys the verifier has" }
        }
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

    #[test]
    fn a_stale_response_names_the_difference_and_the_clock() {
        let error = ResponseError::StaleTimestamp { timestamp: 1_000, now: 1_400, tolerance: 300 };
        assert_eq!(
            error.to_string(),
            "the response's time is 400 s earlier than this machine's (less than 300 s are allowed): an old response was \
             replayed, or this machine's clock is wrong; check the clock first"
        );
        let error = ResponseError::StaleTimestamp { timestamp: i64::MAX, now: i64::MIN, tolerance: 300 };
        assert!(error.message(Locale::Zh).contains("晚 18446744073709551615 秒"));
        assert!(error.message(Locale::En).contains(" s later than "));
        let error = ResponseError::StaleTimestamp { timestamp: 1_000, now: 1_400, tolerance: 300 };
        assert!(error.message(Locale::Zh).contains("早 400 秒"));
    }

    /// One error of each kind with its code, retry, and words that its messages must contain.
    fn each_kind() -> Vec<(ResponseError, &'static str, Retry, &'static [&'static str])> {
        use ResponseError::*;
        let response = |status, trust| {
            let body = br#"{"code":"SYSTEM_ERROR","message":"x"}"#.to_vec();
            ErrorResponse(super::ErrorResponse { endpoint: &UPDATE, status, body, trust, request_id: None })
        };
        let never = Retry::Never;
        vec![
            (MissingHeader { name: "A-Name" }, "missing_header", never, &["A-Name"]),
            (DoubledHeader { name: "A-Name" }, "doubled_header", never, &["A-Name"]),
            (MalformedTimestamp { value: "soon".into() }, "malformed_timestamp", never, &["soon"]),
            (
                StaleTimestamp { timestamp: 1_000, now: 1_400, tolerance: 300 },
                "stale_timestamp",
                never,
                &["400", "300"],
            ),
            (MalformedNonce { value: "a b".into() }, "malformed_nonce", never, &["a b"]),
            (UnsupportedSignatureType { value: "MD5".into() }, "unsupported_signature_type", never, &["MD5"]),
            (SignatureProbe, "signature_probe", Retry::SameParameters, &["WECHATPAY/SIGNTEST/"]),
            (SignatureNotBase64, "signature_not_base64", never, &["Wechatpay-Signature"]),
            (
                SignatureLength { actual: 7, minimum: 8, maximum: 72 },
                "signature_length",
                never,
                &["7", "8–72"],
            ),
            (
                SignatureLength { actual: 255, minimum: 256, maximum: 256 },
                "signature_length",
                never,
                &["256 "],
            ),
            (SignatureRejected { serial: "KEY_1".into() }, "signature_rejected", never, &["KEY_1"]),
            (UnknownKey { serial: "KEY_1".into() }, "unknown_key", never, &["KEY_1"]),
            (UnknownKey { serial: "PUB_KEY_ID_1".into() }, "unknown_key", never, &["PUB_KEY_ID_1", "API"]),
            (UnknownKey { serial: "0A".repeat(20) }, "unknown_key", never, &["0A0A", "Wechatpay-Serial"]),
            (
                VerifierFailed { serial: "KEY_1".into(), source: "no key".into() },
                "verifier_failed",
                never,
                &["KEY_1", "no key"],
            ),
            (UnexpectedBody { length: 9 }, "unexpected_body", never, &["9"]),
            (NotProcessed, "not_processed", Retry::SameParameters, &["202"]),
            (UnexpectedStatus { status: 201 }, "unexpected_status", never, &["201"]),
            (response(500, Trust::Verified), "error_response", Retry::SameParameters, &["500"]),
            (response(503, Trust::Unverified), "unverified_error_response", Retry::Wait, &["503"]),
        ]
    }

    #[test]
    fn each_kind_has_its_code_its_retry_and_its_words() {
        for (error, code, retry, needed) in each_kind() {
            assert_eq!((error.code().to_string().as_str(), error.retry()), (code, retry));
            let [chinese, english] = [Locale::Zh, Locale::En].map(|locale| error.message(locale));
            assert_eq!(error.to_string(), english);
            for text in needed {
                assert!(chinese.contains(text) && english.contains(text), "{chinese} / {english}");
            }
            let is_chinese = |c: char| ('一'..='鿿').contains(&c);
            assert!(chinese.contains(is_chinese) && !english.contains(is_chinese), "{chinese} / {english}");
        }
    }

    #[test]
    fn an_unverified_response_is_named_as_such() {
        let words = |error: &ResponseError| [Locale::Zh, Locale::En].map(|locale| error.message(locale));
        let kinds = each_kind();
        let said = |wanted: &str| {
            let (error, ..) = kinds.iter().find(|(_, code, ..)| *code == wanted).unwrap();
            words(error)
        };
        let ([zh, en], [unverified_zh, unverified_en]) =
            (said("error_response"), said("unverified_error_response"));
        assert!(zh.ends_with("，已验签）") && en.ends_with(", verified)"), "{zh} {en}");
        assert!(unverified_zh.ends_with("未验签）") && unverified_en.ends_with("not verified)"));
    }

    #[test]
    fn strange_values_cannot_break_the_message_into_lines() {
        let source = "no\nkey\u{3164}".into();
        for error in [
            ResponseError::MalformedNonce { value: "a\nb\u{202e}".into() },
            ResponseError::VerifierFailed { serial: "\u{2066}".into(), source },
        ] {
            for locale in [Locale::Zh, Locale::En] {
                let hidden = ['\n', '\u{202e}', '\u{2066}', '\u{3164}'];
                assert!(!error.message(locale).contains(hidden), "{error:?}");
            }
        }
    }
}
