//! Why an answer does not count as success.

use std::error::Error;
use std::fmt;

use super::code::AnswerErrorCode;
use super::outcome::{ErrorAnswer, Trust};
use super::retry::Retry;
use super::serial::SerialKind;
use crate::text::hidden::escape_from;
use crate::text::locale::Locale;

/// Why an answer is no success: its signature does not hold, or it says so itself.
///
/// [`code`](AnswerError::code) is stable, to branch on. It displays in English;
/// [`message`](AnswerError::message) knows both languages.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// A header of the signature is missing from an answer that reports success: take the answer as forged. A proxy
    /// may have dropped the header, too.
    MissingHeader {
        /// The header's name.
        name: &'static str,
    },
    /// A header of the signature occurs twice, so that nobody can tell which one counts.
    DoubledHeader {
        /// The header's name.
        name: &'static str,
    },
    /// `Wechatpay-Timestamp` is not a Unix time in seconds.
    MalformedTimestamp {
        /// What it is instead.
        value: String,
    },
    /// The answer is older or newer than the tolerance allows: a repeated old answer, or a wrong clock.
    StaleTimestamp {
        /// The answer's time, in Unix seconds.
        timestamp: i64,
        /// The host's time, in Unix seconds.
        now: i64,
        /// The difference from which on answers are rejected, in seconds.
        tolerance: u64,
    },
    /// `Wechatpay-Nonce` holds a character that could break the signed message's lines.
    MalformedNonce {
        /// What it is.
        value: String,
    },
    /// `Wechatpay-Signature-Type` names an unknown scheme.
    UnsupportedSignatureType {
        /// The scheme.
        value: String,
    },
    /// WeChat Pay probes whether wrong signatures are rejected: the signature begins with `WECHATPAY/SIGNTEST/`.
    /// Discard the answer and repeat the request; a repetition is never probed.
    SignatureProbe,
    /// `Wechatpay-Signature` is not base64.
    SignatureNotBase64,
    /// The signature has a length that its scheme cannot produce.
    SignatureLength {
        /// Its length, in bytes.
        actual: usize,
        /// The scheme's shortest signature, in bytes.
        minimum: usize,
        /// The scheme's longest signature, in bytes.
        maximum: usize,
    },
    /// The verifier found that the signature does not belong to the answer.
    SignatureRejected {
        /// The key that the answer names.
        serial: String,
    },
    /// The verifier does not have the key that the answer names, so that nobody can tell whether it is genuine.
    UnknownKey {
        /// The key that the answer names.
        serial: String,
    },
    /// The verifier failed before it came to a verdict.
    VerifierFailed {
        /// The key that the answer names.
        serial: String,
        /// Why.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A success of this API has no body, yet this verified 200 or 204 does.
    UnexpectedBody {
        /// The length of the body, in bytes.
        length: usize,
    },
    /// 202: WeChat Pay took the request but has not processed it. Repeat it with the same parameters.
    NotProcessed,
    /// A verified answer with a status that this API does not document, such as 201.
    UnexpectedStatus {
        /// The status.
        status: u16,
    },
    /// An error answer, verified or not: see [`ErrorAnswer::trust`].
    ErrorAnswer(ErrorAnswer),
}

impl AnswerError {
    /// The stable name of the error.
    pub fn code(&self) -> AnswerErrorCode {
        match self {
            AnswerError::MissingHeader { .. } => AnswerErrorCode::MissingHeader,
            AnswerError::DoubledHeader { .. } => AnswerErrorCode::DoubledHeader,
            AnswerError::MalformedTimestamp { .. } => AnswerErrorCode::MalformedTimestamp,
            AnswerError::StaleTimestamp { .. } => AnswerErrorCode::StaleTimestamp,
            AnswerError::MalformedNonce { .. } => AnswerErrorCode::MalformedNonce,
            AnswerError::UnsupportedSignatureType { .. } => AnswerErrorCode::UnsupportedSignatureType,
            AnswerError::SignatureProbe => AnswerErrorCode::SignatureProbe,
            AnswerError::SignatureNotBase64 => AnswerErrorCode::SignatureNotBase64,
            AnswerError::SignatureLength { .. } => AnswerErrorCode::SignatureLength,
            AnswerError::SignatureRejected { .. } => AnswerErrorCode::SignatureRejected,
            AnswerError::UnknownKey { .. } => AnswerErrorCode::UnknownKey,
            AnswerError::VerifierFailed { .. } => AnswerErrorCode::VerifierFailed,
            AnswerError::UnexpectedBody { .. } => AnswerErrorCode::UnexpectedBody,
            AnswerError::NotProcessed => AnswerErrorCode::NotProcessed,
            AnswerError::UnexpectedStatus { .. } => AnswerErrorCode::UnexpectedStatus,
            AnswerError::ErrorAnswer(answer) => match answer.trust {
                Trust::Verified => AnswerErrorCode::ErrorAnswer,
                Trust::Unverified => AnswerErrorCode::UnverifiedErrorAnswer,
            },
        }
    }

    /// Whether to send the request again.
    pub fn retry(&self) -> Retry {
        match self {
            AnswerError::SignatureProbe | AnswerError::NotProcessed => Retry::SameParameters,
            AnswerError::ErrorAnswer(answer) => answer.retry(),
            _ => Retry::Never,
        }
    }

    /// Whether the card may be updated nevertheless: get it to find out. Only an error answer can say that it is not:
    /// see [`ErrorAnswer::may_have_updated`].
    pub fn may_have_updated(&self) -> bool {
        match self {
            AnswerError::ErrorAnswer(answer) => answer.may_have_updated(),
            _ => true,
        }
    }

    /// The error in words, complete on its own, in one line. What nobody sees in it is escaped, as JSON does.
    pub fn message(&self, locale: Locale) -> String {
        let mut message = match locale {
            Locale::Zh => self.chinese(),
            Locale::En => self.english(),
        };
        escape_from(0, &mut message);
        message
    }

    fn chinese(&self) -> String {
        match self {
            AnswerError::MissingHeader { name } => {
                format!("应答缺少 {name} 头，无法验签，请视为伪造的应答（代理或 CDN 也可能删除了该头）")
            }
            AnswerError::DoubledHeader { name } => format!("应答中 {name} 头重复出现，无法验签"),
            AnswerError::MalformedTimestamp { value } => {
                format!("应答的 Wechatpay-Timestamp 不是以秒为单位的 Unix 时间：{value:?}")
            }
            AnswerError::StaleTimestamp { timestamp, now, tolerance } => {
                let order = if timestamp < now { "早" } else { "晚" };
                let difference = timestamp.abs_diff(*now);
                format!(
                    "应答时间比本机时间{order} {difference} 秒（允许的误差小于 {tolerance} 秒）：\
                     可能是重放的旧应答，或本机时钟不准，请先校准本机时钟"
                )
            }
            AnswerError::MalformedNonce { value } => {
                format!("应答的 Wechatpay-Nonce 含有空白、控制字符或非 ASCII 字符：{value:?}")
            }
            AnswerError::UnsupportedSignatureType { value } => format!("不支持应答的签名类型 {value:?}"),
            AnswerError::SignatureProbe => {
                "这是微信支付的签名探测流量（签名以 WECHATPAY/SIGNTEST/ 开头）：请丢弃该应答并重试，重试不会再被探测".into()
            }
            AnswerError::SignatureNotBase64 => "应答的 Wechatpay-Signature 不是合法的 Base64，验签不通过".into(),
            AnswerError::SignatureLength { actual, minimum, maximum } => {
                format!("应答的签名长度为 {actual} 字节，应为 {}，验签不通过", span(*minimum, *maximum, "字节"))
            }
            AnswerError::SignatureRejected { serial } => {
                format!("应答验签不通过（密钥 {serial:?}）：应答不可信，或使用了错误的公钥")
            }
            AnswerError::UnknownKey { serial } => {
                let get = match SerialKind::of(serial) {
                    SerialKind::PublicKey => "请在商户平台的 API 安全中下载此微信支付公钥后再验签",
                    SerialKind::PlatformCertificate => {
                        "请下载此平台证书后再验签；若使用微信支付公钥验签，请在请求头 Wechatpay-Serial 中传公钥 ID"
                    }
                    SerialKind::Other => "请核对验签程序持有的公钥",
                };
                format!("验签程序没有签名所用的密钥 {serial:?}，无法验签：{get}")
            }
            AnswerError::VerifierFailed { serial, source } => {
                format!("验签程序出错（密钥 {serial:?}）：{source}")
            }
            AnswerError::UnexpectedBody { length } => {
                format!("本接口成功时应答体为空，实际有 {length} 字节，无法确定会员卡是否已修改，请查询会员卡")
            }
            AnswerError::NotProcessed => "微信支付已受理但尚未处理（202），请使用相同参数重试".into(),
            AnswerError::UnexpectedStatus { status } => {
                format!("应答的状态码 {status} 不在接口文档中，无法确定会员卡是否已修改，请查询会员卡")
            }
            AnswerError::ErrorAnswer(answer) => {
                let trust = match answer.trust {
                    Trust::Verified => "已验签",
                    Trust::Unverified if answer.is_too_long() => "过长，未验签",
                    Trust::Unverified => "无签名，未验签",
                };
                let explanation = answer.explain(Locale::Zh);
                format!("{}（HTTP {}，{trust}）", explanation.title, answer.status)
            }
        }
    }

    fn english(&self) -> String {
        match self {
            AnswerError::MissingHeader { name } => format!(
                "the answer has no {name} header, so it cannot be verified: take it as forged (a proxy or CDN may \
                 have dropped the header, too)"
            ),
            AnswerError::DoubledHeader { name } => {
                format!("the answer's {name} header occurs more than once, so it cannot be verified")
            }
            AnswerError::MalformedTimestamp { value } => {
                format!("the answer's Wechatpay-Timestamp is not a Unix time in seconds: {value:?}")
            }
            AnswerError::StaleTimestamp { timestamp, now, tolerance } => {
                let order = if timestamp < now { "earlier" } else { "later" };
                let difference = timestamp.abs_diff(*now);
                format!(
                    "the answer's time is {difference} s {order} than this machine's (less than {tolerance} s are \
                     allowed): an old answer was replayed, or this machine's clock is wrong; check the clock first"
                )
            }
            AnswerError::MalformedNonce { value } => {
                format!(
                    "the answer's Wechatpay-Nonce holds blanks, control characters or non-ASCII: {value:?}"
                )
            }
            AnswerError::UnsupportedSignatureType { value } => {
                format!("the answer's signature type {value:?} is not supported")
            }
            AnswerError::SignatureProbe => "WeChat Pay is probing with a wrong signature (it begins with \
                 WECHATPAY/SIGNTEST/): discard the answer and retry, a retry is never probed"
                .into(),
            AnswerError::SignatureNotBase64 => {
                "the answer's Wechatpay-Signature is not base64, so it is not valid".into()
            }
            AnswerError::SignatureLength { actual, minimum, maximum } => format!(
                "the answer's signature has {actual} bytes instead of {}, so it is not valid",
                span(*minimum, *maximum, "bytes")
            ),
            AnswerError::SignatureRejected { serial } => format!(
                "the answer's signature is not valid (key {serial:?}): do not trust the answer, or check which \
                 public key was used"
            ),
            AnswerError::UnknownKey { serial } => {
                let get = match SerialKind::of(serial) {
                    SerialKind::PublicKey => {
                        "get this public key of WeChat Pay from the merchant platform, under API security"
                    }
                    SerialKind::PlatformCertificate => {
                        "get this platform certificate, or, to verify with WeChat Pay's public key, send the key's id \
                         in the request's Wechatpay-Serial header"
                    }
                    SerialKind::Other => "check which keys the verifier has",
                };
                format!(
                    "the answer is signed with the key {serial:?}, which the verifier does not have: {get}"
                )
            }
            AnswerError::VerifierFailed { serial, source } => {
                format!("the verifier failed (key {serial:?}): {source}")
            }
            AnswerError::UnexpectedBody { length } => format!(
                "a success of this API has no body, but this answer has {length} bytes, so the card may or may not be \
                 updated: get the card to find out"
            ),
            AnswerError::NotProcessed => {
                "WeChat Pay accepted the request but has not processed it (202): repeat it \
                 with the same parameters"
                    .into()
            }
            AnswerError::UnexpectedStatus { status } => format!(
                "the API does not document the status {status}, so the card may or may not be updated: get the card \
                 to find out"
            ),
            AnswerError::ErrorAnswer(answer) => {
                let trust = match answer.trust {
                    Trust::Verified => "verified",
                    Trust::Unverified if answer.is_too_long() => "too long, not verified",
                    Trust::Unverified => "not signed, not verified",
                };
                let explanation = answer.explain(Locale::En);
                format!("{} (HTTP {}, {trust})", explanation.title, answer.status)
            }
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

/// `256 bytes`, or `8–72 bytes`.
fn span(minimum: usize, maximum: usize, unit: &str) -> String {
    match minimum == maximum {
        true => format!("{minimum} {unit}"),
        false => format!("{minimum}–{maximum} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::UPDATE;

    #[test]
    fn a_stale_answer_names_the_difference_and_the_clock() {
        let error = AnswerError::StaleTimestamp { timestamp: 1_000, now: 1_400, tolerance: 300 };
        assert_eq!(
            error.to_string(),
            "the answer's time is 400 s earlier than this machine's (less than 300 s are allowed): an old answer was \
             replayed, or this machine's clock is wrong; check the clock first"
        );
        let error = AnswerError::StaleTimestamp { timestamp: i64::MAX, now: i64::MIN, tolerance: 300 };
        assert!(error.message(Locale::Zh).contains("晚 18446744073709551615 秒"));
        assert!(error.message(Locale::En).contains(" s later than "));
        let error = AnswerError::StaleTimestamp { timestamp: 1_000, now: 1_400, tolerance: 300 };
        assert!(error.message(Locale::Zh).contains("早 400 秒"));
    }

    /// An error of each kind, its code, whether to retry, and what its messages must not leave out.
    fn each_kind() -> Vec<(AnswerError, &'static str, Retry, &'static [&'static str])> {
        use AnswerError::*;
        let answer = |status, trust| {
            let body = br#"{"code":"SYSTEM_ERROR","message":"x"}"#.to_vec();
            ErrorAnswer(super::ErrorAnswer { endpoint: &UPDATE, status, body, trust, request_id: None })
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
            (answer(500, Trust::Verified), "error_answer", Retry::SameParameters, &["500"]),
            (answer(503, Trust::Unverified), "unverified_error_answer", Retry::Wait, &["503"]),
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
    fn an_unverified_answer_is_named_as_such() {
        let words = |error: &AnswerError| [Locale::Zh, Locale::En].map(|locale| error.message(locale));
        let kinds = each_kind();
        let said = |wanted: &str| {
            let (error, ..) = kinds.iter().find(|(_, code, ..)| *code == wanted).unwrap();
            words(error)
        };
        let ([zh, en], [unverified_zh, unverified_en]) =
            (said("error_answer"), said("unverified_error_answer"));
        assert!(zh.ends_with("，已验签）") && en.ends_with(", verified)"), "{zh} {en}");
        assert!(unverified_zh.ends_with("未验签）") && unverified_en.ends_with("not verified)"));
    }

    #[test]
    fn strange_values_cannot_break_the_message_into_lines() {
        let source = "no\nkey\u{3164}".into();
        for error in [
            AnswerError::MalformedNonce { value: "a\nb\u{202e}".into() },
            AnswerError::VerifierFailed { serial: "\u{2066}".into(), source },
        ] {
            for locale in [Locale::Zh, Locale::En] {
                let hidden = ['\n', '\u{202e}', '\u{2066}', '\u{3164}'];
                assert!(!error.message(locale).contains(hidden), "{error:?}");
            }
        }
    }
}
