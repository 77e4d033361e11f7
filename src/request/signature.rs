//! Signatures made elsewhere, and their validation.

use base64::engine::general_purpose::STANDARD;
use base64::{DecodeError, Engine};

use super::der;
use super::error::SignatureError;
use crate::endpoint::Scheme;

/// The length of a signature by an RSA key of 2048 bits.
const RSA_LENGTH: usize = 256;
/// Shorter texts are not recognized as hexadecimal.
const HEX_MIN: usize = 16;

/// The signature of a message.
///
/// ```
/// use wechatpay_membercard::{Scheme, Signature, SignatureError};
/// let signature = Signature::from_bytes(&[1; 256])?;
/// assert_eq!(Signature::from_base64(&signature.to_base64())?, signature);
/// signature.check(Scheme::Rsa)?;
///
/// assert_eq!(Signature::from_base64("AQEB\nAQEB"), Err(SignatureError::ContainsWhitespace { position: 4 }));
/// # Ok::<(), SignatureError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(Vec<u8>);

impl Signature {
    /// Parses the form that most key services return: standard base64 (RFC 4648, section 4) on one line, with padding.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] describes what the text is instead.
    pub fn from_base64(text: &str) -> Result<Signature, SignatureError> {
        if let Some(other) = other_text(text.as_bytes()) {
            return Err(other);
        }
        if let Some(position) = text.find(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(SignatureError::ContainsWhitespace { position });
        }
        if text.len() >= HEX_MIN && text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(SignatureError::LooksLikeHex);
        }
        if text.contains(['-', '_']) && text.bytes().all(|b| b == b'-' || b == b'_' || in_alphabet(b)) {
            return Err(SignatureError::LooksLikeBase64Url);
        }
        let bytes = STANDARD.decode(text).map_err(|error| match error {
            DecodeError::InvalidByte(position, _)
            | DecodeError::InvalidLastSymbol { offset: position, .. } => {
                SignatureError::NotBase64 { position }
            }
            DecodeError::InvalidLength(_) | DecodeError::InvalidPadding => SignatureError::WrongPadding,
        })?;
        Signature::from_bytes(&bytes)
    }

    /// Takes the raw bytes of the signature.
    ///
    /// # Errors
    ///
    /// [`SignatureError::Empty`], or a description if the bytes are text; [`check`](Signature::check) validates the
    /// rest for a scheme.
    pub fn from_bytes(bytes: &[u8]) -> Result<Signature, SignatureError> {
        match other_text(bytes) {
            Some(other) => Err(other),
            None if bytes.is_empty() => Err(SignatureError::Empty),
            None => Ok(Signature(bytes.into())),
        }
    }

    /// Checks that it can be a signature of the scheme: 256 bytes for RSA; for SM2 the DER encoding of two positive
    /// integers of at most 256 bits, with nothing after it.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] describes the problem.
    pub fn check(&self, scheme: Scheme) -> Result<(), SignatureError> {
        let bytes = &self.0;
        let fits = match scheme {
            Scheme::Rsa | Scheme::BrandRsa if bytes.len() == RSA_LENGTH => Ok(()),
            Scheme::Rsa | Scheme::BrandRsa => {
                Err(SignatureError::WrongLength { expected: RSA_LENGTH, actual: bytes.len() })
            }
            Scheme::Sm2 => der::check(bytes).map_err(|reason| SignatureError::NotDer { reason }),
        };
        fits.map_err(|error| if self.is_text() { SignatureError::EncodedTwice } else { error })
    }

    /// The signature in standard base64, on one line.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(&self.0)
    }

    /// The raw bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether the bytes are base64 or hexadecimal text, which a signature never is.
    fn is_text(&self) -> bool {
        self.0.len() >= HEX_MIN && self.0.iter().all(|&b| in_alphabet(b))
    }
}

/// Recognizes other values that a signer might pass by mistake, by their beginning.
fn other_text(bytes: &[u8]) -> Option<SignatureError> {
    let text = bytes.trim_ascii_start();
    if text.starts_with(b"-----BEGIN ") {
        return Some(SignatureError::LooksLikePem);
    }
    let is_header = text.starts_with(b"WECHATPAY2-") || text.starts_with(b"Authorization:");
    is_header.then_some(SignatureError::LooksLikeHeader)
}

fn in_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

impl TryFrom<&[u8]> for Signature {
    type Error = SignatureError;

    fn try_from(bytes: &[u8]) -> Result<Signature, SignatureError> {
        Signature::from_bytes(bytes)
    }
}

impl TryFrom<Vec<u8>> for Signature {
    type Error = SignatureError;

    fn try_from(bytes: Vec<u8>) -> Result<Signature, SignatureError> {
        Signature::from_bytes(&bytes)
    }
}

impl TryFrom<&str> for Signature {
    type Error = SignatureError;

    fn try_from(base64: &str) -> Result<Signature, SignatureError> {
        Signature::from_base64(base64)
    }
}

impl TryFrom<String> for Signature {
    type Error = SignatureError;

    fn try_from(base64: String) -> Result<Signature, SignatureError> {
        Signature::from_base64(&base64)
    }
}
