//! What no validation crate has: the rules of `lib/rules.mjs`, once more.

use serde_json::{Map, Value};

pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte < 0xf0)
}

pub fn is_at_most(text: &str, max: usize) -> bool {
    text.len() <= max || text.chars().count() <= max
}

pub fn is_appid(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn host_of(text: &str) -> Option<&str> {
    let refused = |character: char| character.is_whitespace() || character.is_control() || character == '\\';
    let (scheme, rest) = text.split_once("://")?;
    if text.contains(refused)
        || !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
    {
        return None;
    }
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let name = inner.unwrap_or(host);
    let forbidden =
        |character: char| "\"<>^`{|}[]".contains(character) || (inner.is_none() && character == ':');
    let is_host =
        !name.is_empty() && !name.contains(forbidden) && !name.starts_with('.') && !name.contains("..");
    is_host.then_some(host)
}

pub fn is_web_url(text: &str) -> bool {
    text.is_empty() || host_of(text).is_some()
}

pub fn is_image_url(text: &str) -> bool {
    text.is_empty()
        || host_of(text).is_some_and(|host| {
            let host = host.to_ascii_lowercase();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
            host.bytes().all(plain) && (host == "qpic.cn" || host.ends_with(".qpic.cn"))
        })
}

pub fn is_page_path(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(8).collect::<String>().to_ascii_lowercase();
    !start.starts_with("http://") && start != "https://"
}

/// The seconds since 1970 and the digits of a fraction.
pub fn moment(text: &str) -> Option<(i64, &str)> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
        Some(digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let marks = [(4, '-'), (7, '-'), (10, 'T'), (13, ':'), (16, ':')];
    if !marks.iter().all(|(at, mark)| bytes[*at].eq_ignore_ascii_case(&(*mark as u8))) {
        return None;
    }
    let rest = &text[19..];
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|digit: char| !digit.is_ascii_digit())?),
        None => ("", rest),
    };
    if rest.starts_with('.') && fraction.is_empty() {
        return None;
    }
    let at = text.len() - zone.len();
    let offset = match zone.as_bytes() {
        b"Z" | b"z" => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (number(at + 1, at + 3)?, number(at + 4, at + 6)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 3600 + minutes * 60) * if *sign == b'-' { -1 } else { 1 }
        }
        _ => return None,
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_in_month = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if day < 1 || day > days_in_month || hour > 23 || minute > 59 {
        return None;
    }
    let march_year = if month < 3 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leap_days = march_year.div_euclid(4) - march_year.div_euclid(100) + march_year.div_euclid(400);
    let days = 365 * march_year + leap_days + day_of_year - 719_468;
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset;
    let exists = second < 60 || (second == 60 && seconds.rem_euclid(86_400) == 0);
    exists.then(|| (seconds, fraction.trim_end_matches('0')))
}

pub fn is_date_time(text: &str) -> bool {
    moment(text).is_some()
}

pub fn runs_forward(begin: Option<&str>, end: Option<&str>) -> bool {
    match (begin.and_then(moment), end.and_then(moment)) {
        (Some(begin), Some(end)) => begin <= end,
        _ => true,
    }
}

pub fn is_plain_throughout(value: &Value) -> bool {
    match value {
        Value::String(text) => is_plain(text),
        Value::Array(items) => items.iter().all(is_plain_throughout),
        Value::Object(members) => are_plain(members),
        _ => true,
    }
}

pub fn are_plain(members: &Map<String, Value>) -> bool {
    members.iter().all(|(key, value)| key != "__proto__" && is_plain(key) && is_plain_throughout(value))
}

pub const DATE_TYPES: &[&str] = &["FIX_TIME_RANGE", "FIX_TERM", "PERMANENT"];
pub const CODE_MODES: &[&str] = &["SYSTEM_ALLOCATE", "MERCHANT_DEPOSIT", "REAL_TIME"];
pub const CODE_TYPES: &[&str] = &["BAR_CODE", "QRCODE", "BAR_CODE_AND_QRCODE", "NONE_CODE"];
pub const CUSTOM_FIELD_TYPES: &[&str] = &["TEXT", "SELECT", "RADIO", "CHECK_BOX"];
pub const COMMON_FIELDS: &[&str] = &[
    "USER_FORM_FLAG_MOBILE",
    "USER_FORM_FLAG_SEX",
    "USER_FORM_FLAG_NAME",
    "USER_FORM_FLAG_BIRTHDAY",
    "USER_FORM_FLAG_ADDRESS",
    "USER_FORM_FLAG_EMAIL",
    "USER_FORM_FLAG_CITY",
];
