//! Why a request could not be prepared, signed or completed.

use std::convert::Infallible;

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
    #[error("the signature contains whitespace or a line break at byte {position}: give base64 in one line")]
    ContainsWhitespace {
        /// Where the first one stands.
        position: usize,
    },
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
    #[error("an RSA signature has {expected} bytes, this one has {actual}")]
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

impl From<Infallible> for SignatureError {
    fn from(never: Infallible) -> SignatureError {
        match never {}
    }
}
