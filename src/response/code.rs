//! The code table of responses that do not count as success. `{title}` describes an error response, `{reason}` explains
//! why it is unverified, and `{advice}` says where to get the key.

use crate::wording::codes;

codes! {
    /// The stable name of a [`ResponseError`](super::ResponseError). Programs branch on it; its text form is
    /// `snake_case`.
    pub enum ResponseErrorCode;

    /// A successful response lacks a signature header.
    MissingHeader = "missing_header", { name: Text },
        "应答缺少 {name} 头，无法验签，请视为伪造的应答（代理或 CDN 也可能删除了该头）",
        "the response has no {name} header, so it cannot be verified: take it as forged (a proxy or CDN may have dropped the header, too)";
    /// A signature header occurs twice.
    DoubledHeader = "doubled_header", { name: Text },
        "应答中 {name} 头重复出现，无法验签",
        "the response's {name} header occurs more than once, so it cannot be verified";
    /// `Wechatpay-Timestamp` is not a Unix time in seconds.
    MalformedTimestamp = "malformed_timestamp", { value: Text },
        "应答的 Wechatpay-Timestamp 不是以秒为单位的 Unix 时间：{value}",
        "the response's Wechatpay-Timestamp is not a Unix time in seconds: {value}";
    /// The response's time is outside the tolerance.
    StaleTimestamp = "stale_timestamp", { tolerance: Number; earlier: Number, later: Number },
        "应答时间比本机时间[早 {earlier} 秒][晚 {later} 秒]（允许的误差小于 {tolerance} 秒）：可能是重放的旧应答，或本机时钟不准，请先校准本机时钟",
        "the response's time is [{earlier} s earlier][{later} s later] than this machine's (less than {tolerance} s are allowed): an old response was replayed, or this machine's clock is wrong; check the clock first";
    /// `Wechatpay-Nonce` holds a character that could break the signed message's lines.
    MalformedNonce = "malformed_nonce", { value: Text },
        "应答的 Wechatpay-Nonce 含有空白、控制字符或非 ASCII 字符：{value}",
        "the response's Wechatpay-Nonce has blanks, control characters or non-ASCII: {value}";
    /// `Wechatpay-Signature-Type` names an unknown scheme.
    UnsupportedSignatureType = "unsupported_signature_type", { value: Text },
        "不支持应答的签名类型 {value}",
        "the response's signature type {value} is not supported";
    /// A probe by WeChat Pay: does the client reject wrong signatures?
    SignatureProbe = "signature_probe",
        "这是微信支付的签名探测流量（签名以 WECHATPAY/SIGNTEST/ 开头）：请丢弃该应答并重试，重试不会再被探测",
        "WeChat Pay is probing with a wrong signature (it begins with WECHATPAY/SIGNTEST/): discard the response and retry, a retry is never probed";
    /// `Wechatpay-Signature` is not valid base64.
    SignatureNotBase64 = "signature_not_base64",
        "应答的 Wechatpay-Signature 不是合法的 Base64，验签不通过",
        "the response's Wechatpay-Signature is not base64, so it is not valid";
    /// The signature has an impossible length for its scheme.
    SignatureLength = "signature_length", { actual: Integer, maximum: Integer; minimum: Integer },
        "应答的签名长度为 {actual} 字节，应为 [{minimum}–]{maximum} 字节，验签不通过",
        "the response's signature has {actual} bytes instead of [{minimum}–]{maximum} bytes, so it is not valid";
    /// The verifier found that the signature does not match the response.
    SignatureRejected = "signature_rejected", { serial: Text },
        "应答验签不通过（密钥 {serial}）：应答不可信，或使用了错误的公钥",
        "the response's signature is not valid (key {serial}): do not trust the response, or check which public key was used";
    /// The verifier lacks the key that the response names.
    UnknownKey = "unknown_key", { serial: Text },
        "验签程序没有签名所用的密钥 {serial}，无法验签：{advice}",
        "the response is signed with the key {serial}, which the verifier does not have: {advice}";
    /// The verifier failed.
    VerifierFailed = "verifier_failed", { serial: Text, source: Text },
        "验签程序出错（密钥 {serial}）：{source}",
        "the verifier failed (key {serial}): {source}";
    /// A verified 200 or 204 has a body, though this API's successes are empty.
    UnexpectedBody = "unexpected_body", { length: Integer },
        "本接口成功时应答体为空，实际有 {length} 字节，无法确定请求是否已生效，请查询会员卡",
        "a success of this API has no body, but this response has {length} bytes, so the request may or may not have taken effect: get the card to find out";
    /// A verified success of a creation or reading lacks the card.
    NoCard = "no_card", { length: Integer },
        "应答（{length} 字节）中没有会员卡：本接口成功时返回会员卡及其 card_id",
        "the response ({length} bytes) has no card: a success of this API has the card, with its card_id";
    /// A verified success is about another card: it belongs to another request, or is a replay.
    OtherCard = "other_card", { actual: Text },
        "应答中的会员卡（card_id 为 {actual}）不是所请求的会员卡：可能是其他请求的应答",
        "the response is about another card (card_id {actual}) than the request: it may belong to another request";
    /// 202: accepted, but not processed.
    NotProcessed = "not_processed",
        "微信支付已受理但尚未处理（202），请使用相同参数重试",
        "WeChat Pay accepted the request but has not processed it (202): repeat it with the same parameters";
    /// A verified response with an undocumented status.
    UnexpectedStatus = "unexpected_status", { status: Integer },
        "应答的状态码 {status} 不在接口文档中，无法确定请求是否已生效，请查询会员卡",
        "the API does not document the status {status}, so the request may or may not have taken effect: get the card to find out";
    /// A verified error response.
    ErrorResponse = "error_response", { status: Integer },
        "{title}（HTTP {status}，已验签）",
        "{title} (HTTP {status}, verified)";
    /// An error response without a complete signature (which is usual), or one that is too long to verify. An unsigned
    /// response with a body is an error response under any status.
    UnverifiedErrorResponse = "unverified_error_response", { status: Integer },
        "{title}（HTTP {status}，{reason}，未验签）",
        "{title} (HTTP {status}, {reason}, not verified)";
}

#[cfg(test)]
mod tests {
    use super::ResponseErrorCode;
    use crate::wording::check::check_table;

    #[test]
    fn every_row_is_whole() {
        let more = ["title", "reason", "advice"];
        check_table(
            ResponseErrorCode::ALL,
            ResponseErrorCode::template,
            ResponseErrorCode::parameters,
            &more,
        );
    }
}
