//! Why a request could not be prepared, signed or completed.

use std::convert::Infallible;

use crate::issue::Issue;
use crate::text::locale::Locale;

/// Why a request could not be prepared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The body or the options hold errors. The warnings are listed too.
    #[error("the request is not valid: {}", errors(.0))]
    Invalid(Vec<Issue>),
    /// No timestamp was given, and there is no clock to read: the feature `host` is off, or the clock stands
    /// before 1970.
    #[error("timestamp is required: no system clock is available, pass the Unix time in seconds")]
    TimestampRequired,
    /// No nonce was given, and there is no secure random source: the feature `host` is off, or the source failed.
    #[error("nonce_str is required: no secure random source is available, pass a random text")]
    NonceStrRequired,
    /// A field of [`PreparedRequestData`](super::PreparedRequestData) disagrees with the others.
    #[error("{field} does not agree with the rest of the prepared request: the data was changed or mixed up")]
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
}

fn errors(issues: &[Issue]) -> String {
    let messages: Vec<_> =
        issues.iter().filter(|issue| issue.is_error()).map(|issue| issue.message(Locale::En)).collect();
    messages.join("; ")
}

/// Why something cannot be the signature of a request. Positions are bytes from the beginning, counted from 0.
///
/// No variant holds any part of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// Nothing was given.
    #[error("the signature is empty")]
    Empty,
    /// The text holds a blank, a line break or a control character. The header takes one unbroken line.
    #[error(
        "the signature contains whitespace or a line break at byte {position}: give base64 in one line, without blanks around it"
    )]
    ContainsWhitespace {
        /// Where the first one stands.
        position: usize,
    },
    /// A PEM text stands in the place of the signature: a key or a certificate.
    #[error("the signature is a PEM text (a key or a certificate): give what the key makes of the message")]
    LooksLikePem,
    /// The header that the request gets stands in the place of the signature.
    #[error(
        "the signature is a whole Authorization header: give the signature in it alone, the header is made of it"
    )]
    LooksLikeHeader,
    /// The text is hexadecimal.
    #[error("the signature looks like hexadecimal: encode its bytes as base64")]
    LooksLikeHex,
    /// The text uses the URL-safe alphabet, with `-` and `_`.
    #[error("the signature looks like base64url: use the standard alphabet, with + and /")]
    LooksLikeBase64Url,
    /// The text holds something that cannot stand there in base64.
    #[error("the signature is not base64: unexpected character at byte {position}")]
    NotBase64 {
        /// Where it stands.
        position: usize,
    },
    /// The `=` at the end are missing, or the text was cut off.
    #[error("the signature is not complete base64: its length or its padding (=) is wrong")]
    WrongPadding,
    /// The bytes are text once more: base64 or hexadecimal that was encoded again or given as bytes.
    #[error("the signature's bytes are text: it was encoded twice, or text was given as bytes")]
    EncodedTwice,
    /// Not as long as a signature of an RSA key of 2048 bits.
    #[error("an RSA signature has {expected} bytes, this one has {actual}{}", what_has(*actual))]
    WrongLength {
        /// The bytes of a signature.
        expected: usize,
        /// The bytes that were given.
        actual: usize,
    },
    /// Not the DER form of an SM2 signature.
    #[error("the signature is not the DER form of an SM2 signature: {reason}")]
    NotDer {
        /// What is wrong with it.
        reason: &'static str,
    },
}

/// What usually has so many bytes, and what to do.
fn what_has(bytes: usize) -> &'static str {
    match bytes {
        20 | 32 => ": a digest or an HMAC has as many, sign the message itself with the merchant's RSA key",
        64 => ": r and s of an elliptic-curve key have as many, sign with the merchant's RSA key",
        68..=72 => ": an elliptic-curve key (ECDSA in DER) makes as many, sign with the merchant's RSA key",
        128 | 384 | 512 => ": an RSA key of another size makes as many, the merchant's key has 2048 bits",
        _ => "",
    }
}

impl From<Infallible> for SignatureError {
    fn from(never: Infallible) -> SignatureError {
        match never {}
    }
}

/// Why signing failed: the signer's own error, or an unusable signature. Either is its `source()`, if the signer's
/// error is an [`Error`](std::error::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SigningError<E> {
    /// The signer failed.
    #[error("the signer failed")]
    Signer(#[source] E),
    /// The signer returned something that cannot be a signature.
    #[error("the signer returned an unusable signature")]
    Signature(#[source] SignatureError),
}
