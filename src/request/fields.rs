//! The values around the body as data: their names on the wire, their labels, and where these are documented.

use crate::locale::{Bilingual, Locale};

/// One value of a request.
pub(crate) struct RequestField {
    pub(crate) name: &'static str,
    pub(crate) label: Bilingual,
    /// The page of WeChat Pay that describes it.
    #[allow(dead_code, reason = "documentation that stands beside the data")]
    pub(crate) source: &'static str,
}

const fn field(name: &'static str, zh: &'static str, en: &'static str, source: &'static str) -> RequestField {
    RequestField { name, label: Bilingual { zh, en }, source }
}

pub(crate) const REQUEST_FIELDS: &[RequestField] = &[
    field("card_id", "会员卡ID", "Card ID", "API page: path parameters"),
    field("mchid", "商户号", "Merchant number", "signing tutorial"),
    field("serial_no", "商户API证书序列号", "Merchant certificate serial number", "signing tutorial"),
    field("timestamp", "请求时间戳", "Timestamp", "signing tutorial"),
    field("nonce_str", "请求随机串", "Nonce", "signing tutorial"),
    field("wechatpay_serial", "微信支付公钥ID或平台证书序列号", "Wechatpay-Serial", "signing tutorial"),
];

/// The label of a request's value, by its name on the wire.
pub(crate) fn label(name: &str, locale: Locale) -> Option<&'static str> {
    REQUEST_FIELDS.iter().find(|field| field.name == name).map(|field| field.label.get(locale))
}
