//! The request options as data: names in the protocol, labels, and sources.

use crate::schema::{Body, Field, FieldDocs, Format, Object, Path, macros::text};
use crate::text::locale::Bilingual;
#[cfg(feature = "response")]
use crate::text::locale::Locale;

/// A request option, and the page of WeChat Pay's documentation about it.
const fn field(name: &'static str, zh: &'static str, en: &'static str, source: &'static str) -> Field {
    let docs = FieldDocs { notation: "string", help: Bilingual { zh: source, en: source }, example: "" };
    Field::new(name, Bilingual { zh, en }, text("string", Format::Line), docs)
}

pub(super) static OPTIONS: Object = Object::new(
    "RequestOptions",
    &[
        field("card_id", "会员卡ID", "Card ID", "API page: path parameters"),
        field("mchid", "商户号", "Merchant number", "signing tutorial"),
        field("serial_no", "商户API证书序列号", "Merchant certificate serial number", "signing tutorial"),
        field("timestamp", "请求时间戳", "Timestamp", "signing tutorial"),
        field("nonce_str", "请求随机串", "Nonce", "signing tutorial"),
        field("wechatpay_serial", "微信支付公钥ID或平台证书序列号", "Wechatpay-Serial", "signing tutorial"),
        field("brand_id", "品牌ID", "Brand ID", "API page: query parameters"),
        field("scheme", "签名方式", "Signature scheme", "signing tutorial"),
    ],
);

static FIELDS: Body = crate::body!(OPTIONS);

/// The label of an option, by its name in the protocol.
#[cfg(feature = "response")]
pub(crate) fn label(name: &str, locale: Locale) -> Option<&'static str> {
    OPTIONS.find(name).map(|(_, field)| field.label.get(locale))
}

/// The path of an option, by its name in the protocol.
pub(super) fn path(name: &'static str) -> Path {
    FIELDS.path(Path::from([name]))
}
