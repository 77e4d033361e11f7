//! The catalogue of refusals: one row per code, with its message in both languages.
//!
//! Messages are templates like those of the issues. `{issues}` stands for the issues that the refusal carries.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::locale::Bilingual;

macro_rules! refusal_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $zh:literal, $en:literal;)+) => {
        /// The stable name of a reason not to sign. Programs branch on it; its text form is `snake_case`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
        #[non_exhaustive]
        pub enum RefusalCode {
            $($(#[doc = $doc])+ #[serde(rename = $code)] $variant,)+
        }

        impl RefusalCode {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [RefusalCode] = &[$(RefusalCode::$variant),+];

            /// The code's text form, such as `unexpected_card`.
            pub const fn as_str(self) -> &'static str {
                match self { $(RefusalCode::$variant => $code,)+ }
            }

            /// The message's template in both languages.
            pub const fn template(self) -> Bilingual {
                match self { $(RefusalCode::$variant => Bilingual { zh: $zh, en: $en },)+ }
            }
        }
    };
}

refusal_codes! {
    // The message as a whole. Each of these comes alone, as the parts cannot be told apart.

    /// The message is longer than any update. `max`, `actual`.
    TooLarge = "too_large",
        "待签名串过大：最多 {max} 字节，当前 {actual} 字节",
        "The message is too large: at most {max} bytes, now {actual}";
    /// The message is not UTF-8. `offset`.
    NotUtf8 = "not_utf8",
        "待签名串从第 {offset} 字节起不是合法的 UTF-8 编码",
        "The message is not UTF-8 from byte {offset} on";
    /// The message is not five lines that each end in one line feed. `expected`, `actual`, `unterminated`.
    WrongLineCount = "wrong_line_count",
        "待签名串应为 {expected} 行，每行（包括最后一行）以一个换行符结尾；当前有 {actual} 个换行符[，末尾还有 {unterminated} 字节没有换行符]",
        "The message must be {expected} lines, each ended by one line feed, the last one too; it has {actual} line feeds[ and then {unterminated} bytes without one]";

    // The lines.

    /// The method is not that of an update. `expected`, `actual`.
    WrongMethod = "wrong_method",
        "请求方法应为 {expected}，当前为“{actual}”",
        "The method must be {expected}, not “{actual}”";
    /// The path is not that of a card: another endpoint, a whole URL, or one with a query. `expected`, `actual`.
    WrongPath = "wrong_path",
        "请求路径应为 {expected}，当前为“{actual}”",
        "The path must be {expected}, not “{actual}”";
    /// The path's last segment is not a card id in the one encoding that a prepared request has. `actual`, `issues`.
    MalformedCardId = "malformed_card_id",
        "请求路径中的 card_id（“{actual}”）格式不正确，或百分号编码不规范[：{issues}]",
        "The card id in the path, “{actual}”, is malformed or not percent-encoded as prepared requests are[: {issues}]";
    /// The card is not one of the expected ones. `actual`.
    UnexpectedCard = "unexpected_card",
        "不允许修改会员卡“{actual}”",
        "The card “{actual}” is not one that may be updated here";
    /// Not a Unix time in seconds, in plain digits. `actual`.
    MalformedTimestamp = "malformed_timestamp",
        "时间戳应为以秒为单位的 Unix 时间（最多 12 位数字，没有符号和前导零），当前为“{actual}”",
        "The timestamp must be a Unix time in seconds (at most 12 digits, without sign or leading zeros), not “{actual}”";
    /// The timestamp is too old, or too far in the future. `timestamp`, `now`, `difference`, `tolerance`.
    StaleTimestamp = "stale_timestamp",
        "时间戳 {timestamp} 与本机时间 {now} 相差 {difference} 秒（须小于 {tolerance} 秒）：请重新生成请求，并校准双方的时钟",
        "The timestamp {timestamp} is {difference} s from this machine's time {now} (it must be less than {tolerance} s): prepare the request again, and check both clocks";
    /// Freshness cannot be judged: no time was given, and there is no system clock to read.
    ClockRequired = "clock_required",
        "无法判断时间戳是否有效：没有系统时钟，请传入当前时间",
        "Whether the timestamp is fresh cannot be told: there is no system clock, pass the present";
    /// The nonce holds something that it cannot: visible ASCII characters only, no double quote or backslash. `actual`.
    MalformedNonce = "malformed_nonce",
        "随机串应由可见的 ASCII 字符组成，且不能有双引号和反斜杠，当前为“{actual}”",
        "The nonce must consist of visible ASCII characters, without double quotes and backslashes, not “{actual}”";
    /// The nonce is shorter or longer than the guard accepts. `min`, `max`, `actual`.
    NonceLength = "nonce_length",
        "随机串应有 {min}–{max} 个字符，当前 {actual} 个",
        "The nonce must have {min} to {max} characters, now {actual}";
    /// The body is not valid. `issues`.
    InvalidBody = "invalid_body",
        "请求内容未通过校验[：{issues}]",
        "The body is not valid[: {issues}]";
    /// The body is valid, but not in the normal form that a prepared request has. `offset` in bytes, `expected`,
    /// `actual`: what follows there.
    BodyNotCanonical = "body_not_canonical",
        "请求内容不是规范形式：从第 {offset} 字节起应为“{expected}”，当前为“{actual}”",
        "The body is not in its normal form: from byte {offset} on it must read “{expected}”, not “{actual}”";
    /// There is a warning that is not let pass. `issues`.
    RefusedWarning = "refused_warning",
        "存在不允许忽略的警告[：{issues}]",
        "There are warnings that are not let pass[: {issues}]";

    // The memory of nonces.

    /// A message with this nonce was accepted before.
    ReplayedNonce = "replayed_nonce",
        "该随机串已使用过：请重新生成请求",
        "This nonce was used before: prepare the request again";
    /// The message's time has run out, so that its nonce may have been forgotten already.
    ExpiredNonce = "expired_nonce",
        "该请求已过期：请重新生成请求",
        "The time of this message has run out: prepare the request again";
    /// The memory is full of nonces whose time has not run out. `capacity`.
    NonceMemoryFull = "nonce_memory_full",
        "随机串记录已满（{capacity} 条），请稍后重试",
        "The memory of nonces is full ({capacity}): try again later";
    /// The store of nonces, which several servers share, did not say in time whether the nonce is new.
    NonceStoreUnavailable = "nonce_store_unavailable",
        "随机串存储暂时不可用，未予签名：请稍后重新生成请求",
        "The store of nonces is not available, so that nothing is signed: prepare the request again later";
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::message::expand;
    use crate::text::locale::Locale;

    #[test]
    fn every_template_is_well_formed() {
        for code in RefusalCode::ALL {
            for locale in [Locale::Zh, Locale::En] {
                let mut whole = String::new();
                expand(code.template().get(locale), &mut whole, |_, _| true);
                assert!(!whole.contains(['{', '}', '[', ']']), "{code}: {whole}");
                assert!(whole.chars().count() > 4, "{code}");
            }
        }
    }

    #[test]
    fn code_names_are_their_serialized_and_displayed_form() {
        for code in RefusalCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert_eq!(code.to_string(), code.as_str());
            assert!(
                code.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'8'))
            );
        }
    }
}
