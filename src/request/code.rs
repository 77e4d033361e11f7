//! The code tables of requests that cannot be prepared, signed, completed or sent. `{issues}` lists the errors of an
//! invalid request, `{reason}` describes a malformed signature, `{advice}` suggests what a value of that length may be,
//! or what to do about a signer.

use crate::text::locale::Locale;
use crate::wording::{codes, fill};

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
    /// No nonce was given, and there is no secure random number generator.
    NonceStrRequired = "nonce_str_required",
        "缺少 nonce_str：没有安全的随机源，请传入随机文本",
        "nonce_str is required: no secure random source is available, pass a random text";
    /// A field of a prepared request's data contradicts the others.
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
        "the signature contains whitespace or a line break at byte {position}: pass base64 in one line, without blanks around it";
    /// A PEM text instead of the signature.
    LooksLikePem = "looks_like_pem",
        "签名处是 PEM 文本（密钥或证书）：请提供用密钥对待签名串计算出的签名",
        "the signature is a PEM text (a key or a certificate): pass the signature that the key makes";
    /// The complete header instead of the signature.
    LooksLikeHeader = "looks_like_header",
        "签名处是整个 Authorization 头：请只提供其中的签名，该头由签名生成",
        "the signature is a whole Authorization header: pass only the signature in it; the header is built from it";
    /// The text is hexadecimal.
    LooksLikeHex = "looks_like_hex",
        "签名看起来是十六进制：请将其字节编码为 Base64",
        "the signature looks like hexadecimal: encode its bytes as base64";
    /// The text uses the URL-safe alphabet.
    LooksLikeBase64Url = "looks_like_base64url",
        "签名看起来是 base64url：请使用标准字母表（含 + 和 /）",
        "the signature looks like base64url: use the standard alphabet, with + and /";
    /// An invalid character for base64.
    NotBase64 = "not_base64", { position: Integer },
        "签名不是 Base64：第 {position} 字节处的字符不正确",
        "the signature is not base64: unexpected character at byte {position}";
    /// The padding (`=`) is missing, or the text was truncated.
    WrongPadding = "wrong_padding",
        "签名的 Base64 不完整：长度或末尾的填充（=）不正确",
        "the signature is not complete base64: its length or its padding (=) is wrong";
    /// The decoded bytes are text again.
    EncodedTwice = "encoded_twice",
        "签名的字节仍是文本：编码了两次，或把文本当作字节传入",
        "the signature's bytes are text: it was encoded twice, or text was given as bytes";
    /// Not the length of a signature by an RSA key of 2048 bits.
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
    SignerFailed = "signer_failed", { ; reason: Text },
        "签名程序出错[：{reason}][。{advice}]",
        "the signer failed[: {reason}][. {advice}]";
    /// The signer returned neither text nor bytes. Only JavaScript signers can do this.
    NoSignature = "no_signature", { type: Text; member: Text },
        "签名应为 Base64 字符串、Uint8Array 或 ArrayBuffer，实际类型为 {type}[：请给出其中的 {member}][：{advice}]",
        "the signature must be a base64 string, a Uint8Array or an ArrayBuffer, not of type {type}[: pass its {member}][: {advice}]";
    /// The signer returned a malformed signature.
    UnusableSignature = "unusable_signature",
        "签名程序返回的签名不可用",
        "the signer returned an unusable signature";
}

codes! {
    /// The stable name of the reason why sending failed without a response that explains it. Programs branch on it; its
    /// text form is `snake_case`.
    ///
    /// This crate does not send. The npm package's `send` does, and other programs that send can use the same messages.
    pub enum SendErrorCode;

    /// No host could be reached: nothing was sent.
    Unreachable = "unreachable",
        "无法连接微信支付，请求未发出：请检查网络后重试",
        "WeChat Pay cannot be reached, and nothing was sent: check the network, then try again";
    /// No response arrived, but the request may have: get the card to find out.
    UnknownOutcome = "unknown_outcome",
        "未收到应答，但请求可能已到达微信支付：请查询会员卡以确认请求是否已生效，或使用相同参数重试",
        "no response came, but the request may have arrived: get the card to see whether it took effect, or repeat the request with the same parameters";
    /// A request that reads a card got no response.
    NoResponse = "no_response",
        "未收到应答：请检查网络后重试",
        "no response came: check the network, then try again";
    /// An update got no response, and the card is unchanged when read afterwards.
    NotUpdated = "not_updated",
        "未收到应答，再次查询会员卡，更新并未生效：请使用相同参数重试",
        "no response came, and the card, read once more, is unchanged: repeat the request with the same parameters";
    /// The caller aborted it.
    Aborted = "aborted",
        "发送已被调用方中止",
        "sending was aborted by the caller";
    /// A function given by the caller failed, such as `clock`, `delay` or `fetch`. There is no retry.
    CallbackFailed = "callback_failed", { callback: Text },
        "选项 {callback} 的函数出错，发送已终止：原因见 cause",
        "sending ended because the function options.{callback} failed: see cause";
    /// A failed attempt could not be retried because the signer failed.
    SigningFailed = "signing_failed",
        "重试前签名失败，之前的请求未得到成功的应答",
        "the request could not be signed again after an attempt that failed";
}

impl SendErrorCode {
    /// The message, on one line. `callback` is the name of the function that failed, if any.
    ///
    /// ```
    /// use wechatpay_membercard::{Locale, SendErrorCode};
    /// assert_eq!(SendErrorCode::Aborted.message(None, Locale::En), "sending was aborted by the caller");
    /// ```
    pub fn message(self, callback: Option<&str>, locale: Locale) -> String {
        let params = callback.map(|callback| ("callback", callback.to_owned().into())).into_iter().collect();
        let mut message = String::new();
        fill(self.template(), &params, locale, &mut message, &|_, _| false);
        message
    }
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
        check_table(
            SigningErrorCode::ALL,
            SigningErrorCode::template,
            SigningErrorCode::parameters,
            &["advice"],
        );
        check_table(SendErrorCode::ALL, SendErrorCode::template, SendErrorCode::parameters, &[]);
    }

    #[test]
    fn a_signer_s_failure_says_what_to_do() {
        let said = |code: SigningErrorCode, params: &[(&'static str, &str)], locale| {
            let params = params.iter().map(|(name, value)| (*name, (*value).to_owned().into())).collect();
            code.message(&params, locale)
        };
        let failed = |reason, locale| said(SigningErrorCode::SignerFailed, &[("reason", reason)], locale);
        assert_eq!(failed("保险库已关闭", Locale::Zh), "签名程序出错：保险库已关闭");
        let unreadable = failed("error:1E08010C:DECODER routines::unsupported", Locale::Zh);
        assert!(
            unreadable
                .starts_with("签名程序出错：error:1E08010C:DECODER routines::unsupported。无法读取私钥：")
        );
        assert_eq!(said(SigningErrorCode::SignerFailed, &[], Locale::En), "the signer failed");
        let none = |params: &[(&'static str, &str)]| said(SigningErrorCode::NoSignature, params, Locale::En);
        let begin = "the signature must be a base64 string, a Uint8Array or an ArrayBuffer, not of type";
        assert_eq!(
            none(&[("type", "undefined")]),
            format!("{begin} undefined: is the signer's return missing?")
        );
        assert_eq!(none(&[("type", "Promise")]), format!("{begin} Promise: await it"));
        assert_eq!(none(&[("type", "Object"), ("member", "sign")]), format!("{begin} Object: pass its sign"));
        assert_eq!(none(&[("type", "number")]), format!("{begin} number"));
    }

    #[test]
    fn a_failure_of_sending_names_the_function_that_failed() {
        let message = |code: SendErrorCode, callback| code.message(callback, Locale::En);
        assert_eq!(
            message(SendErrorCode::CallbackFailed, Some("fetch")),
            "sending ended because the function options.fetch failed: see cause"
        );
        assert!(message(SendErrorCode::Unreachable, None).ends_with("then try again"));
    }
}
