//! Finds the error table's row for a response by status, code and message.

use super::gateway::GatewayMessage;
use crate::endpoint::ApiErrorRow;
use crate::text::letters::is_letter_or_digit;

/// Normalizes an error code: the documentation, and perhaps the server, writes `PARAM ERROR` with a blank.
pub(super) fn normalize_code(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join("_")
}

/// The row that matches best. The message decides, because many errors share a code: first an exact match, then one
/// ignoring blanks and punctuation, then a message that contains the row's text. Otherwise a gateway message, or the
/// code alone for rows that match any message.
pub(super) fn find(
    errors: &'static [ApiErrorRow],
    status: u16,
    code: Option<&str>,
    message: Option<&str>,
) -> Option<&'static ApiErrorRow> {
    let by_message = message.and_then(|message| {
        let normalized = normalize(message);
        let fits = |row: &&ApiErrorRow| Match::of(row, code, message, &normalized);
        errors.iter().filter_map(|row| Some((fits(&row)?, row))).max_by_key(|(fit, _)| *fit)
    });
    match by_message {
        Some((_, row)) => Some(row),
        None if matches!(status, 429 | 502 | 503) => None,
        // The gateway sends the same messages under PARAM_ERROR and INVALID_REQUEST.
        None if status == 400 && message.and_then(GatewayMessage::read).is_some() => {
            errors.iter().find(|row| row.cause == "invalid_parameter")
        }
        None => errors.iter().find(|row| row.any_message && code.is_some() && row.code == code),
    }
}

/// The quality of a match; the best is the greatest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    message: MessageMatch,
    code: bool,
    length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MessageMatch {
    Contained,
    Normalized,
    Exact,
}

impl Match {
    fn of(row: &ApiErrorRow, code: Option<&str>, message: &str, normalized: &str) -> Option<Match> {
        let description = row.description.zh;
        let row_words = normalize(description);
        let words = if message == description {
            MessageMatch::Exact
        } else if normalized == row_words {
            MessageMatch::Normalized
        } else if contains(normalized, &row_words) {
            MessageMatch::Contained
        } else {
            return None;
        };
        let found =
            Match { message: words, code: row.code.is_none() || row.code == code, length: row_words.len() };
        // Texts such as 参数错误 are too general by themselves, and a partial match is weak.
        let code_needed = row.any_message || words == MessageMatch::Contained;
        (found.code || !code_needed).then_some(found)
    }
}

/// Whether a message contains a row's text. Text that begins with a name must match at a word boundary: 储值AppID有误 is
/// about another AppID than AppID有误.
fn contains(message: &str, words: &str) -> bool {
    let begins_with_name = words.starts_with(|first: char| first.is_ascii_alphanumeric());
    message
        .match_indices(words)
        .any(|(at, _)| !(begins_with_name && message[..at].ends_with(is_letter_or_digit)))
}

/// Normalizes a text: no blanks, half-width punctuation, lower case.
fn normalize(text: &str) -> String {
    let text: String = text.chars().filter(|character| !character.is_whitespace()).map(half_width).collect();
    text.trim_end_matches(['.', '!', ';']).to_ascii_lowercase()
}

fn half_width(character: char) -> char {
    match character {
        '。' => '.',
        '、' => ',',
        '“' | '”' | '「' | '」' | '‘' | '’' | '\'' => '"',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xff01 + u32::from('!')).unwrap_or(character)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::membercard_open::API_ERRORS;

    fn cause(status: u16, code: &str, message: &str) -> Option<&'static str> {
        find(API_ERRORS, status, Some(&normalize_code(code)), Some(message)).map(|row| row.cause)
    }

    #[test]
    fn a_blank_in_the_code_is_an_underscore() {
        assert_eq!(normalize_code("PARAM ERROR"), "PARAM_ERROR");
        assert_eq!(normalize_code(" PARAM_ERROR\n"), "PARAM_ERROR");
    }

    #[test]
    fn punctuation_and_blanks_do_not_matter() {
        for message in ["品牌、AppID关系校验失败", "品牌, appid 关系校验失败。", "品牌，ＡppID关系校验失败！"]
        {
            assert_eq!(cause(400, "PARAM ERROR", message), Some("appid_not_in_brand"), "{message}");
        }
        let message = "会员卡code分配类型不支持修改为\"系统分配\"";
        assert_eq!(cause(400, "INVALID_REQUEST", message), Some("code_mode_to_system"));
    }

    #[test]
    fn the_longest_contained_words_win() {
        assert_eq!(
            cause(400, "INVALID_REQUEST", "[v3] 自助积分跳转path为空, id=7"),
            Some("self_service_points_path_missing")
        );
        assert_eq!(
            cause(400, "INVALID_REQUEST", "会员卡code分配类型不支持修改,请检查"),
            Some("code_mode_fixed")
        );
    }

    #[test]
    fn the_words_count_more_than_the_code() {
        assert_eq!(cause(400, "INVALID_REQUEST", "AppID有误"), Some("appid_invalid"));
        assert_eq!(cause(403, "RULE_LIMIT", "该商户号不是会员卡的创建商户号"), Some("not_card_creator"));
        assert_eq!(cause(400, "RULE_LIMIT", "参数错误"), None);
        assert_eq!(cause(400, "PARAM_ERROR", "提示：AppID有误"), Some("appid_invalid"));
        assert_eq!(cause(400, "PARAM_ERROR", "储值AppID有误"), Some("invalid_parameter"));
    }

    #[test]
    fn some_codes_say_enough() {
        assert_eq!(cause(401, "SIGN_ERROR", "错误的签名，验签失败"), Some("signature_refused"));
        assert_eq!(cause(403, "NO_AUTH", "没有权限"), Some("no_permission"));
        assert_eq!(cause(500, "SYSTEM_ERROR", "系统繁忙"), Some("system_error"));
        assert_eq!(cause(400, "INVALID_REQUEST", "从未见过的提示"), None);
        assert_eq!(cause(503, "SYSTEM_ERROR", "系统繁忙"), None);
        assert_eq!(find(API_ERRORS, 500, None, None), None);
    }

    #[test]
    fn the_gateways_sentences_need_no_code() {
        let message = "输入源“/body/title”映射到字段“卡名称”必填性规则校验失败，此字段为必填项";
        let undefined = "请求中含有未在API文档中定义的参数";
        for code in ["PARAM_ERROR", "INVALID_REQUEST"] {
            assert_eq!(cause(400, code, message), Some("invalid_parameter"));
            assert_eq!(cause(400, code, undefined), Some("undefined_parameters"));
        }
        assert_eq!(cause(503, "SYSTEM_ERROR", message), None);
    }

    #[test]
    fn observed_messages_need_no_code() {
        let message = "永久时间类型不需要修改结束时间(end_time)";
        for message in
            [message.into(), message.replace('(', "（").replace(')', "）"), format!("{message}，请检查")]
        {
            assert_eq!(cause(400, "PARAM_ERROR", &message), Some("permanent_card_end_time"), "{message}");
            assert_eq!(cause(400, "INVALID_REQUEST", &message), Some("permanent_card_end_time"), "{message}");
        }
    }
}
