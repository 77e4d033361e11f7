//! A checklist for refused signatures.
//!
//! `{method}` and `{parameter}` are the endpoint's.
//!
//! Source: condensed from the official pages about signatures and status 401 (4012365344, 4012365347, 4012072670).
//!
//! Facts: docs/domain.md#6.5.

use crate::text::locale::Bilingual;

const fn item(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

/// The most frequent causes come first.
pub(super) const SIGNATURE_CHECKLIST: &[Bilingual] = &[
    item(
        "请求体只序列化一次：签名的内容与发送的内容逐字节相同（空格、转义、键的顺序），并以 UTF-8 发送",
        "Serialize the body once: the bytes signed are the bytes sent (blanks, escapes, order of keys), as UTF-8",
    ),
    item(
        "私钥是调用方商户号的 apiclient_key.pem：服务商模式用服务商的私钥，不是子商户的，也不是证书或平台公钥",
        "The private key is the caller's apiclient_key.pem: a service provider uses its own, not the sub-merchant's, nor a certificate or the platform's key",
    ),
    item(
        "mchid、私钥和 serial_no 三者配套；serial_no 是商户 API 证书的序列号，不是平台证书的，也不是微信支付公钥ID（PUB_KEY_ID_…）",
        "mchid, private key and serial_no belong together; serial_no is the merchant API certificate's, not the platform certificate's, nor the id of WeChat Pay's public key (PUB_KEY_ID_)",
    ),
    item(
        "商户 API 证书已申请，且未过期、未吊销、未被更换；已设置 APIv3 密钥",
        "The merchant API certificate has been applied for and has not expired, been revoked or been replaced; the APIv3 key is set",
    ),
    item(
        "Authorization 中的 timestamp 和 nonce_str 与签名时使用的相同",
        "timestamp and nonce_str in Authorization are the ones that were signed",
    ),
    item(
        "timestamp 以秒为单位（不是毫秒），且与请求时间相差不超过 5 分钟：请校准本机时钟",
        "timestamp counts seconds, not milliseconds, and differs from the time of the request by 5 minutes at most: check the clock",
    ),
    item(
        "待签名串共五行，每行（包括最后一行）以一个换行符 LF（0x0A）结尾，不是 CRLF，也不是“\\n”两个字符",
        "The message has five lines, and each ends with one LF (0x0A), the last one too: not CRLF, nor the two characters \\n",
    ),
    item("请求方法大写：{method}", "The method is in capital letters: {method}"),
    item(
        "URL 是不含域名的绝对路径，与实际请求一致：[{parameter} 已替换为实际的值，]没有“//”，查询串已编码并包含在内",
        "The URL is the path without the host, exactly as sent: [{parameter} replaced by its value, ]no //, the query encoded and included",
    ),
    item(
        "Authorization 写在一行内：半角双引号和逗号，参数之间没有空格或换行",
        "Authorization is one line: ASCII double quotes and commas, no blanks or line breaks between the parameters",
    ),
    item(
        "认证类型与身份一致：商户用 mchid（WECHATPAY2-SHA256-RSA2048），品牌用 brand_id（WECHATPAY-BRAND-SHA256-RSA2048）",
        "The scheme fits the caller: merchants have mchid (WECHATPAY2-SHA256-RSA2048), brands brand_id (WECHATPAY-BRAND-SHA256-RSA2048)",
    ),
];

#[cfg(test)]
mod tests {
    use super::SIGNATURE_CHECKLIST;

    #[test]
    fn every_item_has_both_languages() {
        for item in SIGNATURE_CHECKLIST {
            assert!(item.en.is_ascii() && item.en.len() > 20, "{}", item.en);
            assert!(!item.zh.is_ascii(), "{}", item.zh);
        }
    }
}
