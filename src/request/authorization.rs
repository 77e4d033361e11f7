//! The `Authorization` header.
//!
//! Facts: docs/domain.md#6.2.

use std::fmt;

use crate::endpoint::{Identity, Scheme};
use crate::text::digits::push_integer;

/// The value of the `Authorization` header of a signed request, in the order of WeChat Pay's signing tutorial.
///
/// It only formats: [`PreparedRequest`](super::PreparedRequest) validates the values.
///
/// ```
/// use wechatpay_membercard::{Authorization, Scheme, endpoint::Identity};
/// let authorization = Authorization {
///     scheme: Scheme::Rsa,
///     identity: Identity::Mchid,
///     id: "1900007291",
///     nonce_str: "593BEC0C930BF1AFEB40B4A08C8FB242",
///     signature: "c2lnbmF0dXJl",
///     timestamp: 1_554_208_460,
///     serial_no: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
/// };
/// let header = authorization.to_string();
/// assert!(header.starts_with(r#"WECHATPAY2-SHA256-RSA2048 mchid="1900007291",nonce_str="#));
/// assert_eq!(Authorization::parse(&header), Some(authorization));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorization<'a> {
    /// How the message was signed.
    pub scheme: Scheme,
    /// The kind of signer: merchant or brand.
    pub identity: Identity,
    /// The signer's merchant number or brand id.
    pub id: &'a str,
    /// The nonce of the message.
    pub nonce_str: &'a str,
    /// The signature, in base64.
    pub signature: &'a str,
    /// The Unix time of the message, in seconds.
    pub timestamp: i64,
    /// The serial number of the merchant's API certificate.
    pub serial_no: &'a str,
}

impl<'a> Authorization<'a> {
    /// Parses the value of a header, for example on a test server. Parameters may be in any order, each exactly once.
    pub fn parse(header: &'a str) -> Option<Authorization<'a>> {
        let (scheme, mut rest) = header.split_once(' ')?;
        let keys = ["nonce_str", "signature", "timestamp", "serial_no"];
        let mut signer = None;
        let mut values = [None; 4];
        loop {
            let (key, after) = rest.split_once("=\"")?;
            let (value, after) = after.split_once('"')?;
            let is_again = match Identity::from_parameter(key) {
                Some(identity) => signer.replace((identity, value)).is_some(),
                None => values[keys.iter().position(|known| *known == key)?].replace(value).is_some(),
            };
            if is_again {
                return None;
            }
            if after.is_empty() {
                break;
            }
            rest = after.strip_prefix(',')?;
        }
        let (identity, id) = signer?;
        let [nonce_str, signature, timestamp, serial_no] = values;
        Some(Authorization {
            scheme: Scheme::from_name(scheme)?,
            identity,
            id,
            nonce_str: nonce_str?,
            signature: signature?,
            timestamp: timestamp?.parse().ok()?,
            serial_no: serial_no?,
        })
    }

    /// The value of the header, without the code size of `core::fmt`.
    pub(super) fn header(&self) -> String {
        let mut timestamp = String::new();
        push_integer(self.timestamp, &mut timestamp);
        let mut header = self.scheme.as_str().to_owned();
        for (before, name, value) in [
            (" ", self.identity.parameter(), self.id),
            (",", "nonce_str", self.nonce_str),
            (",", "signature", self.signature),
            (",", "timestamp", &timestamp),
            (",", "serial_no", self.serial_no),
        ] {
            for part in [before, name, "=\"", value, "\""] {
                header.push_str(part);
            }
        }
        header
    }
}

impl fmt::Display for Authorization<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.header())
    }
}
