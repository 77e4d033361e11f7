//! Validates the request options.
//!
//! Valid values are safe in a header and in the message: no line breaks, quotes, backslashes, control characters, or
//! characters beyond ASCII (a card id is percent-encoded first).

use super::fields::path;
use super::options::RequestOptions;
use crate::endpoint::{Identity, Operation, Scheme};
use crate::issue::{Issue, IssueCode, Location, Severity};

/// Seconds reach this number in the year 33658; milliseconds passed it in 2001.
const TOO_LATE_FOR_SECONDS: i64 = 1_000_000_000_000;
/// The usual length of a nonce.
const NONCE_MAX: usize = 32;
/// `string(32)` according to the API page.
const CARD_ID_MAX: usize = 32;
/// `string(32)` according to the API page.
const BRAND_ID_MAX: usize = 32;
/// The length of all card ids in this API's documentation.
const CARD_ID_USUAL: usize = 28;
/// The prefix of the ids of WeChat Pay's public keys.
const KEY_ID: &str = "PUB_KEY_ID_";

impl RequestOptions {
    /// All issues of the options, errors and warnings. A missing timestamp or nonce is not an issue.
    ///
    /// Sources: the API page (`card_id`) and WeChat Pay's signing tutorial (the rest). Warnings are about values that
    /// look unlike all known ones, so that they are noticed before the server returns `SIGN_ERROR`.
    ///
    /// ```
    /// use wechatpay_membercard::{IssueCode, Locale, RequestOptions};
    /// let options = RequestOptions {
    ///     timestamp: Some(1_554_208_460_000), // milliseconds
    ///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    /// };
    /// let issues = options.check();
    /// assert_eq!(issues[0].code, IssueCode::TimestampFormat);
    /// assert!(issues[0].message(Locale::En).contains("divide milliseconds by 1000"));
    /// ```
    pub fn check(&self) -> Vec<Issue> {
        self.check_named(true, true)
    }

    /// All issues of the options. Card and merchant are checked only if they are used.
    fn check_named(&self, names_card: bool, names_merchant: bool) -> Vec<Issue> {
        let mut issues = if names_card { card_id(&self.card_id) } else { Vec::new() };
        if names_merchant {
            issues.extend(mchid(&self.mchid));
        }
        issues.extend(serial_no(&self.serial_no));
        issues.extend(self.timestamp.and_then(timestamp));
        issues.extend(self.nonce_str.as_deref().and_then(nonce_str));
        issues.extend(
            self.wechatpay_serial.as_deref().and_then(|value| wechatpay_serial(value, &self.serial_no)),
        );
        issues
    }

    /// All issues of the options for an operation, including its required header `Wechatpay-Serial` and its signature
    /// schemes. Options that the request does not use are not checked: the card when creating one, the brand when a
    /// merchant signs, the merchant when a brand signs. So the same options can serve several operations.
    pub fn check_for(&self, operation: &Operation) -> Vec<Issue> {
        let is_signed_by_brand = operation.identity == Identity::BrandId;
        let mut issues = self.check_named(!operation.path_parameter.is_empty(), !is_signed_by_brand);
        if operation.names_brand() {
            let found = brand_id(self.brand_id.as_deref().unwrap_or_default());
            issues.extend(found.map(|issue| if is_signed_by_brand { in_header(issue, self) } else { issue }));
        }
        if operation.requires_wechatpay_serial && self.wechatpay_serial.is_none() {
            issues.push(issue(IssueCode::Missing, "wechatpay_serial").severity(Severity::Error));
        }
        if !operation.schemes.contains(&self.scheme) {
            let allowed: Vec<String> = operation.schemes.iter().map(Scheme::to_string).collect();
            let refused = issue(IssueCode::UnknownValue, "scheme").with("allowed", allowed);
            issues.push(refused.quoting("actual", self.scheme.as_str()));
        }
        issues
    }
}

fn issue(code: IssueCode, field: &'static str) -> Issue {
    Issue::new(code, path(field)).at(Location::Request)
}

/// The error if its condition holds, otherwise the warning if its condition holds.
fn either(field: &'static str, error: (bool, IssueCode), warning: (bool, IssueCode)) -> Option<Issue> {
    [error, warning].into_iter().find(|(found, _)| *found).map(|(_, code)| issue(code, field))
}

pub(crate) fn card_id(value: &str) -> Vec<Issue> {
    let length = value.chars().count();
    let breaks_path = |c: char| matches!(c, '/' | '?' | '#') || c.is_whitespace() || c.is_control();
    // URL parsers remove dot segments, so the sent path would differ from the signed one.
    let dot_segment = matches!(value, "." | "..");
    if value.is_empty() || length > CARD_ID_MAX || dot_segment || value.contains(breaks_path) {
        return vec![issue(IssueCode::CardIdFormat, "card_id")];
    }
    let mut issues = Vec::new();
    if !value.bytes().all(is_word) {
        issues.push(issue(IssueCode::CardIdUnusual, "card_id"));
    }
    if length != CARD_ID_USUAL {
        issues.push(issue(IssueCode::CardIdLengthUnusual, "card_id").with("actual", length));
    }
    issues
}

fn mchid(value: &str) -> Option<Issue> {
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    either(
        "mchid",
        (!digits || !(1..=32).contains(&value.len()), IssueCode::MchidFormat),
        (!(8..=10).contains(&value.len()), IssueCode::MchidUnusual),
    )
}

pub(crate) fn brand_id(value: &str) -> Option<Issue> {
    if value.is_empty() {
        return Some(issue(IssueCode::Missing, "brand_id").severity(Severity::Error));
    }
    let length = value.chars().count();
    if length > BRAND_ID_MAX {
        let long = issue(IssueCode::TooLong, "brand_id").with("max", BRAND_ID_MAX);
        return Some(long.with("actual", length).with("unit", "character"));
    }
    let is_digits = value.bytes().all(|byte| byte.is_ascii_digit());
    (!is_digits).then(|| issue(IssueCode::BrandIdUnusual, "brand_id"))
}

/// Makes an issue an error in `Authorization` if the value could break the header.
fn in_header(issue: Issue, options: &RequestOptions) -> Issue {
    let is_safe = options.brand_id.as_deref().is_some_and(|value| value.bytes().all(is_word));
    if is_safe { issue } else { issue.severity(Severity::Error) }
}

fn serial_no(value: &str) -> Option<Issue> {
    if value.starts_with(KEY_ID) {
        return Some(issue(IssueCode::SerialNoKeyId, "serial_no"));
    }
    either(
        "serial_no",
        (!is_hexadecimal(value) || !(1..=64).contains(&value.len()), IssueCode::SerialNoFormat),
        (value.len() != 40 || value.contains(|c: char| c.is_ascii_lowercase()), IssueCode::SerialNoUnusual),
    )
}

pub(crate) fn timestamp(value: i64) -> Option<Issue> {
    (!(1..TOO_LATE_FOR_SECONDS).contains(&value))
        .then(|| issue(IssueCode::TimestampFormat, "timestamp").with("actual", value))
}

pub(crate) fn nonce_str(value: &str) -> Option<Issue> {
    let safe = value.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\');
    if value.is_empty() || !safe {
        return Some(issue(IssueCode::NonceStrFormat, "nonce_str"));
    }
    (value.len() > NONCE_MAX).then(|| {
        issue(IssueCode::NonceStrLong, "nonce_str").with("max", NONCE_MAX).with("actual", value.len())
    })
}

fn wechatpay_serial(value: &str, merchant: &str) -> Option<Issue> {
    let key_id = value
        .strip_prefix(KEY_ID)
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let certificate = value.len() == 40 && is_hexadecimal(value) && !value.eq_ignore_ascii_case(merchant);
    either(
        "wechatpay_serial",
        (value.is_empty() || !value.bytes().all(is_word), IssueCode::WechatpaySerialFormat),
        (!key_id && !certificate, IssueCode::WechatpaySerialUnusual),
    )
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_hexdigit())
}
