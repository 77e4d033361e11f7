//! Why the brand API refuses a signature: messages of status 401.
//!
//! Source: brand 4015597625 (2025-07-22), whose messages and solutions are quoted verbatim. The English is ours.
//!
//! Facts: docs/domain-card-member.md#8.4.

use crate::endpoint::{ApiErrorRow, ErrorSource};
use crate::text::locale::Bilingual;

const fn row(
    cause: &'static str,
    (message, en): (&'static str, &'static str),
    (solution, solution_en): (&'static str, &'static str),
    parameters: &'static [&'static str],
) -> ApiErrorRow {
    let description = Bilingual { zh: message, en };
    ApiErrorRow::new(cause, description, Bilingual { zh: solution, en: solution_en })
        .code(401, "SIGN_ERROR")
        .parameters(parameters)
        .from(ErrorSource::Official)
}

pub(super) const ROWS: &[ApiErrorRow] = &[
    row(
        "brand_key_not_set",
        ("品牌商户未设置品牌API密钥。", "The brand has not set its API key"),
        ("请登录品牌经营平台设置品牌API密钥", "Set the brand API key on the brand platform"),
        &["mchid"],
    ),
    row(
        "brand_certificate_missing",
        ("品牌商户未申请过品牌API证书。", "The brand has never applied for an API certificate"),
        (
            "请参考 什么是品牌API证书？如何获取品牌API证书和私钥？(doc/brand/4015407570)",
            "Apply for a brand API certificate: a merchant's certificate cannot stand for it",
        ),
        &["mchid", "serial_no"],
    ),
    row(
        "brand_serial_wrong",
        ("品牌商户证书序列号有误。", "The serial number is not that of the brand's certificate"),
        (
            "请检查品牌商户API证书序列号（品牌经营平台 账号管理 → 安全中心 → 品牌API证书）",
            "Check the serial number of the brand API certificate on the brand platform",
        ),
        &["serial_no"],
    ),
    row(
        "brand_certificate_expired",
        ("品牌商户证书已过期。", "The brand's certificate has expired"),
        (
            "请到品牌经营平台重新申请证书后，使用新申请的证书",
            "Apply for a new certificate on the brand platform, and use it",
        ),
        &["serial_no"],
    ),
    row(
        "brand_certificate_revoked",
        ("品牌商户证书已作废。", "The brand has revoked the certificate"),
        (
            "请到品牌经营平台重新申请证书后，使用新申请的证书",
            "Apply for a new certificate on the brand platform, and use it",
        ),
        &["serial_no"],
    ),
    row(
        "brand_signature_wrong",
        ("错误的签名，导致验签失败。", "The signature is wrong"),
        ("请检查品牌商户私钥和签名串", "Check the brand's private key and the message that was signed"),
        &[],
    ),
    row(
        "authorization_malformed",
        ("HTTP头Authorization值格式错误", "The header Authorization is missing or malformed"),
        ("请检查上送的 Authorization (doc/brand/4015597833)", "Check the header Authorization"),
        &[],
    ),
    row(
        "authorization_scheme",
        ("HTTP头Authorization认证类型不正确", "The scheme in Authorization is not that of the brand API"),
        (
            "请检查上送的 Authorization，目前仅支持WECHATPAY-BRAND-SHA256-RSA2048",
            "Use WECHATPAY-BRAND-SHA256-RSA2048, the only scheme of the brand API",
        ),
        &["scheme"],
    ),
    row(
        "timestamp_too_far",
        (
            "HTTP头Authorization中的timestamp与发起请求的时间不得超过5分钟",
            "The timestamp differs from the time of the request by more than 5 minutes",
        ),
        (
            "请检查系统时间是否准确，或者获取时间的逻辑是否正确",
            "Check the clock, and that the timestamp counts seconds",
        ),
        &["timestamp"],
    ),
    row(
        "brand_certificate_replaced",
        ("已更换证书，请使用新证书", "The brand has replaced the certificate"),
        ("请使用新申请的品牌商户API证书", "Use the new certificate of the brand"),
        &["serial_no"],
    ),
];
