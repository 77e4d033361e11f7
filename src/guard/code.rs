//! The code table of refusals. `{issues}` lists the issues of the refusal.

use crate::wording::codes;

codes! {
    /// The stable name of a reason not to sign. Programs branch on it; its text form is `snake_case`.
    pub enum RefusalCode;

    // The whole message. Each of these is the only reason, because the parts are unknown.

    /// The message is longer than any request.
    TooLarge = "too_large", { max: Integer, actual: Integer },
        "待签名串过大：最多 {max} 字节，当前 {actual} 字节",
        "The message is too large: at most {max} bytes, not {actual}";
    /// The message is not UTF-8.
    NotUtf8 = "not_utf8", { offset: Integer },
        "待签名串从第 {offset} 字节起不是合法的 UTF-8 编码",
        "The message is not UTF-8 from byte {offset} on";
    /// The message is not five lines that each end in one line feed.
    WrongLineCount = "wrong_line_count", { expected: Integer, actual: Integer; unterminated: Integer },
        "待签名串应为 {expected} 行，每行（包括最后一行）以一个换行符结尾；当前有 {actual} 个换行符[，末尾还有 {unterminated} 字节没有换行符]",
        "The message must be {expected} lines, each ended by one line feed, the last one too; it has {actual} line feeds[ and then {unterminated} bytes without one]";

    // The lines.

    /// The method is not the endpoint's.
    WrongMethod = "wrong_method", { expected: Text, actual: Text },
        "请求方法应为 {expected}，当前为“{actual}”",
        "The method must be {expected}, not “{actual}”";
    /// Not the path of a card: another endpoint, a complete URL, or a path with a query.
    WrongPath = "wrong_path", { expected: Text, actual: Text },
        "请求路径应为 {expected}，当前为“{actual}”",
        "The path must be {expected}, not “{actual}”";
    /// The last segment of the path is not a card id in the encoding of a prepared request.
    MalformedCardId = "malformed_card_id", { actual: Text },
        "请求路径中的 card_id（“{actual}”）格式不正确，或百分号编码不规范[：{issues}]",
        "The card id in the path, “{actual}”, is malformed or not percent-encoded as prepared requests are[: {issues}]";
    /// The card is not among the expected ones.
    UnexpectedCard = "unexpected_card", { actual: Text },
        "会员卡“{actual}”不在允许的范围内",
        "The card “{actual}” is not one of those expected here";
    /// Not a Unix time in seconds, in plain digits.
    MalformedTimestamp = "malformed_timestamp", { actual: Text },
        "时间戳应为以秒为单位的 Unix 时间（最多 12 位数字，没有符号和前导零），当前为“{actual}”",
        "The timestamp must be a Unix time in seconds (at most 12 digits, without sign or leading zeros), not “{actual}”";
    /// The timestamp is too old, or too far in the future.
    StaleTimestamp = "stale_timestamp", { timestamp: Integer, now: Integer, difference: Integer, tolerance: Integer },
        "时间戳 {timestamp} 与本机时间 {now} 相差 {difference} 秒（须小于 {tolerance} 秒）：请重新生成请求，并校准双方的时钟",
        "The timestamp {timestamp} is {difference} s from this machine's time {now} (it must be less than {tolerance} s): prepare the request again, and check both clocks";
    /// The timestamp cannot be checked: no time was given, and there is no system clock.
    ClockRequired = "clock_required",
        "无法判断时间戳是否有效：没有系统时钟，请传入当前时间",
        "It is not known whether the timestamp is fresh: there is no system clock, so pass the current time";
    /// The nonce has characters other than visible ASCII, or double quotes or backslashes.
    MalformedNonce = "malformed_nonce", { actual: Text },
        "随机串应由可见的 ASCII 字符组成，且不能有双引号和反斜杠，当前为“{actual}”",
        "The nonce must consist of visible ASCII characters, without double quotes and backslashes, not “{actual}”";
    /// The nonce is too short or too long.
    NonceLength = "nonce_length", { min: Integer, max: Integer, actual: Integer },
        "随机串应有 {min}–{max} 个字符，当前 {actual} 个",
        "The nonce must have {min} to {max} characters, not {actual}";
    /// The body is not valid.
    InvalidBody = "invalid_body",
        "请求内容未通过校验[：{issues}]",
        "The body is not valid[: {issues}]";
    /// The body is valid but not canonical, unlike that of a prepared request. `expected` and `actual` are the texts at
    /// `offset`, in bytes.
    BodyNotCanonical = "body_not_canonical", { offset: Integer, expected: Text, actual: Text },
        "请求内容不是规范形式：从第 {offset} 字节起应为“{expected}”，当前为“{actual}”",
        "The body is not in its normal form: from byte {offset} on it must read “{expected}”, not “{actual}”";
    /// A warning that the guard refuses.
    RefusedWarning = "refused_warning",
        "存在不允许忽略的警告[：{issues}]",
        "There are warnings that are not allowed[: {issues}]";

    // Nonce memory.

    /// A message with this nonce was accepted before.
    ReplayedNonce = "replayed_nonce",
        "该随机串已使用过：请重新生成请求",
        "This nonce was used before: prepare the request again";
    /// The message has expired, so its nonce may have been forgotten.
    ExpiredNonce = "expired_nonce",
        "该请求已过期：请重新生成请求",
        "This message has expired: prepare the request again";
    /// The memory is full of nonces that have not expired.
    NonceMemoryFull = "nonce_memory_full", { capacity: Integer },
        "随机串记录已满（{capacity} 条），请稍后重试",
        "The record of used nonces is full ({capacity}): try again later";
    /// The nonces were lost in a crash, so used ones are unknown.
    NonceMemoryLost = "nonce_memory_lost",
        "随机串记录因故障丢失，不能再签名：请等待 10 分钟，所有已签名的请求过期后重启服务",
        "The record of used nonces was lost, so nothing is signed: restart in 10 minutes, when every message signed before has expired";
    /// The shared store of nonces did not respond in time.
    NonceStoreUnavailable = "nonce_store_unavailable",
        "随机串存储暂时不可用，未予签名：请稍后重新生成请求",
        "The store of nonces is not available, so nothing is signed: prepare the request again later";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::check::check_table;

    #[test]
    fn every_row_is_whole() {
        check_table(RefusalCode::ALL, RefusalCode::template, RefusalCode::parameters, &["issues"]);
    }
}
