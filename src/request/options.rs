//! What the caller says about a request, besides its body.

use serde::{Deserialize, Serialize};

use crate::endpoint::Scheme;

/// Which of WeChat Pay's two hosts receives the request. The host is not part of the signed message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Host {
    /// `api.mch.weixin.qq.com`.
    #[default]
    Main,
    /// `api2.mch.weixin.qq.com`: for one retry after a connection or read timeout, never after a business error.
    Backup,
}

impl Host {
    /// Both hosts.
    pub const ALL: [Host; 2] = [Host::Main, Host::Backup];

    /// The scheme and host that a URL begins with.
    pub const fn origin(self) -> &'static str {
        match self {
            Host::Main => "https://api.mch.weixin.qq.com",
            Host::Backup => "https://api2.mch.weixin.qq.com",
        }
    }
}

/// The values around the body. [`check`](RequestOptions::check) says what is wrong with them.
///
/// ```
/// use wechatpay_membercard::{Host, RequestOptions};
/// let options = RequestOptions {
///     host: Host::Backup,
///     ..RequestOptions::new(
///         "pbLatjvWOibDc5-TBnbUk1pD12o0",
///         "1900007291",
///         "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
///     )
/// };
/// assert_eq!(options.check(), []);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestOptions {
    /// The id that the creation of the card returned: at most 32 characters.
    pub card_id: String,
    /// The number of the merchant that signs: digits, usually 8 to 10. Where a brand signs, it is not looked at.
    pub mchid: String,
    /// The serial number of the merchant's API certificate, in hexadecimal: at most 64 digits, usually 40.
    pub serial_no: String,
    /// The brand that signs, or, when a service provider reads a card of `card-member`, the one that owns the card, which the
    /// query names. At most 32 characters, usually digits. Elsewhere it is not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
    /// When the request is sent, as Unix time in **seconds**. WeChat Pay allows 5 minutes of difference.
    ///
    /// Without it the system's clock is read (feature `host`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    /// A random text of visible ASCII characters, usually 32 of them.
    ///
    /// Without it, one is made from the system's secure random source (feature `host`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce_str: Option<String>,
    /// Where to send the request.
    #[serde(default)]
    pub host: Host,
    /// The id of WeChat Pay's public key or the serial number of its platform certificate, never the merchant's own.
    ///
    /// This API does not require it. While a merchant moves from platform certificate to public key, it selects the
    /// key that signs the response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechatpay_serial: Option<String>,
    /// How the message is signed.
    #[serde(default)]
    pub scheme: Scheme,
}

impl RequestOptions {
    /// Options of a merchant or a service provider, with everything that has no default.
    pub fn new(
        card_id: impl Into<String>,
        mchid: impl Into<String>,
        serial_no: impl Into<String>,
    ) -> RequestOptions {
        RequestOptions {
            card_id: card_id.into(),
            mchid: mchid.into(),
            serial_no: serial_no.into(),
            brand_id: None,
            timestamp: None,
            nonce_str: None,
            host: Host::default(),
            wechatpay_serial: None,
            scheme: Scheme::default(),
        }
    }

    /// Options of a brand that signs by itself, with the only scheme that it has.
    ///
    /// ```
    /// use wechatpay_membercard::{RequestOptions, card_member::BRAND_UPDATE};
    /// let options = RequestOptions {
    ///     wechatpay_serial: Some("PUB_KEY_ID_0119000072912024111200389300001234".into()), // brands must name the key
    ///     ..RequestOptions::of_brand("pbLatjvWOibDc5-TBnbUk1pD12o0", "1004", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    /// };
    /// assert_eq!(options.check_for(BRAND_UPDATE.operation), []);
    /// ```
    pub fn of_brand(
        card_id: impl Into<String>,
        brand_id: impl Into<String>,
        serial_no: impl Into<String>,
    ) -> RequestOptions {
        RequestOptions {
            brand_id: Some(brand_id.into()),
            scheme: Scheme::BrandRsa,
            ..RequestOptions::new(card_id, "", serial_no)
        }
    }
}
