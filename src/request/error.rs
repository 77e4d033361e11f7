//! Errors of preparing, signing and completing requests.

use std::convert::Infallible;
use std::fmt;

use super::code::{RequestErrorCode, SignatureErrorCode, SigningErrorCode};
use crate::issue::Issue;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Param, Params, fill};

/// Why a request could not be prepared.
///
/// [`code`](RequestError::code) is stable, to branch on. `Display` is in English; [`message`](RequestError::message)
/// supports both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The body or the options have errors. Warnings are included.
    Invalid(Vec<Issue>),
    /// No timestamp was given, and there is no clock: the feature `host` is off, or the clock is before 1970.
    TimestampRequired,
    /// No nonce was given, and there is no secure random number generator: the feature `host` is off, or the generator
    /// failed.
    NonceStrRequired,
    /// A field of [`PreparedRequestData`](super::PreparedRequestData) contradicts the others.
    Mismatch {
        /// The field's name in the data: `method`, `url`, `body` or `message`.
        field: &'static str,
    },
}

impl RequestError {
    /// The issues of an invalid request; empty for other errors.
    pub fn issues(&self) -> &[Issue] {
        match self {
            RequestError::Invalid(issues) => issues,
            _ => &[],
        }
    }

    /// The stable name of the error.
    pub fn code(&self) -> RequestErrorCode {
        match self {
            RequestError::Invalid(_) => RequestErrorCode::Invalid,
            RequestError::TimestampRequired => RequestErrorCode::TimestampRequired,
            RequestError::NonceStrRequired => RequestErrorCode::NonceStrRequired,
            RequestError::Mismatch { .. } => RequestErrorCode::Mismatch,
        }
    }

    /// The message, on one line. It includes the issues that are errors.
    pub fn message(&self, locale: Locale) -> String {
        let params = match self {
            RequestError::Mismatch { field } => Params::from_iter([("field", (*field).into())]),
            _ => Params::default(),
        };
        let mut message = String::new();
        fill(self.code().template(), &params, locale, &mut message, &|name, out| {
            let is_known = name == "issues";
            if is_known {
                out.push_str(&errors(self.issues(), locale));
            }
            is_known
        });
        message
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

fn errors(issues: &[Issue], locale: Locale) -> String {
    let errors = issues.iter().filter(|issue| issue.is_error());
    let messages: Vec<_> = errors.map(|issue| issue.message(locale)).collect();
    messages.join(Bilingual { zh: "；", en: "; " }.get(locale))
}

/// Why a value cannot be the signature of a request. Positions are byte offsets, counted from 0.
///
/// No variant contains any part of the signature. [`code`](SignatureError::code) is stable, to branch on. `Display` is
/// in English; [`message`](SignatureError::message) supports both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// It is empty.
    Empty,
    /// The text contains a blank, a line break or a control character. The header needs one unbroken line.
    ContainsWhitespace {
        /// The position of the first one.
        position: usize,
    },
    /// A PEM text instead of the signature: a key or a certificate.
    LooksLikePem,
    /// The complete header instead of the signature.
    LooksLikeHeader,
    /// The text is hexadecimal.
    LooksLikeHex,
    /// The text uses the URL-safe base64 alphabet, with `-` and `_`.
    LooksLikeBase64Url,
    /// An invalid character for base64.
    NotBase64 {
        /// Its position.
        position: usize,
    },
    /// The padding (`=`) is missing, or the text was truncated.
    WrongPadding,
    /// The decoded bytes are text again: base64 or hexadecimal that was encoded twice or passed as bytes.
    EncodedTwice,
    /// Not the length of a signature by an RSA key of 2048 bits.
    WrongLength {
        /// The expected length, in bytes.
        expected: usize,
        /// The actual length, in bytes.
        actual: usize,
    },
    /// Not the DER encoding of an SM2 signature.
    NotDer {
        /// The problem.
        reason: Bilingual,
    },
}

impl SignatureError {
    /// The stable name of the error.
    pub fn code(&self) -> SignatureErrorCode {
        match self {
            SignatureError::Empty => SignatureErrorCode::Empty,
            SignatureError::ContainsWhitespace { .. } => SignatureErrorCode::ContainsWhitespace,
            SignatureError::LooksLikePem => SignatureErrorCode::LooksLikePem,
            SignatureError::LooksLikeHeader => SignatureErrorCode::LooksLikeHeader,
            SignatureError::LooksLikeHex => SignatureErrorCode::LooksLikeHex,
            SignatureError::LooksLikeBase64Url => SignatureErrorCode::LooksLikeBase64Url,
            SignatureError::NotBase64 { .. } => SignatureErrorCode::NotBase64,
            SignatureError::WrongPadding => SignatureErrorCode::WrongPadding,
            SignatureError::EncodedTwice => SignatureErrorCode::EncodedTwice,
            SignatureError::WrongLength { .. } => SignatureErrorCode::WrongLength,
            SignatureError::NotDer { .. } => SignatureErrorCode::NotDer,
        }
    }

    /// The message, on one line.
    ///
    /// ```
    /// use wechatpay_membercard::{Locale, SignatureError};
    /// assert_eq!(SignatureError::NotBase64 { position: 7 }.message(Locale::Zh), "签名不是 Base64：第 7 字节处的字符不正确");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code().template(), &self.params(), locale, &mut message, &|name, out| {
            let words = match (name, self) {
                ("advice", SignatureError::WrongLength { actual, .. }) => what_has(*actual),
                ("reason", SignatureError::NotDer { reason }) => Some(*reason),
                _ => None,
            };
            words.map(|words| out.push_str(words.get(locale))).is_some()
        });
        message
    }

    fn params(&self) -> Params {
        match *self {
            SignatureError::ContainsWhitespace { position } | SignatureError::NotBase64 { position } => {
                Params::from_iter([("position", position.into())])
            }
            SignatureError::WrongLength { expected, actual } => {
                Params::from_iter([("expected", expected.into()), ("actual", actual.into())])
            }
            _ => Params::default(),
        }
    }
}

impl fmt::Display for SignatureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

/// Advice for a signature of that length: what it probably is, and what to do.
fn what_has(bytes: usize) -> Option<Bilingual> {
    Some(match bytes {
        20 | 32 => Bilingual {
            zh: "摘要或 HMAC 是这个长度，请用商户的 RSA 密钥对待签名串本身签名",
            en: "a digest or an HMAC has as many, sign the message itself with the merchant's RSA key",
        },
        64 => Bilingual {
            zh: "椭圆曲线密钥的 r 和 s 是这个长度，请用商户的 RSA 密钥签名",
            en: "r and s of an elliptic-curve key have as many, sign with the merchant's RSA key",
        },
        68..=72 => Bilingual {
            zh: "椭圆曲线密钥（DER 编码的 ECDSA）的签名是这个长度，请用商户的 RSA 密钥签名",
            en: "an elliptic-curve key (ECDSA in DER) makes as many, sign with the merchant's RSA key",
        },
        128 | 384 | 512 => Bilingual {
            zh: "其他长度的 RSA 密钥的签名是这个长度，商户密钥为 2048 位",
            en: "an RSA key of another size makes as many, the merchant's key has 2048 bits",
        },
        _ => return None,
    })
}

impl From<Infallible> for SignatureError {
    fn from(never: Infallible) -> SignatureError {
        match never {}
    }
}

/// Why signing failed: the signer's own error, or a malformed signature. `source()` returns it, if the signer's error
/// is an [`Error`](std::error::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SigningError<E> {
    /// The signer failed.
    Signer(#[source] E),
    /// The signer returned a malformed signature.
    Signature(#[source] SignatureError),
}

impl<E> SigningError<E> {
    /// The stable name of the error.
    pub fn code(&self) -> SigningErrorCode {
        match self {
            SigningError::Signer(_) => SigningErrorCode::SignerFailed,
            SigningError::Signature(_) => SigningErrorCode::UnusableSignature,
        }
    }

    /// The message, on one line. The source has the details.
    pub fn message(&self, locale: Locale) -> String {
        self.code().message(&Params::default(), locale)
    }
}

impl SigningErrorCode {
    /// The message, on one line, with advice if the parameters describe the signer.
    ///
    /// ```
    /// use wechatpay_membercard::{Locale, Params, SigningErrorCode};
    /// let params = Params::from_iter([("reason", "no such key".to_owned().into())]);
    /// assert_eq!(SigningErrorCode::SignerFailed.message(&params, Locale::En), "the signer failed: no such key");
    /// ```
    pub fn message(self, params: &Params, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.template(), params, locale, &mut message, &|name, out| {
            let advice = if name == "advice" { advice_on(params) } else { None };
            advice.map(|advice| out.push_str(advice.get(locale))).is_some()
        });
        message
    }
}

/// Messages of OpenSSL and WebCrypto about a private key that they cannot read.
const UNREADABLE_KEY: [&str; 6] = [
    "DECODER routines",
    "PEM routines",
    "asn1 encoding routines",
    "interrupted or cancelled",
    "bad decrypt",
    "Invalid keyData",
];

/// Advice about a signer that failed or returned a malformed signature.
fn advice_on(params: &Params) -> Option<Bilingual> {
    let text = |name| match params.get(name) {
        Some(Param::Text(text)) => Some(text.as_ref()),
        _ => None,
    };
    match (text("reason"), text("type")) {
        (Some(reason), _) if UNREADABLE_KEY.iter().any(|said| reason.contains(said)) => Some(Bilingual {
            zh: "无法读取私钥：环境变量中的换行可能成了 \\n 两个字符，或者这是另一个文件；describeKey(key) 会说明它是什么",
            en: "The private key cannot be read: in an environment variable its line breaks may be the two characters \\n, or it is another file; describeKey(key) says what it is",
        }),
        (_, Some("undefined")) => Some(Bilingual {
            zh: "签名程序是否漏写了 return？",
            en: "is the signer's return missing?",
        }),
        (_, Some("Promise")) => Some(Bilingual { zh: "请用 await 等待其结果", en: "await it" }),
        _ => None,
    }
}

impl<E> fmt::Display for SigningError<E> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}
