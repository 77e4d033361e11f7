//! Kinds of serials.

use serde::Serialize;

/// The kind of key that a `Wechatpay-Serial` identifies. Find the key by the complete value; the kind only says where
/// to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SerialKind {
    /// `PUB_KEY_ID_…`: a WeChat Pay public key.
    PublicKey,
    /// 40 hexadecimal digits: a platform certificate's serial number.
    PlatformCertificate,
    /// Neither.
    Other,
}

impl SerialKind {
    /// Determines the kind of a serial.
    ///
    /// ```
    /// use wechatpay_membercard::SerialKind;
    /// let kind = SerialKind::of("4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A");
    /// assert_eq!(kind, SerialKind::PlatformCertificate);
    /// ```
    pub fn of(serial: &str) -> SerialKind {
        if serial.starts_with("PUB_KEY_ID_") {
            SerialKind::PublicKey
        } else if serial.len() == 40 && serial.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            SerialKind::PlatformCertificate
        } else {
            SerialKind::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_serials() {
        assert_eq!(SerialKind::of("PUB_KEY_ID_0114232134912410000000000000"), SerialKind::PublicKey);
        assert_eq!(SerialKind::of("4DF076AC"), SerialKind::Other);
        assert_eq!(SerialKind::of(""), SerialKind::Other);
    }
}
