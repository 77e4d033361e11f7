//! Signature schemes and signature bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::failure::ResponseError;

/// The prefix of signatures in WeChat Pay's probes.
const PROBE: &str = "WECHATPAY/SIGNTEST/";

/// The signature scheme of a response: the header `Wechatpay-Signature-Type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum SignatureType {
    /// SHA-256 with RSA (PKCS#1 v1.5) and a 2048-bit key, for merchants. The default if the header is absent.
    #[default]
    #[serde(rename = "WECHATPAY2-SHA256-RSA2048")]
    Rsa,
    /// SM2 with SM3, in ASN.1 form.
    #[serde(rename = "WECHATPAY2-SM2-WITH-SM3")]
    Sm2,
    /// The same as `Rsa`, for brands.
    #[serde(rename = "WECHATPAY-BRAND-SHA256-RSA2048")]
    BrandRsa,
}

impl SignatureType {
    const ALL: [SignatureType; 3] = [SignatureType::Rsa, SignatureType::Sm2, SignatureType::BrandRsa];

    /// The value of the header.
    pub const fn as_str(self) -> &'static str {
        match self {
            SignatureType::Rsa => "WECHATPAY2-SHA256-RSA2048",
            SignatureType::Sm2 => "WECHATPAY2-SM2-WITH-SM3",
            SignatureType::BrandRsa => "WECHATPAY-BRAND-SHA256-RSA2048",
        }
    }

    /// Parses the header.
    pub(super) fn read(header: Option<&str>) -> Result<SignatureType, ResponseError> {
        let Some(value) = header else { return Ok(SignatureType::default()) };
        let known = SignatureType::ALL.into_iter().find(|kind| kind.as_str() == value);
        known.ok_or_else(|| ResponseError::UnsupportedSignatureType { value: value.into() })
    }

    /// The shortest and longest signature, in bytes: an RSA signature is as long as its key, an SM2 signature is a
    /// sequence of two integers of up to 33 bytes.
    const fn length(self) -> (usize, usize) {
        match self {
            SignatureType::Rsa | SignatureType::BrandRsa => (256, 256),
            SignatureType::Sm2 => (8, 72),
        }
    }

    /// Decodes a signature and checks its length.
    pub(super) fn decode(self, base64: &str) -> Result<Vec<u8>, ResponseError> {
        if base64.starts_with(PROBE) {
            return Err(ResponseError::SignatureProbe);
        }
        let bytes = STANDARD.decode(base64).map_err(|_| ResponseError::SignatureNotBase64)?;
        let (minimum, maximum) = self.length();
        match bytes.len() {
            actual if actual < minimum || actual > maximum => {
                Err(ResponseError::SignatureLength { actual, minimum, maximum })
            }
            _ => Ok(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_type_is_rsa() {
        assert_eq!(SignatureType::read(None).unwrap(), SignatureType::Rsa);
        for kind in SignatureType::ALL {
            assert_eq!(SignatureType::read(Some(kind.as_str())).unwrap(), kind);
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        let error = SignatureType::read(Some("WECHATPAY3-ED25519")).unwrap_err();
        assert!(
            matches!(error, ResponseError::UnsupportedSignatureType { value } if value == "WECHATPAY3-ED25519")
        );
    }

    #[test]
    fn a_probe_has_its_own_name() {
        let probe = "WECHATPAY/SIGNTEST/mfI1CPqvBrgcXfgXMFjdNIhBf27ACE2Y";
        assert!(matches!(SignatureType::Rsa.decode(probe), Err(ResponseError::SignatureProbe)));
    }

    #[test]
    fn signatures_that_cannot_be() {
        for text in ["", "####", "AAAA AAAA", "AAA", "AAAA\n", "签名", "A"] {
            assert!(SignatureType::Rsa.decode(text).is_err(), "{text}");
        }
        let decode = |kind: SignatureType, length| kind.decode(&STANDARD.encode(vec![7; length]));
        for (length, rsa, sm2) in
            [(7, false, false), (8, false, true), (72, false, true), (73, false, false), (255, false, false)]
        {
            assert_eq!(decode(SignatureType::Rsa, length).is_ok(), rsa, "{length}");
            assert_eq!(decode(SignatureType::Sm2, length).is_ok(), sm2, "{length}");
        }
        assert!(decode(SignatureType::Rsa, 256).is_ok());
        assert!(matches!(
            decode(SignatureType::Rsa, 257),
            Err(ResponseError::SignatureLength { actual: 257, minimum: 256, maximum: 256 })
        ));
    }
}
