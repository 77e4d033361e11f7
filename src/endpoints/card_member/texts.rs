//! Text formats.

use super::fields::BODY;
use crate::endpoint::{Constraint, FieldPath, Rule};
use crate::issue::IssueCode;

static REQUEST_NO: FieldPath = BODY.at(&["out_request_no"]);
static BRAND_ID: FieldPath = BODY.at(&["brand_id"]);
static COLOR: FieldPath = BODY.at(&["card_color"]);

/// T4: 支持半角字母、数字、“-”和“_” (both creations).
pub(super) const OF_CREATIONS: [Rule; 1] = [Rule::value(Constraint::pattern(
    &REQUEST_NO,
    is_request_no,
    "^[A-Za-z0-9_-]*$",
    IssueCode::OutRequestNoFormat,
))];

/// T9: all known brand ids are digits.
pub(super) const OF_PARTNERS: [Rule; 1] =
    [Rule::value(Constraint::pattern(&BRAND_ID, is_digits, "^[0-9]*$", IssueCode::BrandIdUnusual))];

pub(super) const RULES: [Rule; 2] = [
    // T5: 十六进制RGB颜色值 (all pages).
    Rule::value(Constraint::pattern(&COLOR, is_color, "^[#0-9A-Fa-f]*$", IssueCode::ColorFormat)),
    // T6: the example is `#FFFF00`. Other characters are reported by the rule above.
    Rule::value(Constraint::pattern(&COLOR, is_usual_color, "^#[0-9A-Fa-f]{6}$", IssueCode::ColorUnusual)),
];

fn is_request_no(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_color(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'#' || byte.is_ascii_hexdigit())
}

fn is_usual_color(text: &str) -> bool {
    let is_rgb = |digits: &str| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    !is_color(text) || text.strip_prefix('#').is_some_and(is_rgb)
}
