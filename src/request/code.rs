//! The tables of reasons why a request cannot be prepared, signed or completed. `{issues}` stands for the errors of an
//! invalid request, `{reason}` for what is wrong with the form of a signature, and `{advice}` for what a signature of that
//! length may be.

use crate::wording::codes;

codes! {
    /// The stable name of a [`RequestError`](super::RequestError). Programs branch on it; its text form is `snake_case`.
    pub enum RequestErrorCode;

    /// The body or the options hold errors.
    Invalid = "invalid",
        "请求未通过校验：{issues}",
        "the request is not valid: {issues}";
    /// No timestamp was given, and there is no clock to read.
    TimestampRequired = "timestamp_required",
        "缺少 timestamp：没有系统时钟，请传入以秒为单位的 Unix 时间",
        "timestamp is required: no system clock is available, pass the Unix time in seconds";
    /// No nonce was given, and there is no secure random source.
    NonceStrRequired = "nonce_str_required",
        "缺少 nonce_str：没有安全的随机源，请传入随机文本",
        "nonce_str is required: no secure random source is available, pass a random text";
    /// A field of a prepared request's data disagrees with the others.
    Mismatch = "mismatch", { field: Text },
        "{field} 与请求的其他内容不一致：数据被改动过，或与其他请求混淆了",
        "{field} does not agree with the rest of the prepared request: the data was changed or mixed up";
}

codes! {
    /// The stable name of a [`SignatureError`](super::SignatureError). Programs branch on it; its text form is
    /// `snake_case`.
    pub enum SignatureErrorCode;

    /// Nothing was given.
    Empty = "empty",
        "签名内容为空",
        "the signature is empty";
    /// The text holds a blank, a line break or a control character.
    ContainsWhitespace = "contains_whitespace", { position: Integer },
        "签名在第 {position} 字节处有空白或换行：请提供一行 Base64，前后不留空白",
        "the signature contains whitespace or a line break at byte {position}: give base64 in one line, without blanks around it";
    /// A PEM text stands in the place of the signature.
    LooksLikePem = "looks_like_pem",
        "签名处是 PEM 文本（密钥或证书）：请提供用密钥对待签名串计算出的签名",
        "the signature is a PEM text (a key or a certificate): give what the key makes of the message";
    /// The header that the request gets stands in the place of the signature.
    LooksLikeHeader = "looks_like_header",
        "签名处是整个 Authorization 头：请只提供其中的签名，该头由签名生成",
        "the signature is a whole Authorization header: give the signature in it alone, the header is made of it";
    /// The text is hexadecimal.
    LooksLikeHex = "looks_like_hex",
        "签名看起来是十六进制：请将其字节编码为 Base64",
        "the signature looks like hexadecimal: encode its bytes as base64";
    /// The text uses the URL-safe alphabet.
    LooksLikeBase64Url = "looks_like_base64url",
        "签名看起来是 base64url：请使用标准字母表（含 + 和 /）",
        "the signature looks like base64url: use the standard alphabet, with + and /";
    /// The text holds something that cannot stand there in base64.
    NotBase64 = "not_base64", { position: Integer },
        "签名不是 Base64：第 {position} 字节处的字符不正确",
        "the signature is not base64: unexpected character at byte {position}";
    /// The `=` at the end are missing, or the text was cut off.
    WrongPadding = "wrong_padding",
        "签名的 Base64 不完整：长度或末尾的填充（=）不正确",
        "the signature is not complete base64: its length or its padding (=) is wrong";
    /// The bytes are text once more.
    EncodedTwice = "encoded_twice",
        "签名的字节仍是文本：编码了两次，或把文本当作字节传入",
        "the signature's bytes are text: it was encoded twice, or text was given as bytes";
    /// Not as long as a signature of an RSA key of 2048 bits.
    WrongLength = "wrong_length", { expected: Integer, actual: Integer },
        "RSA 签名应为 {expected} 字节，当前为 {actual} 字节[：{advice}]",
        "an RSA signature has {expected} bytes, this one has {actual}[: {advice}]";
    /// Not the DER form of an SM2 signature.
    NotDer = "not_der",
        "签名不是 SM2 签名的 DER 编码：{reason}",
        "the signature is not the DER form of an SM2 signature: {reason}";
}

codes! {
    /// The stable name of a [`SigningError`](super::SigningError). Programs branch on it; its text form is `snake_case`.
    pub enum SigningErrorCode;

    /// The signer failed.
    SignerFailed = "signer_failed",
        "签名程序出错",
        "the signer failed";
    /// The signer returned something that cannot be a signature.
    UnusableSignature = "unusable_signature",
        "签名程序返回的签名不可用",
        "the signer returned an unusable signature";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::check::check_table;

    #[test]
    fn every_row_is_whole() {
        check_table(
            RequestErrorCode::ALL,
            RequestErrorCode::template,
            RequestErrorCode::parameters,
            &["issues"],
        );
        check_table(
            SignatureErrorCode::ALL,
            SignatureErrorCode::template,
            SignatureErrorCode::parameters,
            &["advice", "reason"],
        );
        check_table(SigningErrorCode::ALL, SigningErrorCode::template, SigningErrorCode::parameters, &[]);
    }
}
